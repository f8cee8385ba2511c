//! The use cases. Each takes the unit of work it runs in: [`Work`] writes, [`Look`] reads.
//! Policy is asked here and nowhere above.

pub mod accounts;
pub mod appointments;
pub mod attachments;
pub mod audit;
pub mod backups;
pub mod begin;
pub mod catalog;
pub mod classes;
pub mod clients;
mod context;
mod edits;
mod error;
mod event;
pub mod exhibitions;
pub mod grades;
pub mod home;
pub mod homework;
pub mod imports;
pub mod learning;
pub mod library;
pub mod organizations;
pub mod placements;
pub mod practice;
pub mod projects;
pub mod qualifications;
pub mod quarantine;
pub mod quotas;
pub mod recommendations;
pub mod reports;
pub mod reviews;
pub mod roster;
pub mod secrets;
pub mod selections;
pub mod statistics;
pub mod submissions;
mod unit;
pub mod upkeep;
pub mod workshops;

pub use context::{Clock, Context, IdempotencyKey, Request, Services};
pub(crate) use error::stale;
pub use error::{Error, Result};
pub use event::Event;
pub use store::{Cut, Db, Error as StoreError, Key, Window};
pub use unit::{Answer, Look, Unit, Work};
