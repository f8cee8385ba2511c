use chrono::{DateTime, Utc};

use super::{EventDetail, LearningEvent, PresenceResult};
use crate::number::Hundredths;

/// What the events of one trainee and course come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CourseProgress {
    pub watched_seconds: i64,
    /// The earliest completion.
    pub completed_at: Option<DateTime<Utc>>,
    /// The best score of all completions.
    pub score: Option<Hundredths>,
    /// The course's hours once it is completed, nothing before.
    pub credited_hours: Hundredths,
    pub presence_passed: i64,
    pub presence_missed: i64,
    pub last_event_at: Option<DateTime<Utc>>,
}

impl CourseProgress {
    /// Adds an event. The order of events does not matter. The caller adds each `event_id`
    /// once, which its unique key in the ledger sees to: presence checks are counted.
    pub fn merge(&mut self, event: &LearningEvent, course_hours: Hundredths) {
        self.last_event_at = self.last_event_at.max(Some(event.occurred_at));
        match event.detail {
            EventDetail::Progress { watched_seconds } => self.watched(watched_seconds),
            EventDetail::Completed { watched_seconds, score } => {
                self.watched(watched_seconds);
                let at = event.occurred_at;
                self.completed_at = Some(self.completed_at.map_or(at, |first| first.min(at)));
                self.score = self.score.max(score);
                self.credited_hours = self.credited_hours.max(course_hours);
            }
            EventDetail::PresenceCheck { result, .. } => {
                let count = match result {
                    PresenceResult::Passed => &mut self.presence_passed,
                    PresenceResult::Missed => &mut self.presence_missed,
                };
                *count = count.saturating_add(1);
            }
        }
    }

    fn watched(&mut self, seconds: i64) {
        self.watched_seconds = self.watched_seconds.max(seconds);
    }
}
