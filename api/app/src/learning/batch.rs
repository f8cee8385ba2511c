use domain::{
    Kind, Refusal,
    access::{Rule, Target},
    learning::parse,
};
use serde_json::Value;
use store::bulk;
use uuid::Uuid;

use super::settle::{Incoming, Outcome, settle, write};
use crate::{Event, Result, Unit, Work, clients::holds_scope};

/// How one event of a batch fared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventResult {
    /// `accepted`, `redelivered`, `parked` or `rejected`.
    pub status: &'static str,
    pub code: Option<&'static str>,
    /// The wrong field of a rejected event.
    pub field: Option<&'static str>,
}

impl EventResult {
    fn new(status: &'static str, code: Option<&'static str>) -> Self {
        Self { status, code, field: None }
    }
}

/// Whether the caller may write online results of the project: only the course provider's client
/// does (s.27). The project team brings them in as a file, which two of its people sign.
pub(super) async fn may_append(work: &Work<'_>, project: Uuid) -> Result<Target> {
    let county = bulk::project::region(work, project).await?.ok_or_else(Refusal::not_found)?;
    let actor = &work.ctx().actor;
    let target = Target {
        project: Some(project),
        county: Some(county),
        provider: actor.provider.clone(),
        ..Target::default()
    };
    if work.may(Rule::S05Append, &target).is_err() && work.may(Rule::S05Import, &target).is_ok() {
        let detail = "Only the course provider's client sends online results. Bring them in as a \
                      file; somebody else of the project team commits it.";
        return Err(Refusal::rule(Kind::Forbidden, "provider_only", detail).into());
    }
    work.may_seeing(Rule::S05Append, Rule::O01Read, &target)?;
    holds_scope(actor, "learning-results:write")?;
    Ok(target)
}

/// Takes a batch of events in; each is judged by itself and one bad event stops no other.
/// Only the course provider's client writes here (s.27).
pub async fn receive(work: &Work<'_>, project: Uuid, events: &[Value]) -> Result<Vec<EventResult>> {
    let target = may_append(work, project).await?;
    bulk::project::lock(&work.tx, project).await?;
    let now = work.ctx().now();
    let mut results = Vec::with_capacity(events.len());
    let mut sound = vec![];
    for (at, event) in events.iter().enumerate() {
        match parse(event, now) {
            Ok(parsed) => {
                sound.push((at, Incoming::new(parsed, event.to_string())));
                results.push(EventResult::new("accepted", None));
            }
            Err(faults) => {
                let first = faults.first();
                let code = first.map_or("invalid_json", |fault| fault.code);
                let field = first.and_then(|fault| fault.field);
                results.push(EventResult { field, ..EventResult::new("rejected", Some(code)) });
            }
        }
    }
    let (places, incoming): (Vec<usize>, Vec<_>) = sound.into_iter().unzip();
    let (outcomes, writes) = settle(work, project, &incoming, true).await?;
    for (at, outcome) in places.into_iter().zip(outcomes) {
        if let Some(result) = results.get_mut(at) {
            *result = match outcome {
                Outcome::Accepted => EventResult::new("accepted", None),
                Outcome::Redelivered => EventResult::new("redelivered", None),
                Outcome::Conflict => EventResult::new("rejected", Some("event_conflict")),
                Outcome::Parked(code) => EventResult::new("parked", Some(code)),
            };
        }
    }
    write(work, project, writes).await?;
    let event = Event::new("learning.received", "project", project).at(&target);
    work.record(event.with("events", events.len()));
    Ok(results)
}
