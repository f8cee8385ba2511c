//! What the course provider reports: events as facts in a ledger, and the progress they come to
//! (F21, F22; s.27, s.89). Delivered at least once and in any order, they have one result.

mod batch;
mod progress;
mod scores;
mod settle;

pub use batch::{EventResult, receive};
pub use progress::{Progress, Studied, facts, list};
pub use scores::{FinalScore, ScoreResult, receive_scores};
pub(crate) use settle::{Incoming, Outcome, Writes, settle, write};
pub use store::learning::{Fact, Filter};
