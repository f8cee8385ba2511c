//! What becomes of a place in a project (plan §3.1).

use crate::{
    access::Rule,
    machine::{By, Edge},
    words::words,
};

words! {
    /// The state of an enrolment.
    pub enum EnrollmentStatus {
        Imported = "imported",
        Invited = "invited",
        Activated = "activated",
        Placed = "placed",
        Active = "active",
        Completed = "completed",
        MakeUp = "make_up",
        Transferred = "transferred",
        /// Takes part later (病假, 产假 …).
        Deferred = "deferred",
        Withdrawn = "withdrawn",
        Exempted = "exempted",
    }
}

words! {
    /// What the county decides about a place.
    pub enum EnrollmentAction {
        Withdraw = "withdraw",
        Defer = "defer",
        Exempt = "exempt",
        TakeBack = "take_back",
        Transfer = "transfer",
    }
}

/// A row of the table.
pub type EnrollmentEdge = Edge<EnrollmentStatus, EnrollmentAction>;

use EnrollmentAction as A;
use EnrollmentStatus as S;

const PRESENT: &[S] =
    &[S::Imported, S::Invited, S::Activated, S::Placed, S::Active, S::Completed, S::MakeUp];

const fn row(action: A, from: &'static [S], to: S) -> EnrollmentEdge {
    Edge { action, from, to, by: By::Rule(Rule::O04Settle), reason: true }
}

/// Every decision; each needs a reason, and takes the place out of the denominators or back
/// into them from its instant on. A transfer keeps the state.
pub const EDGES: &[EnrollmentEdge] = &[
    row(A::Withdraw, &[S::Deferred, S::Exempted], S::Withdrawn),
    row(A::Withdraw, PRESENT, S::Withdrawn),
    row(A::Defer, PRESENT, S::Deferred),
    row(A::Exempt, PRESENT, S::Exempted),
    row(A::Exempt, &[S::Deferred], S::Exempted),
    row(A::TakeBack, &[S::Withdrawn, S::Deferred, S::Exempted], S::Active),
    row(A::Transfer, &[S::Imported], S::Imported),
    row(A::Transfer, &[S::Invited], S::Invited),
    row(A::Transfer, &[S::Activated], S::Activated),
    row(A::Transfer, &[S::Placed, S::Active], S::Active),
    row(A::Transfer, &[S::MakeUp], S::MakeUp),
];

impl EnrollmentAction {
    /// The decision that leads to a state, where one does.
    #[must_use]
    pub fn to(status: EnrollmentStatus) -> Option<Self> {
        match status {
            S::Withdrawn => Some(Self::Withdraw),
            S::Deferred => Some(Self::Defer),
            S::Exempted => Some(Self::Exempt),
            S::Active => Some(Self::TakeBack),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{A, EDGES, EnrollmentStatus, S};
    use crate::machine::edge;

    #[test]
    fn who_left_can_be_taken_back_and_nobody_leaves_twice() {
        for status in EnrollmentStatus::ALL {
            let left = matches!(status, S::Withdrawn | S::Deferred | S::Exempted);
            assert_eq!(edge(EDGES, status, A::TakeBack).is_ok(), left, "{status}");
            let stays = !matches!(status, S::Withdrawn | S::Transferred);
            assert_eq!(edge(EDGES, status, A::Withdraw).is_ok(), stays, "{status}");
        }
        assert!(EDGES.iter().all(|edge| edge.reason));
    }
}
