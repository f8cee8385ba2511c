//! Where the county's marks on a sheet came from: a file may have brought them long before the
//! school writes its own.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde_json::Value;
use store::practice::{Row, Trace};
use uuid::Uuid;

/// Where the standing county's mark of a row came from, and whether its note still fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    pub enrollment: Uuid,
    pub county: Option<CountyMark>,
    /// The note was written while there was no mark, and there is one now.
    pub note_before_mark: bool,
}

/// Since when a county's mark stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountyMark {
    pub at: DateTime<Utc>,
    /// `county` by hand, `import` by a file.
    pub source: String,
    pub by: Option<String>,
}

#[derive(Default)]
struct Past {
    county: Option<CountyMark>,
    unmarked_note: bool,
}

/// The origins of the rows that have a county's mark or a note to look at again. `traces` come
/// oldest first.
pub(super) fn origins(rows: &[Row], traces: &[Trace]) -> Vec<Origin> {
    let mut past: HashMap<Uuid, Past> = HashMap::new();
    for trace in traces {
        let read = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
        let (before, after) = (read(&trace.before), read(&trace.after));
        let known = past.entry(trace.score_id).or_default();
        let field = |of: &Value, name: &str| of.get(name).cloned().unwrap_or_default();
        let moved = |name: &str| field(&before, name) != field(&after, name);
        if moved("county_score") {
            known.county = (!field(&after, "county_score").is_null()).then(|| CountyMark {
                at: trace.at,
                source: trace.source.clone(),
                by: trace.actor_name.clone(),
            });
        }
        if moved("note") {
            known.unmarked_note = field(&after, "final_score").is_null();
        }
    }
    let origin = |row: &Row| {
        let known = past.remove(&row.id).unwrap_or_default();
        Origin {
            enrollment: row.enrollment_id,
            county: known.county.filter(|_| row.county_score.is_some()),
            note_before_mark: known.unmarked_note
                && row.note.is_some()
                && row.final_score.is_some(),
        }
    };
    let all = rows.iter().map(origin);
    all.filter(|one| one.county.is_some() || one.note_before_mark).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn row(county: Option<i64>, last: Option<i64>, note: Option<&str>) -> Row {
        Row {
            id: Uuid::from_u128(1),
            sheet_id: Uuid::nil(),
            enrollment_id: Uuid::from_u128(2),
            person_id: Uuid::nil(),
            name: String::new(),
            trainee_no: String::new(),
            enrollment_status: String::new(),
            workshop_id: None,
            completion: None,
            effect: None,
            absence: None,
            school_score: None,
            county_score: county,
            final_score: last,
            adjust_reason: None,
            note: note.map(str::to_owned),
            scored_by: None,
            determined_by: None,
            version: 1,
            updated_at: DateTime::UNIX_EPOCH,
        }
    }

    fn trace(source: &str, before: Value, after: Value) -> Trace {
        Trace {
            score_id: Uuid::from_u128(1),
            source: source.to_owned(),
            actor_name: None,
            before: before.to_string(),
            after: after.to_string(),
            at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_countys_mark_is_known_by_the_file_that_brought_it_whatever_the_school_writes_after() {
        let file = trace("import", json!({}), json!({"county_score": 73, "final_score": 73}));
        let typed = trace("school", json!({"county_score": 73}), json!({"county_score": 73}));
        let found = origins(&[row(Some(7300), Some(7300), None)], &[file, typed]);
        assert_eq!(found[0].county.as_ref().unwrap().source, "import");
        assert!(!found[0].note_before_mark);
    }

    #[test]
    fn a_note_of_before_the_mark_is_told_apart() {
        let file = trace("import", json!({}), json!({"note": "未提交实践材料"}));
        let typed = trace(
            "school",
            json!({"note": "未提交实践材料"}),
            json!({"note": "未提交实践材料", "final_score": 89}),
        );
        let found =
            origins(&[row(None, Some(8900), Some("未提交实践材料"))], &[file.clone(), typed]);
        assert!(found[0].note_before_mark);
        assert_eq!(origins(&[row(None, None, Some("未提交实践材料"))], &[file]), []);
    }
}
