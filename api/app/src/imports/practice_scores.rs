use std::collections::{HashMap, HashSet};

use domain::{
    Hundredths, Kind, Refusal,
    practice::SETTLED,
    text::{clean_code, clean_name},
};
use store::{
    bulk::{
        groups::{self, Trainee},
        scores::{self as rows, Practice, Sheet},
    },
    imports::Change,
    practice::{self, Change as Kept},
};
use uuid::Uuid;

use super::{
    file::{cell, each_row, refusal},
    online_scores::score,
    plan::{Effect, Ground, Plan, Verdict, Writes as AnyWrites, altered, made},
};
use crate::{Result, Unit, Work};

/// Sheets to be made, and rows of sheets to be made or changed.
#[derive(Default)]
pub(super) struct Writes {
    round: Uuid,
    sheets: Vec<Sheet>,
    new: Vec<Practice>,
    changed: Vec<(Practice, Practice)>,
}

struct Judge<'a, U: Unit> {
    unit: &'a U,
    trainees: HashMap<String, Trainee>,
    sheets: HashMap<(Uuid, Uuid), Sheet>,
    known: HashMap<Uuid, Practice>,
    seen: HashSet<Uuid>,
    writes: Writes,
}

/// One trainee per row: 学员编号, 姓名, 学校评分, 县级评分 (s.26, s.27). Empty is not scored. The
/// rows go to the open round's sheet of the trainee's class and school.
pub(super) async fn plan<U: Unit>(
    unit: &U,
    ground: &Ground,
    name: &str,
    content: &[u8],
) -> Result<Plan> {
    let round = rows::open_round(unit, ground.project).await?;
    let Some((round, _)) = round else {
        let detail = "No practice round is open; open one first. Nothing was changed.";
        return Err(Refusal::rule(Kind::ImportRejected, "no_open_round", detail).into());
    };
    let mut judge = Judge {
        unit,
        trainees: groups::load_trainees(unit, ground.project).await?,
        sheets: rows::sheets(unit, round).await?,
        known: rows::practice(unit, round).await?,
        seen: HashSet::new(),
        writes: Writes { round, ..Writes::default() },
    };
    let mut verdicts = vec![];
    each_row(ground.kind, content, name, |row| verdicts.push(judge.row(row)))
        .map_err(|fault| refusal(&fault))?;
    Ok(Plan { verdicts, writes: AnyWrites::PracticeScores(judge.writes) })
}

impl<U: Unit> Judge<'_, U> {
    fn row(&mut self, row: &sheet::Row<'_>) -> Verdict {
        let number = clean_code(row.text("trainee_no")).value;
        if number.is_empty() {
            return Verdict::skipped(row.line);
        }
        match self.judge(row, &number) {
            Ok(effect) => Verdict::accepted(row.line, effect, number),
            Err(code) => Verdict::rejected(row.line, code, number),
        }
    }

    fn judge(&mut self, row: &sheet::Row<'_>, number: &str) -> Result<Effect, &'static str> {
        let trainee = self.trainees.get(number).ok_or("trainee_unknown")?.clone();
        let name = clean_name(row.text("name")).value;
        if !name.is_empty() && name != trainee.name {
            return Err("name_mismatch");
        }
        let optional = |key: &str| {
            let text = clean_code(row.text(key)).value;
            if text.is_empty() { Ok(None) } else { score(&text).map(Some) }
        };
        let (completion, effect) = (optional("completion")?, optional("effect")?);
        let given = optional("school_score")?;
        let county_score = optional("county_score")?;
        let whole = completion.zip(effect).map(|(one, other)| one.plus(other));
        let school_score = given.or(whole);
        if school_score.is_some_and(|score| score > Hundredths::whole(100)) {
            return Err("score_out_of_range");
        }
        if trainee.person == self.unit.ctx().actor.id {
            return Err("self_dealing");
        }
        if !self.seen.insert(trainee.id) {
            return Err("duplicate_trainee");
        }
        let text = |key: &str| Some(cell(row, key)).filter(|text| !text.is_empty());
        let before = self.known.get(&trainee.id).cloned();
        let sheet = self.sheet(&trainee)?;
        let new = Practice {
            id: before.as_ref().map_or_else(|| self.unit.ctx().new_id(), |old| old.id),
            sheet,
            enrollment: trainee.id,
            completion: completion.map(Hundredths::get),
            effect: effect.map(Hundredths::get),
            absence: text("absence"),
            school_score: school_score.map(Hundredths::get),
            county_score: county_score.map(Hundredths::get),
            adjust_reason: text("adjust_reason"),
            note: text("note"),
        };
        Ok(match before {
            None => {
                self.writes.new.push(new);
                Effect::Created
            }
            Some(old) if old == new => Effect::Unchanged,
            Some(old) => {
                self.writes.changed.push((new, old));
                Effect::Updated
            }
        })
    }

    /// The sheet of the trainee's class and school; made if it is new, refused if it is closed.
    fn sheet(&mut self, trainee: &Trainee) -> Result<Uuid, &'static str> {
        let class = trainee.class.ok_or("not_in_a_class")?;
        if let Some(sheet) = self.sheets.get(&(class, trainee.school)) {
            let closed = SETTLED.contains(&sheet.status.as_str());
            return if closed { Err("sheet_locked") } else { Ok(sheet.id) };
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

pub(super) async fn apply(work: &Work<'_>, project: Uuid, writes: Writes) -> Result<Vec<Change>> {
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let by = (!ctx.actor.id.is_nil()).then_some(ctx.actor.id);
    rows::insert_sheets(&work.tx, project, writes.round, &writes.sheets, now).await?;
    hold(work, &writes).await?;
    let kept = writes.changed.iter().map(|(new, old)| change(work, project, Some(old), new));
    let fresh = writes.new.iter().map(|new| change(work, project, None, new));
    practice::insert_changes(&work.tx, kept.chain(fresh).collect()).await?;
    let mut changes: Vec<Change> =
        writes.sheets.iter().map(|sheet| made("practice_sheets", sheet.id)).collect();
    changes.extend(writes.new.iter().map(|score| made("practice_scores", score.id)));
    rows::insert_practice(&work.tx, project, writes.new, by, now).await?;
    for (score, before) in &writes.changed {
        rows::update_practice(&work.tx, score, by, now).await?;
        changes.push(altered("practice_scores", score.id, before));
    }
    Ok(changes)
}

/// Holds every sheet that is written to: what the county has determined since the file was
/// judged stays as it is.
async fn hold(work: &Work<'_>, writes: &Writes) -> Result<()> {
    let changed = writes.changed.iter().map(|(new, _)| new.sheet);
    let sheets: HashSet<Uuid> = changed.chain(writes.new.iter().map(|new| new.sheet)).collect();
    let mut sheets: Vec<Uuid> = sheets.into_iter().collect();
    sheets.sort_unstable();
    if practice::hold_sheets(&work.tx, &sheets, &SETTLED).await? {
        return Ok(());
    }
    let detail = "A sheet was determined or locked since; its marks do not move any more.";
    Err(Refusal::rule(Kind::ScoreLocked, "sheet_locked", detail).into())
}

fn change(work: &Work<'_>, project: Uuid, old: Option<&Practice>, new: &Practice) -> Kept {
    let ctx = work.ctx();
    let text = |value: Option<&Practice>| serde_json::to_string(&value).unwrap_or_default();
    Kept {
        id: ctx.new_id(),
        score: new.id,
        sheet: new.sheet,
        project,
        enrollment: new.enrollment,
        source: "import",
        actor: (!ctx.actor.id.is_nil()).then_some(ctx.actor.id),
        role: work.role().map_or("none", domain::access::Role::as_str).to_owned(),
        before: text(old),
        after: text(Some(new)),
        reason: new.adjust_reason.clone(),
        at: ctx.now(),
    }
}

/// Holds the sheets of rows whose import is taken back, unless the county has determined.
pub(super) async fn release(work: &Work<'_>, scores: &[Uuid]) -> Result<()> {
    let mut sheets = practice::sheets_of(work, scores).await?;
    sheets.sort_unstable();
    if practice::hold_sheets(&work.tx, &sheets, &SETTLED).await? {
        return Ok(());
    }
    let detail = "A sheet of this import was determined or locked by now, so it stays.";
    Err(Refusal::rule(Kind::ScoreLocked, "sheet_locked", detail).into())
}
