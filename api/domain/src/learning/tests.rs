use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

const PLAIN: &str = include_str!("../../data/samples/online-progress.jsonl");
const STATEMENTS: &str = include_str!("../../data/samples/online-progress.xapi.jsonl");

fn now() -> DateTime<Utc> {
    "2020-12-01T00:00:00Z".parse().unwrap()
}

fn completed() -> Value {
    json!({"event_id": "e-1", "type": "completed", "trainee_no": "FY0001",
        "course_code": "YW-M1-001", "occurred_at": "2020-06-08T20:09:30+08:00",
        "watched_seconds": 4050, "score": 63, "colour": "unknown fields are ignored"})
}

fn with(field: &str, value: Value) -> Value {
    let mut event = completed();
    event[field] = value;
    event
}

fn check() -> Value {
    json!({"event_id": "e-2", "type": "presence_check", "trainee_no": "FY0001",
        "course_code": "YW-M1-001", "occurred_at": "2020-06-08T12:09:30Z",
        "result": "passed", "response_ms": 17781})
}

fn faults(value: &Value) -> Vec<(&'static str, Option<&'static str>)> {
    parse(value, now()).unwrap_err().into_iter().map(|fault| (fault.code, fault.field)).collect()
}

#[test]
fn a_statement_tells_the_same_as_its_plain_twin() {
    let mut pairs = 0;
    for (plain, statement) in PLAIN.lines().zip(STATEMENTS.lines()) {
        let plain = parse_line(plain, now()).unwrap();
        let statement = parse_statement(&serde_json::from_str(statement).unwrap(), now()).unwrap();
        assert_eq!(plain, statement);
        assert_eq!(plain.canonical(), statement.canonical());
        pairs += 1;
    }
    assert_eq!(pairs, 12);
}

#[test]
fn each_wrong_field_is_named() {
    let invalid = |field| vec![("invalid_field", Some(field))];
    for (field, values) in [
        (
            "event_id",
            vec![json!(""), json!(1), json!("x".repeat(65)), json!("a\u{0}"), Value::Null],
        ),
        ("type", vec![json!("paused"), Value::Null]),
        ("trainee_no", vec![json!(7), json!("")]),
        ("course_code", vec![Value::Null]),
        ("occurred_at", vec![json!("2020-06-08"), json!("2020-06-08T20:09:30"), json!(0)]),
        ("watched_seconds", vec![json!(-1), json!(604_801), json!("9"), json!(1.5), json!(true)]),
        ("score", vec![json!(-0.1), json!(100.1), json!("63"), json!(false)]),
    ] {
        for value in values {
            assert_eq!(faults(&with(field, value.clone())), invalid(field), "{field} {value}");
        }
    }
    let mut presence = check();
    presence["result"] = json!("dodged");
    presence["response_ms"] = json!(-1);
    assert_eq!(faults(&presence), [invalid("result"), invalid("response_ms")].concat());
}

#[test]
fn only_a_missed_check_has_no_response_time() {
    for (result, response_ms, fine) in [
        ("missed", Value::Null, true),
        ("missed", json!(90_000), true),
        ("missed", json!("late"), false),
        ("passed", Value::Null, false),
    ] {
        let mut event = check();
        event["result"] = json!(result);
        event["response_ms"] = response_ms.clone();
        assert_eq!(parse(&event, now()).is_ok(), fine, "{result} {response_ms}");
    }
}

#[test]
fn bounds_are_inside() {
    for (field, value) in [
        ("event_id", json!("长".repeat(64))),
        ("watched_seconds", json!(604_800)),
        ("watched_seconds", json!(0)),
        ("watched_seconds", json!(30.0)),
        ("score", json!(100)),
        ("score", json!(0)),
        ("score", json!(85.333)),
        ("score", Value::Null),
        ("occurred_at", json!("2020-12-01T00:10:00Z")),
    ] {
        assert!(parse(&with(field, value.clone()), now()).is_ok(), "{field} {value}");
    }
    assert_eq!(
        faults(&with("occurred_at", json!("2020-12-01T08:10:01+08:00"))),
        [("occurred_in_future", Some("occurred_at"))]
    );
}

#[test]
fn what_is_no_object_is_no_event() {
    for line in ["", "{", "[]", "7", "null"] {
        let faults = parse_line(line, now()).unwrap_err();
        assert_eq!(faults[0].code, "invalid_json", "{line}");
    }
    let verb = json!({"verb": {"id": "http://adlnet.gov/expapi/verbs/voided"}});
    let faults = parse_statement(&verb, now()).unwrap_err();
    assert!(faults.contains(&EventFault::field("type")));
}

#[test]
fn the_same_content_has_one_canonical_spelling() {
    let first = parse(&completed(), now()).unwrap();
    let moved = with("occurred_at", json!("2020-06-08T12:09:30Z"));
    assert_eq!(first.canonical(), parse(&moved, now()).unwrap().canonical());
    let other = with("watched_seconds", json!(4051));
    assert_ne!(first.canonical(), parse(&other, now()).unwrap().canonical());
}

#[test]
fn only_a_completion_gives_the_courses_hours() {
    let hours = Hundredths::whole(6);
    let mut progress = CourseProgress::default();
    progress.merge(&parse(&check(), now()).unwrap(), hours);
    assert_eq!((progress.credited_hours, progress.presence_passed), (Hundredths::ZERO, 1));
    progress.merge(&parse(&completed(), now()).unwrap(), hours);
    assert_eq!((progress.credited_hours, progress.watched_seconds), (hours, 4050));
    assert_eq!(progress.score, Some(Hundredths::whole(63)));
}

fn any_event() -> impl Strategy<Value = LearningEvent> {
    let detail = prop_oneof![
        (0_i64..=604_800).prop_map(|watched_seconds| EventDetail::Progress { watched_seconds }),
        (0_i64..=604_800, proptest::option::of(0_i64..=10_000)).prop_map(|(seconds, score)| {
            EventDetail::Completed { watched_seconds: seconds, score: score.map(Hundredths::new) }
        }),
        any::<bool>().prop_map(|passed| EventDetail::PresenceCheck {
            result: if passed { PresenceResult::Passed } else { PresenceResult::Missed },
            response_ms: passed.then_some(1),
        }),
    ];
    (0_u16..500, 0_i64..1_000_000, detail).prop_map(|(id, seconds, detail)| LearningEvent {
        event_id: id.to_string(),
        trainee_no: "T".into(),
        course_code: "C".into(),
        occurred_at: DateTime::from_timestamp(seconds, 0).unwrap(),
        detail,
    })
}

/// Keeps each event's id once, as the ledger does.
fn deliver<'a>(events: impl IntoIterator<Item = &'a LearningEvent>) -> CourseProgress {
    let mut ledger = std::collections::HashSet::new();
    let mut progress = CourseProgress::default();
    for event in events {
        if ledger.insert(&event.event_id) {
            progress.merge(event, Hundredths::whole(6));
        }
    }
    progress
}

proptest! {
    #[test]
    fn order_and_redelivery_change_nothing(
        events in proptest::collection::vec(any_event(), 0..30),
        keys in proptest::collection::vec(any::<u32>(), 60),
    ) {
        let mut once = std::collections::BTreeMap::new();
        for event in &events {
            once.entry(event.event_id.clone()).or_insert_with(|| event.clone());
        }
        let events: Vec<_> = once.into_values().collect();
        let mut shuffled: Vec<_> = keys.iter().zip(events.iter().chain(&events)).collect();
        shuffled.sort_by_key(|(key, _)| **key);
        prop_assert_eq!(deliver(shuffled.into_iter().map(|(_, event)| event)), deliver(&events));
    }

    #[test]
    fn any_line_is_judged_without_a_panic(line in any::<String>(), number in any::<f64>()) {
        let _ = parse_line(&line, now());
        let _ = parse(&with("watched_seconds", json!(number)), now());
        let _ = parse(&with("score", json!(number)), now());
        let _ = parse(&with("occurred_at", json!(line)), now());
        let _ = parse_statement(&json!({"result": {"duration": line}}), now());
    }
}
