use actix_web::{post, web::Path};
use app::practice;
use domain::practice::SheetAction;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use super::sheets::{SheetView, view};
use crate::{
    answer::{self, Reply},
    body::Body,
    caller::Caller,
};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(submit_practice_sheet)
        .service(review_practice_sheet)
        .service(return_practice_sheet)
        .service(determine_practice_sheet)
        .service(publish_practice_sheet)
        .service(lock_practice_sheet);
}

async fn act(caller: Caller, id: Uuid, action: SheetAction, reason: Option<&str>) -> Reply {
    caller
        .write(async |work| {
            let shown = practice::act(work, id, action, reason).await?;
            let version = shown.sheet.version;
            answer::created(&view(shown), format!("/practice-sheets/{id}"), version)
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnPracticeSheet {
    /// What the school has to mend; it reads this.
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

/// Submit a complete sheet to the county.
#[utoipa::path(
    tag = "practice",
    operation_id = "submit_practice_sheet",
    params(("id" = Uuid, Path)),
    responses((status = 201, description = "The sheet as it stands now", body = SheetView)),
    extensions(("x-authz" = json!("F02")), ("x-functions" = json!(["F44"])))
)]
#[post("/practice-sheets/{id}/submittals")]
async fn submit_practice_sheet(caller: Caller, id: Path<Uuid>) -> Reply {
    act(caller, *id, SheetAction::Submit, None).await
}

/// Begin to review a submitted sheet as the county.
#[utoipa::path(
    tag = "practice",
    operation_id = "review_practice_sheet",
    params(("id" = Uuid, Path)),
    responses((status = 201, description = "The sheet as it stands now", body = SheetView)),
    extensions(("x-authz" = json!("F03")), ("x-functions" = json!(["F45"])))
)]
#[post("/practice-sheets/{id}/reviews")]
async fn review_practice_sheet(caller: Caller, id: Path<Uuid>) -> Reply {
    act(caller, *id, SheetAction::StartReview, None).await
}

/// Send a sheet back to the school, with a reason that it reads.
#[utoipa::path(
    tag = "practice",
    operation_id = "return_practice_sheet",
    params(("id" = Uuid, Path)),
    request_body = ReturnPracticeSheet,
    responses((status = 201, description = "The sheet as it stands now", body = SheetView)),
    extensions(("x-authz" = json!("F03")), ("x-functions" = json!(["F45"])))
)]
#[post("/practice-sheets/{id}/returns")]
async fn return_practice_sheet(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<ReturnPracticeSheet>,
) -> Reply {
    act(caller, *id, SheetAction::Return, Some(&wish.reason)).await
}

/// Determine the marks of a sheet as the county.
#[utoipa::path(
    tag = "practice",
    operation_id = "determine_practice_sheet",
    params(("id" = Uuid, Path)),
    responses((status = 201, description = "The sheet as it stands now", body = SheetView)),
    extensions(("x-authz" = json!("F03")), ("x-functions" = json!(["F45"])))
)]
#[post("/practice-sheets/{id}/determinations")]
async fn determine_practice_sheet(caller: Caller, id: Path<Uuid>) -> Reply {
    act(caller, *id, SheetAction::Determine, None).await
}

/// Publish a determined sheet; its marks count from now on. A second person signs.
#[utoipa::path(
    tag = "practice",
    operation_id = "publish_practice_sheet",
    params(("id" = Uuid, Path)),
    responses((status = 201, description = "The sheet as it stands now", body = SheetView)),
    extensions(("x-authz" = json!("F04")), ("x-functions" = json!(["F45"])))
)]
#[post("/practice-sheets/{id}/publications")]
async fn publish_practice_sheet(caller: Caller, id: Path<Uuid>) -> Reply {
    act(caller, *id, SheetAction::Publish, None).await
}

/// Lock a published sheet; no mark moves after that. A second person signs.
#[utoipa::path(
    tag = "practice",
    operation_id = "lock_practice_sheet",
    params(("id" = Uuid, Path)),
    responses((status = 201, description = "The sheet as it stands now", body = SheetView)),
    extensions(("x-authz" = json!("F04")), ("x-functions" = json!(["F45"])))
)]
#[post("/practice-sheets/{id}/locks")]
async fn lock_practice_sheet(caller: Caller, id: Path<Uuid>) -> Reply {
    act(caller, *id, SheetAction::Lock, None).await
}
