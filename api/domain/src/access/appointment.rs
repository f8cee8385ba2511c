//! What becomes of a role once it is given (S13).

use super::Rule;
use crate::{
    machine::{By, Edge},
    words::words,
};

words! {
    /// Whether a role gives rights; only an active one does.
    pub enum AppointmentStatus {
        Active = "active",
        /// It begins later.
        Future = "future",
        Suspended = "suspended",
        Ended = "ended",
    }
}

words! {
    pub enum AppointmentAction {
        End = "end",
        Suspend = "suspend",
        Reinstate = "reinstate",
    }
}

/// A row of the table.
pub type AppointmentEdge = Edge<AppointmentStatus, AppointmentAction>;

use AppointmentAction as A;
use AppointmentStatus as S;

const fn row(action: A, from: &'static [S], to: S, reason: bool) -> AppointmentEdge {
    Edge { action, from, to, by: By::Rule(Rule::A05Grant), reason }
}

/// Every move of a role.
pub const APPOINTMENT_EDGES: &[AppointmentEdge] = &[
    row(A::End, &[S::Active, S::Future, S::Suspended], S::Ended, true),
    row(A::Suspend, &[S::Active, S::Future], S::Suspended, true),
    row(A::Reinstate, &[S::Suspended], S::Active, false),
];
