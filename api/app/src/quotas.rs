//! Quotas of the ladder (F31): how many works of a workshop, school or region may climb.

use domain::{Refusal, access::Rule, homework::QuotaStep};
use store::quotas as rows;
pub use store::quotas::Used;
use uuid::Uuid;

use crate::{
    Result, Unit, projects,
    submissions::{Meter, measure},
};

/// Every quota of a step that the caller reaches, with what it allows and what is used.
pub async fn list(unit: &impl Unit, project: Uuid, step: QuotaStep) -> Result<Vec<(Used, Meter)>> {
    let actor = &unit.ctx().actor;
    if !actor.belongs_to(project) {
        return Err(Refusal::not_found().into());
    }
    let mut reach = actor.reach(Rule::W03Read, project);
    reach.person = None;
    let policy = projects::policy_of(unit, project).await?;
    let units = if reach.is_empty() { vec![] } else { rows::list(unit, &reach, step).await? };
    let mut all: Vec<_> = units
        .into_iter()
        .map(|one| (measure(step, one.submitted, one.used, &policy), one))
        .map(|(meter, one)| (one, meter))
        .collect();
    all.sort_by(|(one, _), (other, _)| (one.unit, &one.subject).cmp(&(other.unit, &other.subject)));
    Ok(all)
}
