//! The audit trail: who reads it, and the chain that shows when somebody meddled with it (F69).

mod chain;

use std::collections::HashMap;

pub use chain::{Broken, Checkpoint, Verification, checkpoint, seal, seal_all, unsealed, verify};
use domain::{
    Refusal,
    access::{Actor, Role, Rule, Target},
};
use store::audit as rows;
pub use store::audit::{Filter, Kept};
use store::{Cut, Window};
use uuid::Uuid;

use crate::{Result, Unit, projects};

/// A part of the trail, with the names of those who acted.
#[derive(Debug, Clone)]
pub struct Trail {
    pub events: Cut<Kept>,
    pub names: HashMap<Uuid, String>,
    /// Whether the reader may see addresses: auditors and operators do.
    pub addresses: bool,
}

/// What happened in a project, as far as the caller may look. The operator looks after the
/// machine and sees no project's affairs.
pub async fn of_project(
    unit: &impl Unit,
    project: Uuid,
    filter: &Filter,
    window: &Window,
) -> Result<Trail> {
    projects::find(unit, project).await?;
    let actor = &unit.ctx().actor;
    let held = actor.appointments.iter();
    let appointments = held.filter(|one| one.role != Role::PlatformOperator).cloned().collect();
    let reader = Actor { appointments, ..(**actor).clone() };
    let reach = reader.reach(Rule::L01Read, project);
    if reach.is_empty() {
        return Err(Refusal::forbidden().into());
    }
    trail(unit, &rows::Sight::Project(reach), filter, window).await
}

/// What belongs to no project: sign-ins, clients, the platform itself.
pub async fn of_platform(unit: &impl Unit, filter: &Filter, window: &Window) -> Result<Trail> {
    unit.may(Rule::L01Read, &Target::default())?;
    trail(unit, &rows::Sight::Platform, filter, window).await
}

/// Who did what to the caller's own data.
pub async fn about_me(unit: &impl Unit, filter: &Filter, window: &Window) -> Result<Trail> {
    let me = unit.ctx().actor.id;
    unit.may(Rule::L01Read, &Target { owner: Some(me), ..Target::default() })?;
    trail(unit, &rows::Sight::About(me), filter, window).await
}

async fn trail(
    unit: &impl Unit,
    sight: &rows::Sight,
    filter: &Filter,
    window: &Window,
) -> Result<Trail> {
    let events = rows::list(unit, sight, filter, window).await?;
    let mut actors: Vec<Uuid> = events.items.iter().filter_map(|event| event.actor_id).collect();
    actors.sort_unstable();
    actors.dedup();
    let names = rows::person_names(unit, actors).await?;
    let actor = &unit.ctx().actor;
    let addresses = matches!(sight, rows::Sight::Platform) || actor.has_role(Role::Auditor);
    Ok(Trail { events, names, addresses })
}

/// Checks the whole chain, and that it still holds an earlier checkpoint.
pub async fn verification(unit: &impl Unit, earlier: Option<&Checkpoint>) -> Result<Verification> {
    may_verify(unit)?;
    verify(unit, earlier).await
}

/// The end of the chain, to be kept somewhere else.
pub async fn last_checkpoint(unit: &impl Unit) -> Result<Checkpoint> {
    may_verify(unit)?;
    checkpoint(unit).await
}

/// The chain is one for all projects: an auditor of any of them may check it.
fn may_verify(unit: &impl Unit) -> Result<()> {
    let held = unit.ctx().actor.appointments.iter();
    let project = held.filter(|one| one.role == Role::Auditor).find_map(|one| one.project);
    unit.may(Rule::L02Verify, &Target { project, ..Target::default() })?;
    Ok(())
}
