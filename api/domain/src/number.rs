//! Hours and scores: fixed-point hundredths, never floating point inside the program.

use std::{fmt, iter::Sum};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A number with at most two decimals, kept as hundredths. JSON carries it as a number.
/// Used for credit-hours (学时) and for scores (分).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Hundredths(i64);

impl Hundredths {
    pub const ZERO: Self = Self(0);

    #[must_use]
    pub const fn new(hundredths: i64) -> Self {
        Self(hundredths)
    }

    /// A whole number of hours or points.
    #[must_use]
    pub const fn whole(units: i64) -> Self {
        Self(units.saturating_mul(100))
    }

    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Reads "95", "95.5", "95.50" or "-0.25": at most two decimals, nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || fraction.len() > 2 || !plain(whole) || !plain(fraction) {
            return None;
        }
        if digits.ends_with('.') {
            return None;
        }
        let cents: i64 = format!("{fraction:0<2}").parse().ok()?;
        let value = whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents)?;
        Some(Self(if negative { value.checked_neg()? } else { value }))
    }

    /// Reads a decimal number in any spelling ("2.500", "1e1") that comes to at most two decimals.
    #[must_use]
    pub fn decimal(text: &str) -> Option<Self> {
        Self::parse(text).or_else(|| Self::from_f64(plain_number(text)?))
    }

    /// The nearest value to a JSON number, if that has at most two decimals and fits.
    #[must_use]
    pub fn from_f64(value: f64) -> Option<Self> {
        let scaled = value * 100.0;
        let rounded = scaled.round();
        let fits = rounded.abs() < 9e15 && (scaled - rounded).abs() < 1e-6;
        #[expect(clippy::cast_possible_truncation, reason = "checked to be far inside i64")]
        fits.then_some(Self(rounded as i64))
    }

    /// The nearest value to a number of any precision, halves away from zero; nothing for what
    /// does not fit.
    #[must_use]
    pub fn nearest(value: f64) -> Option<Self> {
        Self::from_f64((value * 100.0).round() / 100.0)
    }

    /// The mean, half up to hundredths; nothing of nothing.
    #[must_use]
    pub fn mean(values: &[Self]) -> Option<Self> {
        let count = i64::try_from(values.len()).ok().filter(|count| *count > 0)?;
        let sum = values.iter().copied().sum::<Self>().0;
        let doubled = sum.checked_mul(2)?.checked_add(count)?;
        doubled.checked_div_euclid(count.checked_mul(2)?).map(Self)
    }

    #[must_use]
    pub fn to_f64(self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "values are far below 2^53")]
        let value = self.0 as f64;
        value / 100.0
    }
}

/// A decimal number; no `inf`, no `nan`, no spelling but digits, sign, point and exponent.
#[must_use]
pub fn plain_number(text: &str) -> Option<f64> {
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '.' | '+' | '-' | 'e' | 'E');
    text.parse::<f64>().ok().filter(|_| text.chars().all(plain))
}

impl Sum for Hundredths {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::ZERO, Self::plus)
    }
}

/// "32.5", "50", "0.25": no trailing zeros.
impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.to_f64())
    }
}

impl Serialize for Hundredths {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.checked_rem(100) == Some(0) {
            return serializer.serialize_i64(self.0.checked_div(100).unwrap_or_default());
        }
        serializer.serialize_f64(self.to_f64())
    }
}

impl<'de> Deserialize<'de> for Hundredths {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f64::deserialize(deserializer)?;
        // What is merely near a hundredth (`1e-40`) is not silently made one.
        let read = Self::from_f64(value).filter(|read| (read.to_f64() - value).abs() <= 0.0);
        read.ok_or_else(|| D::Error::custom("a number with at most two decimals"))
    }
}

impl utoipa::PartialSchema for Hundredths {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::Number)
            .description(Some("A number with at most two decimals"))
            .multiple_of(Some(0.01))
            .into()
    }
}

impl utoipa::ToSchema for Hundredths {}

#[cfg(test)]
mod tests {
    use super::Hundredths;

    #[test]
    fn a_decimal_may_be_spelt_in_any_way() {
        for (text, hundredths) in [("2.500", 250), ("1e1", 1000), ("+5", 500), ("2.50", 250)] {
            assert_eq!(Hundredths::decimal(text), Some(Hundredths::new(hundredths)), "{text}");
        }
        for text in ["", "2.555", "inf", "nan", "2h", "1e400", "0x10"] {
            assert_eq!(Hundredths::decimal(text), None, "{text}");
        }
    }

    #[test]
    fn only_plain_numbers_with_two_decimals_are_read() {
        for (text, hundredths) in
            [("95", 9500), ("95.5", 9550), ("0.25", 25), ("-1.5", -150), ("007", 700)]
        {
            assert_eq!(Hundredths::parse(text), Some(Hundredths::new(hundredths)), "{text}");
        }
        for text in ["", ".", "5.", ".5", "1.234", "95分", "1e3", "+5", "--1", "９"] {
            assert_eq!(Hundredths::parse(text), None, "{text}");
        }
    }

    #[test]
    fn means_and_other_numbers_are_rounded_half_up() {
        let mean = |values: &[i64]| {
            Hundredths::mean(&values.iter().copied().map(Hundredths::new).collect::<Vec<_>>())
        };
        assert_eq!(mean(&[]), None);
        assert_eq!(mean(&[1, 2]), Some(Hundredths::new(2)));
        assert_eq!(mean(&[100, 100, 101]), Some(Hundredths::new(100)));
        assert_eq!(Hundredths::nearest(85.335_01), Some(Hundredths::new(8534)));
        assert_eq!(Hundredths::nearest(f64::NAN), None);
    }

    #[test]
    fn json_keeps_two_decimals_and_no_more() {
        let read = |text| serde_json::from_str::<Hundredths>(text).ok();
        assert_eq!(read("89.95"), Some(Hundredths::new(8995)));
        assert_eq!(read("50"), Some(Hundredths::whole(50)));
        assert_eq!(read("0.125"), None);
        assert_eq!(read("1e300"), None);
        assert_eq!(read("1e-40"), None, "what is near a hundredth is not one");
        let write = |value| serde_json::to_string(&Hundredths::new(value)).ok();
        assert_eq!(write(3250).as_deref(), Some("32.5"));
        assert_eq!(write(5000).as_deref(), Some("50"));
    }
}
