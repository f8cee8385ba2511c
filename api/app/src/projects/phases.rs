use chrono::NaiveDate;
use domain::{
    Kind, Refusal,
    access::{Rule, Target},
    grade::GradeNode,
    project::{PhasePlan, ProjectStatus, judge_phases},
    reference::Module,
    text,
};
use store::projects as rows;
use uuid::Uuid;

use super::{
    Basis, Phase, Project, find,
    lead::{days, line, status},
    policy_of,
};
use crate::{Error, Event, Result, Unit, Work};

/// What a phase is to be; for a change, `None` leaves it as it is.
#[derive(Debug, Clone, Default)]
pub struct PhaseChange {
    pub seq: Option<i32>,
    pub name: Option<String>,
    pub starts_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
    pub modules: Option<Vec<i32>>,
    pub activities: Option<Vec<String>>,
    pub grade_components: Option<Vec<String>>,
}

/// A document that the project rests on (s.5).
#[derive(Debug, Clone)]
pub struct NewBasis {
    pub title: String,
    pub doc_no: String,
    pub issuer: String,
    pub issued_on: Option<NaiveDate>,
}

/// The phases as publishing judges them.
pub(super) fn plans(phases: &[Phase]) -> Vec<PhasePlan> {
    phases.iter().map(plan).collect()
}

fn plan(phase: &Phase) -> PhasePlan {
    PhasePlan {
        name: phase.name.clone(),
        modules: serde_json::from_str(&phase.modules).unwrap_or_default(),
        activities: serde_json::from_str(&phase.activities).unwrap_or_default(),
        grade_components: serde_json::from_str(&phase.grade_components).unwrap_or_default(),
    }
}

/// Every phase lies within its project's days.
pub(super) fn inside(project: &Project, phases: &[Phase]) -> Result<(), Refusal> {
    let outside =
        |phase: &&Phase| phase.starts_on < project.starts_on || phase.ends_on > project.ends_on;
    match phases.iter().find(outside) {
        Some(phase) => {
            let detail = format!("Phase “{}” would lie outside the project's days.", phase.name);
            Err(Refusal::field("/ends_on", "phase_outside_project", detail))
        }
        None => Ok(()),
    }
}

/// A phase of a project that the caller has a part in.
pub async fn show_phase(unit: &impl Unit, id: Uuid) -> Result<Phase> {
    let phase = rows::find_phase(unit, id).await?.ok_or_else(Refusal::not_found)?;
    find(unit, phase.project_id).await?;
    Ok(phase)
}

/// A project whose plan the caller may still change.
async fn led(work: &Work<'_>, project: Uuid) -> Result<(Project, Target)> {
    let (project, target) = find(work, project).await?;
    work.may(Rule::O01Lead, &target)?;
    status(&project)?.open_to_change()?;
    Ok((project, target))
}

pub async fn add_phase(work: &Work<'_>, project: Uuid, new: PhaseChange) -> Result<Phase> {
    let (project, target) = led(work, project).await?;
    let seq = rows::phases(work, project.id).await?.last().map_or(0, |phase| phase.seq);
    let phase = Phase {
        id: work.ctx().new_id(),
        project_id: project.id,
        seq: seq.saturating_add(1),
        name: String::new(),
        starts_on: project.starts_on,
        ends_on: project.ends_on,
        modules: "[]".to_owned(),
        activities: "[]".to_owned(),
        grade_components: "[]".to_owned(),
        version: 1,
    };
    let phase = apply(work, &project, phase, new).await?;
    rows::insert_phase(&work.tx, phase.clone()).await?;
    work.record(Event::new("phase.created", "phase", phase.id).at(&target));
    Ok(phase)
}

pub async fn change_phase(
    work: &Work<'_>,
    id: Uuid,
    version: i64,
    to: PhaseChange,
) -> Result<Phase> {
    let phase = show_phase(work, id).await?;
    let (project, target) = led(work, phase.project_id).await?;
    let phase = apply(work, &project, Phase { version, ..phase }, to).await?;
    if !rows::update_phase(&work.tx, &phase).await? {
        return Err(crate::stale().into());
    }
    work.record(Event::new("phase.changed", "phase", id).at(&target));
    Ok(Phase { version: version.saturating_add(1), ..phase })
}

/// Takes a phase away from a project that is not published yet.
pub async fn remove_phase(work: &Work<'_>, id: Uuid, version: i64) -> Result<()> {
    let phase = show_phase(work, id).await?;
    let (project, target) = led(work, phase.project_id).await?;
    if status(&project)? != ProjectStatus::Draft {
        let detail = "The project is published; change the phase instead.";
        return Err(Refusal::rule(Kind::InvalidTransition, "project_published", detail).into());
    }
    if !rows::delete_phase(&work.tx, id, version).await? {
        return Err(crate::stale().into());
    }
    work.record(Event::new("phase.removed", "phase", id).at(&target));
    Ok(())
}

/// Puts a change into a phase and judges the whole.
async fn apply(
    work: &Work<'_>,
    project: &Project,
    mut phase: Phase,
    to: PhaseChange,
) -> Result<Phase> {
    phase.seq = to.seq.unwrap_or(phase.seq);
    if let Some(name) = to.name {
        phase.name = line("/name", &name)?;
    }
    phase.starts_on = to.starts_on.unwrap_or(phase.starts_on);
    phase.ends_on = to.ends_on.unwrap_or(phase.ends_on);
    days(phase.starts_on, phase.ends_on)?;
    inside(project, std::slice::from_ref(&phase))?;
    if let Some(mut modules) = to.modules {
        if modules.iter().any(|number| Module::new(*number).is_none()) {
            let detail = "Modules are numbered 1 to 4.";
            return Err(Refusal::field("/modules", "module_unknown", detail).into());
        }
        modules.sort_unstable();
        modules.dedup();
        phase.modules = json(&modules)?;
    }
    if let Some(activities) = to.activities {
        let cleaned = activities.iter().filter_map(|one| text::clean_line(one).some());
        phase.activities = json(&cleaned.collect::<Vec<_>>())?;
    }
    if let Some(components) = to.grade_components {
        let grade = policy_of(work, project.id).await?.grade;
        if let Some(unknown) = components.iter().find(|code| !has_part(&grade, code)) {
            let detail = format!("The project's grade has no part {unknown}.");
            let pointer = "/grade_components";
            return Err(Refusal::field(pointer, "grade_component_unknown", detail).into());
        }
        phase.grade_components = json(&components)?;
    }
    if status(project)? != ProjectStatus::Draft {
        judge_phases(std::slice::from_ref(&plan(&phase)))?;
    }
    Ok(phase)
}

fn has_part(node: &GradeNode, code: &str) -> bool {
    node.code == code || node.children.iter().any(|child| has_part(child, code))
}

fn json(list: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(list).map_err(Error::fault)
}

/// Adds a document that the project rests on.
pub async fn add_basis(work: &Work<'_>, project: Uuid, new: NewBasis) -> Result<Basis> {
    let (project, target) = led(work, project).await?;
    let id = work.ctx().new_id();
    let row = rows::NewBasis {
        id,
        project: project.id,
        title: line("/title", &new.title)?,
        doc_no: text::clean_line(&new.doc_no).value,
        issuer: text::clean_line(&new.issuer).value,
        issued_on: new.issued_on,
    };
    rows::insert_basis(&work.tx, &row).await?;
    work.record(Event::new("policy_basis.created", "policy_basis", id).at(&target));
    Ok(rows::find_basis(work, id).await?.ok_or_else(Refusal::not_found)?)
}

pub async fn remove_basis(work: &Work<'_>, id: Uuid) -> Result<()> {
    let basis = rows::find_basis(work, id).await?.ok_or_else(Refusal::not_found)?;
    let (_, target) = led(work, basis.project_id).await?;
    rows::delete_basis(&work.tx, id).await?;
    let event = Event::new("policy_basis.removed", "policy_basis", id).at(&target);
    work.record(event.with("title", basis.title));
    Ok(())
}
