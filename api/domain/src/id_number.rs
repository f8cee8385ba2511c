//! The citizen's ID number, GB 11643.

use std::fmt;

use chrono::{Datelike as _, NaiveDate};

use crate::gender::Gender;

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS: &str = "10X98765432";

/// A valid 18-character ID number. `Debug` shows it masked, so that no log can hold one.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IdNumber {
    text: String,
    born_on: NaiveDate,
    gender: Gender,
}

/// Why a text is no ID number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdFault {
    Missing,
    Format,
    Birthdate,
    Checksum,
}

impl IdFault {
    /// The reason code of an import row.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "id_no_missing",
            Self::Format => "id_no_format",
            Self::Birthdate => "id_no_birthdate",
            Self::Checksum => "id_no_checksum",
        }
    }
}

impl IdNumber {
    /// Reads 17 digits and a digit or X; a small x is taken as X. The birth date must be a
    /// date from 1900 up to `today`.
    ///
    /// # Errors
    /// The first fault in the order missing, format, birth date, check character.
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, IdFault> {
        if text.is_empty() {
            return Err(IdFault::Missing);
        }
        let text = text.to_ascii_uppercase();
        let digits: Vec<u32> = text.chars().take(17).filter_map(|c| c.to_digit(10)).collect();
        let last = text.chars().next_back().filter(|c| c.is_ascii_digit() || *c == 'X');
        let (Some(last), 18, 17) = (last, text.len(), digits.len()) else {
            return Err(IdFault::Format);
        };
        let part = |from: usize, to: usize| text.get(from..to).and_then(|p| p.parse::<u32>().ok());
        let born_on = part(6, 10)
            .zip(part(10, 12))
            .zip(part(12, 14))
            .and_then(|((year, month), day)| {
                NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
            })
            .filter(|date| date.year() >= 1900 && *date <= today)
            .ok_or(IdFault::Birthdate)?;
        if check_character(&digits) != Some(last) {
            return Err(IdFault::Checksum);
        }
        let odd = digits.get(16).is_some_and(|digit| digit % 2 == 1);
        let gender = if odd { Gender::Male } else { Gender::Female };
        Ok(Self { text, born_on, gender })
    }

    /// The whole number: only for encryption and for its keyed hash.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    #[must_use]
    pub fn born_on(&self) -> NaiveDate {
        self.born_on
    }

    /// By the parity of digit 17.
    #[must_use]
    pub fn gender(&self) -> Gender {
        self.gender
    }

    /// `****************1X`: enough to tell two namesakes apart, too little to guess.
    #[must_use]
    pub fn masked(&self) -> String {
        mask(&self.text)
    }

    /// The last four characters, which the official list of the qualified prints.
    #[must_use]
    pub fn last_four(&self) -> &str {
        self.text.get(14..).unwrap_or_default()
    }
}

/// Masks a decrypted number without judging it again.
#[must_use]
pub fn mask(number: &str) -> String {
    let shown = number.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    let stars = number.chars().count().saturating_sub(2);
    format!("{}{}", "*".repeat(stars), number.get(shown..).unwrap_or_default())
}

impl fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

fn check_character(digits: &[u32]) -> Option<char> {
    let sum = digits
        .iter()
        .zip(WEIGHTS)
        .fold(0_u32, |sum, (digit, weight)| sum.saturating_add(digit.saturating_mul(weight)));
    CHECK_CHARACTERS.chars().nth(usize::try_from(sum % 11).ok()?)
}

#[cfg(test)]
mod tests;
