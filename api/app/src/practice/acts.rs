use domain::{
    Kind, Refusal,
    machine::{reason_given, rule_of},
    practice::{SHEET_EDGES, SheetAction, SheetStatus, step},
};
use store::{
    history::{self, Step},
    practice::{self as rows, Counts, Sheet, Stamp},
};
use uuid::Uuid;

use super::{guard, sheets};
use crate::{Event, Result, Unit, Work};

/// Moves a sheet one step on. The sheet is held first and its rows are counted after, so no
/// mark slips in between.
pub async fn act(
    work: &Work<'_>,
    id: Uuid,
    action: SheetAction,
    reason: Option<&str>,
) -> Result<sheets::Shown> {
    let (mut sheet, target) = sheets::find(work, id).await?;
    if let Some(rule) = rule_of(SHEET_EDGES, action) {
        work.may(rule, &target)?;
    }
    let from = guard::status(&sheet)?;
    let edge = step(from, action)?;
    reason_given(edge.reason, reason)?;
    let (now, actor) = (work.ctx().now(), work.ctx().actor.id);
    let stamp = stamp(action, actor, reason);
    let moved =
        rows::advance_sheet(&work.tx, id, from.as_str(), edge.to.as_str(), stamp, now).await?;
    if !moved {
        return Err(overtaken().into());
    }
    let counts = counts(work, &sheet).await?;
    let signing = match action {
        SheetAction::Publish | SheetAction::Lock => Some(guard::signing(work, &sheet).await?),
        _ => None,
    };
    guard::permit(work, &sheet, edge, counts, signing)?;
    if action == SheetAction::Publish {
        rows::count_marks(&work.tx, id).await?;
    }
    record(work, &sheet, action, edge.to, reason).await?;
    after(&mut sheet, action, edge.to, actor, reason);
    sheets::describe(work, sheet, counts).await
}

async fn counts(work: &Work<'_>, sheet: &Sheet) -> Result<Counts> {
    let found = rows::count_sheets(work, vec![sheet.id], work.ctx().actor.id).await?;
    Ok(found.get(&sheet.id).copied().unwrap_or_default())
}

fn stamp(action: SheetAction, actor: Uuid, reason: Option<&str>) -> Stamp {
    match action {
        SheetAction::Submit => Stamp::SubmittedBy(actor),
        SheetAction::Determine => Stamp::DeterminedBy(actor),
        SheetAction::Return => Stamp::ReturnedFor(reason.unwrap_or_default().trim().to_owned()),
        _ => Stamp::None,
    }
}

/// The sheet as the step left it, without asking again.
fn after(
    sheet: &mut Sheet,
    action: SheetAction,
    to: SheetStatus,
    actor: Uuid,
    reason: Option<&str>,
) {
    to.as_str().clone_into(&mut sheet.status);
    sheet.version = sheet.version.saturating_add(1);
    match action {
        SheetAction::Submit => {
            sheet.submitted_by = Some(actor);
            sheet.return_reason = None;
        }
        SheetAction::Determine => sheet.determined_by = Some(actor),
        SheetAction::Return => {
            sheet.determined_by = None;
            sheet.return_reason = reason.map(|text| text.trim().to_owned());
        }
        _ => {}
    }
}

async fn record(
    work: &Work<'_>,
    sheet: &Sheet,
    action: SheetAction,
    to: SheetStatus,
    reason: Option<&str>,
) -> Result<()> {
    let ctx = work.ctx();
    let step = Step {
        id: ctx.new_id(),
        project: Some(sheet.project_id),
        kind: "practice_sheet".to_owned(),
        thing: sheet.id,
        action: action.to_string(),
        from: sheet.status.clone(),
        to: to.to_string(),
        actor: ctx.actor.id,
        role: work.role().map_or("none", domain::access::Role::as_str).to_owned(),
        reason: reason.map(|text| text.trim().to_owned()),
        at: ctx.now(),
    };
    history::insert(&work.tx, vec![step]).await?;
    let event = Event::new(format!("practice_sheet.{action}"), "practice_sheet", sheet.id)
        .at(&guard::target(sheet))
        .before(&(&sheet.status, sheet.version))
        .after(&(to.as_str(), sheet.version.saturating_add(1)));
    work.record(match reason {
        Some(reason) => event.because(reason),
        None => event,
    });
    Ok(())
}

pub(super) fn overtaken() -> Refusal {
    let detail = "Somebody else moved this sheet just now; reload it.";
    Refusal::rule(Kind::InvalidTransition, "invalid_transition", detail)
}
