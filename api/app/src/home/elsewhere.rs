//! What waits for somebody in a role that they do not act in now: they have to switch to see it.

use domain::{
    access::{Appointment, Role, Rule},
    homework::Rung,
};
use store::reports::todo as rows;
use uuid::Uuid;

use super::{Todo, only, own};
use crate::{Result, Unit};

/// Something to do in another role of the same person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    pub role: Role,
    /// The appointment to switch to; nothing for the place as a trainee.
    pub appointment: Option<Uuid>,
    pub todo: Todo,
}

/// The works that wait for this person as an expert, a workshop's leader or a trainee while
/// they act as `active`: one statement for each kind.
pub(super) async fn find(unit: &impl Unit, project: Uuid, active: Role) -> Result<Vec<Elsewhere>> {
    let actor = &unit.ctx().actor;
    let other = |roles: &[Role]| {
        let mut held = actor.appointments.iter();
        let held = held
            .find(|one| one.project.is_none_or(|of| of == project) && roles.contains(&one.role));
        held.filter(|_| !roles.contains(&active)).cloned()
    };
    let mut found = vec![];
    if let Some(held) = other(&[Role::SubjectExpert]) {
        let count = rows::blind_reviews(unit, project, actor.id).await?;
        found.push(at(&held, Todo::of("blind_reviews", count)));
    }
    if let Some(held) = other(&[Role::WorkshopLeader, Role::DeputyWorkshopLeader]) {
        let reach = only(actor.reach(Rule::W05Review, project), &held);
        let states = ["submitted", "under_review"];
        let rung = Rung::Personal.as_str();
        let count = rows::works_waiting(unit, &reach, actor.id, rung, &states).await?;
        found.push(at(&held, Todo::of("review_homework", count)));
    }
    let place = actor.membership(project).filter(|_| active != Role::Trainee);
    if let Some(place) = place {
        let works = own::works(unit, place.enrollment).await?.into_iter();
        let here = |todo| Elsewhere { role: Role::Trainee, appointment: None, todo };
        found.extend(works.map(here));
    }
    found.retain(|one| one.todo.count > 0);
    Ok(found)
}

fn at(held: &Appointment, todo: Todo) -> Elsewhere {
    Elsewhere { role: held.role, appointment: Some(held.id), todo }
}
