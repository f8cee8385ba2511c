//! The four rates (s.49): counts are added first and divided last.

use std::iter::Sum;

use serde::Serialize;
use utoipa::ToSchema;

use crate::number::Hundredths;

/// Below this many people a percentage would say something about single persons.
pub const FEWEST: u64 = 5;

/// Counts of a school, town, county or workshop. Add them up before making rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, ToSchema)]
pub struct Counts {
    /// Everybody who should take part (应参训人数).
    pub expected: u64,
    /// Signed in and confirmed (参训).
    pub activated: u64,
    /// With at least one counted unit of study.
    pub studied: u64,
    pub qualified: u64,
    pub excellent: u64,
}

impl Counts {
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            expected: self.expected.saturating_add(other.expected),
            activated: self.activated.saturating_add(other.activated),
            studied: self.studied.saturating_add(other.studied),
            qualified: self.qualified.saturating_add(other.qualified),
            excellent: self.excellent.saturating_add(other.excellent),
        }
    }

    /// All four rates over the expected headcount.
    #[must_use]
    pub fn rates(self) -> Rates {
        let rate = |numerator| Rate::of(numerator, self.expected);
        Rates {
            participation: rate(self.activated),
            study: rate(self.studied),
            pass: rate(self.qualified),
            excellence: rate(self.excellent),
        }
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::default(), Self::plus)
    }
}

/// A rate with the figures that it was made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Rate {
    pub numerator: u64,
    pub denominator: u64,
    /// In percent, half up to two decimals; absent for fewer than five people.
    pub percent: Option<Hundredths>,
}

impl Rate {
    #[must_use]
    pub fn of(numerator: u64, denominator: u64) -> Self {
        let percent = (denominator >= FEWEST).then(|| {
            let doubled = u128::from(numerator).saturating_mul(20_000);
            let rounded = doubled.saturating_add(u128::from(denominator));
            let divisor = u128::from(denominator).saturating_mul(2).max(1);
            let hundredths = rounded.checked_div(divisor).unwrap_or_default();
            Hundredths::new(i64::try_from(hundredths).unwrap_or(i64::MAX))
        });
        Self { numerator, denominator, percent }
    }
}

/// The four rates of a bulletin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Rates {
    /// 参训率: activated over expected.
    pub participation: Rate,
    /// 学习率: studied over expected.
    pub study: Rate,
    /// 合格率: qualified over expected.
    pub pass: Rate,
    /// 优秀率: excellent over expected.
    pub excellence: Rate,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Counts, Hundredths, Rate};

    #[test]
    fn percentages_have_two_decimals_half_up() {
        for (numerator, denominator, percent) in
            [(966, 975, 9908), (1, 8, 1250), (2, 3000, 7), (1, 6, 1667), (5, 5, 10_000), (0, 9, 0)]
        {
            let rate = Rate::of(numerator, denominator);
            assert_eq!(rate.percent, Some(Hundredths::new(percent)), "{numerator}/{denominator}");
        }
    }

    #[test]
    fn fewer_than_five_people_have_counts_but_no_percentage() {
        for denominator in 0..5 {
            assert_eq!(Rate::of(denominator, denominator).percent, None);
        }
        assert!(Rate::of(1, 5).percent.is_some());
    }

    #[test]
    fn a_county_is_the_sum_of_its_schools_not_the_mean_of_their_rates() {
        let school = |expected, activated| Counts { expected, activated, ..Counts::default() };
        let county: Counts = [school(10, 10), school(90, 45)].into_iter().sum();
        assert_eq!(county.rates().participation.percent, Some(Hundredths::new(5500)));
    }

    proptest! {
        #[test]
        fn a_part_of_the_whole_never_passes_a_hundred(whole in 5_u64.., part in any::<u64>()) {
            let percent = Rate::of(part.min(whole), whole).percent.unwrap();
            prop_assert!((Hundredths::ZERO..=Hundredths::whole(100)).contains(&percent));
        }
    }
}
