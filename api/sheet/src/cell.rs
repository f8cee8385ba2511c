use crate::header::is_blank;

/// One cell as a person sees it. `was_number` tells that the workbook stored a number: fine for a
/// phone, but an ID number has then lost its last digits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    pub was_number: bool,
}

impl Cell {
    pub(crate) fn is_blank(&self) -> bool {
        is_blank(&self.text)
    }
}

/// A cell where the row has none.
static EMPTY: Cell = Cell { text: String::new(), was_number: false };

/// One row of a table that is not blank.
#[derive(Debug, Clone, Copy)]
pub struct Row<'r> {
    /// The row's number as the spreadsheet program shows it, counted from 1.
    pub line: u32,
    pub(crate) cells: &'r [Cell],
    pub(crate) columns: &'r [(&'static str, usize)],
}

impl<'r> Row<'r> {
    /// The cell under the wanted key; an empty one if the file has no such column.
    pub fn get(&self, key: &str) -> &'r Cell {
        let column = self.columns.iter().find(|(name, _)| *name == key);
        column.and_then(|(_, at)| self.cells.get(*at)).unwrap_or(&EMPTY)
    }

    /// Whether the file has a column for the wanted key.
    pub fn has(&self, key: &str) -> bool {
        self.columns.iter().any(|(name, _)| *name == key)
    }

    /// The text under the wanted key, as it stands in the file.
    pub fn text(&self, key: &str) -> &'r str {
        &self.get(key).text
    }

    /// All cells in the order of the file, unknown columns included; may be shorter than the
    /// header.
    pub fn cells(&self) -> &'r [Cell] {
        self.cells
    }
}
