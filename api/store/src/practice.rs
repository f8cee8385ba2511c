//! Offline practice: rounds, the sheets of each class and school, and the rows on them.

mod changes;
mod rounds;
mod rows;
mod sheets;

pub use changes::{Change, Kept, Trace, any_by_hand_since, insert_changes, list_changes, traces};
pub use rounds::{
    NewRound, Newcomer, Round, advance_round, change_round, find_round, insert_round, list_rounds,
    newcomers, unlocked_among, unlocked_sheets,
};
pub use rows::{
    Known, Marks, Own, Row, adjust, count_marks, find_row, list_own, list_rows, mark_rows,
    sheet_rows, sheets_of,
};
pub use sheets::{
    Counts, Filter, Sheet, Stamp, advance_sheet, count_sheets, county_admins, find_sheet,
    hold_for_filling, hold_sheets, list_sheets,
};

/// Enrolments of these states are outside the denominator (INV-E3).
pub(crate) const OUTSIDE: [&str; 4] = ["withdrawn", "deferred", "exempted", "transferred"];
