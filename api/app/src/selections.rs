//! Choosing 50 credit-hours: the basket, what it still misses, and its way to the lock
//! (F19; s.36).

mod acts;
mod basket;
mod lock;
mod roll;

pub use acts::{reopen, request_change, return_plan, submit};
pub use basket::{choose, drop_course};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::{
    Hundredths, Refusal,
    access::{Rule, Target},
    machine::{AllowedAction, By, allowed_actions},
    reference::{CourseStage, Module, StageOfSchooling},
    selection::{
        EDGES, ModuleHours, PlanItem, SelectionAction, SelectionStatus, Shortfall, complete,
        judge_plan, standing, totals, window_open,
    },
};
pub use lock::lock_due;
pub(crate) use roll::narrowed;
pub use roll::{Listed, Wish, list};
pub use store::selections::{Filter, Head, Hours, Line, Order, Studied, Sum, Trainee};
use store::{catalog::Course, history, selections as rows};
use uuid::Uuid;

use crate::{Error, Result, Unit, catalog, projects::policy_of};

/// Somebody's course plan with everything that can be said about it now.
#[derive(Debug, Clone)]
pub struct Plan {
    pub head: Head,
    pub status: SelectionStatus,
    pub lines: Vec<Line>,
    pub hours: Hundredths,
    /// How many the plan needs.
    pub min_hours: Hundredths,
    pub modules: [ModuleHours; 4],
    pub shortfalls: Vec<Shortfall>,
    pub actions: Vec<AllowedAction>,
    /// Why it was returned or reopened.
    pub reason: Option<String>,
}

impl Plan {
    /// The version for `ETag`; 0 before anything was chosen.
    #[must_use]
    pub fn version(&self) -> i64 {
        self.head.version.unwrap_or_default()
    }
}

/// The plan of an enrolment that the caller may see.
pub async fn show(unit: &impl Unit, enrollment: Uuid) -> Result<Plan> {
    let head = rows::head(unit, enrollment).await?.ok_or_else(Refusal::not_found)?;
    unit.may_read(Rule::S04Read, &target(&head))?;
    describe(unit, head).await
}

/// Somebody's courses by code, with their progress; what was studied outside the plan comes last.
pub async fn studied(unit: &impl Unit, enrollment: Uuid) -> Result<Vec<(Arc<Course>, Studied)>> {
    let actor = &unit.ctx().actor;
    let own = actor.memberships.iter().find(|place| place.enrollment == enrollment);
    let (project, target) = match own {
        Some(place) => {
            let target = Target {
                project: Some(place.project),
                county: Some(place.county),
                school: Some(place.school),
                owner: Some(actor.id),
                ..Target::default()
            };
            (place.project, target)
        }
        None => {
            let head = rows::head(unit, enrollment).await?.ok_or_else(Refusal::not_found)?;
            (head.project, target(&head))
        }
    };
    unit.may_read(Rule::S07Read, &target)?;
    crate::clients::holds_scope(actor, "learning-results:read")?;
    let lines = rows::studied(unit, project, enrollment).await?;
    let Some(revision) = lines.first().map(|line| line.catalog_revision) else {
        return Ok(vec![]);
    };
    let catalog = catalog::known(unit, project, revision).await?;
    let course = |line: Studied| Some((catalog.courses.get(&line.course)?.clone(), line));
    let mut studied: Vec<_> = lines.into_iter().filter_map(course).collect();
    studied.sort_unstable_by(|(one, line), (other, next)| {
        let beside = line.added_at.is_none().cmp(&next.added_at.is_none());
        beside.then_with(|| one.code.cmp(&other.code))
    });
    Ok(studied)
}

pub(crate) fn target(head: &Head) -> Target {
    Target {
        project: Some(head.project),
        county: Some(head.county),
        school: Some(head.school),
        class: head.class,
        workshop: head.workshop,
        subject: Some(head.subject.clone()),
        owner: Some(head.person),
        ..Target::default()
    }
}

/// The state that is written down; nothing is before the first choice.
fn written(head: &Head) -> Result<SelectionStatus> {
    match &head.status {
        Some(word) => SelectionStatus::parse(word)
            .ok_or_else(|| Error::fault(format!("a course plan is {word}"))),
        None if head.published_at.is_some() => Ok(SelectionStatus::Draft),
        None => Ok(SelectionStatus::NotOpen),
    }
}

fn status_of(head: &Head, now: DateTime<Utc>) -> Result<SelectionStatus> {
    Ok(standing(written(head)?, head.closes_at(), now))
}

fn stage_of(head: &Head) -> Result<StageOfSchooling> {
    let stage = StageOfSchooling::parse(&head.stage);
    stage.ok_or_else(|| Error::fault(format!("an enrolment has the stage {}", head.stage)))
}

/// The lines as the rules judge them; what was in the plan when it was submitted is held.
fn items(head: &Head, lines: &[Line]) -> Vec<PlanItem> {
    let item = |line: &Line| {
        let held = line.added_at.zip(head.submitted_at).is_some_and(|(added, at)| added <= at);
        Some(PlanItem {
            course: line.course,
            subject: line.subject.clone(),
            stage: CourseStage::parse(&line.stage)?,
            module: Module::new(line.module)?,
            hours: Hundredths::new(line.hours),
            withdrawn: line.status != "published",
            held,
        })
    };
    lines.iter().filter_map(item).collect()
}

async fn describe(unit: &impl Unit, head: Head) -> Result<Plan> {
    let lines = rows::lines(unit, head.enrollment).await?;
    let policy = policy_of(unit, head.project).await?.selection;
    let items = items(&head, &lines);
    let (hours, modules) = totals(&items);
    let shortfalls = judge_plan(&items, &policy, &head.subject, stage_of(&head)?);
    let now = unit.ctx().now();
    let status = status_of(&head, now)?;
    let target = target(&head);
    let actions = allowed_actions(EDGES, status, |edge| {
        if let By::Rule(rule) = edge.by {
            unit.ctx().actor.may(rule, &target)?;
        }
        if edge.action != SelectionAction::Reopen {
            window_open(head.closes_at(), now)?;
        }
        if edge.action == SelectionAction::Submit { complete(&shortfalls) } else { Ok(()) }
    });
    let reason = if status == SelectionStatus::Returned {
        let steps = history::list(unit, "selection", head.enrollment).await?;
        steps.into_iter().next_back().and_then(|(step, _)| step.reason)
    } else {
        None
    };
    let min_hours = policy.min_hours;
    Ok(Plan { head, status, lines, hours, min_hours, modules, shortfalls, actions, reason })
}
