//! Finding the header among titles, group names and the decoration people put around it.

use unicode_normalization::UnicodeNormalization;

use crate::merge::Merge;

/// The header is looked for in the first ten rows.
const SEARCHED: u32 = 10;
/// A header of several levels may reach a little below them.
pub(crate) const HEAD_ROWS: u32 = 13;

/// A column the caller reads: the key it asks by, the titles it goes by (the official one first),
/// and whether a row is no header without it.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    pub key: &'static str,
    pub titles: &'static [&'static str],
    pub required: bool,
}

/// Where the header stands and which column each key was found in.
#[derive(Debug, Clone)]
pub(crate) struct Header {
    pub line: u32,
    pub titles: Vec<String>,
    pub columns: Vec<(&'static str, usize)>,
}

/// One of the first rows: its number and its texts by column.
#[derive(Debug, Clone, Default)]
pub(crate) struct HeadRow {
    pub line: u32,
    pub texts: Vec<String>,
}

impl Header {
    /// A title that two columns have, of which either could be meant.
    pub(crate) fn twice(&self) -> Option<&str> {
        let same = |title: &str, at: usize| {
            let title = normalise(title);
            let mut others = self.titles.iter().enumerate();
            others.any(|(other, text)| other != at && normalise(text) == title)
        };
        let titles = self.columns.iter().filter_map(|(_, at)| Some((self.titles.get(*at)?, *at)));
        titles.into_iter().find(|(title, at)| same(title, *at)).map(|(title, _)| title.as_str())
    }
}

/// A title without what does not distinguish it: width, case, blanks, line breaks, `*`, `（必填）`.
pub(crate) fn normalise(title: &str) -> String {
    let kept = |c: &char| {
        !c.is_whitespace()
            && !c.is_control()
            && !matches!(c, '*' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
    };
    let plain: String = title.nfkc().filter(kept).flat_map(char::to_lowercase).collect();
    let marks = ["(必填)", "[必填]", "【必填】", "(必填项)", "(选填)", "(可选)"];
    marks.iter().fold(plain, |title, mark| title.replace(mark, ""))
}

/// Finds the header: the first row that has every required column, read through vertical merges;
/// failing that, the first row that has them together with the row above it (a two-level header
/// that lost its merges on the way through CSV).
pub(crate) fn find(head: &[HeadRow], merges: &[Merge], wanted: &[Wanted]) -> Option<Header> {
    let filled: Vec<HeadRow> = head.iter().map(|row| fill(row, head, merges)).collect();
    let searched = || filled.iter().filter(|row| row.line <= SEARCHED);
    if let Some(header) = searched().find_map(|row| matching(row, wanted)) {
        let lower = lowest_level(&header, &filled, merges, wanted);
        return Some(lower.or_else(|| second_level(&header, head, wanted)).unwrap_or(header));
    }
    let pairs = searched().zip(searched().skip(1));
    pairs
        .filter(|(above, row)| above.line.checked_add(1) == Some(row.line))
        .find_map(|(above, row)| matching(&overlaid(above, row), wanted))
}

/// The texts of a row, and where it has none those of the row above it.
fn overlaid(above: &HeadRow, row: &HeadRow) -> HeadRow {
    let text = |column: usize| {
        let own = row.texts.get(column).filter(|text| !is_blank(text));
        own.or_else(|| above.texts.get(column)).cloned().unwrap_or_default()
    };
    let width = above.texts.len().max(row.texts.len());
    HeadRow { line: row.line, texts: (0..width).map(text).collect() }
}

/// The second level of a header whose first level has all required columns already, in a file
/// that lost its merges: the row below it has more of the wanted titles and holds nothing that
/// could be data, which shows in the columns of those titles.
fn second_level(header: &Header, head: &[HeadRow], wanted: &[Wanted]) -> Option<Header> {
    let at = |line: u32| head.iter().find(|row| row.line == line);
    let (above, below) = (at(header.line)?, at(header.line.checked_add(1)?)?);
    let titles = |row: &HeadRow| -> usize {
        let known = |text: &String| {
            let text = normalise(text);
            wanted.iter().any(|one| one.titles.iter().any(|title| normalise(title) == text))
        };
        row.texts.iter().filter(|text| !is_blank(text) && known(text)).count()
    };
    let filled = below.texts.iter().filter(|text| !is_blank(text)).count();
    let lower = matching(&overlaid(above, below), wanted)?;
    // Most of the row has to be titles: a teacher of the subject 姓名 there is not.
    let is_titles = titles(below).saturating_mul(2) > filled && titles(below) > 0;
    (is_titles && lower.columns.len() >= header.columns.len()).then_some(lower)
}

/// A header cell that is merged downwards ends the header only where the merge ends: below it
/// stand the second-level titles of its neighbours, not the first row of data.
fn lowest_level(
    header: &Header,
    filled: &[HeadRow],
    merges: &[Merge],
    wanted: &[Wanted],
) -> Option<Header> {
    let is_title = |merge: &&Merge| {
        merge.first_row == header.line
            && header.columns.iter().any(|(_, column)| *column == usize::from(merge.column))
    };
    let last = merges.iter().filter(is_title).map(|merge| merge.last_row).max()?;
    let row = filled.iter().find(|row| row.line == last)?;
    matching(row, wanted)
}

/// The row with the texts that reach down into it.
fn fill(row: &HeadRow, head: &[HeadRow], merges: &[Merge]) -> HeadRow {
    let mut texts = row.texts.clone();
    for merge in merges.iter().filter(|merge| merge.covers_below_its_first(row.line)) {
        let column = usize::from(merge.column);
        let above = head.iter().find(|other| other.line == merge.first_row);
        if let Some(text) = above.and_then(|other| other.texts.get(column)) {
            if texts.len() <= column {
                texts.resize(column.saturating_add(1), String::new());
            }
            if let Some(own) = texts.get_mut(column).filter(|own| is_blank(own)) {
                own.clone_from(text);
            }
        }
    }
    HeadRow { line: row.line, texts }
}

fn matching(row: &HeadRow, wanted: &[Wanted]) -> Option<Header> {
    let titles: Vec<String> = row.texts.iter().map(|text| normalise(text)).collect();
    let mut columns = Vec::with_capacity(wanted.len());
    for column in wanted {
        // The official title wins over synonyms wherever it stands.
        let found = column.titles.iter().find_map(|title| {
            let title = normalise(title);
            titles.iter().position(|other| *other == title)
        });
        match found {
            Some(at) => columns.push((column.key, at)),
            None if column.required => return None,
            None => {}
        }
    }
    (!columns.is_empty()).then(|| Header { line: row.line, titles: row.texts.clone(), columns })
}

/// Whether a cell's text shows nothing.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANTED: &[Wanted] = &[
        Wanted { key: "name", titles: &["姓名", "教师姓名"], required: true },
        Wanted { key: "id_no", titles: &["身份证号", "证件号码"], required: true },
        Wanted { key: "gender", titles: &["性别"], required: false },
    ];

    fn head(rows: &[&[&str]]) -> Vec<HeadRow> {
        let row = |(at, texts): (usize, &&[&str])| HeadRow {
            line: u32::try_from(at).unwrap().saturating_add(1),
            texts: texts.iter().map(|text| text.to_string()).collect(),
        };
        rows.iter().enumerate().map(row).collect()
    }

    fn found(rows: &[&[&str]], merges: &[Merge]) -> Option<(u32, Vec<(&'static str, usize)>)> {
        find(&head(rows), merges, WANTED).map(|header| (header.line, header.columns))
    }

    #[test]
    fn decorated_titles_are_recognised_below_a_heading() {
        let rows: &[&[&str]] =
            &[&["参训教师名单"], &[], &["身 份\n证号（必填）", "＊姓　名", "备注", "性别*"]];
        let columns = vec![("name", 1), ("id_no", 0), ("gender", 3)];
        assert_eq!(found(rows, &[]), Some((3, columns)));
    }

    #[test]
    fn an_official_title_wins_over_a_synonym_before_it() {
        let rows: &[&[&str]] = &[&["教师姓名", "姓名", "身份证号"]];
        assert_eq!(found(rows, &[]), Some((1, vec![("name", 1), ("id_no", 2)])));
    }

    #[test]
    fn merged_titles_reach_down_to_the_second_level() {
        let rows: &[&[&str]] = &[&["姓名", "基本信息", ""], &["", "身份证号", "性别"]];
        let merges = [Merge { column: 0, first_row: 1, last_row: 2 }];
        let columns = vec![("name", 0), ("id_no", 1), ("gender", 2)];
        assert_eq!(found(rows, &merges), Some((2, columns.clone())));
        assert_eq!(found(rows, &[]), Some((2, columns)));
    }

    #[test]
    fn a_title_that_stands_twice_is_told_if_it_is_wanted() {
        let twice = |row: &[&str]| {
            let header = find(&head(&[row]), &[], WANTED).unwrap();
            header.twice().map(str::to_owned)
        };
        assert_eq!(twice(&["姓名", "身份证号", "备注", "备注"]), None);
        assert_eq!(twice(&["姓名", "教师姓名", "身份证号"]), None);
        assert_eq!(twice(&["姓名", "身份证号", "姓 名*"]), Some("姓名".to_owned()));
    }

    #[test]
    fn a_header_ends_where_its_merged_titles_end() {
        let rows: &[&[&str]] = &[&["姓名", "身份证号", "其他"], &["", "", "性别"]];
        let merges = [0, 1].map(|column| Merge { column, first_row: 1, last_row: 2 });
        assert_eq!(found(rows, &merges), Some((2, vec![("name", 0), ("id_no", 1), ("gender", 2)])));
    }

    #[test]
    fn a_second_level_is_found_though_the_first_has_all_that_is_required() {
        let rows: &[&[&str]] =
            &[&["姓名", "身份证号", "其他", ""], &["", "", "性别", "班主任"], &["张三", "1", "男"]];
        assert_eq!(found(rows, &[]).map(|(line, _)| line), Some(1), "half of it is unknown");
        let rows: &[&[&str]] =
            &[&["姓名", "身份证号", "其他"], &["", "", "性别"], &["张三", "1", "男"]];
        assert_eq!(found(rows, &[]), Some((2, vec![("name", 0), ("id_no", 1), ("gender", 2)])));
        let data: &[&[&str]] = &[&["姓名", "身份证号", "性别"], &["", "", "男"], &["张三"]];
        assert_eq!(found(data, &[]).map(|(line, _)| line), Some(1));
    }

    #[test]
    fn a_header_below_the_tenth_row_is_not_looked_for() {
        let mut rows: Vec<&[&str]> = vec![&["说明"]; 10];
        rows.push(&["姓名", "身份证号"]);
        assert_eq!(found(&rows, &[]), None);
    }
}
