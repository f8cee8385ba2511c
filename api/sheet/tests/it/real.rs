//! The county's own files.

use sheet::{FileFault, Limits, Row, Wanted, read};

const ROSTER: &[Wanted] = &[
    Wanted { key: "trainee_no", titles: &["学员编号", "编号", "学号"], required: false },
    Wanted { key: "name", titles: &["姓名", "教师姓名"], required: true },
    Wanted { key: "id_no", titles: &["身份证号", "身份证号码"], required: true },
    Wanted { key: "school", titles: &["单位", "学校"], required: true },
    Wanted { key: "years", titles: &["教龄"], required: false },
    Wanted { key: "note", titles: &["原因"], required: false },
];

fn lines(bytes: &[u8], name: &str, wanted: &[Wanted]) -> Vec<(u32, Vec<String>)> {
    let table = read(bytes, name, wanted, &Limits::default()).unwrap();
    let mut rows = Vec::new();
    let visit = |row: &Row<'_>| {
        let texts = wanted.iter().map(|column| row.text(column.key).to_owned()).collect();
        rows.push((row.line, texts));
        Ok::<_, FileFault>(())
    };
    table.rows(visit).unwrap();
    assert_eq!(u32::try_from(rows.len()).unwrap(), table.data_rows());
    rows
}

#[test]
fn the_roster_reads_the_same_by_line_as_the_county_wrote_it() {
    let rows = lines(include_bytes!("../data/roster.xlsx"), "roster.xlsx", ROSTER);
    assert_eq!(rows.len(), 975);
    assert_eq!(rows[0].0, 2);
    assert_eq!(
        rows[0].1,
        ["FY0001", "王桂英", "220781196404175507", "扶余市第一实验小学", "32", ""]
    );
    assert_eq!(rows[974].0, 976);
}

#[test]
fn stored_numbers_are_told_from_texts() {
    let bytes = include_bytes!("../data/roster.xlsx");
    let table = read(bytes, "roster.xlsx", ROSTER, &Limits::default()).unwrap();
    assert_eq!((table.titles().len(), table.header_line()), (16, 1));
    assert!(table.has("years") && !table.has("note"));
    let visit = |row: &Row<'_>| {
        assert!(row.get("years").was_number);
        assert!(!row.get("id_no").was_number);
        Ok::<_, FileFault>(())
    };
    table.rows(visit).unwrap();
}

#[test]
fn the_dirty_sample_keeps_its_lines_and_its_dirt() {
    let rows = lines(include_bytes!("../data/roster-dirty-sample.csv"), "dirty.csv", ROSTER);
    assert_eq!(rows.iter().map(|row| row.0).collect::<Vec<_>>(), (2..=26).collect::<Vec<_>>());
    assert_eq!(rows[1].1[2], "２２０７８１１９８０１１１５７０７５");
    assert_eq!(rows[18].1[1], "=1+1");
    assert_eq!(rows[24].1[1], "");
}

#[test]
fn scores_and_members_read_too() {
    let scores = &[
        Wanted { key: "trainee_no", titles: &["学员编号"], required: true },
        Wanted { key: "county", titles: &["县级评分"], required: true },
    ];
    let rows =
        lines(include_bytes!("../data/practice-scores.xlsx"), "practice-scores.xlsx", scores);
    assert_eq!(rows.len(), 975);
    assert_eq!(rows.iter().filter(|row| !row.1[1].is_empty()).count(), 897);
    let members = &[
        Wanted { key: "class_no", titles: &["班级编号"], required: true },
        Wanted { key: "trainee_no", titles: &["学员编号"], required: true },
    ];
    let rows = lines(include_bytes!("../data/class-members.csv"), "class-members.csv", members);
    assert_eq!(rows[0], (2, vec!["FY-C01".into(), "FY0001".into()]));
}

#[test]
fn a_reader_stops_at_the_first_error_of_its_caller() {
    let bytes = include_bytes!("../data/roster.xlsx");
    let table = read(bytes, "roster.xlsx", ROSTER, &Limits::default()).unwrap();
    let mut seen = 0;
    let stop = |_: &Row<'_>| {
        seen += 1;
        Err(FileFault { code: sheet::FaultCode::NoRows, detail: "enough".into() })
    };
    assert!(table.rows(stop).is_err());
    assert_eq!(seen, 1);
}
