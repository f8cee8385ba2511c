use std::collections::{HashMap, HashSet};

use domain::{
    Hundredths, Kind, Refusal,
    policy::PracticePolicy,
    practice::{Absence, Judged, PracticeRow, SETTLED, SeenInFile, judge_row},
};
use store::{
    bulk::{
        groups::Trainee,
        scores::{self as rows, Practice, Sheet},
    },
    imports::Change,
    practice::{self, Change as Kept},
};
use uuid::Uuid;

use super::{
    edits::{Edits, Field, Shown},
    file::{each_row, refusal},
    plan::{Effect, Ground, Plan, Verdict, Writes as AnyWrites, altered, made},
};
use crate::{Result, Unit, Work, edits::number};

/// Sheets to be made, and rows of sheets to be made or changed.
#[derive(Default)]
pub(super) struct Writes {
    round: Uuid,
    sheets: Vec<Sheet>,
    new: Vec<Practice>,
    /// The row in the file, the marks after and before.
    changed: Vec<(u32, Practice, Practice)>,
}

struct Judge<'a, U: Unit> {
    unit: &'a U,
    policy: PracticePolicy,
    trainees: HashMap<String, Trainee>,
    sheets: HashMap<(Option<Uuid>, Uuid), Sheet>,
    /// Sheets that the county has determined or locked.
    closed: HashSet<Uuid>,
    known: HashMap<Uuid, Practice>,
    seen: SeenInFile,
    writes: Writes,
}

/// One trainee per row: 学员编号, 姓名, 学校评分, 县级评分 (s.26, s.27). Empty is not scored. The
/// rows go to the open round's sheet that has the trainee's mark already, or to that of their class
/// and school.
pub(super) async fn plan<U: Unit>(
    unit: &U,
    ground: &Ground,
    name: &str,
    content: &[u8],
) -> Result<Plan> {
    let round = rows::open_round(unit, ground.project).await?;
    let Some(round) = round else {
        let detail = "No practice round is open; open one first. Nothing was changed.";
        return Err(Refusal::rule(Kind::ImportRejected, "no_open_round", detail).into());
    };
    let sheets = rows::sheets(unit, round.id).await?;
    let settled = |sheet: &&Sheet| SETTLED.contains(&sheet.status.as_str());
    let mut judge = Judge {
        unit,
        closed: sheets.values().filter(settled).map(|sheet| sheet.id).collect(),
        policy: PracticePolicy {
            completion_max: Hundredths::new(round.completion_max),
            effect_max: Hundredths::new(round.effect_max),
            ..ground.policy.practice
        },
        trainees: ground.trainees(unit).await?,
        sheets,
        known: rows::practice(unit, round.id).await?,
        seen: SeenInFile::default(),
        writes: Writes { round: round.id, ..Writes::default() },
    };
    let mut verdicts: Vec<Verdict> = vec![];
    each_row(ground.kind, &ground.progress, content, name, |row| verdicts.push(judge.row(row)))
        .map_err(|fault| refusal(&fault))?;
    let mut writes = judge.writes;
    let ids = writes.changed.iter().map(|(_, _, before)| before.id);
    let mut edits = Edits::load(unit, "practice_scores", ids, ground.aim).await?;
    writes.changed.retain_mut(|(line, new, before)| {
        let at = verdicts.binary_search_by_key(line, |one| one.line).ok();
        let Some(verdict) = at.and_then(|at| verdicts.get_mut(at)) else { return true };
        edits.hold(FIELDS, before.id, new, before, verdict);
        let changed = marks(new) != marks(before);
        if !changed {
            verdict.effect = Effect::Unchanged;
        }
        changed
    });
    Ok(Plan { renewals: edits.renewals, ..Plan::new(verdicts, AnyWrites::PracticeScores(writes)) })
}

macro_rules! field {
    ($name:ident, $text:expr) => {
        field!($name, $text, Text)
    };
    ($name:ident, $text:expr, $shown:ident) => {
        Field {
            name: stringify!($name),
            text: $text,
            shown: Shown::$shown,
            keep: |new, before| new.$name.clone_from(&before.$name),
        }
    };
}

/// What both files and people write of somebody's practice.
const FIELDS: &[Field<Practice>] = &[
    field!(completion, |one| number(one.completion), Hundredths),
    field!(effect, |one| number(one.effect), Hundredths),
    field!(absence, |one| one.absence.clone()),
    field!(school_score, |one| number(one.school_score), Hundredths),
    field!(county_score, |one| number(one.county_score), Hundredths),
    field!(adjust_reason, |one| one.adjust_reason.clone()),
    field!(note, |one| one.note.clone()),
];

/// What a row of marks says, whoever wrote it.
fn marks(one: &Practice) -> Vec<Option<String>> {
    FIELDS.iter().map(|field| (field.text)(one)).collect()
}

fn raw<'r>(row: &sheet::Row<'r>) -> PracticeRow<'r> {
    PracticeRow {
        trainee_no: row.text("trainee_no"),
        name: row.text("name"),
        completion: row.text("completion"),
        effect: row.text("effect"),
        school_score: row.text("school_score"),
        county_score: row.text("county_score"),
        absence: row.text("absence"),
        adjust_reason: row.text("adjust_reason"),
        note: row.text("note"),
    }
}

impl<U: Unit> Judge<'_, U> {
    fn row(&mut self, row: &sheet::Row<'_>) -> Verdict {
        let raw = raw(row);
        if raw.is_skipped() {
            return Verdict::skipped(row.line);
        }
        let find = |number: &str| {
            self.trainees.get(number).map(|trainee| (trainee.clone(), trainee.name.clone()))
        };
        let mut judged = judge_row(&raw, &self.policy, find);
        self.seen.judge(&mut judged);
        let number = domain::text::clean_code(raw.trainee_no).value;
        let label: String = number.chars().take(64).collect();
        let mut verdict = Verdict::accepted(row.line, Effect::None, label);
        verdict.codes.clone_from(&judged.codes);
        verdict.warnings.clone_from(&judged.warnings);
        match self.settle(row, judged) {
            Ok(effect) => verdict.effect = effect,
            Err(code) => verdict.codes.push(code),
        }
        verdict
    }

    fn settle(
        &mut self,
        row: &sheet::Row<'_>,
        judged: Judged<Trainee>,
    ) -> Result<Effect, &'static str> {
        let Some(entry) = judged.value else { return Ok(Effect::None) };
        let (trainee, mark) = (entry.trainee, entry.school);
        let actor = self.unit.ctx().actor.id;
        if trainee.person == actor {
            return Err("self_dealing");
        }
        let before = self.known.get(&trainee.id).cloned();
        let sheet = match &before {
            Some(old) => self.standing(old.sheet)?,
            None => self.sheet(&trainee)?,
        };
        let by = (!actor.is_nil()).then_some(actor);
        let mut new = Practice {
            id: before.as_ref().map_or_else(|| self.unit.ctx().new_id(), |old| old.id),
            sheet,
            enrollment: trainee.id,
            scored_by: by,
            determined_by: entry.county_score.and(by),
            completion: mark.completion.map(Hundredths::get),
            effect: mark.effect.map(Hundredths::get),
            absence: mark.absence.map(Absence::as_str).map(str::to_owned),
            school_score: mark.school_score.map(Hundredths::get),
            county_score: entry.county_score.map(Hundredths::get),
            adjust_reason: entry.adjust_reason,
            note: entry.note,
        };
        let Some(old) = before else {
            self.writes.new.push(new);
            return Ok(Effect::Created);
        };
        leave_out(row, &mut new, &old);
        if marks(&new) == marks(&old) {
            return Ok(Effect::Unchanged);
        }
        // Whoever wrote a mark that stays has written it.
        if new.county_score == old.county_score {
            new.determined_by = old.determined_by;
        }
        self.writes.changed.push((row.line, new, old));
        Ok(Effect::Updated)
    }

    /// The sheet that a mark lies on already, wherever the trainee has gone since; refused if it
    /// is closed.
    fn standing(&self, sheet: Uuid) -> Result<Uuid, &'static str> {
        if self.closed.contains(&sheet) { Err("sheet_locked") } else { Ok(sheet) }
    }

    /// The sheet of the trainee's class and school, or the school's sheet of those in no class;
    /// made if it is new, refused if it is closed.
    fn sheet(&mut self, trainee: &Trainee) -> Result<Uuid, &'static str> {
        let class = trainee.class;
        if let Some(sheet) = self.sheets.get(&(class, trainee.school)) {
            return self.standing(sheet.id);
        }
        let sheet = Sheet {
            id: self.unit.ctx().new_id(),
            class,
            school: trainee.school,
            county: trainee.county,
            status: "school_draft".to_owned(),
        };
        let id = sheet.id;
        self.writes.sheets.push(sheet.clone());
        self.sheets.insert((class, trainee.school), sheet);
        Ok(id)
    }
}

/// What the file has no column for stays as it is. The parts of a school's mark belong together:
/// a file that has only the sum says nothing of the groups while the sum stays the same.
fn leave_out(row: &sheet::Row<'_>, new: &mut Practice, old: &Practice) {
    let groups = row.has("completion") || row.has("effect");
    if !groups && (new.school_score == old.school_score || !row.has("school_score")) {
        new.completion = old.completion;
        new.effect = old.effect;
    }
    if !groups && !row.has("school_score") {
        new.school_score = old.school_score;
    }
    if !row.has("absence") && new.school_score.is_none() {
        new.absence.clone_from(&old.absence);
    }
    if !row.has("county_score") {
        new.county_score = old.county_score;
    }
    if !row.has("adjust_reason") {
        new.adjust_reason.clone_from(&old.adjust_reason);
    }
    if !row.has("note") {
        new.note.clone_from(&old.note);
    }
}

pub(super) async fn apply(work: &Work<'_>, project: Uuid, writes: Writes) -> Result<Vec<Change>> {
    let now = work.ctx().now();
    rows::insert_sheets(&work.tx, project, writes.round, &writes.sheets, now).await?;
    hold(work, &writes).await?;
    let kept = writes.changed.iter().map(|(_, new, old)| kept(work, project, Some(old), Some(new)));
    let fresh = writes.new.iter().map(|new| kept_of(work, project, new));
    practice::insert_changes(&work.tx, kept.chain(fresh).flatten().collect()).await?;
    let mut changes: Vec<Change> =
        writes.sheets.iter().map(|sheet| made("practice_sheets", sheet.id)).collect();
    changes.extend(writes.new.iter().map(|score| made("practice_scores", score.id)));
    rows::insert_practice(&work.tx, project, writes.new, now).await?;
    for (_, score, before) in &writes.changed {
        rows::update_practice(&work.tx, score, now).await?;
        changes.push(altered("practice_scores", score.id, before));
    }
    Ok(changes)
}

/// Holds every sheet that is written to: what the county has determined since the file was
/// judged stays as it is.
async fn hold(work: &Work<'_>, writes: &Writes) -> Result<()> {
    let changed = writes.changed.iter().map(|(_, new, _)| new.sheet);
    let sheets: HashSet<Uuid> = changed.chain(writes.new.iter().map(|new| new.sheet)).collect();
    let mut sheets: Vec<Uuid> = sheets.into_iter().collect();
    sheets.sort_unstable();
    if practice::hold_sheets(&work.tx, &sheets, &SETTLED).await? {
        return Ok(());
    }
    let detail = "A sheet was determined or locked since; its marks do not move any more.";
    Err(Refusal::rule(Kind::ScoreLocked, "sheet_locked", detail).into())
}

fn kept_of(work: &Work<'_>, project: Uuid, new: &Practice) -> Option<Kept> {
    kept(work, project, None, Some(new))
}

/// The row of the history that a change of somebody's marks leaves.
fn kept(
    work: &Work<'_>,
    project: Uuid,
    old: Option<&Practice>,
    new: Option<&Practice>,
) -> Option<Kept> {
    let (ctx, one) = (work.ctx(), new.or(old)?);
    Some(Kept {
        id: ctx.new_id(),
        score: one.id,
        sheet: one.sheet,
        project,
        enrollment: one.enrollment,
        source: "import",
        actor: (!ctx.actor.id.is_nil()).then_some(ctx.actor.id),
        role: work.role().map_or("none", domain::access::Role::as_str).to_owned(),
        before: facts(old).to_string(),
        after: facts(new).to_string(),
        reason: new.and_then(|new| new.adjust_reason.clone()),
        at: ctx.now(),
    })
}

/// What is kept of a row, in the shape of the changes by hand.
fn facts(one: Option<&Practice>) -> serde_json::Value {
    let points = |value: Option<i64>| value.map(Hundredths::new);
    let one = one.cloned().unwrap_or_default();
    serde_json::json!({
        "enrollment_id": one.enrollment,
        "completion": points(one.completion),
        "effect": points(one.effect),
        "school_score": points(one.school_score),
        "county_score": points(one.county_score),
        "final_score": points(one.county_score.or(one.school_score)),
        "absence": one.absence,
        "adjust_reason": one.adjust_reason,
        "note": one.note,
    })
}

/// Takes back what an import wrote into sheets: rows it made go, rows it changed get their
/// earlier marks, and the history tells so.
///
/// # Errors
/// `sheet_locked` where the county has determined by now.
pub(super) async fn revert(work: &Work<'_>, project: Uuid, run: &[Change]) -> Result<()> {
    let ids = super::undo::ids(run)?;
    let sheets = practice::sheets_of(work, &ids).await?;
    if !practice::hold_sheets(&work.tx, &sheets, &SETTLED).await? {
        let detail = "A sheet of this import was determined or locked by now, so it stays.";
        return Err(Refusal::rule(Kind::ScoreLocked, "sheet_locked", detail).into());
    }
    let now = work.ctx().now();
    let standing = rows::practice_by_id(work, &ids).await?;
    let mut history = vec![];
    let mut gone = vec![];
    for change in run {
        let id: Uuid = change.id.parse().map_err(crate::Error::fault)?;
        let Some(standing) = standing.get(&id) else { continue };
        if change.before.is_some() {
            let before: Practice = super::undo::before(change)?;
            history.extend(kept(work, project, Some(standing), Some(&before)));
            rows::update_practice(&work.tx, &before, now).await?;
        } else {
            history.extend(kept(work, project, Some(standing), None));
            gone.push(id);
        }
    }
    practice::insert_changes(&work.tx, history).await?;
    Ok(store::bulk::undo::delete(&work.tx, "practice_scores", &gone).await?)
}
