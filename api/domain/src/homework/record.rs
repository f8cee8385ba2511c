//! Works that another system hands over with the way they came: one JSON value per line.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::{HomeworkAction, HomeworkState, HomeworkStatus, Rung};
use crate::text;

/// The most that a title and a text may hold, in characters.
const TITLE: usize = 200;
const BODY: usize = 100_000;
const CODE: usize = 64;

/// A work with its stages in another system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub external_id: String,
    pub trainee_no: String,
    /// Code of the workshop it was made in, if any.
    pub workshop: Option<String>,
    /// Name of its subject; the author's own where it names none.
    pub subject: Option<String>,
    pub title: String,
    pub body: String,
    pub submitted_at: DateTime<Utc>,
    pub state: HomeworkState,
    /// The rungs it climbed, the lowest first, and when.
    pub climbed: Vec<(Rung, DateTime<Utc>)>,
}

/// A move that a record tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Climb {
    pub action: HomeworkAction,
    pub from: HomeworkState,
    pub to: HomeworkState,
    pub at: DateTime<Utc>,
}

impl Record {
    /// The moves that brought it where it stands. Who made them is not told.
    #[must_use]
    pub fn climbs(&self) -> Vec<Climb> {
        let mut from = HomeworkState::new(Rung::Personal, HomeworkStatus::Draft);
        let mut climbs = vec![];
        for (rung, at) in &self.climbed {
            let (action, to) = arrival(*rung);
            climbs.push(Climb { action, from, to, at: *at });
            from = to;
        }
        climbs
    }
}

/// What brings a work to a rung, and how it stands there.
fn arrival(rung: Rung) -> (HomeworkAction, HomeworkState) {
    use HomeworkAction as A;
    use HomeworkStatus as S;
    let (action, status) = match rung {
        Rung::Personal => (A::Submit, S::Submitted),
        Rung::School => (A::Recommend, S::UnderReview),
        Rung::Regional => (A::Push, S::UnderReview),
        Rung::Exhibition => (A::RecommendRegionally, S::UnderReview),
        Rung::Library => (A::Publish, S::Accepted),
    };
    (action, HomeworkState::new(rung, status))
}

/// Reads one line; unknown fields are ignored.
///
/// # Errors
/// `invalid_json`, `invalid_field`, `title_missing`, `stage_unknown`, or `history_broken` where
/// the stages do not lead up to where the work stands.
pub fn parse_record(line: &str) -> Result<Record, &'static str> {
    let value: Value = serde_json::from_str(line).map_err(|_| "invalid_json")?;
    if !value.is_object() {
        return Err("invalid_json");
    }
    let title = optional(&value, "title", TITLE)?.ok_or("title_missing")?;
    let stage = optional(&value, "stage", CODE)?.ok_or("invalid_field")?;
    let state = HomeworkState::of_import(&stage).ok_or("stage_unknown")?;
    let body = match value.get("body") {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(body)) if body.chars().count() <= BODY => body.clone(),
        Some(_) => return Err("invalid_field"),
    };
    if text::has_control_besides_breaks(&body) {
        return Err("invalid_field");
    }
    let submitted_at = time(value.get("submitted_at")).ok_or("invalid_field")?;
    let mut climbed = history(&value, state.rung)?;
    // Some systems enter a work on its first rung hours after it was handed in.
    if let Some((_, first)) = climbed.first_mut() {
        *first = submitted_at.min(*first);
    }
    Ok(Record {
        external_id: optional(&value, "homework_id", CODE)?.ok_or("invalid_field")?,
        trainee_no: optional(&value, "trainee_no", CODE)?.ok_or("invalid_field")?,
        workshop: optional(&value, "workshop", CODE)?,
        subject: optional(&value, "subject", CODE)?,
        title,
        body,
        submitted_at,
        state,
        climbed,
    })
}

/// A text without control characters; empty is none.
fn optional(value: &Value, name: &str, most: usize) -> Result<Option<String>, &'static str> {
    let found = match value.get(name) {
        None | Some(Value::Null) => return Ok(None),
        Some(found) => found.as_str().ok_or("invalid_field")?.trim(),
    };
    if found.chars().count() > most || text::has_control(found) {
        return Err("invalid_field");
    }
    Ok(Some(found.to_owned()).filter(|text| !text.is_empty()))
}

fn time(value: Option<&Value>) -> Option<DateTime<Utc>> {
    let at = DateTime::parse_from_rfc3339(value?.as_str()?).ok()?.with_timezone(&Utc);
    (1970..=9999).contains(&chrono::Datelike::year(&at)).then_some(at)
}

/// The stages from the first to where the work stands, each once and none before the one below.
fn history(value: &Value, top: Rung) -> Result<Vec<(Rung, DateTime<Utc>)>, &'static str> {
    let steps = value.get("history").and_then(Value::as_array).ok_or("invalid_field")?;
    let mut climbed: Vec<(Rung, DateTime<Utc>)> = vec![];
    for (step, rung) in steps.iter().zip(Rung::ALL) {
        let stage = step.get("stage").and_then(Value::as_str).unwrap_or_default();
        let state = HomeworkState::of_import(stage).ok_or("stage_unknown")?;
        let at = time(step.get("at")).ok_or("invalid_field")?;
        if state.rung != rung || climbed.last().is_some_and(|(_, before)| at < *before) {
            return Err("history_broken");
        }
        climbed.push((rung, at));
    }
    let whole = climbed.len() == steps.len() && climbed.last().map(|(rung, _)| *rung) == Some(top);
    if whole { Ok(climbed) } else { Err("history_broken") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(stage: &str, history: &str) -> String {
        format!(
            r#"{{"homework_id":"H1","trainee_no":"T1","title":"《静夜思》教学设计","body":"一\n二",
            "submitted_at":"2020-10-03T20:49:00+08:00","stage":"{stage}","history":[{history}]}}"#
        )
    }

    const FIRST: &str = r#"{"stage":"personal","at":"2020-10-03T20:49:00+08:00"}"#;
    const SECOND: &str = r#"{"stage":"school_polish","at":"2020-10-07T20:49:00+08:00"}"#;

    #[test]
    fn a_record_tells_the_moves_that_brought_it_there() {
        let record = parse_record(&line("school_polish", &format!("{FIRST},{SECOND}")));
        let climbs = record.unwrap().climbs();
        let moves: Vec<String> =
            climbs.iter().map(|one| format!("{} {} {}", one.from, one.action, one.to)).collect();
        assert_eq!(
            moves,
            [
                "personal/draft submit personal/submitted",
                "personal/submitted recommend school/under_review"
            ]
        );
    }

    #[test]
    fn a_work_is_handed_in_when_its_author_did_so_not_when_it_was_entered() {
        let entered = FIRST.replace("20:49", "23:49");
        let record = parse_record(&line("personal", &entered)).unwrap();
        assert_eq!(record.climbs()[0].at, record.submitted_at);
        let early = FIRST.replace("20:49", "08:49");
        let record = parse_record(&line("personal", &early)).unwrap();
        assert!(record.climbs()[0].at < record.submitted_at);
    }

    #[test]
    fn each_fault_of_a_record_has_its_code() {
        let broken = format!("{SECOND},{FIRST}");
        for (line, code) in [
            ("{".to_owned(), "invalid_json"),
            ("[]".to_owned(), "invalid_json"),
            (line("heaven", FIRST), "stage_unknown"),
            (line("school_polish", FIRST), "history_broken"),
            (line("personal", &format!("{FIRST},{SECOND}")), "history_broken"),
            (line("school_polish", &broken), "history_broken"),
            (line("personal", "{}"), "stage_unknown"),
            (line("personal", FIRST).replace("《静夜思》教学设计", " "), "title_missing"),
            (line("personal", FIRST).replace("\"H1\"", "7"), "invalid_field"),
            (line("personal", FIRST).replace("2020-10-03T20:49:00+08:00", "昨天"), "invalid_field"),
        ] {
            assert_eq!(parse_record(&line), Err(code), "{line}");
        }
    }
}
