use std::collections::HashMap;

use aws_lc_rs::digest::{Context as Digest, SHA256};
use domain::{columns::ImportKind, differences::Difference, reference::Reference};
use serde::{Deserialize, Serialize};
use store::{
    bulk::groups::{self, Class, Trainee},
    exceptions::{self, Exception},
    imports::{Change, Row},
};
use uuid::Uuid;

use super::{
    board::Progress, catalog, class_members, classes, edits::Renewal, homework, learning,
    online_scores, practice_scores, roster, schools, selections, staff, workshops,
};
use crate::{Result, Unit, Work};

/// What happens to the record behind an accepted row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    Created,
    Updated,
    Unchanged,
    None,
}

impl Effect {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Unchanged => "unchanged",
            Self::None => "none",
        }
    }
}

/// The most characters of what a person recognises a row by.
const LABEL: usize = 100;

/// The verdict on one row of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Verdict {
    pub line: u32,
    pub skipped: bool,
    pub codes: Vec<&'static str>,
    pub warnings: Vec<&'static str>,
    pub effect: Effect,
    /// What a person recognises the row by; never an ID number or phone.
    pub label: String,
    /// Where the record stays as people changed it.
    pub differences: Vec<Difference>,
}

impl Verdict {
    pub fn accepted(line: u32, effect: Effect, label: impl Into<String>) -> Self {
        let label = label.into();
        let (codes, warnings, differences) = (vec![], vec![], vec![]);
        Self { line, skipped: false, codes, warnings, effect, label, differences }
    }

    pub fn rejected(line: u32, code: &'static str, label: impl Into<String>) -> Self {
        Self {
            codes: vec![code],
            effect: Effect::None,
            ..Self::accepted(line, Effect::None, label)
        }
    }

    pub fn skipped(line: u32) -> Self {
        Self { skipped: true, ..Self::accepted(line, Effect::None, "") }
    }

    fn word(&self) -> &'static str {
        match (self.skipped, self.codes.is_empty()) {
            (true, _) => "skipped",
            (false, true) => "ok",
            (false, false) => "rejected",
        }
    }

    pub fn into_row(self) -> Row {
        Row {
            line: i64::from(self.line),
            verdict: self.word().to_owned(),
            codes: self.codes.into_iter().map(str::to_owned).collect(),
            warnings: self.warnings.into_iter().map(str::to_owned).collect(),
            change: self.effect.as_str().to_owned(),
            label: domain::text::clean_line(&self.label).value.chars().take(LABEL).collect(),
            differences: self.differences,
        }
    }
}

/// How many rows of which kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Rows that were judged; skipped ones do not count.
    pub rows: u32,
    pub ok: u32,
    pub rejected: u32,
    pub skipped: u32,
    pub created: u32,
    pub updated: u32,
    pub unchanged: u32,
    /// Accepted rows with a warning.
    pub warned: u32,
    /// Rows of which something stays as somebody changed it by hand.
    #[serde(default)]
    pub held: u32,
}

/// What a commit would write, by kind of import.
pub(super) enum Writes {
    Schools(schools::Writes),
    Roster(roster::Writes),
    Classes(classes::Writes),
    ClassMembers(class_members::Writes),
    Workshops(workshops::Writes),
    Staff(staff::Writes),
    Catalog(catalog::Writes),
    Selections(selections::Writes),
    Learning(learning::Writes),
    OnlineScores(online_scores::Writes),
    PracticeScores(practice_scores::Writes),
    Homework(homework::Writes),
}

/// The verdicts on a file and what a commit would write.
pub(super) struct Plan {
    pub verdicts: Vec<Verdict>,
    pub writes: Writes,
    /// What becomes of changes by hand.
    pub renewals: Vec<Renewal>,
}

impl Plan {
    pub fn new(verdicts: Vec<Verdict>, writes: Writes) -> Self {
        Self { verdicts, writes, renewals: vec![] }
    }

    /// Whether anything of the file gives way to a change by hand.
    pub fn holds_edits(&self) -> bool {
        self.verdicts.iter().any(|one| !one.differences.is_empty())
    }

    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for verdict in &self.verdicts {
            let mut add = |field: fn(&mut Counts) -> &mut u32| {
                let field = field(&mut counts);
                *field = field.saturating_add(1);
            };
            match verdict.word() {
                "skipped" => {
                    add(|counts| &mut counts.skipped);
                    continue;
                }
                "ok" => add(|counts| &mut counts.ok),
                _ => add(|counts| &mut counts.rejected),
            }
            add(|counts| &mut counts.rows);
            match verdict.effect {
                Effect::Created => add(|counts| &mut counts.created),
                Effect::Updated => add(|counts| &mut counts.updated),
                Effect::Unchanged => add(|counts| &mut counts.unchanged),
                Effect::None => {}
            }
            if verdict.codes.is_empty() && !verdict.warnings.is_empty() {
                add(|counts| &mut counts.warned);
            }
            if !verdict.differences.is_empty() {
                add(|counts| &mut counts.held);
            }
        }
        counts
    }

    /// Stands for exactly these verdicts: a commit that would judge otherwise is refused.
    pub fn digest(&self) -> Vec<u8> {
        let mut digest = Digest::new(&SHA256);
        for verdict in &self.verdicts {
            digest.update(&verdict.line.to_be_bytes());
            digest.update(verdict.word().as_bytes());
            digest.update(verdict.effect.as_str().as_bytes());
            digest.update(verdict.codes.join(",").as_bytes());
            for one in &verdict.differences {
                let text = |value: &Option<String>| value.clone().unwrap_or_default();
                let line = format!(";{}={}/{}", one.field, text(&one.current), text(&one.file));
                digest.update(line.as_bytes());
            }
            digest.update(b"\n");
        }
        digest.finish().as_ref().to_vec()
    }
}

/// What every kind of import needs to know.
pub(super) struct Ground {
    pub kind: ImportKind,
    pub project: Uuid,
    pub county: Uuid,
    pub reference: std::sync::Arc<Reference>,
    pub policy: domain::policy::PolicySet,
    /// The schools the caller may fill.
    pub schools: Schools,
    /// The schools that the file is for, where it is not the county's.
    pub own: Option<Vec<Uuid>>,
    /// Whether it may speak of every county of the project.
    pub whole: bool,
    pub progress: std::sync::Arc<Progress>,
    pub aim: Aim,
}

/// What a plan is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// Its verdicts alone: of a large file, what is new need not be held to be written.
    Judging,
    /// To be written; what people changed by hand stays.
    Writing,
    /// To be written, and the file's word counts also where people changed a record by hand.
    Overriding,
}

impl Ground {
    /// Whether a place is among those that the file may speak of.
    pub fn reaches(&self, county: Uuid, school: Uuid) -> bool {
        match &self.own {
            Some(schools) => schools.contains(&school),
            None => self.whole || county == self.county,
        }
    }

    /// Whether any of these schools is among those that the file may speak of.
    pub fn reaches_any(&self, schools: &[Uuid]) -> bool {
        self.own.as_ref().is_none_or(|own| schools.iter().any(|school| own.contains(school)))
    }

    /// The trainees whom the file may speak of, by number; the others do not exist for it.
    pub async fn trainees(&self, unit: &impl Unit) -> Result<HashMap<String, Trainee>> {
        let mut all = groups::load_trainees(unit, self.project).await?;
        all.retain(|_, one| self.reaches(one.county, one.school));
        Ok(all)
    }

    /// The classes that the file may speak of, by code.
    pub async fn classes(&self, unit: &impl Unit) -> Result<HashMap<String, Class>> {
        let mut all = groups::load_classes(unit, self.project).await?;
        all.retain(|_, one| self.reaches_any(&one.schools));
        Ok(all)
    }
}

/// The schools of the county, found by code, name or alias.
#[derive(Debug, Clone, Default)]
pub(super) struct Schools {
    by_code: HashMap<String, Uuid>,
    by_name: HashMap<String, Uuid>,
    names: HashMap<Uuid, String>,
}

impl Schools {
    pub fn new(places: &[store::bulk::schools::Place], only: Option<&[Uuid]>) -> Self {
        let mut schools = Self::default();
        let mine = |id: Uuid| only.is_none_or(|ids| ids.contains(&id));
        for place in places.iter().filter(|place| place.kind == "school" && mine(place.id)) {
            schools.by_code.insert(place.code.clone(), place.id);
            for alias in &place.aliases {
                schools.by_name.entry(alias.clone()).or_insert(place.id);
            }
        }
        for place in places.iter().filter(|place| place.kind == "school" && mine(place.id)) {
            schools.by_name.insert(place.name.clone(), place.id);
            schools.names.insert(place.id, place.name.clone());
        }
        schools
    }

    /// The name of the school with this id.
    pub fn name_of(&self, id: &str) -> Option<String> {
        self.names.get(&id.parse::<Uuid>().ok()?).cloned()
    }

    /// Whether it is one of the schools that the caller may fill.
    pub fn covers(&self, id: Uuid) -> bool {
        self.names.contains_key(&id)
    }

    /// By code first, then by name or alias; both cleaned already.
    pub fn find(&self, name: &str, code: &str) -> Option<Uuid> {
        self.by_code.get(code).or_else(|| self.by_name.get(name)).copied()
    }
}

/// A record that an import made.
pub(super) fn made(table: &'static str, id: impl ToString) -> Change {
    Change { table: table.into(), id: id.to_string(), before: None }
}

/// A record that an import changed, with what it held before.
pub(super) fn altered(table: &'static str, id: impl ToString, before: &impl Serialize) -> Change {
    let before = serde_json::to_string(before).ok();
    Change { table: table.into(), id: id.to_string(), before }
}

/// Lists where a file passed a limit with a reason among the county's exceptions.
pub(super) async fn except(work: &Work<'_>, passed: Vec<Exception>) -> Result<Vec<Change>> {
    let changes = passed.iter().map(|one| made("exceptions", one.id)).collect();
    exceptions::insert(&work.tx, passed).await?;
    Ok(changes)
}
