//! Mobile phone numbers.

use std::fmt;

/// A mainland mobile number of eleven digits. `Debug` shows it masked.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone(String);

/// Why a text is no phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneFault {
    Missing,
    Format,
}

impl PhoneFault {
    /// The reason code of an import row.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "phone_missing",
            Self::Format => "phone_format",
        }
    }
}

impl Phone {
    /// Reads `1[3-9]` and nine digits after taking away spaces, hyphens and a leading +86 or
    /// 86. Which numbers operators have given out is not checked: that changes every year.
    ///
    /// # Errors
    /// Missing when nothing stands there, format otherwise.
    pub fn parse(text: &str) -> Result<Self, PhoneFault> {
        if text.is_empty() {
            return Err(PhoneFault::Missing);
        }
        let bare: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        let bare = bare
            .strip_prefix('+')
            .map_or(Some(bare.as_str()), |rest| rest.starts_with("86").then_some(rest));
        let digits = bare.map(|bare| bare.strip_prefix("86").unwrap_or(bare));
        let mobile = |digits: &&str| {
            let bytes = digits.as_bytes();
            bytes.len() == 11
                && bytes.iter().all(u8::is_ascii_digit)
                && bytes.first() == Some(&b'1')
                && bytes.get(1).is_some_and(|second| *second >= b'3')
        };
        digits.filter(mobile).map(|d| Self(d.to_owned())).ok_or(PhoneFault::Format)
    }

    /// The eleven digits: only for encryption and for their keyed hash.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `138****5678`.
    #[must_use]
    pub fn masked(&self) -> String {
        mask(&self.0)
    }
}

/// Masks decrypted digits without judging them again.
#[must_use]
pub fn mask(digits: &str) -> String {
    match (digits.len(), digits.get(..3), digits.get(7..)) {
        (11, Some(head), Some(tail)) => format!("{head}****{tail}"),
        _ => "*".repeat(digits.chars().count()),
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::{Phone, mask};

    #[test]
    fn usual_spellings_are_read() {
        for text in
            ["13812345678", "138-1234-5678", "138 1234 5678", "+8613812345678", "86 13812345678"]
        {
            assert_eq!(Phone::parse(text).unwrap().as_str(), "13812345678", "{text}");
        }
        assert_eq!(Phone::parse("15492183477").unwrap().masked(), "154****3477");
    }

    #[test]
    fn everything_else_is_refused() {
        assert_eq!(Phone::parse("").unwrap_err().code(), "phone_missing");
        for text in ["0438-5861234", "12812345678", "1381234567", "138123456789", "１", "+1381"] {
            assert_eq!(Phone::parse(text).unwrap_err().code(), "phone_format", "{text}");
        }
        assert_eq!(mask("张三"), "**");
    }
}
