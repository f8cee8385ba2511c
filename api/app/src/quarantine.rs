//! The quarantine: events that name unknown people or courses, until somebody says whom they
//! meant (F21).

use domain::{
    Kind, Refusal,
    access::{Rule, Target},
    learning::{LearningEvent, parse, parse_line},
};
use serde_json::Value;
pub use store::quarantine::{Filter, Parked};
use store::{
    Cut, Window, bulk,
    history::{self, Step},
    projects,
    quarantine::{self as rows},
};
use uuid::Uuid;

use crate::{
    Error, Event, Result, Unit, Work,
    clients::holds_scope,
    learning::{Incoming, Outcome, settle, write},
};

/// Parked events of one statement, and of one replay.
const CHUNK: u64 = 500;
const MOST: u64 = 5_000;

/// What waits in the quarantine; a provider sees what it delivered.
pub async fn list(
    unit: &impl Unit,
    project: Uuid,
    mut filter: Filter,
    window: &Window,
) -> Result<(Cut<Parked>, i64)> {
    let place = projects::find(unit, project).await?.ok_or_else(Refusal::not_found)?;
    let actor = &unit.ctx().actor;
    let target = Target {
        project: Some(project),
        county: Some(place.region),
        provider: actor.provider.clone(),
        ..Target::default()
    };
    unit.may_seeing(Rule::S07Read, Rule::O01Read, &target)?;
    holds_scope(actor, "learning-results:read")?;
    if actor.provider.is_some() {
        filter.received_by = Some(actor.id);
    }
    let total = rows::count(unit, project, &filter).await?;
    Ok((rows::list(unit, project, &filter, window).await?, total))
}

/// What an administrator says about a parked event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// It meant this trainee and this course; what is left out stays as it was delivered.
    Meant { trainee_no: Option<String>, course_code: Option<String> },
    /// It is nobody's, for a reason.
    Discard { reason: String },
}

/// Resolves a parked event: it is booked for whom it was meant, or discarded.
pub async fn resolve(work: &Work<'_>, id: Uuid, how: &Resolution) -> Result<Parked> {
    let (found, county) = rows::find(work, id).await?.ok_or_else(Refusal::not_found)?;
    let project = found.project_id;
    let actor = &work.ctx().actor;
    let own = found.received_by == Some(actor.id);
    let target = Target {
        project: Some(project),
        county: Some(county),
        provider: actor.provider.clone().filter(|_| own),
        ..Target::default()
    };
    work.may_seeing(Rule::S05Resolve, Rule::S07Read, &target)?;
    bulk::project::lock(&work.tx, project).await?;
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let (status, reason) = match how {
        Resolution::Meant { .. } => ("resolved", None),
        Resolution::Discard { reason } => ("discarded", Some(reason.clone())),
    };
    if rows::settle(&work.tx, &[id], status, Some(ctx.actor.id), now).await? == 0 {
        let detail = "This event is resolved already.";
        return Err(Refusal::rule(Kind::InvalidTransition, "already_resolved", detail).into());
    }
    if let Resolution::Meant { trainee_no, course_code } = how {
        let incoming = meant(&found, trainee_no.as_deref(), course_code.as_deref(), work)?;
        let (outcomes, writes) = settle(work, project, &[incoming], true).await?;
        match outcomes.first() {
            Some(Outcome::Accepted | Outcome::Redelivered) => {}
            Some(Outcome::Parked(code)) => return Err(still_unknown(code).into()),
            _ => {
                let detail = "Another event came in under this id; discard this one.";
                let refusal = Refusal::rule(Kind::InvalidTransition, "event_conflict", detail);
                return Err(refusal.into());
            }
        }
        write(work, project, writes).await?;
    }
    note(work, &found, status, reason.clone()).await?;
    let mut event = Event::new(format!("quarantine.{status}"), "quarantined_event", id);
    if let Some(reason) = reason {
        event = event.because(reason);
    }
    work.record(event.at(&target));
    let (after, _) = rows::find(work, id).await?.ok_or_else(Refusal::not_found)?;
    Ok(after)
}

/// Leaves a line in the history of a parked event.
async fn note(
    work: &Work<'_>,
    parked: &Parked,
    status: &str,
    reason: Option<String>,
) -> Result<()> {
    let ctx = work.ctx();
    let step = Step {
        id: ctx.new_id(),
        project: Some(parked.project_id),
        kind: "quarantined_event".to_owned(),
        thing: parked.id,
        action: status.to_owned(),
        from: "open".to_owned(),
        to: status.to_owned(),
        actor: ctx.actor.id,
        role: work.role().map_or("none", |role| role.as_str()).to_owned(),
        reason,
        at: ctx.now(),
    };
    Ok(history::insert(&work.tx, vec![step]).await?)
}

fn still_unknown(code: &'static str) -> Refusal {
    let pointer = if code == "course_unknown" { "/course_code" } else { "/trainee_no" };
    Refusal::field(pointer, code, "The project has no such trainee or course; check the number.")
}

fn read(parked: &Parked, work: &Work<'_>) -> Result<LearningEvent> {
    parse_line(&parked.payload, work.ctx().now())
        .map_err(|_| Error::fault(format!("parked event {} is unreadable", parked.id)))
}

/// The event as it was meant, still known by what was delivered.
fn meant(
    parked: &Parked,
    trainee_no: Option<&str>,
    course_code: Option<&str>,
    work: &Work<'_>,
) -> Result<Incoming<'static>> {
    let delivered = Incoming::new(read(parked, work)?, parked.payload.clone());
    let mut value: Value = serde_json::from_str(&parked.payload).map_err(Error::fault)?;
    for (name, given) in [("trainee_no", trainee_no), ("course_code", course_code)] {
        if let (Some(fields), Some(given)) = (value.as_object_mut(), given) {
            fields.insert(name.to_owned(), Value::from(given));
        }
    }
    let event = parse(&value, work.ctx().now()).map_err(|faults| {
        let field = faults.first().and_then(|fault| fault.field).unwrap_or_default();
        let detail = "A number or code has 1 to 64 characters and no control characters.";
        Refusal::field(format!("/{field}"), "invalid_field", detail)
    })?;
    Ok(delivered.corrected(event))
}

/// How a replay went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Replayed {
    pub tried: u64,
    /// Booked now, because their trainee or course is known meanwhile.
    pub placed: u64,
    /// Still nobody's.
    pub waiting: u64,
}

/// Tries every open event again, oldest first and at most 5,000 at once: people and courses
/// may have come in since.
pub async fn replay(work: &Work<'_>, project: Uuid) -> Result<Replayed> {
    let county = bulk::project::region(work, project).await?.ok_or_else(Refusal::not_found)?;
    let target = Target { project: Some(project), county: Some(county), ..Target::default() };
    work.may_seeing(Rule::S05Resolve, Rule::O01Read, &target)?;
    bulk::project::lock(&work.tx, project).await?;
    let (mut done, mut after) = (Replayed::default(), None);
    while done.tried < MOST {
        let some = rows::open_after(work, project, after, CHUNK).await?;
        let Some(last) = some.last() else { break };
        after = Some(last.id);
        let incoming = some
            .iter()
            .map(|parked| Ok(Incoming::new(read(parked, work)?, parked.payload.clone())))
            .collect::<Result<Vec<_>>>()?;
        let (outcomes, writes) = settle(work, project, &incoming, true).await?;
        for outcome in outcomes {
            let count = match outcome {
                Outcome::Accepted => &mut done.placed,
                _ => &mut done.waiting,
            };
            *count = count.saturating_add(1);
            done.tried = done.tried.saturating_add(1);
        }
        write(work, project, writes).await?;
    }
    let event = Event::new("quarantine.replayed", "project", project).at(&target);
    work.record(event.with("tried", done.tried).with("placed", done.placed));
    Ok(done)
}
