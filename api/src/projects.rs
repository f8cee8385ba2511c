//! Projects and their policy set (F01–F03).

mod lead;
mod phases;

use actix_web::{HttpRequest, get, post, web::Path};
use app::projects::{self, Policy, Project, Whole};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{machine::AllowedAction, policy::PolicySet};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply, show, show_version},
    body::{Body, Params},
    caller::Caller,
    page,
};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_projects)
        .service(lead::create_project)
        .service(lead::change_project)
        .service(lead::publish_project)
        .service(lead::change_project_status)
        .service(phases::create_phase)
        .service(phases::show_phase)
        .service(phases::change_phase)
        .service(phases::remove_phase)
        .service(phases::create_policy_basis)
        .service(phases::remove_policy_basis)
        .service(show_project)
        .service(list_policies)
        .service(create_policy);
}

/// A training project.
#[derive(Serialize, ToSchema)]
#[schema(as = Project)]
pub struct ProjectView {
    id: Uuid,
    code: String,
    name: String,
    programme: String,
    level: String,
    region_id: Uuid,
    region_name: String,
    provider: String,
    target_headcount: i64,
    /// `draft`, `published`, `running`, `closing`, `closed` or `archived`.
    #[schema(value_type = domain::project::ProjectStatus)]
    status: String,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    #[schema(required)]
    selection_closes_at: Option<DateTime<Utc>>,
    #[schema(required)]
    catalog_published_at: Option<DateTime<Utc>>,
    /// The number in its `ETag`.
    version: i64,
}

fn view(project: Project) -> ProjectView {
    ProjectView {
        id: project.id,
        code: project.code,
        name: project.name,
        programme: project.programme,
        level: project.level,
        region_id: project.region,
        region_name: project.region_name,
        provider: project.provider,
        target_headcount: project.target_headcount,
        status: project.status,
        starts_on: project.starts_on,
        ends_on: project.ends_on,
        selection_closes_at: project.selection_closes_at,
        catalog_published_at: project.catalog_published_at,
        version: project.version,
    }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListProjects {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ProjectPage)]
pub struct ProjectPage {
    items: Vec<ProjectView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List the projects one has a part in.
#[utoipa::path(
    tag = "projects",
    operation_id = "list_projects",
    params(ListProjects),
    responses((status = 200, description = "A page of projects", body = ProjectPage)),
    extensions(("x-authz" = json!("O01")), ("x-functions" = json!(["F01"])))
)]
#[get("/projects")]
async fn list_projects(
    caller: Caller,
    request: HttpRequest,
    Params(wish): Params<ListProjects>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let cut = projects::list(&caller.look(), &window).await?;
    let next = page::next_cursor(&cut, |one| app::Key { value: None, id: one.id });
    let items = cut.items.into_iter().map(view).collect();
    let page = ProjectPage { items, next_cursor: next.clone() };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

/// A project with its bases, phases and headcount.
#[derive(Serialize, ToSchema)]
#[schema(as = WholeProject)]
pub struct WholeProjectView {
    #[serde(flatten)]
    project: ProjectView,
    policy_bases: Vec<phases::BasisView>,
    phases: Vec<phases::PhaseView>,
    /// How many are enrolled and count (应参训).
    enrolled: i64,
    /// How many of them have signed in (参训).
    activated: i64,
    allowed_actions: Vec<AllowedAction>,
}

fn whole(whole: Whole) -> WholeProjectView {
    WholeProjectView {
        policy_bases: whole.bases.into_iter().map(phases::basis).collect(),
        phases: whole.phases.into_iter().map(phases::view).collect(),
        enrolled: whole.enrolled,
        activated: whole.activated,
        allowed_actions: whole.actions,
        project: view(whole.project),
    }
}

/// Show a project with its bases, phases and headcount.
#[utoipa::path(
    tag = "projects",
    operation_id = "show_project",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The project", body = WholeProjectView)),
    extensions(("x-authz" = json!("O01")), ("x-functions" = json!(["F01", "F02"])))
)]
#[get("/projects/{id}")]
async fn show_project(caller: Caller, id: Path<Uuid>) -> Reply {
    let found = projects::show(&caller.look(), *id).await?;
    let version = found.project.version;
    Ok(show_version(&whole(found), version))
}

/// A version of the policy set.
#[derive(Serialize, ToSchema)]
#[schema(as = Policy)]
pub struct PolicyView {
    id: Uuid,
    number: i64,
    effective_on: NaiveDate,
    note: String,
    body: PolicySet,
    created_at: DateTime<Utc>,
}

fn policy(policy: Policy) -> PolicyView {
    PolicyView {
        id: policy.id,
        number: policy.number,
        effective_on: policy.effective_on,
        note: policy.note,
        body: serde_json::from_str(&policy.body).unwrap_or_else(|_| PolicySet::preset()),
        created_at: policy.created_at,
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = PolicyPage)]
pub struct PolicyPage {
    items: Vec<PolicyView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List the versions of a project's policy set, the one in force first.
#[utoipa::path(
    tag = "projects",
    operation_id = "list_policies",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The versions", body = PolicyPage)),
    extensions(("x-authz" = json!("O06")), ("x-functions" = json!(["F03"])))
)]
#[get("/projects/{id}/policies")]
async fn list_policies(caller: Caller, id: Path<Uuid>) -> Reply {
    let found = projects::policies(&caller.look(), *id).await?;
    Ok(show(&PolicyPage { items: found.into_iter().map(policy).collect(), next_cursor: None }))
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreatePolicy {
    body: PolicySet,
    effective_on: NaiveDate,
    /// Why it changes; announced with it.
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 500)]
    note: String,
}

/// Add a version of the policy set; earlier versions stay as they were.
#[utoipa::path(
    tag = "projects",
    operation_id = "create_policy",
    params(("id" = Uuid, Path)),
    request_body = CreatePolicy,
    responses((status = 201, description = "The new version", body = PolicyView)),
    extensions(("x-authz" = json!("O06")), ("x-functions" = json!(["F03"])))
)]
#[post("/projects/{id}/policies")]
async fn create_policy(caller: Caller, id: Path<Uuid>, Body(wish): Body<CreatePolicy>) -> Reply {
    caller
        .write(async |work| {
            let new = projects::create_policy(work, *id, &wish.body, wish.effective_on, &wish.note)
                .await?;
            answer::created(&policy(new), format!("/projects/{id}/policies"), 1)
        })
        .await
}
