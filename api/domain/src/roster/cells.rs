use chrono::NaiveDate;

use super::RosterRow;
use crate::{
    gender::Gender,
    id_number::{IdFault, IdNumber},
    phone::Phone,
    reference::{Reference, StageOfSchooling},
    text::{self, Cleaned},
};

const LONGEST_NAME: usize = 50;
const LONGEST_TRAINEE_NO: usize = 64;

/// Collects codes and warnings while the cells of one row are read.
#[derive(Default)]
pub(super) struct Cells {
    codes: Vec<&'static str>,
    warnings: Vec<&'static str>,
    changed: bool,
}

impl Cells {
    pub(super) fn verdict(mut self) -> (Vec<&'static str>, Vec<&'static str>) {
        if self.changed {
            self.warnings.insert(0, "normalized");
        }
        (self.codes, self.warnings)
    }

    fn take(&mut self, cleaned: Cleaned) -> String {
        self.changed |= cleaned.changed;
        cleaned.value
    }

    fn refuse<T>(&mut self, code: &'static str) -> Option<T> {
        self.codes.push(code);
        None
    }

    pub(super) fn trainee_no(&mut self, raw: &str) -> Option<String> {
        let value = self.take(text::clean_code(raw));
        if text::has_control(&value) || value.chars().count() > LONGEST_TRAINEE_NO {
            return self.refuse("trainee_no_invalid");
        }
        Some(value).filter(|value| !value.is_empty())
    }

    pub(super) fn name(&mut self, raw: &str) -> Option<String> {
        let value = self.take(text::clean_name(raw));
        if value.is_empty() {
            return self.refuse("name_missing");
        }
        if !is_name(&value) {
            return self.refuse("name_invalid");
        }
        Some(value)
    }

    pub(super) fn id_no(&mut self, row: &RosterRow<'_>, today: NaiveDate) -> Option<IdNumber> {
        let value = self.take(text::clean_code(row.id_no));
        if row.id_no_was_number && !value.is_empty() {
            return self.refuse(IdFault::Format.code());
        }
        match IdNumber::parse(&value, today) {
            Ok(number) => {
                self.changed |= number.as_str() != value;
                Some(number)
            }
            Err(fault) => self.refuse(fault.code()),
        }
    }

    pub(super) fn phone(&mut self, raw: &str) -> Option<Phone> {
        let value = self.take(text::clean_code(raw));
        match Phone::parse(&value) {
            Ok(phone) => {
                self.changed |= phone.as_str() != value;
                Some(phone)
            }
            Err(fault) => self.refuse(fault.code()),
        }
    }

    pub(super) fn school<S>(
        &mut self,
        row: &RosterRow<'_>,
        find: impl FnOnce(&str, &str) -> Option<S>,
    ) -> Option<S> {
        let name = self.take(text::clean(row.school));
        let code = self.take(text::clean_code(row.school_code));
        if name.is_empty() && code.is_empty() {
            return self.refuse("school_missing");
        }
        find(&name, &code).or_else(|| self.refuse("school_unknown"))
    }

    pub(super) fn stage(&mut self, raw: &str, known: &Reference) -> Option<StageOfSchooling> {
        let value = self.take(text::clean(raw));
        if value.is_empty() {
            return self.refuse("stage_missing");
        }
        known.stage(&value).or_else(|| self.refuse("stage_unknown"))
    }

    pub(super) fn subject(&mut self, raw: &str, known: &Reference) -> Option<String> {
        let value = self.take(text::clean(raw));
        if value.is_empty() {
            return self.refuse("subject_missing");
        }
        let code = known.subject(&value).map(|subject| subject.code.clone());
        code.or_else(|| self.refuse("subject_unknown"))
    }

    pub(super) fn gender(&mut self, raw: &str, id_no: Option<&IdNumber>) -> Option<Gender> {
        let value = self.take(text::clean(raw));
        let stated = Gender::of_title(&value);
        let by_number = id_no.map(IdNumber::gender);
        if value.is_empty() {
            self.warnings.push("gender_missing");
        } else if by_number.is_some() && stated != by_number {
            self.warnings.push("gender_mismatch");
        }
        stated.or(by_number)
    }

    pub(super) fn line(&mut self, raw: &str) -> Option<String> {
        Some(self.take(text::clean_line(raw))).filter(|value| !value.is_empty())
    }

    /// Whole years of teaching; anything else is left out with a warning, since nothing but
    /// statistics uses it.
    pub(super) fn years(&mut self, raw: &str) -> Option<i32> {
        let value = self.take(text::clean_code(raw));
        let years = value.parse().ok().filter(|years| (0..=80).contains(years));
        if years.is_none() && !value.is_empty() {
            self.warnings.push("teaching_years_ignored");
        }
        years
    }
}

/// Whether a cleaned text can be somebody's name. Digits and signs count in their full-width
/// forms too: those are the same attack.
#[must_use]
pub fn is_name(name: &str) -> bool {
    let code = text::clean_code(name).value;
    name.chars().count() <= LONGEST_NAME
        && !text::has_control(name)
        && !code.contains(['=', '+', '@', '<', '>', '"', '\''])
        && !code.contains(|c: char| c.is_numeric() && !text::is_cjk(c))
}
