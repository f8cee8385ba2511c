use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::{EventFault, EventKind, LearningEvent, parse};

/// Reads an xAPI 1.0.3 statement as the event it tells of: `id` is the event's id, the actor's
/// account name the trainee number, the last segment of the object's id the course code.
///
/// # Errors
/// As [`parse`], in the names of the plain event's fields; `type` for a verb other than
/// `progressed` and `completed`.
pub fn parse_statement(
    statement: &Value,
    now: DateTime<Utc>,
) -> Result<LearningEvent, Vec<EventFault>> {
    if !statement.is_object() {
        return Err(vec![EventFault::json()]);
    }
    let at = |pointer| statement.pointer(pointer).cloned();
    let course = statement
        .pointer("/object/id")
        .and_then(Value::as_str)
        .and_then(|id| id.rsplit('/').next())
        .map(Value::from);
    let verb = statement.pointer("/verb/id").and_then(Value::as_str).and_then(kind_of);
    let seconds =
        statement.pointer("/result/duration").and_then(Value::as_str).and_then(seconds_of);
    let fields = [
        ("event_id", at("/id")),
        ("type", verb.map(|kind| Value::from(kind.as_str()))),
        ("trainee_no", at("/actor/account/name")),
        ("course_code", course),
        ("occurred_at", at("/timestamp")),
        ("watched_seconds", seconds.map(Value::from)),
        ("score", statement.pointer("/result/score").and_then(score_of)),
    ];
    let known = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    parse(&Value::Object(known.collect::<Map<_, _>>()), now)
}

fn kind_of(verb: &str) -> Option<EventKind> {
    match verb {
        "http://adlnet.gov/expapi/verbs/progressed" => Some(EventKind::Progress),
        "http://adlnet.gov/expapi/verbs/completed" => Some(EventKind::Completed),
        _ => None,
    }
}

/// The raw score where it is out of 100, otherwise the scaled one.
fn score_of(score: &Value) -> Option<Value> {
    let number = |name| score.get(name).and_then(Value::as_f64);
    let of_hundred = number("max").is_none_or(|max| max == 100.0);
    let raw = score.get("raw").filter(|_| of_hundred).cloned();
    raw.or_else(|| Some(Value::from(number("scaled")? * 100.0)))
}

/// Whole seconds of an ISO 8601 duration of days, hours, minutes and seconds; parts of a
/// second are dropped.
fn seconds_of(duration: &str) -> Option<i64> {
    let rest = duration.strip_prefix('P')?;
    let (days, time) = rest.split_once('T').unwrap_or((rest, ""));
    let mut sum = 0_i64;
    let mut units = 0_u32;
    for (part, scale) in
        [(days, [('D', 86_400)].as_slice()), (time, &[('H', 3_600), ('M', 60), ('S', 1)])]
    {
        let mut part = part;
        for (unit, seconds) in scale {
            let Some((digits, tail)) = part.split_once(*unit) else { continue };
            let whole = digits.split_once('.').map_or(digits, |(whole, _)| whole);
            sum =
                sum.checked_add(whole.parse::<u32>().map(i64::from).ok()?.checked_mul(*seconds)?)?;
            part = tail;
            units = units.saturating_add(1);
        }
        if !part.is_empty() {
            return None;
        }
    }
    (units > 0).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::seconds_of;

    #[test]
    fn durations_are_read_in_whole_seconds() {
        for (text, seconds) in [
            ("PT2H46M1S", Some(9961)),
            ("PT0H44M13S", Some(2653)),
            ("PT90.9S", Some(90)),
            ("P1DT1M", Some(86_460)),
            ("PT", None),
            ("P1Y", None),
            ("PT1S2M", None),
            ("1H", None),
            ("PT-5S", None),
            ("PT99999999999H", None),
        ] {
            assert_eq!(seconds_of(text), seconds, "{text}");
        }
    }
}
