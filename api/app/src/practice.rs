//! Offline practice: the school enters marks, the county determines, a second person signs
//! (F44, F45; s.26, s.27, s.51).

mod acts;
mod adjust;
mod edited;
mod fill;
mod guard;
mod origins;
mod own;
mod rounds;
mod sheets;

pub use acts::act;
pub use adjust::{Adjustment, adjust, changes};
pub use fill::{Entry, Saved, Verdict, fill};
pub use origins::{CountyMark, Origin};
pub use own::{Own, own};
pub use rounds::{
    RoundChange, RoundShown, RoundWish, act_round, change_round, create_round, list_rounds,
    show_round,
};
pub use sheets::{Shown, Whole, list, row_is_open, show};
pub use store::practice::{Filter, Kept, Round, Row, Sheet};
