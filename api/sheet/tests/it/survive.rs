//! Whatever the bytes: an answer, never a panic.

use proptest::prelude::*;
use sheet::{FileFault, Limits, Row, read};

use crate::book::{Sheet, WANTED, header, pack, parts, row};

/// Small limits, so that the cases which pass them are cheap as well.
fn limits() -> Limits {
    Limits { expanded_bytes: 1 << 20, rows: 200, columns: 20, ..Limits::default() }
}

fn survives(bytes: &[u8], name: &str) {
    if let Ok(table) = read(bytes, name, WANTED, &limits()) {
        let mut rows = 0;
        let visit = |row: &Row<'_>| {
            assert!(row.line > table.header_line());
            rows += 1;
            Ok::<_, FileFault>(())
        };
        if table.rows(visit).is_ok() {
            assert_eq!(rows, table.data_rows());
        }
    }
}

fn small_book() -> Vec<(String, String)> {
    let strings = "<si><t>李</t></si><si><r><t>王</t></r></si>";
    let styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
    let rows = header(2)
        + &row(3, &[Some("赵"), Some("1")])
        + "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>1</v></c><c r=\"D4\" s=\"1\"><v>44165</v></c></row>";
    let after = "<mergeCells><mergeCell ref=\"C3:C4\"/></mergeCells>";
    parts(&[Sheet { state: "visible", rows: &rows, after }], strings, styles)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn random_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400), start in 0..4_usize) {
        let starts: [&[u8]; 4] = [b"", b"PK\x03\x04", b"\xD0\xCF\x11\xE0", "姓名,身份证号\n".as_bytes()];
        let bytes = [starts[start], &bytes].concat();
        survives(&bytes, "a.csv");
        survives(&bytes, "a.xlsx");
    }

    #[test]
    fn random_text(text in "(姓名[,;\t]身份证号[\r\n]{1,2})?([,;\t\"\r\n'=\u{200B}a李]){0,60}") {
        survives(text.as_bytes(), "a.csv");
    }

    #[test]
    fn an_archive_with_damaged_bytes(hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = pack(&small_book());
        for (at, byte) in hits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        survives(&bytes, "a.xlsx");
    }

    #[test]
    fn sound_archives_with_damaged_parts(
        part in any::<prop::sample::Index>(),
        hits in prop::collection::vec((any::<prop::sample::Index>(), "[<>/&;\"=a-z0-9 李]{0,4}"), 1..5),
    ) {
        let mut parts = small_book();
        let at = part.index(parts.len());
        let text = &mut parts[at].1;
        for (place, with) in hits {
            let mut place = place.index(text.len().max(1)).min(text.len());
            while !text.is_char_boundary(place) {
                place -= 1;
            }
            let end = text[place..].chars().next().map_or(place, |c| place + c.len_utf8());
            text.replace_range(place..end, &with);
        }
        survives(&pack(&parts), "a.xlsx");
    }
}

#[test]
fn damaged_copies_of_the_real_roster() {
    let whole = include_bytes!("../data/practice-scores.xlsx");
    let mut seed = 1_u32;
    for _ in 0..300 {
        let mut bytes = whole.to_vec();
        for _ in 0..3 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = usize::try_from(seed).unwrap() % bytes.len();
            bytes[at] ^= 1 << (seed % 8);
        }
        survives(&bytes, "a.xlsx");
    }
}
