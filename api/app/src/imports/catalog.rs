use std::collections::HashMap;

use domain::catalog::{CatalogRow, Judged, SeenInFile, judge_row};
use store::{
    bulk::catalog::{self as rows, Course},
    imports::Change,
};
use uuid::Uuid;

use super::{
    file::{each_row, refusal},
    plan::{Effect, Ground, Plan, Verdict, Writes as AnyWrites, altered, made},
};
use crate::{Result, Unit, Work};

/// Courses to be made, and courses to be changed with what they were.
#[derive(Default)]
pub(super) struct Writes {
    new: Vec<Course>,
    changed: Vec<(Course, Course)>,
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
    let mut verdicts = vec![];
    each_row(ground.kind, content, name, |row| {
        let raw = raw(row);
        if raw.is_skipped() {
            verdicts.push(Verdict::skipped(row.line));
            return;
        }
        let mut judged = judge_row(&raw, &ground.reference);
        seen.judge(&mut judged);
        let label: String = raw.title.trim().chars().take(60).collect();
        verdicts.push(settle(unit, row.line, label, judged, &known, &mut writes));
    })
    .map_err(|fault| refusal(&fault))?;
    Ok(Plan { verdicts, writes: AnyWrites::Catalog(writes) })
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
    line: u32,
    label: String,
    judged: Judged,
    known: &HashMap<String, Course>,
    writes: &mut Writes,
) -> Verdict {
    let mut verdict = Verdict::accepted(line, Effect::None, label);
    verdict.codes = judged.codes;
    verdict.warnings = judged.warnings;
    let Some(entry) = judged.value else { return verdict };
    let before = known.get(&entry.code);
    let course = Course {
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
    verdict.effect = match before {
        None => {
            writes.new.push(course);
            Effect::Created
        }
        Some(before) if *before == course => Effect::Unchanged,
        Some(before) => {
            writes.changed.push((course, before.clone()));
            Effect::Updated
        }
    };
    verdict
}

pub(super) async fn apply(work: &Work<'_>, project: Uuid, writes: Writes) -> Result<Vec<Change>> {
    let now = work.ctx().now();
    let mut changes: Vec<Change> = writes.new.iter().map(|one| made("courses", one.id)).collect();
    rows::insert_courses(&work.tx, project, writes.new, now).await?;
    for (course, before) in &writes.changed {
        rows::update_course(&work.tx, course, now).await?;
        changes.push(altered("courses", course.id, before));
    }
    Ok(changes)
}
