//! Recommendations and polishing rounds (F29, F30, F31).

use actix_web::{post, web::Path};
use app::recommendations;
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply},
    body::Body,
    caller::Caller,
    submissions::{GiveReason, RecommendationView, RoundView, recommendation, round},
};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(recommend_homework)
        .service(cancel_recommendation)
        .service(recommend_regionally)
        .service(polish_homework);
}

/// Recommend a work to its school; the first recommendation moves it there.
#[utoipa::path(
    tag = "homework",
    operation_id = "recommend_homework",
    params(("id" = Uuid, Path)),
    request_body = GiveReason,
    responses((status = 201, description = "The recommendation", body = RecommendationView)),
    extensions(("x-authz" = json!("W06")), ("x-functions" = json!(["F29"])))
)]
#[post("/submissions/{id}/recommendations")]
async fn recommend_homework(caller: Caller, id: Path<Uuid>, Body(wish): Body<GiveReason>) -> Reply {
    let me = caller.ctx.actor.id;
    caller
        .write(async |work| {
            let (row, moved) = recommendations::create(work, *id, &wish.reason).await?;
            let view = recommendation(row, None, false, me);
            answer::created(&view, format!("/submissions/{id}"), moved.row.version)
        })
        .await
}

/// Cancel one's own recommendation; with the last one the work leaves the school's rung.
#[utoipa::path(
    tag = "homework",
    operation_id = "cancel_recommendation",
    params(("id" = Uuid, Path)),
    request_body = GiveReason,
    responses((status = 201, description = "The recommendation", body = RecommendationView)),
    extensions(("x-authz" = json!("W06")), ("x-functions" = json!(["F29"])))
)]
#[post("/recommendations/{id}/cancellations")]
async fn cancel_recommendation(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<GiveReason>,
) -> Reply {
    let me = caller.ctx.actor.id;
    caller
        .write(async |work| {
            let (row, moved) = recommendations::cancel(work, *id, &wish.reason).await?;
            let path = format!("/submissions/{}", row.submission_id);
            answer::created(&recommendation(row, None, false, me), path, moved.row.version)
        })
        .await
}

/// Recommend a work of the region for the exhibition, as a subject expert.
#[utoipa::path(
    tag = "homework",
    operation_id = "recommend_regionally",
    params(("id" = Uuid, Path)),
    request_body = GiveReason,
    responses((status = 201, description = "The recommendation", body = RecommendationView)),
    extensions(("x-authz" = json!("W08")), ("x-functions" = json!(["F31"])))
)]
#[post("/submissions/{id}/regional-recommendations")]
async fn recommend_regionally(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<GiveReason>,
) -> Reply {
    let me = caller.ctx.actor.id;
    caller
        .write(async |work| {
            let (row, moved) = recommendations::create_regional(work, *id, &wish.reason).await?;
            let view = recommendation(row, None, false, me);
            answer::created(&view, format!("/submissions/{id}"), moved.row.version)
        })
        .await
}

/// A round of polishing.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PolishHomework {
    /// The people who may hand in the next version, besides the author.
    #[validate(length(min = 1, max = 20))]
    #[schema(min_items = 1, max_items = 20)]
    team: Vec<Uuid>,
    /// What is to be done.
    #[validate(length(min = 1, max = 2000), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 2000)]
    task: String,
    due_on: Option<NaiveDate>,
}

/// Open a polishing round: name a team, and what it is to do until when.
#[utoipa::path(
    tag = "homework",
    operation_id = "polish_homework",
    params(("id" = Uuid, Path)),
    request_body = PolishHomework,
    responses((status = 201, description = "The round", body = RoundView)),
    extensions(("x-authz" = json!("W07")), ("x-functions" = json!(["F30"])))
)]
#[post("/submissions/{id}/polishing-rounds")]
async fn polish_homework(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<PolishHomework>,
) -> Reply {
    caller
        .write(async |work| {
            let (team, due) = (wish.team.clone(), wish.due_on);
            let (row, moved) = recommendations::polish(work, *id, team, &wish.task, due).await?;
            answer::created(&round(row), format!("/submissions/{id}"), moved.row.version)
        })
        .await
}
