//! What the course provider reports, delivered at least once and in any order.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;

use crate::{number::Hundredths, words::words};

mod event;
mod progress;
mod statement;

pub use event::{parse, parse_line};
pub use progress::CourseProgress;
pub use statement::parse_statement;

words! {
    /// What an event is about.
    pub enum EventKind {
        Progress = "progress",
        Completed = "completed",
        PresenceCheck = "presence_check",
    }
}

words! {
    /// How a presence check (s.101) ended.
    pub enum PresenceResult {
        Passed = "passed",
        Missed = "missed",
    }
}

/// What an event says beyond who, which course and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventDetail {
    /// Cumulative seconds watched; of several reports the highest holds.
    Progress {
        watched_seconds: i64,
    },
    Completed {
        watched_seconds: i64,
        score: Option<Hundredths>,
    },
    /// A check that was missed has no response time.
    PresenceCheck {
        result: PresenceResult,
        response_ms: Option<i64>,
    },
}

/// An event that keeps all rules of its form. Whether its trainee and course exist is for the
/// caller to find out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LearningEvent {
    pub event_id: String,
    pub trainee_no: String,
    pub course_code: String,
    pub occurred_at: DateTime<Utc>,
    pub detail: EventDetail,
}

impl LearningEvent {
    #[must_use]
    pub fn kind(&self) -> EventKind {
        match self.detail {
            EventDetail::Progress { .. } => EventKind::Progress,
            EventDetail::Completed { .. } => EventKind::Completed,
            EventDetail::PresenceCheck { .. } => EventKind::PresenceCheck,
        }
    }

    /// The content in one spelling, to be digested: equal for a redelivered event, whatever
    /// the order of its fields, the offset of its time or unknown extra fields.
    #[must_use]
    pub fn canonical(&self) -> String {
        let detail = match self.detail {
            EventDetail::Progress { watched_seconds } => json!([watched_seconds]),
            EventDetail::Completed { watched_seconds, score } => json!([watched_seconds, score]),
            EventDetail::PresenceCheck { result, response_ms } => json!([result, response_ms]),
        };
        json!([
            self.event_id,
            self.kind(),
            self.trainee_no,
            self.course_code,
            self.occurred_at,
            detail
        ])
        .to_string()
    }
}

/// Why an event was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventFault {
    /// `invalid_json`, `invalid_field` or `occurred_in_future`.
    pub code: &'static str,
    /// The field that is missing, of a wrong type or out of range.
    pub field: Option<&'static str>,
}

impl EventFault {
    fn json() -> Self {
        Self { code: "invalid_json", field: None }
    }

    fn field(field: &'static str) -> Self {
        Self { code: "invalid_field", field: Some(field) }
    }

    fn future() -> Self {
        Self { code: "occurred_in_future", field: Some("occurred_at") }
    }
}

#[cfg(test)]
mod tests;
