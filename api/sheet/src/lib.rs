//! Spreadsheets in both directions: reading files that strangers send, writing files that
//! spreadsheet programs can trust. Knows nothing of trainees; depends on nothing of ours.

mod cell;
mod csv_out;
mod decode;
mod delimited;
mod fault;
mod guard;
mod header;
mod limits;
mod merge;
mod number;
mod package;
mod report;
mod strings;
mod table;
mod template;
mod workbook;
mod worksheet;
mod xlsx_out;
mod xml;

pub use cell::{Cell, Row};
pub use csv_out::write_csv;
pub use fault::{FaultCode, FileFault};
pub use guard::neutralise;
pub use header::Wanted;
pub use limits::Limits;
pub use report::{Column, Kind, Report, Value, WriteFault};
pub use table::{Table, read};
pub use template::{Annotated, TemplateColumn, annotated_xlsx, template_xlsx};
pub use xlsx_out::write_xlsx;
