use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::{Rule, Target},
};
pub use store::learning::Studied;
use store::{
    Cut, Window,
    learning::{self as rows, Fact, Filter, Whole},
    projects,
    selections::{Sum, Trainee},
};
use uuid::Uuid;

use crate::{
    Result, Unit,
    clients::holds_scope,
    selections::{Wish, narrowed},
};

/// How far people are, and what the whole list comes to.
#[derive(Debug, Clone)]
pub struct Progress {
    pub cut: Cut<(Trainee, Studied, Option<DateTime<Utc>>)>,
    /// Sums of the list, and of everybody's study whom the caller reaches.
    pub summary: Option<(Sum, Whole)>,
}

/// The progress of those whom the caller reaches, with the hours they were credited (F22).
pub async fn list(
    unit: &impl Unit,
    project: Uuid,
    wish: &Wish,
    window: &Window,
) -> Result<Progress> {
    let actor = &unit.ctx().actor;
    holds_scope(actor, "learning-results:read")?;
    let listed = narrowed(unit, project, Rule::S07Read, wish, window).await?;
    let people: Vec<Uuid> = listed.cut.items.iter().map(|(one, _)| one.enrollment).collect();
    let mut studied = rows::studied(unit, &people).await?;
    let cut = listed.cut.map(|(one, _)| {
        let (studied, last) = studied.remove(&one.enrollment).unwrap_or_default();
        (one, studied, last)
    });
    let summary = match listed.summary {
        None => None,
        Some(sum) => {
            let whole = rows::whole(unit, &actor.reach(Rule::S07Read, project)).await?;
            Some((sum, whole))
        }
    };
    Ok(Progress { cut, summary })
}

/// The events of those whom the caller reaches, as facts; a provider sees what it delivered.
pub async fn facts(
    unit: &impl Unit,
    project: Uuid,
    mut filter: Filter,
    window: &Window,
) -> Result<Cut<Fact>> {
    let place = projects::find(unit, project).await?.ok_or_else(Refusal::not_found)?;
    let target = Target { project: Some(project), county: Some(place.region), ..Target::default() };
    let actor = &unit.ctx().actor;
    let target = Target { provider: actor.provider.clone(), ..target };
    unit.may_read(Rule::O01Read, &target)?;
    holds_scope(actor, "learning-results:read")?;
    let reach = actor.reach(Rule::S07Read, project);
    if reach.is_empty() {
        return Err(Refusal::forbidden().into());
    }
    if actor.provider.is_some() {
        filter.received_by = Some(actor.id);
    }
    Ok(rows::facts(unit, &reach, &filter, window).await?)
}
