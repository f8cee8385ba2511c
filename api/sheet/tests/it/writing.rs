//! What is written can be read again, by us and by others, and runs nothing.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use chrono::{DateTime, Utc};
use proptest::prelude::*;
use sheet::{
    Annotated, Column, FileFault, Limits, Report, Row, TemplateColumn, Value, Wanted,
    annotated_xlsx, read, template_xlsx, write_csv, write_xlsx,
};

use crate::book::WANTED;

fn made_at() -> DateTime<Utc> {
    DateTime::from_timestamp(1_600_000_000, 0).unwrap()
}

fn report(rows: Vec<Vec<Value>>) -> Report<Vec<Vec<Value>>> {
    Report {
        sheet: "名单".into(),
        title: Some("学员名单".into()),
        columns: vec![
            Column::text("姓名", 12),
            Column::text("身份证号", 22),
            Column::text("单位", 26),
            Column::number("成绩", 8),
        ],
        rows,
        notes: Vec::new(),
        made_at: made_at(),
    }
}

fn texts(bytes: &[u8], name: &str) -> Vec<Vec<String>> {
    let table = read(bytes, name, WANTED, &Limits::default()).unwrap();
    let mut rows = Vec::new();
    let visit = |row: &Row<'_>| {
        let mut texts: Vec<String> = row.cells().iter().map(|cell| cell.text.clone()).collect();
        texts.resize(4, String::new());
        rows.push(texts);
        Ok::<_, FileFault>(())
    };
    table.rows(visit).unwrap();
    rows
}

/// Text that shows something: blank cells and blank rows are not kept.
fn text() -> impl Strategy<Value = String> {
    let plain = "[\\PC]{0,12}";
    let awkward = "['=+@＝\t\r\n \"_x0041,;-]{0,8}";
    let seen = |text: &String| text.chars().any(|c| c.is_ascii_graphic());
    prop_oneof![plain.prop_filter("shows", seen), awkward.prop_filter("shows", seen)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn reading_what_was_written_gives_the_same_texts(
        rows in prop::collection::vec((text(), text(), text(), -20_000..20_000_i64), 4..7),
    ) {
        let values = |(a, b, c, d): &(String, String, String, i64)| {
            vec![Value::from(a.as_str()), b.as_str().into(), c.as_str().into(), Value::Int(*d)]
        };
        let report = report(rows.iter().map(values).collect());
        let expected: Vec<Vec<String>> =
            rows.iter().map(|(a, b, c, d)| vec![a.clone(), b.clone(), c.clone(), d.to_string()]).collect();
        prop_assert_eq!(&texts(&write_csv(report.clone()), "a.csv"), &expected);
        prop_assert_eq!(&texts(&write_xlsx(report).unwrap(), "a.xlsx"), &expected);
    }
}

#[test]
fn other_readers_see_texts_as_texts_and_numbers_as_numbers() {
    let rows = vec![vec![
        Value::from("=1+1"),
        Value::from("22078119610612906X"),
        Value::Empty,
        Value::Hundredths(-7750),
    ]];
    let bytes = write_xlsx(report(rows.clone())).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("名单").unwrap();
    assert_eq!(range.get_value((2, 0)), Some(&Data::String("'=1+1".into())));
    assert_eq!(range.get_value((2, 3)), Some(&Data::Float(-77.5)));
    let bytes = write_csv(report(rows));
    let text = std::str::from_utf8(&bytes).unwrap();
    assert_eq!(
        text,
        "\u{FEFF}学员名单\r\n姓名,身份证号,单位,成绩\r\n'=1+1,22078119610612906X,,-77.5\r\n"
    );
}

#[test]
fn no_cell_of_a_csv_begins_like_a_formula_for_another_reader() {
    let starts = ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠", " ="];
    let rows = starts.map(|start| vec![Value::from(format!("{start}cmd|' /C calc'!A0"))]).to_vec();
    let bytes = write_csv(report(rows));
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&bytes[..]);
    let seen: Vec<String> =
        reader.records().skip(2).map(|record| record.unwrap()[0].to_owned()).collect();
    assert_eq!(seen.len(), starts.len());
    assert!(
        seen.iter().all(|text| text.starts_with('\'') || text.starts_with('\u{FFFD}')),
        "{seen:?}"
    );
}

#[test]
fn a_text_too_long_for_a_cell_is_refused_and_not_cut() {
    let rows = vec![vec![Value::from("长".repeat(32_768))]];
    assert!(write_xlsx(report(rows)).is_err());
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let rows = vec![vec![Value::from("李"), Value::from("1")]];
    assert_eq!(write_xlsx(report(rows.clone())).unwrap(), write_xlsx(report(rows)).unwrap());
}

#[test]
fn a_filled_template_is_read_and_its_dictionary_is_not_mistaken_for_the_list() {
    let column = |title: &str, required, choices: &[&str]| TemplateColumn {
        column: Column::text(title, 20),
        required,
        choices: choices.iter().map(|choice| choice.to_string()).collect(),
        hint: Some("如实填写".into()),
    };
    let columns = [
        column("姓名", true, &[]),
        column("身份证号", true, &[]),
        column("学段", false, &["小学", "初中"]),
    ];
    let bytes = template_xlsx("参训教师", &columns, made_at()).unwrap();
    let fault = read(&bytes, "a.xlsx", WANTED, &Limits::default()).unwrap_err();
    assert_eq!(fault.code, sheet::FaultCode::NoRows);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["参训教师", "字典"]);
    let words = book.worksheet_range("字典").unwrap();
    assert_eq!(words.get_value((2, 2)), Some(&Data::String("初中".into())));
}

#[test]
fn rows_to_mend_keep_their_columns_and_can_be_sent_again() {
    let titles = ["姓名", "身份证号", "错误原因", "备注"].map(str::to_owned);
    let cells = ["=李", "1", "旧原因", "无"].map(str::to_owned).to_vec();
    let rows = [Annotated { cells, reason: "身份证号格式不对".into() }];
    let bytes = annotated_xlsx(&titles, rows, made_at()).unwrap();
    assert_eq!(texts(&bytes, "a.xlsx"), [["=李", "1", "无", "身份证号格式不对"]]);
    let reason = &[Wanted { key: "reason", titles: &["错误原因"], required: true }];
    let table = read(&bytes, "a.xlsx", reason, &Limits::default()).unwrap();
    assert_eq!(table.titles(), ["姓名", "身份证号", "备注", "错误原因"]);
}
