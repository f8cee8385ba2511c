//! Grades: what the marks come to by the policy's tree, and the bill of each (F47; s.25).

use chrono::{DateTime, Utc};
use domain::{
    Hundredths, Refusal,
    access::{Rule, Scope, Target},
    grade::{Component, GradeSource, Marks},
    policy::PolicySet,
    practice::SheetStatus,
};
pub use store::grades::Member;
use store::{Cut, Window, grades as rows, practice};
use uuid::Uuid;

use crate::{Result, Unit, projects};

/// Somebody's grade, part by part.
#[derive(Debug, Clone)]
pub struct Graded {
    pub member: Member,
    pub components: Vec<Component>,
}

/// A part of a score bill: the points, and what they rest on.
#[derive(Debug, Clone)]
pub struct Line {
    pub component: Component,
    pub source: Option<GradeSource>,
    /// Out of 100.
    pub mark: Option<Hundredths>,
    pub evidence: Option<Evidence>,
}

/// What a mark rests on.
#[derive(Debug, Clone)]
pub enum Evidence {
    Online { given_at: DateTime<Utc>, received_at: DateTime<Utc> },
    Practice(Box<practice::Own>),
}

/// A grade with the evidence of each part and the policy it was made by.
#[derive(Debug, Clone)]
pub struct Bill {
    pub graded: Graded,
    pub lines: Vec<Line>,
    pub policy: PolicySet,
    /// 0 where the preset is in force.
    pub policy_number: i64,
}

/// An enrolment and whose it is.
pub(crate) async fn member(unit: &impl Unit, id: Uuid) -> Result<(Member, Target)> {
    let member = rows::find_member(unit, id).await?.ok_or_else(Refusal::not_found)?;
    let target = Target {
        project: Some(member.project_id),
        county: Some(member.county_id),
        school: Some(member.school_id),
        class: member.class_id,
        workshop: member.workshop_id,
        subject: Some(member.subject.clone()),
        owner: Some(member.person_id),
        ..Target::default()
    };
    Ok((member, target))
}

pub(crate) fn marks(member: &Member) -> Marks {
    Marks {
        online: member.online_score.map(Hundredths::new),
        offline: member.offline_score.map(Hundredths::new),
    }
}

/// The grades of a class, narrowed to whom the caller reaches.
pub async fn list(unit: &impl Unit, class: Uuid, window: &Window) -> Result<Cut<Graded>> {
    let found = rows::find_class(unit, class).await?.ok_or_else(Refusal::not_found)?;
    let target = Target {
        project: Some(found.project),
        county: Some(found.county),
        class: Some(class),
        member_schools: found.schools,
        ..Target::default()
    };
    unit.may_read(Rule::O03Read, &target)?;
    let policy = projects::policy_from(found.policy)?;
    let reach = unit.ctx().actor.reach(Rule::Q02Read, found.project);
    let cut = rows::list_members(unit, class, &reach, window).await?;
    Ok(cut.map(|member| Graded { components: policy.grade.evaluate(&marks(&member)), member }))
}

/// The score bill of one person. Practice marks count from their publication on.
pub async fn show(unit: &impl Unit, enrollment: Uuid) -> Result<Bill> {
    let (member, target) = member(unit, enrollment).await?;
    unit.may_read(Rule::Q02Read, &target)?;
    let newest = store::projects::policies(unit, member.project_id).await?;
    let policy = projects::policy_of(unit, member.project_id).await?;
    let online = rows::online_source(unit, enrollment).await?;
    let mut practice = practice::list_own(unit, enrollment).await?.into_iter();
    let practice = practice.find(|own| is_public(&own.sheet_status));
    let marks = marks(&member);
    let components = policy.grade.evaluate(&marks);
    let leaves = policy.grade.leaves();
    let lines = components.iter().map(|component| {
        let leaf = leaves.iter().find(|leaf| leaf.code == component.code);
        let source = leaf.and_then(|leaf| leaf.source);
        let evidence = source.and_then(|source| match source {
            GradeSource::OnlineScore => {
                online.map(|(given_at, received_at)| Evidence::Online { given_at, received_at })
            }
            GradeSource::PracticeScore => practice.clone().map(Box::new).map(Evidence::Practice),
        });
        let mark = source.and_then(|source| marks.of(source));
        Line { component: component.clone(), source, mark, evidence }
    });
    let lines = lines.collect();
    let policy_number = newest.first().map_or(0, |policy| policy.number);
    Ok(Bill { graded: Graded { member, components }, lines, policy, policy_number })
}

fn is_public(status: &str) -> bool {
    SheetStatus::parse(status).is_some_and(SheetStatus::is_public)
}

/// Whether a role of this reach waits for the publication of a result.
pub(crate) fn waits(scope: Scope) -> bool {
    matches!(scope, Scope::Own | Scope::Workshop)
}
