use super::*;
use crate::{machine, number::Hundredths, policy::PolicySet};

const ROUND_MOVES: &[(&str, &str, &str)] = &[
    ("draft", "open", "open"),
    ("open", "close", "closed"),
    ("closed", "reopen", "open"),
    ("closed", "lock", "locked"),
];

const SHEET_MOVES: &[(&str, &str, &str)] = &[
    ("open", "fill", "school_draft"),
    ("school_draft", "fill", "school_draft"),
    ("returned", "fill", "school_draft"),
    ("school_draft", "submit", "school_submitted"),
    ("school_submitted", "start_review", "county_reviewing"),
    ("county_reviewing", "adjust", "county_reviewing"),
    ("school_submitted", "return", "returned"),
    ("county_reviewing", "return", "returned"),
    ("county_determined", "return", "returned"),
    ("county_reviewing", "determine", "county_determined"),
    ("county_determined", "publish", "published"),
    ("published", "open_appeals", "appeal_window"),
    ("published", "lock", "locked"),
    ("appeal_window", "lock", "locked"),
];

fn listed(
    moves: &[(&'static str, &str, &'static str)],
    from: &str,
    by: &str,
) -> Option<&'static str> {
    moves.iter().find(|(state, action, _)| *state == from && *action == by).map(|(_, _, to)| *to)
}

fn points(hundredths: i64) -> Option<Hundredths> {
    Some(Hundredths::new(hundredths))
}

fn settle(entry: SchoolEntry) -> Result<SchoolMark, Vec<String>> {
    settle_school(&entry, &PolicySet::preset().practice).map_err(|refusal| {
        refusal.faults.iter().map(|fault| format!("{} {}", fault.pointer, fault.code)).collect()
    })
}

#[test]
fn only_the_listed_moves_of_rounds_and_sheets_exist() {
    for from in RoundStatus::ALL {
        for action in RoundAction::ALL {
            let found = machine::edge(ROUND_EDGES, from, action).ok().map(|edge| edge.to.as_str());
            assert_eq!(found, listed(ROUND_MOVES, from.as_str(), action.as_str()));
        }
    }
    for from in SheetStatus::ALL {
        for action in SheetAction::ALL {
            let found = machine::edge(SHEET_EDGES, from, action).ok().map(|edge| edge.to.as_str());
            assert_eq!(found, listed(SHEET_MOVES, from.as_str(), action.as_str()));
        }
    }
}

#[test]
fn after_the_lock_nothing_moves() {
    let leaves = |edge: &machine::Edge<SheetStatus, _>| edge.from.contains(&SheetStatus::Locked);
    assert!(!SHEET_EDGES.iter().any(leaves));
    assert!(!ROUND_EDGES.iter().any(|edge| edge.from.contains(&RoundStatus::Locked)));
}

#[test]
fn both_groups_make_the_schools_score() {
    let both = SchoolEntry { completion: points(4550), effect: points(4000), ..Default::default() };
    assert_eq!(settle(both).unwrap().school_score, points(8550));
    let plain = SchoolEntry { school_score: points(9000), ..Default::default() };
    assert_eq!(settle(plain).unwrap().school_score, points(9000));
    let empty = settle(SchoolEntry::default()).unwrap();
    assert!(!empty.is_settled());
    let absent = SchoolEntry { absence: Some(Absence::SickLeave), ..Default::default() };
    assert!(settle(absent).unwrap().is_settled());
}

#[test]
fn contradicting_entries_are_refused_at_their_field() {
    let none = SchoolEntry::default();
    for (entry, fault) in [
        (
            SchoolEntry { completion: points(5001), effect: points(0), ..none },
            "/completion score_out_of_range",
        ),
        (SchoolEntry { school_score: points(-1), ..none }, "/school_score score_out_of_range"),
        (SchoolEntry { completion: points(4000), ..none }, "/effect criterion_missing"),
        (SchoolEntry { effect: points(4000), ..none }, "/completion criterion_missing"),
        (
            SchoolEntry {
                completion: points(4000),
                effect: points(4000),
                school_score: points(8001),
                ..none
            },
            "/school_score sum_differs",
        ),
        (
            SchoolEntry { school_score: points(1), absence: Some(Absence::Absent), ..none },
            "/absence absence_with_score",
        ),
    ] {
        assert_eq!(settle(entry), Err(vec![fault.to_owned()]));
    }
}

#[test]
fn the_countys_mark_goes_over_the_schools_with_a_reason() {
    let code = |school, county, reason| {
        determine(school, county, reason)
            .map(|determined| (determined.final_score, determined.adjusted))
            .map_err(|refusal| refusal.rule_code().unwrap_or_default().to_owned())
    };
    assert_eq!(code(points(8000), None, None), Ok((points(8000), false)));
    assert_eq!(code(points(8000), points(8000), None), Ok((points(8000), false)));
    assert_eq!(code(points(8000), points(7000), Some("抽查")), Ok((points(7000), true)));
    assert_eq!(code(points(8000), points(7000), Some(" ")), Err("adjust_reason_required".into()));
    assert_eq!(code(None, points(7000), None), Err("adjust_reason_required".into()));
    assert_eq!(code(None, points(10_001), Some("x")), Err("score_out_of_range".into()));
    assert_eq!(code(None, None, None), Ok((None, false)));
}

#[test]
fn a_sheet_is_submitted_only_when_nobody_is_left_open() {
    assert_eq!(complete(0), Ok(()));
    assert_eq!(complete(2).unwrap_err().rule_code(), Some("sheet_incomplete"));
}

fn judge(row: &PracticeRow<'_>) -> Judged<u8> {
    judge_row(row, &PolicySet::preset().practice, |no| {
        (no == "FY0001").then(|| (1, "王桂英".to_owned()))
    })
}

fn good() -> PracticeRow<'static> {
    PracticeRow {
        trainee_no: "FY0001",
        name: "王 桂英",
        school_score: "90.5",
        ..Default::default()
    }
}

#[test]
fn a_row_of_marks_is_read() {
    let judged = judge(&PracticeRow { county_score: "88", note: "抽查", ..good() });
    assert_eq!((judged.codes, judged.warnings), (vec![], vec!["normalized"]));
    let entry = judged.value.unwrap();
    assert_eq!((entry.school.school_score, entry.county_score), (points(9050), points(8800)));
    let bare = judge(&PracticeRow { county_score: "88", name: "王桂英", ..good() });
    assert_eq!(bare.warnings, ["adjusted_without_reason"]);
    assert!(PracticeRow { county_score: "88", ..Default::default() }.is_skipped());
}

#[test]
fn each_fault_of_a_row_has_its_code() {
    for (row, code) in [
        (PracticeRow { trainee_no: "FY9999", ..good() }, "trainee_unknown"),
        (PracticeRow { name: "王桂芳", ..good() }, "name_mismatch"),
        (PracticeRow { school_score: "缺考", ..good() }, "score_not_numeric"),
        (PracticeRow { school_score: "95分", ..good() }, "score_not_numeric"),
        (PracticeRow { school_score: "inf", ..good() }, "score_not_numeric"),
        (PracticeRow { school_score: "100.01", ..good() }, "score_out_of_range"),
        (PracticeRow { school_score: "-1", ..good() }, "score_out_of_range"),
        (PracticeRow { county_score: "90.555", ..good() }, "score_out_of_range"),
        (PracticeRow { absence: "旅游", ..good() }, "absence_unknown"),
        (PracticeRow { absence: "病假", ..good() }, "absence_with_score"),
    ] {
        assert_eq!(judge(&row).codes, [code]);
    }
    for score in ["", "0", "100", "９０", "95.50", "1e2", "+7"] {
        assert_eq!(judge(&PracticeRow { school_score: score, ..good() }).codes, [""; 0], "{score}");
    }
}

#[test]
fn the_second_row_of_a_trainee_is_a_duplicate() {
    let mut seen = SeenInFile::default();
    let rows = [PracticeRow { school_score: "x", ..good() }, good(), good()];
    let verdicts = rows.map(|row| {
        let mut judged = judge(&row);
        seen.judge(&mut judged);
        judged.codes
    });
    assert_eq!(verdicts, [vec!["score_not_numeric"], vec![], vec!["duplicate_trainee"]]);
}
