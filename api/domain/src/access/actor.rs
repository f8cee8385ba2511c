use std::cmp::Reverse;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A role somebody is appointed to (s.43, s.47–97), or the kind of an API client.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Trainee,
    ClassTutor,
    GroupLeader,
    WorkshopLeader,
    DeputyWorkshopLeader,
    SubjectExpert,
    SchoolAdmin,
    JointClassAdmin,
    RegionalViewer,
    CountyAdmin,
    ProjectTeam,
    PlatformOperator,
    Auditor,
    CourseProvider,
    ThirdParty,
}

impl Role {
    pub const ALL: [Self; 15] = [
        Self::Trainee,
        Self::ClassTutor,
        Self::GroupLeader,
        Self::WorkshopLeader,
        Self::DeputyWorkshopLeader,
        Self::SubjectExpert,
        Self::SchoolAdmin,
        Self::JointClassAdmin,
        Self::RegionalViewer,
        Self::CountyAdmin,
        Self::ProjectTeam,
        Self::PlatformOperator,
        Self::Auditor,
        Self::CourseProvider,
        Self::ThirdParty,
    ];

    /// What official lists and the pages call the role.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Trainee => "参训学员",
            Self::ClassTutor => "班主任",
            Self::GroupLeader => "研修组长",
            Self::WorkshopLeader => "坊主",
            Self::DeputyWorkshopLeader => "助理坊主",
            Self::SubjectExpert => "学科专家",
            Self::SchoolAdmin => "学校管理员",
            Self::JointClassAdmin => "联校管理员",
            Self::RegionalViewer => "区域观察员",
            Self::CountyAdmin => "县管理员",
            Self::ProjectTeam => "项目组",
            Self::PlatformOperator => "平台运维",
            Self::Auditor => "审计员",
            Self::CourseProvider => "课程平台",
            Self::ThirdParty => "第三方系统",
        }
    }

    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Trainee => "trainee",
            Self::ClassTutor => "class_tutor",
            Self::GroupLeader => "group_leader",
            Self::WorkshopLeader => "workshop_leader",
            Self::DeputyWorkshopLeader => "deputy_workshop_leader",
            Self::SubjectExpert => "subject_expert",
            Self::SchoolAdmin => "school_admin",
            Self::JointClassAdmin => "joint_class_admin",
            Self::RegionalViewer => "regional_viewer",
            Self::CountyAdmin => "county_admin",
            Self::ProjectTeam => "project_team",
            Self::PlatformOperator => "platform_operator",
            Self::Auditor => "auditor",
            Self::CourseProvider => "course_provider",
            Self::ThirdParty => "third_party",
        }
    }

    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }

    /// The column of the matrix that this role reads, counted from the anonymous one at 0;
    /// `None` for roles that only look at what is open to every member of the project.
    pub(super) fn column(self) -> Option<usize> {
        match self {
            Self::Trainee => Some(1),
            Self::WorkshopLeader | Self::DeputyWorkshopLeader => Some(2),
            Self::SubjectExpert => Some(3),
            Self::SchoolAdmin => Some(4),
            Self::JointClassAdmin => Some(5),
            Self::CountyAdmin => Some(6),
            Self::ProjectTeam => Some(7),
            Self::PlatformOperator => Some(8),
            Self::Auditor => Some(9),
            Self::CourseProvider => Some(10),
            Self::ThirdParty => Some(11),
            Self::ClassTutor | Self::GroupLeader | Self::RegionalViewer => None,
        }
    }

    /// How high a role stands when one person appoints another (S9): nobody grants a role
    /// equal to or above the own one.
    #[must_use]
    pub fn rank(self) -> u8 {
        match self {
            Self::Trainee | Self::CourseProvider | Self::ThirdParty => 0,
            Self::ClassTutor | Self::GroupLeader => 1,
            Self::WorkshopLeader | Self::DeputyWorkshopLeader => 2,
            Self::SubjectExpert | Self::RegionalViewer | Self::JointClassAdmin => 3,
            Self::SchoolAdmin => 4,
            Self::CountyAdmin => 5,
            Self::Auditor => 6,
            Self::ProjectTeam => 7,
            Self::PlatformOperator => 8,
        }
    }
}

/// A role in force over a part of the project. `scope` is the id of the workshop, school,
/// class, county or project that the role is over; an expert's is the county, with a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    pub id: Uuid,
    pub role: Role,
    pub project: Option<Uuid>,
    pub scope: Option<Uuid>,
    pub subject: Option<String>,
}

impl Appointment {
    /// Whether the role is over the whole of this project.
    pub(super) fn is_over(&self, project: Option<Uuid>) -> bool {
        project.is_some() && project == self.project && project == self.scope
    }
}

/// A place the person holds as a trainee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    pub enrollment: Uuid,
    pub project: Uuid,
    pub county: Uuid,
    pub school: Uuid,
    pub class: Option<Uuid>,
    pub workshop: Option<Uuid>,
}

/// The appointment that somebody acts in after signing in: the one they acted in last, if it is
/// still in force; otherwise their highest duty, of equal ones the first given.
#[must_use]
pub fn first_appointment(held: &[Appointment], last: Option<Uuid>) -> Option<Uuid> {
    let known = held.iter().find(|one| Some(one.id) == last);
    let highest = || held.iter().max_by_key(|one| (one.role.rank(), Reverse(one.id)));
    known.or_else(highest).map(|one| one.id)
}

/// Whoever asks: a person or an API client, with every right that is in force now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Actor {
    /// The person's id; for an API client the client's id.
    pub id: Uuid,
    pub is_client: bool,
    /// The program itself, on behalf of whoever runs its commands on the machine.
    pub program: bool,
    /// The appointment chosen as the active one; it is preferred where several would do.
    pub active: Option<Uuid>,
    pub appointments: Vec<Appointment>,
    pub memberships: Vec<Membership>,
    /// `resource:action` scopes of an API client.
    pub scopes: Vec<String>,
    /// The provider whose records an API client owns.
    pub provider: Option<String>,
    /// Whether the password was given within the last five minutes (step-up).
    pub fresh: bool,
}

impl Actor {
    /// Whether the actor has any part in the project.
    #[must_use]
    pub fn belongs_to(&self, project: Uuid) -> bool {
        self.memberships.iter().any(|place| place.project == project)
            || self
                .appointments
                .iter()
                .any(|held| held.project == Some(project) || held.role == Role::PlatformOperator)
    }

    #[must_use]
    pub fn has_role(&self, role: Role) -> bool {
        self.appointments.iter().any(|held| held.role == role)
    }

    /// The actor's place as a trainee of the project.
    #[must_use]
    pub fn membership(&self, project: Uuid) -> Option<&Membership> {
        self.memberships.iter().find(|place| place.project == project)
    }
}

#[cfg(test)]
mod tests {
    use super::{Appointment, Role, Uuid, first_appointment};

    fn held(id: u128, role: Role) -> Appointment {
        Appointment { id: Uuid::from_u128(id), role, project: None, scope: None, subject: None }
    }

    #[test]
    fn somebody_begins_in_the_role_of_last_time_or_in_the_highest_duty() {
        let all = [
            held(1, Role::WorkshopLeader),
            held(2, Role::JointClassAdmin),
            held(3, Role::SubjectExpert),
        ];
        let id = |number| Some(Uuid::from_u128(number));
        assert_eq!(first_appointment(&all, None), id(2));
        assert_eq!(first_appointment(&all, id(3)), id(3));
        assert_eq!(first_appointment(&all, id(9)), id(2), "one that ended");
        assert_eq!(first_appointment(&[], id(1)), None);
    }
}
