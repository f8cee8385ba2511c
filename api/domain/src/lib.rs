//! The rules of a teacher-training project, with no clock, no database and no HTTP in them.

pub mod access;
pub mod number;
pub mod refusal;

pub use number::Hundredths;
pub use refusal::{Fault, Kind, Refusal};
