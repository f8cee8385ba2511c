//! The roster's rules: which rows of teachers become trainees (s.19).

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::{
    gender::Gender, id_number::IdNumber, phone::Phone, reference::Reference,
    reference::StageOfSchooling,
};

mod cells;

use cells::Cells;
pub use cells::is_name;

/// The cells of a row as they stand in the file; absent columns are empty.
#[derive(Debug, Clone, Copy, Default)]
pub struct RosterRow<'a> {
    pub trainee_no: &'a str,
    pub name: &'a str,
    pub gender: &'a str,
    pub id_no: &'a str,
    /// A spreadsheet keeps 15 digits of a number, so an ID number typed as one is damaged.
    pub id_no_was_number: bool,
    pub phone: &'a str,
    pub school: &'a str,
    pub school_code: &'a str,
    /// Only cleaned: the town is where the school lies.
    pub town: &'a str,
    pub stage: &'a str,
    pub subject: &'a str,
    pub duty: &'a str,
    pub job_title: &'a str,
    pub teaching_years: &'a str,
    pub education: &'a str,
    pub note: &'a str,
}

impl RosterRow<'_> {
    /// Totals, signatures and blank lines: nothing says who is meant.
    #[must_use]
    pub fn is_skipped(&self) -> bool {
        [self.name, self.id_no, self.trainee_no]
            .iter()
            .all(|cell| crate::text::clean(cell).value.is_empty())
    }
}

/// An accepted row. `S` is whatever the caller's school look-up returns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterEntry<S> {
    pub trainee_no: Option<String>,
    pub name: String,
    /// As stated; by the ID number where the roster says nothing.
    pub gender: Gender,
    pub id_no: IdNumber,
    pub phone: Phone,
    pub school: S,
    pub stage: StageOfSchooling,
    /// Code of the subject.
    pub subject: String,
    pub duty: Option<String>,
    pub job_title: Option<String>,
    pub teaching_years: Option<i32>,
    pub education: Option<String>,
    pub note: Option<String>,
}

/// The verdict on a row: a value when there is no reason code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged<S> {
    pub value: Option<RosterEntry<S>>,
    /// Every reason to reject the row.
    pub codes: Vec<&'static str>,
    pub warnings: Vec<&'static str>,
    id_no: Option<IdNumber>,
    phone: Option<Phone>,
    trainee_no: Option<String>,
}

/// Judges a row by itself. `school` finds a school by (name, code), both already cleaned;
/// either may be empty.
pub fn judge_row<S>(
    row: &RosterRow<'_>,
    today: NaiveDate,
    reference: &Reference,
    school: impl FnOnce(&str, &str) -> Option<S>,
) -> Judged<S> {
    let mut cells = Cells::default();
    let trainee_no = cells.trainee_no(row.trainee_no);
    let name = cells.name(row.name);
    let id_no = cells.id_no(row, today);
    let phone = cells.phone(row.phone);
    let school = cells.school(row, school);
    let _ = cells.line(row.town);
    let stage = cells.stage(row.stage, reference);
    let subject = cells.subject(row.subject, reference);
    let gender = cells.gender(row.gender, id_no.as_ref());
    let [duty, job_title, education, note] =
        [row.duty, row.job_title, row.education, row.note].map(|text| cells.line(text));
    let teaching_years = cells.years(row.teaching_years);

    let value = (|| {
        Some(RosterEntry {
            trainee_no: trainee_no.clone(),
            name: name?,
            gender: gender?,
            id_no: id_no.clone()?,
            phone: phone.clone()?,
            school: school?,
            stage: stage?,
            subject: subject?,
            duty,
            job_title,
            teaching_years,
            education,
            note,
        })
    })();
    let (codes, warnings) = cells.verdict();
    let value = value.filter(|_| codes.is_empty());
    Judged { value, codes, warnings, id_no, phone, trainee_no }
}

/// What the accepted rows of a file have used up so far.
#[derive(Debug, Clone, Default)]
pub struct SeenInFile {
    id_numbers: HashSet<String>,
    phones: HashSet<String>,
    trainee_numbers: HashSet<String>,
}

impl SeenInFile {
    /// Rejects a row that repeats a value of an earlier accepted row, and remembers the values
    /// of a row that is accepted itself.
    pub fn judge<S>(&mut self, judged: &mut Judged<S>) {
        let id_no = judged.id_no.as_ref().map(|id_no| id_no.as_str().to_owned());
        let phone = judged.phone.as_ref().map(|phone| phone.as_str().to_owned());
        let fields = [
            (&mut self.id_numbers, id_no, "duplicate_id_no"),
            (&mut self.phones, phone, "duplicate_phone"),
            (&mut self.trainee_numbers, judged.trainee_no.clone(), "duplicate_trainee_no"),
        ];
        for (seen, value, code) in &fields {
            if value.as_ref().is_some_and(|value| seen.contains(value)) {
                judged.codes.push(code);
            }
        }
        if !judged.codes.is_empty() {
            judged.value = None;
            return;
        }
        for (seen, value, _) in fields {
            seen.extend(value);
        }
    }
}

#[cfg(test)]
mod tests;
