//! Text as people type it: spaces that cannot be seen, full-width digits, dots of many kinds.

use unicode_normalization::UnicodeNormalization as _;

/// A cell's text after cleaning, and whether that differs from what stood in the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cleaned {
    pub value: String,
    pub changed: bool,
}

impl Cleaned {
    fn of(raw: &str, value: String) -> Self {
        Self { changed: value != raw, value }
    }

    /// The value, or nothing where the cell is empty.
    #[must_use]
    pub fn some(self) -> Option<String> {
        Some(self.value).filter(|value| !value.is_empty())
    }
}

/// Without outer spaces (also U+3000 and U+00A0) and without zero-width characters.
#[must_use]
pub fn clean(raw: &str) -> Cleaned {
    Cleaned::of(raw, trimmed(raw))
}

/// [`clean`] for codes, ID numbers, phones and scores: NFKC makes full-width digits plain.
#[must_use]
pub fn clean_code(raw: &str) -> Cleaned {
    let plain: String = trimmed(raw).nfkc().collect();
    Cleaned::of(raw, trimmed(&plain))
}

/// [`clean`] for free text of one line: control characters, which no database column and no
/// spreadsheet takes, become spaces.
#[must_use]
pub fn clean_line(raw: &str) -> Cleaned {
    let plain: String = raw.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    Cleaned::of(raw, trimmed(&plain))
}

/// [`clean`] for a person's name: no spaces between two CJK characters, one kind of inner
/// dot. NFKC would change how somebody writes the own name, so it is not applied.
#[must_use]
pub fn clean_name(raw: &str) -> Cleaned {
    let plain = trimmed(raw);
    let mut value = String::with_capacity(plain.len());
    let mut gap = String::new();
    for c in plain.chars() {
        if c.is_whitespace() && !c.is_control() {
            gap.push(c);
            continue;
        }
        let between_cjk = is_cjk(c) && value.chars().next_back().is_some_and(is_cjk);
        if !between_cjk {
            value.push_str(&gap);
        }
        gap.clear();
        value.push(if is_dot(c) { '·' } else { c });
    }
    Cleaned::of(raw, value)
}

/// Whether any control character is inside, line breaks and tabs included.
#[must_use]
pub fn has_control(text: &str) -> bool {
    text.chars().any(char::is_control)
}

/// Whether a text of several lines holds a control character other than line breaks and tabs.
#[must_use]
pub fn has_control_besides_breaks(text: &str) -> bool {
    text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

fn trimmed(raw: &str) -> String {
    let visible: String = raw.chars().filter(|c| !is_zero_width(*c)).collect();
    visible.trim().to_owned()
}

fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

fn is_dot(c: char) -> bool {
    matches!(c, '•' | '・' | '．' | '‧' | '･' | '●')
}

/// Han characters: the basic block, all extensions, compatibility forms and 〇.
pub(crate) fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFD}')
}

#[cfg(test)]
mod tests;
