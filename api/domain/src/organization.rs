//! The tree of organisations (s.17).

use crate::words::words;

words! {
    /// A tier of the tree.
    pub enum OrganizationKind {
        Province = "province",
        City = "city",
        County = "county",
        Town = "town",
        School = "school",
    }
}

impl OrganizationKind {
    /// Whether a place of this kind may lie directly in one of the other; `None` is no place.
    #[must_use]
    pub fn lies_in(self, above: Option<Self>) -> bool {
        match self {
            Self::Province => above.is_none(),
            Self::City => above == Some(Self::Province),
            Self::County => matches!(above, None | Some(Self::City | Self::Province)),
            Self::Town => above == Some(Self::County),
            Self::School => matches!(above, Some(Self::County | Self::Town)),
        }
    }

    /// Whether it is a part of a county.
    #[must_use]
    pub fn is_local(self) -> bool {
        matches!(self, Self::Town | Self::School)
    }
}
