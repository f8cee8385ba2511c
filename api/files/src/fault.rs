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
    #[error("the file is not what was kept")]
    Damaged,
    #[error(transparent)]
    Io(io::Error),
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
