//! Exhibits, their blind judges, and publication (F32, F34).

use actix_web::{HttpRequest, get, post, web::Path};
use app::exhibitions::{self, Blind, ExpertReview, Publication, Resource};
use chrono::{DateTime, Utc};
use domain::{Hundredths, homework::ResourceLevel};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply, show},
    body::{Body, Params},
    caller::Caller,
    page,
    submissions::{ExpertView, expert},
};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_expert_candidates)
        .service(assign_experts)
        .service(list_expert_reviews)
        .service(show_expert_review)
        .service(mark_exhibit)
        .service(publish_homework);
}

/// Somebody who could judge an exhibit.
#[derive(Serialize, ToSchema)]
#[schema(as = ExpertCandidate)]
pub struct CandidateView {
    expert_id: Uuid,
    name: String,
    /// Where the expert teaches, if that is a school of the project.
    #[schema(required)]
    school_name: Option<String>,
    /// Exhibits that wait for this expert already.
    waiting: i64,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ExpertCandidatePage)]
pub struct CandidatePage {
    items: Vec<CandidateView>,
    #[schema(required)]
    next_cursor: Option<String>,
    /// So many more experts the exhibit needs at least.
    needed: u32,
}

/// List the experts who could judge an exhibit, the least busy first.
#[utoipa::path(
    tag = "homework",
    operation_id = "list_expert_candidates",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The experts", body = CandidatePage)),
    extensions(("x-authz" = json!("W09")), ("x-functions" = json!(["F32"])))
)]
#[get("/submissions/{id}/expert-candidates")]
async fn list_expert_candidates(caller: Caller, id: Path<Uuid>) -> Reply {
    let found = exhibitions::candidates(&caller.look(), *id).await?;
    let needed = u32::try_from(found.needed).unwrap_or(u32::MAX);
    let items = found.candidates.into_iter().map(|one| CandidateView {
        expert_id: one.person,
        name: one.name,
        school_name: one.school,
        waiting: one.load,
    });
    Ok(show(&CandidatePage { items: items.collect(), next_cursor: None, needed }))
}

/// Calling experts.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignExperts {
    #[validate(length(min = 1, max = 9))]
    #[schema(min_items = 1, max_items = 9)]
    expert_ids: Vec<Uuid>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ExpertAssignmentPage)]
pub struct AssignmentPage {
    items: Vec<ExpertView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// Call experts to judge an exhibit: at least two, none of the author's school, none who
/// recommended, reviewed or polished it before.
#[utoipa::path(
    tag = "homework",
    operation_id = "assign_experts",
    params(("id" = Uuid, Path)),
    request_body = AssignExperts,
    responses((status = 201, description = "Their parts", body = AssignmentPage)),
    extensions(("x-authz" = json!("W09")), ("x-functions" = json!(["F32"])))
)]
#[post("/submissions/{id}/expert-assignments")]
async fn assign_experts(caller: Caller, id: Path<Uuid>, Body(wish): Body<AssignExperts>) -> Reply {
    caller
        .write(async |work| {
            let parts = exhibitions::assign(work, *id, &wish.expert_ids).await?;
            let items = parts.into_iter().map(|part| expert(part, None)).collect();
            let page = AssignmentPage { items, next_cursor: None };
            answer::created(&page, format!("/submissions/{id}"), 1)
        })
        .await
}

/// An exhibit that one is called to judge.
#[derive(Serialize, ToSchema)]
#[schema(as = ExpertReview)]
pub struct ExpertReviewView {
    id: Uuid,
    #[schema(value_type = ExpertReviewStatus)]
    status: String,
    #[schema(value_type = domain::homework::WorkKind)]
    kind: String,
    subject: String,
    stage: String,
    assigned_at: DateTime<Utc>,
    #[schema(required)]
    score: Option<Hundredths>,
    #[schema(required)]
    comment: Option<String>,
    #[schema(required)]
    reviewed_at: Option<DateTime<Utc>>,
}

fn part(row: ExpertReview, kind: String, subject: String, stage: String) -> ExpertReviewView {
    ExpertReviewView {
        id: row.id,
        status: row.status,
        kind,
        subject,
        stage,
        assigned_at: row.assigned_at,
        score: row.score.map(Hundredths::new),
        comment: row.comment,
        reviewed_at: row.reviewed_at,
    }
}

/// Whether an expert has marked an exhibit.
#[derive(Deserialize, Serialize, ToSchema, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub enum ExpertReviewStatus {
    Assigned,
    Done,
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListExpertReviews {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    #[param(inline)]
    status: Option<ExpertReviewStatus>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ExpertReviewPage)]
pub struct ExpertReviewPage {
    items: Vec<ExpertReviewView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List the exhibits that one is called to judge; nothing tells who made them.
#[utoipa::path(
    tag = "homework",
    operation_id = "list_expert_reviews",
    params(ListExpertReviews),
    responses((status = 200, description = "A page of one's own parts", body = ExpertReviewPage)),
    extensions(("x-authz" = json!("W09")), ("x-functions" = json!(["F32"])))
)]
#[get("/expert-reviews")]
async fn list_expert_reviews(
    caller: Caller,
    request: HttpRequest,
    Params(wish): Params<ListExpertReviews>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let status = wish.status.map(|status| match status {
        ExpertReviewStatus::Assigned => "assigned",
        ExpertReviewStatus::Done => "done",
    });
    let cut = exhibitions::list_own(&caller.look(), status, &window).await?;
    let next = page::next_cursor(&cut, |(row, _)| app::Key { value: None, id: row.id });
    let items = cut.items.into_iter().filter_map(|(row, work)| {
        let work = work?;
        Some(part(row, work.kind, work.subject, work.stage))
    });
    let page = ExpertReviewPage { items: items.collect(), next_cursor: next.clone() };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

/// A file of an exhibit, under a name that tells nothing.
#[derive(Serialize, ToSchema)]
#[schema(as = BlindFile)]
pub struct BlindFileView {
    id: Uuid,
    /// Its place among the files, from 1.
    position: u32,
    media_type: String,
    /// Bytes.
    size: i64,
}

/// An exhibit to judge.
#[derive(Serialize, ToSchema)]
#[schema(as = BlindExhibit)]
pub struct BlindView {
    #[serde(flatten)]
    review: ExpertReviewView,
    title: String,
    body: String,
    attachments: Vec<BlindFileView>,
}

fn blind(found: Blind) -> BlindView {
    let files = (1_u32..).zip(found.files).map(|(position, file)| BlindFileView {
        id: file.id,
        position,
        media_type: file.media_type,
        size: file.size,
    });
    BlindView {
        title: found.version.title,
        body: found.version.body,
        attachments: files.collect(),
        review: part(found.review, found.work.kind, found.work.subject, found.work.stage),
    }
}

/// Show an exhibit that one is called to judge, without author, school or file names.
#[utoipa::path(
    tag = "homework",
    operation_id = "show_expert_review",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The exhibit", body = BlindView)),
    extensions(("x-authz" = json!("W09")), ("x-functions" = json!(["F32"])))
)]
#[get("/expert-reviews/{id}")]
async fn show_expert_review(caller: Caller, id: Path<Uuid>) -> Reply {
    Ok(show(&blind(exhibitions::show_own(&caller.look(), *id).await?)))
}

/// An expert's mark.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkExhibit {
    score: Hundredths,
    /// The author reads it, without the expert's name.
    #[validate(length(min = 1, max = 5000), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 5000)]
    comment: String,
}

/// Mark an exhibit; the last mark needed settles it, two too far apart call a third expert.
#[utoipa::path(
    tag = "homework",
    operation_id = "mark_exhibit",
    params(("id" = Uuid, Path)),
    request_body = MarkExhibit,
    responses((status = 201, description = "The mark", body = ExpertView)),
    extensions(("x-authz" = json!("W09")), ("x-functions" = json!(["F32"])))
)]
#[post("/expert-reviews/{id}/marks")]
async fn mark_exhibit(caller: Caller, id: Path<Uuid>, Body(wish): Body<MarkExhibit>) -> Reply {
    caller
        .write(async |work| {
            let row = exhibitions::mark(work, *id, wish.score, &wish.comment).await?;
            answer::created(&expert(row, None), format!("/expert-reviews/{id}"), 1)
        })
        .await
}

/// What is confirmed when a work goes into the library.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishHomework {
    licence_confirmed: bool,
    /// No pupil can be recognised.
    personal_data_checked: bool,
    level: ResourceLevel,
    /// `CC BY-NC-SA 4.0` when left out.
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 100)]
    licence: Option<String>,
    #[validate(length(min = 1, max = 2000), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 2000)]
    reason: String,
}

/// What went into the library.
#[derive(Serialize, ToSchema)]
#[schema(as = PublishedResource)]
pub struct PublishedView {
    id: Uuid,
    submission_id: Uuid,
    #[schema(value_type = ResourceLevel)]
    level: String,
    title: String,
    #[schema(value_type = domain::homework::WorkKind)]
    kind: String,
    subject: String,
    stage: String,
    author_id: Uuid,
    licence: String,
    #[schema(value_type = domain::library::ResourceStatus)]
    status: String,
    published_at: DateTime<Utc>,
}

fn published(row: Resource, submission: Uuid) -> PublishedView {
    PublishedView {
        id: row.id,
        submission_id: submission,
        level: row.level,
        title: row.title,
        kind: row.kind,
        subject: row.subject,
        stage: row.stage,
        author_id: row.author_id,
        licence: row.licence,
        status: row.status,
        published_at: row.published_at,
    }
}

/// Publish a settled exhibit in the library; the way it came stays with it.
#[utoipa::path(
    tag = "homework",
    operation_id = "publish_homework",
    params(("id" = Uuid, Path)),
    request_body = PublishHomework,
    responses((status = 201, description = "The resource", body = PublishedView)),
    extensions(("x-authz" = json!("W10")), ("x-functions" = json!(["F34"])))
)]
#[post("/submissions/{id}/publications")]
async fn publish_homework(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<PublishHomework>,
) -> Reply {
    let licence = wish.licence.unwrap_or_else(|| "CC BY-NC-SA 4.0".to_owned());
    caller
        .write(async |work| {
            let wish = Publication {
                level: wish.level,
                licence: licence.clone(),
                licence_confirmed: wish.licence_confirmed,
                personal_data_checked: wish.personal_data_checked,
                reason: wish.reason.clone(),
            };
            let (row, _) = exhibitions::publish(work, *id, wish).await?;
            let path = format!("/resources/{}", row.id);
            answer::created(&published(row, *id), path, 1)
        })
        .await
}
