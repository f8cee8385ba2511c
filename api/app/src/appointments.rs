//! Appointments: roles over a part of a project, from a day on and until they end (F06).

mod end;
mod give;
mod scope;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Refusal,
    access::{AppointmentStatus, Role, Rule, Target},
    machine::AllowedAction,
};
pub use end::act;
pub use give::{NewAppointment, Whom, give};
pub use store::appointments::{Appointment, Wanted};
use store::{Cut, Window, accounts, appointments as rows};
use uuid::Uuid;

use crate::{Result, Unit, projects};

/// A role with the name of what it is over.
#[derive(Debug, Clone)]
pub struct Held {
    pub row: Appointment,
    pub scope_name: Option<String>,
    pub status: AppointmentStatus,
    pub actions: Vec<AllowedAction>,
}

/// The roles of a project that the caller may see.
pub async fn list(
    unit: &impl Unit,
    project: Uuid,
    wanted: &Wanted,
    window: &Window,
) -> Result<Cut<Held>> {
    let reach = unit.ctx().actor.reach(Rule::A05Read, project);
    let (found, _) = projects::find(unit, project).await?;
    let today = unit.ctx().now().date_naive();
    let cut = rows::list(unit, &reach, wanted, today, window).await?;
    let scopes: Vec<Uuid> = cut.items.iter().filter_map(|row| row.scope_id).collect();
    let places = scope::targets(unit, &found, &scopes).await?;
    let names = accounts::names_of(unit, &scopes).await?;
    Ok(cut.map(|row| held(unit, row, &places, &names, today)))
}

/// One role that the caller may see.
pub async fn show(unit: &impl Unit, id: Uuid) -> Result<Held> {
    let (row, places) = find(unit, id).await?;
    let scopes: Vec<Uuid> = row.scope_id.into_iter().collect();
    let names = accounts::names_of(unit, &scopes).await?;
    Ok(held(unit, row, &places, &names, unit.ctx().now().date_naive()))
}

/// A role that the caller may see, and where what it is over lies.
async fn find(unit: &impl Unit, id: Uuid) -> Result<(Appointment, HashMap<Uuid, Target>)> {
    let row = rows::find(unit, id).await?.ok_or_else(Refusal::not_found)?;
    let scopes: Vec<Uuid> = row.scope_id.into_iter().collect();
    let places = match row.project_id {
        Some(project) => {
            let (project, _) = projects::find(unit, project).await?;
            scope::targets(unit, &project, &scopes).await?
        }
        None => HashMap::new(),
    };
    unit.may_read(Rule::A05Read, &target(&row, &places))?;
    Ok((row, places))
}

/// Whether the caller might end each of these roles by hand.
///
/// # Errors
/// `self-dealing` or `forbidden` as for one role.
pub(crate) async fn may_end(unit: &impl Unit, project: Uuid, ids: &[Uuid]) -> Result<()> {
    let held = rows::list_among(unit, ids).await?;
    let (project, _) = projects::find(unit, project).await?;
    let scopes: Vec<Uuid> = held.iter().filter_map(|row| row.scope_id).collect();
    let places = scope::targets(unit, &project, &scopes).await?;
    for row in &held {
        unit.ctx().actor.may_grant(role(row), &target(row, &places))?;
    }
    Ok(())
}

/// Whose role it is, and where.
fn target(row: &Appointment, places: &HashMap<Uuid, Target>) -> Target {
    let place = row.scope_id.and_then(|scope| places.get(&scope)).cloned().unwrap_or_default();
    let subject = row.subject.clone().or(place.subject.clone());
    Target { project: row.project_id, owner: Some(row.person_id), subject, ..place }
}

fn held(
    unit: &impl Unit,
    row: Appointment,
    places: &HashMap<Uuid, Target>,
    names: &HashMap<Uuid, String>,
    today: NaiveDate,
) -> Held {
    Held {
        scope_name: row.scope_id.and_then(|scope| names.get(&scope).cloned()),
        status: status(&row, today),
        actions: end::actions(unit, &row, &target(&row, places), today),
        row,
    }
}

fn status(row: &Appointment, today: NaiveDate) -> AppointmentStatus {
    if row.ended_at.is_some() || row.valid_to.is_some_and(|last| last < today) {
        AppointmentStatus::Ended
    } else if row.suspended_at.is_some() {
        AppointmentStatus::Suspended
    } else if row.valid_from > today {
        AppointmentStatus::Future
    } else {
        AppointmentStatus::Active
    }
}

fn role(row: &Appointment) -> Role {
    Role::parse(&row.role).unwrap_or(Role::PlatformOperator)
}
