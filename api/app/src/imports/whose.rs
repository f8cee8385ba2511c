//! Whose records a file may touch: those of the schools it was brought in for, or of the county.

use domain::access::{Role, Rule, Target};
use serde::{Deserialize, Serialize};
use store::imports::Job;
use uuid::Uuid;

use crate::{Error, Result, Unit};

/// What is kept of an import beside its file.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Options {
    /// The schools that it was brought in for; none where it is the county's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    schools: Vec<Uuid>,
}

/// The schools that the caller imports for; none where they may import for the whole place.
pub(super) fn schools(unit: &impl Unit, rule: Rule, around: &Target) -> Vec<Uuid> {
    let actor = &unit.ctx().actor;
    if actor.may(rule, around).is_ok() {
        return vec![];
    }
    let admin = |held: &&domain::access::Appointment| {
        held.role == Role::SchoolAdmin && held.project == around.project
    };
    let mut own: Vec<Uuid> =
        actor.appointments.iter().filter(admin).filter_map(|held| held.scope).collect();
    own.sort_unstable();
    own.dedup();
    own
}

/// The schools as they are kept with the job.
pub(super) fn keep(schools: &[Uuid]) -> Result<String> {
    serde_json::to_string(&Options { schools: schools.to_vec() }).map_err(Error::fault)
}

/// The schools that an import was brought in for.
pub(super) fn of(job: &Job) -> Result<Vec<Uuid>> {
    let options: Options = serde_json::from_str(&job.options).map_err(Error::fault)?;
    Ok(options.schools)
}

/// All that somebody must be allowed to fill to handle an import: each school it is for.
pub(super) fn targets(job: &Job, around: &Target) -> Result<Vec<Target>> {
    let schools = of(job)?;
    if schools.is_empty() {
        return Ok(vec![around.clone()]);
    }
    let at = |school| Target { school: Some(school), ..around.clone() };
    Ok(schools.into_iter().map(at).collect())
}
