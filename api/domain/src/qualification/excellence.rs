use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};

use uuid::Uuid;

use super::{Evidence, Finding, Outcome, Qualification};
use crate::{
    number::Hundredths,
    policy::{ExcellentPolicy, quota},
};

/// Makes the best of each class excellent: qualified, total at or over the line, and within
/// the quota of the class's headcount. Of equal totals the higher online mark goes first, then
/// the smaller trainee number. Nobody outside a class is excellent.
pub fn award_excellence(
    evidence: &[Evidence],
    results: &mut [Qualification],
    policy: &ExcellentPolicy,
) {
    let mut headcount: HashMap<Uuid, u32> = HashMap::new();
    let mut candidates: BTreeMap<Uuid, Vec<(&Evidence, &mut Qualification)>> = BTreeMap::new();
    for (evidence, result) in evidence.iter().zip(results) {
        let Some(class) = evidence.class else { continue };
        let count = headcount.entry(class).or_default();
        *count = count.saturating_add(1);
        if result.outcome != Outcome::Qualified {
            continue;
        }
        if result.total < policy.line {
            let finding = Finding::of("total_below_line", result.total, policy.line);
            result.not_excellent = Some(finding);
        } else {
            candidates.entry(class).or_default().push((evidence, result));
        }
    }
    for (class, mut members) in candidates {
        members.sort_by_key(|(evidence, result)| {
            (Reverse(result.total), Reverse(evidence.online), evidence.trainee_no.clone())
        });
        let places =
            quota(headcount.get(&class).copied().unwrap_or_default(), policy.quota_percent);
        for (rank, (_, result)) in (1_u32..).zip(members) {
            if rank <= places {
                result.outcome = Outcome::Excellent;
            } else {
                let count = |number: u32| Hundredths::whole(i64::from(number));
                let finding = Finding::of("rank_beyond_quota", count(rank), count(places));
                result.not_excellent = Some(finding);
            }
        }
    }
}
