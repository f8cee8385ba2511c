//! Text that a spreadsheet program would run as a formula, made harmless (ASVS 1.2.10).

use std::borrow::Cow;

/// Whether a spreadsheet program might take the text for a formula or a command: it begins with
/// `= + - @` (also full-width, also after blanks) or with TAB, CR, LF or NUL.
fn is_dangerous(text: &str) -> bool {
    if text.starts_with(['\t', '\r', '\n', '\0']) {
        return true;
    }
    let invisible = |c: char| {
        c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
    };
    let formula = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹢', '﹣', '﹦', '﹫', '−'];
    text.trim_start_matches(invisible).starts_with(formula)
}

/// Puts a quotation mark before dangerous text. Text that already has one before something
/// dangerous gets another, so that [`restore`] gives back exactly what was written.
pub fn neutralise(text: &str) -> Cow<'_, str> {
    if is_dangerous(text.trim_start_matches('\'')) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Takes back what [`neutralise`] did, so that an exported file can be imported again.
pub fn restore(text: &mut String) {
    if text.starts_with('\'') && is_dangerous(text.trim_start_matches('\'')) {
        text.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_looks_like_a_formula_is_quoted_and_names_are_left_alone() {
        for text in
            ["=1+1", "+86", "-2", "@x", "\t=1", "\r", "\n", "\0", "＝1", "＠a", " =1", "'=1"]
        {
            assert_eq!(neutralise(text), format!("'{text}"), "{text:?}");
        }
        for text in ["", "李秀梅", "22078119610612906X", "a=b", "3-1", "'", "'a"] {
            assert_eq!(neutralise(text), text);
        }
    }

    proptest! {
        #[test]
        fn restoring_gives_back_the_very_text(text in "['=+@ \ta-]{0,6}") {
            let mut written = neutralise(&text).into_owned();
            prop_assert!(!is_dangerous(&written));
            restore(&mut written);
            prop_assert_eq!(written, text);
        }
    }
}
