//! Which personal fields somebody sees: always masked, and only to whom they serve (P02).

use super::{Actor, Reach, Role, Rule, Target};

/// What of phone and ID number a reader may see, masked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    Nothing,
    /// The phone, for those who have to reach the person.
    Phone,
    /// Phone and ID number, for those who keep the roster.
    Both,
}

/// Tells for many people at once what a reader sees of each.
#[derive(Debug, Clone, Default)]
pub struct Mask(Reach);

impl Actor {
    /// What the actor sees of the people of a project.
    #[must_use]
    pub fn mask(&self, project: uuid::Uuid) -> Mask {
        Mask(self.reach(Rule::P02Read, project))
    }

    /// The highest role held anywhere; a trainee's where none is held.
    #[must_use]
    pub fn rank(&self) -> u8 {
        self.appointments.iter().map(|held| held.role.rank()).max().unwrap_or(Role::Trainee.rank())
    }
}

impl Mask {
    /// Workshop leaders see the phone only; the ID number is none of their business.
    #[must_use]
    pub fn shown(&self, of: &Target) -> Shown {
        let among = |place: Option<uuid::Uuid>, ids: &[uuid::Uuid]| {
            place.is_some_and(|place| ids.contains(&place))
        };
        if (of.owner.is_some() && of.owner == self.0.person)
            || among(of.county, &self.0.counties)
            || among(of.school, &self.0.schools)
        {
            return Shown::Both;
        }
        if among(of.workshop, &self.0.workshops) { Shown::Phone } else { Shown::Nothing }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Actor, Role, Shown, Target};
    use crate::access::Appointment;

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    fn seen_by(role: Role, scope: u128) -> Shown {
        let held = Appointment {
            id: id(9),
            role,
            project: Some(id(1)),
            scope: Some(id(scope)),
            subject: Some("YW".into()),
        };
        let actor = Actor { id: id(7), appointments: vec![held], ..Actor::default() };
        let of = Target {
            project: Some(id(1)),
            county: Some(id(2)),
            school: Some(id(3)),
            workshop: Some(id(4)),
            class: Some(id(5)),
            subject: Some("YW".into()),
            owner: Some(id(8)),
            ..Target::default()
        };
        actor.mask(id(1)).shown(&of)
    }

    #[test]
    fn the_roster_is_kept_by_school_and_county_only() {
        assert_eq!(seen_by(Role::SchoolAdmin, 3), Shown::Both);
        assert_eq!(seen_by(Role::CountyAdmin, 2), Shown::Both);
        assert_eq!(seen_by(Role::SchoolAdmin, 33), Shown::Nothing);
        assert_eq!(seen_by(Role::WorkshopLeader, 4), Shown::Phone);
        for (role, scope) in [
            (Role::SubjectExpert, 2),
            (Role::JointClassAdmin, 5),
            (Role::ProjectTeam, 1),
            (Role::PlatformOperator, 1),
            (Role::Auditor, 1),
        ] {
            assert_eq!(seen_by(role, scope), Shown::Nothing, "{role:?}");
        }
    }
}
