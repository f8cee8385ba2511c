use actix_web::put;
use domain::classes::ClassAction;

use super::*;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(submit_class)
        .service(approve_class)
        .service(return_class)
        .service(close_class)
        .service(appoint_class_lead);
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdvanceClass {
    /// Why; a return needs it.
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: Option<String>,
}

async fn advance(caller: Caller, id: Uuid, action: ClassAction, wish: AdvanceClass) -> Reply {
    caller
        .write(async |work| {
            let seen = classes::advance(work, id, action, wish.reason.clone()).await?;
            let seen = view(seen);
            answer::changed(&seen, seen.version)
        })
        .await
}

/// Submit a class to the county.
#[utoipa::path(
    tag = "classes",
    operation_id = "submit_class",
    params(("id" = Uuid, Path)),
    request_body = AdvanceClass,
    responses((status = 200, description = "The class", body = ClassView)),
    extensions(("x-authz" = json!("O03")), ("x-functions" = json!(["F08", "F09"])))
)]
#[post("/classes/{id}/submittals")]
async fn submit_class(caller: Caller, id: Path<Uuid>, Body(wish): Body<AdvanceClass>) -> Reply {
    advance(caller, *id, ClassAction::Submit, wish).await
}

/// Approve a class that was submitted.
#[utoipa::path(
    tag = "classes",
    operation_id = "approve_class",
    params(("id" = Uuid, Path)),
    request_body = AdvanceClass,
    responses((status = 200, description = "The class", body = ClassView)),
    extensions(("x-authz" = json!("O03")), ("x-functions" = json!(["F08", "F09"])))
)]
#[post("/classes/{id}/approvals")]
async fn approve_class(caller: Caller, id: Path<Uuid>, Body(wish): Body<AdvanceClass>) -> Reply {
    advance(caller, *id, ClassAction::Approve, wish).await
}

/// Return a class to its school with a reason.
#[utoipa::path(
    tag = "classes",
    operation_id = "return_class",
    params(("id" = Uuid, Path)),
    request_body = AdvanceClass,
    responses((status = 200, description = "The class", body = ClassView)),
    extensions(("x-authz" = json!("O03")), ("x-functions" = json!(["F08", "F09"])))
)]
#[post("/classes/{id}/returns")]
async fn return_class(caller: Caller, id: Path<Uuid>, Body(wish): Body<AdvanceClass>) -> Reply {
    advance(caller, *id, ClassAction::Return, wish).await
}

/// Close a class; its members stay as they are from then on.
#[utoipa::path(
    tag = "classes",
    operation_id = "close_class",
    params(("id" = Uuid, Path)),
    request_body = AdvanceClass,
    responses((status = 200, description = "The class", body = ClassView)),
    extensions(("x-authz" = json!("O03")), ("x-functions" = json!(["F08", "F09"])))
)]
#[post("/classes/{id}/closings")]
async fn close_class(caller: Caller, id: Path<Uuid>, Body(wish): Body<AdvanceClass>) -> Reply {
    advance(caller, *id, ClassAction::Close, wish).await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointClassLead {
    /// An administrator of one of its schools.
    person_id: Uuid,
}

/// Make one of the co-administrators the lead of a joint class (联校管理员).
#[utoipa::path(
    tag = "classes",
    operation_id = "appoint_class_lead",
    params(("id" = Uuid, Path)),
    request_body = AppointClassLead,
    responses((status = 200, description = "The class", body = ClassView)),
    extensions(
        ("x-authz" = json!("O03")),
        ("x-functions" = json!(["F09", "F06"])),
        ("x-if-match" = json!(true))
    )
)]
#[put("/classes/{id}/lead")]
async fn appoint_class_lead(
    caller: Caller,
    id: Path<Uuid>,
    IfMatch(version): IfMatch,
    Body(wish): Body<AppointClassLead>,
) -> Reply {
    caller
        .write(async |work| {
            let seen = view(classes::appoint_lead(work, *id, version, wish.person_id).await?);
            answer::changed(&seen, seen.version)
        })
        .await
}
