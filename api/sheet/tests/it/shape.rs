//! The shapes that schools give to a list.

use sheet::{FaultCode, FileFault, Limits, Row, read};

use crate::book::{Sheet, WANTED, code, header, line, pack, parts, row, rows, visible, workbook};

#[test]
fn hidden_sheets_are_passed_over_and_so_are_visible_ones_without_a_header() {
    let secret = header(1) + &row(2, &[Some("隐"), Some("1")]);
    let cover = row(1, &[Some("说明")]);
    let list = header(3) + &row(4, &[Some("李"), Some("2")]);
    let hidden = |state| Sheet { state, rows: &secret, after: "" };
    let sheets = [hidden("hidden"), hidden("veryHidden"), visible(&cover), visible(&list)];
    assert_eq!(rows(&workbook(&sheets), "a.xlsx"), [line(4, ["李", "2", "", ""])]);
    let only_hidden = workbook(&[hidden("hidden")]);
    assert_eq!(code(&only_hidden, "a.xlsx", &Limits::default()), FaultCode::NoHeader);
}

#[test]
fn a_merged_school_holds_for_every_row_it_covers_and_a_merged_total_for_none() {
    let body = header(1)
        + &row(2, &[Some("李"), Some("1"), Some("一中")])
        + &row(3, &[Some("王"), Some("2")])
        + "<row r=\"4\"><c r=\"C4\" s=\"0\"/></row>"
        + &row(5, &[Some("赵"), Some("3")])
        + &row(6, &[Some("合计")])
        + &row(7, &[Some("钱"), Some("4")]);
    let after = "<mergeCells><mergeCell ref=\"C2:C5\"/><mergeCell ref=\"A6:C6\"/></mergeCells>";
    let sheet = Sheet { state: "visible", rows: &body, after };
    let expected = [
        line(2, ["李", "1", "一中", ""]),
        line(3, ["王", "2", "一中", ""]),
        line(5, ["赵", "3", "一中", ""]),
        line(6, ["合计", "", "", ""]),
        line(7, ["钱", "4", "", ""]),
    ];
    assert_eq!(rows(&workbook(&[sheet]), "a.xlsx"), expected);
}

#[test]
fn group_names_above_the_header_do_not_hide_it() {
    let body = row(1, &[Some("扶余市参训教师"), None, None])
        + &row(2, &[Some("姓名"), Some("基本信息"), None])
        + &row(3, &[None, Some("身份\n证号（必填）"), Some("＊单　位")])
        + &row(4, &[Some("李"), Some("1"), Some("一中")]);
    let after = "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A2:A3\"/>\
                 <mergeCell ref=\"B2:C2\"/></mergeCells>";
    let sheet = Sheet { state: "visible", rows: &body, after };
    assert_eq!(rows(&workbook(&[sheet]), "a.xlsx"), [line(4, ["李", "1", "一中", ""])]);
    let csv = "名单,,\n姓名,基本信息,\n,身份证号,单位\n李,1,一中\n";
    assert_eq!(rows(csv.as_bytes(), "a.csv"), [line(4, ["李", "1", "一中", ""])]);
}

#[test]
fn formulas_give_their_cached_value_or_nothing() {
    let body = header(1)
        + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>CONCAT(\"李\")</f><v>李四</v></c>\
           <c r=\"B2\"><f>1+1</f><v>2</v></c><c r=\"C2\"><f>1+1</f></c>\
           <c r=\"D2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>";
    assert_eq!(
        rows(&workbook(&[visible(&body)]), "a.xlsx"),
        [line(2, ["李四", "2", "", "#DIV/0!"])]
    );
}

#[test]
fn dates_numbers_and_runs_of_rich_text_become_what_a_person_sees() {
    let strings = "<si><r><t>李</t></r><r><rPr/><t xml:space=\"preserve\"> 四</t></r>\
                   <rPh><t>li si</t></rPh></si><si><t>a&amp;b_x000D_&#x4E2D;</t></si>";
    let styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m\"/></numFmts>\
                  <cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>\
                  <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs>";
    let body = header(1)
        + "<row><c t=\"s\"><v>0</v></c><c><v>2.2078119610612906E+17</v></c>\
           <c t=\"s\"><v>1</v></c><c s=\"1\"><v>44165</v></c></row>\
           <row><c t=\"s\"><v>0</v></c><c><v>1.5466919442E10</v></c><c t=\"b\"><v>1</v></c>\
           <c s=\"2\"><v>44165</v></c></row>";
    let bytes = pack(&parts(&[visible(&body)], strings, styles));
    let expected = [
        line(2, ["李 四", "220781196106129000", "a&b\r中", "2020-11-30"]),
        line(3, ["李 四", "15466919442", "TRUE", "2020-11-30"]),
    ];
    assert_eq!(rows(&bytes, "a.xlsx"), expected);
    let table = read(&bytes, "a.xlsx", WANTED, &Limits::default()).unwrap();
    let visit = |row: &Row<'_>| {
        assert!(row.get("id_no").was_number && !row.get("on").was_number);
        Ok::<_, FileFault>(())
    };
    table.rows(visit).unwrap();
}

#[test]
fn prefixed_names_and_absolute_targets_are_read_too() {
    let body = "<x:row r=\"1\"><x:c r=\"A1\" t=\"str\"><x:v>姓名</x:v></x:c>\
                <x:c r=\"B1\" t=\"str\"><x:v>身份证号</x:v></x:c></x:row>\
                <x:row r=\"2\"><x:c r=\"A2\" t=\"str\"><x:v>李</x:v></x:c></x:row>";
    let mut parts = parts(&[visible(body)], "", "");
    for (name, text) in &mut parts {
        if name.ends_with("workbook.xml.rels") {
            *text = text.replace("\"worksheets/", "\"/XL/worksheets/");
        }
    }
    assert_eq!(rows(&pack(&parts), "a.xlsx"), [line(2, ["李", "", "", ""])]);
}

#[test]
fn separators_encodings_and_line_ends_do_not_matter() {
    let expected = [line(2, ["李", "1", "一\n中", ""]), line(4, ["王", "2", "", ""])];
    for separator in [",", ";", "\t"] {
        for end in ["\n", "\r\n", "\r"] {
            let rows_of = ["姓名|身份证号|单位", "李|1|\"一\n中\"", "", "王|2|", ""];
            let text = rows_of.join(end).replace('|', separator);
            assert_eq!(rows(text.as_bytes(), "a.csv"), expected);
            let gb = encoding_rs::GB18030.encode(&text).0;
            assert_eq!(rows(&gb, "a.csv"), expected);
            let wide = format!("\u{FEFF}{text}");
            let wide: Vec<u8> = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(rows(&wide, "a.csv"), expected);
        }
    }
}

#[test]
fn a_file_without_header_or_without_rows_is_told_so() {
    let limits = Limits::default();
    assert_eq!(code(b"", "a.csv", &limits), FaultCode::NoHeader);
    assert_eq!(code("姓名,单位\n李,一中\n".as_bytes(), "a.csv", &limits), FaultCode::NoHeader);
    assert_eq!(code("姓名,身份证号\n,\n\n".as_bytes(), "a.csv", &limits), FaultCode::NoRows);
    let empty = workbook(&[visible(&header(1))]);
    assert_eq!(code(&empty, "a.xlsx", &limits), FaultCode::NoRows);
    assert_eq!(code(&workbook(&[visible("")]), "a.xlsx", &limits), FaultCode::NoHeader);
}
