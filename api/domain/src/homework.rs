//! The homework ladder: from a personal work to the shared library (s.29), as one edge table.

use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    machine::{self, Edge},
    refusal::Refusal,
    words::words,
};

mod edges;
mod guards;
mod kind;
mod quota;
mod record;
mod rubric;

pub use edges::{EDGES, guards_of};
pub use guards::{CONFLICT, ExpertVerdict, Facts, Guard, check, judges_needed, settle_marks};
pub use kind::{ResourceLevel, WorkKind};
pub use quota::QuotaStep;
pub use record::{Climb, Record, parse_record};
pub use rubric::{Credit, Criterion, CriterionMark, mark};

words! {
    /// How high a work has climbed (s.29): it moves up by one.
    pub enum Rung {
        Personal = "personal",
        /// Polishing by teaching group and school.
        School = "school",
        /// Recommended work of the regional workshop.
        Regional = "regional",
        /// Exhibition and review by the project team.
        Exhibition = "exhibition",
        Library = "library",
    }
}

words! {
    /// Where a work stands on its rung.
    pub enum HomeworkStatus {
        Draft = "draft",
        Submitted = "submitted",
        UnderReview = "under_review",
        Returned = "returned",
        /// Personal: scored. Exhibition: the experts agree. Library: published.
        Accepted = "accepted",
        NotSelected = "not_selected",
        Withdrawn = "withdrawn",
    }
}

words! {
    /// What moves a work, or is recorded on it without moving it.
    pub enum HomeworkAction {
        Submit = "submit",
        Return = "return",
        /// Scores the work; a comment without a score is no action of the ladder.
        Review = "review",
        Recommend = "recommend",
        CancelRecommendation = "cancel_recommendation",
        Polish = "polish",
        /// A version by the polishing team, while its round is open.
        Revise = "revise",
        Push = "push",
        RecommendRegionally = "recommend_regionally",
        Veto = "veto",
        AssignExperts = "assign_experts",
        ReviewExhibit = "review_exhibit",
        /// The experts' marks agree.
        Settle = "settle",
        Publish = "publish",
        Withdraw = "withdraw",
        /// Not chosen on this rung; the author reads why.
        Decline = "decline",
    }
}

/// Rung and status together: the one state of a work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, ToSchema)]
pub struct HomeworkState {
    pub rung: Rung,
    pub status: HomeworkStatus,
}

impl HomeworkState {
    #[must_use]
    pub const fn new(rung: Rung, status: HomeworkStatus) -> Self {
        Self { rung, status }
    }

    /// Every combination, also those that no work can reach.
    pub fn all() -> impl Iterator<Item = Self> {
        Rung::ALL
            .into_iter()
            .flat_map(|rung| HomeworkStatus::ALL.map(|status| Self::new(rung, status)))
    }

    /// The state of a work that comes from another system, by the name of its stage there.
    #[must_use]
    pub fn of_import(stage: &str) -> Option<Self> {
        use HomeworkStatus as S;
        Some(match stage {
            "personal" => Self::new(Rung::Personal, S::Submitted),
            "school_polish" => Self::new(Rung::School, S::UnderReview),
            "region" => Self::new(Rung::Regional, S::UnderReview),
            "exhibition" => Self::new(Rung::Exhibition, S::UnderReview),
            "library" => Self::new(Rung::Library, S::Accepted),
            _ => return None,
        })
    }

    /// Whether the work was handed in and still takes part, so that it counts for quotas and
    /// for the trainee's required works.
    #[must_use]
    pub fn counts(self) -> bool {
        !matches!(self.status, HomeworkStatus::Draft | HomeworkStatus::Withdrawn)
    }
}

/// `school/under_review`.
impl std::fmt::Display for HomeworkState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.rung, self.status)
    }
}

/// A row of the ladder's table.
pub type HomeworkEdge = Edge<HomeworkState, HomeworkAction>;

/// The edge that an action takes from a state.
///
/// # Errors
/// `invalid-transition`.
pub fn edge(
    state: HomeworkState,
    action: HomeworkAction,
) -> Result<&'static HomeworkEdge, Refusal> {
    machine::edge(EDGES, state, action)
}

/// The state after an action.
///
/// # Errors
/// `invalid-transition`.
pub fn next(state: HomeworkState, action: HomeworkAction) -> Result<HomeworkState, Refusal> {
    edge(state, action).map(|edge| edge.to)
}

/// Where a work stands after one recommendation was cancelled while `others` still hold: the
/// work stays up as long as anybody recommends it.
#[must_use]
pub fn after_cancelling(edge: &HomeworkEdge, state: HomeworkState, others: u32) -> HomeworkState {
    if others > 0 { state } else { edge.to }
}

#[cfg(test)]
mod tests;
