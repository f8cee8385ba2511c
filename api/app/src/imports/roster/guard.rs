//! Whom a file may move and whose data it may change: nobody takes people of other schools, and
//! nobody writes the phone by which somebody above them signs in (S9, S10).

use std::collections::HashSet;

use domain::access::Role;
use store::{
    appointments,
    bulk::roster::{self as rows, Enrollment},
};
use uuid::Uuid;

use super::super::plan::Ground;
use crate::{Result, Unit};

/// People whose data stays as it is.
#[derive(Default)]
pub(super) struct Guard {
    /// In another project of another school or county too.
    elsewhere: HashSet<Uuid>,
    /// Holders of a role equal to or above the caller's.
    above: HashSet<Uuid>,
}

impl Guard {
    pub async fn load(unit: &impl Unit, ground: &Ground, people: &[Uuid]) -> Result<Self> {
        let actor = &unit.ctx().actor;
        if actor.program || people.is_empty() {
            return Ok(Self::default());
        }
        let beside = rows::places_beside(unit, ground.project, people).await?;
        let far =
            beside.into_iter().filter(|(_, county, school)| !ground.reaches(*county, *school));
        let by = if ground.own.is_some() { Role::SchoolAdmin } else { Role::CountyAdmin };
        let mut above = HashSet::new();
        for some in people.chunks(store::MANY) {
            let held = appointments::roles_of(unit, some.to_vec()).await?.into_iter();
            let high = |role: &str| Role::parse(role).is_some_and(|role| role.rank() >= by.rank());
            above.extend(held.filter(|(_, role)| high(role)).map(|(person, _)| person));
        }
        above.remove(&actor.id);
        Ok(Self { elsewhere: far.map(|(person, ..)| person).collect(), above })
    }

    /// Whether somebody's own data may be written.
    pub fn may_change(&self, person: Uuid) -> Result<(), &'static str> {
        if self.elsewhere.contains(&person) {
            return Err("person_elsewhere");
        }
        if self.above.contains(&person) { Err("not_above") } else { Ok(()) }
    }

    /// Whether the row of somebody at this place is not taken, whatever it says.
    pub fn bars(&self, ground: &Ground, person: Uuid, place: Option<&Enrollment>) -> bool {
        self.may_change(person).is_err()
            || place.is_some_and(|place| Self::may_move(ground, place).is_err())
    }

    /// Whether somebody may be taken from the place where they are.
    pub fn may_move(ground: &Ground, place: &Enrollment) -> Result<(), &'static str> {
        let here = ground.reaches(place.county, place.school);
        if here { Ok(()) } else { Err("person_elsewhere") }
    }
}
