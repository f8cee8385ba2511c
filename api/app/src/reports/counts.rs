use std::collections::HashMap;

use domain::{
    Hundredths,
    rates::{Counts, Rate},
    reference::Reference,
    reports::{GroupBy, ranks},
};
use sheet::Value;
use store::reports::{self as rows, Group};

use super::Ground;
use crate::{Result, Unit, projects};

/// Cells of a line behind its key.
pub(super) type Keyed = (String, Vec<Value>);

fn int(number: u64) -> Value {
    Value::Int(i64::try_from(number).unwrap_or(i64::MAX))
}

fn percent(rate: Rate) -> Value {
    rate.percent.map_or(Value::Empty, |percent| Value::Percent(percent.get()))
}

/// A sum over a count, half up to hundredths; empty of nobody.
fn mean(sum: i64, count: u64) -> Value {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let doubled = sum.saturating_mul(2).saturating_add(count);
    doubled.checked_div_euclid(count.saturating_mul(2)).map_or(Value::Empty, Value::Hundredths)
}

/// R1: schools with their counts and rates, and the county as the sum of all.
pub(super) async fn schools(
    unit: &impl Unit,
    ground: &Ground,
) -> Result<(Vec<Keyed>, Option<Vec<Value>>)> {
    let marks = projects::policy_of(unit, ground.project.id).await?.grade.sources();
    let groups = rows::groups(unit, &ground.scope, GroupBy::School, ground.run, &marks).await?;
    let towns: Vec<_> = groups.iter().filter_map(|one| one.parent).collect();
    let towns = rows::organizations(unit, &towns).await?;
    let units: Vec<_> = groups
        .iter()
        .map(|one| (one.counts.qualified, one.counts.studied, one.counts.expected))
        .collect();
    let places = ranks(&units);
    let total = total(&groups);
    let lines = groups.into_iter().zip(places).map(|(group, place)| {
        let town = group.parent.and_then(|id| towns.get(&id)).map(|town| town.name.clone());
        let mut cells = vec![Value::from(town), Value::from(group.name.clone())];
        cells.extend(figures(group.counts, group.hours, group.scored, group.total));
        cells.extend([Value::Empty, place.map_or(Value::Empty, int), Value::Empty]);
        (group.code, cells)
    });
    Ok((lines.collect(), Some(total)))
}

/// The line of totals: counts are added first and divided last.
fn total(groups: &[Group]) -> Vec<Value> {
    let counts: Counts = groups.iter().map(|one| one.counts).sum();
    let add = |of: fn(&Group) -> i64| groups.iter().map(of).fold(0_i64, i64::saturating_add);
    let scored = groups.iter().map(|one| one.scored).fold(0_u64, u64::saturating_add);
    let mut cells = vec![Value::Empty, Value::Empty, Value::from("合计")];
    cells.extend(figures(counts, add(|one| one.hours), scored, add(|one| one.total)));
    cells.extend([Value::Empty, Value::Empty, Value::Empty]);
    cells
}

fn figures(counts: Counts, hours: i64, scored: u64, total: i64) -> Vec<Value> {
    let rates = counts.rates();
    vec![
        int(counts.expected),
        int(counts.activated),
        percent(rates.participation),
        int(counts.studied),
        percent(rates.study),
        int(counts.qualified),
        percent(rates.pass),
        int(counts.excellent),
        percent(rates.excellence),
        mean(hours, counts.expected),
        mean(total, scored),
    ]
}

/// R15: courses with who chose and who finished them.
pub(super) async fn courses(unit: &impl Unit, ground: &Ground) -> Result<Vec<Keyed>> {
    let courses = rows::courses(unit, &ground.scope).await?;
    let policy = projects::policy_of(unit, ground.project.id).await?;
    let lists = Reference::builtin();
    let mut sums: HashMap<String, i64> = HashMap::new();
    for one in &courses {
        let sum = sums.entry(one.subject.clone()).or_default();
        *sum = sum.saturating_add(one.hours);
    }
    let lines = courses.into_iter().map(|one| {
        let sum = sums.get(&one.subject).copied().unwrap_or_default();
        let enough = Hundredths::new(sum) > policy.catalog.hours_above;
        let subject = lists.subject(&one.subject).map(|found| found.name.clone());
        let cells = vec![
            Value::from(subject.unwrap_or(one.subject)),
            Value::Int(i64::from(one.module)),
            Value::from(one.title),
            Value::Hundredths(one.hours),
            int(one.chosen),
            int(one.finished),
            percent(Rate::of(one.finished.min(one.chosen), one.chosen)),
            Value::Empty,
            Value::Hundredths(sum),
            Value::from(if enough { "是" } else { "否" }),
        ];
        (one.code, cells)
    });
    Ok(lines.collect())
}
