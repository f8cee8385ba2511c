//! The project's policy: every number that a county may want otherwise, as versioned data.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    grade::GradeNode,
    number::Hundredths,
    refusal::{Kind, Refusal},
    words::words,
};

mod limits;
mod validate;

pub use limits::{Passing, quota};

words! {
    /// What happens when a limit is passed.
    pub enum Breach {
        Ignore = "ignore",
        Warn = "warn",
        RequireReason = "require_reason",
        Block = "block",
    }
}

words! {
    /// How strictly a condition is taken.
    pub enum Strictness {
        Require = "require",
        Warn = "warn",
        Off = "off",
    }
}

words! {
    /// How a class was formed (s.42).
    pub enum ClassKind {
        /// One school by itself (学校独立组班).
        Independent = "independent",
        /// Several schools together (校际联片组班).
        Joint = "joint",
    }
}

impl ClassKind {
    /// Reads what a list of classes says.
    #[must_use]
    pub fn of_title(text: &str) -> Option<Self> {
        match text {
            "学校独立组班" | "独立组班" | "独立" => Some(Self::Independent),
            "校际联片组班" | "联片组班" | "联片" | "联校组班" => Some(Self::Joint),
            _ => Self::parse(text),
        }
    }

    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Independent => "学校独立组班",
            Self::Joint => "校际联片组班",
        }
    }
}

/// Bounds of a class. The plan's sentence (s.43) can be read as "at most 50" and as "about 50
/// or more to stand alone", so both bounds are data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClassSize {
    pub lower: Option<u32>,
    pub upper: Option<u32>,
    pub on_breach: Breach,
}

/// Bounds for each kind of class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClassSizes {
    pub independent: ClassSize,
    pub joint: ClassSize,
}

/// How many workshops a school or joint class hosts (s.60 recommends at most six).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkshopLimit {
    pub upper: u32,
    pub on_breach: Breach,
}

/// What a course plan needs (s.36).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SelectionPolicy {
    /// Credit-hours that a plan has at least.
    pub min_hours: Hundredths,
    /// One course in each of the four modules.
    pub modules: Strictness,
}

/// What the catalogue needs before it is published (s.36).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CatalogPolicy {
    /// Every subject has more credit-hours than this.
    pub hours_above: Hundredths,
}

/// Who is excellent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExcellentPolicy {
    /// The least total, in points.
    pub line: Hundredths,
    /// Share of a class in percent, rounded up.
    pub quota_percent: u32,
}

/// Shares of the submitted works that may climb, in percent, rounded up and at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PromotionQuotas {
    /// From a workshop to its school.
    pub workshop_percent: u32,
    /// From a school to the region.
    pub school_percent: u32,
    /// From the region to the exhibition.
    pub region_percent: u32,
}

/// Numbers of the homework ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HomeworkPolicy {
    /// Works that a trainee has to submit.
    pub required_count: u32,
    /// The least score of a work that is recommended.
    pub recommend_threshold: Hundredths,
    /// How often a work may be returned.
    pub review_rounds: u32,
    /// Points between two experts above which a third one is asked.
    pub expert_difference: Hundredths,
    /// Whether experts may act on works of their own school from the region up.
    pub own_school_allowed: bool,
}

/// Points of the two criterion groups of offline practice (s.26); together 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PracticePolicy {
    pub completion_max: Hundredths,
    pub effect_max: Hundredths,
    /// Whether somebody other than the determiner has to publish and lock a sheet.
    #[serde(default = "yes")]
    pub second_person: bool,
}

/// Policies of before this condition existed have it too.
fn yes() -> bool {
    true
}

/// All rules of a project that are data. A change makes a new version; an old result keeps the
/// version it was made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicySet {
    pub class_size: ClassSizes,
    pub workshops: WorkshopLimit,
    pub selection: SelectionPolicy,
    pub catalog: CatalogPolicy,
    pub grade: GradeNode,
    pub excellent: ExcellentPolicy,
    pub quotas: PromotionQuotas,
    pub homework: HomeworkPolicy,
    pub practice: PracticePolicy,
    /// Working days (Monday to Friday) in which a published score can be appealed against; until
    /// they are over no qualification run that was published is made final.
    pub appeal_days: u32,
}

impl PolicySet {
    /// The default: 50 online + 50 offline after the nearest published precedent, and the
    /// limits of the sample project.
    #[must_use]
    pub fn preset() -> Self {
        let class_size =
            ClassSize { lower: None, upper: Some(50), on_breach: Breach::RequireReason };
        Self {
            class_size: ClassSizes { independent: class_size, joint: class_size },
            workshops: WorkshopLimit { upper: 6, on_breach: Breach::RequireReason },
            selection: SelectionPolicy {
                min_hours: Hundredths::whole(50),
                modules: Strictness::Require,
            },
            catalog: CatalogPolicy { hours_above: Hundredths::whole(200) },
            grade: GradeNode::online_50_offline_50(),
            excellent: ExcellentPolicy { line: Hundredths::whole(85), quota_percent: 15 },
            quotas: PromotionQuotas { workshop_percent: 30, school_percent: 15, region_percent: 5 },
            homework: HomeworkPolicy {
                required_count: 1,
                recommend_threshold: Hundredths::whole(80),
                review_rounds: 3,
                expert_difference: Hundredths::whole(15),
                own_school_allowed: true,
            },
            practice: PracticePolicy {
                completion_max: Hundredths::whole(50),
                effect_max: Hundredths::whole(50),
                second_person: true,
            },
            appeal_days: 5,
        }
    }

    /// The bounds of a kind of class.
    #[must_use]
    pub fn class_size(&self, kind: ClassKind) -> ClassSize {
        match kind {
            ClassKind::Independent => self.class_size.independent,
            ClassKind::Joint => self.class_size.joint,
        }
    }

    /// Holds the numbers against each other.
    ///
    /// # Errors
    /// `validation-failed` with one fault for each wrong number.
    pub fn validate(&self) -> Result<(), Refusal> {
        let faults = validate::faults(self);
        if faults.is_empty() {
            return Ok(());
        }
        let mut refusal = Refusal::new(Kind::ValidationFailed, "The policy contradicts itself.");
        refusal.faults = faults;
        Err(refusal)
    }
}

#[cfg(test)]
mod tests;
