//! The gender a roster states.

use crate::words::words;

words! {
    /// Gender as in official lists (性别).
    pub enum Gender {
        Male = "male",
        Female = "female",
    }
}

impl Gender {
    /// The word of official lists.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Male => "男",
            Self::Female => "女",
        }
    }

    /// Reads what a list says: 男, 女, 男性, 女性.
    #[must_use]
    pub fn of_title(text: &str) -> Option<Self> {
        match text {
            "男" | "男性" => Some(Self::Male),
            "女" | "女性" => Some(Self::Female),
            _ => None,
        }
    }
}
