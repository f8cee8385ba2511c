use domain::{
    machine::edge,
    selection::{EDGES, SelectionAction, SelectionStatus},
};
use store::{
    history::{self, Step},
    selections as rows,
};

use crate::{Context, Event, Result, Unit, Work};

/// Plans of one transaction.
const CHUNK: u64 = 200;

/// Writes down the lock of every plan whose deadline has passed; tells how many there were.
/// Several nodes may do so at once: each plan is locked by one of them.
pub async fn lock_due(ctx: &Context) -> Result<u64> {
    let mut locked = 0_u64;
    loop {
        if rows::due(&ctx.look(), ctx.now(), 1).await?.is_empty() {
            return Ok(locked);
        }
        let some = ctx.run(async |work| lock_some(work).await).await?;
        if some == 0 {
            return Ok(locked);
        }
        locked = locked.saturating_add(some);
    }
}

async fn lock_some(work: &Work<'_>) -> Result<u64> {
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let (mut steps, mut locked) = (vec![], 0_u64);
    for due in rows::due(work, now, CHUNK).await? {
        if !rows::lock(&work.tx, &due, now).await? {
            continue;
        }
        locked = locked.saturating_add(1);
        let mut from = SelectionStatus::parse(&due.status).unwrap_or(SelectionStatus::Effective);
        let mut step = |action| -> Result<()> {
            let edge = edge(EDGES, from, action)?;
            steps.push(Step {
                id: ctx.new_id(),
                project: Some(due.project),
                kind: "selection".to_owned(),
                thing: due.enrollment,
                action: edge.action.as_str().to_owned(),
                from: from.as_str().to_owned(),
                to: edge.to.as_str().to_owned(),
                actor: ctx.actor.id,
                role: "system".to_owned(),
                reason: None,
                at: now,
            });
            from = edge.to;
            Ok(())
        };
        if due.status == SelectionStatus::ChangeRequested.as_str() {
            step(SelectionAction::Confirm)?;
        }
        step(SelectionAction::Lock)?;
    }
    if locked > 0 {
        history::insert(&work.tx, steps).await?;
        work.record(Event::new("selection.locked", "selection", "due").with("plans", locked));
    }
    Ok(locked)
}
