use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{number::Hundredths, refusal::Refusal, words::words};

words! {
    /// What somebody contributed to a work.
    pub enum Credit {
        /// 主创
        Lead = "lead",
        /// 指导: advice, which makes nobody an author.
        Guidance = "guidance",
        /// 协作
        Collaboration = "collaboration",
    }
}

impl Credit {
    /// Whether the work counts as one's own, so that one may not decide on it (S1).
    #[must_use]
    pub fn makes_author(self) -> bool {
        self != Self::Guidance
    }
}

/// One thing that a task's works are marked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    pub name: String,
    /// The most points for it.
    pub max: Hundredths,
}

/// The points that a work got for one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CriterionMark {
    pub name: String,
    pub score: Hundredths,
}

/// The score that a review comes to: the sum over the rubric, or the plain score where the task
/// has none; nothing for a mere comment.
///
/// # Errors
/// `criterion_unknown`, `rubric_incomplete`, `score_out_of_range` or `score_not_the_sum`.
pub fn mark(
    rubric: &[Criterion],
    marks: &[CriterionMark],
    score: Option<Hundredths>,
) -> Result<Option<Hundredths>, Refusal> {
    if rubric.is_empty() && !marks.is_empty() {
        let detail = "The task has no criteria; give one score for the whole work.";
        return Err(Refusal::field("/criteria", "criterion_unknown", detail));
    }
    if rubric.is_empty() || (marks.is_empty() && score.is_none()) {
        return Ok(score);
    }
    let incomplete = || {
        let detail = "Mark every criterion of the task, each once.";
        Refusal::field("/criteria", "rubric_incomplete", detail)
    };
    if marks.len() != rubric.len() {
        return Err(incomplete());
    }
    let mut sum = Hundredths::ZERO;
    for criterion in rubric {
        let mut given = marks.iter().enumerate().filter(|(_, one)| one.name == criterion.name);
        let (at, mark) = given.next().ok_or_else(incomplete)?;
        if !(Hundredths::ZERO..=criterion.max).contains(&mark.score) {
            let detail = format!("Give between 0 and {} points for this.", criterion.max);
            let pointer = format!("/criteria/{at}/score");
            return Err(Refusal::field(pointer, "score_out_of_range", detail));
        }
        sum = sum.plus(mark.score);
    }
    if score.is_some_and(|score| score != sum) {
        let detail = format!("The criteria sum up to {sum}; leave the score out or correct it.");
        return Err(Refusal::field("/score", "score_not_the_sum", detail));
    }
    Ok(Some(sum))
}

#[cfg(test)]
mod tests {
    use super::{Criterion, CriterionMark, Hundredths, mark};

    fn rubric() -> Vec<Criterion> {
        [("设计", 60), ("技术", 40)]
            .map(|(name, max)| Criterion { name: name.to_owned(), max: Hundredths::whole(max) })
            .to_vec()
    }

    fn marks(given: &[(&str, i64)]) -> Vec<CriterionMark> {
        let one = |(name, score): &(&str, i64)| CriterionMark {
            name: (*name).to_owned(),
            score: Hundredths::whole(*score),
        };
        given.iter().map(one).collect()
    }

    #[test]
    fn a_complete_rubric_sums_up_and_a_comment_needs_none() {
        let all = marks(&[("技术", 30), ("设计", 55)]);
        assert_eq!(mark(&rubric(), &all, None), Ok(Some(Hundredths::whole(85))));
        assert_eq!(mark(&rubric(), &[], None), Ok(None));
        assert_eq!(mark(&[], &[], Some(Hundredths::whole(7))), Ok(Some(Hundredths::whole(7))));
    }

    #[test]
    fn a_wrong_rubric_is_refused_by_its_own_code() {
        let whole = Hundredths::whole;
        for (given, score, code) in [
            (vec![("设计", 55)], None, "rubric_incomplete"),
            (vec![("设计", 55), ("设计", 5)], None, "rubric_incomplete"),
            (vec![], Some(whole(80)), "rubric_incomplete"),
            (vec![("设计", 61), ("技术", 1)], None, "score_out_of_range"),
            (vec![("设计", 50), ("技术", 30)], Some(whole(90)), "score_not_the_sum"),
        ] {
            let refusal = mark(&rubric(), &marks(&given), score).unwrap_err();
            assert_eq!(refusal.rule_code(), Some(code));
        }
        let refusal = mark(&[], &marks(&[("设计", 1)]), None).unwrap_err();
        assert_eq!(refusal.rule_code(), Some("criterion_unknown"));
    }
}
