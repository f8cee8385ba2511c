use std::collections::HashMap;

use crate::words::words;

const STAGES: &str = include_str!("../../data/reference/stages.csv");

words! {
    /// The stage of schooling that somebody teaches in (任教学段).
    pub enum StageOfSchooling {
        Kindergarten = "kindergarten",
        Primary = "primary",
        Junior = "junior",
        Senior = "senior",
        Vocational = "vocational",
        Special = "special",
    }
}

impl StageOfSchooling {
    /// The word of official lists.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Kindergarten => "学前",
            Self::Primary => "小学",
            Self::Junior => "初中",
            Self::Senior => "高中",
            Self::Vocational => "中职",
            Self::Special => "特教",
        }
    }
}

words! {
    /// The stage that a course is made for; a general one suits every stage.
    pub enum CourseStage {
        General = "general",
        Kindergarten = "kindergarten",
        Primary = "primary",
        Junior = "junior",
        Senior = "senior",
        Vocational = "vocational",
        Special = "special",
    }
}

impl CourseStage {
    /// The stage that it is made for; `None` for a general course.
    #[must_use]
    pub fn only(self) -> Option<StageOfSchooling> {
        StageOfSchooling::parse(self.as_str())
    }

    /// Whether a teacher of the stage may choose the course.
    #[must_use]
    pub fn suits(self, stage: StageOfSchooling) -> bool {
        self.only().is_none_or(|only| only == stage)
    }

    /// The word of catalogues.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.only().map_or("通用", StageOfSchooling::title)
    }
}

impl From<StageOfSchooling> for CourseStage {
    fn from(stage: StageOfSchooling) -> Self {
        Self::parse(stage.as_str()).unwrap_or(Self::General)
    }
}

/// Every spelling of the list `data/reference/stages.csv`. Stages that it leaves out are not
/// taught by anybody whom the project trains, so rows naming them are refused.
pub(super) fn spellings() -> HashMap<String, StageOfSchooling> {
    let mut spellings = HashMap::new();
    for line in STAGES.lines().skip(1) {
        let mut cells = line.split(',').skip(1);
        let name = cells.next().unwrap_or_default();
        let Some(stage) = StageOfSchooling::ALL.into_iter().find(|s| s.title() == name) else {
            continue;
        };
        let aliases = cells.next().unwrap_or_default().split('|');
        for spelling in aliases.chain([name]).filter(|spelling| !spelling.is_empty()) {
            spellings.insert(spelling.to_owned(), stage);
        }
    }
    spellings
}
