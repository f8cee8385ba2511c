use domain::{
    Hundredths, Refusal,
    access::{Rule, Target},
    practice::{Absence, SheetAction, SheetStatus, determine, step},
};
use store::{
    Cut, Window,
    practice::{self as rows, Kept, Row, Sheet, Stamp},
};
use uuid::Uuid;

use super::{
    acts::overtaken,
    edited,
    fill::{change, facts, stale},
    guard,
};
use crate::{Event, Result, Unit, Work};

/// The county's word on one row: a mark of its own, none (the school's counts again), or the
/// reason why somebody without a school's mark has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Adjustment {
    pub county_score: Option<Hundredths>,
    pub absence: Option<Absence>,
    pub reason: Option<String>,
}

async fn find(unit: &impl Unit, id: Uuid) -> Result<(Row, Sheet, Target)> {
    let row = rows::find_row(unit, id).await?.ok_or_else(Refusal::not_found)?;
    let sheet = rows::find_sheet(unit, row.sheet_id).await?.ok_or_else(Refusal::not_found)?;
    let mut target = guard::target(&sheet);
    target.owner = Some(row.person_id);
    Ok((row, sheet, target))
}

/// Puts the county's mark over the school's (O3): a difference needs a reason that the teacher
/// reads. Somebody whom no one at school may score, such as the school's administrator, gets
/// his mark here (O4).
pub async fn adjust(work: &Work<'_>, id: Uuid, version: i64, wish: Adjustment) -> Result<Row> {
    let (row, sheet, target) = find(work, id).await?;
    work.may_seeing(Rule::F03Determine, Rule::F06Read, &target)?;
    step(guard::status(&sheet)?, SheetAction::Adjust)?;
    let (now, by) = (work.ctx().now(), work.ctx().actor.id);
    let state = SheetStatus::CountyReviewing.as_str();
    if !rows::advance_sheet(&work.tx, sheet.id, state, state, Stamp::None, now).await? {
        return Err(overtaken().into());
    }
    if row.version != version {
        return Err(stale().into());
    }
    let school = row.school_score.map(Hundredths::new);
    let reason = wish.reason.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let determined = determine(school, wish.county_score, reason)?;
    let mut after = row.clone();
    if let Some(absence) = wish.absence {
        if determined.final_score.is_some() {
            let detail = "Give a mark or the reason why there is none, not both.";
            return Err(Refusal::field("/absence", "absence_with_score", detail).into());
        }
        after.absence = Some(absence.as_str().to_owned());
    } else if determined.final_score.is_some() {
        after.absence = None;
    }
    after.county_score = wish.county_score.map(Hundredths::get);
    after.final_score = determined.final_score.map(Hundredths::get);
    after.adjust_reason = reason.map(str::to_owned);
    if !rows::adjust(&work.tx, &after, by, now).await? {
        return Err(stale().into());
    }
    after.determined_by = Some(by);
    after.version = row.version.saturating_add(1);
    after.updated_at = now;
    let kept = change(work, sheet.project_id, "county", &row, &after, after.adjust_reason.clone());
    rows::insert_changes(&work.tx, vec![kept]).await?;
    edited::note_county(work, &row, &after).await?;
    let event = Event::new("practice_score.adjusted", "practice_score", id).at(&target);
    work.record(event.before(&facts(&row)).after(&facts(&after)));
    Ok(after)
}

/// What became of a row: every change with the values before and after.
pub async fn changes(unit: &impl Unit, id: Uuid, window: &Window) -> Result<Cut<Kept>> {
    let (_, sheet, target) = find(unit, id).await?;
    let pass = unit.may_read(Rule::F06Read, &target)?;
    super::own::published_to(pass.scope, guard::status(&sheet)?)?;
    Ok(rows::list_changes(unit, id, window).await?)
}
