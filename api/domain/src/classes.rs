//! Classes and workshops: how they are formed and what moves them (s.42–44, s.60).

use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    access::Rule,
    machine::{By, Edge},
    policy::{ClassKind, PolicySet},
    reference::{Family, Reference},
    refusal::{Kind, Refusal},
    words::words,
};

words! {
    /// Where a class stands.
    pub enum ClassStatus {
        Draft = "draft",
        Submitted = "submitted",
        Returned = "returned",
        Approved = "approved",
        Closed = "closed",
    }
}

words! {
    /// What moves a class.
    pub enum ClassAction {
        Submit = "submit",
        Approve = "approve",
        Return = "return",
        Close = "close",
    }
}

words! {
    /// Where a workshop belongs: to a school, to a joint class, to the region.
    pub enum WorkshopLevel {
        School = "school",
        Joint = "joint",
        Region = "region",
    }
}

words! {
    /// What hosts a workshop.
    pub enum HostKind {
        School = "school",
        /// A joint class.
        Class = "class",
    }
}

words! {
    /// A limit that was passed with a reason.
    pub enum ExceptionKind {
        ClassFull = "class_full",
        TooManyWorkshops = "too_many_workshops",
        FamilyTaken = "family_taken",
        FamilyMismatch = "family_mismatch",
    }
}

impl HostKind {
    #[must_use]
    pub fn level(self) -> WorkshopLevel {
        match self {
            Self::School => WorkshopLevel::School,
            Self::Class => WorkshopLevel::Joint,
        }
    }
}

const SCHOOL: By = By::Rule(Rule::O03Edit);
const COUNTY: By = By::Rule(Rule::O03Approve);

/// All moves of a class: the school proposes it, the county approves it.
pub const CLASS_EDGES: &[Edge<ClassStatus, ClassAction>] = {
    use {ClassAction as A, ClassStatus as S};
    &[
        Edge {
            action: A::Submit,
            from: &[S::Draft, S::Returned],
            to: S::Submitted,
            by: SCHOOL,
            reason: false,
        },
        Edge {
            action: A::Approve,
            from: &[S::Submitted],
            to: S::Approved,
            by: COUNTY,
            reason: false,
        },
        Edge {
            action: A::Return,
            from: &[S::Submitted],
            to: S::Returned,
            by: COUNTY,
            reason: true,
        },
        Edge { action: A::Close, from: &[S::Approved], to: S::Closed, by: COUNTY, reason: false },
    ]
};

/// Refuses changes to a class that is over.
///
/// # Errors
/// `class_closed`.
pub fn still_open(status: ClassStatus) -> Result<(), Refusal> {
    if status != ClassStatus::Closed {
        return Ok(());
    }
    let detail = "The class is closed; its members and its name stay as they are.";
    Err(Refusal::rule(Kind::InvalidTransition, "class_closed", detail))
}

/// An independent class has one school (s.43); a joint one has several and says why (s.44).
///
/// # Errors
/// `class_schools_mismatch`, `reason_required`.
pub fn well_formed(kind: ClassKind, schools: usize, reason: Option<&str>) -> Result<(), Refusal> {
    if (kind == ClassKind::Independent) != (schools == 1) {
        let detail = "An independent class has exactly one school, a joint class at least two.";
        return Err(Refusal::field("/school_ids", "class_schools_mismatch", detail));
    }
    crate::machine::reason_given(kind == ClassKind::Joint, reason)
}

/// The code of the n-th class that a school proposes: `{project}-{school_code}-C01`.
#[must_use]
pub fn class_code(project: &str, school: &str, number: i64) -> String {
    format!("{project}-{school}-C{number:02}")
}

/// The code of the n-th workshop of a host.
#[must_use]
pub fn workshop_code(project: &str, host: &str, number: i64) -> String {
    format!("{project}-{host}-W{number:02}")
}

/// What the policy says about the size of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct SizeFinding {
    /// `over_upper` or `too_small`.
    pub code: &'static str,
    pub members: u32,
    /// The bound that is passed.
    pub bound: u32,
    /// `join_others` where a class too small to stand alone should join a joint one.
    pub suggestion: Option<&'static str>,
}

/// Holds the size of a class against the policy (s.43).
#[must_use]
pub fn size_findings(policy: &PolicySet, kind: ClassKind, members: u32) -> Vec<SizeFinding> {
    let size = policy.class_size(kind);
    let mut findings = vec![];
    if let Some(bound) = size.upper.filter(|upper| members > *upper) {
        findings.push(SizeFinding { code: "over_upper", members, bound, suggestion: None });
    }
    if let Some(bound) = size.lower.filter(|_| size.is_too_small(members)) {
        let join = (kind == ClassKind::Independent).then_some("join_others");
        findings.push(SizeFinding { code: "too_small", members, bound, suggestion: join });
    }
    findings
}

/// Whether a host may open one more workshop of a family: one of each is usual, another needs a
/// reason (s.60).
///
/// # Errors
/// `family_taken`.
pub fn admit_family(
    hosted: &[Family],
    family: Family,
    reason: Option<&str>,
) -> Result<bool, Refusal> {
    if !hosted.contains(&family) {
        return Ok(false);
    }
    if reason.is_some_and(|text| !text.trim().is_empty()) {
        return Ok(true);
    }
    let title = family.title();
    let detail = format!("There is a {title} already; join it, or give a reason for another one.");
    Err(Refusal::rule(Kind::Duplicate, "family_taken", detail))
}

/// Whether a teacher of the subject belongs in a workshop of the family. The general workshop is
/// open to everybody, and a subject that no list knows goes anywhere.
#[must_use]
pub fn family_fits(reference: &Reference, family: Family, subject: &str) -> bool {
    family == Family::General || reference.family_of(subject).is_none_or(|own| own == family)
}

#[cfg(test)]
mod tests;
