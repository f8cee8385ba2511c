//! Imports (F67): a file is checked, its verdicts are read, and only then it is committed; a
//! commit applies exactly what was checked, or refuses; it can be undone while nothing depends
//! on it.

mod apply;
mod board;
mod catalog;
mod check;
mod class_members;
mod classes;
mod edits;
mod file;
mod homework;
mod jobs;
mod learning;
mod lines;
mod online_scores;
mod plan;
mod practice_scores;
mod reasons;
mod roster;
mod schools;
mod selections;
mod staff;
mod undo;
mod whose;
mod workshops;

pub use board::{Admission, Board};
pub use check::{check, watch};
pub use file::{error_workbook, template};
pub use jobs::{
    AtWork, Terms, Upload, admit, allowed, at_work, commit, county_of, list, rows, show, upload,
    waiting,
};
pub use plan::Counts;
pub use store::imports::{Job, Row};
pub use undo::undo;
