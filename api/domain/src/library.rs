//! The shared library (s.13, s.29): a work stays in it until it is taken down, and what was
//! taken down still says why.

use crate::{
    access::{Rule, Scope},
    machine::{By, Edge},
    refusal::Refusal,
    words::words,
};

words! {
    /// Whether the library shows a thing.
    pub enum ResourceStatus {
        Published = "published",
        /// Its author asked; it is shown until the county or the project team decides.
        TakeDownRequested = "take_down_requested",
        TakenDown = "taken_down",
    }
}

words! {
    pub enum ResourceAction {
        /// By the author.
        RequestTakeDown = "request_take_down",
        /// By the county or the project team.
        TakeDown = "take_down",
    }
}

use ResourceStatus::{Published, TakeDownRequested, TakenDown};

/// All moves of a thing in the library.
pub const EDGES: &[Edge<ResourceStatus, ResourceAction>] = &[
    Edge {
        action: ResourceAction::RequestTakeDown,
        from: &[Published],
        to: TakeDownRequested,
        by: By::Rule(Rule::W10TakeDown),
        reason: true,
    },
    Edge {
        action: ResourceAction::TakeDown,
        from: &[Published, TakeDownRequested],
        to: TakenDown,
        by: By::Rule(Rule::W10TakeDown),
        reason: true,
    },
];

impl ResourceAction {
    /// The action that a right of this scope gives: authors ask, officers decide.
    #[must_use]
    pub fn of_scope(scope: Scope) -> Self {
        if scope == Scope::Own { Self::RequestTakeDown } else { Self::TakeDown }
    }

    /// Whether a right of this scope is enough for the action.
    ///
    /// # Errors
    /// `forbidden`.
    pub fn permit(self, scope: Scope) -> Result<(), Refusal> {
        if Self::of_scope(scope) == self { Ok(()) } else { Err(Refusal::forbidden()) }
    }
}

impl ResourceStatus {
    /// Whether the library shows it and its files.
    #[must_use]
    pub fn is_shown(self) -> bool {
        self != TakenDown
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::edge;

    #[test]
    fn authors_ask_officers_decide_and_what_is_down_stays_down() {
        use ResourceAction::{RequestTakeDown, TakeDown};
        assert_eq!(ResourceAction::of_scope(Scope::Own), RequestTakeDown);
        assert_eq!(ResourceAction::of_scope(Scope::County), TakeDown);
        assert!(TakeDown.permit(Scope::Own).is_err() && TakeDown.permit(Scope::Project).is_ok());
        assert_eq!(edge(EDGES, TakeDownRequested, TakeDown).map(|edge| edge.to), Ok(TakenDown));
        for action in ResourceAction::ALL {
            assert!(edge(EDGES, TakenDown, action).is_err());
        }
    }
}
