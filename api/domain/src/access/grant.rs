//! Who appoints whom (S9, S10): the published matrix names the roles that each role may give.

use super::{Actor, Pass, Role, Rule, Scope, Target};
use crate::refusal::{Kind, Refusal};
use crate::words::words;

words! {
    /// What a role is over.
    pub enum Over {
        Platform = "platform",
        Project = "project",
        County = "county",
        /// A subject of the county.
        Subject = "subject",
        School = "school",
        Class = "class",
        Workshop = "workshop",
    }
}

impl Over {
    /// What a role is over; `None` for roles that nobody is appointed to.
    #[must_use]
    pub fn of(role: Role) -> Option<Self> {
        match role {
            Role::PlatformOperator => Some(Self::Platform),
            Role::ProjectTeam | Role::Auditor => Some(Self::Project),
            Role::CountyAdmin | Role::RegionalViewer => Some(Self::County),
            Role::SubjectExpert => Some(Self::Subject),
            Role::SchoolAdmin => Some(Self::School),
            Role::JointClassAdmin | Role::ClassTutor => Some(Self::Class),
            Role::WorkshopLeader | Role::DeputyWorkshopLeader | Role::GroupLeader => {
                Some(Self::Workshop)
            }
            Role::Trainee | Role::CourseProvider | Role::ThirdParty => None,
        }
    }
}

/// The roles that a role may give and end; always lower than itself.
#[must_use]
pub fn grants(role: Role) -> &'static [Role] {
    match role {
        Role::SchoolAdmin => {
            &[Role::WorkshopLeader, Role::DeputyWorkshopLeader, Role::GroupLeader, Role::ClassTutor]
        }
        Role::CountyAdmin => {
            &[Role::SchoolAdmin, Role::JointClassAdmin, Role::SubjectExpert, Role::RegionalViewer]
        }
        Role::ProjectTeam => &[Role::CountyAdmin, Role::SubjectExpert, Role::Auditor],
        Role::PlatformOperator => &[Role::ProjectTeam],
        _ => &[],
    }
}

impl Actor {
    /// Whether the actor may give or end a role over the target; `target.owner` is the person
    /// who holds or gets it. The program gives any role: whoever runs its commands holds the keys.
    ///
    /// # Errors
    /// `self-dealing` for one's own roles, `forbidden` where none of the roles held may.
    pub fn may_grant(&self, role: Role, target: &Target) -> Result<Pass, Refusal> {
        if self.program {
            return Ok(Pass {
                role: Role::PlatformOperator,
                scope: Scope::System,
                masked: false,
                aggregate: false,
                second_person: false,
            });
        }
        self.may_as(Rule::A05Grant, target, |held| grants(held).contains(&role))
    }

    /// Whether the actor stands above somebody who holds these roles (S10): nobody resets the
    /// credentials of a peer or a superior.
    ///
    /// # Errors
    /// `forbidden` with `not_above`.
    pub fn stands_above(&self, pass: Pass, roles: &[Role]) -> Result<(), Refusal> {
        let highest = roles.iter().map(|role| role.rank()).max().unwrap_or(0);
        if pass.role == Role::Trainee || pass.role.rank() > highest {
            return Ok(());
        }
        let detail = "They hold a role equal to or above yours; ask whoever stands above them.";
        Err(Refusal::rule(Kind::Forbidden, "not_above", detail))
    }
}

#[cfg(test)]
mod tests {
    use super::{Over, Role, grants};

    #[test]
    fn nobody_gives_a_role_equal_to_or_above_the_own_one() {
        for giver in Role::ALL {
            for given in grants(giver) {
                assert!(given.rank() < giver.rank(), "{giver:?} gives {given:?}");
                assert!(Over::of(*given).is_some(), "{given:?} is over nothing");
            }
        }
    }
}
