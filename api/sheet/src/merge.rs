//! Merged regions: the value of the topmost cell holds for every row the region covers.

use crate::cell::Cell;

/// The part of a merged region that matters for reading rows: its first column and its rows
/// (1-based). A region never spreads its value sideways, or a total line merged over the sheet
/// would turn into somebody's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Merge {
    pub column: u16,
    pub first_row: u32,
    pub last_row: u32,
}

impl Merge {
    pub fn covers_below_its_first(&self, row: u32) -> bool {
        self.first_row < row && row <= self.last_row
    }
}

/// Carries merged values down the sheet, one step per row, in the order of the rows.
#[derive(Debug)]
pub(crate) struct Carrier<'m> {
    columns: Vec<Carried<'m>>,
}

#[derive(Debug)]
struct Carried<'m> {
    column: usize,
    /// Regions of this column still to come, by first row.
    ahead: &'m [Merge],
    /// The last row the current value holds for.
    until: u32,
    from: u32,
    cell: Cell,
}

impl<'m> Carrier<'m> {
    /// `merges` sorted by column, then row.
    pub fn new(merges: &'m [Merge]) -> Self {
        let columns = merges
            .chunk_by(|one, other| one.column == other.column)
            .filter_map(|ahead| {
                let column = usize::from(ahead.first()?.column);
                let cell = Cell::default();
                Some(Carried { column, ahead, until: 0, from: 0, cell })
            })
            .collect();
        Self { columns }
    }

    /// Fills the blank cells of row `line` that a region from above covers, and returns how many
    /// bytes of text that took.
    pub fn step(&mut self, line: u32, cells: &mut Vec<Cell>) -> usize {
        let mut spent = 0_usize;
        for carried in &mut self.columns {
            while let Some((next, rest)) = carried.ahead.split_first() {
                if next.first_row > line {
                    break;
                }
                carried.ahead = rest;
                carried.until = next.last_row;
                carried.from = next.first_row;
                carried.cell = Cell::default();
            }
            if line > carried.until {
                continue;
            }
            let own = cells.get(carried.column).filter(|cell| !cell.is_blank());
            match own {
                Some(own) if line == carried.from => carried.cell = own.clone(),
                Some(_) => {}
                None if carried.cell.is_blank() => {}
                None => {
                    if cells.len() <= carried.column {
                        cells.resize_with(carried.column.saturating_add(1), Default::default);
                    }
                    if let Some(cell) = cells.get_mut(carried.column) {
                        cell.clone_from(&carried.cell);
                        spent = spent.saturating_add(cell.text.len());
                    }
                }
            }
        }
        spent
    }
}
