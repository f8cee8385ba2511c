use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Refusal,
    access::{Over, Role, Rule, Target},
    machine::{edge, reason_given},
    policy::PolicySet,
    project::{EDGES, ProjectAction, ProjectStatus, judge_phases},
    text,
};
use store::{appointments, history, organizations, projects as rows};
use uuid::Uuid;

use super::{Policy, Project, Whole, find, phases, show};
use crate::{Error, Event, Result, Unit, Work};

/// A project to be founded.
#[derive(Debug, Clone)]
pub struct NewProject {
    pub code: String,
    pub name: String,
    pub programme: String,
    pub level: String,
    pub region: Uuid,
    pub provider: String,
    pub target_headcount: i64,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
}

/// What changes of a project; `None` leaves it as it is.
#[derive(Debug, Clone, Default)]
pub struct Change {
    pub name: Option<String>,
    pub level: Option<String>,
    pub provider: Option<String>,
    pub target_headcount: Option<i64>,
    pub starts_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
    /// `Some(None)` opens the selection without an end.
    pub selection_closes_at: Option<Option<DateTime<Utc>>>,
}

/// Founds a project as a draft, with the preset policy set. Whoever founds it as a member of
/// a project team leads it; an operator appoints its team afterwards.
pub async fn create(work: &Work<'_>, new: NewProject) -> Result<Whole> {
    let pass = work.may(Rule::O01Found, &Target::default())?;
    let region = organizations::find(work, new.region, &organizations::Known::All).await?;
    let Some(region) = region.filter(|region| region.kind == "county") else {
        let detail = "Choose the county that the project runs in.";
        return Err(Refusal::field("/region_id", "region_unknown", detail).into());
    };
    days(new.starts_on, new.ends_on)?;
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let project = Project {
        id: ctx.new_id(),
        code: line("/code", &new.code)?,
        name: line("/name", &new.name)?,
        programme: new.programme,
        level: new.level,
        region: region.id,
        region_name: region.name,
        provider: line("/provider", &new.provider)?,
        target_headcount: new.target_headcount,
        status: ProjectStatus::Draft.as_str().to_owned(),
        starts_on: new.starts_on,
        ends_on: new.ends_on,
        selection_closes_at: None,
        catalog_published_at: None,
        version: 1,
    };
    rows::insert(&work.tx, &project, now).await?;
    let policy = Policy {
        id: ctx.new_id(),
        project_id: project.id,
        number: 1,
        effective_on: project.starts_on,
        body: serde_json::to_string(&PolicySet::preset()).map_err(Error::fault)?,
        note: "preset".to_owned(),
        created_by: Some(ctx.actor.id),
        created_at: now,
    };
    rows::insert_policy(&work.tx, policy).await?;
    if pass.role == Role::ProjectTeam {
        lead(work, &project).await?;
    }
    let target =
        Target { project: Some(project.id), county: Some(project.region), ..Target::default() };
    let event = Event::new("project.founded", "project", project.id).at(&target);
    work.record(event.with("code", project.code.clone()));
    ctx.services.sessions.forget_all();
    let bases = rows::bases(work, project.id).await?;
    let version = project.version.saturating_add(1);
    let project = Project { version, ..project };
    Ok(Whole { project, bases, phases: vec![], enrolled: 0, activated: 0, actions: vec![] })
}

/// The founder leads the new project.
async fn lead(work: &Work<'_>, project: &Project) -> Result<()> {
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let row = appointments::Appointment {
        id: ctx.new_id(),
        person_id: ctx.actor.id,
        person_name: String::new(),
        project_id: Some(project.id),
        role: Role::ProjectTeam.as_str().to_owned(),
        scope_kind: Over::Project.as_str().to_owned(),
        scope_id: Some(project.id),
        subject: None,
        title: None,
        valid_from: now.date_naive(),
        valid_to: None,
        suspended_at: None,
        ended_at: None,
        created_at: now,
        version: 1,
    };
    Ok(appointments::insert(&work.tx, &row, Some(ctx.actor.id)).await?)
}

/// Changes the description of a project that is not closed.
pub async fn change(work: &Work<'_>, id: Uuid, version: i64, to: Change) -> Result<Whole> {
    let (mut project, target) = find(work, id).await?;
    work.may(Rule::O01Lead, &target)?;
    status(&project)?.open_to_change()?;
    if let Some(name) = to.name {
        project.name = line("/name", &name)?;
    }
    if let Some(provider) = to.provider {
        project.provider = line("/provider", &provider)?;
    }
    project.level = to.level.unwrap_or(project.level);
    project.target_headcount = to.target_headcount.unwrap_or(project.target_headcount);
    project.starts_on = to.starts_on.unwrap_or(project.starts_on);
    project.ends_on = to.ends_on.unwrap_or(project.ends_on);
    project.selection_closes_at = to.selection_closes_at.unwrap_or(project.selection_closes_at);
    days(project.starts_on, project.ends_on)?;
    phases::inside(&project, &rows::phases(work, id).await?)?;
    project.version = version;
    write(work, &project).await?;
    work.record(Event::new("project.changed", "project", id).at(&target));
    show(work, id).await
}

/// Publishes a project whose every phase binds modules, activities and grade components.
pub async fn publish(work: &Work<'_>, id: Uuid) -> Result<Whole> {
    set_status(work, id, ProjectStatus::Published, None).await
}

/// Moves a project on: published, running, closing, closed, archived.
pub async fn set_status(
    work: &Work<'_>,
    id: Uuid,
    to: ProjectStatus,
    reason: Option<&str>,
) -> Result<Whole> {
    let (mut project, target) = find(work, id).await?;
    let pass = work.may(Rule::O01Lead, &target)?;
    let from = status(&project)?;
    let action = ProjectAction::between(from, to).ok_or_else(|| {
        let detail = format!("A project that is {from} cannot become {to}.");
        Refusal::rule(domain::Kind::InvalidTransition, "invalid_transition", detail)
    })?;
    reason_given(edge(EDGES, from, action)?.reason, reason)?;
    if action == ProjectAction::Publish {
        judge_phases(&phases::plans(&rows::phases(work, id).await?))?;
    }
    to.as_str().clone_into(&mut project.status);
    write(work, &project).await?;
    let ctx = work.ctx();
    let step = history::Step {
        id: ctx.new_id(),
        project: Some(id),
        kind: "project".to_owned(),
        thing: id,
        action: action.as_str().to_owned(),
        from: from.as_str().to_owned(),
        to: to.as_str().to_owned(),
        actor: ctx.actor.id,
        role: pass.role.as_str().to_owned(),
        reason: reason.map(str::to_owned),
        at: ctx.now(),
    };
    history::insert(&work.tx, vec![step]).await?;
    let event = Event::new(format!("project.{action}"), "project", id).at(&target);
    work.record(match reason {
        Some(reason) => event.because(reason),
        None => event,
    });
    show(work, id).await
}

pub(super) fn status(project: &Project) -> Result<ProjectStatus> {
    ProjectStatus::parse(&project.status)
        .ok_or_else(|| Error::fault(format!("projects.status is {}", project.status)))
}

async fn write(work: &Work<'_>, project: &Project) -> Result<()> {
    if rows::update(&work.tx, project, work.ctx().now()).await? {
        return Ok(());
    }
    Err(crate::stale().into())
}

pub(super) fn days(starts_on: NaiveDate, ends_on: NaiveDate) -> Result<(), Refusal> {
    if ends_on < starts_on {
        let detail = "The last day lies before the first.";
        return Err(Refusal::field("/ends_on", "ends_before_it_begins", detail));
    }
    Ok(())
}

pub(super) fn line(pointer: &'static str, typed: &str) -> Result<String, Refusal> {
    let cleaned = text::clean_line(typed).some();
    cleaned.ok_or_else(|| Refusal::field(pointer, "blank", "Write something here."))
}
