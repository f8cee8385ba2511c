#![expect(clippy::unwrap_used, reason = "a test that cannot unwrap has failed")]
#![expect(clippy::arithmetic_side_effects, reason = "numbers of tests are small")]
#![expect(clippy::indexing_slicing, reason = "a test that looks in the wrong place has failed")]

mod book;
mod hostile;
mod real;
mod shape;
mod survive;
mod writing;
