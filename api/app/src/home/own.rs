//! What their own works ask of trainees: a revision, their part in polishing, their consent.

use store::reports::todo::{self as rows, OwnWork};
use uuid::Uuid;

use super::Todo;
use crate::{Result, Unit};

/// One entry for each kind of request, even where there is none of it.
pub(super) async fn works(unit: &impl Unit, enrollment: Uuid) -> Result<Vec<Todo>> {
    let (me, all) = (unit.ctx().actor.id.to_string(), rows::own_works(unit, enrollment).await?);
    let returned = |one: &OwnWork| one.status == "returned";
    let polishes = |one: &OwnWork| one.team.as_ref().is_some_and(|team| team.contains(&me));
    // At school a work waits for its author's word before it can go on to the region.
    let silent = |one: &OwnWork| one.rung == "school" && !one.consent;
    Ok(vec![
        todo("revise_homework", &all, returned),
        todo("polish_homework", &all, |one| !returned(one) && polishes(one)),
        todo("give_consent", &all, silent),
    ])
}

fn todo(code: &'static str, all: &[OwnWork], wanted: impl Fn(&OwnWork) -> bool) -> Todo {
    let mut ids: Vec<Uuid> = all.iter().filter(|one| wanted(one)).map(|one| one.id).collect();
    ids.dedup();
    let only = if ids.len() == 1 { ids.first().copied() } else { None };
    Todo { code, count: i64::try_from(ids.len()).unwrap_or(i64::MAX), thing: only }
}
