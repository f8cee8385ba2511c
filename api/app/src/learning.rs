//! What the course provider reports: events as facts in a ledger, and the progress they come to
//! (F21, F22; s.27, s.89). Delivered at least once and in any order, they have one result.

mod batch;
mod settle;

pub use batch::{EventResult, receive};
pub(crate) use settle::{Outcome, Writes, settle, write};
