//! Which columns an import reads, and under which titles real files carry them.

use crate::words::words;

mod tables;

/// A column of an import file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The name by which a row's cell is asked for.
    pub key: &'static str,
    /// The official title first, then the synonyms met in real files.
    pub titles: &'static [&'static str],
    /// A header row is recognised by its required columns.
    pub required: bool,
    /// Digits that are no number (ID, phone, codes): templates type the column as text.
    pub as_text: bool,
}

impl Column {
    /// The title that templates carry.
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.titles.first().copied().unwrap_or(self.key)
    }

    #[must_use]
    pub fn synonyms(&self) -> &'static [&'static str] {
        self.titles.get(1..).unwrap_or_default()
    }
}

words! {
    /// What an import brings in.
    pub enum ImportKind {
        Schools = "schools",
        Roster = "roster",
        Classes = "classes",
        ClassMembers = "class_members",
        Workshops = "workshops",
        Staff = "staff",
        Catalog = "catalog",
        Selections = "selections",
        OnlineProgress = "online_progress",
        OnlineScores = "online_scores",
        PracticeScores = "practice_scores",
        Homework = "homework",
    }
}

/// The words that lines below a list begin with: totals, signatures, remarks.
const CLOSING: [&str; 14] = [
    "合计",
    "总计",
    "小计",
    "共计",
    "总数",
    "填表",
    "制表",
    "审核",
    "负责人",
    "单位盖章",
    "备注：",
    "备注:",
    "说明",
    "注：",
];

/// Whether a line that begins with this text stands below a list and is no part of it.
#[must_use]
pub fn is_closing_word(text: &str) -> bool {
    CLOSING.iter().any(|word| text.starts_with(word))
}

impl ImportKind {
    /// The columns of its tables; none for the kinds that come as one JSON value per line.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Schools => tables::SCHOOLS,
            Self::Roster => tables::ROSTER,
            Self::Classes => tables::CLASSES,
            Self::ClassMembers => tables::CLASS_MEMBERS,
            Self::Workshops => tables::WORKSHOPS,
            Self::Staff => tables::STAFF,
            Self::Catalog => tables::CATALOG,
            Self::Selections => tables::SELECTIONS,
            Self::OnlineScores => tables::ONLINE_SCORES,
            Self::PracticeScores => tables::PRACTICE_SCORES,
            Self::OnlineProgress | Self::Homework => &[],
        }
    }

    /// Whether a file would change so many of the records it names that it may be the wrong
    /// one: more than twenty, and more than three in ten. Scores are expected to change.
    #[must_use]
    pub fn is_suspicious(self, updated: u32, unchanged: u32) -> bool {
        let lists = matches!(
            self,
            Self::Schools | Self::Roster | Self::Classes | Self::Staff | Self::Catalog
        );
        let (changes, named) =
            (u64::from(updated), u64::from(updated).saturating_add(u64::from(unchanged)));
        lists && changes > 20 && changes.saturating_mul(10) > named.saturating_mul(3)
    }

    /// Whether the file is one JSON value per line instead of a table.
    #[must_use]
    pub fn is_json_lines(self) -> bool {
        self.columns().is_empty()
    }
}

#[cfg(test)]
mod tests;
