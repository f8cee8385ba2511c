//! Runs of the qualification and their results; a result is never changed but for its
//! certificate number.

mod evidence;
mod results;
mod runs;
mod shown;

pub use evidence::{Evidence, Marked, evidence, marked, unpublished_sheets};
pub use results::{NewResult, certify, insert_results, outcomes, passed};
pub use runs::{
    Run, advance, find_run, insert_run, list_runs, newest_run, seal_run, standing_runs, supersede,
};
pub use shown::{Filter, Shown, count_results, list_results, result_of};
