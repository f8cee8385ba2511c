//! How the rules say no.

use std::{borrow::Cow, fmt};

/// The kind of a refusal: what a program reacts to. [`Kind::slug`] is part of the public API
/// (`code` of a problem document, and the last segment of its `type`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    ValidationFailed,
    InvalidCursor,
    InvalidCredentials,
    TooManyAttempts,
    WeakPassword,
    StepUpRequired,
    Forbidden,
    FieldForbidden,
    SelfDealing,
    FourEyesRequired,
    NotFound,
    FileMissing,
    InvalidTransition,
    Duplicate,
    CapacityExceeded,
    QuotaExceeded,
    ScoreLocked,
    WindowClosed,
    PreconditionFailed,
    PreconditionRequired,
    ContentTooLarge,
    UnsupportedFileType,
    ArchiveRejected,
    ImportRejected,
    LinkInvalid,
    LinkExpired,
    RateLimited,
    Overloaded,
    StorageFull,
    IdempotencyKeyReused,
}

impl Kind {
    pub const ALL: [Self; 30] = [
        Self::ValidationFailed,
        Self::InvalidCursor,
        Self::InvalidCredentials,
        Self::TooManyAttempts,
        Self::WeakPassword,
        Self::StepUpRequired,
        Self::Forbidden,
        Self::FieldForbidden,
        Self::SelfDealing,
        Self::FourEyesRequired,
        Self::NotFound,
        Self::FileMissing,
        Self::InvalidTransition,
        Self::Duplicate,
        Self::CapacityExceeded,
        Self::QuotaExceeded,
        Self::ScoreLocked,
        Self::WindowClosed,
        Self::PreconditionFailed,
        Self::PreconditionRequired,
        Self::ContentTooLarge,
        Self::UnsupportedFileType,
        Self::ArchiveRejected,
        Self::ImportRejected,
        Self::LinkInvalid,
        Self::LinkExpired,
        Self::RateLimited,
        Self::Overloaded,
        Self::StorageFull,
        Self::IdempotencyKeyReused,
    ];

    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::ValidationFailed => "validation-failed",
            Self::InvalidCursor => "invalid-cursor",
            Self::InvalidCredentials => "invalid-credentials",
            Self::TooManyAttempts => "too-many-attempts",
            Self::WeakPassword => "weak-password",
            Self::StepUpRequired => "step-up-required",
            Self::Forbidden => "forbidden",
            Self::FieldForbidden => "field-forbidden",
            Self::SelfDealing => "self-dealing",
            Self::FourEyesRequired => "four-eyes-required",
            Self::NotFound => "not-found",
            Self::FileMissing => "file-missing",
            Self::InvalidTransition => "invalid-transition",
            Self::Duplicate => "duplicate",
            Self::CapacityExceeded => "capacity-exceeded",
            Self::QuotaExceeded => "quota-exceeded",
            Self::ScoreLocked => "score-locked",
            Self::WindowClosed => "window-closed",
            Self::PreconditionFailed => "precondition-failed",
            Self::PreconditionRequired => "precondition-required",
            Self::ContentTooLarge => "content-too-large",
            Self::UnsupportedFileType => "unsupported-file-type",
            Self::ArchiveRejected => "archive-rejected",
            Self::ImportRejected => "import-rejected",
            Self::LinkInvalid => "link-invalid",
            Self::LinkExpired => "link-expired",
            Self::RateLimited => "rate-limited",
            Self::Overloaded => "overloaded",
            Self::StorageFull => "storage-full",
            Self::IdempotencyKeyReused => "idempotency-key-reused",
        }
    }
}

/// One field, row or condition that stands in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// JSON pointer into the request body (`/title`), or empty for the thing as a whole.
    pub pointer: String,
    /// Stable snake_case name of the rule, such as `class_full`.
    pub code: Cow<'static, str>,
    /// One English sentence with the next step.
    pub detail: String,
}

/// A rule's "no": its kind, a sentence for a person, and the faults one by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub kind: Kind,
    pub detail: String,
    pub faults: Vec<Fault>,
    /// Seconds after which it is worth trying again, where waiting helps.
    pub retry_after: Option<u32>,
}

impl Refusal {
    #[must_use]
    pub fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into(), faults: vec![], retry_after: None }
    }

    /// A refusal named for its rule: `Refusal::rule(Kind::CapacityExceeded, "class_full", "…")`.
    #[must_use]
    pub fn rule(kind: Kind, code: &'static str, detail: impl Into<String>) -> Self {
        let detail = detail.into();
        Self::new(kind, detail.clone()).with(String::new(), code, detail)
    }

    /// One wrong field of the request body.
    #[must_use]
    pub fn field(
        pointer: impl Into<String>,
        code: &'static str,
        detail: impl Into<String>,
    ) -> Self {
        Self::new(Kind::ValidationFailed, "Some fields are wrong; see `errors`.")
            .with(pointer, code, detail)
    }

    /// The thing does not exist, or the caller may not know that it does.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(Kind::NotFound, "There is nothing here that you may see.")
    }

    #[must_use]
    pub fn forbidden() -> Self {
        Self::new(Kind::Forbidden, "You can see this, but none of your roles may do it.")
    }

    #[must_use]
    pub fn with(
        mut self,
        pointer: impl Into<String>,
        code: impl Into<Cow<'static, str>>,
        detail: impl Into<String>,
    ) -> Self {
        self.faults.push(Fault {
            pointer: pointer.into(),
            code: code.into(),
            detail: detail.into(),
        });
        self
    }

    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// The first rule that refused, if one is named.
    #[must_use]
    pub fn rule_code(&self) -> Option<&str> {
        self.faults.first().map(|fault| fault.code.as_ref())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind.slug(), self.detail)
    }
}

impl std::error::Error for Refusal {}
