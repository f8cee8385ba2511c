//! Where a file and a record differ: what people changed by hand survives the next file.

use serde::{Deserialize, Serialize};

/// A field in which a row of a file says something else than the record, because somebody
/// changed the record by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    pub field: String,
    /// What the record holds; nothing where it may not be shown.
    pub current: Option<String>,
    /// What the file says; nothing where it may not be shown.
    pub file: Option<String>,
    /// Whether the file says something new: it differs from what the last file said as well.
    pub new: bool,
}

/// What becomes of one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// File and record agree.
    Same,
    /// Nobody changed it by hand: the file's word counts.
    Take,
    /// The file repeats what it said before the change by hand.
    Keep,
    /// The file says something new about a field that was changed by hand: a person decides,
    /// and until then the record stays.
    Differ,
}

/// Decides on a field. `edited` is what the last file said, where somebody changed the field by
/// hand since.
#[must_use]
pub fn decide(current: Option<&str>, file: Option<&str>, edited: Option<Option<&str>>) -> Decision {
    match edited {
        _ if current == file => Decision::Same,
        None => Decision::Take,
        Some(imported) if imported == file => Decision::Keep,
        Some(_) => Decision::Differ,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_by_hand_outlives_the_same_file_and_a_new_word_is_a_difference() {
        let cases = [
            (("语文", "语文", None), Decision::Same),
            (("语文", "数学", None), Decision::Take),
            (("语文", "数学", Some(Some("数学"))), Decision::Keep),
            (("语文", "英语", Some(Some("数学"))), Decision::Differ),
            (("语文", "语文", Some(Some("数学"))), Decision::Same),
            (("语文", "英语", Some(None)), Decision::Differ),
        ];
        for ((current, file, edited), expected) in cases {
            assert_eq!(decide(Some(current), Some(file), edited), expected, "{current} {file}");
        }
        assert_eq!(decide(Some("x"), None, Some(None)), Decision::Keep);
        assert_eq!(decide(None, None, None), Decision::Same);
    }
}
