//! Rows of separated values.
//!
//! Read by hand because rows must be numbered as a spreadsheet program numbers them (blank ones
//! count, quoted line breaks do not), and because a quotation mark that is never closed would
//! silently swallow all rows behind it.

use crate::cell::Cell;
use crate::fault::FileFault;
use crate::guard;
use crate::header::HEAD_ROWS;
use crate::limits::Limits;

pub(crate) const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

#[derive(Debug)]
pub(crate) struct Delimited<'t> {
    text: &'t str,
    at: usize,
    separator: u8,
    line: u32,
    limits: &'t Limits,
}

/// What a field ended at.
#[derive(PartialEq)]
enum Ended {
    Field,
    Row,
}

impl<'t> Delimited<'t> {
    pub fn new(text: &'t str, separator: u8, limits: &'t Limits) -> Self {
        Self { text, at: 0, separator, line: 0, limits }
    }

    /// Reads the next row into `cells` and returns its number, counted from 1. `None` at the end.
    pub fn next_row(&mut self, cells: &mut Vec<Cell>) -> Result<Option<u32>, FileFault> {
        cells.clear();
        if self.at >= self.text.len() {
            return Ok(None);
        }
        self.line = self.line.saturating_add(1);
        let (mut column, mut row_bytes) = (0_usize, 0_usize);
        loop {
            let mut text = String::new();
            let ended = self.field(&mut text)?;
            guard::restore(&mut text);
            row_bytes = row_bytes.saturating_add(text.len());
            self.check(&text, row_bytes)?;
            let cell = Cell { text, was_number: false };
            if !cell.is_blank() {
                self.place(cells, column, cell)?;
            }
            column = column.saturating_add(1);
            if ended == Ended::Row {
                return Ok(Some(self.line));
            }
        }
    }

    fn check(&self, text: &str, row_bytes: usize) -> Result<(), FileFault> {
        let large = |what: &str, limit: usize| {
            Err(FileFault::too_large(what, u64::try_from(limit).unwrap_or(u64::MAX)))
        };
        if text.len() > self.limits.cell_bytes {
            return large("bytes in one cell", self.limits.cell_bytes);
        }
        if row_bytes > self.limits.row_bytes {
            return large("bytes in one row", self.limits.row_bytes);
        }
        Ok(())
    }

    fn place(&self, cells: &mut Vec<Cell>, column: usize, cell: Cell) -> Result<(), FileFault> {
        if column >= self.limits.columns {
            let limit = u64::try_from(self.limits.columns).unwrap_or(u64::MAX);
            return Err(FileFault::too_large("columns", limit));
        }
        if self.line > self.limits.rows.saturating_add(HEAD_ROWS) {
            return Err(FileFault::too_large("rows", u64::from(self.limits.rows)));
        }
        cells.resize_with(column, Cell::default);
        cells.push(cell);
        Ok(())
    }

    /// Reads one field, quoted or not, and what ends it.
    fn field(&mut self, into: &mut String) -> Result<Ended, FileFault> {
        if self.rest().starts_with('"') {
            self.skip(1);
            loop {
                let rest = self.rest();
                let Some(end) = rest.find('"') else {
                    let place = format!("a quotation mark in row {} is never closed", self.line);
                    return Err(FileFault::corrupt(place));
                };
                into.push_str(rest.get(..end).unwrap_or_default());
                self.skip(end.saturating_add(1));
                if !self.rest().starts_with('"') {
                    break;
                }
                into.push('"');
                self.skip(1);
            }
        }
        let rest = self.rest();
        let separator = self.separator;
        let ends = |b: u8| b == separator || b == b'\n' || b == b'\r';
        let end = rest.bytes().position(ends).unwrap_or(rest.len());
        into.push_str(rest.get(..end).unwrap_or_default());
        self.skip(end);
        if self.rest().as_bytes().first() == Some(&separator) {
            self.skip(1);
            return Ok(Ended::Field);
        }
        self.skip(if self.rest().starts_with("\r\n") { 2 } else { 1 });
        Ok(Ended::Row)
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes).min(self.text.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, separator: u8) -> Result<Vec<(u32, Vec<String>)>, FileFault> {
        let limits = Limits::default();
        let mut reader = Delimited::new(text, separator, &limits);
        let (mut rows, mut cells) = (Vec::new(), Vec::new());
        while let Some(line) = reader.next_row(&mut cells)? {
            rows.push((line, cells.iter().map(|cell: &Cell| cell.text.clone()).collect()));
        }
        Ok(rows)
    }

    fn row(line: u32, texts: &[&str]) -> (u32, Vec<String>) {
        (line, texts.iter().map(|text| text.to_string()).collect())
    }

    #[test]
    fn every_line_ending_ends_a_row_and_blank_rows_count() {
        let expected = vec![row(1, &["a", "b"]), row(2, &[]), row(3, &["c"]), row(4, &["d"])];
        assert_eq!(rows("a,b\r\n\nc\rd", b',').unwrap(), expected);
    }

    #[test]
    fn quoted_fields_may_hold_anything() {
        let text = "\"a\"\"b\n,\";x\r\n\"\";y\n";
        assert_eq!(rows(text, b';').unwrap(), [row(1, &["a\"b\n,", "x"]), row(2, &["", "y"])]);
    }

    #[test]
    fn a_quotation_mark_left_open_refuses_the_file() {
        assert!(rows("a,b\n\"c,d\ne,f\n", b',').unwrap_err().detail.contains("row 2"));
    }

    #[test]
    fn endless_empty_columns_cost_nothing() {
        assert_eq!(rows(&",".repeat(1_000_000), b',').unwrap(), [row(1, &[])]);
        assert!(rows(&(",".repeat(600) + "x"), b',').is_err());
    }
}
