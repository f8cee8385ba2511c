use std::borrow::Cow;

use super::{ClassSize, PolicySet};
use crate::{number::Hundredths, refusal::Fault};

const HUNDRED: Hundredths = Hundredths::whole(100);
const LARGEST_CLASS: u32 = 10_000;

/// All contradictions, by JSON pointer.
pub(super) fn faults(policy: &PolicySet) -> Vec<Fault> {
    let mut faults = vec![];
    let mut hold = |fine: bool, pointer: &str, code: &'static str, detail: &str| {
        if !fine {
            faults.push(Fault {
                pointer: pointer.to_owned(),
                code: Cow::Borrowed(code),
                detail: detail.to_owned(),
            });
        }
    };
    let bounded = |size: &ClassSize| {
        let upper = size.upper.unwrap_or(LARGEST_CLASS);
        (1..=LARGEST_CLASS).contains(&upper) && size.lower.is_none_or(|lower| lower <= upper)
    };
    let points = |value: Hundredths| (Hundredths::ZERO..=HUNDRED).contains(&value);
    let positive = |value: Hundredths| value > Hundredths::ZERO && value <= Hundredths::whole(1000);

    for (name, size) in
        [("independent", policy.class_size.independent), ("joint", policy.class_size.joint)]
    {
        let pointer = format!("/class_size/{name}");
        hold(bounded(&size), &pointer, "bounds_crossed", "1 ≤ lower ≤ upper ≤ 10000.");
    }
    let workshops = (1..=100).contains(&policy.workshops.upper);
    hold(workshops, "/workshops/upper", "out_of_range", "1 to 100.");
    let hours = positive(policy.selection.min_hours);
    hold(hours, "/selection/min_hours", "out_of_range", "More than 0, at most 1000.");
    let above = policy.catalog.hours_above >= Hundredths::ZERO;
    hold(above, "/catalog/hours_above", "out_of_range", "0 or more.");
    hold(points(policy.excellent.line), "/excellent/line", "out_of_range", "0 to 100.");
    for (pointer, percent) in [
        ("/excellent/quota_percent", policy.excellent.quota_percent),
        ("/quotas/workshop_percent", policy.quotas.workshop_percent),
        ("/quotas/school_percent", policy.quotas.school_percent),
        ("/quotas/region_percent", policy.quotas.region_percent),
    ] {
        hold(percent <= 100, pointer, "out_of_range", "0 to 100.");
    }
    let homework = &policy.homework;
    let threshold = points(homework.recommend_threshold);
    hold(threshold, "/homework/recommend_threshold", "out_of_range", "0 to 100.");
    let difference = points(homework.expert_difference);
    hold(difference, "/homework/expert_difference", "out_of_range", "0 to 100.");
    hold(homework.required_count <= 100, "/homework/required_count", "out_of_range", "0 to 100.");
    let rounds = (1..=20).contains(&homework.review_rounds);
    hold(rounds, "/homework/review_rounds", "out_of_range", "1 to 20.");
    let practice = &policy.practice;
    let groups = points(practice.completion_max)
        && points(practice.effect_max)
        && practice.completion_max.plus(practice.effect_max) == HUNDRED;
    hold(groups, "/practice", "sum_is_not_100", "The two groups make 100 points together.");
    hold(policy.appeal_days <= 365, "/appeal_days", "out_of_range", "0 to 365.");
    faults.extend(policy.grade.faults("/grade"));
    faults
}
