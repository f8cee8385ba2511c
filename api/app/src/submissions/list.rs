use domain::{Refusal, access::Rule};
use store::{Cut, Window, submissions as rows};
use uuid::Uuid;

use super::{Filter, Listed, Sort};
use crate::{Result, Unit};

/// A page of works, and how many there are.
pub struct Page {
    pub cut: Cut<Listed>,
    pub total: u64,
}

/// The works of a project that the caller reaches: a leader's inbox, a school's shelf, the
/// author's own.
pub async fn list(
    unit: &impl Unit,
    project: Uuid,
    filter: &Filter,
    sort: Sort,
    window: &Window,
) -> Result<Page> {
    let actor = &unit.ctx().actor;
    if !actor.belongs_to(project) {
        return Err(Refusal::not_found().into());
    }
    let reach = actor.reach(Rule::W03Read, project);
    let cut = rows::list(unit, &reach, actor.id, filter, sort, window).await?;
    let total = if window.after.is_none() && !cut.more {
        u64::try_from(cut.items.len()).unwrap_or(u64::MAX)
    } else {
        rows::count(unit, &reach, actor.id, filter).await?
    };
    Ok(Page { cut, total })
}
