//! What to do next (F62): for the active role, each thing with a count.

mod elsewhere;
mod first_steps;
mod own;

pub use elsewhere::Elsewhere;

use domain::{
    access::{Appointment, Reach, Role, Rule, Target},
    homework::Rung,
};
use store::{
    projects::Project,
    reports::{Scope, todo as rows},
};
use uuid::Uuid;

use crate::{Result, Unit, projects, qualifications};

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Todo {
    pub code: &'static str,
    /// How many; of hours, hundredths of an hour.
    pub count: i64,
    /// The one thing that it is about, where there is no other.
    pub thing: Option<Uuid>,
}

impl Todo {
    fn of(code: &'static str, count: i64) -> Self {
        Self { code, count, thing: None }
    }
}

/// The role that is asked about, and what there is to do in it.
#[derive(Debug, Clone)]
pub struct Agenda {
    pub role: Role,
    pub items: Vec<Todo>,
    /// What waits for the same person in other roles.
    pub elsewhere: Vec<Elsewhere>,
}

/// What the caller has to do next in a project, in the active role.
pub async fn agenda(unit: &impl Unit, project: Uuid) -> Result<Agenda> {
    let (whole, _) = projects::find(unit, project).await?;
    let held = active(unit, project);
    let role = held.as_ref().map_or(Role::Trainee, |held| held.role);
    let items = match &held {
        Some(held) => appointed(unit, &whole, held).await?,
        None => trainee(unit, project).await?,
    };
    let items = items.into_iter().filter(|one| one.count > 0).collect();
    Ok(Agenda { role, items, elsewhere: elsewhere::find(unit, project, role).await? })
}

/// The appointment chosen as the active one. Whoever takes part and chose none acts as a
/// trainee; of anybody else it is the highest one of the project.
fn active(unit: &impl Unit, project: Uuid) -> Option<Appointment> {
    let actor = &unit.ctx().actor;
    let own = actor
        .appointments
        .iter()
        .filter(|held| held.project.is_none_or(|of| of == project) && held.role != Role::Trainee);
    let chosen = own.clone().find(|held| Some(held.id) == actor.active);
    let takes_part = actor.membership(project).is_some();
    chosen.or_else(|| own.filter(|_| !takes_part).max_by_key(|held| held.role.rank())).cloned()
}

async fn trainee(unit: &impl Unit, project: Uuid) -> Result<Vec<Todo>> {
    let Some(place) = unit.ctx().actor.membership(project).cloned() else { return Ok(vec![]) };
    let policy = projects::policy_of(unit, project).await?;
    let needed = policy.selection.min_hours.get();
    let (chosen, credited) = rows::hours_of(unit, place.enrollment).await?;
    let left = rows::tasks_left(unit, project, place.enrollment).await?;
    let missing = |have: i64| needed.saturating_sub(have).max(0);
    let mut items = vec![Todo::of("choose_hours", missing(chosen))];
    items.extend(own::works(unit, place.enrollment).await?);
    items.push(Todo::of("submit_homework", left));
    items.push(Todo::of("study_hours", missing(credited)));
    Ok(items)
}

async fn appointed(unit: &impl Unit, whole: &Project, held: &Appointment) -> Result<Vec<Todo>> {
    let project = whole.id;
    let reach = |rule| only(unit.ctx().actor.reach(rule, project), held);
    let me = unit.ctx().actor.id;
    let works = async |rung: Rung, rule, code| {
        let states = ["submitted", "under_review"];
        let count = rows::works_waiting(unit, &reach(rule), me, rung.as_str(), &states).await?;
        Ok::<_, crate::Error>(Todo::of(code, count))
    };
    let scope = || Scope { reach: reach(Rule::R01Read), school: None, class: None, workshop: None };
    Ok(match held.role {
        Role::WorkshopLeader | Role::DeputyWorkshopLeader => {
            vec![works(Rung::Personal, Rule::W05Review, "review_homework").await?]
        }
        Role::SubjectExpert => {
            let blind = rows::blind_reviews(unit, project, unit.ctx().actor.id).await?;
            vec![
                Todo::of("blind_reviews", blind),
                works(Rung::Regional, Rule::W08Recommend, "recommend_works").await?,
            ]
        }
        Role::SchoolAdmin | Role::JointClassAdmin => {
            let states = ["open", "school_draft", "returned"];
            let sheets = rows::sheets(unit, &reach(Rule::F02Fill), &states).await?;
            let unplaced = rows::unplaced(unit, &scope()).await?;
            let unactivated = rows::unactivated(unit, &scope()).await?;
            vec![
                Todo::of("place_people", unplaced),
                Todo::of("fill_sheets", sheets),
                works(Rung::School, Rule::W07Push, "polish_works").await?,
                Todo::of("urge_sign_in", unactivated),
            ]
        }
        Role::CountyAdmin => {
            let mut items = county(unit, project, &reach(Rule::F03Determine)).await?;
            let unactivated = rows::unactivated(unit, &scope()).await?;
            let unplaced = rows::unplaced(unit, &scope()).await?;
            items.extend(first_steps::of_county(unit, whole).await?);
            items.push(Todo::of("place_people", unplaced));
            items.push(Todo::of("urge_sign_in", unactivated));
            items
        }
        Role::ProjectTeam => {
            let parked = rows::quarantined(unit, project).await?;
            let team = Target { project: Some(project), ..Target::default() };
            let runs = qualifications::to_finalise(unit, project, &team).await?;
            let mut items = vec![Todo::of("finalise_run", runs)];
            items.extend(first_steps::of_team(unit, whole).await?);
            items.push(works(Rung::Exhibition, Rule::W09Assign, "exhibition_works").await?);
            items.push(Todo::of("resolve_quarantine", parked));
            items
        }
        Role::PlatformOperator => first_steps::of_operator(unit, whole).await?,
        _ => vec![],
    })
}

/// What the county decides: runs and sheets that somebody else prepared, sheets, classes.
async fn county(unit: &impl Unit, project: Uuid, reach: &Reach) -> Result<Vec<Todo>> {
    let me = unit.ctx().actor.id;
    let runs = rows::runs_of_others(unit, project, "provisional", me).await?;
    let unsigned = rows::sheets_to_sign(unit, reach, me).await?;
    let sheets = rows::sheets(unit, reach, &["school_submitted", "county_reviewing"]).await?;
    let classes = rows::classes_waiting(unit, reach).await?;
    Ok(vec![
        Todo::of("approve_classes", classes),
        Todo::of("publish_run", runs),
        Todo::of("sign_sheets", unsigned),
        Todo::of("determine_sheets", sheets),
    ])
}

/// Only what the one appointment reaches: other roles have their own list.
fn only(reach: Reach, held: &Appointment) -> Reach {
    let own = |ids: Vec<Uuid>| -> Vec<Uuid> {
        ids.into_iter().filter(|id| Some(*id) == held.scope).collect()
    };
    Reach {
        project: reach.project,
        all: reach.all && held.role == Role::ProjectTeam,
        counties: own(reach.counties),
        schools: own(reach.schools),
        classes: own(reach.classes),
        workshops: own(reach.workshops),
        subjects: reach
            .subjects
            .into_iter()
            .filter(|(_, subject)| held.subject.as_ref() == Some(subject))
            .collect(),
        person: None,
    }
}
