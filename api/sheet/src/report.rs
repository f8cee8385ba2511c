//! What is written, whichever format it is written in.

use std::borrow::Cow;
use std::fmt;

use chrono::{DateTime, Utc};

/// A list to be written: a title above, a header, rows, notes below.
#[derive(Debug, Clone)]
pub struct Report<R> {
    /// The name of the sheet: at most 31 characters, none of `[]:*?/\`.
    pub sheet: String,
    pub title: Option<String>,
    pub columns: Vec<Column>,
    pub rows: R,
    /// Lines below the table: what it was drawn from, when and by whom.
    pub notes: Vec<String>,
    /// Stands in the workbook's properties; the same report gives the same bytes.
    pub made_at: DateTime<Utc>,
}

#[derive(Debug, Clone)]
pub struct Column {
    pub title: String,
    pub kind: Kind,
    /// Characters of an ordinary font.
    pub width: u16,
}

impl Column {
    pub fn text(title: impl Into<String>, width: u16) -> Self {
        Self { title: title.into(), kind: Kind::Text, width }
    }

    pub fn number(title: impl Into<String>, width: u16) -> Self {
        Self { title: title.into(), kind: Kind::Number, width }
    }
}

/// Whether a spreadsheet program may take what is typed into the column for a number. ID numbers,
/// phones and codes are texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Number,
}

/// The value of one cell. Numbers stay numbers, also negative ones; text never becomes a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Empty,
    Text(String),
    Int(i64),
    /// A score or credit hours: hundredths of a unit.
    Hundredths(i64),
    /// A rate: hundredths of a percent, which a workbook shows with its sign.
    Percent(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// A report that does not fit the format: a text of more than 32,767 characters, more rows or
/// columns than a sheet has, a sheet name that is not allowed. Nothing is ever cut to fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteFault(pub String);

impl fmt::Display for WriteFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the workbook cannot be written: {}", self.0)
    }
}

impl std::error::Error for WriteFault {}

/// Text without what neither format can hold: control characters other than TAB, CR and LF, and
/// the two code points that are no characters. They show up as U+FFFD, so that nobody misses them.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    let bad = |c: char| match c {
        '\t' | '\r' | '\n' => false,
        '\u{FFFE}' | '\u{FFFF}' => true,
        c => c < ' ',
    };
    if text.contains(bad) { Cow::Owned(text.replace(bad, "\u{FFFD}")) } else { Cow::Borrowed(text) }
}

/// Hundredths as decimal text without needless zeros: `7750` is `77.5`.
pub(crate) fn hundredths(value: i64) -> String {
    let (whole, rest) = (value.unsigned_abs() / 100, value.unsigned_abs() % 100);
    let sign = if value < 0 { "-" } else { "" };
    match rest {
        0 => format!("{sign}{whole}"),
        rest if rest % 10 == 0 => format!("{sign}{whole}.{}", rest / 10),
        rest => format!("{sign}{whole}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundredths_lose_nothing_and_gain_nothing() {
        for (value, text) in [
            (0, "0"),
            (7750, "77.5"),
            (7705, "77.05"),
            (10_000, "100"),
            (-5, "-0.05"),
            (-120, "-1.2"),
        ] {
            assert_eq!(hundredths(value), text);
        }
        assert_eq!(hundredths(i64::MIN), "-92233720368547758.08");
    }
}
