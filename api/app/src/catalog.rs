//! The course catalogue: seen, edited, audited and opened to trainees (F17; s.32–36).

mod audit;
mod edit;
mod facets;
mod known;

pub use audit::{Audit, audit, publish};
use domain::{
    Refusal,
    access::{Pass, Role, Rule, Target},
    catalog::{CourseStatus, EDGES},
    machine::{AllowedAction, By, allowed_actions},
};
pub use edit::{NewCourse, change, create, withdraw};
pub use facets::{Facet, Facets};
pub use known::Catalogs;
pub(crate) use known::known;
pub use store::catalog::{Course, Filter, Order};
use store::{
    Cut, Window, catalog as rows, history,
    projects::{self, Project},
};
use uuid::Uuid;

use crate::{Error, Result, Unit, clients::holds_scope};

/// A course with what the caller may do to it.
#[derive(Debug, Clone)]
pub struct Whole {
    pub course: Course,
    pub actions: Vec<AllowedAction>,
    /// Why it was withdrawn.
    pub reason: Option<String>,
}

/// A part of the catalogue.
#[derive(Debug, Clone)]
pub struct Listed {
    pub cut: Cut<Course>,
    pub total: Option<i64>,
    pub facets: Option<Facets>,
}

/// What is counted beside a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    None,
    Total,
    /// The total and the counts of each facet.
    Facets,
}

/// The project whose catalogue is asked for, and in which role.
async fn open(unit: &impl Unit, id: Uuid) -> Result<(Project, Target, Pass)> {
    let project = projects::find(unit, id).await?.ok_or_else(Refusal::not_found)?;
    let target = Target {
        project: Some(id),
        county: Some(project.region),
        provider: unit.ctx().actor.provider.clone(),
        ..Target::default()
    };
    let pass = unit.may_read(Rule::S03Read, &target)?;
    Ok((project, target, pass))
}

/// The courses of a project. A trainee sees none before the catalogue is published, a provider
/// only its own.
pub async fn list(
    unit: &impl Unit,
    project: Uuid,
    filter: Filter,
    order: Order,
    counts: Counts,
    window: &Window,
) -> Result<Listed> {
    let (place, _, pass) = open(unit, project).await?;
    if pass.role == Role::Trainee && place.catalog_published_at.is_none() {
        let cut = Cut { items: vec![], more: false };
        return Ok(Listed { cut, total: Some(0), facets: None });
    }
    let filter = match &unit.ctx().actor.provider {
        Some(own) => Filter { provider: Some(own.clone()), ..filter },
        None => filter,
    };
    let cut = rows::list(unit, project, &filter, order, window).await?;
    let (total, facets) = match counts {
        Counts::None => (None, None),
        Counts::Total => (Some(rows::count(unit, project, &filter).await?), None),
        Counts::Facets => {
            let (provider, text) = (filter.provider.as_deref(), filter.text.as_deref());
            let groups = rows::groups(unit, project, provider, text).await?;
            let facets = facets::count(&groups, &filter);
            (Some(facets.total), Some(facets))
        }
    };
    Ok(Listed { cut, total, facets })
}

/// A course that the caller may see.
pub async fn show(unit: &impl Unit, id: Uuid) -> Result<Whole> {
    let placed = rows::find(unit, id).await?.ok_or_else(Refusal::not_found)?;
    let target = target(&placed.course, placed.county);
    let pass = unit.may_read(Rule::S03Read, &target)?;
    if pass.role == Role::Trainee && placed.published_at.is_none() {
        return Err(Refusal::not_found().into());
    }
    let foreign = |own: &String| *own != placed.course.provider;
    if unit.ctx().actor.provider.as_ref().is_some_and(foreign) {
        return Err(Refusal::not_found().into());
    }
    whole(unit, placed.course, &target).await
}

fn target(course: &Course, county: Uuid) -> Target {
    Target {
        project: Some(course.project_id),
        county: Some(county),
        provider: Some(course.provider.clone()),
        ..Target::default()
    }
}

fn status_of(course: &Course) -> Result<CourseStatus> {
    let status = CourseStatus::parse(&course.status);
    status.ok_or_else(|| Error::fault(format!("a course is {}", course.status)))
}

async fn whole(unit: &impl Unit, course: Course, target: &Target) -> Result<Whole> {
    let status = status_of(&course)?;
    let actor = &unit.ctx().actor;
    let actions = allowed_actions(EDGES, status, |edge| match edge.by {
        By::Rule(rule) => actor.may(rule, target).map(|_| ()),
        By::System => Err(Refusal::forbidden()),
    });
    let reason = if status == CourseStatus::Withdrawn {
        let steps = history::list(unit, "course", course.id).await?;
        steps.into_iter().next_back().and_then(|(step, _)| step.reason)
    } else {
        None
    };
    Ok(Whole { course, actions, reason })
}

/// Whether the caller may edit a course of the target: the project team, or the client of the
/// provider whose course it is.
fn may_edit(unit: &impl Unit, target: &Target) -> Result<()> {
    unit.may_seeing(Rule::S03Sync, Rule::S03Read, target)?;
    holds_scope(&unit.ctx().actor, "catalog:write")
}
