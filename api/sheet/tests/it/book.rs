//! Workbooks made by hand, also such as no program would write.

use std::io::{Cursor, Write};

use sheet::{FaultCode, FileFault, Limits, Row, Wanted, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub const WANTED: &[Wanted] = &[
    Wanted { key: "name", titles: &["姓名"], required: true },
    Wanted { key: "id_no", titles: &["身份证号"], required: true },
    Wanted { key: "school", titles: &["单位"], required: false },
    Wanted { key: "on", titles: &["日期"], required: false },
];

/// A sheet: its state (`visible`, `hidden`, `veryHidden`) and its XML behind `<sheetData>`.
pub struct Sheet<'s> {
    pub state: &'s str,
    pub rows: &'s str,
    pub after: &'s str,
}

pub fn visible(rows: &str) -> Sheet<'_> {
    Sheet { state: "visible", rows, after: "" }
}

/// A row of inline texts at `line`; `None` leaves the cell out.
pub fn row(line: u32, texts: &[Option<&str>]) -> String {
    let cell = |(at, text): (usize, &Option<&str>)| {
        let column = char::from(b'A' + u8::try_from(at).unwrap());
        text.map_or(String::new(), |text| {
            format!("<c r=\"{column}{line}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
        })
    };
    let cells: String = texts.iter().enumerate().map(cell).collect();
    format!("<row r=\"{line}\">{cells}</row>")
}

pub fn header(line: u32) -> String {
    row(line, &[Some("姓名"), Some("身份证号"), Some("单位"), Some("日期")])
}

/// All parts of a workbook with these sheets; shared strings and styles as given.
pub fn parts(sheets: &[Sheet<'_>], strings: &str, styles: &str) -> Vec<(String, String)> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut list = String::new();
    let mut rels = format!(
        "<Relationship Id=\"s\" Type=\"{kind}/sharedStrings\" Target=\"sharedStrings.xml\"/>\
         <Relationship Id=\"t\" Type=\"{kind}/styles\" Target=\"styles.xml\"/>"
    );
    let mut parts = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let state = sheet.state;
        list += &format!(
            "<sheet name=\"表{at}\" sheetId=\"{}\" state=\"{state}\" r:id=\"r{at}\"/>",
            at + 1
        );
        rels += &format!(
            "<Relationship Id=\"r{at}\" Type=\"{kind}/worksheet\" Target=\"worksheets/{at}.xml\"/>"
        );
        let xml =
            format!("<worksheet><sheetData>{}</sheetData>{}</worksheet>", sheet.rows, sheet.after);
        parts.push((format!("xl/worksheets/{at}.xml"), xml));
    }
    let root = format!(
        "<Relationships><Relationship Id=\"a\" Type=\"{kind}/officeDocument\" \
         Target=\"xl/workbook.xml\"/></Relationships>"
    );
    parts.push(("_rels/.rels".into(), root));
    parts.push((
        "xl/workbook.xml".into(),
        format!("<workbook xmlns:r=\"{kind}\"><sheets>{list}</sheets></workbook>"),
    ));
    let rels = format!("<Relationships>{rels}</Relationships>");
    parts.push(("xl/_rels/workbook.xml.rels".into(), rels));
    parts.push(("xl/sharedStrings.xml".into(), format!("<sst>{strings}</sst>")));
    parts.push(("xl/styles.xml".into(), format!("<styleSheet>{styles}</styleSheet>")));
    parts
}

pub fn pack(parts: &[(String, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub fn workbook(sheets: &[Sheet<'_>]) -> Vec<u8> {
    pack(&parts(sheets, "", ""))
}

pub fn code(bytes: &[u8], name: &str, limits: &Limits) -> FaultCode {
    read(bytes, name, WANTED, limits).unwrap_err().code
}

/// Every row as its line and the texts of all wanted columns.
pub fn rows(bytes: &[u8], name: &str) -> Vec<(u32, Vec<String>)> {
    let table = read(bytes, name, WANTED, &Limits::default()).unwrap();
    let mut rows = Vec::new();
    let visit = |row: &Row<'_>| {
        rows.push((row.line, WANTED.iter().map(|w| row.text(w.key).to_owned()).collect()));
        Ok::<_, FileFault>(())
    };
    table.rows(visit).unwrap();
    rows
}

/// One row as [`rows`] gives it.
pub fn line(line: u32, texts: [&str; 4]) -> (u32, Vec<String>) {
    (line, texts.map(str::to_owned).to_vec())
}
