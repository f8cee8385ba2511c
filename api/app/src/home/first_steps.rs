//! What a new project still lacks, in the order in which it is set up.

use domain::access::Role;
use store::{projects as rows, projects::Project, reports::todo};

use super::Todo;
use crate::{Result, Unit};

/// Once if it is lacking.
fn lacking(code: &'static str, lacking: bool) -> Todo {
    Todo::of(code, i64::from(lacking))
}

/// A project has a team that leads it.
pub(super) async fn of_operator(unit: &impl Unit, project: &Project) -> Result<Vec<Todo>> {
    let held = todo::appointed(unit, project.id, Role::ProjectTeam.as_str()).await?;
    Ok(vec![lacking("appoint_team", !held)])
}

/// It has phases, is published, has a county office that leads its people, and a catalogue.
pub(super) async fn of_team(unit: &impl Unit, project: &Project) -> Result<Vec<Todo>> {
    let planned = !rows::phases(unit, project.id).await?.is_empty();
    let county = todo::appointed(unit, project.id, Role::CountyAdmin.as_str()).await?;
    let courses = todo::courses(unit, project.id).await?;
    let hidden = project.catalog_published_at.is_none();
    Ok(vec![
        lacking("plan_phases", !planned),
        lacking("publish_project", planned && project.status == "draft"),
        lacking("appoint_county", !county),
        lacking("import_catalog", courses == 0),
        Todo::of("publish_catalog", if hidden { courses } else { 0 }),
    ])
}

/// Its schools are known, and as many people as are to be trained (s.19).
pub(super) async fn of_county(unit: &impl Unit, project: &Project) -> Result<Vec<Todo>> {
    if todo::schools(unit, project.region).await? == 0 {
        return Ok(vec![lacking("import_schools", true)]);
    }
    let (enrolled, _) = rows::headcount(unit, project.id).await?;
    let left = project.target_headcount.saturating_sub(enrolled).max(0);
    Ok(vec![Todo::of("register_people", left)])
}
