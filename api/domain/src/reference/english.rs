use super::{Family, Module, StageOfSchooling};

/// The English name of a subject of the built-in list, by its code.
#[must_use]
pub fn english_subject(code: &str) -> Option<&'static str> {
    Some(match code {
        "YW" => "Chinese",
        "SX" => "Mathematics",
        "YY" => "English",
        "WL" => "Physics",
        "HX" => "Chemistry",
        "SW" => "Biology",
        "ZZ" => "Morality and law",
        "LS" => "History",
        "DL" => "Geography",
        "YL" => "Music",
        "TY" => "Physical education and health",
        "MS" => "Art",
        "XX" => "Information technology",
        "KX" => "Science",
        "ZH" => "Integrated practice",
        _ => return None,
    })
}

impl Family {
    /// The English name of its workshops.
    #[must_use]
    pub fn title_en(self) -> &'static str {
        match self {
            Self::Chinese => "Chinese workshop",
            Self::Math => "Mathematics workshop",
            Self::English => "English workshop",
            Self::Science => "Science workshop",
            Self::Humanities => "Humanities workshop",
            Self::General => "General workshop",
        }
    }
}

impl StageOfSchooling {
    #[must_use]
    pub fn title_en(self) -> &'static str {
        match self {
            Self::Kindergarten => "Kindergarten",
            Self::Primary => "Primary",
            Self::Junior => "Junior secondary",
            Self::Senior => "Senior secondary",
            Self::Vocational => "Vocational",
            Self::Special => "Special needs",
        }
    }
}

impl Module {
    #[must_use]
    pub fn title_en(self) -> &'static str {
        match self.number() {
            1 => "Feel what technology can do",
            2 => "Choose tools and master one",
            3 => "Apply technology and refine one's teaching",
            _ => "Show and review the best work",
        }
    }
}
