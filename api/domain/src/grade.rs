//! The grade: a tree of weighted parts, each with its own pass line.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{number::Hundredths, words::words};

mod shape;

words! {
    /// Where a leaf of the tree takes its mark out of 100 from, and by that who may write it
    /// (s.27).
    pub enum GradeSource {
        /// The course provider's final score.
        OnlineScore = "online_score",
        /// The practice score that the school entered and the county determined.
        PracticeScore = "practice_score",
    }
}

/// A part of the grade. It has either a source or children.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GradeNode {
    /// Unique in the tree: `total`, `online`, `offline` …
    pub code: String,
    /// Points that the part gives at most; children's sum to their parent's.
    pub max: Hundredths,
    /// The least points to pass, if the part has a line of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pass: Option<Hundredths>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<GradeSource>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(no_recursion)]
    pub children: Vec<Self>,
}

/// The marks that a grade is made of, each out of 100; `None` where there is none yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks {
    pub online: Option<Hundredths>,
    pub offline: Option<Hundredths>,
}

impl Marks {
    #[must_use]
    pub fn of(&self, source: GradeSource) -> Option<Hundredths> {
        match source {
            GradeSource::OnlineScore => self.online,
            GradeSource::PracticeScore => self.offline,
        }
    }

    /// Puts a mark at `mark` at least.
    pub fn lift(&mut self, source: GradeSource, mark: Hundredths) {
        let place = match source {
            GradeSource::OnlineScore => &mut self.online,
            GradeSource::PracticeScore => &mut self.offline,
        };
        *place = (*place).max(Some(mark));
    }
}

/// A part of somebody's grade, parents before children.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Component {
    pub code: String,
    pub points: Hundredths,
    pub max: Hundredths,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pass: Option<Hundredths>,
    /// Whether the line is reached; always so where there is none.
    pub passed: bool,
    /// Whether a mark below this part does not exist yet; it counts as 0.
    pub incomplete: bool,
}

impl GradeNode {
    /// The preset: the total is half the online and half the offline mark, 60 points pass, and
    /// each half has a line of 30.
    #[must_use]
    pub fn online_50_offline_50() -> Self {
        let half = |code: &str, source| Self {
            code: code.to_owned(),
            max: Hundredths::whole(50),
            pass: Some(Hundredths::whole(30)),
            source: Some(source),
            children: vec![],
        };
        Self {
            code: "total".to_owned(),
            max: Hundredths::whole(100),
            pass: Some(Hundredths::whole(60)),
            source: None,
            children: vec![
                half("online", GradeSource::OnlineScore),
                half("offline", GradeSource::PracticeScore),
            ],
        }
    }

    /// Evaluates the tree; the first component is the root. Points are added exactly and each
    /// part is rounded once, half up to hundredths, so parts may differ from their parent by
    /// one hundredth. Lines are held against the rounded points, which are what people see.
    #[must_use]
    pub fn evaluate(&self, marks: &Marks) -> Vec<Component> {
        let mut components = vec![];
        self.visit(marks, &mut components);
        components
    }

    /// Returns the exact points in millionths and whether a mark is missing.
    fn visit(&self, marks: &Marks, components: &mut Vec<Component>) -> (i64, bool) {
        let place = components.len();
        components.push(Component {
            code: self.code.clone(),
            points: Hundredths::ZERO,
            max: self.max,
            pass: self.pass,
            passed: true,
            incomplete: false,
        });
        let (mut exact, mut incomplete) = (0_i64, false);
        if let Some(source) = self.source {
            let mark = marks.of(source);
            exact = mark.unwrap_or_default().get().saturating_mul(self.max.get());
            incomplete = mark.is_none();
        }
        for child in &self.children {
            let (part, missing) = child.visit(marks, components);
            exact = exact.saturating_add(part);
            incomplete |= missing;
        }
        let points = Hundredths::new(exact.saturating_add(5_000).div_euclid(10_000));
        if let Some(component) = components.get_mut(place) {
            component.points = points;
            component.passed = self.pass.is_none_or(|pass| points >= pass);
            component.incomplete = incomplete;
        }
        (exact, incomplete)
    }

    /// The marks that the grade is made of, each once.
    #[must_use]
    pub fn sources(&self) -> Vec<GradeSource> {
        let leaves = self.leaves();
        let used = |source: &GradeSource| leaves.iter().any(|leaf| leaf.source == Some(*source));
        GradeSource::ALL.into_iter().filter(used).collect()
    }

    /// The parts that take a mark, from left to right.
    #[must_use]
    pub fn leaves(&self) -> Vec<&Self> {
        if self.children.is_empty() {
            return vec![self];
        }
        self.children.iter().flat_map(Self::leaves).collect()
    }
}

#[cfg(test)]
mod tests;
