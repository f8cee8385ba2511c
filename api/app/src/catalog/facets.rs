use std::collections::BTreeMap;

use store::catalog::{Filter, Group};

/// How many courses have a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    pub value: String,
    pub courses: i64,
}

/// The values that a list could be narrowed to next, with what each would leave: the count of
/// a facet heeds every other filter but its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    pub total: i64,
    pub subject: Vec<Facet>,
    pub stage: Vec<Facet>,
    pub module: Vec<Facet>,
    pub theme: Vec<Facet>,
    pub kind: Vec<Facet>,
    pub status: Vec<Facet>,
}

const SUBJECT: usize = 0;
const STAGE: usize = 1;
const MODULE: usize = 2;
const THEME: usize = 3;
const KIND: usize = 4;
const STATUS: usize = 5;

/// The value of each facet that a group has.
fn values(group: &Group) -> [Option<String>; 6] {
    [
        Some(group.subject.clone()),
        Some(group.stage.clone()),
        Some(group.module.to_string()),
        group.theme_code.clone(),
        group.kind.clone(),
        Some(group.status.clone()),
    ]
}

/// The value of each facet that the filter asks for.
fn wanted(filter: &Filter) -> [Option<String>; 6] {
    [
        filter.subject.clone(),
        filter.stage.clone(),
        filter.module.map(|number| number.to_string()),
        filter.theme.clone(),
        filter.kind.clone(),
        filter.status.clone(),
    ]
}

pub(super) fn count(groups: &[Group], filter: &Filter) -> Facets {
    let wanted = wanted(filter);
    let mut total = 0_i64;
    let mut counts: [BTreeMap<String, i64>; 6] = Default::default();
    for group in groups {
        let fits = |stage: &String| group.stage == *stage || group.stage == "general";
        if !filter.suits.as_ref().is_none_or(fits) {
            continue;
        }
        let values = values(group);
        let pairs = || wanted.iter().zip(&values);
        let misses =
            |(want, have): &(&Option<String>, &Option<String>)| want.is_some() && want != have;
        let missed = pairs().filter(misses).count();
        if missed == 0 {
            total = total.saturating_add(group.courses);
        }
        for ((pair, value), counted) in pairs().zip(&values).zip(&mut counts) {
            // Only the facet's own filter may stand in the way.
            if missed == 0 || (missed == 1 && misses(&pair)) {
                let Some(value) = value else { continue };
                let sum = counted.entry(value.clone()).or_default();
                *sum = sum.saturating_add(group.courses);
            }
        }
    }
    let mut facet = |at: usize| {
        let counted = counts.get_mut(at).map(std::mem::take).unwrap_or_default();
        counted.into_iter().map(|(value, courses)| Facet { value, courses }).collect()
    };
    Facets {
        total,
        subject: facet(SUBJECT),
        stage: facet(STAGE),
        module: facet(MODULE),
        theme: facet(THEME),
        kind: facet(KIND),
        status: facet(STATUS),
    }
}
