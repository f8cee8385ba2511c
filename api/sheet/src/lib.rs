//! Spreadsheets in both directions: reading files that strangers send, writing files that
//! spreadsheet programs can trust. Knows nothing of trainees; depends on nothing of ours.

mod cell;
mod decode;
mod delimited;
mod fault;
mod guard;
mod header;
mod limits;
mod merge;
mod number;
mod package;
mod strings;
mod table;
mod workbook;
mod worksheet;
mod xml;

pub use cell::{Cell, Row};
pub use fault::{FaultCode, FileFault};
pub use guard::neutralise;
pub use header::Wanted;
pub use limits::Limits;
pub use table::{Table, read};
