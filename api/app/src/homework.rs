//! Homework tasks (F26): what is asked, of whom, until when, and how it is marked.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{
    Hundredths, Kind, Refusal,
    access::{Rule, Target},
    homework::Criterion,
};
use store::homework as rows;
pub use store::homework::{Fit, Task};
use store::{Cut, Window, submissions};
use uuid::Uuid;

use crate::{Error, Event, Result, Unit, Work};

/// What a task says; its maximum is the sum of its criteria where it has any.
#[derive(Debug, Clone)]
pub struct Wish {
    pub phase: Option<Uuid>,
    pub workshop: Option<Uuid>,
    pub subject: Option<String>,
    pub stage: Option<String>,
    pub title: String,
    pub instructions: String,
    pub rubric: Vec<Criterion>,
    pub max_score: Hundredths,
    pub required: bool,
    pub opens_at: Option<DateTime<Utc>>,
    pub due_at: Option<DateTime<Utc>>,
    pub late_allowed: bool,
    pub open: bool,
}

/// A page of tasks, and the caller's own work for each: its id, rung and status.
pub struct Tasks {
    pub cut: Cut<Task>,
    pub mine: HashMap<Uuid, (Uuid, String, String)>,
}

/// The criteria of a task.
#[must_use]
pub fn rubric_of(task: &Task) -> Vec<Criterion> {
    serde_json::from_str(&task.rubric).unwrap_or_default()
}

/// Whether a task takes works now, late ones too where it allows them.
#[must_use]
pub fn takes(task: &Task, now: DateTime<Utc>) -> bool {
    task.status == "open"
        && task.opens_at.is_none_or(|at| at <= now)
        && (task.late_allowed || !is_late(task, now))
}

/// Whether a work handed in now is late.
#[must_use]
pub fn is_late(task: &Task, now: DateTime<Utc>) -> bool {
    task.due_at.is_some_and(|due| due < now)
}

/// The tasks of a project. With `mine` only those that are meant for the caller as a trainee.
pub async fn list(
    unit: &impl Unit,
    project: Uuid,
    phase: Option<Uuid>,
    status: Option<&str>,
    fit: &Fit,
    mine: bool,
    window: &Window,
) -> Result<Tasks> {
    unit.may_read(Rule::W00Read, &Target { project: Some(project), ..Target::default() })?;
    let place = unit.ctx().actor.membership(project).map(|place| place.enrollment);
    let mut fit = fit.clone();
    if let (true, Some(place)) = (mine, place)
        && let Some(row) = submissions::enrollment(unit, place).await?
    {
        fit.workshop = fit.workshop.or(row.workshop_id);
        fit.subject = fit.subject.or(Some(row.subject));
        fit.stage = fit.stage.or(Some(row.stage));
    }
    let cut = rows::list(unit, project, phase, status, &fit, window).await?;
    let ids = cut.items.iter().map(|task| task.id).collect();
    let mine = match place {
        Some(place) => rows::works_of(unit, place, ids).await?,
        None => HashMap::new(),
    };
    Ok(Tasks { cut, mine })
}

/// A task, and the caller's own work for it.
pub async fn show(unit: &impl Unit, id: Uuid) -> Result<(Task, Option<(Uuid, String, String)>)> {
    let task = find(unit, id).await?;
    let place = unit.ctx().actor.membership(task.project_id).map(|place| place.enrollment);
    let mine = match place {
        Some(place) => rows::works_of(unit, place, vec![id]).await?.remove(&id),
        None => None,
    };
    Ok((task, mine))
}

/// A task of a project that the caller has a part in.
pub async fn find(unit: &impl Unit, id: Uuid) -> Result<Task> {
    let task = rows::find(unit, id).await?.ok_or_else(Refusal::not_found)?;
    unit.may_read(Rule::W00Read, &target(&task))?;
    Ok(task)
}

fn target(task: &Task) -> Target {
    Target { project: Some(task.project_id), ..Target::default() }
}

/// Adds a task.
pub async fn create(work: &Work<'_>, project: Uuid, wish: Wish) -> Result<Task> {
    let target = Target { project: Some(project), ..Target::default() };
    work.may_seeing(Rule::W00Edit, Rule::W00Read, &target)?;
    of_project(work, project, &wish).await?;
    let (id, now) = (work.ctx().new_id(), work.ctx().now());
    let task = task(id, project, wish, now)?;
    rows::insert(&work.tx, task.clone()).await?;
    let event = Event::new("homework_task.created", "homework_task", id).at(&target);
    work.record(event.after(&task.title));
    Ok(task)
}

/// Changes a task. Once a work was marked its criteria stay as they are.
pub async fn change(work: &Work<'_>, id: Uuid, version: i64, wish: Wish) -> Result<Task> {
    let old = find(work, id).await?;
    work.may(Rule::W00Edit, &target(&old))?;
    of_project(work, old.project_id, &wish).await?;
    let mut new = task(id, old.project_id, wish, work.ctx().now())?;
    if (&new.rubric, new.max_score) != (&old.rubric, old.max_score)
        && rows::has_scores(work, id).await?
    {
        let detail = "Works were marked by these criteria; make another task instead.";
        return Err(Refusal::rule(Kind::InvalidTransition, "rubric_in_use", detail).into());
    }
    if !rows::change(&work.tx, &new, version).await? {
        return Err(stale().into());
    }
    new.version = version.saturating_add(1);
    new.created_at = old.created_at;
    let event = Event::new("homework_task.changed", "homework_task", id).at(&target(&old));
    work.record(event.before(&old.title).after(&new.title));
    Ok(new)
}

/// The phase and the workshop that a task is for are of its own project.
async fn of_project(work: &Work<'_>, project: Uuid, wish: &Wish) -> Result<()> {
    let unknown = |field: &str| {
        let detail = "There is no such phase or workshop in this project.";
        Refusal::field(field, "scope_unknown", detail)
    };
    if let Some(id) = wish.phase {
        let phase = store::projects::find_phase(work, id).await?;
        phase.filter(|phase| phase.project_id == project).ok_or_else(|| unknown("/phase_id"))?;
    }
    if let Some(id) = wish.workshop {
        let workshop = store::workshops::find(work, id).await?;
        let own = workshop.filter(|workshop| workshop.project == project);
        own.ok_or_else(|| unknown("/workshop_id"))?;
    }
    Ok(())
}

pub(crate) fn stale() -> Refusal {
    let detail = "It was changed since you read it; read it again and redo your change.";
    Refusal::new(Kind::PreconditionFailed, detail)
}

fn task(id: Uuid, project: Uuid, wish: Wish, now: DateTime<Utc>) -> Result<Task> {
    if let (Some(opens), Some(due)) = (wish.opens_at, wish.due_at)
        && due <= opens
    {
        let detail = "The task is due before it opens.";
        return Err(Refusal::field("/due_at", "due_before_opening", detail).into());
    }
    let sum: Hundredths = wish.rubric.iter().map(|one| one.max).sum();
    let max = if wish.rubric.is_empty() { wish.max_score } else { sum };
    let mut names: Vec<&str> = wish.rubric.iter().map(|one| one.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    if names.len() != wish.rubric.len() {
        let detail = "Two criteria have the same name.";
        return Err(Refusal::field("/criteria", "criterion_twice", detail).into());
    }
    Ok(Task {
        id,
        project_id: project,
        phase_id: wish.phase,
        title: wish.title,
        instructions: wish.instructions,
        rubric: serde_json::to_string(&wish.rubric).map_err(Error::fault)?,
        max_score: max.get(),
        required: wish.required,
        opens_at: wish.opens_at,
        due_at: wish.due_at,
        late_allowed: wish.late_allowed,
        status: if wish.open { "open" } else { "closed" }.to_owned(),
        version: 1,
        created_at: now,
        updated_at: now,
        workshop_id: wish.workshop,
        subject: wish.subject,
        stage: wish.stage,
    })
}
