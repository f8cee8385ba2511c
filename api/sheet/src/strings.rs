//! The table of distinct texts of a workbook, kept as one long text.

use std::borrow::Cow;

use crate::fault::FileFault;
use crate::package::Package;
use crate::xml::{Budget, Node};

#[derive(Debug, Default)]
pub(crate) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    pub fn read(
        package: &mut Package<'_>,
        part: &str,
        budget: &mut Budget,
    ) -> Result<Self, FileFault> {
        let most_bytes = budget.limits().distinct_text_bytes.min(u64::from(u32::MAX));
        let most_texts = budget.limits().distinct_texts;
        let cell_bytes = budget.limits().cell_bytes;
        // Reserved once: growing by doubling would hold the table twice at its largest.
        let expected = package.declared_bytes(part).min(most_bytes);
        let mut strings = Self {
            text: String::with_capacity(usize::try_from(expected).unwrap_or(0)),
            ends: Vec::new(),
        };
        let mut xml = package.xml(part, budget)?;
        let mut phrase = Phrase::default();
        loop {
            match xml.next()? {
                Node::Open(tag) if tag.name() == "si" => phrase.start(),
                Node::Open(tag) => phrase.open(tag.name()),
                Node::Close(tag) if tag.name() == "si" => {
                    let text = phrase.finish();
                    if text.len() > cell_bytes {
                        let limit = u64::try_from(cell_bytes).unwrap_or(u64::MAX);
                        return Err(FileFault::too_large("bytes in one cell", limit));
                    }
                    strings.push(&text, most_bytes, most_texts)?;
                }
                Node::Close(tag) => phrase.close(tag.name()),
                Node::Text(text) => phrase.text(&text, cell_bytes),
                Node::Other => {}
                Node::End => return Ok(strings),
            }
        }
    }

    fn push(&mut self, text: &str, most_bytes: u64, most_texts: u64) -> Result<(), FileFault> {
        self.text.push_str(text);
        let end = u64::try_from(self.text.len()).unwrap_or(u64::MAX);
        if end > most_bytes {
            return Err(FileFault::too_large("bytes of distinct texts", most_bytes));
        }
        self.ends.push(u32::try_from(end).unwrap_or(u32::MAX));
        if u64::try_from(self.ends.len()).unwrap_or(u64::MAX) > most_texts {
            return Err(FileFault::too_large("distinct texts", most_texts));
        }
        Ok(())
    }

    pub fn get(&self, index: usize) -> Option<&str> {
        let end = usize::try_from(*self.ends.get(index)?).ok()?;
        let before = index.checked_sub(1).and_then(|at| self.ends.get(at)).copied().unwrap_or(0);
        self.text.get(usize::try_from(before).ok()?..end)
    }
}

/// The text of a cell or a shared text: its `t` elements, plain or in runs, without the phonetic
/// readings (`rPh`) that East Asian files carry beside them.
#[derive(Debug, Default)]
pub(crate) struct Phrase {
    text: String,
    in_text: bool,
    in_reading: bool,
}

impl Phrase {
    pub fn start(&mut self) {
        self.text.clear();
        self.in_text = false;
        self.in_reading = false;
    }

    pub fn open(&mut self, name: &str) {
        match name {
            "t" => self.in_text = true,
            "rPh" => self.in_reading = true,
            _ => {}
        }
    }

    pub fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "rPh" => self.in_reading = false,
            _ => {}
        }
    }

    /// Takes text up to a little more than `most` bytes, so that the caller sees the excess.
    pub fn text(&mut self, text: &str, most: usize) {
        if self.in_text && !self.in_reading && self.text.len() <= most {
            self.text.push_str(text);
        }
    }

    pub fn finish(&self) -> Cow<'_, str> {
        unescape(&self.text)
    }
}

/// Decodes `_xHHHH_`, the way workbooks write characters that XML cannot hold.
pub(crate) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        match escaped(after) {
            Some((c, tail)) => {
                out.push(c);
                rest = tail;
            }
            None => {
                out.push_str("_x");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character that `HHHH_` at the start of the text stands for, and the text behind it.
pub(crate) fn escaped(text: &str) -> Option<(char, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let tail = rest.strip_prefix('_')?;
    let hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let code = u32::from_str_radix(digits, 16).ok().filter(|_| hexadecimal)?;
    Some((char::from_u32(code)?, tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_become_characters_and_lookalikes_stay() {
        assert_eq!(unescape("a_x000D_b"), "a\rb");
        assert_eq!(unescape("_x005F_x0041_"), "_x0041_");
        assert_eq!(unescape("_x__x00zz__xD800_"), "_x__x00zz__xD800_");
        assert_eq!(unescape("姓_x4E2D_名"), "姓中名");
        assert_eq!(unescape("_x张"), "_x张");
    }
}
