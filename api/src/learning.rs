//! What the course provider reports, and how far people are (F21, F22, F25; s.27, s.89).

mod courses;
mod progress;
mod receive;

use actix_web::{HttpRequest, get, web::Path};
use app::learning::{self, Fact, Filter};
use chrono::{DateTime, Utc};
use domain::{
    Hundredths,
    learning::{EventKind, PresenceResult},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{answer::Reply, body::Params, caller::Caller, page};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(receive::receive_learning_events)
        .service(list_learning_events)
        .service(receive::receive_online_scores)
        .service(progress::list_progress)
        .service(courses::list_enrollment_courses);
}

/// An event as it stands in the ledger.
#[derive(Serialize, ToSchema)]
#[schema(as = LearningEvent)]
pub struct LearningEventView {
    id: Uuid,
    /// The provider's own id of it.
    event_id: String,
    r#type: EventKind,
    enrollment_id: Uuid,
    trainee_no: String,
    course_id: Uuid,
    course_code: String,
    occurred_at: DateTime<Utc>,
    #[schema(required)]
    watched_seconds: Option<i64>,
    #[schema(required)]
    score: Option<Hundredths>,
    #[schema(required)]
    result: Option<PresenceResult>,
    #[schema(required)]
    response_ms: Option<i64>,
    received_at: DateTime<Utc>,
}

fn view(fact: Fact) -> LearningEventView {
    LearningEventView {
        id: fact.id,
        event_id: fact.event_id,
        r#type: EventKind::parse(&fact.kind).unwrap_or(EventKind::Progress),
        enrollment_id: fact.enrollment,
        trainee_no: fact.trainee_no,
        course_id: fact.course,
        course_code: fact.course_code,
        occurred_at: fact.occurred_at,
        watched_seconds: fact.watched_seconds,
        score: fact.score.map(Hundredths::new),
        result: fact.result.as_deref().and_then(PresenceResult::parse),
        response_ms: fact.response_ms,
        received_at: fact.received_at,
    }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListLearningEvents {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    enrollment_id: Option<Uuid>,
    course_id: Option<Uuid>,
    #[serde(rename = "type")]
    #[param(inline)]
    kind: Option<EventKind>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = LearningEventPage)]
pub struct LearningEventPage {
    items: Vec<LearningEventView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List events as facts, in the order they came in; a provider sees what it delivered.
#[utoipa::path(
    tag = "learning",
    operation_id = "list_learning_events",
    params(("id" = Uuid, Path, description = "The project"), ListLearningEvents),
    responses((status = 200, description = "A page of events", body = LearningEventPage)),
    extensions(("x-authz" = json!("S07")), ("x-functions" = json!(["F21", "F22"])))
)]
#[get("/projects/{id}/learning-events")]
async fn list_learning_events(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListLearningEvents>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let filter = Filter {
        enrollment: wish.enrollment_id,
        course: wish.course_id,
        kind: wish.kind.map(|kind| kind.as_str().to_owned()),
        received_by: None,
    };
    let cut = learning::facts(&caller.look(), *id, filter, &window).await?;
    let next = page::next_cursor(&cut, |one| app::Key { value: None, id: one.id });
    let items = cut.items.into_iter().map(view).collect();
    let page = LearningEventPage { items, next_cursor: next.clone() };
    Ok(page::show_page(&request, &page, next.as_deref()))
}
