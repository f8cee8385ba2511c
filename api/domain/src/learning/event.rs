use chrono::{DateTime, Datelike as _, TimeDelta, Utc};
use serde_json::Value;

use super::{EventDetail, EventFault, EventKind, LearningEvent, PresenceResult};
use crate::{number::Hundredths, text};

const LONGEST_TEXT: usize = 64;
const MOST_SECONDS: i64 = 604_800;
/// Integers beyond this are not exact in every JSON reader.
const MOST_MILLISECONDS: i64 = 9_007_199_254_740_991;
/// Clocks differ; an event from further ahead than this is wrong.
const AHEAD: TimeDelta = TimeDelta::minutes(10);

/// Reads one line of a file of events.
///
/// # Errors
/// `invalid_json`, or as [`parse`].
pub fn parse_line(line: &str, now: DateTime<Utc>) -> Result<LearningEvent, Vec<EventFault>> {
    let value = serde_json::from_str(line).map_err(|_| vec![EventFault::json()])?;
    parse(&value, now)
}

/// Reads an event; unknown fields are ignored.
///
/// # Errors
/// Every field that is missing, of a wrong type or out of range, or the time being more than
/// ten minutes ahead of `now`.
pub fn parse(value: &Value, now: DateTime<Utc>) -> Result<LearningEvent, Vec<EventFault>> {
    if !value.is_object() {
        return Err(vec![EventFault::json()]);
    }
    let mut fields = Fields { value, faults: vec![] };
    let event_id = fields.text("event_id");
    let detail = fields.detail();
    let trainee_no = fields.text("trainee_no");
    let course_code = fields.text("course_code");
    let occurred_at = fields.time("occurred_at");
    if occurred_at.is_some_and(|at| at.signed_duration_since(now) > AHEAD) {
        fields.faults.push(EventFault::future());
    }
    let event = (|| {
        Some(LearningEvent {
            event_id: event_id?,
            trainee_no: trainee_no?,
            course_code: course_code?,
            occurred_at: occurred_at?,
            detail: detail?,
        })
    })();
    event.filter(|_| fields.faults.is_empty()).ok_or(fields.faults)
}

struct Fields<'a> {
    value: &'a Value,
    faults: Vec<EventFault>,
}

impl Fields<'_> {
    fn read<T>(&mut self, name: &'static str, read: impl Fn(&Value) -> Option<T>) -> Option<T> {
        let found = self.value.get(name).and_then(read);
        if found.is_none() {
            self.faults.push(EventFault::field(name));
        }
        found
    }

    fn is_absent(&self, name: &str) -> bool {
        self.value.get(name).is_none_or(Value::is_null)
    }

    fn text(&mut self, name: &'static str) -> Option<String> {
        self.read(name, |value| {
            let text = value.as_str()?;
            let fits = (1..=LONGEST_TEXT).contains(&text.chars().count());
            (fits && !text::has_control(text)).then(|| text.to_owned())
        })
    }

    fn time(&mut self, name: &'static str) -> Option<DateTime<Utc>> {
        self.read(name, |value| {
            let at = DateTime::parse_from_rfc3339(value.as_str()?).ok()?.with_timezone(&Utc);
            (1970..=9999).contains(&at.year()).then_some(at)
        })
    }

    fn integer(&mut self, name: &'static str, most: i64) -> Option<i64> {
        self.read(name, |value| whole(value).filter(|number| (0..=most).contains(number)))
    }

    fn detail(&mut self) -> Option<EventDetail> {
        match self.read("type", |value| EventKind::parse(value.as_str()?))? {
            EventKind::Progress => {
                let watched_seconds = self.integer("watched_seconds", MOST_SECONDS)?;
                Some(EventDetail::Progress { watched_seconds })
            }
            EventKind::Completed => {
                let watched_seconds = self.integer("watched_seconds", MOST_SECONDS);
                let score = if self.is_absent("score") {
                    Some(None)
                } else {
                    self.read("score", mark).map(Some)
                };
                Some(EventDetail::Completed { watched_seconds: watched_seconds?, score: score? })
            }
            EventKind::PresenceCheck => {
                let result = self.read("result", |value| PresenceResult::parse(value.as_str()?));
                // Nobody answered a missed check, so there is nothing to measure.
                let silent =
                    result == Some(PresenceResult::Missed) && self.is_absent("response_ms");
                let response_ms = if silent {
                    Some(None)
                } else {
                    self.integer("response_ms", MOST_MILLISECONDS).map(Some)
                };
                Some(EventDetail::PresenceCheck { result: result?, response_ms: response_ms? })
            }
        }
    }
}

/// An integer as JSON Schema means it: 3.0 is one too.
fn whole(value: &Value) -> Option<i64> {
    let number = value.as_i64();
    number.or_else(|| {
        let hundredths = Hundredths::from_f64(value.as_f64()?)?.get();
        (hundredths.checked_rem(100)? == 0).then(|| hundredths.checked_div(100))?
    })
}

/// A score of 0 to 100; providers send averages, so it is rounded to hundredths.
fn mark(value: &Value) -> Option<Hundredths> {
    let score = value.as_f64().filter(|score| (0.0..=100.0).contains(score))?;
    Hundredths::nearest(score)
}
