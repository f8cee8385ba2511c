//! Qualification runs: who is qualified, why not yet, and the certificates (F48; s.49).

mod acts;
mod gate;
mod ground;
mod judge;
mod read;
mod start;

pub use acts::{finalise, publish};
pub use ground::Ground;
pub use judge::{Figures, Moved};
pub use read::{
    Judgement, Listed, Results, Seen, Standing, figures, list, results, show, standing, to_finalise,
};
pub use start::start;
pub use store::qualifications::{Filter, Run, Shown};
