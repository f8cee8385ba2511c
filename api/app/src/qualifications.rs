//! Qualification runs: who is qualified, why not yet, and the certificates (F48; s.49).

mod acts;
mod ground;
mod judge;
mod read;
mod start;

pub use acts::{finalise, publish};
pub use ground::Ground;
pub use judge::{Figures, Moved};
pub use read::{Judgement, Listed, Results, Standing, figures, list, results, show, standing};
pub use start::start;
pub use store::qualifications::{Filter, Run, Shown};
