use proptest::prelude::*;

use super::*;

const SAMPLE: &str = include_str!("../../data/samples/roster-dirty-sample.csv");
const SCHOOL: (&str, &str) = ("扶余市第三初级中学", "3122990007");

/// Line, reason code (`ok` for none) and warning that the published counts name.
const VERDICTS: [(usize, &str, &str); 24] = [
    (2, "ok", ""),
    (3, "ok", "normalized"),
    (4, "ok", "normalized"),
    (5, "ok", "normalized"),
    (6, "ok", "normalized"),
    (7, "ok", ""),
    (8, "ok", "gender_mismatch"),
    (9, "ok", ""),
    (10, "id_no_checksum", ""),
    (11, "id_no_format", ""),
    (12, "id_no_birthdate", ""),
    (13, "phone_format", ""),
    (14, "phone_missing", ""),
    (15, "school_unknown", ""),
    (16, "school_missing", ""),
    (17, "subject_unknown", ""),
    (18, "stage_unknown", ""),
    (19, "name_missing", ""),
    (20, "name_invalid", ""),
    (21, "id_no_missing", ""),
    (22, "duplicate_id_no", ""),
    (23, "duplicate_phone", ""),
    (24, "duplicate_trainee_no", ""),
    (25, "ok", ""),
];

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 5, 20).unwrap()
}

fn row(line: &str) -> RosterRow<'_> {
    let c: Vec<&str> = line.split(',').collect();
    RosterRow {
        trainee_no: c[1],
        name: c[2],
        gender: c[3],
        id_no: c[4],
        id_no_was_number: false,
        phone: c[5],
        school: c[6],
        school_code: c[7],
        town: "",
        stage: c[9],
        subject: c[10],
        duty: c[11],
        job_title: c[12],
        teaching_years: c[13],
        education: c[14],
        note: c[15],
    }
}

fn judge(row: &RosterRow<'_>) -> Judged<()> {
    judge_row(row, today(), &Reference::builtin(), |name, code| {
        (name == SCHOOL.0 || code == SCHOOL.1).then_some(())
    })
}

fn good() -> RosterRow<'static> {
    row(SAMPLE.lines().nth(1).unwrap())
}

#[test]
fn the_dirty_sample_is_judged_as_published() {
    let mut seen = SeenInFile::default();
    let mut skipped = vec![];
    let mut verdicts = vec![];
    for (line, text) in (1..).zip(SAMPLE.lines()).skip(1) {
        let row = row(text);
        if row.is_skipped() {
            skipped.push(line);
            continue;
        }
        let mut judged = judge(&row);
        seen.judge(&mut judged);
        assert_eq!(judged.value.is_some(), judged.codes.is_empty());
        let verdict = if judged.codes.is_empty() { "ok".into() } else { judged.codes.join("+") };
        verdicts.push((line, verdict, judged.warnings.join("+")));
    }
    assert_eq!(skipped, [26]);
    let expected: Vec<_> =
        VERDICTS.iter().map(|(line, code, w)| (*line, (*code).into(), (*w).into())).collect();
    assert_eq!(verdicts, expected);
}

#[test]
fn an_accepted_row_is_read_whole() {
    let entry = judge(&good()).value.unwrap();
    assert_eq!(entry.trainee_no.as_deref(), Some("FY0301"));
    assert_eq!((entry.name.as_str(), entry.gender), ("李秀梅", Gender::Female));
    assert_eq!((entry.stage, entry.subject.as_str()), (StageOfSchooling::Junior, "DL"));
    assert_eq!(entry.teaching_years, Some(36));
    assert_eq!((entry.education.as_deref(), entry.note), (Some("专科"), None));
}

#[test]
fn all_reasons_of_a_row_are_told_at_once() {
    let empty = judge(&RosterRow { trainee_no: "X1", ..RosterRow::default() });
    assert_eq!(
        empty.codes,
        [
            "name_missing",
            "id_no_missing",
            "phone_missing",
            "school_missing",
            "stage_missing",
            "subject_missing"
        ]
    );
    assert_eq!(empty.warnings, ["gender_missing"]);
}

#[test]
fn a_rejected_row_takes_no_value_from_later_ones() {
    let mut seen = SeenInFile::default();
    let mut rejected = judge(&RosterRow { phone: "", ..good() });
    seen.judge(&mut rejected);
    let mut later = judge(&good());
    seen.judge(&mut later);
    assert_eq!(later.codes, Vec::<&str>::new());
    let mut again = judge(&RosterRow { phone: "", ..good() });
    seen.judge(&mut again);
    assert_eq!(again.codes, ["phone_missing", "duplicate_id_no", "duplicate_trainee_no"]);
}

#[test]
fn a_school_is_found_by_name_or_by_code() {
    for (school, school_code) in
        [(SCHOOL.0, ""), ("", SCHOOL.1), ("曾用名", "３１２２９９０００７")]
    {
        assert_eq!(judge(&RosterRow { school, school_code, ..good() }).codes, Vec::<&str>::new());
    }
}

#[test]
fn an_id_number_kept_as_a_number_is_refused() {
    let judged = judge(&RosterRow { id_no_was_number: true, ..good() });
    assert_eq!(judged.codes, ["id_no_format"]);
}

#[test]
fn names_are_judged_by_their_characters() {
    let long = "长".repeat(51);
    for name in ["张3", "张\n三", "a<b", "＝1", "O'Neil", "x@y", "a\"b", "１号", long.as_str()]
    {
        assert_eq!(judge(&RosterRow { name, ..good() }).codes, ["name_invalid"], "{name}");
    }
    for name in ["𠮷田", "阿依古丽·买买提", "Anna-Li X", "陈〇", "長".repeat(50).as_str()]
    {
        assert_eq!(judge(&RosterRow { name, ..good() }).codes, Vec::<&str>::new(), "{name}");
    }
}

#[test]
fn a_small_x_and_a_country_code_are_normalised() {
    let small = judge(&RosterRow { id_no: "22078119610612906x", ..good() });
    assert_eq!((small.codes, small.warnings), (vec![], vec!["normalized"]));
    let code = judge(&RosterRow { phone: "+86 15492183477", ..good() });
    assert_eq!((code.codes, code.warnings), (vec![], vec!["normalized"]));
}

proptest! {
    #[test]
    fn any_cells_are_judged_without_a_panic(a in any::<String>(), b in any::<String>()) {
        let row = RosterRow { name: &a, id_no: &b, phone: &a, teaching_years: &b, gender: &a,
            note: &b, trainee_no: &a, ..good() };
        let mut judged = judge(&row);
        SeenInFile::default().judge(&mut judged);
        prop_assert_eq!(judged.value.is_some(), judged.codes.is_empty());
        if let Some(entry) = judged.value {
            prop_assert!(!crate::text::has_control(&entry.name));
        }
    }
}
