//! Numbers of a workbook as the text a person sees, without exponents and binary dust.

use chrono::{Days, NaiveDate};

/// How a cell's number is to be read, from its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    Number,
    Date,
}

/// The decimal text of a stored number, rounded to the 15 digits a spreadsheet program keeps.
/// `None` if it is no finite number.
pub(crate) fn number_text(raw: &str) -> Option<String> {
    let plain = raw.len() <= 15 && raw.bytes().all(|b| b.is_ascii_digit());
    if plain && (raw == "0" || !raw.starts_with('0')) && !raw.is_empty() {
        return Some(raw.to_owned());
    }
    let value = finite(raw)?;
    let rounded: f64 = format!("{value:.14e}").parse().ok()?;
    // Adding zero turns a negative zero into a plain one.
    Some((rounded + 0.0).to_string())
}

/// A stored day count as `YYYY-MM-DD`, with ` HH:MM:SS` if it has a time, or the time alone if it
/// has no day. `None` if it lies outside the calendar of spreadsheets (1900–9999).
pub(crate) fn date_text(raw: &str, from_1904: bool) -> Option<String> {
    let value = finite(raw)?;
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    let seconds = (value * 86_400.0).round() as u64;
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    let time = format!("{:02}:{:02}:{:02}", second / 3_600, second / 60 % 60, second % 60);
    if days == 0 && !from_1904 {
        return Some(time);
    }
    // Day 60 is the 29th of February 1900, which never was: the days before it count one less.
    let first = match (from_1904, days) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1),
        (false, ..60) => NaiveDate::from_ymd_opt(1899, 12, 31),
        (false, _) => NaiveDate::from_ymd_opt(1899, 12, 30),
    };
    let date = first?.checked_add_days(Days::new(days))?;
    Some(if second == 0 { date.to_string() } else { format!("{date} {time}") })
}

fn finite(raw: &str) -> Option<f64> {
    raw.trim().parse::<f64>().ok().filter(|value| value.is_finite())
}

/// Whether one of the formats every spreadsheet program has built in shows a date.
pub(crate) fn is_date_format(id: u32) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58)
}

/// Whether a format code of the file's own shows a date: it has a year, month, day, hour or second
/// outside of quotes, brackets and escapes.
pub(crate) fn is_date_code(code: &str) -> bool {
    let mut chars = code.chars();
    let mut until = None;
    while let Some(c) = chars.next() {
        match (until, c) {
            (Some(end), _) if c == end => until = None,
            (Some(_), _) => {}
            (None, '"') => until = Some('"'),
            (None, '[') => until = Some(']'),
            (None, '\\' | '_' | '*') => drop(chars.next()),
            (None, 'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S') => return true,
            (None, _) => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_have_no_exponent_and_fractions_no_dust() {
        for (raw, text) in [
            ("32", "32"),
            ("15466919442", "15466919442"),
            ("1.5466919442E10", "15466919442"),
            ("2.2078119610612906E+17", "220781196106129000"),
            ("85.300000000000011", "85.3"),
            ("-0", "0"),
            ("0.1", "0.1"),
        ] {
            assert_eq!(number_text(raw).as_deref(), Some(text));
        }
        assert_eq!(number_text("nan"), None);
        assert_eq!(number_text(""), None);
    }

    #[test]
    fn day_counts_become_dates() {
        for (raw, text) in [
            ("1", "1900-01-01"),
            ("59", "1900-02-28"),
            ("61", "1900-03-01"),
            ("44165", "2020-11-30"),
            ("44165.5", "2020-11-30 12:00:00"),
            ("0.25", "06:00:00"),
        ] {
            assert_eq!(date_text(raw, false).as_deref(), Some(text));
        }
        assert_eq!(date_text("0", true).as_deref(), Some("1904-01-01"));
        assert_eq!(date_text("1e12", false), None);
    }

    #[test]
    fn only_formats_with_a_calendar_part_are_dates() {
        assert!(is_date_code("yyyy\"年\"m\"月\"d\"日\""));
        assert!(is_date_code("[$-804]yyyy/m/d"));
        for code in ["General", "0.00", "@", "[Red]0", "0\"days\"", "#,##0_d", "0.00E+00"] {
            assert!(!is_date_code(code), "{code}");
        }
    }
}
