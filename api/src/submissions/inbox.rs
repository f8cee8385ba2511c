use actix_web::{HttpRequest, get, web::Path};
use app::submissions::{self, Filter, Listed, Sort};
use chrono::{DateTime, Utc};
use domain::{
    Hundredths,
    homework::{HomeworkStatus, Rung, WorkKind},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use super::views;
use crate::{
    answer::{Reply, show, show_version},
    body::Params,
    caller::Caller,
    page,
};

/// A work in a list.
#[derive(Serialize, ToSchema)]
#[schema(as = SubmissionSummary)]
pub struct SummaryView {
    id: Uuid,
    #[schema(required)]
    task_id: Option<Uuid>,
    author_id: Uuid,
    author_name: String,
    school_id: Uuid,
    school_name: String,
    #[schema(required)]
    workshop_id: Option<Uuid>,
    #[schema(required)]
    workshop_name: Option<String>,
    subject: String,
    stage: String,
    title: String,
    #[schema(value_type = domain::homework::WorkKind)]
    kind: String,
    rung: String,
    #[schema(value_type = domain::homework::HomeworkStatus)]
    status: String,
    latest_version: i32,
    #[schema(required)]
    score: Option<Hundredths>,
    late: bool,
    version: i64,
    #[schema(required)]
    submitted_at: Option<DateTime<Utc>>,
    /// The instant since which the work waits where it stands.
    waiting_since: DateTime<Utc>,
    review_count: i64,
    /// Recommendations that hold.
    recommendation_count: i64,
}

fn summary(row: Listed) -> SummaryView {
    SummaryView {
        id: row.id,
        task_id: row.task_id,
        author_id: row.person_id,
        author_name: row.author,
        school_id: row.school_id,
        school_name: row.school,
        workshop_id: row.workshop_id,
        workshop_name: row.workshop,
        subject: row.subject,
        stage: row.stage,
        title: row.title,
        kind: row.kind,
        rung: row.rung,
        status: row.status,
        latest_version: row.latest_version,
        score: row.score.map(Hundredths::new),
        late: row.late,
        version: row.version,
        submitted_at: row.submitted_at,
        waiting_since: row.updated_at,
        review_count: row.reviews,
        recommendation_count: row.recommendations,
    }
}

/// What a list of works is sorted by; `-` turns it round.
#[derive(Deserialize, ToSchema, Clone, Copy, Default, PartialEq, Eq)]
pub enum SubmissionSort {
    /// The longest waiting first.
    #[default]
    #[serde(rename = "waiting_since")]
    Waiting,
    #[serde(rename = "-waiting_since")]
    WaitingDescending,
    #[serde(rename = "title")]
    Title,
    #[serde(rename = "-title")]
    TitleDescending,
    /// Works without a score are left out.
    #[serde(rename = "score")]
    Score,
    #[serde(rename = "-score")]
    ScoreDescending,
}

impl SubmissionSort {
    fn parts(self) -> (Sort, bool) {
        match self {
            Self::Waiting => (Sort::Waiting, false),
            Self::WaitingDescending => (Sort::Waiting, true),
            Self::Title => (Sort::Title, false),
            Self::TitleDescending => (Sort::Title, true),
            Self::Score => (Sort::Score, false),
            Self::ScoreDescending => (Sort::Score, true),
        }
    }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListSubmissions {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    #[param(inline)]
    sort: Option<SubmissionSort>,
    #[param(inline)]
    rung: Option<Rung>,
    #[param(inline)]
    status: Option<HomeworkStatus>,
    task_id: Option<Uuid>,
    workshop_id: Option<Uuid>,
    school_id: Option<Uuid>,
    #[validate(length(min = 1, max = 50))]
    #[param(min_length = 1, max_length = 50)]
    subject: Option<String>,
    #[param(inline)]
    kind: Option<WorkKind>,
    /// Whether anybody has reviewed it (已点评/未点评).
    reviewed: Option<bool>,
    /// Whether any recommendation holds (已推优/未推优).
    recommended: Option<bool>,
    /// What the caller wrote or is asked to polish (`true`), or only what others wrote (`false`).
    mine: Option<bool>,
    /// Part of the title or of the author's name.
    #[validate(length(min = 1, max = 100))]
    #[param(min_length = 1, max_length = 100)]
    q: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = SubmissionPage)]
pub struct SubmissionPage {
    items: Vec<SummaryView>,
    #[schema(required)]
    next_cursor: Option<String>,
    total: u64,
}

/// List works: a leader's inbox, a school's shelf, the ledger of recommended works.
#[utoipa::path(
    tag = "homework",
    operation_id = "list_submissions",
    params(("id" = Uuid, Path), ListSubmissions),
    responses((status = 200, description = "A page of works", body = SubmissionPage)),
    extensions(("x-authz" = json!("W03")), ("x-functions" = json!(["F26", "F27", "F29"])))
)]
#[get("/projects/{id}/submissions")]
pub async fn list_submissions(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListSubmissions>,
) -> Reply {
    let (sort, descending) = wish.sort.unwrap_or_default().parts();
    let window = page::window(wish.limit, wish.cursor.as_deref(), descending)?;
    let filter = Filter {
        rung: wish.rung.map(|rung| rung.to_string()),
        status: wish.status.map(|status| status.to_string()),
        task: wish.task_id,
        workshop: wish.workshop_id,
        school: wish.school_id,
        subject: wish.subject,
        kind: wish.kind.map(|kind| kind.to_string()),
        reviewed: wish.reviewed,
        recommended: wish.recommended,
        text: wish.q,
        mine: wish.mine,
    };
    let found = submissions::list(&caller.look(), *id, &filter, sort, &window).await?;
    let next = page::next_cursor(&found.cut, |one| place(one, sort));
    let items = found.cut.items.into_iter().map(summary).collect();
    let page = SubmissionPage { items, next_cursor: next.clone(), total: found.total };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

fn place(one: &Listed, sort: Sort) -> app::Key {
    let value = match sort {
        Sort::Waiting => one.updated_at.to_rfc3339(),
        Sort::Title => one.title.clone(),
        Sort::Score => one.score.unwrap_or_default().to_string(),
    };
    app::Key { value: Some(value), id: one.id }
}

/// Show a work with its versions, reviews, recommendations, quota and what may be done now.
#[utoipa::path(
    tag = "homework",
    operation_id = "show_submission",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The work", body = views::SubmissionView)),
    extensions(("x-authz" = json!("W03")), ("x-functions" = json!(["F26", "F27", "F29", "F31"])))
)]
#[get("/submissions/{id}")]
pub async fn show_submission(caller: Caller, id: Path<Uuid>) -> Reply {
    let found = submissions::show(&caller.look(), *id).await?;
    let version = found.found.row.version;
    Ok(show_version(&views::whole(found, caller.ctx.actor.id), version))
}

/// One change of a work, or a decision that changed nothing.
#[derive(Serialize, ToSchema)]
#[schema(as = SubmissionStep)]
pub struct StepView {
    id: Uuid,
    action: String,
    /// `personal/submitted`: rung and status before.
    from: String,
    to: String,
    /// Nobody where the program did it, or where the judges of an exhibition stay unnamed.
    #[schema(required)]
    actor_name: Option<String>,
    role: String,
    #[schema(required)]
    reason: Option<String>,
    at: DateTime<Utc>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = SubmissionHistory)]
pub struct HistoryView {
    items: Vec<StepView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// Show what became of a work: every hand, decision and reason, oldest first.
#[utoipa::path(
    tag = "homework",
    operation_id = "list_submission_history",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The whole history", body = HistoryView)),
    extensions(("x-authz" = json!("W03")), ("x-functions" = json!(["F26", "F29"])))
)]
#[get("/submissions/{id}/history")]
pub async fn list_submission_history(caller: Caller, id: Path<Uuid>) -> Reply {
    let steps = submissions::history(&caller.look(), *id).await?;
    let items = steps.into_iter().map(|(step, name)| StepView {
        id: step.id,
        action: step.action,
        from: step.from,
        to: step.to,
        actor_name: name,
        role: step.role,
        reason: step.reason,
        at: step.at,
    });
    Ok(show(&HistoryView { items: items.collect(), next_cursor: None }))
}
