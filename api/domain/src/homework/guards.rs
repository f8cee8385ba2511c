use super::{HomeworkEdge, HomeworkState, guards_of};
use crate::{
    machine,
    number::Hundredths,
    policy::HomeworkPolicy,
    refusal::{Kind, Refusal},
};

/// A condition of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    TaskOpen,
    ContentGiven,
    OriginalityConfirmed,
    RoundOpen,
    RoundsLeft,
    ScoreInRange,
    NotYetRecommended,
    ScoreReached,
    QuotaLeft,
    OwnRecommendation,
    AuthorConsents,
    OutsideExpert,
    /// Who judges an exhibit had no part in bringing it there.
    Impartial,
    MarksSettled,
    LicenceConfirmed,
    PersonalDataChecked,
}

/// What the guards ask about; leave what does not apply at its default, which refuses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The task takes works now, or takes late ones.
    pub task_open: bool,
    /// At least one file or some text.
    pub has_content: bool,
    pub originality_confirmed: bool,
    /// A polishing round is open.
    pub round_open: bool,
    /// How often the work was returned on its rung.
    pub returned: u32,
    /// The mark being given, or the effective mark where the work is recommended.
    pub score: Option<Hundredths>,
    pub max_score: Hundredths,
    /// The actor's own recommendation on this rung holds.
    pub recommended_by_actor: bool,
    /// Works that may still climb in the unit of this step; `None` where nothing is counted.
    pub quota_left: Option<u32>,
    pub author_consents: bool,
    /// An expert who is not of the author's school has recommended or is recommending.
    pub outside_expert: bool,
    /// The actor neither recommended nor reviewed nor polished the work before.
    pub impartial: bool,
    pub marks_settled: bool,
    pub licence_confirmed: bool,
    pub personal_data_checked: bool,
}

/// Holds an edge's guards and its need of a reason against the facts.
///
/// # Errors
/// The first guard that refuses, by its rule code.
pub fn check(
    edge: &HomeworkEdge,
    from: HomeworkState,
    facts: &Facts,
    reason: Option<&str>,
    policy: &HomeworkPolicy,
) -> Result<(), Refusal> {
    guards_of(edge, from).iter().try_for_each(|guard| guard.hold(facts, policy))?;
    machine::reason_given(edge.reason, reason)
}

impl Guard {
    /// Holds the condition against the facts.
    ///
    /// # Errors
    /// The refusal that belongs to this guard.
    pub fn hold(self, facts: &Facts, policy: &HomeworkPolicy) -> Result<(), Refusal> {
        if self.holds(facts, policy) {
            return Ok(());
        }
        let (kind, code, detail) = self.refusal();
        Err(Refusal::rule(kind, code, detail))
    }

    fn holds(self, facts: &Facts, policy: &HomeworkPolicy) -> bool {
        match self {
            Self::TaskOpen => facts.task_open,
            Self::ContentGiven => facts.has_content,
            Self::OriginalityConfirmed => facts.originality_confirmed,
            Self::RoundOpen => facts.round_open,
            Self::RoundsLeft => facts.returned < policy.review_rounds,
            Self::ScoreInRange => facts
                .score
                .is_some_and(|score| (Hundredths::ZERO..=facts.max_score).contains(&score)),
            Self::NotYetRecommended => !facts.recommended_by_actor,
            Self::ScoreReached => {
                facts.score.is_some_and(|score| reaches(score, facts.max_score, policy))
            }
            Self::QuotaLeft => facts.quota_left.is_none_or(|left| left > 0),
            Self::OwnRecommendation => facts.recommended_by_actor,
            Self::AuthorConsents => facts.author_consents,
            Self::OutsideExpert => facts.outside_expert,
            Self::Impartial => facts.impartial,
            Self::MarksSettled => facts.marks_settled,
            Self::LicenceConfirmed => facts.licence_confirmed,
            Self::PersonalDataChecked => facts.personal_data_checked,
        }
    }

    fn refusal(self) -> (Kind, &'static str, &'static str) {
        let state = Kind::InvalidTransition;
        match self {
            Self::TaskOpen => (Kind::WindowClosed, "task_closed", "The task takes no works now."),
            Self::ContentGiven => {
                (Kind::ValidationFailed, "content_missing", "Write some text or attach a file.")
            }
            Self::OriginalityConfirmed => (
                Kind::ValidationFailed,
                "originality_not_confirmed",
                "Confirm that the work is your own.",
            ),
            Self::RoundOpen => {
                (state, "no_polishing_round", "The school has opened no polishing round.")
            }
            Self::RoundsLeft => {
                (state, "review_rounds_used", "The work was returned as often as it may be.")
            }
            Self::ScoreInRange => (
                Kind::ValidationFailed,
                "score_out_of_range",
                "Give a score between 0 and the task's maximum.",
            ),
            Self::NotYetRecommended => {
                (Kind::Duplicate, "already_recommended", "You recommend this work already.")
            }
            Self::ScoreReached => {
                (state, "score_below_threshold", "The score is too low for a recommendation.")
            }
            Self::QuotaLeft => (
                Kind::QuotaExceeded,
                "quota_used_up",
                "The quota is used up; cancel another recommendation first.",
            ),
            Self::OwnRecommendation => {
                (state, "not_recommended_by_you", "Only who recommended a work can cancel that.")
            }
            Self::AuthorConsents => {
                (state, "author_consent_missing", "The author has not agreed to share the work.")
            }
            Self::OutsideExpert => {
                (state, "outside_expert_missing", "An expert of another school has to agree.")
            }
            Self::Impartial => (
                Kind::SelfDealing,
                CONFLICT,
                "You recommended, reviewed or polished this work before; another expert judges it.",
            ),
            Self::MarksSettled => {
                (state, "marks_not_settled", "The experts have not settled on a mark.")
            }
            Self::LicenceConfirmed => {
                (Kind::ValidationFailed, "licence_not_confirmed", "Confirm the licence.")
            }
            Self::PersonalDataChecked => (
                Kind::ValidationFailed,
                "personal_data_not_checked",
                "Confirm that no pupil can be recognised.",
            ),
        }
    }
}

/// The threshold is a mark out of 100, whatever the task's own maximum is.
fn reaches(score: Hundredths, max: Hundredths, policy: &HomeworkPolicy) -> bool {
    let scaled = score.get().saturating_mul(Hundredths::whole(100).get());
    let needed = policy.recommend_threshold.get().saturating_mul(max.get());
    max > Hundredths::ZERO && scaled >= needed
}

/// The code by which somebody with an earlier part in a work is kept from judging it blind.
pub const CONFLICT: &str = "conflict_of_interest";

/// So many experts judge an exhibit at least.
const JUDGES: usize = 2;

/// How many more experts an exhibit needs at least: `called` of them count, of whom so many have
/// yet to mark it, and these marks are given.
#[must_use]
pub fn judges_needed(
    called: usize,
    waiting: usize,
    marks: &[Hundredths],
    most_difference: Hundredths,
) -> usize {
    let third = waiting == 0 && settle_marks(marks, most_difference) == ExpertVerdict::ThirdNeeded;
    JUDGES.saturating_sub(called).max(usize::from(third))
}

/// What the experts' marks of an exhibit come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpertVerdict {
    /// Fewer than two marks.
    Waiting,
    /// Two marks that differ by more than the policy lets.
    ThirdNeeded,
    /// The mean, half up to hundredths; of three marks the mean of all.
    Mean(Hundredths),
}

/// Settles the marks given so far.
#[must_use]
pub fn settle_marks(marks: &[Hundredths], most_difference: Hundredths) -> ExpertVerdict {
    let (Some(least), Some(most)) = (marks.iter().min(), marks.iter().max()) else {
        return ExpertVerdict::Waiting;
    };
    match marks.len() {
        1 => ExpertVerdict::Waiting,
        2 if most.minus(*least) > most_difference => ExpertVerdict::ThirdNeeded,
        _ => ExpertVerdict::Mean(Hundredths::mean(marks).unwrap_or_default()),
    }
}
