//! Workshops by subject family, with members, leader and deputies (F11).

use actix_web::{HttpRequest, delete, get, patch, post, web::Path};
use app::workshops::{self, Filter, Host, NewWorkshop, Seen};
use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    classes::{HostKind, WorkshopLevel},
    machine::AllowedAction,
    reference::Family,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply, show_version},
    body::{Body, IfMatch, Params},
    caller::Caller,
    classes::{PersonNameView, person_name},
    page,
};

mod people;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_workshops)
        .service(show_workshop)
        .service(create_workshop)
        .service(change_workshop)
        .service(remove_workshop)
        .configure(people::routes);
}

/// A workshop of a school or a joint class.
#[derive(Serialize, ToSchema)]
#[schema(as = Workshop)]
pub struct WorkshopView {
    id: Uuid,
    project_id: Uuid,
    code: String,
    name: String,
    family: Family,
    level: WorkshopLevel,
    host_kind: HostKind,
    host_id: Uuid,
    host_name: String,
    members: u32,
    /// The leader (坊主).
    #[schema(required)]
    leader: Option<PersonNameView>,
    deputies: Vec<PersonNameView>,
    status: String,
    /// Why it passes a limit.
    #[schema(required)]
    reason: Option<String>,
    allowed_actions: Vec<AllowedAction>,
    version: i64,
    created_at: DateTime<Utc>,
}

fn view(seen: Seen) -> WorkshopView {
    let Seen { workshop, host_name, members, leader, deputies, allowed } = seen;
    WorkshopView {
        id: workshop.id,
        project_id: workshop.project,
        code: workshop.code,
        name: workshop.name,
        family: workshop.family,
        level: workshop.level,
        host_kind: workshop.host_kind,
        host_id: workshop.host,
        host_name,
        members,
        leader: leader.map(person_name),
        deputies: deputies.into_iter().map(person_name).collect(),
        status: workshop.status,
        reason: workshop.reason,
        allowed_actions: allowed,
        version: workshop.version,
        created_at: workshop.created_at,
    }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListWorkshops {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    /// The school or the joint class that hosts it.
    host_id: Option<Uuid>,
    family: Option<Family>,
    level: Option<WorkshopLevel>,
    /// The person who leads it.
    leader_id: Option<Uuid>,
    /// A part of the name or code.
    #[validate(length(min = 1, max = 100))]
    #[param(min_length = 1, max_length = 100)]
    q: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = WorkshopPage)]
pub struct WorkshopPage {
    items: Vec<WorkshopView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List the workshops of a project by code, with members, leader and deputies.
#[utoipa::path(
    tag = "workshops",
    operation_id = "list_workshops",
    params(("id" = Uuid, Path), ListWorkshops),
    responses((status = 200, description = "A page of workshops", body = WorkshopPage)),
    extensions(("x-authz" = json!("O03")), ("x-functions" = json!(["F11"])))
)]
#[get("/projects/{id}/workshops")]
async fn list_workshops(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListWorkshops>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let filter = Filter {
        host: wish.host_id,
        family: wish.family,
        level: wish.level,
        leader: wish.leader_id,
        q: wish.q,
    };
    let cut = workshops::list(&caller.look(), *id, &filter, &window).await?;
    let next = page::next_cursor(&cut, |one| app::Key {
        value: Some(one.workshop.code.clone()),
        id: one.workshop.id,
    });
    let items = cut.items.into_iter().map(view).collect();
    let page = WorkshopPage { items, next_cursor: next.clone() };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

/// Show a workshop.
#[utoipa::path(
    tag = "workshops",
    operation_id = "show_workshop",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The workshop", body = WorkshopView)),
    extensions(("x-authz" = json!("O03")), ("x-functions" = json!(["F11", "F56"])))
)]
#[get("/workshops/{id}")]
async fn show_workshop(caller: Caller, id: Path<Uuid>) -> Reply {
    let seen = workshops::show(&caller.look(), *id).await?;
    let version = seen.workshop.version;
    Ok(show_version(&view(seen), version))
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateWorkshop {
    /// The school that hosts it; either this or `class_id`.
    school_id: Option<Uuid>,
    /// The joint class that hosts it; either this or `school_id`.
    class_id: Option<Uuid>,
    family: Family,
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// The person who leads it: a teacher or administrator of the school.
    leader_id: Option<Uuid>,
    /// Why a limit of the policy may be passed; it is listed among the exceptions.
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: Option<String>,
}

impl CreateWorkshop {
    fn host(&self) -> Result<Host, Refusal> {
        match (self.school_id, self.class_id) {
            (Some(id), None) => Ok(Host::School(id)),
            (None, Some(id)) => Ok(Host::Class(id)),
            _ => {
                let detail = "Name either the school or the joint class that hosts it.";
                Err(Refusal::field("/school_id", "one_host", detail))
            }
        }
    }
}

/// Open a workshop; a host has at most six and one of each family unless there is a reason.
#[utoipa::path(
    tag = "workshops",
    operation_id = "create_workshop",
    params(("id" = Uuid, Path)),
    request_body = CreateWorkshop,
    responses((status = 201, description = "The workshop", body = WorkshopView)),
    extensions(("x-authz" = json!("O05")), ("x-functions" = json!(["F11"])))
)]
#[post("/projects/{id}/workshops")]
async fn create_workshop(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<CreateWorkshop>,
) -> Reply {
    caller
        .write(async |work| {
            let new = NewWorkshop {
                host: wish.host()?,
                family: wish.family,
                name: wish.name.clone(),
                leader: wish.leader_id,
                reason: wish.reason.clone(),
            };
            let seen = view(workshops::create(work, *id, new).await?);
            let path = format!("/workshops/{}", seen.id);
            answer::created(&seen, path, seen.version)
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeWorkshop {
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    name: String,
}

/// Rename a workshop.
#[utoipa::path(
    tag = "workshops",
    operation_id = "change_workshop",
    params(("id" = Uuid, Path)),
    request_body = ChangeWorkshop,
    responses((status = 200, description = "The workshop", body = WorkshopView)),
    extensions(
        ("x-authz" = json!("O05")),
        ("x-functions" = json!(["F11"])),
        ("x-if-match" = json!(true))
    )
)]
#[patch("/workshops/{id}")]
async fn change_workshop(
    caller: Caller,
    id: Path<Uuid>,
    IfMatch(version): IfMatch,
    Body(wish): Body<ChangeWorkshop>,
) -> Reply {
    caller
        .write(async |work| {
            let seen = view(workshops::change(work, *id, version, wish.name.clone()).await?);
            answer::changed(&seen, seen.version)
        })
        .await
}

/// Remove a workshop in which no work was handed in; its members become free.
#[utoipa::path(
    tag = "workshops",
    operation_id = "remove_workshop",
    params(("id" = Uuid, Path)),
    responses((status = 204, description = "Removed")),
    extensions(
        ("x-authz" = json!("O05")),
        ("x-functions" = json!(["F11"])),
        ("x-if-match" = json!(true))
    )
)]
#[delete("/workshops/{id}")]
async fn remove_workshop(caller: Caller, id: Path<Uuid>, IfMatch(version): IfMatch) -> Reply {
    caller
        .write(async |work| {
            workshops::remove(work, *id, version).await?;
            answer::gone()
        })
        .await
}
