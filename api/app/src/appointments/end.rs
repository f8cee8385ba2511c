use chrono::NaiveDate;
use domain::{
    Kind, Refusal,
    access::{APPOINTMENT_EDGES, AppointmentAction as Action, Role, Target},
    machine::{AllowedAction, allowed_actions, edge, reason_given},
};
use store::{appointments as rows, bulk};
use uuid::Uuid;

use super::{Appointment, Held, find, role, show, status, target};
use crate::{Event, Result, Unit, Work};

/// Ends, suspends or takes up a role again. Its rights are gone within a second, in open
/// sessions too.
pub async fn act(work: &Work<'_>, id: Uuid, action: Action, reason: Option<&str>) -> Result<Held> {
    let (mut row, places) = find(work, id).await?;
    let (ctx, place) = (work.ctx(), target(&row, &places));
    let pass = ctx.actor.may_grant(role(&row), &place)?;
    work.acted_as(pass.role);
    let today = ctx.now().date_naive();
    let step = edge(APPOINTMENT_EDGES, status(&row, today), action)?;
    reason_given(step.reason, reason)?;
    if action != Action::Reinstate {
        keep_the_last(work, &row, today).await?;
    }
    match action {
        Action::End => row.ended_at = Some(ctx.now()),
        Action::Suspend => row.suspended_at = Some(ctx.now()),
        Action::Reinstate => row.suspended_at = None,
    }
    if !rows::update(&work.tx, &row).await? {
        return Err(crate::stale().into());
    }
    let event = Event::new(format!("appointment.{action}"), "appointment", id).at(&place);
    let event = event.with("role", row.role.clone()).with("person", row.person_id.to_string());
    work.record(match reason {
        Some(reason) => event.because(reason),
        None => event,
    });
    ctx.services.sessions.forget_all();
    show(work, id).await
}

/// A county and a project are never without an administrator: two ends at once leave one.
async fn keep_the_last(work: &Work<'_>, row: &Appointment, today: NaiveDate) -> Result<()> {
    let kept = matches!(role(row), Role::CountyAdmin | Role::ProjectTeam | Role::PlatformOperator);
    let Some(project) = row.project_id.filter(|_| kept) else { return Ok(()) };
    bulk::project::lock(&work.tx, project).await?;
    if rows::count_others(work, row, today).await? == 0 {
        let detail = "This is the last one in this role; appoint a successor first.";
        return Err(Refusal::rule(Kind::InvalidTransition, "last_admin", detail).into());
    }
    Ok(())
}

pub(super) fn actions(
    unit: &impl Unit,
    row: &Appointment,
    place: &Target,
    today: NaiveDate,
) -> Vec<AllowedAction> {
    let verdict = unit.ctx().actor.may_grant(role(row), place).map(|_| ());
    allowed_actions(APPOINTMENT_EDGES, status(row, today), |_| verdict.clone())
}
