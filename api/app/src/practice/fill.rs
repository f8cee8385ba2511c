use std::collections::{HashMap, HashSet};

use domain::{
    Fault, Hundredths, Kind, Refusal,
    access::{Role, Rule},
    policy::PracticePolicy,
    practice::{Absence, SchoolEntry, SheetAction, settle_school, step},
};
use store::practice::{self as rows, Change, Known, Marks, Row, Sheet};
use uuid::Uuid;

use super::{acts::overtaken, edited, guard};
use crate::{Event, Result, Unit, Work};

/// The school's part of one row, made for the version that the caller saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub enrollment: Uuid,
    pub version: i64,
    pub marks: SchoolEntry,
    pub note: Option<String>,
}

/// What became of one entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Saved,
    Unchanged,
    /// Somebody else wrote since; their row is shown and nothing is overwritten.
    Stale,
    Refused,
}

/// One entry's verdict with the row as it stands now.
#[derive(Debug, Clone)]
pub struct Saved {
    pub enrollment: Uuid,
    pub verdict: Verdict,
    pub row: Option<Row>,
    pub faults: Vec<Fault>,
}

/// Writes the school's marks into a sheet, row by row; one bad row does not stop the others.
/// The sheet is held while it happens: after a submittal or a lock nothing is written.
pub async fn fill(work: &Work<'_>, id: Uuid, entries: Vec<Entry>) -> Result<Vec<Saved>> {
    let ids = entries.iter().map(|entry| entry.enrollment).collect();
    let (sheet, found) = match rows::sheet_rows(work, id, ids, &edited::SCHOOL).await? {
        Some(found) => found,
        None => (rows::find_sheet(work, id).await?.ok_or_else(Refusal::not_found)?, vec![]),
    };
    let target = guard::target(&sheet);
    work.may_read(Rule::F06Read, &target)?;
    work.may(Rule::F02Fill, &target)?;
    let edge = step(guard::status(&sheet)?, SheetAction::Fill)?;
    guard::round_is_open(&sheet)?;
    let from: Vec<&str> = edge.from.iter().map(|status| status.as_str()).collect();
    let now = work.ctx().now();
    if !rows::hold_for_filling(&work.tx, id, &from, edge.to.as_str(), now).await? {
        return Err(overtaken().into());
    }
    // A row that changed since it was read is told by its version when it is written.
    let found = found.into_iter().map(|known| (known.row.enrollment_id, known)).collect();
    let mut batch = Batch { work, sheet: &sheet, found, seen: HashSet::new(), new: vec![] };
    let mut saved: Vec<Saved> = entries.iter().map(|entry| batch.judge(entry)).collect();
    let new = std::mem::take(&mut batch.new);
    write(work, &sheet, &new).await?;
    for ((_, after), one) in
        new.into_iter().zip(saved.iter_mut().filter(|one| one.verdict == Verdict::Saved))
    {
        one.row = Some(after);
    }
    Ok(saved)
}

struct Batch<'a, 'w> {
    work: &'a Work<'w>,
    sheet: &'a Sheet,
    found: HashMap<Uuid, Known>,
    seen: HashSet<Uuid>,
    /// Rows before and after.
    new: Vec<(Known, Row)>,
}

impl Batch<'_, '_> {
    fn judge(&mut self, entry: &Entry) -> Saved {
        let known = self.found.get(&entry.enrollment).cloned();
        let (verdict, faults) = match self.settle(entry, known.as_ref()) {
            Ok(verdict) => (verdict, vec![]),
            Err(no) if no.faults.is_empty() => {
                let code = no.kind.slug().replace('-', "_");
                (Verdict::Refused, Refusal::new(no.kind, "").with("", code, no.detail).faults)
            }
            Err(no) => (Verdict::Refused, no.faults),
        };
        let row = known.map(|known| known.row);
        Saved { enrollment: entry.enrollment, verdict, row, faults }
    }

    fn settle(&mut self, entry: &Entry, known: Option<&Known>) -> Result<Verdict, Refusal> {
        let unknown = || {
            let detail = "Nobody of this enrolment is on the sheet.";
            Refusal::field("/enrollment_id", "not_on_sheet", detail)
        };
        let known = known.ok_or_else(unknown)?;
        let row = &known.row;
        if !self.seen.insert(entry.enrollment) {
            let detail = "The same person stands in an earlier row of this request.";
            return Err(Refusal::field("/enrollment_id", "duplicate_row", detail));
        }
        let mut target = guard::target(self.sheet);
        target.owner = Some(row.person_id);
        self.work.ctx().actor.may(Rule::F02Fill, &target)?;
        if row.version != entry.version {
            return Ok(Verdict::Stale);
        }
        let policy = PracticePolicy {
            completion_max: Hundredths::new(self.sheet.completion_max),
            effect_max: Hundredths::new(self.sheet.effect_max),
            second_person: true,
        };
        let mark = settle_school(&entry.marks, &policy)?;
        let mut after = row.clone();
        after.completion = mark.completion.map(Hundredths::get);
        after.effect = mark.effect.map(Hundredths::get);
        after.school_score = mark.school_score.map(Hundredths::get);
        after.absence = mark.absence.map(Absence::as_str).map(str::to_owned);
        after.final_score = row.county_score.or(after.school_score);
        after.note = entry.note.clone();
        if after == *row {
            return Ok(Verdict::Unchanged);
        }
        after.scored_by = Some(self.work.ctx().actor.id);
        after.version = row.version.saturating_add(1);
        after.updated_at = self.work.ctx().now();
        self.new.push((known.clone(), after));
        Ok(Verdict::Saved)
    }
}

async fn write(work: &Work<'_>, sheet: &Sheet, new: &[(Known, Row)]) -> Result<()> {
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let marks = new.iter().map(|(before, after)| Marks {
        id: ctx.new_id(),
        enrollment: after.enrollment_id,
        version: before.row.version,
        completion: after.completion,
        effect: after.effect,
        absence: after.absence.clone(),
        school_score: after.school_score,
        final_score: after.final_score,
        note: after.note.clone(),
    });
    let marks: Vec<Marks> = marks.collect();
    let wanted = u64::try_from(marks.len()).unwrap_or(u64::MAX);
    if !marks.is_empty() {
        let (project, by) = (sheet.project_id, ctx.actor.id);
        let written = rows::mark_rows(&work.tx, project, sheet.id, marks, by, now).await?;
        if written != wanted {
            return Err(store::Error::Busy.into());
        }
        let changes = new.iter().map(|(before, after)| {
            change(work, sheet.project_id, "school", &before.row, after, None)
        });
        rows::insert_changes(&work.tx, changes.collect()).await?;
        edited::note_school(work, new).await?;
    }
    let event = Event::new("practice_sheet.filled", "practice_sheet", sheet.id)
        .at(&guard::target(sheet))
        .before(&new.iter().map(|(before, _)| facts(&before.row)).collect::<Vec<_>>())
        .after(&new.iter().map(|(_, after)| facts(after)).collect::<Vec<_>>());
    work.record(event.with("saved", new.len()));
    Ok(())
}

/// What is kept of a row: marks and reasons, no name.
pub(super) fn facts(row: &Row) -> serde_json::Value {
    let points = |value: Option<i64>| value.map(Hundredths::new);
    serde_json::json!({
        "enrollment_id": row.enrollment_id,
        "completion": points(row.completion),
        "effect": points(row.effect),
        "school_score": points(row.school_score),
        "county_score": points(row.county_score),
        "final_score": points(row.final_score),
        "absence": row.absence,
        "adjust_reason": row.adjust_reason,
        "note": row.note,
        "version": row.version,
    })
}

pub(super) fn change(
    work: &Work<'_>,
    project: Uuid,
    source: &'static str,
    before: &Row,
    after: &Row,
    reason: Option<String>,
) -> Change {
    let ctx = work.ctx();
    Change {
        id: ctx.new_id(),
        score: before.id,
        sheet: before.sheet_id,
        project,
        enrollment: before.enrollment_id,
        source,
        actor: Some(ctx.actor.id),
        role: work.role().map_or("none", Role::as_str).to_owned(),
        before: facts(before).to_string(),
        after: facts(after).to_string(),
        reason,
        at: ctx.now(),
    }
}

/// The refusal of a row that somebody else wrote since.
pub(super) fn stale() -> Refusal {
    let detail = "Somebody else changed this row since you read it; read it again.";
    Refusal::new(Kind::PreconditionFailed, detail)
}
