use domain::{
    Refusal,
    access::Rule,
    classes::{CLASS_EDGES, ClassAction},
    machine::{self, By},
};
use store::{
    classes as rows,
    history::{self, Step},
};
use uuid::Uuid;

use super::{Seen, find, look_at};
use crate::{Error, Event, Result, Unit, Work};

/// Moves a class along an edge of its machine.
pub async fn advance(
    work: &Work<'_>,
    id: Uuid,
    action: ClassAction,
    reason: Option<String>,
) -> Result<Seen> {
    let (mut class, target) = find(work, id).await?;
    let edge = machine::edge(CLASS_EDGES, class.status, action);
    let rule = CLASS_EDGES.iter().find(|edge| edge.action == action).map(|edge| edge.by);
    let Some(By::Rule(rule)) = rule else { return Err(Refusal::forbidden().into()) };
    let pass = work.may_seeing(rule, Rule::O03Read, &target)?;
    let edge = edge?;
    machine::reason_given(edge.reason, reason.as_deref())?;
    let (from, now) = (class.status, work.ctx().now());
    class.status = edge.to;
    if !rows::update(&work.tx, &class, None, now).await? {
        return Err(Error::Store(store::Error::Busy));
    }
    let step = Step {
        id: work.ctx().new_id(),
        project: Some(class.project),
        kind: "class".to_owned(),
        thing: id,
        action: action.as_str().to_owned(),
        from: from.as_str().to_owned(),
        to: class.status.as_str().to_owned(),
        actor: work.ctx().actor.id,
        role: pass.role.as_str().to_owned(),
        reason: reason.clone(),
        at: now,
    };
    history::insert(&work.tx, vec![step]).await?;
    let mut event = Event::new(format!("class.{action}"), "class", id).at(&target);
    if let Some(reason) = reason {
        event = event.because(reason);
    }
    work.record(event.before(&from).after(&class.status));
    class.version = class.version.saturating_add(1);
    look_at(work, class).await
}
