//! The quarantine: events that name unknown people or courses (F21).

use actix_web::{HttpRequest, get, post, web::Path};
use app::quarantine::{self, Filter, Parked, Replayed, Resolution};
use chrono::{DateTime, Utc};
use domain::{Refusal, learning::parse_line};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply},
    body::{Body, Params},
    caller::Caller,
    page,
};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_quarantined_events)
        .service(resolve_quarantined_event)
        .service(replay_quarantine);
}

#[derive(Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuarantineStatus {
    Open,
    Resolved,
    Discarded,
}

impl QuarantineStatus {
    fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Resolved => "resolved",
            Self::Discarded => "discarded",
        }
    }
}

#[derive(Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuarantineReason {
    TraineeUnknown,
    CourseUnknown,
}

impl QuarantineReason {
    fn word(self) -> &'static str {
        match self {
            Self::TraineeUnknown => "trainee_unknown",
            Self::CourseUnknown => "course_unknown",
        }
    }
}

/// An event that waits until somebody says whom it meant.
#[derive(Serialize, ToSchema)]
#[schema(as = QuarantinedEvent)]
pub struct QuarantinedEventView {
    id: Uuid,
    project_id: Uuid,
    event_id: String,
    /// As it was delivered.
    trainee_no: String,
    course_code: String,
    r#type: String,
    #[schema(required)]
    occurred_at: Option<DateTime<Utc>>,
    reason: QuarantineReason,
    status: QuarantineStatus,
    received_at: DateTime<Utc>,
    #[schema(required)]
    resolved_at: Option<DateTime<Utc>>,
}

fn view(parked: Parked) -> QuarantinedEventView {
    let event = parse_line(&parked.payload, DateTime::<Utc>::MAX_UTC).ok();
    let status = match parked.status.as_str() {
        "open" => QuarantineStatus::Open,
        "discarded" => QuarantineStatus::Discarded,
        _ => QuarantineStatus::Resolved,
    };
    let reason = match parked.reason.as_str() {
        "course_unknown" => QuarantineReason::CourseUnknown,
        _ => QuarantineReason::TraineeUnknown,
    };
    let kind = event.as_ref().map(|event| event.kind().as_str().to_owned());
    let occurred_at = event.as_ref().map(|event| event.occurred_at);
    let (trainee_no, course_code) =
        event.map(|event| (event.trainee_no, event.course_code)).unwrap_or_default();
    QuarantinedEventView {
        id: parked.id,
        project_id: parked.project_id,
        event_id: parked.event_id,
        trainee_no,
        course_code,
        r#type: kind.unwrap_or_default(),
        occurred_at,
        reason,
        status,
        received_at: parked.received_at,
        resolved_at: parked.resolved_at,
    }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuarantinedEvents {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    #[param(inline)]
    status: Option<QuarantineStatus>,
    #[param(inline)]
    reason: Option<QuarantineReason>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = QuarantinedEventPage)]
pub struct QuarantinedEventPage {
    items: Vec<QuarantinedEventView>,
    #[schema(required)]
    next_cursor: Option<String>,
    total: i64,
}

/// List what waits in the quarantine, oldest first; a provider sees what it delivered.
#[utoipa::path(
    tag = "learning",
    operation_id = "list_quarantined_events",
    params(("id" = Uuid, Path, description = "The project"), ListQuarantinedEvents),
    responses((status = 200, description = "A page of events", body = QuarantinedEventPage)),
    extensions(("x-authz" = json!("S07")), ("x-functions" = json!(["F21"])))
)]
#[get("/projects/{id}/quarantined-events")]
async fn list_quarantined_events(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListQuarantinedEvents>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let filter = Filter {
        status: wish.status.map(|status| status.word().to_owned()),
        reason: wish.reason.map(|reason| reason.word().to_owned()),
        received_by: None,
    };
    let (cut, total) = quarantine::list(&caller.look(), *id, filter, &window).await?;
    let next = page::next_cursor(&cut, |one| app::Key { value: None, id: one.id });
    let items = cut.items.into_iter().map(view).collect();
    let page = QuarantinedEventPage { items, next_cursor: next.clone(), total };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

/// Whom or what the event meant; or, with `discard`, that it is nobody's.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResolveQuarantinedEvent {
    /// Left out, what was delivered stays.
    #[validate(length(min = 1, max = 64), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 64)]
    trainee_no: Option<String>,
    #[validate(length(min = 1, max = 64), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 64)]
    course_code: Option<String>,
    #[serde(default)]
    discard: bool,
    /// Why it is discarded.
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: Option<String>,
}

impl ResolveQuarantinedEvent {
    fn read(self) -> Result<Resolution, Refusal> {
        if !self.discard {
            let (trainee_no, course_code) = (self.trainee_no, self.course_code);
            return Ok(Resolution::Meant { trainee_no, course_code });
        }
        if self.trainee_no.is_some() || self.course_code.is_some() {
            let detail = "Either say whom it meant, or discard it.";
            return Err(Refusal::field("/discard", "contradiction", detail));
        }
        domain::machine::reason_given(true, self.reason.as_deref())?;
        Ok(Resolution::Discard { reason: self.reason.unwrap_or_default() })
    }
}

/// Say whom a parked event meant, or discard it.
#[utoipa::path(
    tag = "learning",
    operation_id = "resolve_quarantined_event",
    params(("id" = Uuid, Path)),
    request_body = ResolveQuarantinedEvent,
    responses((status = 200, description = "What became of it", body = QuarantinedEventView)),
    extensions(("x-authz" = json!("S05")), ("x-functions" = json!(["F21"])))
)]
#[post("/quarantined-events/{id}/resolutions")]
async fn resolve_quarantined_event(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<ResolveQuarantinedEvent>,
) -> Reply {
    let how = wish.read()?;
    caller
        .write(async |work| answer::done(&view(quarantine::resolve(work, *id, &how).await?)))
        .await
}

/// How a replay went.
#[derive(Serialize, ToSchema)]
#[schema(as = QuarantineReplay)]
pub struct ReplayView {
    tried: u64,
    /// Booked now, because their trainee or course is known meanwhile.
    placed: u64,
    /// Still nobody's.
    waiting: u64,
}

fn replayed(done: Replayed) -> ReplayView {
    ReplayView { tried: done.tried, placed: done.placed, waiting: done.waiting }
}

/// Try every waiting event again, oldest first and at most 5,000 at once.
#[utoipa::path(
    tag = "learning",
    operation_id = "replay_quarantine",
    params(("id" = Uuid, Path, description = "The project")),
    responses((status = 200, description = "How it went", body = ReplayView)),
    extensions(("x-authz" = json!("S05")), ("x-functions" = json!(["F21"])))
)]
#[post("/projects/{id}/quarantine-replays")]
async fn replay_quarantine(caller: Caller, id: Path<Uuid>) -> Reply {
    caller.write(async |work| answer::done(&replayed(quarantine::replay(work, *id).await?))).await
}
