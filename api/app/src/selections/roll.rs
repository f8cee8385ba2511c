use chrono::{DateTime, Utc};
use domain::{
    Hundredths, Refusal,
    access::{Rule, Target},
    selection::{SelectionStatus, standing},
};
use store::{
    Cut, Window,
    projects::{self, Project},
    selections::{self as rows, Clock, Filter, Order, Sum, Trainee},
};
use uuid::Uuid;

use crate::{Result, Unit, projects::policy_of};

/// What a list is asked for.
#[derive(Debug, Clone)]
pub struct Wish {
    pub filter: Filter,
    pub order: Order,
    /// Whether the whole list is summed beside the page.
    pub summary: bool,
}

/// A part of a list, with where each plan stands.
#[derive(Debug, Clone)]
pub struct Listed {
    pub cut: Cut<(Trainee, SelectionStatus)>,
    pub summary: Option<Sum>,
    /// The hours that a plan needs; what `enough` in the summary counts.
    pub min_hours: Hundredths,
}

/// The plans of a project that the caller may see.
pub async fn list(unit: &impl Unit, project: Uuid, wish: &Wish, window: &Window) -> Result<Listed> {
    narrowed(unit, project, Rule::S04Read, wish, window).await
}

/// Trainees whom the caller reaches by a rule; nothing where the project itself is not theirs.
pub(crate) async fn narrowed(
    unit: &impl Unit,
    project: Uuid,
    rule: Rule,
    wish: &Wish,
    window: &Window,
) -> Result<Listed> {
    let place = projects::find(unit, project).await?.ok_or_else(Refusal::not_found)?;
    let target = Target { project: Some(project), county: Some(place.region), ..Target::default() };
    unit.may_read(Rule::O01Read, &target)?;
    let clock = clock(&place, unit.ctx().now());
    let reach = unit.ctx().actor.reach(rule, project);
    if reach.is_empty() {
        return Err(Refusal::forbidden().into());
    }
    let cut = rows::roll(unit, &reach, &wish.filter, clock, wish.order, window).await?;
    let cut = cut.map(|one| {
        let status = status_of(&one, clock);
        (one, status)
    });
    let min_hours = policy_of(unit, project).await?.selection.min_hours;
    let summary = if wish.summary {
        Some(rows::sum(unit, &reach, &wish.filter, clock, min_hours.get()).await?)
    } else {
        None
    };
    Ok(Listed { cut, summary, min_hours })
}

fn clock(project: &Project, now: DateTime<Utc>) -> Clock {
    let published = project.catalog_published_at.is_some();
    Clock { closes_at: project.selection_closes_at, published, now }
}

fn status_of(one: &Trainee, clock: Clock) -> SelectionStatus {
    let begun = one.status.as_deref().and_then(SelectionStatus::parse);
    let nothing = if clock.published { SelectionStatus::Draft } else { SelectionStatus::NotOpen };
    standing(begun.unwrap_or(nothing), one.own_closes_at.or(clock.closes_at), clock.now)
}
