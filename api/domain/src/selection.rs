//! Choosing 50 credit-hours: the plan's states and what a plan still misses (s.36).

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    access::Rule,
    machine::{By, Edge},
    number::Hundredths,
    policy::{SelectionPolicy, Strictness},
    reference::{CourseStage, Module, StageOfSchooling},
    refusal::{Kind, Refusal},
    words::words,
};

words! {
    /// Where a trainee's course plan stands.
    pub enum SelectionStatus {
        NotOpen = "not_open",
        Draft = "draft",
        Submitted = "submitted",
        Returned = "returned",
        Effective = "effective",
        /// An effective plan that its owner is changing; the deadline still holds.
        ChangeRequested = "change_requested",
        Locked = "locked",
    }
}

impl SelectionStatus {
    /// Whether courses may be put in and taken out.
    #[must_use]
    pub fn is_editable(self) -> bool {
        matches!(self, Self::Draft | Self::Returned | Self::ChangeRequested)
    }
}

words! {
    /// What moves a course plan.
    pub enum SelectionAction {
        /// The catalogue is published.
        Open = "open",
        Submit = "submit",
        /// The submitted plan is complete, so it counts; so does one whose owner was still
        /// changing it at the deadline.
        Confirm = "confirm",
        Return = "return",
        RequestChange = "request_change",
        /// The deadline has passed.
        Lock = "lock",
        Reopen = "reopen",
    }
}

use SelectionAction as A;
use SelectionStatus as S;

const fn edge(
    action: A,
    from: &'static [S],
    to: S,
    by: By,
    reason: bool,
) -> Edge<SelectionStatus, SelectionAction> {
    Edge { action, from, to, by, reason }
}

/// All moves of a course plan.
pub const EDGES: &[Edge<SelectionStatus, SelectionAction>] = &[
    edge(A::Open, &[S::NotOpen], S::Draft, By::System, false),
    edge(
        A::Submit,
        &[S::Draft, S::Returned, S::ChangeRequested],
        S::Submitted,
        By::Rule(Rule::S04Edit),
        false,
    ),
    edge(A::Confirm, &[S::Submitted, S::ChangeRequested], S::Effective, By::System, false),
    edge(A::Return, &[S::Submitted, S::Effective], S::Returned, By::Rule(Rule::S04Return), true),
    edge(A::RequestChange, &[S::Effective], S::ChangeRequested, By::Rule(Rule::S04Edit), false),
    edge(A::Lock, &[S::Effective], S::Locked, By::System, false),
    edge(A::Reopen, &[S::Effective, S::Locked], S::Returned, By::Rule(Rule::S04Reopen), true),
];

/// Where a plan stands at an instant: an effective one, and one whose owner was still changing
/// it, is locked from its deadline on, whether or not that was written down yet.
#[must_use]
pub fn standing(
    status: SelectionStatus,
    closes_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> SelectionStatus {
    let closed = closes_at.is_some_and(|at| at <= now);
    let counts = matches!(status, SelectionStatus::Effective | SelectionStatus::ChangeRequested);
    if closed && counts { SelectionStatus::Locked } else { status }
}

/// Refuses every change of a plan from its deadline on.
///
/// # Errors
/// `window-closed` with `selection_closed`.
pub fn window_open(closes_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Result<(), Refusal> {
    if closes_at.is_some_and(|at| at <= now) {
        return Err(Refusal::rule(
            Kind::WindowClosed,
            "selection_closed",
            "The time for choosing courses is over; ask the county office to reopen your plan.",
        ));
    }
    Ok(())
}

/// Refuses to edit a basket that is not open, in words that tell the next step.
///
/// # Errors
/// `catalog_not_published` or `invalid_transition`.
pub fn editable(status: SelectionStatus) -> Result<(), Refusal> {
    let (code, detail) = match status {
        status if status.is_editable() => return Ok(()),
        SelectionStatus::NotOpen => {
            ("catalog_not_published", "The catalogue is not published yet; come back later.")
        }
        SelectionStatus::Effective => {
            ("change_not_requested", "The plan is in effect; request a change first.")
        }
        _ => ("invalid_transition", "The plan cannot be edited in this state; reload."),
    };
    Err(Refusal::rule(Kind::InvalidTransition, code, detail))
}

/// A course in the basket, with the hours it had when it was put there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanItem {
    pub course: Uuid,
    /// Code of the subject.
    pub subject: String,
    pub stage: CourseStage,
    pub module: Module,
    pub hours: Hundredths,
    /// Whether it was taken off the catalogue since.
    pub withdrawn: bool,
    /// Whether the plan was submitted with it: its hours are frozen then.
    pub held: bool,
}

/// One thing that a plan misses or has too much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Shortfall {
    /// `hours_missing`, `module_missing`, `subject_mismatch`, `stage_mismatch`,
    /// `duplicate_selection` or `replacement_needed`.
    pub code: &'static str,
    /// Whether the plan cannot be submitted like this.
    pub blocking: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub course_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub module: Option<u8>,
    /// Credit-hours in the plan, and how many it needs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub have: Option<Hundredths>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<Hundredths>,
}

impl Shortfall {
    fn of(code: &'static str) -> Self {
        Self { code, blocking: true, course_id: None, module: None, have: None, need: None }
    }
}

/// Hours and courses of a plan in one module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct ModuleHours {
    pub module: u8,
    pub hours: Hundredths,
    pub courses: u32,
}

/// The hours of a plan and their spread over the four modules.
#[must_use]
pub fn totals(items: &[PlanItem]) -> (Hundredths, [ModuleHours; 4]) {
    let by_module = Module::ALL.map(|module| {
        let of_module = || items.iter().filter(|item| item.module == module);
        ModuleHours {
            module: module.number(),
            hours: of_module().map(|item| item.hours).sum(),
            courses: u32::try_from(of_module().count()).unwrap_or(u32::MAX),
        }
    });
    (items.iter().map(|item| item.hours).sum(), by_module)
}

/// What stands between a plan and its submission, for a teacher of the subject and stage. A
/// course that is in the plan twice counts once.
#[must_use]
pub fn judge_plan(
    items: &[PlanItem],
    policy: &SelectionPolicy,
    subject: &str,
    stage: StageOfSchooling,
) -> Vec<Shortfall> {
    let mut found = vec![];
    let mut seen = HashSet::new();
    let mut counted = vec![];
    for item in items {
        let blame = |code| Shortfall { course_id: Some(item.course), ..Shortfall::of(code) };
        if item.subject != subject {
            found.push(blame("subject_mismatch"));
        }
        if !item.stage.suits(stage) {
            found.push(blame("stage_mismatch"));
        }
        if item.withdrawn {
            // The hours of a submitted course are held (s.36), so it only asks for attention.
            found.push(Shortfall { blocking: !item.held, ..blame("replacement_needed") });
        }
        if seen.insert(item.course) {
            counted.push(item.clone());
        } else {
            found.push(blame("duplicate_selection"));
        }
    }
    let (hours, by_module) = totals(&counted);
    if hours < policy.min_hours {
        let (have, need) = (Some(hours), Some(policy.min_hours));
        found.push(Shortfall { have, need, ..Shortfall::of("hours_missing") });
    }
    if policy.modules != Strictness::Off {
        let blocking = policy.modules == Strictness::Require;
        let empty = by_module.into_iter().filter(|line| line.courses == 0);
        found.extend(empty.map(|line| Shortfall {
            blocking,
            module: Some(line.module),
            ..Shortfall::of("module_missing")
        }));
    }
    found
}

/// Refuses a plan that misses something it must have.
///
/// # Errors
/// `invalid-transition` with one fault for each blocking shortfall.
pub fn complete(shortfalls: &[Shortfall]) -> Result<(), Refusal> {
    let blocking: Vec<_> = shortfalls.iter().filter(|one| one.blocking).collect();
    if blocking.is_empty() {
        return Ok(());
    }
    let refusal = Refusal::new(Kind::InvalidTransition, "The plan is not complete; see `errors`.");
    Err(blocking.into_iter().fold(refusal, |refusal, one| {
        let about = match (one.course_id, one.module, one.have.zip(one.need)) {
            (Some(course), ..) => format!("course {course}"),
            (_, Some(module), _) => format!("module {module}"),
            (_, _, Some((have, need))) => format!("{have} of {need} credit-hours"),
            _ => "the plan".to_owned(),
        };
        refusal.with("", one.code, format!("{}: {about}.", one.code))
    }))
}

/// Refuses a course that the teacher may not choose at all, before it is put into the basket.
///
/// # Errors
/// `course_withdrawn`, `subject_mismatch` or `stage_mismatch`.
pub fn may_choose(item: &PlanItem, subject: &str, stage: StageOfSchooling) -> Result<(), Refusal> {
    let (code, detail) = if item.withdrawn {
        ("course_withdrawn", "This course is not offered any more; choose another one.")
    } else if item.subject != subject {
        ("subject_mismatch", "This course is for another subject than yours.")
    } else if !item.stage.suits(stage) {
        ("stage_mismatch", "This course is for another stage of schooling than yours.")
    } else {
        return Ok(());
    };
    Err(Refusal::rule(Kind::InvalidTransition, code, detail))
}

/// Refuses to take out a course that has given credit already.
///
/// # Errors
/// `course_credited`.
pub fn may_drop(credited: Hundredths) -> Result<(), Refusal> {
    if credited > Hundredths::ZERO {
        return Err(Refusal::rule(
            Kind::InvalidTransition,
            "course_credited",
            "This course has given credit-hours already, so it stays in the plan.",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
