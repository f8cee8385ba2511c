use actix_web::{post, web::Path};
use app::submissions;
use domain::homework::HomeworkAction;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::views::{self, StandingView};
use crate::{
    answer::{self, Reply},
    body::Body,
    caller::Caller,
};

/// Why; the author reads it.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveReason {
    #[validate(length(min = 1, max = 2000), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 2000)]
    pub reason: String,
}

async fn act(caller: Caller, id: Uuid, action: HomeworkAction, reason: &str) -> Reply {
    caller
        .write(async |work| {
            let moved = submissions::act(work, id, action, reason).await?;
            let version = moved.row.version;
            answer::created(&views::moved(moved), format!("/submissions/{id}/history"), version)
        })
        .await
}

/// Return a work to its author, or from the region to the school, for revision.
#[utoipa::path(
    tag = "homework",
    operation_id = "return_homework",
    params(("id" = Uuid, Path)),
    request_body = GiveReason,
    responses((status = 201, description = "Where the work stands", body = StandingView)),
    extensions(("x-authz" = json!("W04")), ("x-functions" = json!(["F27"])))
)]
#[post("/submissions/{id}/returns")]
pub async fn return_homework(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<GiveReason>,
) -> Reply {
    act(caller, *id, HomeworkAction::Return, &wish.reason).await
}

/// Accept a work for the school and push it to the region, within the school's quota.
#[utoipa::path(
    tag = "homework",
    operation_id = "push_homework",
    params(("id" = Uuid, Path)),
    request_body = GiveReason,
    responses((status = 201, description = "Where the work stands", body = StandingView)),
    extensions(("x-authz" = json!("W07")), ("x-functions" = json!(["F31"])))
)]
#[post("/submissions/{id}/pushes")]
pub async fn push_homework(caller: Caller, id: Path<Uuid>, Body(wish): Body<GiveReason>) -> Reply {
    act(caller, *id, HomeworkAction::Push, &wish.reason).await
}

/// Decide that a work goes no higher; the author reads why.
#[utoipa::path(
    tag = "homework",
    operation_id = "decline_homework",
    params(("id" = Uuid, Path)),
    request_body = GiveReason,
    responses((status = 201, description = "Where the work stands", body = StandingView)),
    extensions(("x-authz" = json!("W07")), ("x-functions" = json!(["F31", "F32"])))
)]
#[post("/submissions/{id}/declines")]
pub async fn decline_homework(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<GiveReason>,
) -> Reply {
    act(caller, *id, HomeworkAction::Decline, &wish.reason).await
}

/// Veto a regional recommendation for the county.
#[utoipa::path(
    tag = "homework",
    operation_id = "veto_homework",
    params(("id" = Uuid, Path)),
    request_body = GiveReason,
    responses((status = 201, description = "Where the work stands", body = StandingView)),
    extensions(("x-authz" = json!("W08")), ("x-functions" = json!(["F31"])))
)]
#[post("/submissions/{id}/vetoes")]
pub async fn veto_homework(caller: Caller, id: Path<Uuid>, Body(wish): Body<GiveReason>) -> Reply {
    act(caller, *id, HomeworkAction::Veto, &wish.reason).await
}

/// Taking one's work back.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawHomework {
    /// Needed from the region up.
    #[validate(length(min = 1, max = 2000), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 2000)]
    reason: Option<String>,
}

/// Take one's own work back; its place in a quota is free again and its history stays.
#[utoipa::path(
    tag = "homework",
    operation_id = "withdraw_homework",
    params(("id" = Uuid, Path)),
    request_body = WithdrawHomework,
    responses((status = 201, description = "Where the work stands", body = StandingView)),
    extensions(("x-authz" = json!("W02")), ("x-functions" = json!(["F26"])))
)]
#[post("/submissions/{id}/withdrawals")]
pub async fn withdraw_homework(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<WithdrawHomework>,
) -> Reply {
    caller
        .write(async |work| {
            let moved = submissions::withdraw(work, *id, wish.reason.as_deref()).await?;
            let version = moved.row.version;
            answer::created(&views::moved(moved), format!("/submissions/{id}/history"), version)
        })
        .await
}
