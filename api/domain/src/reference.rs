//! Subjects, stages of schooling, modules, themes and workshop families: the fixed lists that
//! rows are judged against.

use std::collections::HashMap;

mod english;
mod lists;
mod stage;

pub use english::english_subject;
pub use lists::{Family, MODULE_TITLES, Module, Subject, Theme};
pub use stage::{CourseStage, StageOfSchooling};

/// The lists of one installation, with look-up by name or alias.
#[derive(Debug, Clone, Default)]
pub struct Reference {
    subjects: Vec<Subject>,
    themes: Vec<Theme>,
    stages: HashMap<String, StageOfSchooling>,
    by_name: HashMap<String, usize>,
}

impl Reference {
    /// Lists with the project's own subjects and themes and the stages taught in a county.
    #[must_use]
    pub fn new(subjects: Vec<Subject>, themes: Vec<Theme>) -> Self {
        let mut by_name = HashMap::new();
        for (at, subject) in subjects.iter().enumerate() {
            let names = [&subject.code, &subject.name].into_iter().chain(&subject.aliases);
            for name in names {
                by_name.entry(name.clone()).or_insert(at);
            }
        }
        Self { subjects, themes, stages: stage::spellings(), by_name }
    }

    /// The lists that come with the program.
    #[must_use]
    pub fn builtin() -> Self {
        Self::new(lists::builtin_subjects(), lists::builtin_themes())
    }

    #[must_use]
    pub fn subjects(&self) -> &[Subject] {
        &self.subjects
    }

    #[must_use]
    pub fn themes(&self) -> &[Theme] {
        &self.themes
    }

    /// A subject by its name, one of its aliases or its code.
    #[must_use]
    pub fn subject(&self, name: &str) -> Option<&Subject> {
        self.by_name.get(name).and_then(|at| self.subjects.get(*at))
    }

    /// A stage that rosters use, by its name or an alias (小学, 初级中学 …).
    #[must_use]
    pub fn stage(&self, name: &str) -> Option<StageOfSchooling> {
        self.stages.get(name).copied()
    }

    /// A theme by its code or its whole title.
    #[must_use]
    pub fn theme(&self, name: &str) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.code == name || theme.name == name)
    }

    /// The family that a subject's teachers form workshops in (s.60).
    #[must_use]
    pub fn family_of(&self, subject_code: &str) -> Option<Family> {
        self.subjects.iter().find(|subject| subject.code == subject_code).map(|s| s.family)
    }
}

#[cfg(test)]
mod tests;
