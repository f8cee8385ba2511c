use domain::{
    Refusal,
    access::{Rule, Target},
    machine::AllowedAction,
};
use store::{
    Cut, Window,
    history::{self, Step},
    practice::{self as rows, Counts, Filter, Row, Sheet},
};
use uuid::Uuid;

use super::{
    guard,
    origins::{Origin, origins},
};
use crate::{Result, Unit, projects};

/// A sheet with how far it is and what the caller may do.
#[derive(Debug, Clone)]
pub struct Shown {
    pub sheet: Sheet,
    pub counts: Counts,
    pub actions: Vec<AllowedAction>,
}

/// A sheet with its rows and what became of it.
#[derive(Debug, Clone)]
pub struct Whole {
    pub shown: Shown,
    pub rows: Vec<Row>,
    pub origins: Vec<Origin>,
    pub history: Vec<(Step, Option<String>)>,
}

/// Whether a row counts and still lacks the school's mark or a reason.
#[must_use]
pub fn row_is_open(row: &Row) -> bool {
    counts(row) && row.school_score.is_none() && row.absence.is_none()
}

fn adjusted(row: &Row) -> bool {
    row.county_score.is_some() && row.county_score != row.school_score
}

fn counts(row: &Row) -> bool {
    !matches!(row.enrollment_status.as_str(), "withdrawn" | "deferred" | "exempted" | "transferred")
}

/// The sheets of a project that the caller reaches.
pub async fn list(
    unit: &impl Unit,
    project: Uuid,
    filter: &Filter,
    window: &Window,
) -> Result<Cut<Shown>> {
    projects::find(unit, project).await?;
    let actor = &unit.ctx().actor;
    let reach = actor.reach(Rule::F06Read, project);
    let cut = rows::list_sheets(unit, &reach, filter, window).await?;
    let ids = cut.items.iter().map(|sheet| sheet.id).collect();
    let counts = rows::count_sheets(unit, ids, actor.id).await?;
    let signed = cut.items.iter().find(|sheet| guard::is_signed_next(sheet));
    let signing = match signed {
        Some(sheet) => Some(guard::signing(unit, sheet).await?),
        None => None,
    };
    let show = |sheet: Sheet| {
        let counts = counts.get(&sheet.id).copied().unwrap_or_default();
        let actions = guard::allowed(unit, &sheet, counts, signing)?;
        Ok(Shown { sheet, counts, actions })
    };
    let items: Result<Vec<Shown>> = cut.items.into_iter().map(show).collect();
    Ok(Cut { items: items?, more: cut.more })
}

/// A sheet that the caller may read.
pub(super) async fn find(unit: &impl Unit, id: Uuid) -> Result<(Sheet, Target)> {
    let sheet = rows::find_sheet(unit, id).await?.ok_or_else(Refusal::not_found)?;
    let target = guard::target(&sheet);
    unit.may_read(Rule::F06Read, &target)?;
    Ok((sheet, target))
}

/// A sheet with its rows, names and history.
pub async fn show(unit: &impl Unit, id: Uuid) -> Result<Whole> {
    let (sheet, _) = find(unit, id).await?;
    let rows = rows::list_rows(unit, id).await?;
    let history = history::list(unit, "practice_sheet", id).await?;
    let origins = origins(&rows, &rows::traces(unit, id).await?);
    let counts = count(&rows, unit.ctx().actor.id);
    let shown = describe(unit, sheet, counts).await?;
    Ok(Whole { shown, rows, origins, history })
}

pub(super) async fn describe(unit: &impl Unit, sheet: Sheet, counts: Counts) -> Result<Shown> {
    let signing = match guard::is_signed_next(&sheet) {
        true => Some(guard::signing(unit, &sheet).await?),
        false => None,
    };
    let actions = guard::allowed(unit, &sheet, counts, signing)?;
    Ok(Shown { sheet, counts, actions })
}

pub(super) fn count(rows: &[Row], asking: Uuid) -> Counts {
    let tally = |wanted: &dyn Fn(&Row) -> bool| {
        let found = rows.iter().filter(|row| counts(row) && wanted(row)).count();
        i64::try_from(found).unwrap_or(i64::MAX)
    };
    Counts {
        rows: tally(&|_| true),
        open: tally(&row_is_open),
        own_open: tally(&|row| row_is_open(row) && row.person_id == asking),
        undetermined: tally(&|row| row.final_score.is_none() && row.absence.is_none()),
        adjusted: tally(&adjusted),
        county: tally(&|row| row.county_score.is_some()),
        unexplained: tally(&|row| {
            adjusted(row) && row.adjust_reason.is_none() && row.scored_by != row.determined_by
        }),
    }
}
