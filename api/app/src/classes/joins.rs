//! What joining a class and joining a workshop have in common: each trainee gets a verdict.

use std::collections::{HashMap, HashSet};

use domain::{
    Kind, Refusal,
    access::{Rule, Target},
};
use store::placements::Trainee;
use uuid::Uuid;

use crate::{Result, Unit};

/// Who is to join.
#[derive(Debug, Clone)]
pub struct Join {
    pub enrollments: Vec<Uuid>,
    /// Why a limit may be passed.
    pub reason: Option<String>,
    /// Everybody or nobody.
    pub atomic: bool,
}

/// What became of one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Added,
    Unchanged,
    /// With the code of the rule that refused.
    Refused(&'static str),
}

/// One of those who were to join.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seated {
    pub enrollment: Uuid,
    pub verdict: Verdict,
}

/// Judges each of them; whoever is unknown, of another project or out of the caller's reach
/// does not exist.
pub(crate) fn judge_all(
    unit: &impl Unit,
    join: &Join,
    trainees: &HashMap<Uuid, Trainee>,
    reachable: impl Fn(&Trainee) -> Target,
    judge: impl Fn(&Trainee) -> Verdict,
) -> Vec<Seated> {
    let (mut seen, mut known) = (HashSet::new(), HashMap::new());
    let actor = &unit.ctx().actor;
    let mut may = |one: &Trainee| {
        let ask = || actor.may(Rule::O04Place, &reachable(one)).is_ok();
        *known.entry((one.project, one.school)).or_insert_with(ask)
    };
    let mut verdict = |id: &Uuid| match trainees.get(id) {
        _ if !seen.insert(*id) => Verdict::Refused("duplicate"),
        Some(one) if may(one) && one.counts() => judge(one),
        Some(one) if may(one) => Verdict::Refused("not_active"),
        _ => Verdict::Refused("not_found"),
    };
    join.enrollments.iter().map(|id| Seated { enrollment: *id, verdict: verdict(id) }).collect()
}

/// Those who are to be added.
pub(crate) fn added(seated: &[Seated]) -> Vec<Uuid> {
    let new = seated.iter().filter(|one| one.verdict == Verdict::Added);
    new.map(|one| one.enrollment).collect()
}

/// All or nobody: with one refused, everything is.
pub(crate) fn all_or_none(join: &Join, seated: &[Seated]) -> Result<()> {
    let refused = |(at, one): (usize, &Seated)| match one.verdict {
        Verdict::Refused(code) => Some((at, code)),
        _ => None,
    };
    let faults: Vec<_> = seated.iter().enumerate().filter_map(refused).collect();
    if faults.is_empty() || !join.atomic {
        return Ok(());
    }
    let full = faults.iter().any(|(_, code)| *code == "class_full");
    let kind = if full { Kind::CapacityExceeded } else { Kind::ValidationFailed };
    let mut refusal = Refusal::new(kind, "Some cannot join, so nobody did; see `errors`.");
    for (at, code) in faults {
        refusal = refusal.with(format!("/enrollment_ids/{at}"), code, advice(code));
    }
    Err(refusal.into())
}

/// One sentence with the next step for each code.
pub(crate) fn advice(code: &str) -> &'static str {
    match code {
        "class_full" => "The class has all its members; give a reason to go on.",
        "school_mismatch" => "This trainee is not of a school or class that belongs here.",
        "already_enrolled" => "This trainee has a place elsewhere; move them instead.",
        "family_mismatch" => "The subject belongs to another family; give a reason to go on.",
        "not_active" => "This trainee has withdrawn, or is exempt or deferred.",
        "duplicate" => "This trainee stands in the list twice.",
        _ => "There is no such trainee that you may place.",
    }
}
