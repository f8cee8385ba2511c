//! Classes, their members and their lead; formation proposals and exceptions (F08, F09).

use actix_web::{HttpRequest, get, patch, post, web::Path};
use app::classes::{self, Class, Filter, Holder, NewClass, Seen};
use chrono::{DateTime, Utc};
use domain::{
    classes::{ClassStatus, SizeFinding},
    machine::AllowedAction,
    policy::ClassKind,
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
    page,
};

mod exceptions;
mod formation;
mod members;
mod moves;

pub use members::{AddMembers, MemberResultsView, results};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_classes)
        .service(show_class)
        .service(create_class)
        .service(change_class)
        .configure(moves::routes)
        .configure(members::routes)
        .configure(exceptions::routes)
        .configure(formation::routes);
}

/// A school by id and name.
#[derive(Serialize, ToSchema)]
#[schema(as = SchoolName)]
pub struct SchoolNameView {
    pub id: Uuid,
    pub name: String,
}

/// A person by id and name.
#[derive(Serialize, ToSchema)]
#[schema(as = PersonName)]
pub struct PersonNameView {
    pub person_id: Uuid,
    pub name: String,
}

pub fn person_name(one: Holder) -> PersonNameView {
    PersonNameView { person_id: one.person, name: one.name }
}

/// A class of one school, or a joint one of several.
#[derive(Serialize, ToSchema)]
#[schema(as = Class)]
pub struct ClassView {
    id: Uuid,
    project_id: Uuid,
    code: String,
    name: String,
    kind: ClassKind,
    status: ClassStatus,
    /// Why it is a joint one.
    #[schema(required)]
    reason: Option<String>,
    schools: Vec<SchoolNameView>,
    /// Who leads a joint class (联校管理员).
    #[schema(required)]
    lead: Option<PersonNameView>,
    /// The administrators of its schools; empty in lists.
    co_admins: Vec<PersonNameView>,
    members: u32,
    /// Seats that can be taken without a reason; absent where there is no limit.
    #[schema(required)]
    seats: Option<u32>,
    /// What the policy says about its size.
    findings: Vec<SizeFinding>,
    allowed_actions: Vec<AllowedAction>,
    version: i64,
    created_at: DateTime<Utc>,
}

fn view(seen: Seen) -> ClassView {
    let Seen { class, members, seats, lead, co_admins, findings, allowed } = seen;
    let Class { id, project, code, name, kind, status, reason, version, created_at, .. } = class;
    let school = |one: classes::School| SchoolNameView { id: one.id, name: one.name };
    ClassView {
        id,
        project_id: project,
        code,
        name,
        kind,
        status,
        reason,
        schools: class.schools.into_iter().map(school).collect(),
        lead: lead.map(person_name),
        co_admins: co_admins.into_iter().map(person_name).collect(),
        members,
        seats,
        findings,
        allowed_actions: allowed,
        version,
        created_at,
    }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListClasses {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    school_id: Option<Uuid>,
    kind: Option<ClassKind>,
    status: Option<ClassStatus>,
    /// A part of the name or code.
    #[validate(length(min = 1, max = 100))]
    #[param(min_length = 1, max_length = 100)]
    q: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ClassPage)]
pub struct ClassPage {
    items: Vec<ClassView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List the classes of a project by code, with members taken and size findings.
#[utoipa::path(
    tag = "classes",
    operation_id = "list_classes",
    params(("id" = Uuid, Path), ListClasses),
    responses((status = 200, description = "A page of classes", body = ClassPage)),
    extensions(("x-authz" = json!("O03")), ("x-functions" = json!(["F08", "F09"])))
)]
#[get("/projects/{id}/classes")]
async fn list_classes(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListClasses>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let filter = Filter { school: wish.school_id, kind: wish.kind, status: wish.status, q: wish.q };
    let cut = classes::list(&caller.look(), *id, &filter, &window).await?;
    let next = page::next_cursor(&cut, |one| app::Key {
        value: Some(one.class.code.clone()),
        id: one.class.id,
    });
    let items = cut.items.into_iter().map(view).collect();
    let page = ClassPage { items, next_cursor: next.clone() };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

/// Show a class with its administrators.
#[utoipa::path(
    tag = "classes",
    operation_id = "show_class",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The class", body = ClassView)),
    extensions(("x-authz" = json!("O03")), ("x-functions" = json!(["F08", "F09"])))
)]
#[get("/classes/{id}")]
async fn show_class(caller: Caller, id: Path<Uuid>) -> Reply {
    let seen = classes::show(&caller.look(), *id).await?;
    let version = seen.class.version;
    Ok(show_version(&view(seen), version))
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateClass {
    kind: ClassKind,
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// One school, or at least two for a joint class; the first one gives the class its code.
    #[validate(length(min = 1, max = 20))]
    #[schema(min_items = 1, max_items = 20)]
    school_ids: Vec<Uuid>,
    /// Why the schools join; a joint class needs it.
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: Option<String>,
}

/// Form a class of one school, or a joint one with a reason; it starts as a draft.
#[utoipa::path(
    tag = "classes",
    operation_id = "create_class",
    params(("id" = Uuid, Path)),
    request_body = CreateClass,
    responses((status = 201, description = "The class", body = ClassView)),
    extensions(("x-authz" = json!("O03")), ("x-functions" = json!(["F08", "F09"])))
)]
#[post("/projects/{id}/classes")]
async fn create_class(caller: Caller, id: Path<Uuid>, Body(wish): Body<CreateClass>) -> Reply {
    caller
        .write(async |work| {
            let new = NewClass {
                kind: wish.kind,
                name: wish.name.clone(),
                schools: wish.school_ids.clone(),
                reason: wish.reason.clone(),
            };
            let seen = view(classes::create(work, *id, new).await?);
            let path = format!("/classes/{}", seen.id);
            answer::created(&seen, path, seen.version)
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeClass {
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: Option<String>,
}

/// Change the name of a class, or why it is a joint one.
#[utoipa::path(
    tag = "classes",
    operation_id = "change_class",
    params(("id" = Uuid, Path)),
    request_body = ChangeClass,
    responses((status = 200, description = "The class", body = ClassView)),
    extensions(
        ("x-authz" = json!("O03")),
        ("x-functions" = json!(["F08", "F09"])),
        ("x-if-match" = json!(true))
    )
)]
#[patch("/classes/{id}")]
async fn change_class(
    caller: Caller,
    id: Path<Uuid>,
    IfMatch(version): IfMatch,
    Body(wish): Body<ChangeClass>,
) -> Reply {
    caller
        .write(async |work| {
            let (name, reason) = (wish.name.clone(), wish.reason.clone());
            let seen = view(classes::change(work, *id, version, name, reason).await?);
            answer::changed(&seen, seen.version)
        })
        .await
}
