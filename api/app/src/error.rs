use domain::{Kind, Refusal};

/// Why a use case did not do it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A fault of ours; the text is for the log only.
    #[error("{0}")]
    Fault(String),
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    #[must_use]
    pub fn fault(what: impl std::fmt::Display) -> Self {
        Self::Fault(what.to_string())
    }
}

/// Somebody else changed the thing since it was read.
pub(crate) fn stale() -> Refusal {
    let detail = "It was changed since you read it; read it again and redo your change.";
    Refusal::new(Kind::PreconditionFailed, detail)
}
