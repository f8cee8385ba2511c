//! One worksheet as a stream of rows.

use crate::cell::Cell;
use crate::fault::FileFault;
use crate::guard;
use crate::header::HEAD_ROWS;
use crate::merge::Merge;
use crate::number::{Shown, date_text, number_text};
use crate::strings::{Phrase, unescape};
use crate::workbook::Workbook;
use crate::xml::{Node, Tag, Xml};

/// How many rows a spreadsheet has.
const LAST_ROW: u32 = 1_048_576;
/// How many cells a row of a spreadsheet has (A to XFD), blank ones included.
const WIDEST: usize = 16_384;

/// The rows of a sheet in order; after the last one, its merged regions.
pub(crate) struct Worksheet<'p> {
    xml: Xml<'p>,
    book: &'p Workbook,
    line: u32,
    row_bytes: usize,
    merges: Vec<Merge>,
    value: String,
    phrase: Phrase,
}

/// What a cell's tag says about it.
struct Begun {
    column: usize,
    kind: Kind,
    shown: Shown,
}

enum Kind {
    Number,
    Shared,
    Text,
    Truth,
    Iso,
}

impl<'p> Worksheet<'p> {
    pub fn new(xml: Xml<'p>, book: &'p Workbook) -> Self {
        Self {
            xml,
            book,
            line: 0,
            row_bytes: 0,
            merges: Vec::new(),
            value: String::new(),
            phrase: Phrase::default(),
        }
    }

    /// Reads the next row into `cells` and returns its number, 1-based as the spreadsheet shows
    /// it. `None` once the whole part has been read.
    pub fn next_row(&mut self, cells: &mut Vec<Cell>) -> Result<Option<u32>, FileFault> {
        loop {
            match self.xml.next()? {
                Node::Open(tag) if tag.name() == "row" => {
                    let number = tag.number("r");
                    self.begin_row(number)?;
                    self.read_cells(cells)?;
                    return Ok(Some(self.line));
                }
                Node::Open(tag) if tag.name() == "mergeCell" => {
                    let merge = tag.attribute("ref").and_then(|range| vertical(&range));
                    self.push_merge(merge)?;
                }
                Node::End => return Ok(None),
                _ => {}
            }
        }
    }

    /// The merged regions that reach over several rows, sorted by column and row.
    pub fn into_merges(self) -> Vec<Merge> {
        let mut merges = self.merges;
        merges.sort_unstable();
        merges
    }

    /// Charges text that is handed out a second time, such as a merged value.
    pub fn spend_text(&mut self, bytes: usize) -> Result<(), FileFault> {
        self.xml.budget().spend_text(bytes)
    }

    fn begin_row(&mut self, number: Option<u32>) -> Result<(), FileFault> {
        let next = self.line.saturating_add(1);
        let number = number.unwrap_or(next);
        if number > LAST_ROW {
            return Err(FileFault::too_large("rows", u64::from(self.xml.budget().limits().rows)));
        }
        if number < next {
            return Err(self.xml.corrupt(&format!("row {number} is out of place")));
        }
        self.line = number;
        self.row_bytes = 0;
        Ok(())
    }

    fn push_merge(&mut self, merge: Option<Merge>) -> Result<(), FileFault> {
        let limits = self.xml.budget().limits();
        let (most, columns) = (limits.merges, limits.columns);
        self.merges.extend(merge.filter(|merge| usize::from(merge.column) < columns));
        if self.merges.len() > most {
            let limit = u64::try_from(most).unwrap_or(u64::MAX);
            return Err(FileFault::too_large("merged regions", limit));
        }
        Ok(())
    }

    fn read_cells(&mut self, cells: &mut Vec<Cell>) -> Result<(), FileFault> {
        cells.clear();
        let (mut column, mut read) = (0_usize, 0_usize);
        loop {
            match self.xml.next()? {
                Node::Open(tag) if tag.name() == "c" => {
                    read = read.saturating_add(1);
                    if read > WIDEST {
                        let limit = self.xml.budget().limits().columns;
                        let limit = u64::try_from(limit).unwrap_or(u64::MAX);
                        return Err(FileFault::too_large("columns", limit));
                    }
                    let begun = begin_cell(&tag, column, self.book);
                    let Some(begun) = begun else {
                        let place = format!("row {} has a cell out of place", self.line);
                        return Err(self.xml.corrupt(&place));
                    };
                    column = begun.column.saturating_add(1);
                    let cell = self.read_cell(&begun)?;
                    self.place(cells, begun.column, cell)?;
                }
                Node::Close(tag) if tag.name() == "row" => return Ok(()),
                Node::End => return Ok(()),
                _ => {}
            }
        }
    }

    /// Reads up to the end of the cell. A formula's text is passed over; its cached value counts.
    fn read_cell(&mut self, begun: &Begun) -> Result<Cell, FileFault> {
        let most = self.xml.budget().limits().cell_bytes;
        self.value.clear();
        self.phrase.start();
        let mut in_value = false;
        loop {
            match self.xml.next()? {
                Node::Open(tag) if tag.name() == "v" => in_value = true,
                Node::Open(tag) => self.phrase.open(tag.name()),
                Node::Close(tag) if tag.name() == "v" => in_value = false,
                Node::Close(tag) if tag.name() == "c" => break,
                Node::Close(tag) => self.phrase.close(tag.name()),
                Node::Text(text) if in_value && self.value.len() <= most => {
                    self.value.push_str(&text);
                }
                Node::Text(text) => self.phrase.text(&text, most),
                Node::End => break,
                Node::Other => {}
            }
        }
        self.finish_cell(begun)
    }

    fn finish_cell(&mut self, begun: &Begun) -> Result<Cell, FileFault> {
        let value = self.value.as_str();
        let plain = |text: &str| Cell { text: text.to_owned(), was_number: false };
        let mut cell = match begun.kind {
            _ if value.is_empty() => plain(&self.phrase.finish()),
            Kind::Shared => {
                let index = value.trim().parse().ok();
                match index.and_then(|index| self.book.strings.get(index)) {
                    Some(text) => plain(text),
                    None => {
                        let place = format!("row {} names a text that is missing", self.line);
                        return Err(self.xml.corrupt(&place));
                    }
                }
            }
            Kind::Text => plain(&unescape(value)),
            Kind::Truth => plain(if value.trim() == "1" { "TRUE" } else { "FALSE" }),
            Kind::Iso => plain(value.trim_end_matches('Z').trim_end_matches("T00:00:00")),
            Kind::Number => numeric(value, begun.shown, self.book.from_1904),
        };
        if !cell.was_number {
            guard::restore(&mut cell.text);
        }
        Ok(cell)
    }

    /// Puts the cell into its column. Blank cells are dropped, so that formatting far to the right
    /// or below costs nothing.
    fn place(&mut self, cells: &mut Vec<Cell>, column: usize, cell: Cell) -> Result<(), FileFault> {
        if cell.is_blank() {
            return Ok(());
        }
        let limits = self.xml.budget().limits();
        let (columns, rows) = (limits.columns, limits.rows);
        let (cell_bytes, row_bytes) = (limits.cell_bytes, limits.row_bytes);
        let too_large = |what: &str, limit: usize| {
            Err(FileFault::too_large(what, u64::try_from(limit).unwrap_or(u64::MAX)))
        };
        if column >= columns {
            return too_large("columns", columns);
        }
        if self.line > rows.saturating_add(HEAD_ROWS) {
            return Err(FileFault::too_large("rows", u64::from(rows)));
        }
        self.row_bytes = self.row_bytes.saturating_add(cell.text.len());
        if cell.text.len() > cell_bytes {
            return too_large("bytes in one cell", cell_bytes);
        }
        if self.row_bytes > row_bytes {
            return too_large("bytes in one row", row_bytes);
        }
        self.xml.budget().spend_text(cell.text.len())?;
        if cells.len() <= column {
            cells.resize_with(column.saturating_add(1), Cell::default);
        }
        if let Some(place) = cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }
}

fn begin_cell(tag: &Tag<'_>, next: usize, book: &Workbook) -> Option<Begun> {
    let mut begun = Begun { column: next, kind: Kind::Number, shown: Shown::Number };
    for (name, value) in tag.raw_attributes() {
        match name {
            "r" => begun.column = position(&value)?.0,
            "t" => begun.kind = kind(&value),
            "s" => {
                let shown = value.parse().ok().and_then(|style: usize| book.styles.get(style));
                begun.shown = shown.copied().unwrap_or(Shown::Number);
            }
            _ => {}
        }
    }
    Some(begun)
}

fn kind(name: &str) -> Kind {
    match name {
        "s" => Kind::Shared,
        "str" | "inlineStr" | "e" => Kind::Text,
        "b" => Kind::Truth,
        "d" => Kind::Iso,
        _ => Kind::Number,
    }
}

fn numeric(value: &str, shown: Shown, from_1904: bool) -> Cell {
    if shown == Shown::Date
        && let Some(text) = date_text(value, from_1904)
    {
        return Cell { text, was_number: false };
    }
    match number_text(value) {
        Some(text) => Cell { text, was_number: true },
        None => Cell { text: value.to_owned(), was_number: false },
    }
}

/// The zero-based column and the row number that `B12` stands for; a column beyond the last one
/// of a spreadsheet is over the limit of columns, which is said where its cell is placed.
fn position(reference: &str) -> Option<(usize, u32)> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = reference.split_at_checked(letters)?;
    if letters.is_empty() || letters.len() > 6 {
        return None;
    }
    let column = letters.bytes().fold(0_usize, |sum, letter| {
        let digit = letter.to_ascii_uppercase().saturating_sub(b'A').saturating_add(1);
        sum.saturating_mul(26).saturating_add(usize::from(digit))
    });
    Some((column.checked_sub(1)?, digits.parse().ok()?))
}

/// The first column of a range such as `G3:H9` with its rows, if it spans several.
fn vertical(range: &str) -> Option<Merge> {
    let (first, last) = range.split_once(':')?;
    let (column, first_row) = position(first)?;
    let (_, last_row) = position(last)?;
    let column = u16::try_from(column).ok()?;
    (first_row < last_row).then_some(Merge { column, first_row, last_row })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_letters_and_a_number() {
        assert_eq!(position("A1"), Some((0, 1)));
        assert_eq!(position("XFD1048576"), Some((16_383, 1_048_576)));
        assert_eq!(position("ZZZ1048576"), Some((18_277, 1_048_576)));
        for wrong in ["", "1", "A", "AAAAAAA1", "A-1", "A99999999999"] {
            assert_eq!(position(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_regions_over_several_rows_matter() {
        assert_eq!(vertical("G3:H9"), Some(Merge { column: 6, first_row: 3, last_row: 9 }));
        assert_eq!(vertical("A1:P1"), None);
        assert_eq!(vertical("A1"), None);
    }
}
