//! The organisation tree (F04).

use actix_web::{HttpRequest, get, patch, post, web::Path};
use app::organizations::{self, Change, NewOrganization, Organization, School, Wanted};
use domain::organization::OrganizationKind;
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

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_organizations)
        .service(show_organization)
        .service(create_organization)
        .service(change_organization)
        .service(list_schools);
}

/// A province, city, county, town or school.
#[derive(Serialize, ToSchema)]
#[schema(as = Organization)]
pub struct OrganizationView {
    id: Uuid,
    /// `province`, `city`, `county`, `town` or `school`.
    #[schema(value_type = domain::organization::OrganizationKind)]
    kind: String,
    #[schema(required)]
    parent_id: Option<Uuid>,
    /// The county it is or lies in.
    #[schema(required)]
    county_id: Option<Uuid>,
    /// The official code: six digits of a county, ten of a school.
    code: String,
    name: String,
    aliases: Vec<String>,
    #[schema(required)]
    school_type: Option<String>,
    /// The number in its `ETag`.
    version: i64,
}

fn view(one: Organization) -> OrganizationView {
    OrganizationView {
        id: one.id,
        kind: one.kind,
        parent_id: one.parent,
        county_id: one.county,
        code: one.code,
        name: one.name,
        aliases: one.aliases,
        school_type: one.school_type,
        version: one.version,
    }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListOrganizations {
    kind: Option<OrganizationKind>,
    /// Those that lie directly in this one.
    parent_id: Option<Uuid>,
    /// Those of this county, at any depth.
    county_id: Option<Uuid>,
    /// Part of the name, an alias or the code.
    #[validate(length(min = 1, max = 50))]
    #[param(min_length = 1, max_length = 50)]
    q: Option<String>,
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = OrganizationPage)]
pub struct OrganizationPage {
    items: Vec<OrganizationView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

fn key(one: &Organization) -> app::Key {
    app::Key { value: Some(one.code.clone()), id: one.id }
}

/// List the organisations of the counties one has a part in, by code.
#[utoipa::path(
    tag = "organizations",
    operation_id = "list_organizations",
    params(ListOrganizations),
    responses((status = 200, description = "A page of organisations", body = OrganizationPage)),
    extensions(("x-authz" = json!("O01")), ("x-functions" = json!(["F04"])))
)]
#[get("/organizations")]
async fn list_organizations(
    caller: Caller,
    request: HttpRequest,
    Params(wish): Params<ListOrganizations>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let kind = wish.kind.map(|kind| kind.as_str().to_owned());
    let wanted = Wanted { kind, parent: wish.parent_id, county: wish.county_id, q: wish.q };
    let cut = organizations::list(&caller.look(), &wanted, &window).await?;
    let next_cursor = page::next_cursor(&cut, key);
    let items = cut.items.into_iter().map(view).collect();
    let page = OrganizationPage { items, next_cursor: next_cursor.clone() };
    Ok(page::show_page(&request, &page, next_cursor.as_deref()))
}

/// Show an organisation.
#[utoipa::path(
    tag = "organizations",
    operation_id = "show_organization",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The organisation", body = OrganizationView)),
    extensions(("x-authz" = json!("O01")), ("x-functions" = json!(["F04"])))
)]
#[get("/organizations/{id}")]
async fn show_organization(caller: Caller, id: Path<Uuid>) -> Reply {
    let found = organizations::find(&caller.look(), *id).await?;
    let version = found.version;
    Ok(show_version(&view(found), version))
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateOrganization {
    kind: OrganizationKind,
    /// What it lies in; a province lies in nothing.
    parent_id: Option<Uuid>,
    #[validate(length(min = 1, max = 20))]
    #[schema(min_length = 1, max_length = 20)]
    code: String,
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// Earlier and short names, by which files are recognised.
    #[validate(length(max = 20))]
    #[schema(max_items = 20)]
    #[serde(default)]
    aliases: Vec<String>,
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    school_type: Option<String>,
}

/// Add a town or school to a county, or a county, city or province to the tree.
#[utoipa::path(
    tag = "organizations",
    operation_id = "create_organization",
    request_body = CreateOrganization,
    responses((status = 201, description = "The new organisation", body = OrganizationView)),
    extensions(("x-authz" = json!("O01")), ("x-functions" = json!(["F04"])))
)]
#[post("/organizations")]
async fn create_organization(caller: Caller, Body(wish): Body<CreateOrganization>) -> Reply {
    let new = NewOrganization {
        kind: wish.kind,
        parent: wish.parent_id,
        code: wish.code,
        name: wish.name,
        aliases: wish.aliases,
        school_type: wish.school_type,
    };
    caller
        .write(async |work| {
            let made = organizations::create(work, new.clone()).await?;
            let path = format!("/organizations/{}", made.id);
            answer::created(&view(made), path, 1)
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeOrganization {
    /// The official name; a school's own administrator cannot change it.
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    #[validate(length(max = 20))]
    #[schema(max_items = 20)]
    aliases: Option<Vec<String>>,
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    school_type: Option<String>,
}

/// Change an organisation's name, aliases or type; what is left out stays.
#[utoipa::path(
    tag = "organizations",
    operation_id = "change_organization",
    params(("id" = Uuid, Path)),
    request_body = ChangeOrganization,
    responses((status = 200, description = "As it is now", body = OrganizationView)),
    extensions(
        ("x-authz" = json!("O01")),
        ("x-functions" = json!(["F04"])),
        ("x-if-match" = json!(true))
    )
)]
#[patch("/organizations/{id}")]
async fn change_organization(
    caller: Caller,
    id: Path<Uuid>,
    IfMatch(version): IfMatch,
    Body(wish): Body<ChangeOrganization>,
) -> Reply {
    let to = Change { name: wish.name, aliases: wish.aliases, school_type: wish.school_type };
    caller
        .write(async |work| {
            let now = organizations::change(work, *id, version, to.clone()).await?;
            let version = now.version;
            answer::changed(&view(now), version)
        })
        .await
}

/// A school of a project with its headcount.
#[derive(Serialize, ToSchema)]
#[schema(as = ProjectSchool)]
pub struct ProjectSchoolView {
    #[serde(flatten)]
    school: OrganizationView,
    /// How many are enrolled and count (应参训).
    enrolled: i64,
    /// How many of them have signed in (参训).
    activated: i64,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ProjectSchoolPage)]
pub struct ProjectSchoolPage {
    items: Vec<ProjectSchoolView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListSchools {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
}

/// List the schools of a project with their headcounts, by code.
#[utoipa::path(
    tag = "organizations",
    operation_id = "list_schools",
    params(("id" = Uuid, Path), ListSchools),
    responses((status = 200, description = "A page of schools", body = ProjectSchoolPage)),
    extensions(("x-authz" = json!("P01")), ("x-functions" = json!(["F04", "F05"])))
)]
#[get("/projects/{id}/schools")]
async fn list_schools(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListSchools>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let cut = organizations::list_schools(&caller.look(), *id, &window).await?;
    let next_cursor = page::next_cursor(&cut, |one| key(&one.organization));
    let school = |one: School| ProjectSchoolView {
        school: view(one.organization),
        enrolled: one.headcount.enrolled,
        activated: one.headcount.activated,
    };
    let items = cut.items.into_iter().map(school).collect();
    let page = ProjectSchoolPage { items, next_cursor: next_cursor.clone() };
    Ok(page::show_page(&request, &page, next_cursor.as_deref()))
}
