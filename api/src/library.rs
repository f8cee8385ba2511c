//! The shared library: what was published, with where it comes from (F34).

use actix_web::{HttpRequest, get, post, web::Path};
use app::{
    Key,
    library::{self, Filter, Resource, Sort, Whole},
};
use chrono::{DateTime, SecondsFormat, Utc};
use domain::{
    Hundredths,
    homework::{ResourceLevel, WorkKind},
    library::ResourceStatus,
    machine::AllowedAction,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply, show_version},
    attachments::{self, AttachmentView},
    body::{Body, Params},
    caller::Caller,
    page,
};

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_resources).service(show_resource).service(create_take_down);
}

/// Somebody or some place by name.
#[derive(Serialize, ToSchema)]
#[schema(as = ResourceCredit)]
pub struct CreditView {
    id: Uuid,
    name: String,
}

/// A work that the library shares.
#[derive(Serialize, ToSchema)]
#[schema(as = Resource)]
pub struct ResourceView {
    id: Uuid,
    project_id: Uuid,
    level: ResourceLevel,
    title: String,
    kind: WorkKind,
    subject: String,
    stage: String,
    author: CreditView,
    school: CreditView,
    /// Under which licence it may be used; always shown with it.
    licence: String,
    status: ResourceStatus,
    #[schema(required)]
    submission_id: Option<Uuid>,
    published_at: DateTime<Utc>,
    /// The mean of the experts' marks, where experts judged it.
    #[schema(required)]
    expert_score: Option<Hundredths>,
}

fn view((resource, expert_score): (Resource, Option<Hundredths>)) -> ResourceView {
    ResourceView {
        id: resource.id,
        project_id: resource.project_id,
        level: ResourceLevel::parse(&resource.level).unwrap_or(ResourceLevel::School),
        title: resource.title,
        kind: WorkKind::parse(&resource.kind).unwrap_or(WorkKind::Other),
        subject: resource.subject,
        stage: resource.stage,
        author: CreditView { id: resource.author_id, name: resource.author_name },
        school: CreditView { id: resource.school_id, name: resource.school_name },
        licence: resource.licence,
        status: ResourceStatus::parse(&resource.status).unwrap_or(ResourceStatus::TakenDown),
        submission_id: resource.submission_id,
        published_at: resource.published_at,
        expert_score,
    }
}

#[derive(Clone, Copy, Deserialize, ToSchema)]
pub enum ResourceSort {
    /// The newest first.
    #[serde(rename = "-published_at")]
    PublishedAt,
    #[serde(rename = "title")]
    Title,
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListResources {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    level: Option<ResourceLevel>,
    kind: Option<WorkKind>,
    #[validate(length(max = 50))]
    #[param(max_length = 50)]
    subject: Option<String>,
    #[validate(length(max = 50))]
    #[param(max_length = 50)]
    stage: Option<String>,
    school_id: Option<Uuid>,
    /// Part of the title or of the author's name.
    #[validate(length(min = 1, max = 100))]
    #[param(min_length = 1, max_length = 100)]
    q: Option<String>,
    #[param(inline)]
    sort: Option<ResourceSort>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ResourcePage)]
pub struct ResourcePage {
    items: Vec<ResourceView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List what a project's library shows.
#[utoipa::path(
    tag = "library",
    operation_id = "list_resources",
    params(("id" = Uuid, Path), ListResources),
    responses((status = 200, description = "A page of the library", body = ResourcePage)),
    extensions(("x-authz" = json!("W11")), ("x-functions" = json!(["F34"])))
)]
#[get("/projects/{id}/resources")]
async fn list_resources(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListResources>,
) -> Reply {
    let by_title = matches!(wish.sort, Some(ResourceSort::Title));
    let sort = if by_title { Sort::Title } else { Sort::PublishedAt };
    let window = page::window(wish.limit, wish.cursor.as_deref(), !by_title)?;
    let filter = Filter {
        level: wish.level.map(|level| level.to_string()),
        kind: wish.kind.map(|kind| kind.to_string()),
        subject: wish.subject,
        stage: wish.stage,
        school: wish.school_id,
        text: wish.q,
    };
    let cut = library::list(&caller.look(), *id, &filter, sort, &window).await?;
    let next = page::next_cursor(&cut, |(one, _)| Key {
        value: Some(match sort {
            Sort::Title => one.title.clone(),
            Sort::PublishedAt => one.published_at.to_rfc3339_opts(SecondsFormat::Micros, true),
        }),
        id: one.id,
    });
    let items = cut.items.into_iter().map(view).collect();
    let next_cursor = next.clone();
    Ok(page::show_page(&request, &ResourcePage { items, next_cursor }, next.as_deref()))
}

/// A version of the work.
#[derive(Serialize, ToSchema)]
#[schema(as = ResourceVersion)]
pub struct ResourceVersionView {
    number: i32,
    title: String,
    created_at: DateTime<Utc>,
}

/// A decision that the work owes its place to.
#[derive(Serialize, ToSchema)]
#[schema(as = ResourceStep)]
pub struct ResourceStepView {
    action: String,
    from: String,
    to: String,
    /// Who decided, where that was a person.
    #[schema(required)]
    actor_name: Option<String>,
    role: String,
    /// Words of recommendation, or why it was taken down.
    #[schema(required)]
    reason: Option<String>,
    at: DateTime<Utc>,
}

/// A thing of the library with the way it came.
#[derive(Serialize, ToSchema)]
#[schema(as = WholeResource)]
pub struct WholeResourceView {
    #[serde(flatten)]
    resource: ResourceView,
    versions: Vec<ResourceVersionView>,
    attachments: Vec<AttachmentView>,
    provenance: Vec<ResourceStepView>,
    allowed_actions: Vec<AllowedAction>,
}

fn whole(found: Whole) -> WholeResourceView {
    let version = |one: library::Version| ResourceVersionView {
        number: one.number,
        title: one.title,
        created_at: one.created_at,
    };
    let provenance = found.history.into_iter().map(|(step, actor_name)| ResourceStepView {
        action: step.action,
        from: step.from,
        to: step.to,
        actor_name,
        role: step.role,
        reason: step.reason,
        at: step.at,
    });
    WholeResourceView {
        versions: found.versions.into_iter().map(version).collect(),
        attachments: found.files.into_iter().map(attachments::view).collect(),
        provenance: provenance.collect(),
        allowed_actions: found.allowed_actions,
        resource: view((found.resource, found.score)),
    }
}

/// Show a thing of the library: its author and school, its licence, and every recommendation
/// and decision on its way. One that was taken down says why.
#[utoipa::path(
    tag = "library",
    operation_id = "show_resource",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The thing", body = WholeResourceView)),
    extensions(("x-authz" = json!("W11")), ("x-functions" = json!(["F34"])))
)]
#[get("/resources/{id}")]
async fn show_resource(caller: Caller, id: Path<Uuid>) -> Reply {
    let found = library::show(&caller.look(), *id).await?;
    let version = found.resource.version;
    Ok(show_version(&whole(found), version))
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateTakeDown {
    /// Why; everybody who follows an old link reads it.
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

/// Take a thing down. From its author this asks the county or the project team to do so.
#[utoipa::path(
    tag = "library",
    operation_id = "create_take_down",
    params(("id" = Uuid, Path)),
    request_body = CreateTakeDown,
    responses((status = 201, description = "Taken down, or asked for", body = WholeResourceView)),
    extensions(("x-authz" = json!("W10")), ("x-functions" = json!(["F34"])))
)]
#[post("/resources/{id}/take-downs")]
async fn create_take_down(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<CreateTakeDown>,
) -> Reply {
    caller
        .write(async |work| {
            library::take_down(work, *id, wish.reason.trim()).await?;
            let found = library::show(work, *id).await?;
            let version = found.resource.version;
            answer::created(&whole(found), format!("/resources/{id}"), version)
        })
        .await
}
