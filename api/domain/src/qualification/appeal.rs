use chrono::{Datelike, NaiveDate, Weekday};

/// The first day on which a run can be made final: the one after the last of the working days in
/// which it can be appealed against. The day of the publication itself does not count, nor do
/// Saturdays and Sundays; public holidays are not known here. Without such days it is the day of
/// the publication.
#[must_use]
pub fn final_from(published: NaiveDate, working_days: u32) -> NaiveDate {
    let Some(rest) = working_days.checked_sub(1) else { return published };
    let works = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let mut days = published.iter_days().skip(1).filter(works);
    let last = days.nth(usize::try_from(rest).unwrap_or(usize::MAX));
    last.and_then(|day| day.succ_opt()).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2020, month, day).unwrap()
    }

    #[test]
    fn five_working_days_begin_the_day_after_and_leave_out_the_weekend() {
        // Monday, Friday, Saturday, Sunday.
        for (published, opens) in [(1, 9), (5, 13), (6, 13), (7, 13)] {
            assert_eq!(final_from(day(6, published), 5), day(6, opens), "{published}");
        }
        assert_eq!(final_from(day(6, 1), 1), day(6, 3));
        assert_eq!(final_from(day(6, 6), 0), day(6, 6));
    }
}
