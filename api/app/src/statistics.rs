//! The cockpit (F50): who takes part, studies, passes and excels, by school, town, class or
//! workshop. Counts are added first and divided last.

use std::collections::BTreeMap;

use domain::{
    Refusal,
    access::Rule,
    rates::{Counts, Rates},
    reports::GroupBy,
};
use store::reports::{self as rows, Group, Scope};
use uuid::Uuid;

use crate::{Result, Unit, projects};

/// One unit with its counts and rates.
#[derive(Debug, Clone)]
pub struct Line {
    /// None for those without a class, workshop or town.
    pub id: Option<Uuid>,
    pub code: String,
    pub name: String,
    pub counts: Counts,
    pub rates: Rates,
    /// Credited hours of all its people together, in hundredths.
    pub hours: i64,
}

/// All units that the caller reaches, and their sum.
#[derive(Debug, Clone)]
pub struct Statistics {
    pub lines: Vec<Line>,
    pub total: Line,
    /// The run of the qualification that passes are taken from.
    pub run: Option<Uuid>,
}

/// Counts a project by a kind of unit.
pub async fn show(unit: &impl Unit, project: Uuid, by: GroupBy) -> Result<Statistics> {
    let reach = unit.ctx().actor.reach(Rule::R01Read, project);
    if reach.is_empty() {
        projects::find(unit, project).await?;
        return Err(Refusal::forbidden().into());
    }
    let scope = Scope { reach, school: None, class: None, workshop: None };
    let run = rows::newest_run(unit, project).await?;
    let mut groups = rows::groups(unit, &scope, by, run, &[]).await?;
    if by == GroupBy::Town {
        groups = towns(unit, groups).await?;
    }
    let total = groups.iter().fold(nothing(), add);
    let mut total = line(total);
    total.name = "合计".to_owned();
    Ok(Statistics { lines: groups.into_iter().map(line).collect(), total, run })
}

fn nothing() -> Group {
    Group {
        id: None,
        code: String::new(),
        name: String::new(),
        parent: None,
        counts: Counts::default(),
        hours: 0,
        scored: 0,
        total: 0,
    }
}

fn add(sum: Group, one: &Group) -> Group {
    Group {
        counts: sum.counts.plus(one.counts),
        hours: sum.hours.saturating_add(one.hours),
        scored: sum.scored.saturating_add(one.scored),
        total: sum.total.saturating_add(one.total),
        ..sum
    }
}

fn line(group: Group) -> Line {
    Line {
        id: group.id,
        code: group.code,
        name: group.name,
        rates: group.counts.rates(),
        counts: group.counts,
        hours: group.hours,
    }
}

/// Adds schools up by the town that they lie in.
async fn towns(unit: &impl Unit, schools: Vec<Group>) -> Result<Vec<Group>> {
    let ids: Vec<Uuid> = schools.iter().filter_map(|one| one.parent).collect();
    let names = rows::organizations(unit, &ids).await?;
    let mut towns: BTreeMap<(String, Option<Uuid>), Group> = BTreeMap::new();
    for school in schools {
        let town = school.parent.and_then(|id| names.get(&id));
        let code = town.map(|one| one.code.clone()).unwrap_or_default();
        let id = town.map(|one| one.id);
        let sum = towns.remove(&(code.clone(), id)).unwrap_or_else(|| Group {
            id,
            code: code.clone(),
            name: town.map(|one| one.name.clone()).unwrap_or_default(),
            ..nothing()
        });
        towns.insert((code, id), add(sum, &school));
    }
    Ok(towns.into_values().collect())
}
