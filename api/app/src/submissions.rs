//! Works of trainees on the ladder (F26–F32): drafts, versions with receipts, and every move.
//! The table of moves and their guards are `domain::homework`; here the facts are gathered and
//! a move is made, once.

mod access;
mod drafts;
mod facts;
mod list;
mod moves;
mod standing;
mod versions;

pub use access::{Found, find};
pub(crate) use access::{belongs_to_school, may_decide, target_of};
pub use drafts::{Content, Contributor, create, delete_draft, save_draft};
pub use facts::Meter;
pub(crate) use facts::measure;
pub use list::{Page, list};
pub use moves::{Given, Moved, act, consent, withdraw};
pub(crate) use moves::{decide, note, place};
pub use standing::{Voice, Whole, history, show};
pub use store::submissions::{File, Filter, Listed, Sort, Submission, Version};
pub use versions::{Receipt, show_version, submit};
pub(crate) use versions::{contributors_of, files_of};
