use std::io;

/// Why a file could not be taken in, kept or read.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("the file holds more than {limit} bytes")]
    TooLarge { limit: u64 },
    #[error("no space is left")]
    Full,
    #[error("the file is missing")]
    Missing,
    /// A backup is not whole, not ours, or was meddled with.
    #[error("the backup does not hold: {0}")]
    Damaged(String),
    /// The bucket did not do it.
    #[error("the bucket of files: {0}")]
    Away(String),
    #[error(transparent)]
    Io(io::Error),
}

impl From<zip::result::ZipError> for Fault {
    fn from(error: zip::result::ZipError) -> Self {
        match error {
            zip::result::ZipError::Io(cause) => cause.into(),
            other => Self::Damaged(other.to_string()),
        }
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::NotFound => Self::Missing,
            _ => Self::Io(error),
        }
    }
}
