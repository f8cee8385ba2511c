//! The only crate that speaks SQL. One module per slice, one function per query.

pub mod accounts;
pub mod appointments;
pub mod attachments;
pub mod audit;
pub mod begin;
pub mod bulk;
pub mod catalog;
pub mod classes;
pub mod clients;
mod db;
mod dialect;
mod error;
pub mod exceptions;
pub mod grades;
pub mod history;
pub mod holders;
pub mod idempotency;
pub mod imports;
pub mod learning;
pub mod library;
pub mod organizations;
mod page;
pub mod placements;
pub mod practice;
pub mod projects;
pub mod quarantine;
mod reach;
pub mod roster;
pub mod seats;
pub mod selections;
pub mod workshops;

pub use db::{Db, Read, Source, Write};
pub use error::{Error, Result};
pub use page::{Cut, Key, Window};
