//! Files of one JSON value a line.

use std::borrow::Cow;

use domain::{Kind, Refusal};

/// The most lines that a file may have.
const LINES: usize = 200_000;

/// A line by its number.
type Line<'a> = (u32, Option<Cow<'a, str>>);

/// The lines of a file by number. A line that is no text in UTF-8 is handed on as `None`: it is
/// one bad row and does not spoil the others.
///
/// # Errors
/// `file_too_large`, `no_rows`, or `unsupported_format` where the file is no text at all.
pub(super) fn lines(content: &[u8]) -> Result<Vec<Line<'_>>, Refusal> {
    let content = content.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(content);
    let refuse = |code, detail: &str| Refusal::rule(Kind::ImportRejected, code, detail);
    let archive = content.starts_with(b"PK") || content.starts_with(b"\xD0\xCF\x11\xE0");
    if archive || content.contains(&0) {
        let detail =
            "The file has to be text in UTF-8, one JSON value a line; nothing was changed.";
        return Err(Refusal::rule(Kind::UnsupportedFileType, "unsupported_format", detail));
    }
    if content.trim_ascii().is_empty() {
        return Err(refuse("no_rows", "The file has no lines; nothing was changed."));
    }
    let content = content.strip_suffix(b"\n").unwrap_or(content);
    if content.iter().filter(|byte| **byte == b'\n').count() >= LINES {
        let detail = "The file has more lines than the limit of 200000; nothing was changed.";
        return Err(Refusal::rule(Kind::ContentTooLarge, "file_too_large", detail));
    }
    let line = |bytes| {
        let text = std::str::from_utf8(bytes).ok()?;
        Some(Cow::Borrowed(text.trim_matches(['\u{feff}', '\r'])))
    };
    Ok((1_u32..).zip(content.split(|byte| *byte == b'\n').map(line)).collect())
}

#[cfg(test)]
mod tests {
    use super::lines;

    fn texts(content: &[u8]) -> Vec<Option<String>> {
        let lines = lines(content).unwrap().into_iter();
        lines.map(|(_, line)| line.map(std::borrow::Cow::into_owned)).collect()
    }

    #[test]
    fn every_line_ending_counts_and_a_broken_line_spoils_no_other() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(texts(b"\xEF\xBB\xBF{}\r\n\n[]"), [some("{}"), some(""), some("[]")]);
        assert_eq!(texts(b"a\n\xFF\nb\n"), [some("a"), None, some("b")]);
    }

    #[test]
    fn what_is_no_text_is_refused_whole() {
        for (content, code) in [
            (b"PK\x03\x04".as_slice(), "unsupported_format"),
            (b"{\0}", "unsupported_format"),
            (b" \n\n", "no_rows"),
        ] {
            assert_eq!(lines(content).unwrap_err().rule_code(), Some(code));
        }
        let many = "\n".repeat(200_000) + "{}";
        assert_eq!(lines(many.as_bytes()).unwrap_err().rule_code(), Some("file_too_large"));
        assert!(lines(("{}\n".repeat(200_000)).as_bytes()).is_ok());
    }
}
