use std::fmt;

/// Why a file is refused as a whole. The code is stable and is what the client words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultCode {
    FileTooLarge,
    Encrypted,
    UnsupportedFormat,
    CorruptFile,
    NoHeader,
    NoRows,
    /// Two columns of a title that is wanted.
    DuplicateColumn,
}

impl FaultCode {
    pub const ALL: [Self; 7] = [
        Self::FileTooLarge,
        Self::Encrypted,
        Self::UnsupportedFormat,
        Self::CorruptFile,
        Self::NoHeader,
        Self::NoRows,
        Self::DuplicateColumn,
    ];

    /// The code as it stands in answers and in the import's record.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FileTooLarge => "file_too_large",
            Self::Encrypted => "encrypted",
            Self::UnsupportedFormat => "unsupported_format",
            Self::CorruptFile => "corrupt_file",
            Self::NoHeader => "no_header",
            Self::NoRows => "no_rows",
            Self::DuplicateColumn => "duplicate_column",
        }
    }
}

/// A refused file: a stable code, and an English sentence that names the limit or the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFault {
    pub code: FaultCode,
    pub detail: String,
}

impl FileFault {
    pub(crate) fn corrupt(detail: impl Into<String>) -> Self {
        Self { code: FaultCode::CorruptFile, detail: detail.into() }
    }

    pub(crate) fn unsupported(detail: impl Into<String>) -> Self {
        Self { code: FaultCode::UnsupportedFormat, detail: detail.into() }
    }

    pub(crate) fn encrypted() -> Self {
        Self {
            code: FaultCode::Encrypted,
            detail: "the file is protected by a password; save it without one".into(),
        }
    }

    pub(crate) fn too_large(what: &str, limit: u64) -> Self {
        Self {
            code: FaultCode::FileTooLarge,
            detail: format!("the file has more {what} than the limit of {limit}"),
        }
    }
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code.as_str(), self.detail)
    }
}

impl std::error::Error for FileFault {}
