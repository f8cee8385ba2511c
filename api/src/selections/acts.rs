use actix_web::{post, web::Path};
use app::selections;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::{SelectionView, view};
use crate::{
    answer::{self, Reply},
    body::Body,
    caller::Caller,
};

/// Hand the plan in. A complete one is in effect at once and its hours are frozen.
#[utoipa::path(
    tag = "selections",
    operation_id = "submit_selection",
    params(("id" = Uuid, Path, description = "The enrolment whose plan it is")),
    responses((status = 200, description = "The plan in effect", body = SelectionView)),
    extensions(("x-authz" = json!("S04")), ("x-functions" = json!(["F19"])))
)]
#[post("/selections/{id}/submittals")]
pub async fn submit_selection(caller: Caller, id: Path<Uuid>) -> Reply {
    caller
        .write(async |work| {
            let plan = selections::submit(work, *id).await?;
            let version = plan.version();
            answer::changed(&view(plan), version)
        })
        .await
}

/// Open one's plan in effect for a change; it is handed in again before the deadline.
#[utoipa::path(
    tag = "selections",
    operation_id = "request_selection_change",
    params(("id" = Uuid, Path, description = "The enrolment whose plan it is")),
    responses((status = 200, description = "The plan, open again", body = SelectionView)),
    extensions(("x-authz" = json!("S04")), ("x-functions" = json!(["F19"])))
)]
#[post("/selections/{id}/change-requests")]
pub async fn request_selection_change(caller: Caller, id: Path<Uuid>) -> Reply {
    caller
        .write(async |work| {
            let plan = selections::request_change(work, *id).await?;
            let version = plan.version();
            answer::changed(&view(plan), version)
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnSelection {
    /// What is to be changed; the trainee reads it.
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

/// Give a plan back to its owner, as the leader of the workshop.
#[utoipa::path(
    tag = "selections",
    operation_id = "return_selection",
    params(("id" = Uuid, Path, description = "The enrolment whose plan it is")),
    request_body = ReturnSelection,
    responses((status = 200, description = "The returned plan", body = SelectionView)),
    extensions(("x-authz" = json!("S04")), ("x-functions" = json!(["F19"])))
)]
#[post("/selections/{id}/returns")]
pub async fn return_selection(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<ReturnSelection>,
) -> Reply {
    caller
        .write(async |work| {
            let plan = selections::return_plan(work, *id, &wish.reason).await?;
            let version = plan.version();
            answer::changed(&view(plan), version)
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReopenSelection {
    /// Why; the trainee reads it.
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
    /// This person's own deadline; needed once the common one has passed.
    closes_at: Option<DateTime<Utc>>,
}

/// Open a plan in effect or locked again, as the county or the project team.
#[utoipa::path(
    tag = "selections",
    operation_id = "reopen_selection",
    params(("id" = Uuid, Path, description = "The enrolment whose plan it is")),
    request_body = ReopenSelection,
    responses((status = 200, description = "The plan, open again", body = SelectionView)),
    extensions(("x-authz" = json!("S04")), ("x-functions" = json!(["F19"])))
)]
#[post("/selections/{id}/reopenings")]
pub async fn reopen_selection(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<ReopenSelection>,
) -> Reply {
    caller
        .write(async |work| {
            let plan = selections::reopen(work, *id, &wish.reason, wish.closes_at).await?;
            let version = plan.version();
            answer::changed(&view(plan), version)
        })
        .await
}
