use std::collections::{HashMap, HashSet};

use domain::text::clean;
use store::{
    bulk::schools::{self as rows, Place},
    imports::Change,
};

use super::{
    edits::{Edits, Field, Shown},
    file::{cell, code, each_row, is_long, is_note, refusal},
    plan::{Effect, Ground, Plan, Verdict, Writes as AnyWrites, altered, made},
};
use crate::{Result, Unit, Work};

/// Places to be made, and places to be changed with what they were.
#[derive(Default)]
pub(super) struct Writes {
    new: Vec<Place>,
    /// The row in the file, the place as it will be and as it was.
    changed: Vec<(u32, Place, Place)>,
}

/// The most characters of texts that nothing is recognised by.
const TEXTS: [(&str, usize); 4] =
    [("town", 100), ("town_code", 50), ("type", 100), ("aliases", 1_000)];

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
    let mut verdicts: Vec<Verdict> = vec![];
    each_row(ground.kind, &ground.progress, content, name, |row| verdicts.push(judge.row(row)))
        .map_err(|fault| refusal(&fault))?;
    let mut writes = judge.writes;
    let ids = writes.changed.iter().map(|(_, place, _)| place.id);
    let mut edits = Edits::load(unit, "organizations", ids, ground.aim).await?;
    writes.changed.retain_mut(|(line, place, before)| {
        let at = verdicts.binary_search_by_key(line, |one| one.line).ok();
        let Some(verdict) = at.and_then(|at| verdicts.get_mut(at)) else { return true };
        edits.hold(FIELDS, before.id, place, before, verdict);
        if place == before {
            verdict.effect = Effect::Unchanged;
        }
        place != before
    });
    Ok(Plan { renewals: edits.renewals, ..Plan::new(verdicts, AnyWrites::Schools(writes)) })
}

/// What both files and people write of a school.
const FIELDS: &[Field<Place>] = &[
    Field {
        name: "name",
        text: |place| Some(place.name.clone()),
        shown: Shown::Text,
        keep: |place, before| place.name.clone_from(&before.name),
    },
    Field {
        name: "aliases",
        text: |place| Some(place.aliases.join("|")),
        shown: Shown::Text,
        keep: |place, before| place.aliases.clone_from(&before.aliases),
    },
    Field {
        name: "school_type",
        text: |place| place.school_type.clone(),
        shown: Shown::Text,
        keep: |place, before| place.school_type.clone_from(&before.school_type),
    },
];

impl<U: Unit> Judge<'_, U> {
    fn row(&mut self, row: &sheet::Row<'_>) -> Verdict {
        let code = code(row, "code");
        let name = cell(row, "name");
        if code.is_empty() && name.is_empty() || is_note(row) {
            return Verdict::skipped(row.line);
        }
        let fault = match (code.is_empty(), name.is_empty()) {
            (true, _) => Some("school_code_missing"),
            (_, true) => Some("school_name_missing"),
            _ if code.chars().count() > 20 => Some("school_code_invalid"),
            _ if name.chars().count() > 100 => Some("school_name_invalid"),
            _ if is_long(&TEXTS.map(|(key, most)| (row.text(key), most))) => Some("text_too_long"),
            _ if !self.seen.insert(code.clone()) => Some("duplicate_school_code"),
            _ => None,
        };
        if let Some(fault) = fault {
            return Verdict::rejected(row.line, fault, name);
        }
        let known = self.known.get(&code).cloned();
        let own = |place: &Place| self.ground.reaches(place.county, place.id);
        if self.ground.own.is_some() && !known.as_ref().is_some_and(own) {
            return Verdict::rejected(row.line, "school_unknown", name);
        }
        let aliases = cell(row, "aliases");
        let kept = |key: &str| known.as_ref().filter(|_| !row.has(key));
        // Where a school lies is the county's business.
        let moved = row.has("town") || row.has("town_code");
        let in_town = moved && self.ground.own.is_none();
        let place = Place {
            id: known.as_ref().map_or_else(|| self.unit.ctx().new_id(), |known| known.id),
            kind: "school".to_owned(),
            parent: match known.as_ref().filter(|_| !in_town) {
                Some(known) => known.parent,
                None => self.town(row),
            },
            county: self.ground.county,
            code,
            name: name.clone(),
            aliases: if aliases.is_empty() {
                known.as_ref().map(|known| known.aliases.clone()).unwrap_or_default()
            } else {
                aliases.split(['|', '、', ';', '；']).map(|one| clean(one).value).collect()
            },
            school_type: match kept("type") {
                Some(known) => known.school_type.clone(),
                None => Some(cell(row, "type")).filter(|text| !text.is_empty()),
            },
        };
        let effect = match known {
            None => {
                self.writes.new.push(place);
                Effect::Created
            }
            Some(known) if known == place => Effect::Unchanged,
            Some(known) => {
                self.writes.changed.push((row.line, place, known));
                Effect::Updated
            }
        };
        Verdict::accepted(row.line, effect, name)
    }

    /// The town of a row, by code or by name; made if it is new.
    fn town(&mut self, row: &sheet::Row<'_>) -> Option<uuid::Uuid> {
        let (name, code) = (cell(row, "town"), code(row, "town_code"));
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
        if let Some(town) = self.towns.get(&code) {
            return Some(town.id);
        }
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
    for (_, place, before) in &writes.changed {
        rows::update(&work.tx, place, now).await?;
        changes.push(altered("organizations", place.id, before));
    }
    Ok(changes)
}
