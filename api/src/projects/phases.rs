use actix_web::{delete, get, patch, post, web::Path};
use app::projects::{self, Basis, NewBasis, Phase, PhaseChange};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply, show_version},
    body::{Body, IfMatch},
    caller::Caller,
};

/// A phase binds content, activities and assessment.
#[derive(Serialize, ToSchema)]
#[schema(as = Phase)]
pub struct PhaseView {
    id: Uuid,
    seq: i32,
    name: String,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    /// Numbers of the modules.
    modules: Vec<i32>,
    activities: Vec<String>,
    /// Codes of parts of the grade.
    grade_components: Vec<String>,
    /// The number in its `ETag`.
    version: i64,
}

pub(super) fn view(phase: Phase) -> PhaseView {
    PhaseView {
        id: phase.id,
        seq: phase.seq,
        name: phase.name,
        starts_on: phase.starts_on,
        ends_on: phase.ends_on,
        modules: serde_json::from_str(&phase.modules).unwrap_or_default(),
        activities: serde_json::from_str(&phase.activities).unwrap_or_default(),
        grade_components: serde_json::from_str(&phase.grade_components).unwrap_or_default(),
        version: phase.version,
    }
}

/// A document the project rests on.
#[derive(Serialize, ToSchema)]
#[schema(as = PolicyBasis)]
pub struct BasisView {
    id: Uuid,
    title: String,
    doc_no: String,
    issuer: String,
    #[schema(required)]
    issued_on: Option<NaiveDate>,
}

pub(super) fn basis(basis: Basis) -> BasisView {
    BasisView {
        id: basis.id,
        title: basis.title,
        doc_no: basis.doc_no,
        issuer: basis.issuer,
        issued_on: basis.issued_on,
    }
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreatePhase {
    /// Its place in the order; after the others where it is left out.
    #[validate(range(min = 1, max = 99))]
    #[schema(minimum = 1, maximum = 99)]
    seq: Option<i32>,
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    /// Numbers of the modules, 1 to 4.
    #[validate(length(max = 4))]
    #[schema(max_items = 4)]
    #[serde(default)]
    modules: Vec<i32>,
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    #[serde(default)]
    activities: Vec<String>,
    /// Codes of parts of the grade, such as `online`.
    #[validate(length(max = 20))]
    #[schema(max_items = 20)]
    #[serde(default)]
    grade_components: Vec<String>,
}

/// Add a phase; it may be filled step by step until the project is published.
#[utoipa::path(
    tag = "projects",
    operation_id = "create_phase",
    params(("id" = Uuid, Path)),
    request_body = CreatePhase,
    responses((status = 201, description = "The new phase", body = PhaseView)),
    extensions(("x-authz" = json!("O01")), ("x-functions" = json!(["F02"])))
)]
#[post("/projects/{id}/phases")]
pub(super) async fn create_phase(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<CreatePhase>,
) -> Reply {
    let new = PhaseChange {
        seq: wish.seq,
        name: Some(wish.name),
        starts_on: Some(wish.starts_on),
        ends_on: Some(wish.ends_on),
        modules: Some(wish.modules),
        activities: Some(wish.activities),
        grade_components: Some(wish.grade_components),
    };
    caller
        .write(async |work| {
            let made = projects::add_phase(work, *id, new.clone()).await?;
            let path = format!("/phases/{}", made.id);
            answer::created(&view(made), path, 1)
        })
        .await
}

/// Show a phase.
#[utoipa::path(
    tag = "projects",
    operation_id = "show_phase",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The phase", body = PhaseView)),
    extensions(("x-authz" = json!("O01")), ("x-functions" = json!(["F02"])))
)]
#[get("/phases/{id}")]
pub(super) async fn show_phase(caller: Caller, id: Path<Uuid>) -> Reply {
    let found = projects::show_phase(&caller.look(), *id).await?;
    let version = found.version;
    Ok(show_version(&view(found), version))
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePhase {
    #[validate(range(min = 1, max = 99))]
    #[schema(minimum = 1, maximum = 99)]
    seq: Option<i32>,
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    #[validate(length(max = 4))]
    #[schema(max_items = 4)]
    modules: Option<Vec<i32>>,
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    activities: Option<Vec<String>>,
    #[validate(length(max = 20))]
    #[schema(max_items = 20)]
    grade_components: Option<Vec<String>>,
}

/// Change a phase; what is left out stays. After publishing it still binds all three.
#[utoipa::path(
    tag = "projects",
    operation_id = "change_phase",
    params(("id" = Uuid, Path)),
    request_body = ChangePhase,
    responses((status = 200, description = "As it is now", body = PhaseView)),
    extensions(
        ("x-authz" = json!("O01")),
        ("x-functions" = json!(["F02"])),
        ("x-if-match" = json!(true))
    )
)]
#[patch("/phases/{id}")]
pub(super) async fn change_phase(
    caller: Caller,
    id: Path<Uuid>,
    IfMatch(version): IfMatch,
    Body(wish): Body<ChangePhase>,
) -> Reply {
    let to = PhaseChange {
        seq: wish.seq,
        name: wish.name,
        starts_on: wish.starts_on,
        ends_on: wish.ends_on,
        modules: wish.modules,
        activities: wish.activities,
        grade_components: wish.grade_components,
    };
    caller
        .write(async |work| {
            let now = projects::change_phase(work, *id, version, to.clone()).await?;
            let version = now.version;
            answer::changed(&view(now), version)
        })
        .await
}

/// Take a phase away from a project that is not published yet.
#[utoipa::path(
    tag = "projects",
    operation_id = "remove_phase",
    params(("id" = Uuid, Path)),
    responses((status = 204, description = "Gone")),
    extensions(
        ("x-authz" = json!("O01")),
        ("x-functions" = json!(["F02"])),
        ("x-if-match" = json!(true))
    )
)]
#[delete("/phases/{id}")]
pub(super) async fn remove_phase(
    caller: Caller,
    id: Path<Uuid>,
    IfMatch(version): IfMatch,
) -> Reply {
    caller
        .write(async |work| {
            projects::remove_phase(work, *id, version).await?;
            answer::gone()
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreatePolicyBasis {
    #[validate(length(min = 1, max = 200), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 200)]
    title: String,
    /// The number of the document, such as 教师〔2013〕13号.
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    #[serde(default)]
    doc_no: String,
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    #[serde(default)]
    issuer: String,
    issued_on: Option<NaiveDate>,
}

/// Add a document that the project rests on.
#[utoipa::path(
    tag = "projects",
    operation_id = "create_policy_basis",
    params(("id" = Uuid, Path)),
    request_body = CreatePolicyBasis,
    responses((status = 201, description = "The document", body = BasisView)),
    extensions(("x-authz" = json!("O01")), ("x-functions" = json!(["F01"])))
)]
#[post("/projects/{id}/policy-bases")]
pub(super) async fn create_policy_basis(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<CreatePolicyBasis>,
) -> Reply {
    let new = NewBasis {
        title: wish.title,
        doc_no: wish.doc_no,
        issuer: wish.issuer,
        issued_on: wish.issued_on,
    };
    caller
        .write(async |work| {
            let made = projects::add_basis(work, *id, new.clone()).await?;
            answer::created(&basis(made), format!("/projects/{id}"), 1)
        })
        .await
}

/// Take a document away again.
#[utoipa::path(
    tag = "projects",
    operation_id = "remove_policy_basis",
    params(("id" = Uuid, Path)),
    responses((status = 204, description = "Gone")),
    extensions(("x-authz" = json!("O01")), ("x-functions" = json!(["F01"])))
)]
#[delete("/policy-bases/{id}")]
pub(super) async fn remove_policy_basis(caller: Caller, id: Path<Uuid>) -> Reply {
    caller
        .write(async |work| {
            projects::remove_basis(work, *id).await?;
            answer::gone()
        })
        .await
}
