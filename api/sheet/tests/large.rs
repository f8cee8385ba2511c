//! A county of 100,000 teachers, and files that use the limits up, in a process of their own: the
//! peak of its memory is what is tested. One test, so that nothing else runs beside it.
#![expect(clippy::unwrap_used, reason = "a test that cannot unwrap has failed")]
#![expect(clippy::arithmetic_side_effects, reason = "numbers of tests are small")]

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use sheet::{FaultCode, FileFault, Limits, Row, Wanted, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const WANTED: &[Wanted] = &[
    Wanted { key: "name", titles: &["姓名"], required: true },
    Wanted { key: "id_no", titles: &["身份证号"], required: true },
];
const HEAD: &str = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>姓名</v></c>\
                    <c r=\"B1\" t=\"str\"><v>身份证号</v></c></row>";
const TAIL: &str = "</sheetData></worksheet>";

/// A build for debugging is some thirty times slower: it tests a tenth of the size.
const PART: u32 = if cfg!(debug_assertions) { 10 } else { 1 };

/// Packs a workbook of one sheet; its long parts are written piece by piece.
fn pack(strings: impl Iterator<Item = String>, sheet: impl Iterator<Item = String>) -> Vec<u8> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let rels = format!(
        "<Relationships><Relationship Id=\"s\" Type=\"{kind}/sharedStrings\" Target=\"s.xml\"/>\
         <Relationship Id=\"r\" Type=\"{kind}/worksheet\" Target=\"sheet.xml\"/></Relationships>"
    );
    let book = "<workbook><sheets><sheet name=\"a\" id=\"r\"/></sheets></workbook>";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, pieces: &mut dyn Iterator<Item = String>| {
        zip.start_file(name, SimpleFileOptions::default().compression_level(Some(1))).unwrap();
        pieces.for_each(|piece| zip.write_all(piece.as_bytes()).unwrap());
    };
    part("xl/workbook.xml", &mut std::iter::once(book.to_owned()));
    part("xl/_rels/workbook.xml.rels", &mut std::iter::once(rels));
    let once = |text: &str| std::iter::once(text.to_owned());
    part("xl/s.xml", &mut once("<sst>").chain(strings).chain(once("</sst>")));
    part("xl/sheet.xml", &mut once(HEAD).chain(sheet).chain(once(TAIL)));
    zip.finish().unwrap().into_inner()
}

/// Rows of 16 columns: four with a text of their own in every row, the rest repeated.
fn county(rows: u32) -> Vec<u8> {
    let own = (0..rows * 4).map(|at| format!("<si><t>李{at:017}</t></si>"));
    let common = (0..12).map(|at| format!("<si><t>扶余市第{at}中学</t></si>"));
    let rows = (0..rows).map(|at| {
        let line = at + 2;
        let mut row = format!("<row r=\"{line}\">");
        for column in 0..16_u32 {
            let letter = char::from(b'A' + u8::try_from(column).unwrap());
            let text = if column < 4 { at * 4 + column } else { rows * 4 + column - 4 };
            write!(row, "<c r=\"{letter}{line}\" s=\"1\" t=\"s\"><v>{text}</v></c>").unwrap();
        }
        row + "</row>"
    });
    pack(own.chain(common), rows)
}

/// Bytes of memory the process has at most held since the last call.
fn peak_since_last() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    let peak = line.split_whitespace().nth(1)?.parse::<u64>().ok()? * 1024;
    fs::write("/proc/self/clear_refs", "5").ok()?;
    Some(peak)
}

/// Runs `work` and tells how long it took and by how many bytes memory grew beyond what was held.
fn measured<T>(what: &str, work: impl FnOnce() -> T) -> (T, Duration, u64) {
    peak_since_last();
    let held = peak_since_last().unwrap_or(0);
    let begun = Instant::now();
    let result = work();
    let took = begun.elapsed();
    let grew = peak_since_last().unwrap_or(0).saturating_sub(held);
    println!("{what}: {took:?}, {} MiB more", grew >> 20);
    (result, took, grew)
}

#[test]
fn large_files_and_bombs_cost_seconds_and_little_memory() {
    let expanded_bytes = Limits::default().expanded_bytes / u64::from(PART);
    let markup = Limits::default().markup / u64::from(PART);
    let limits = Limits { expanded_bytes, markup, ..Limits::default() };
    let most = usize::try_from(expanded_bytes).unwrap();
    let teachers = 100_000 / PART;
    let bytes = county(teachers);
    let (rows, took, grew) = measured(&format!("{teachers} rows of 16 columns"), || {
        let table = read(&bytes, "a.xlsx", WANTED, &limits).unwrap();
        let mut rows = 0;
        let visit = |row: &Row<'_>| {
            rows += u32::from(row.cells().len() == 16);
            Ok::<_, FileFault>(())
        };
        table.rows(visit).unwrap();
        rows
    });
    assert_eq!(rows, teachers);
    assert!(grew < 60 << 20 && took < Duration::from_secs(20));

    let none = std::iter::empty::<String>;
    let many = |piece: &'static str, bytes: usize| {
        (0..bytes / (piece.len() * 1_000)).map(move |_| piece.repeat(1_000))
    };
    let allowed = most - most / 50;
    for (what, bytes) in [
        ("cells without end", pack(none(), many("<c/>", allowed))),
        ("rows without end", pack(none(), many("<row/>", most / 5))),
        ("comments without end", pack(none(), many("<!-- 0123456789 0123456789 -->", allowed))),
        ("texts without end", pack(many("<si><t>长长长长长长长长</t></si>", allowed), none())),
        ("merges without end", pack(none(), many("<mergeCell ref=\"A1:A9\"/>", allowed))),
        ("one text", pack(none(), many("0123456789", allowed))),
        ("more than allowed", pack(none(), many("0123456789", most + most / 50))),
    ] {
        let (fault, took, grew) =
            measured(what, || read(&bytes, "a.xlsx", WANTED, &limits).unwrap_err());
        let expected = [FaultCode::FileTooLarge, FaultCode::CorruptFile, FaultCode::NoRows];
        assert!(expected.contains(&fault.code), "{what}: {fault}");
        assert!(grew < 120 << 20 && took < Duration::from_secs(20), "{what}: {took:?}");
    }
}
