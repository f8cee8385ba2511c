//! RFC 9457 problem documents: the one shape of every answer that is not a success.

use actix_web::{
    HttpResponse, ResponseError,
    http::{
        StatusCode,
        header::{ALLOW, RETRY_AFTER, WWW_AUTHENTICATE},
    },
};
use domain::{Fault, Kind, Refusal};
use serde::Serialize;
use std::{cell::RefCell, fmt};
use utoipa::ToSchema;

/// Every answer that is not a success.
#[derive(Debug, Clone)]
pub struct Problem(Box<ProblemView>);

/// Every answer that is not a success (RFC 9457).
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemView {
    /// Address of the page that explains this kind of problem.
    #[schema(format = "uri-reference", example = "/problems/validation-failed")]
    r#type: String,
    /// The kind of problem in a few words.
    title: String,
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What was wrong this time, and the next step.
    detail: String,
    /// Stable name of the kind, the last part of `type`.
    code: String,
    /// Under this id the request stands in the log.
    request_id: String,
    /// What stands in the way, one by one.
    errors: Vec<ProblemError>,
    #[serde(skip)]
    retry_after: Option<u32>,
    #[serde(skip)]
    allow: Option<String>,
}

/// One field, parameter or rule that stands in the way.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProblemError {
    /// JSON pointer into the body, or the name of a parameter or header.
    pub pointer: String,
    /// Stable name of the rule, such as `class_full`.
    pub code: String,
    pub detail: String,
}

/// Kinds that only HTTP knows.
const HTTP_KINDS: [(&str, u16, &str); 15] = [
    ("malformed-request", 400, "The request cannot be read"),
    ("unauthenticated", 401, "Nobody is signed in"),
    ("method-not-allowed", 405, "This address does not take this method"),
    ("not-acceptable", 406, "This format is not on offer"),
    ("request-timeout", 408, "The request took too long to arrive"),
    ("link-expired", 410, "This link has run out"),
    ("content-too-large", 413, "The content is too large"),
    ("uri-too-long", 414, "The address is too long"),
    ("unsupported-media-type", 415, "This media type is not taken"),
    ("range-not-satisfiable", 416, "The file has no such part"),
    ("headers-too-large", 431, "The headers are too large"),
    ("rate-limited", 429, "Too many requests"),
    ("internal", 500, "The fault is ours"),
    ("overloaded", 503, "Too busy at the moment"),
    ("storage-full", 507, "No space is left"),
];

/// Status and title of each kind of refusal.
fn of_kind(kind: Kind) -> (u16, &'static str) {
    match kind {
        Kind::ValidationFailed => (422, "Some values are wrong"),
        Kind::InvalidCursor => (400, "The cursor is not one of ours"),
        Kind::InvalidCredentials => (401, "The name or the secret is wrong"),
        Kind::TooManyAttempts => (429, "Too many attempts"),
        Kind::WeakPassword => (422, "The password is too easy to guess"),
        Kind::StepUpRequired => (403, "The password is needed again"),
        Kind::Forbidden => (403, "Not allowed"),
        Kind::FieldForbidden => (403, "This field is not yours to change"),
        Kind::SelfDealing => (403, "Nobody decides on their own work"),
        Kind::FourEyesRequired => (403, "A second person has to do this"),
        Kind::NotFound => (404, "Nothing here"),
        Kind::FileMissing => (410, "The file is no longer kept"),
        Kind::InvalidTransition => (409, "Not possible in this state"),
        Kind::Duplicate => (409, "It exists already"),
        Kind::CapacityExceeded => (409, "No room is left"),
        Kind::QuotaExceeded => (409, "The quota is used up"),
        Kind::ScoreLocked => (409, "The score is locked"),
        Kind::WindowClosed => (409, "The time for this is over"),
        Kind::PreconditionFailed => (412, "Somebody changed it meanwhile"),
        Kind::PreconditionRequired => (428, "Say which version you changed"),
        Kind::ContentTooLarge => (413, "The content is too large"),
        Kind::UnsupportedFileType => (415, "This kind of file is not taken"),
        Kind::ArchiveRejected => (422, "The archive is refused"),
        Kind::ImportRejected => (422, "The file is refused"),
        Kind::LinkInvalid => (404, "This link is not valid"),
        Kind::LinkExpired => (410, "This link has run out"),
        Kind::RateLimited => (429, "Too many requests"),
        Kind::Overloaded => (503, "Too busy at the moment"),
        Kind::StorageFull => (507, "No space is left"),
        Kind::IdempotencyKeyReused => (422, "The idempotency key was used before"),
    }
}

/// Every kind of problem there is: slug, status, title; for the pages under `/problems`.
pub fn catalogue() -> Vec<(&'static str, u16, &'static str)> {
    let rules = Kind::ALL.into_iter().map(|kind| {
        let (status, title) = of_kind(kind);
        (kind.slug(), status, title)
    });
    let mut all: Vec<_> = rules.chain(HTTP_KINDS).collect();
    all.sort_unstable();
    all.dedup_by_key(|(slug, ..)| *slug);
    all
}

thread_local! {
    static REQUEST_ID: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The id of the request that this thread is answering; set by the outermost middleware before
/// each poll of the request's future.
pub fn set_request_id(id: &str) {
    REQUEST_ID.with_borrow_mut(|kept| {
        kept.clear();
        kept.push_str(id);
    });
}

fn request_id() -> String {
    REQUEST_ID.with_borrow(Clone::clone)
}

impl Problem {
    /// A problem of HTTP itself, by its slug.
    pub fn http(slug: &'static str, detail: impl Into<String>) -> Self {
        let found = HTTP_KINDS.into_iter().find(|(name, ..)| *name == slug);
        let (name, status, title) = found.unwrap_or(("internal", 500, "The fault is ours"));
        Self::build(name, status, title, detail.into(), &[])
    }

    pub fn unauthenticated() -> Self {
        Self::http("unauthenticated", "Send a valid access token: `Authorization: Bearer …`.")
    }

    pub fn internal(cause: impl fmt::Display) -> Self {
        tracing::error!(%cause, "internal error");
        Self::http("internal", "The fault is ours; it has been noted under the request id.")
    }

    pub fn with(mut self, pointer: &str, code: &str, detail: impl Into<String>) -> Self {
        let (pointer, code, detail) = (pointer.to_owned(), code.to_owned(), detail.into());
        self.0.errors.push(ProblemError { pointer, code, detail });
        self
    }

    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.0.retry_after = Some(seconds);
        self
    }

    pub fn allow(mut self, methods: String) -> Self {
        self.0.allow = Some(methods);
        self
    }

    fn build(slug: &str, status: u16, title: &str, detail: String, faults: &[Fault]) -> Self {
        let error = |fault: &Fault| ProblemError {
            pointer: fault.pointer.clone(),
            code: fault.code.to_string(),
            detail: fault.detail.clone(),
        };
        Self(Box::new(ProblemView {
            r#type: format!("/problems/{slug}"),
            title: title.to_owned(),
            status,
            detail,
            code: slug.to_owned(),
            request_id: request_id(),
            errors: faults.iter().map(error).collect(),
            retry_after: None,
            allow: None,
        }))
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let (status, title) = of_kind(refusal.kind);
        let slug = refusal.kind.slug();
        let mut problem = Self::build(slug, status, title, refusal.detail, &refusal.faults);
        problem.0.retry_after = refusal.retry_after;
        problem
    }
}

impl From<app::Error> for Problem {
    fn from(error: app::Error) -> Self {
        use app::{Error, StoreError};
        match error {
            Error::Refused(refusal) => refusal.into(),
            Error::Store(StoreError::Busy | StoreError::Away) => {
                Self::http("overloaded", "The database is busy; try again.").retry_after(1)
            }
            Error::Store(StoreError::Full) => Self::http("storage-full", "The disk is full."),
            Error::Store(StoreError::Duplicate) => {
                Refusal::new(Kind::Duplicate, "Something with this key exists already.").into()
            }
            Error::Store(StoreError::Referenced) => {
                let detail = "Other records refer to this one, or what it refers to is gone.";
                Refusal::new(Kind::InvalidTransition, detail).into()
            }
            Error::Store(cause) => Self::internal(cause),
            Error::Fault(cause) => Self::internal(cause),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.0.status, self.0.code, self.0.detail)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let mut answer = HttpResponse::build(self.status_code());
        answer.content_type("application/problem+json");
        answer.insert_header(("x-request-id", self.0.request_id.clone()));
        if let Some(seconds) = self.0.retry_after {
            answer.insert_header((RETRY_AFTER, seconds.to_string()));
        }
        if let Some(methods) = &self.0.allow {
            answer.insert_header((ALLOW, methods.clone()));
        }
        if self.0.status == 401 {
            answer.insert_header((WWW_AUTHENTICATE, "Bearer"));
        }
        answer.json(&self.0)
    }
}
