use std::collections::HashSet;

use super::{Absence, SchoolEntry, settle_school};
use crate::{
    number::{Hundredths, plain_number},
    policy::PracticePolicy,
    text::{self, Cleaned},
};

/// The cells of a row as they stand in the file; absent columns are empty.
#[derive(Debug, Clone, Copy, Default)]
pub struct PracticeRow<'a> {
    pub trainee_no: &'a str,
    pub name: &'a str,
    pub completion: &'a str,
    pub effect: &'a str,
    pub school_score: &'a str,
    pub county_score: &'a str,
    pub absence: &'a str,
    pub adjust_reason: &'a str,
    pub note: &'a str,
}

impl PracticeRow<'_> {
    /// Totals, signatures and blank lines: nothing says who is meant.
    #[must_use]
    pub fn is_skipped(&self) -> bool {
        [self.name, self.trainee_no].iter().all(|cell| text::clean(cell).value.is_empty())
    }
}

/// An accepted row. `T` is whatever the caller's look-up says of a trainee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeEntry<T> {
    pub trainee: T,
    pub school: super::SchoolMark,
    pub county_score: Option<Hundredths>,
    pub adjust_reason: Option<String>,
    pub note: Option<String>,
}

/// The verdict on a row: a value when there is no reason code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged<T> {
    pub value: Option<PracticeEntry<T>>,
    pub codes: Vec<&'static str>,
    pub warnings: Vec<&'static str>,
    trainee_no: String,
}

/// The trainee numbers of the rows that were accepted so far.
#[derive(Debug, Clone, Default)]
pub struct SeenInFile(HashSet<String>);

impl SeenInFile {
    /// Rejects a row whose trainee an earlier accepted row has, and remembers accepted ones.
    pub fn judge<T>(&mut self, judged: &mut Judged<T>) {
        if self.0.contains(&judged.trainee_no) {
            judged.codes.push("duplicate_trainee");
            judged.value = None;
        } else if judged.codes.is_empty() {
            self.0.insert(judged.trainee_no.clone());
        }
    }
}

/// Judges a row by itself. `trainee` finds a trainee and the registered name by number. An
/// import may bring a county's mark that differs from the school's without a reason: the
/// decision was made on paper; the row is warned of with `adjusted_without_reason`.
pub fn judge_row<T>(
    row: &PracticeRow<'_>,
    policy: &PracticePolicy,
    trainee: impl FnOnce(&str) -> Option<(T, String)>,
) -> Judged<T> {
    let mut cells = Cells::default();
    let trainee_no = cells.take(text::clean_code(row.trainee_no));
    let name = cells.take(text::clean_name(row.name));
    let found = trainee(&trainee_no);
    match &found {
        None => cells.refuse("trainee_unknown"),
        Some((_, known)) if !name.is_empty() && text::clean_name(known).value != name => {
            cells.refuse("name_mismatch");
        }
        Some(_) => (),
    }
    let [completion, effect, school_score, county_score] =
        [row.completion, row.effect, row.school_score, row.county_score]
            .map(|raw| cells.score(raw));
    let absence = cells.absence(row.absence);
    let entry = SchoolEntry { completion, effect, school_score, absence };
    let school = settle_school(&entry, policy).unwrap_or_else(|refusal| {
        for code in refusal.faults.iter().filter_map(|fault| code_of(&fault.code)) {
            cells.refuse(code);
        }
        super::SchoolMark::default()
    });
    let adjust_reason = cells.line(row.adjust_reason);
    let note = cells.line(row.note);
    let differs = county_score.is_some() && county_score != school.school_score;
    let mut warnings = if cells.changed { vec!["normalized"] } else { vec![] };
    if differs && adjust_reason.is_none() && note.is_none() {
        warnings.push("adjusted_without_reason");
    }
    let value = found.filter(|_| cells.codes.is_empty()).map(|(trainee, _)| PracticeEntry {
        trainee,
        school,
        county_score,
        adjust_reason,
        note,
    });
    Judged { value, codes: cells.codes, warnings, trainee_no }
}

/// The reason codes of a row that come from the rules of an entry.
fn code_of(code: &str) -> Option<&'static str> {
    ["score_out_of_range", "criterion_missing", "sum_differs", "absence_with_score"]
        .into_iter()
        .find(|known| *known == code)
}

#[derive(Default)]
struct Cells {
    codes: Vec<&'static str>,
    changed: bool,
}

impl Cells {
    fn take(&mut self, cleaned: Cleaned) -> String {
        self.changed |= cleaned.changed;
        cleaned.value
    }

    /// Each code once, however many cells have it.
    fn refuse(&mut self, code: &'static str) {
        if !self.codes.contains(&code) {
            self.codes.push(code);
        }
    }

    fn line(&mut self, raw: &str) -> Option<String> {
        Some(self.take(text::clean_line(raw))).filter(|value| !value.is_empty())
    }

    fn absence(&mut self, raw: &str) -> Option<Absence> {
        let value = self.line(raw)?;
        let absence = Absence::of_title(&value);
        if absence.is_none() {
            self.refuse("absence_unknown");
        }
        absence
    }

    /// Empty means not scored. A number outside 0–100 or with more than two decimals is out of
    /// range; anything else is not numeric.
    fn score(&mut self, raw: &str) -> Option<Hundredths> {
        let value = self.take(text::clean_code(raw));
        if value.is_empty() {
            return None;
        }
        if plain_number(&value).is_none() {
            self.refuse("score_not_numeric");
            return None;
        }
        let score = Hundredths::decimal(&value);
        let score = score.filter(|score| (0..=10_000).contains(&score.get()));
        if score.is_none() {
            self.refuse("score_out_of_range");
        }
        score
    }
}
