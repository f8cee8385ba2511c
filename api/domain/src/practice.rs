//! Offline practice: the school enters, the county determines (s.26, s.27, s.51).

mod entry;
mod row;
mod sheet;

pub use entry::{Absence, Determined, SchoolEntry, SchoolMark, determine, settle_school};
pub use row::{Judged, PracticeEntry, PracticeRow, SeenInFile, judge_row};
pub use sheet::{
    ROUND_EDGES, RoundAction, RoundStatus, SETTLED, SHEET_EDGES, SheetAction, SheetStatus,
    complete, explained, second_person, step, unlocked,
};

#[cfg(test)]
mod tests;
