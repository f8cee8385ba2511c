use super::{CatalogEntry, CatalogRow, Judged};
use crate::{
    number::Hundredths,
    reference::{CourseStage, Module, Reference},
    text::{self, Cleaned},
};

const MOST_HOURS: Hundredths = Hundredths::whole(100);
const HALF_AN_HOUR: i64 = 50;
const LONGEST_CODE: usize = 64;

/// Judges a row by itself; every reason to reject it is collected.
#[must_use]
pub fn judge_row(row: &CatalogRow<'_>, reference: &Reference) -> Judged {
    let mut cells = Cells::default();
    let code = cells.code(row.course_code);
    let title = cells.line(row.title).or_else(|| cells.refuse("title_missing"));
    let subject = cells.subject(row.subject, reference);
    let stage = cells.stage(row.stage, reference);
    let module = cells.module(row.module);
    let hours = cells.hours(row.hours);
    let theme_code = cells.theme(row, reference);
    let [ability_point, micro_ability, kind, provider, provider_course_id] =
        [row.ability_point, row.micro_ability, row.kind, row.provider, row.provider_course_id]
            .map(|text| cells.line(text));
    let value = (|| {
        Some(CatalogEntry {
            code: code.clone()?,
            title: title?,
            subject: subject?,
            stage: stage?,
            module: module?,
            theme_code,
            ability_point,
            micro_ability,
            hours: hours?,
            kind,
            provider: provider.unwrap_or_default(),
            provider_course_id,
        })
    })();
    let value = value.filter(|_| cells.codes.is_empty());
    let warnings = if cells.changed { vec!["normalized"] } else { vec![] };
    Judged { value, codes: cells.codes, warnings, code }
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

    fn refuse<T>(&mut self, code: &'static str) -> Option<T> {
        self.codes.push(code);
        None
    }

    fn line(&mut self, raw: &str) -> Option<String> {
        Some(self.take(text::clean_line(raw))).filter(|value| !value.is_empty())
    }

    fn code(&mut self, raw: &str) -> Option<String> {
        let value = self.take(text::clean_code(raw));
        if value.is_empty() {
            return self.refuse("course_code_missing");
        }
        if text::has_control(&value) || value.chars().count() > LONGEST_CODE {
            return self.refuse("course_code_invalid");
        }
        Some(value)
    }

    fn subject(&mut self, raw: &str, reference: &Reference) -> Option<String> {
        let value = self.take(text::clean(raw));
        let code = reference.subject(&value).map(|subject| subject.code.clone());
        code.or_else(|| self.refuse("subject_unknown"))
    }

    /// An empty stage means a general course.
    fn stage(&mut self, raw: &str, reference: &Reference) -> Option<CourseStage> {
        let value = self.take(text::clean(raw));
        if value.is_empty() || value == CourseStage::General.title() {
            return Some(CourseStage::General);
        }
        reference.stage(&value).map(CourseStage::from).or_else(|| self.refuse("stage_unknown"))
    }

    fn module(&mut self, raw: &str) -> Option<Module> {
        let value = self.take(text::clean_code(raw));
        let module = value.parse().ok().and_then(Module::new);
        module.or_else(|| self.refuse("module_invalid"))
    }

    fn hours(&mut self, raw: &str) -> Option<Hundredths> {
        let value = self.take(text::clean_code(raw));
        Hundredths::decimal(&value)
            .filter(|hours| *hours > Hundredths::ZERO && *hours <= MOST_HOURS)
            .filter(|hours| hours.get().checked_rem(HALF_AN_HOUR) == Some(0))
            .or_else(|| self.refuse("hours_invalid"))
    }

    /// A theme is optional, but one that is named must exist.
    fn theme(&mut self, row: &CatalogRow<'_>, reference: &Reference) -> Option<String> {
        let code = self.take(text::clean_code(row.theme_code));
        let title = self.take(text::clean(row.theme));
        let named = if code.is_empty() { title } else { code };
        if named.is_empty() {
            return None;
        }
        let theme = reference.theme(&named).map(|theme| theme.code.clone());
        theme.or_else(|| self.refuse("theme_unknown"))
    }
}
