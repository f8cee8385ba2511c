//! Who may do what to whom: the matrix in `data/access.csv`, evaluated.
//!
//! A rule's cell lists scopes (`s` self, `w` own workshops, `c` own class, `j` own joint class,
//! `h` own school, `r` own subject in the region, `k` own county, `p` own project, `o` own
//! records, `t` the sub-tree of an API client, `y` the system, `*` any member of the project)
//! with flags: `!` not on one's own work, `m` masked, `a` aggregate only, `u` after a fresh
//! sign-in, `2` a second person.

mod actor;
mod appointment;
mod grant;
mod mask;
mod matrix;
mod rule;

pub use actor::{Actor, Appointment, Membership, Role, first_appointment};
pub use appointment::{APPOINTMENT_EDGES, AppointmentAction, AppointmentEdge, AppointmentStatus};
pub use grant::{Over, grants};
pub use mask::{Mask, Shown};
pub use matrix::{Cell, Pass, Reach, Scope, Target};
pub use rule::Rule;

#[cfg(test)]
mod tests;
