use domain::{
    Kind, Refusal,
    access::{Role, Target},
    machine::{self, AllowedAction, By, Edge},
    practice::{
        SHEET_EDGES, SheetAction, SheetStatus, complete, explained, second_person, unlocked,
    },
};
use store::practice::{self as rows, Counts, Sheet};

use crate::{Error, Result, Unit, projects::policy_of};

pub(super) fn target(sheet: &Sheet) -> Target {
    Target {
        project: Some(sheet.project_id),
        county: Some(sheet.county_id),
        school: Some(sheet.school_id),
        class: sheet.class_id,
        ..Target::default()
    }
}

pub(super) fn status(sheet: &Sheet) -> Result<SheetStatus> {
    SheetStatus::parse(&sheet.status).ok_or_else(|| Error::fault("an unknown sheet status"))
}

/// What the signing of sheets hangs on: the policy's word, and whether the county has anybody
/// but one administrator (only then the project team signs in their stead).
#[derive(Debug, Clone, Copy)]
pub(super) struct Signing {
    second_person: bool,
    lone_county: bool,
}

pub(super) async fn signing(unit: &impl Unit, sheet: &Sheet) -> Result<Signing> {
    let policy = policy_of(unit, sheet.project_id).await?;
    let today = unit.ctx().now().date_naive();
    let admins = rows::county_admins(unit, sheet.project_id, sheet.county_id, today).await?;
    Ok(Signing { second_person: policy.practice.second_person, lone_county: admins <= 1 })
}

/// Holds the access rule and the guards of a step against the caller.
pub(super) fn permit(
    unit: &impl Unit,
    sheet: &Sheet,
    edge: &Edge<SheetStatus, SheetAction>,
    counts: Counts,
    signing: Option<Signing>,
) -> Result<(), Refusal> {
    let (actor, target) = (&unit.ctx().actor, target(sheet));
    let By::Rule(rule) = edge.by else { return Err(Refusal::forbidden()) };
    actor.may(rule, &target)?;
    let number = |count: i64| usize::try_from(count).unwrap_or_default();
    match edge.action {
        SheetAction::Fill => round_is_open(sheet),
        SheetAction::Submit => {
            round_is_open(sheet)?;
            complete(number(counts.open.saturating_sub(counts.own_open)))
        }
        SheetAction::Determine => {
            complete(number(counts.undetermined))?;
            explained(number(counts.unexplained))
        }
        SheetAction::Publish | SheetAction::Lock => {
            let Some(signing) = signing else { return Ok(()) };
            second_person(signing.second_person, sheet.determined_by, actor.id)?;
            let county = actor
                .appointments
                .iter()
                .any(|held| held.role == Role::CountyAdmin && held.scope == Some(sheet.county_id));
            if county || signing.lone_county {
                return Ok(());
            }
            let detail = "The county has a second administrator, who signs.";
            Err(Refusal::rule(Kind::Forbidden, "county_signs", detail))
        }
        _ => Ok(()),
    }
}

pub(super) fn round_is_open(sheet: &Sheet) -> Result<(), Refusal> {
    if sheet.round_status == "open" {
        return Ok(());
    }
    let detail = "The scoring round is not open; ask the county to reopen it.";
    Err(Refusal::rule(Kind::WindowClosed, "round_not_open", detail))
}

/// Whether what a sheet allows depends on who signs it.
pub(super) fn is_signed_next(sheet: &Sheet) -> bool {
    matches!(sheet.status.as_str(), "county_determined" | "published" | "appeal_window")
}

pub(super) fn allowed(
    unit: &impl Unit,
    sheet: &Sheet,
    counts: Counts,
    signing: Option<Signing>,
) -> Result<Vec<AllowedAction>> {
    let from = status(sheet)?;
    Ok(machine::allowed_actions(SHEET_EDGES, from, |edge| {
        unlocked(from)?;
        permit(unit, sheet, edge, counts, signing)
    }))
}
