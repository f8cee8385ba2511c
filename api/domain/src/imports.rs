//! How a file comes in: it is checked, committed and perhaps undone (F67).

use crate::{
    access::Rule,
    machine::{By, Edge},
    words::words,
};

words! {
    /// How far a file has come. `refused` is the file's fault, `failed` is ours: send it again.
    pub enum ImportStatus {
        Checking = "checking",
        Checked = "checked",
        Refused = "refused",
        Failed = "failed",
        Committed = "committed",
        Undone = "undone",
    }
}

words! {
    /// What people do with a file that was checked.
    pub enum ImportAction {
        Commit = "commit",
        Undo = "undo",
    }
}

/// The moves of an import that people make. Which rule lets them hangs on the kind of the file;
/// the one named here is that of the roster.
pub const IMPORT_EDGES: &[Edge<ImportStatus, ImportAction>] = {
    use {ImportAction as A, ImportStatus as S};
    &[
        Edge {
            action: A::Commit,
            from: &[S::Checked],
            to: S::Committed,
            by: By::Rule(Rule::O02Import),
            reason: false,
        },
        Edge {
            action: A::Undo,
            from: &[S::Committed],
            to: S::Undone,
            by: By::Rule(Rule::O02Import),
            reason: false,
        },
    ]
};
