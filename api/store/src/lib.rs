//! The only crate that speaks SQL. One module per slice, one function per query.

pub mod accounts;
pub mod appointments;
pub mod attachments;
pub mod audit;
pub mod backups;
pub mod begin;
pub mod bulk;
pub mod catalog;
pub mod classes;
pub mod clients;
mod db;
mod dialect;
pub mod edits;
mod error;
pub mod exceptions;
pub mod exhibitions;
pub mod grades;
pub mod history;
pub mod holders;
pub mod homework;
pub mod idempotency;
pub mod imports;
pub mod learning;
pub mod library;
pub mod organizations;
mod page;
pub mod placements;
pub mod practice;
pub mod projects;
pub mod qualifications;
pub mod quarantine;
pub mod quotas;
mod reach;
pub mod recommendations;
pub mod reports;
pub mod reviews;
pub mod roster;
pub mod seats;
pub mod selections;
pub mod submissions;
pub mod upkeep;
pub mod workshops;

pub use db::{Db, Read, Source, Write};
pub use error::{Error, Result};
pub use page::{Cut, Key, Window};

/// Values looked up by one statement. SQLite keeps each statement of a file with all its places
/// for values, and PostgreSQL takes at most 65,535 of them.
pub const MANY: usize = 1_000;
