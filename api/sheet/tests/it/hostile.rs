//! Files made to hurt. None may cost memory or minutes; each is refused by name.

use std::time::{Duration, Instant};

use sheet::{FaultCode, FileFault, Limits, Row, read};

use crate::book::{Sheet, WANTED, code, header, pack, parts, row, rows, visible, workbook};

fn body(cell: &str) -> Vec<u8> {
    workbook(&[visible(&(header(1) + &row(2, &[Some("李"), Some("1")]) + cell))])
}

#[test]
fn a_cell_in_the_last_corner_is_refused_but_mere_formatting_there_is_not() {
    let limits = Limits::default();
    for cell in ["XFD1048576", "A1048576", "XFD3", "ZZZ1048576", "ZZZ3", "AAAA3"] {
        let line = cell.trim_start_matches(char::is_alphabetic);
        let far = format!("<row r=\"{line}\"><c r=\"{cell}\" t=\"str\"><v>x</v></c></row>");
        assert_eq!(code(&body(&far), "a.xlsx", &limits), FaultCode::FileTooLarge, "{cell}");
        let styled = format!("<row r=\"{line}\"><c r=\"{cell}\" s=\"0\"/></row>");
        assert_eq!(rows(&body(&styled), "a.xlsx").len(), 1);
    }
}

#[test]
fn cells_without_a_name_are_counted_too() {
    let wide = |cells: usize| format!("<row r=\"3\">{}</row>", "<c/>".repeat(cells));
    assert_eq!(rows(&body(&wide(16_384)), "a.xlsx").len(), 1);
    assert_eq!(code(&body(&wide(16_385)), "a.xlsx", &Limits::default()), FaultCode::FileTooLarge);
}

#[test]
fn rows_and_columns_over_the_limit_name_it() {
    let limits = Limits { rows: 3, columns: 4, ..Limits::default() };
    let csv = |rows: usize| "姓名,身份证号\n".to_owned() + &"李,1\n".repeat(rows);
    assert!(read(csv(3).as_bytes(), "a.csv", WANTED, &limits).is_ok());
    let fault = read(csv(4).as_bytes(), "a.csv", WANTED, &limits).unwrap_err();
    assert_eq!(fault.to_string(), "file_too_large: the file has more rows than the limit of 3");
    assert_eq!(code(csv(400).as_bytes(), "a.csv", &limits), FaultCode::FileTooLarge);
    let wide = "姓名,身份证号,a,b,c\n李,1\n";
    assert_eq!(code(wide.as_bytes(), "a.csv", &limits), FaultCode::FileTooLarge);
    let many: String = (3..9).map(|line| row(line, &[Some("李")])).collect();
    assert_eq!(code(&body(&many), "a.xlsx", &limits), FaultCode::FileTooLarge);
}

#[test]
fn bombs_are_stopped_by_what_they_declare_and_by_what_they_are() {
    let limits = Limits { expanded_bytes: 4 << 20, ..Limits::default() };
    let mut bomb = parts(&[visible(&header(1))], "", "");
    bomb[0].1 = format!("<worksheet>{}</worksheet>", "<!-- -->".repeat(1 << 20));
    let bytes = pack(&bomb);
    assert!(bytes.len() < 100_000);
    assert_eq!(code(&bytes, "a.xlsx", &limits), FaultCode::FileTooLarge);
    let liar = understate(&bytes, bomb[0].1.len());
    let refused = code(&liar, "a.xlsx", &limits);
    assert!(matches!(refused, FaultCode::FileTooLarge | FaultCode::CorruptFile), "{refused:?}");
}

/// Writes 10 over every place that declares `size`.
fn understate(bytes: &[u8], size: usize) -> Vec<u8> {
    let mut liar = bytes.to_vec();
    let declared = u32::try_from(size).unwrap().to_le_bytes();
    for at in 0..liar.len() - 4 {
        if liar[at..at + 4] == declared {
            liar[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
        }
    }
    liar
}

#[test]
fn texts_that_expand_when_shared_are_stopped() {
    let limits = Limits { distinct_text_bytes: 1 << 20, ..Limits::default() };
    let long = format!("<si><t>{}</t></si>", "长".repeat(30_000)).repeat(50);
    let bytes = pack(&parts(&[visible(&header(1))], &long, ""));
    assert_eq!(code(&bytes, "a.xlsx", &limits), FaultCode::FileTooLarge);
    let many = "<si/>".repeat(200);
    let few = Limits { distinct_texts: 100, ..Limits::default() };
    let bytes = pack(&parts(&[visible(&header(1))], &many, ""));
    assert_eq!(code(&bytes, "a.xlsx", &few), FaultCode::FileTooLarge);
}

#[test]
fn one_text_named_by_every_cell_does_not_copy_for_ever() {
    let limits = Limits { expanded_bytes: 8 << 20, ..Limits::default() };
    let long = format!("<si><t>{}</t></si>", "长".repeat(30_000));
    let cells: String =
        (3..200).map(|line| format!("<row r=\"{line}\"><c t=\"s\"><v>0</v></c></row>")).collect();
    let bytes = pack(&parts(&[visible(&(header(1) + &cells))], &long, ""));
    assert_eq!(code(&bytes, "a.xlsx", &limits), FaultCode::FileTooLarge);
}

#[test]
fn a_merged_value_may_not_add_up_to_more_than_the_limit() {
    let limits = Limits { expanded_bytes: 8 << 20, ..Limits::default() };
    let long = "长".repeat(30_000);
    let many: String = (3..200).map(|line| row(line, &[Some("王")])).collect();
    let text = header(1) + &row(2, &[Some("李"), Some("1"), Some(&long)]) + &many;
    let after = "<mergeCells><mergeCell ref=\"C2:C1048576\"/></mergeCells>";
    let bytes = workbook(&[Sheet { state: "visible", rows: &text, after }]);
    let table = read(&bytes, "a.xlsx", WANTED, &limits).unwrap();
    let fault = table.rows(|_: &Row<'_>| Ok::<_, FileFault>(())).unwrap_err();
    assert_eq!(fault.code, FaultCode::FileTooLarge);
}

#[test]
fn deep_endless_and_self_made_xml_is_refused() {
    let limits = Limits { markup: 100_000, ..Limits::default() };
    let deep = "<a>".repeat(10_000);
    assert_eq!(code(&body(&deep), "a.xlsx", &limits), FaultCode::FileTooLarge);
    let endless = "<c/>".repeat(200_000);
    assert_eq!(code(&body(&endless), "a.xlsx", &limits), FaultCode::FileTooLarge);
    let one_text = "x".repeat(3 << 20);
    assert_eq!(code(&body(&one_text), "a.xlsx", &limits), FaultCode::FileTooLarge);
    assert_eq!(code(&body("&lol;"), "a.xlsx", &limits), FaultCode::CorruptFile);
    assert_eq!(
        code(&body("<!DOCTYPE a [<!ENTITY b \"c\">]>"), "a.xlsx", &limits),
        FaultCode::CorruptFile
    );
    assert_eq!(code(&body("<row"), "a.xlsx", &limits), FaultCode::CorruptFile);
}

#[test]
fn thousands_of_parts_and_parts_named_twice_are_refused() {
    let limits = Limits::default();
    let mut crowd = parts(&[visible(&header(1))], "", "");
    crowd.extend((0..2_000).map(|at| (format!("xl/media/{at}"), String::new())));
    assert_eq!(code(&pack(&crowd), "a.xlsx", &limits), FaultCode::FileTooLarge);
    let mut twice = parts(&[visible(&header(1))], "", "");
    twice.push(("xl/workbook.xmL".into(), String::new()));
    let mut bytes = pack(&twice);
    for at in 0..bytes.len() - 15 {
        if &bytes[at..at + 15] == b"xl/workbook.xmL" {
            bytes[at + 14] = b'l';
        }
    }
    assert_eq!(code(&bytes, "a.xlsx", &limits), FaultCode::CorruptFile);
}

#[test]
fn parts_that_share_their_bytes_are_refused() {
    let mut bytes = body("");
    // Every entry of the directory points at the first part.
    for at in 0..bytes.len() - 46 {
        if &bytes[at..at + 4] == b"PK\x01\x02" {
            bytes[at + 42..at + 46].fill(0);
        }
    }
    assert_eq!(code(&bytes, "a.xlsx", &Limits::default()), FaultCode::CorruptFile);
}

#[test]
fn one_sheet_listed_a_thousand_times_is_read_within_one_budget() {
    let limits = Limits { expanded_bytes: 4 << 20, ..Limits::default() };
    let filler = row(1, &[Some("无")]) + &"<!-- -->".repeat(40_000);
    let list: Vec<Sheet<'_>> = (0..900).map(|_| visible("")).collect();
    let mut parts = parts(&list, "", "");
    parts[0].1 = format!("<worksheet><sheetData>{filler}</sheetData></worksheet>");
    for (name, text) in &mut parts {
        if name.ends_with("workbook.xml.rels") {
            for at in 1..900 {
                *text = text.replace(&format!("worksheets/{at}.xml"), "worksheets/0.xml");
            }
        }
    }
    parts.retain(|(name, _)| !name.starts_with("xl/worksheets/") || name.ends_with("/0.xml"));
    assert_eq!(code(&pack(&parts), "a.xlsx", &limits), FaultCode::FileTooLarge);
}

#[test]
fn what_is_no_list_is_called_what_it_is() {
    let limits = Limits::default();
    let compound = |name: &str| {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.resize(1024, 0);
        bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    for (bytes, name, expected) in [
        (compound("EncryptedPackage"), "a.xlsx", FaultCode::Encrypted),
        (compound("Workbook"), "a.xls", FaultCode::UnsupportedFormat),
        (b"%PDF-1.7".to_vec(), "a.pdf", FaultCode::UnsupportedFormat),
        (b"\x89PNG\r\n\x1a\n\0\0\0".to_vec(), "a.csv", FaultCode::UnsupportedFormat),
        (b"".to_vec(), "a.xlsx", FaultCode::CorruptFile),
        (b"PK\x03\x04".to_vec(), "a.xlsx", FaultCode::CorruptFile),
        ("姓名,身份证号\n".as_bytes().to_vec(), "a.xlsx", FaultCode::CorruptFile),
        (pack(&[("a.txt".into(), "b".into())]), "a.xlsx", FaultCode::UnsupportedFormat),
        ("姓名,身份证号\n\"李,1\n".as_bytes().to_vec(), "a.csv", FaultCode::CorruptFile),
    ] {
        assert_eq!(
            code(&bytes, name, &limits),
            expected,
            "{name} {:?}",
            &bytes[..bytes.len().min(9)]
        );
    }
}

#[test]
fn a_roster_cut_anywhere_is_corrupt_and_told_at_once() {
    let whole = include_bytes!("../data/roster.xlsx");
    let begun = Instant::now();
    for length in (2..whole.len()).step_by(997) {
        let refused = code(&whole[..length], "roster.xlsx", &Limits::default());
        assert_eq!(refused, FaultCode::CorruptFile, "{length}");
    }
    assert!(begun.elapsed() < Duration::from_secs(10));
}
