use crate::{reference::StageOfSchooling, words::words};

const SUBJECTS: &str = include_str!("../../data/reference/subjects.csv");
const THEMES: &str = include_str!("../../data/reference/course-themes.csv");

words! {
    /// The family of subjects that shares a workshop (s.60).
    pub enum Family {
        Chinese = "chinese",
        Math = "math",
        English = "english",
        Science = "science",
        Humanities = "humanities",
        General = "general",
    }
}

impl Family {
    /// The name its workshops carry.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Chinese => "语文坊",
            Self::Math => "数学坊",
            Self::English => "英语坊",
            Self::Science => "理科坊",
            Self::Humanities => "文科坊",
            Self::General => "综合坊",
        }
    }
}

/// Titles of the four progressive modules (s.33–35), the first at index 0.
pub const MODULE_TITLES: [&str; 4] = [
    "感受技术魅力，提升综合素养",
    "选择技术工具，习得一技之长",
    "深化技术应用，研磨教学妙招",
    "展评精品成果，助力专业发展",
];

/// One of the four modules, by its number 1–4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Module(u8);

impl Module {
    pub const ALL: [Self; 4] = [Self(1), Self(2), Self(3), Self(4)];

    /// The module of a number, if that is 1–4.
    #[must_use]
    pub fn new(number: i32) -> Option<Self> {
        Self::ALL.into_iter().find(|module| i32::from(module.0) == number)
    }

    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }

    #[must_use]
    pub fn title(self) -> &'static str {
        MODULE_TITLES.get(usize::from(self.0).saturating_sub(1)).copied().unwrap_or_default()
    }
}

/// A school subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    pub code: String,
    pub name: String,
    pub family: Family,
    pub aliases: Vec<String>,
    pub stages: Vec<StageOfSchooling>,
}

/// A theme of the national course standard, T1–T27.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    pub code: String,
    pub name: String,
    /// `I`, `II` or `III`: the series of the standard (s.32).
    pub series: String,
    pub kind: String,
    pub module: Module,
}

pub(super) fn builtin_subjects() -> Vec<Subject> {
    let subject = |line: &str| {
        let mut cells = line.split(',');
        let mut cell = || cells.next().unwrap_or_default().to_owned();
        let (code, name, family, aliases, stages) = (cell(), cell(), cell(), cell(), cell());
        Some(Subject {
            code,
            name,
            family: Family::parse(&family)?,
            aliases: parts(&aliases).map(ToOwned::to_owned).collect(),
            stages: StageOfSchooling::ALL
                .into_iter()
                .filter(|stage| parts(&stages).any(|title| title == stage.title()))
                .collect(),
        })
    };
    SUBJECTS.lines().skip(1).filter_map(subject).collect()
}

pub(super) fn builtin_themes() -> Vec<Theme> {
    let theme = |line: &str| {
        let mut cells = line.split(',');
        let mut cell = || cells.next().unwrap_or_default().to_owned();
        let (code, name, series, kind, module) = (cell(), cell(), cell(), cell(), cell());
        Some(Theme { code, name, series, kind, module: Module::new(module.parse().ok()?)? })
    };
    THEMES.lines().skip(1).filter_map(theme).collect()
}

fn parts(list: &str) -> impl Iterator<Item = &str> {
    list.split('|').filter(|part| !part.is_empty())
}
