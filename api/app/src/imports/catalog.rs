use std::collections::HashMap;

use domain::catalog::{CatalogEntry, CatalogRow, Judged, SeenInFile, judge_row};
use store::{
    bulk::catalog::{self as rows, Course},
    catalog::revise,
    imports::Change,
};
use uuid::Uuid;

use super::{
    edits::{Edits, Field, Shown},
    file::{each_row, is_long, is_note, refusal},
    plan::{Effect, Ground, Plan, Verdict, Writes as AnyWrites, altered, made},
};
use crate::{Result, Unit, Work};

/// Courses to be made, and courses to be changed with what they were.
#[derive(Default)]
pub(super) struct Writes {
    new: Vec<Course>,
    /// The row in the file, the course as it will be and as it was.
    changed: Vec<(u32, Course, Course)>,
}

/// One course per row (s.32–36).
pub(super) async fn plan(
    unit: &impl Unit,
    ground: &Ground,
    name: &str,
    content: &[u8],
) -> Result<Plan> {
    let known = rows::courses(unit, ground.project).await?;
    let (mut seen, mut writes) = (SeenInFile::default(), Writes::default());
    let mut verdicts: Vec<Verdict> = vec![];
    let owned = |one: &Course| Some((provided(one)?, one.code.clone()));
    let mut owners: HashMap<(String, String), String> = known.values().filter_map(owned).collect();
    each_row(ground.kind, &ground.progress, content, name, |row| {
        let raw = raw(row);
        if raw.is_skipped() || is_note(row) {
            verdicts.push(Verdict::skipped(row.line));
            return;
        }
        let mut judged = judge_row(&raw, &ground.reference);
        seen.judge(&mut judged);
        let label: String = raw.title.trim().chars().take(60).collect();
        let mut verdict = Verdict::accepted(row.line, Effect::None, label);
        settle(unit, &mut verdict, judged, &known, &mut owners, &mut writes);
        verdicts.push(verdict);
    })
    .map_err(|fault| refusal(&fault))?;
    let ids = writes.changed.iter().map(|(_, course, _)| course.id);
    let mut edits = Edits::load(unit, "courses", ids, ground.aim).await?;
    writes.changed.retain_mut(|(line, course, before)| {
        let at = verdicts.binary_search_by_key(line, |one| one.line).ok();
        let Some(verdict) = at.and_then(|at| verdicts.get_mut(at)) else { return true };
        edits.hold(FIELDS, before.id, course, before, verdict);
        if course == before {
            verdict.effect = Effect::Unchanged;
        }
        course != before
    });
    Ok(Plan { renewals: edits.renewals, ..Plan::new(verdicts, AnyWrites::Catalog(writes)) })
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
            keep: |course, before| course.$name.clone_from(&before.$name),
        }
    };
}

/// What both files and people write of a course.
const FIELDS: &[Field<Course>] = &[
    field!(title, |one| Some(one.title.clone())),
    field!(subject, |one| Some(one.subject.clone())),
    field!(stage, |one| Some(one.stage.clone())),
    field!(module, |one| Some(one.module.to_string())),
    field!(theme_code, |one| one.theme_code.clone()),
    field!(ability_point, |one| one.ability_point.clone()),
    field!(micro_ability, |one| one.micro_ability.clone()),
    field!(hours, |one| Some(one.hours.to_string()), Hundredths),
    field!(kind, |one| one.kind.clone()),
];

/// Whether a text of the row is longer than a course's may be.
fn too_long(entry: &CatalogEntry) -> Option<&'static str> {
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    let rest = [&entry.ability_point, &entry.micro_ability, &entry.kind, &entry.provider_course_id];
    let long = is_long(&[(&entry.title, 200), (&entry.provider, 200)])
        || rest.into_iter().any(|text| is_long(&[(&some(text), 200)]));
    long.then_some("text_too_long")
}

/// By what the provider knows a course.
fn provided(course: &Course) -> Option<(String, String)> {
    Some((course.provider.clone(), course.provider_course_id.clone()?))
}

fn raw<'r>(row: &sheet::Row<'r>) -> CatalogRow<'r> {
    CatalogRow {
        course_code: row.text("course_code"),
        title: row.text("title"),
        subject: row.text("subject"),
        stage: row.text("stage"),
        module: row.text("module"),
        theme_code: row.text("theme_code"),
        theme: row.text("theme"),
        ability_point: row.text("ability_point"),
        micro_ability: row.text("micro_ability"),
        hours: row.text("hours"),
        kind: row.text("kind"),
        provider: row.text("provider"),
        provider_course_id: row.text("provider_course_id"),
    }
}

fn settle(
    unit: &impl Unit,
    verdict: &mut Verdict,
    judged: Judged,
    known: &HashMap<String, Course>,
    owners: &mut HashMap<(String, String), String>,
    writes: &mut Writes,
) {
    verdict.codes = judged.codes;
    verdict.warnings = judged.warnings;
    let Some(entry) = judged.value else { return };
    if let Some(code) = too_long(&entry) {
        verdict.codes.push(code);
        return;
    }
    let before = known.get(&entry.code);
    let mut course = Course {
        id: before.map_or_else(|| unit.ctx().new_id(), |before| before.id),
        code: entry.code,
        title: entry.title,
        subject: entry.subject,
        stage: entry.stage.as_str().to_owned(),
        module: i32::from(entry.module.number()),
        theme_code: entry.theme_code,
        ability_point: entry.ability_point,
        micro_ability: entry.micro_ability,
        hours: entry.hours.get(),
        kind: entry.kind,
        provider: entry.provider,
        provider_course_id: entry.provider_course_id,
    };
    // The provider's id names one course; where a list repeats it, the first course has it.
    if let Some(id) = provided(&course) {
        let owner = owners.entry(id).or_insert_with(|| course.code.clone());
        if *owner != course.code {
            course.provider_course_id = None;
            verdict.warnings.push("provider_course_id_repeated");
        }
    }
    verdict.effect = match before {
        None => {
            writes.new.push(course);
            Effect::Created
        }
        Some(before) if *before == course => Effect::Unchanged,
        Some(before) => {
            writes.changed.push((verdict.line, course, before.clone()));
            Effect::Updated
        }
    };
}

pub(super) async fn apply(work: &Work<'_>, project: Uuid, writes: Writes) -> Result<Vec<Change>> {
    let now = work.ctx().now();
    revise(&work.tx, project).await?;
    let mut changes: Vec<Change> = writes.new.iter().map(|one| made("courses", one.id)).collect();
    rows::insert_courses(&work.tx, project, writes.new, now).await?;
    for (_, course, before) in &writes.changed {
        rows::update_course(&work.tx, course, now).await?;
        changes.push(altered("courses", course.id, before));
    }
    Ok(changes)
}
