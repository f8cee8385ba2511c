use serde::Serialize;
use utoipa::ToSchema;

use super::Evidence;
use crate::{
    grade::{Component, GradeNode},
    number::Hundredths,
    policy::PolicySet,
    words::words,
};

words! {
    /// Something to do, or to wait for, on the way to qualify.
    pub enum StepCode {
        /// Explain oneself in an open integrity case.
        AnswerCase = "answer_case",
        /// `amount`: works to hand in.
        SubmitHomework = "submit_homework",
        /// `amount`: credit-hours to complete.
        CompleteHours = "complete_hours",
        /// A mark that provider or school have not given; nothing for the trainee to do.
        AwaitMark = "await_mark",
        /// `amount`: points out of 100 by which a mark has to rise.
        RaiseMark = "raise_mark",
        /// `amount`: points of the total that any marks together have to bring besides.
        RaiseTotal = "raise_total",
    }
}

/// One step of the shortest way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Step {
    pub code: StepCode,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Hundredths>,
}

/// The least that is missing, in the order in which it can be done: what the trainee does
/// alone first, then marks that others give.
pub(super) fn shortest_way(
    evidence: &Evidence,
    policy: &PolicySet,
    components: &[Component],
) -> Vec<Step> {
    let mut steps = vec![];
    let mut step = |code, component: Option<&str>, amount| {
        steps.push(Step { code, component: component.map(str::to_owned), amount });
    };
    if evidence.integrity_case_open {
        step(StepCode::AnswerCase, None, None);
    }
    let works = policy.homework.required_count.saturating_sub(evidence.homework_submitted);
    if works > 0 {
        let amount = Hundredths::whole(i64::from(works));
        step(StepCode::SubmitHomework, None, Some(amount));
    }
    let hours = policy.selection.min_hours.minus(evidence.credited_hours);
    if hours > Hundredths::ZERO {
        step(StepCode::CompleteHours, None, Some(hours));
    }
    let mut raised = evidence.marks();
    for leaf in policy.grade.leaves() {
        let Some(source) = leaf.source else { continue };
        let needed = mark_needed(leaf);
        match evidence.marks().of(source) {
            None => step(StepCode::AwaitMark, Some(&leaf.code), None),
            Some(mark) if mark < needed => {
                step(StepCode::RaiseMark, Some(&leaf.code), Some(needed.minus(mark)));
            }
            Some(_) => continue,
        }
        raised.lift(source, needed);
    }
    let root = policy.grade.evaluate(&raised).into_iter().next();
    let missing = root.zip(components.first().and_then(|root| root.pass));
    if let Some((root, pass)) = missing
        && pass > root.points
    {
        step(StepCode::RaiseTotal, None, Some(pass.minus(root.points)));
    }
    steps
}

/// The least mark out of 100 whose rounded points reach the leaf's line; 0 without a line.
fn mark_needed(leaf: &GradeNode) -> Hundredths {
    let pass = leaf.pass.unwrap_or_default();
    if pass == Hundredths::ZERO {
        return Hundredths::ZERO;
    }
    let exact = pass.get().saturating_mul(10_000).saturating_sub(5_000).max(0);
    let max = leaf.max.get().max(1);
    let whole = exact.checked_div(max).unwrap_or_default();
    let rest = i64::from(exact.checked_rem(max).unwrap_or_default() > 0);
    Hundredths::new(whole.saturating_add(rest))
}
