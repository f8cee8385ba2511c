//! The course catalogue's rules: its rows, and whether every subject has enough hours (s.36).

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    access::Rule,
    machine::{By, Edge},
    number::Hundredths,
    reference::{CourseStage, Module, Reference, StageOfSchooling},
    text,
    words::words,
};

mod row;

pub use row::judge_row;

words! {
    /// Whether a course can be chosen.
    pub enum CourseStatus {
        Published = "published",
        /// Taken off the catalogue; whoever had submitted it keeps its hours (s.36).
        Withdrawn = "withdrawn",
    }
}

words! {
    /// What moves a course.
    pub enum CourseAction {
        Withdraw = "withdraw",
    }
}

/// All moves of a course.
pub const EDGES: &[Edge<CourseStatus, CourseAction>] = &[Edge {
    action: CourseAction::Withdraw,
    from: &[CourseStatus::Published],
    to: CourseStatus::Withdrawn,
    by: By::Rule(Rule::S03Sync),
    reason: true,
}];

/// The cells of a row as they stand in the file; absent columns are empty.
#[derive(Debug, Clone, Copy, Default)]
pub struct CatalogRow<'a> {
    pub course_code: &'a str,
    pub title: &'a str,
    pub subject: &'a str,
    pub stage: &'a str,
    pub module: &'a str,
    pub theme_code: &'a str,
    pub theme: &'a str,
    pub ability_point: &'a str,
    pub micro_ability: &'a str,
    pub hours: &'a str,
    pub kind: &'a str,
    pub provider: &'a str,
    pub provider_course_id: &'a str,
}

impl CatalogRow<'_> {
    /// Blank lines, totals and signatures: they name neither a code nor a subject.
    #[must_use]
    pub fn is_skipped(&self) -> bool {
        let empty = |cell: &str| text::clean(cell).value.is_empty();
        empty(self.course_code) && (empty(self.title) || empty(self.subject))
    }
}

/// An accepted course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogEntry {
    pub code: String,
    pub title: String,
    /// Code of the subject.
    pub subject: String,
    pub stage: CourseStage,
    pub module: Module,
    pub theme_code: Option<String>,
    pub ability_point: Option<String>,
    pub micro_ability: Option<String>,
    /// Credit-hours: a multiple of 0.5, at most 100.
    pub hours: Hundredths,
    pub kind: Option<String>,
    pub provider: String,
    pub provider_course_id: Option<String>,
}

/// The verdict on a row: a value when there is no reason code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    pub value: Option<CatalogEntry>,
    pub codes: Vec<&'static str>,
    pub warnings: Vec<&'static str>,
    code: Option<String>,
}

/// The course codes of the rows that were accepted so far.
#[derive(Debug, Clone, Default)]
pub struct SeenInFile(HashSet<String>);

impl SeenInFile {
    /// Rejects a row whose code an earlier accepted row has, and remembers accepted ones.
    pub fn judge(&mut self, judged: &mut Judged) {
        let Some(code) = &judged.code else { return };
        if self.0.contains(code) {
            judged.codes.push("duplicate_course_code");
            judged.value = None;
        } else if judged.codes.is_empty() {
            self.0.insert(code.clone());
        }
    }
}

/// A course as the audit needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer<'a> {
    /// Code of the subject.
    pub subject: &'a str,
    pub stage: CourseStage,
    pub hours: Hundredths,
}

/// The hours a subject offers, and to a teacher of each stage in which it is taught.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SubjectHours {
    pub subject: String,
    pub hours: Hundredths,
    /// Whether the subject has more hours than the policy asks for.
    pub enough: bool,
    pub stages: Vec<StageHours>,
}

/// The hours of a subject that a teacher of one stage can choose from, general ones included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct StageHours {
    pub stage: StageOfSchooling,
    pub hours: Hundredths,
}

/// Sums the catalogue by subject, in the order of the reference lists. A subject passes with
/// *more* than `above` hours (s.36: 大于200学时).
pub fn audit<'a>(
    offers: impl IntoIterator<Item = Offer<'a>>,
    reference: &Reference,
    above: Hundredths,
) -> Vec<SubjectHours> {
    let mut sums: BTreeMap<(&str, CourseStage), Hundredths> = BTreeMap::new();
    for offer in offers {
        let sum = sums.entry((offer.subject, offer.stage)).or_default();
        *sum = sum.plus(offer.hours);
    }
    let total = |code: &str, counts: &dyn Fn(CourseStage) -> bool| -> Hundredths {
        sums.iter()
            .filter(|((subject, stage), _)| *subject == code && counts(*stage))
            .map(|(_, hours)| *hours)
            .sum()
    };
    let line = |subject: &crate::reference::Subject| {
        let hours = total(&subject.code, &|_| true);
        let stages = subject.stages.iter().map(|stage| StageHours {
            stage: *stage,
            hours: total(&subject.code, &|offered| offered.suits(*stage)),
        });
        SubjectHours {
            subject: subject.code.clone(),
            hours,
            enough: hours > above,
            stages: stages.collect(),
        }
    };
    reference.subjects().iter().map(line).collect()
}

#[cfg(test)]
mod tests;
