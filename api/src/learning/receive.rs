use std::borrow::Cow;

use actix_web::{post, web::Path};
use app::learning::{self, EventResult, FinalScore, ScoreResult};
use chrono::{DateTime, Utc};
use domain::Hundredths;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::{Validate, ValidationError};

use crate::{
    answer::{self, Reply},
    body::Body,
    caller::Caller,
};

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceiveLearningEvents {
    /// Each an object with `event_id`, `type` (`progress`, `completed` or `presence_check`),
    /// `trainee_no`, `course_code`, `occurred_at` and what belongs to its type:
    /// `watched_seconds`, `score`, `result`, `response_ms`. Unknown fields are ignored. Each is
    /// judged by itself, so that anything at all is taken here.
    #[validate(length(min = 1, max = 1000))]
    #[schema(min_items = 1, max_items = 1000)]
    events: Vec<Value>,
}

/// How one event fared.
#[derive(Serialize, ToSchema)]
#[schema(as = LearningEventResult)]
pub struct EventResultView {
    index: u32,
    /// `accepted`, `redelivered` (known already, a success), `parked` (in the quarantine until
    /// somebody says whom it meant) or `rejected`.
    status: &'static str,
    /// `invalid_json`, `invalid_field`, `occurred_in_future`, `event_conflict`,
    /// `trainee_unknown` or `course_unknown`.
    #[schema(required)]
    code: Option<&'static str>,
    /// The wrong field of a rejected event.
    #[schema(required)]
    field: Option<&'static str>,
}

/// How a batch fared, in its own order.
#[derive(Serialize, ToSchema)]
#[schema(as = LearningEventResults)]
pub struct EventResultsView {
    accepted: u32,
    redelivered: u32,
    parked: u32,
    rejected: u32,
    results: Vec<EventResultView>,
}

fn event_results(results: &[EventResult]) -> EventResultsView {
    let count = |status: &str| {
        let all = results.iter().filter(|one| one.status == status).count();
        u32::try_from(all).unwrap_or(u32::MAX)
    };
    EventResultsView {
        accepted: count("accepted"),
        redelivered: count("redelivered"),
        parked: count("parked"),
        rejected: count("rejected"),
        results: (0..)
            .zip(results)
            .map(|(index, one)| EventResultView {
                index,
                status: one.status,
                code: one.code,
                field: one.field,
            })
            .collect(),
    }
}

/// Take a batch of events in; redelivered and out of order they have the same result.
#[utoipa::path(
    tag = "learning",
    operation_id = "receive_learning_events",
    params(("id" = Uuid, Path, description = "The project")),
    request_body = ReceiveLearningEvents,
    responses((status = 200, description = "How each event fared", body = EventResultsView)),
    extensions(("x-authz" = json!("S05")), ("x-functions" = json!(["F21", "F22"])))
)]
#[post("/projects/{id}/learning-events")]
pub async fn receive_learning_events(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<ReceiveLearningEvents>,
) -> Reply {
    caller
        .write(async |work| {
            let results = learning::receive(work, *id, &wish.events).await?;
            answer::done(&event_results(&results))
        })
        .await
}

/// Somebody's final online score.
#[derive(Deserialize, Serialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GivenOnlineScore {
    #[validate(length(min = 1, max = 64))]
    #[schema(min_length = 1, max_length = 64)]
    trainee_no: String,
    /// 0 to 100, at most two decimals.
    #[validate(custom(function = "within_hundred"))]
    #[schema(value_type = f64, minimum = 0, maximum = 100)]
    score: Hundredths,
    /// When the provider determined it; of two scores the newer holds.
    source_at: DateTime<Utc>,
}

fn within_hundred(score: &Hundredths) -> Result<(), ValidationError> {
    if (Hundredths::ZERO..=Hundredths::whole(100)).contains(score) {
        return Ok(());
    }
    let message = Cow::Borrowed("A score is 0 to 100.");
    Err(ValidationError::new("score_out_of_range").with_message(message))
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceiveOnlineScores {
    #[validate(length(min = 1, max = 1000), nested)]
    #[schema(min_items = 1, max_items = 1000)]
    scores: Vec<GivenOnlineScore>,
}

/// How one score fared.
#[derive(Serialize, ToSchema)]
#[schema(as = OnlineScoreResult)]
pub struct ScoreResultView {
    index: u32,
    /// `accepted`, `unchanged`, `older` (kept, but a newer one holds) or `rejected`.
    status: &'static str,
    /// `trainee_unknown`, `duplicate_trainee` or `source_in_future`.
    #[schema(required)]
    code: Option<&'static str>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = OnlineScoreResults)]
pub struct ScoreResultsView {
    results: Vec<ScoreResultView>,
}

fn score_results(results: Vec<ScoreResult>) -> ScoreResultsView {
    let view = |(index, one): (u32, ScoreResult)| ScoreResultView {
        index,
        status: one.status,
        code: one.code,
    };
    ScoreResultsView { results: (0..).zip(results).map(view).collect() }
}

/// Take final online scores in; the newer of two holds and both are kept.
#[utoipa::path(
    tag = "learning",
    operation_id = "receive_online_scores",
    params(("id" = Uuid, Path, description = "The project")),
    request_body = ReceiveOnlineScores,
    responses((status = 200, description = "How each score fared", body = ScoreResultsView)),
    extensions(("x-authz" = json!("S05")), ("x-functions" = json!(["F21", "F25"])))
)]
#[post("/projects/{id}/online-scores")]
pub async fn receive_online_scores(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<ReceiveOnlineScores>,
) -> Reply {
    let given = wish.scores.into_iter().map(|one| FinalScore {
        trainee_no: one.trainee_no,
        score: one.score,
        source_at: one.source_at,
    });
    let given: Vec<FinalScore> = given.collect();
    caller
        .write(async |work| {
            let results = learning::receive_scores(work, *id, &given).await?;
            answer::done(&score_results(results))
        })
        .await
}
