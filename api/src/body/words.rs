//! Rules of text that people write.

use validator::ValidationError;

/// Characters that take no room or turn the direction of writing: nothing that is read.
fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}')
}

/// Whether something can be read in a text.
fn says_something(text: &str) -> bool {
    text.chars().any(|letter| !letter.is_whitespace() && !letter.is_control() && !is_unseen(letter))
}

fn wrong(code: &'static str, detail: &'static str) -> ValidationError {
    ValidationError::new(code).with_message(detail.into())
}

/// Something can be read in it.
pub fn not_blank(text: &str) -> Result<(), ValidationError> {
    says_something(text).then_some(()).ok_or_else(|| wrong("blank", "Write something here."))
}

/// A reason is one that can be read.
pub fn reasoned(text: &str) -> Result<(), ValidationError> {
    says_something(text).then_some(()).ok_or_else(|| wrong("reason_required", "Say why."))
}

/// A name: something can be read in it, and nothing breaks or turns the line that it stands in.
pub fn one_line(text: &str) -> Result<(), ValidationError> {
    not_blank(text)?;
    if text.chars().any(|letter| letter.is_control() || is_unseen(letter)) {
        let detail = "Leave out line breaks and characters that cannot be seen.";
        return Err(wrong("control_character", detail));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_reasons_can_be_read() {
        for blank in [" ", "\u{3000}\n", "\u{200b}", "\u{202e} "] {
            assert!(not_blank(blank).is_err(), "{blank:?}");
        }
        assert!(not_blank("补\n考").is_ok());
        for name in ["班\n级", "\u{202e}倒班", "一\u{200b}班", "一\t班"] {
            assert!(one_line(name).is_err(), "{name:?}");
        }
        assert!(one_line("扶余市第一实验小学 一班·𠮷").is_ok());
    }
}
