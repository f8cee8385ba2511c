use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::Rule,
    machine::{By, Edge, edge, reason_given},
    selection::{EDGES, SelectionAction, SelectionStatus, complete, editable, window_open},
};
use store::{
    history::{self, Step},
    selections as rows,
};
use uuid::Uuid;

use super::{Head, Plan, basket::hold, describe, status_of, target, written};
use crate::{Event, Result, Unit, Work};

type Move = Edge<SelectionStatus, SelectionAction>;

/// Whoever may do it, on a plan that is held until the transaction ends.
async fn open(work: &Work<'_>, enrollment: Uuid, rule: Rule) -> Result<Head> {
    let head = rows::head(work, enrollment).await?.ok_or_else(Refusal::not_found)?;
    work.may_seeing(rule, Rule::S04Read, &target(&head))?;
    hold(work, head.project, enrollment).await
}

/// Hands the plan in. A complete one is in effect at once, and its hours are frozen (s.36).
pub async fn submit(work: &Work<'_>, enrollment: Uuid) -> Result<Plan> {
    let head = open(work, enrollment, Rule::S04Edit).await?;
    let now = work.ctx().now();
    window_open(head.closes_at(), now)?;
    let from = written(&head)?;
    if from == SelectionStatus::NotOpen {
        editable(from)?;
    }
    let submitted = edge(EDGES, from, SelectionAction::Submit)?;
    let plan = describe(work, head).await?;
    complete(&plan.shortfalls)?;
    let confirmed = edge(EDGES, submitted.to, SelectionAction::Confirm)?;
    take(work, &plan.head, submitted, from, None).await?;
    take(work, &plan.head, confirmed, submitted.to, None).await?;
    let event = Event::new("selection.submitted", "selection", enrollment);
    let event = event.at(&target(&plan.head)).with("hours", plan.hours.to_f64());
    work.record(event.with("courses", plan.lines.len()));
    again(work, enrollment).await
}

/// Opens a plan in effect for a change by its owner; until it is handed in again, and at the
/// deadline, it counts as it is.
pub async fn request_change(work: &Work<'_>, enrollment: Uuid) -> Result<Plan> {
    let head = open(work, enrollment, Rule::S04Edit).await?;
    let now = work.ctx().now();
    window_open(head.closes_at(), now)?;
    let from = written(&head)?;
    let edge = edge(EDGES, from, SelectionAction::RequestChange)?;
    take(work, &head, edge, from, None).await?;
    work.record(
        Event::new("selection.change_requested", "selection", enrollment).at(&target(&head)),
    );
    again(work, enrollment).await
}

/// The workshop leader gives a plan back with a reason that its owner reads.
pub async fn return_plan(work: &Work<'_>, enrollment: Uuid, reason: &str) -> Result<Plan> {
    let head = open(work, enrollment, Rule::S04Return).await?;
    window_open(head.closes_at(), work.ctx().now())?;
    let from = written(&head)?;
    let edge = edge(EDGES, from, SelectionAction::Return)?;
    take(work, &head, edge, from, Some(reason)).await?;
    let event = Event::new("selection.returned", "selection", enrollment).at(&target(&head));
    work.record(event.because(reason));
    again(work, enrollment).await
}

/// The county or the project team opens a plan again; after the deadline with a new one.
pub async fn reopen(
    work: &Work<'_>,
    enrollment: Uuid,
    reason: &str,
    closes_at: Option<DateTime<Utc>>,
) -> Result<Plan> {
    let head = open(work, enrollment, Rule::S04Reopen).await?;
    let now = work.ctx().now();
    if closes_at.is_some_and(|at| at <= now) {
        let detail = "The new deadline is over already; give a later one.";
        return Err(Refusal::field("/closes_at", "in_the_past", detail).into());
    }
    if closes_at.is_none() && window_open(head.closes_at(), now).is_err() {
        let detail = "The deadline has passed, so give this person a new one.";
        return Err(Refusal::field("/closes_at", "deadline_needed", detail).into());
    }
    let (kept, from) = (written(&head)?, status_of(&head, now)?);
    let edge = edge(EDGES, from, SelectionAction::Reopen)?;
    // A plan whose lock was not written down yet goes on from what is.
    take(work, &head, edge, kept, Some(reason)).await?;
    if let Some(at) = closes_at {
        rows::set_deadline(&work.tx, enrollment, at).await?;
    }
    let event = Event::new("selection.reopened", "selection", enrollment).at(&target(&head));
    work.record(event.because(reason));
    again(work, enrollment).await
}

/// Takes an edge: the state, and the line of history that its owner can read.
async fn take(
    work: &Work<'_>,
    head: &Head,
    edge: &Move,
    from: SelectionStatus,
    reason: Option<&str>,
) -> Result<()> {
    reason_given(edge.reason, reason)?;
    let ctx = work.ctx();
    let submitted = (edge.to == SelectionStatus::Effective).then(|| ctx.now());
    rows::move_to(&work.tx, head.enrollment, from.as_str(), edge.to.as_str(), submitted).await?;
    let role = match edge.by {
        By::System => "system",
        By::Rule(_) => work.role().map_or("none", |role| role.as_str()),
    };
    let step = Step {
        id: ctx.new_id(),
        project: Some(head.project),
        kind: "selection".to_owned(),
        thing: head.enrollment,
        action: edge.action.as_str().to_owned(),
        from: from.as_str().to_owned(),
        to: edge.to.as_str().to_owned(),
        actor: ctx.actor.id,
        role: role.to_owned(),
        reason: reason.map(str::to_owned),
        at: ctx.now(),
    };
    Ok(history::insert(&work.tx, vec![step]).await?)
}

/// The plan as it stands now.
async fn again(work: &Work<'_>, enrollment: Uuid) -> Result<Plan> {
    let head = rows::head(work, enrollment).await?.ok_or_else(Refusal::not_found)?;
    describe(work, head).await
}
