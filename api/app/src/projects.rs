//! Projects: what they are, their phases, and the policy set as versioned data (F01–F03).

mod lead;
mod phases;

use chrono::NaiveDate;
use domain::{
    Refusal,
    access::{Role, Rule, Target},
    machine::{AllowedAction, allowed_actions},
    policy::PolicySet,
    project::{EDGES, ProjectAction, ProjectStatus, judge_phases},
};
pub use lead::{Change, NewProject, change, create, publish, set_status};
pub use phases::{
    NewBasis, PhaseChange, add_basis, add_phase, change_phase, remove_basis, remove_phase,
    show_phase,
};
use store::projects as rows;
pub use store::projects::{Basis, Phase, Policy, Project};
use store::{Cut, Window, bulk};
use uuid::Uuid;

use crate::{Error, Event, Result, Unit, Work};

/// A project with what belongs to it.
#[derive(Debug, Clone)]
pub struct Whole {
    pub project: Project,
    pub bases: Vec<Basis>,
    pub phases: Vec<Phase>,
    pub enrolled: i64,
    pub activated: i64,
    pub actions: Vec<AllowedAction>,
}

/// The projects the caller has a part in.
pub async fn list(unit: &impl Unit, window: &Window) -> Result<Cut<Project>> {
    let actor = &unit.ctx().actor;
    let only = (!actor.has_role(Role::PlatformOperator)).then(|| {
        let held = actor.appointments.iter().filter_map(|held| held.project);
        let places = actor.memberships.iter().map(|place| place.project);
        held.chain(places).collect()
    });
    Ok(rows::list(unit, only, window).await?)
}

/// A project that the caller has a part in.
pub async fn find(unit: &impl Unit, id: Uuid) -> Result<(Project, Target)> {
    let project = rows::find(unit, id).await?.ok_or_else(Refusal::not_found)?;
    let target = Target { project: Some(id), county: Some(project.region), ..Target::default() };
    unit.may_read(Rule::O01Read, &target)?;
    Ok((project, target))
}

pub async fn show(unit: &impl Unit, id: Uuid) -> Result<Whole> {
    let (project, target) = find(unit, id).await?;
    let (enrolled, activated) = rows::headcount(unit, id).await?;
    let (bases, phases) = (rows::bases(unit, id).await?, rows::phases(unit, id).await?);
    let actions = actions(unit, &project, &phases, &target);
    Ok(Whole { project, bases, phases, enrolled, activated, actions })
}

/// What can be done with a project now.
fn actions(
    unit: &impl Unit,
    project: &Project,
    phases: &[Phase],
    target: &Target,
) -> Vec<AllowedAction> {
    let Some(status) = ProjectStatus::parse(&project.status) else { return vec![] };
    let may = unit.ctx().actor.may(Rule::O01Lead, target).map(|_| ());
    allowed_actions(EDGES, status, |edge| {
        may.clone()?;
        if edge.action == ProjectAction::Publish {
            judge_phases(&phases::plans(phases))
        } else {
            Ok(())
        }
    })
}

/// Every version of a project's policy set, newest first.
pub async fn policies(unit: &impl Unit, id: Uuid) -> Result<Vec<Policy>> {
    let (_, target) = find(unit, id).await?;
    unit.may(Rule::O06Read, &target)?;
    Ok(rows::policies(unit, id).await?)
}

/// The policy set in force: the newest version, or the preset.
pub async fn policy_of(unit: &impl Unit, project: Uuid) -> Result<PolicySet> {
    policy_from(bulk::project::policy(unit, project).await?)
}

/// A policy set as it is kept; the preset where there is none.
pub fn policy_from(body: Option<String>) -> Result<PolicySet> {
    body.map_or_else(
        || Ok(PolicySet::preset()),
        |body| serde_json::from_str(&body).map_err(Error::fault),
    )
}

/// Adds a version of the policy set; earlier ones stay as they were.
pub async fn create_policy(
    work: &Work<'_>,
    id: Uuid,
    body: &PolicySet,
    effective_on: NaiveDate,
    note: &str,
) -> Result<Policy> {
    let (_, target) = find(work, id).await?;
    work.may(Rule::O06Edit, &target)?;
    body.validate()?;
    let newest = rows::policies(work, id).await?.first().map_or(0, |policy| policy.number);
    let ctx = work.ctx();
    let policy = Policy {
        id: ctx.new_id(),
        project_id: id,
        number: newest.saturating_add(1),
        effective_on,
        body: serde_json::to_string(body).map_err(Error::fault)?,
        note: note.to_owned(),
        created_by: Some(ctx.actor.id),
        created_at: ctx.now(),
    };
    rows::insert_policy(&work.tx, policy.clone()).await?;
    let event = Event::new("policy.created", "policy", policy.id).at(&target);
    work.record(event.after(body).with("number", policy.number));
    Ok(policy)
}
