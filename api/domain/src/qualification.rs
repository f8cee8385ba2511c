//! Who is qualified: a pure function of the evidence and the policy, with its reasons.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    grade::{Component, GradeSource, Marks},
    machine::{By, Edge},
    number::Hundredths,
    policy::PolicySet,
    words::words,
};

mod appeal;
mod excellence;
mod steps;

pub use appeal::final_from;
pub use excellence::award_excellence;
pub use steps::{Step, StepCode};

words! {
    /// What somebody's evidence comes to.
    pub enum Outcome {
        Qualified = "qualified",
        Unqualified = "unqualified",
        /// An integrity case is open: no verdict until it is decided.
        Pending = "pending",
        Excellent = "excellent",
    }
}

impl Outcome {
    /// Whether a certificate is due.
    #[must_use]
    pub fn is_pass(self) -> bool {
        matches!(self, Self::Qualified | Self::Excellent)
    }

    /// The word of official lists.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Qualified => "合格",
            Self::Unqualified => "不合格",
            Self::Pending => "待定",
            Self::Excellent => "优秀",
        }
    }
}

words! {
    /// Where a run of the qualification stands.
    pub enum RunStatus {
        Provisional = "provisional",
        Published = "published",
        Final = "final",
        /// A later run took its place before it became final.
        Superseded = "superseded",
    }
}

impl RunStatus {
    /// Whether trainees see their results in it.
    #[must_use]
    pub fn is_public(self) -> bool {
        matches!(self, Self::Published | Self::Final)
    }
}

words! {
    /// What moves a run.
    pub enum RunAction {
        Publish = "publish",
        Finalise = "finalise",
        Supersede = "supersede",
    }
}

/// All moves of a run. A published result is a snapshot; a recalculation is another run.
pub const RUN_EDGES: &[Edge<RunStatus, RunAction>] = {
    use crate::access::Rule;
    use {RunAction as A, RunStatus as S};
    &[
        Edge {
            action: A::Publish,
            from: &[S::Provisional],
            to: S::Published,
            by: By::Rule(Rule::Q01Confirm),
            reason: false,
        },
        Edge {
            action: A::Finalise,
            from: &[S::Published],
            to: S::Final,
            by: By::Rule(Rule::Q01Finalise),
            reason: false,
        },
        Edge {
            action: A::Supersede,
            from: &[S::Provisional, S::Published],
            to: S::Superseded,
            by: By::System,
            reason: false,
        },
    ]
};

/// What is known of one trainee when a run starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    pub enrollment: Uuid,
    pub trainee_no: String,
    pub class: Option<Uuid>,
    pub credited_hours: Hundredths,
    /// The provider's final score out of 100.
    pub online: Option<Hundredths>,
    /// The final practice score out of 100.
    pub offline: Option<Hundredths>,
    /// Works that were handed in and not withdrawn.
    pub homework_submitted: u32,
    pub integrity_case_open: bool,
}

impl Evidence {
    fn marks(&self) -> Marks {
        Marks { online: self.online, offline: self.offline }
    }

    /// The marks that the policy's grade needs and that do not exist yet, each once.
    #[must_use]
    pub fn lacks(&self, policy: &PolicySet) -> Vec<GradeSource> {
        let mut sources = policy.grade.sources();
        sources.retain(|source| self.marks().of(*source).is_none());
        sources
    }
}

/// One condition with the figures it was held against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Finding {
    /// `hours_below`, `mark_missing`, `component_below`, `homework_missing` or
    /// `integrity_case_open`; of the excellent `total_below_line` or `rank_beyond_quota`.
    pub code: &'static str,
    /// The part of the grade that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub have: Option<Hundredths>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<Hundredths>,
}

impl Finding {
    fn of(code: &'static str, have: Hundredths, need: Hundredths) -> Self {
        Self { code, component: None, have: Some(have), need: Some(need) }
    }

    fn bare(code: &'static str, component: Option<&str>) -> Self {
        Self { code, component: component.map(str::to_owned), have: None, need: None }
    }
}

/// The result for one trainee: everything that a person needs to follow it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Qualification {
    pub outcome: Outcome,
    pub total: Hundredths,
    pub online: Option<Hundredths>,
    pub offline: Option<Hundredths>,
    pub hours: Hundredths,
    pub components: Vec<Component>,
    /// Every condition that is not met; empty for whoever passed.
    pub unmet: Vec<Finding>,
    /// The shortest way to qualify.
    pub steps: Vec<Step>,
    /// Why somebody who passed is not excellent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_excellent: Option<Finding>,
}

impl Qualification {
    /// The result as bytes: the same evidence and policy give the same bytes.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}

/// Judges one trainee by the lines of the policy; who of the qualified is excellent is decided
/// among the class by [`award_excellence`].
#[must_use]
pub fn qualify(evidence: &Evidence, policy: &PolicySet) -> Qualification {
    let components = policy.grade.evaluate(&evidence.marks());
    let unmet = unmet(evidence, policy, &components);
    let outcome = if evidence.integrity_case_open {
        Outcome::Pending
    } else if unmet.is_empty() {
        Outcome::Qualified
    } else {
        Outcome::Unqualified
    };
    Qualification {
        outcome,
        total: components.first().map(|root| root.points).unwrap_or_default(),
        online: evidence.online,
        offline: evidence.offline,
        hours: evidence.credited_hours,
        steps: steps::shortest_way(evidence, policy, &components),
        components,
        unmet,
        not_excellent: None,
    }
}

/// Judges everybody: each evidence has its result at the same place, whatever its order.
#[must_use]
pub fn qualify_all(evidence: &[Evidence], policy: &PolicySet) -> Vec<Qualification> {
    let mut results: Vec<_> = evidence.iter().map(|one| qualify(one, policy)).collect();
    award_excellence(evidence, &mut results, &policy.excellent);
    results
}

fn unmet(evidence: &Evidence, policy: &PolicySet, components: &[Component]) -> Vec<Finding> {
    let mut unmet = vec![];
    let (hours, needed) = (evidence.credited_hours, policy.selection.min_hours);
    if hours < needed {
        unmet.push(Finding::of("hours_below", hours, needed));
    }
    for leaf in policy.grade.leaves() {
        if leaf.source.is_some_and(|source| evidence.marks().of(source).is_none()) {
            unmet.push(Finding::bare("mark_missing", Some(&leaf.code)));
        }
    }
    // A part without its mark is not below its line: nobody has determined it yet.
    for part in components.iter().filter(|part| !part.passed && !part.incomplete) {
        unmet.push(Finding {
            code: "component_below",
            component: Some(part.code.clone()),
            have: Some(part.points),
            need: part.pass,
        });
    }
    let required = policy.homework.required_count;
    if evidence.homework_submitted < required {
        let count = |works: u32| Hundredths::whole(i64::from(works));
        let have = count(evidence.homework_submitted);
        unmet.push(Finding::of("homework_missing", have, count(required)));
    }
    if evidence.integrity_case_open {
        unmet.push(Finding::bare("integrity_case_open", None));
    }
    unmet
}

#[cfg(test)]
mod tests;
