use std::collections::HashMap;

use domain::{
    Gender, Hundredths,
    practice::Absence,
    qualification::Outcome,
    reference::{Reference, StageOfSchooling},
};
use sheet::Value;
use store::{
    placements,
    reports::{self as rows, Result7},
};
use uuid::Uuid;

use super::{Ground, counts::Keyed, in_beijing};
use crate::{Result, Unit};

/// The parts of the grade that R7 has a column for.
const PARTS: [&str; 7] = [
    "watch",
    "activity",
    "resource",
    "practice_homework",
    "attendance",
    "attitude_effect",
    "quality",
];

pub(super) fn stage(code: &str) -> String {
    StageOfSchooling::parse(code).map_or_else(|| code.to_owned(), |one| one.title().to_owned())
}

pub(super) fn subject(lists: &Reference, code: &str) -> String {
    lists.subject(code).map_or_else(|| code.to_owned(), |one| one.name.clone())
}

pub(super) fn gender(code: Option<&str>) -> Value {
    Value::from(code.and_then(Gender::parse).map(Gender::title))
}

fn points(value: Option<i64>) -> Value {
    value.map_or(Value::Empty, Value::Hundredths)
}

fn outcome(code: Option<&str>) -> Value {
    Value::from(code.and_then(Outcome::parse).map(Outcome::title))
}

/// R7: everybody with the parts of the grade.
pub(super) async fn grades(
    unit: &impl Unit,
    ground: &Ground,
    after: Option<&str>,
    limit: u64,
) -> Result<Vec<Keyed>> {
    let run = ground.run.unwrap_or_default();
    let found = rows::results(unit, &ground.scope, run, false, after, limit).await?;
    let lists = Reference::builtin();
    let line = |one: Result7| {
        let parts = parts(one.explanation.as_deref(), one.total);
        let part = |code: &str| points(parts.get(code).copied());
        let mut cells = vec![
            Value::from(one.school),
            Value::from(one.class),
            Value::from(one.workshop),
            Value::from(one.name),
            gender(one.gender.as_deref()),
            Value::from(stage(&one.stage)),
            Value::from(subject(&lists, &one.subject)),
        ];
        cells.extend(PARTS.map(part));
        cells.extend([part("online"), part("offline"), part("total")]);
        cells.extend([outcome(one.outcome.as_deref()), Value::Empty]);
        (one.trainee_no, cells)
    };
    Ok(found.into_iter().map(line).collect())
}

/// The points of each part of the grade, in hundredths, from a run's explanation, and the
/// `total`. What lacks a mark has no points: nobody has determined it, so it is not 0.
fn parts(explanation: Option<&str>, total: Option<i64>) -> HashMap<String, i64> {
    let read = |text| serde_json::from_str::<serde_json::Value>(text).ok();
    let explanation = explanation.and_then(read).unwrap_or_default();
    let found = explanation.get("components").and_then(|parts| parts.as_array());
    let lacks = |part: &serde_json::Value| part.get("incomplete") == Some(&true.into());
    let whole = !found.and_then(|parts| parts.first()).is_some_and(lacks);
    let part = |part: &serde_json::Value| {
        let points = part.get("points")?.as_f64().and_then(Hundredths::nearest)?;
        Some((part.get("code")?.as_str()?.to_owned(), points.get()))
    };
    let given = found.into_iter().flatten().filter(|part| !lacks(part));
    let mut parts: HashMap<_, _> = given.filter_map(part).collect();
    parts.extend(total.filter(|_| whole).map(|total| ("total".to_owned(), total)));
    parts
}

/// R9: those who passed, with the last four characters of the ID number.
pub(super) async fn qualified(
    unit: &impl Unit,
    ground: &Ground,
    after: Option<&str>,
    limit: u64,
) -> Result<Vec<Keyed>> {
    let Some(run) = ground.run else { return Ok(vec![]) };
    let found = rows::results(unit, &ground.scope, run, true, after, limit).await?;
    let lists = Reference::builtin();
    let vault = &unit.ctx().services.vault;
    let mut lines = vec![];
    for one in found {
        let number = one.id_no_sealed.as_deref().map(|sealed| vault.open(one.person_id, sealed));
        let number = number.transpose()?.unwrap_or_default();
        let shown = number.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
        let taught = format!("{}{}", stage(&one.stage), subject(&lists, &one.subject));
        let cells = vec![
            Value::from(ground.project.region_name.clone()),
            Value::from(one.school),
            Value::from(one.name),
            gender(one.gender.as_deref()),
            Value::from(number.get(shown..).unwrap_or_default()),
            Value::from(taught),
            points(one.hours),
            points(one.total),
            outcome(one.outcome.as_deref()),
            Value::from(one.certificate_no),
        ];
        lines.push((one.trainee_no, cells));
    }
    Ok(lines)
}

/// R8: the marks of a scoring round.
pub(super) async fn marks(
    unit: &impl Unit,
    ground: &Ground,
    after: Option<&str>,
    limit: u64,
) -> Result<Vec<Keyed>> {
    let Some(round) = ground.round else { return Ok(vec![]) };
    let found = rows::marks(unit, &ground.scope, round, after, limit).await?;
    let mut judges: Vec<Uuid> =
        found.iter().filter_map(|one| one.determined_by.or(one.scored_by)).collect();
    judges.sort_unstable();
    judges.dedup();
    let judges = placements::names(unit, &judges).await?;
    let lists = Reference::builtin();
    let line = |one: rows::Mark| {
        let judge = one.determined_by.or(one.scored_by).and_then(|id| judges.get(&id).cloned());
        let at = in_beijing(one.updated_at);
        let cells = vec![
            Value::from(one.name),
            Value::from(subject(&lists, &one.subject)),
            Value::from(one.task),
            points(one.completion),
            points(one.effect),
            Value::from(one.absence.as_deref().map(absence)),
            points(one.school_score),
            points(one.county_score),
            Value::from(one.adjust_reason),
            Value::from(judge),
            Value::from(at.format("%Y-%m-%d").to_string()),
            Value::Empty,
            Value::Empty,
            Value::from(one.trainee_no.clone()),
        ];
        (one.trainee_no, cells)
    };
    Ok(found.into_iter().map(line).collect())
}

fn absence(code: &str) -> String {
    Absence::parse(code).map_or_else(|| code.to_owned(), |one| one.title().to_owned())
}
