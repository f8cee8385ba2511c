use std::collections::{HashMap, HashSet};

use domain::text::{clean, clean_code};
use store::{
    bulk::schools::{self as rows, Place},
    imports::Change,
};

use super::{
    file::{cell, each_row, refusal},
    plan::{Effect, Ground, Plan, Verdict, Writes as AnyWrites, altered, made},
};
use crate::{Result, Unit, Work};

/// Places to be made, and places to be changed with what they were.
#[derive(Default)]
pub(super) struct Writes {
    new: Vec<Place>,
    changed: Vec<(Place, Place)>,
}

struct Judge<'a, U: Unit> {
    unit: &'a U,
    ground: &'a Ground,
    known: HashMap<String, Place>,
    towns: HashMap<String, Place>,
    seen: HashSet<String>,
    writes: Writes,
}

/// One school per row: 学校标识码, 学校名称, 办学类型, 乡镇 (F04). Towns are made as needed.
pub(super) async fn plan<U: Unit>(
    unit: &U,
    ground: &Ground,
    name: &str,
    content: &[u8],
) -> Result<Plan> {
    let (towns, known) =
        rows::load(unit, ground.county).await?.into_iter().partition(|place| place.kind == "town");
    let by_code =
        |places: Vec<Place>| places.into_iter().map(|one| (one.code.clone(), one)).collect();
    let mut judge = Judge {
        unit,
        ground,
        known: by_code(known),
        towns: by_code(towns),
        seen: HashSet::new(),
        writes: Writes::default(),
    };
    let mut verdicts = vec![];
    each_row(ground.kind, content, name, |row| verdicts.push(judge.row(row)))
        .map_err(|fault| refusal(&fault))?;
    Ok(Plan { verdicts, writes: AnyWrites::Schools(judge.writes) })
}

impl<U: Unit> Judge<'_, U> {
    fn row(&mut self, row: &sheet::Row<'_>) -> Verdict {
        let code = clean_code(row.text("code")).value;
        let name = cell(row, "name");
        if code.is_empty() && name.is_empty() {
            return Verdict::skipped(row.line);
        }
        let fault = match (code.is_empty(), name.is_empty()) {
            (true, _) => Some("school_code_missing"),
            (_, true) => Some("school_name_missing"),
            _ if code.chars().count() > 20 => Some("school_code_invalid"),
            _ if name.chars().count() > 100 || domain::text::has_control(&name) => {
                Some("school_name_invalid")
            }
            _ if !self.seen.insert(code.clone()) => Some("duplicate_school_code"),
            _ => None,
        };
        if let Some(fault) = fault {
            return Verdict::rejected(row.line, fault, name);
        }
        let known = self.known.get(&code).cloned();
        let aliases = cell(row, "aliases");
        let place = Place {
            id: known.as_ref().map_or_else(|| self.unit.ctx().new_id(), |known| known.id),
            kind: "school".to_owned(),
            parent: self.town(row),
            county: self.ground.county,
            code,
            name: name.clone(),
            aliases: if aliases.is_empty() {
                known.as_ref().map(|known| known.aliases.clone()).unwrap_or_default()
            } else {
                aliases.split(['|', '、', ';', '；']).map(|one| clean(one).value).collect()
            },
            school_type: Some(cell(row, "type")).filter(|text| !text.is_empty()),
        };
        let effect = match known {
            None => {
                self.writes.new.push(place);
                Effect::Created
            }
            Some(known) if known == place => Effect::Unchanged,
            Some(known) => {
                self.writes.changed.push((place, known));
                Effect::Updated
            }
        };
        Verdict::accepted(row.line, effect, name)
    }

    /// The town of a row, by code or by name; made if it is new.
    fn town(&mut self, row: &sheet::Row<'_>) -> Option<uuid::Uuid> {
        let (name, code) = (cell(row, "town"), clean_code(row.text("town_code")).value);
        if name.is_empty() && code.is_empty() {
            return Some(self.ground.county);
        }
        if let Some(town) = self.towns.get(&code) {
            return Some(town.id);
        }
        if let Some(town) = self.towns.values().find(|town| !name.is_empty() && town.name == name) {
            return Some(town.id);
        }
        let code = if code.is_empty() { format!("{}-{name}", self.ground.county) } else { code };
        let town = Place {
            id: self.unit.ctx().new_id(),
            kind: "town".to_owned(),
            parent: Some(self.ground.county),
            county: self.ground.county,
            code: code.clone(),
            name: if name.is_empty() { code.clone() } else { name },
            aliases: vec![],
            school_type: None,
        };
        let id = town.id;
        self.writes.new.push(town.clone());
        self.towns.insert(code, town);
        Some(id)
    }
}

pub(super) async fn apply(work: &Work<'_>, writes: Writes) -> Result<Vec<Change>> {
    let now = work.ctx().now();
    rows::insert(&work.tx, &writes.new, now).await?;
    let mut changes: Vec<Change> =
        writes.new.iter().map(|place| made("organizations", place.id)).collect();
    for (place, before) in &writes.changed {
        rows::update(&work.tx, place, now).await?;
        changes.push(altered("organizations", place.id, before));
    }
    Ok(changes)
}
