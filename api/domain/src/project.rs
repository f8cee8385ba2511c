//! The life of a project (F01), and what its publishing needs (s.22).

use crate::{
    access::Rule,
    machine::{By, Edge},
    refusal::{Kind, Refusal},
    words::words,
};

words! {
    pub enum ProjectStatus {
        Draft = "draft",
        Published = "published",
        Running = "running",
        Closing = "closing",
        Closed = "closed",
        Archived = "archived",
    }
}

words! {
    /// What the project team does with a project.
    pub enum ProjectAction {
        Publish = "publish",
        Start = "start",
        BeginClosing = "begin_closing",
        Reopen = "reopen",
        Close = "close",
        Archive = "archive",
    }
}

/// A row of the table.
pub type ProjectEdge = Edge<ProjectStatus, ProjectAction>;

use ProjectAction as A;
use ProjectStatus as S;

const fn row(action: A, from: &'static [S], to: S, reason: bool) -> ProjectEdge {
    Edge { action, from, to, by: By::Rule(Rule::O01Lead), reason }
}

/// Every move of a project.
pub const EDGES: &[ProjectEdge] = &[
    row(A::Publish, &[S::Draft], S::Published, false),
    row(A::Start, &[S::Published], S::Running, false),
    row(A::BeginClosing, &[S::Running], S::Closing, false),
    row(A::Reopen, &[S::Closing], S::Running, true),
    row(A::Close, &[S::Closing], S::Closed, false),
    row(A::Archive, &[S::Closed], S::Archived, false),
];

impl ProjectAction {
    /// The move from one state to another, where there is one.
    #[must_use]
    pub fn between(from: ProjectStatus, to: ProjectStatus) -> Option<Self> {
        EDGES.iter().find(|edge| edge.from.contains(&from) && edge.to == to).map(|edge| edge.action)
    }
}

impl ProjectStatus {
    /// Whether the description can still be changed.
    ///
    /// # Errors
    /// `invalid-transition` with `project_closed`.
    pub fn open_to_change(self) -> Result<(), Refusal> {
        if matches!(self, S::Closed | S::Archived) {
            let detail = "The project is closed; what it was stays as it is.";
            return Err(Refusal::rule(Kind::InvalidTransition, "project_closed", detail));
        }
        Ok(())
    }
}

/// A phase as far as publishing is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhasePlan {
    pub name: String,
    /// Numbers of the modules (content).
    pub modules: Vec<i32>,
    pub activities: Vec<String>,
    /// Codes of parts of the grade (assessment).
    pub grade_components: Vec<String>,
}

impl PhasePlan {
    fn missing(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        [
            (self.modules.is_empty(), "modules", "phase_without_modules"),
            (self.activities.is_empty(), "activities", "phase_without_activities"),
            (
                self.grade_components.is_empty(),
                "grade_components",
                "phase_without_grade_components",
            ),
        ]
        .into_iter()
        .filter_map(|(empty, field, code)| empty.then_some((field, code)))
    }
}

/// Time, content and assessment go in step (s.22): every phase binds modules, activities and
/// grade components before the project is published, and stays so afterwards.
///
/// # Errors
/// `validation-failed` that names each phase and what it lacks, or `no_phases`.
pub fn judge_phases(phases: &[PhasePlan]) -> Result<(), Refusal> {
    if phases.is_empty() {
        let detail = "Add at least one phase with its modules, activities and grade components.";
        return Err(Refusal::rule(Kind::ValidationFailed, "no_phases", detail));
    }
    let detail = "Every phase binds modules, activities and grade components; see `errors`.";
    let mut refusal = Refusal::new(Kind::ValidationFailed, detail);
    for (at, phase) in phases.iter().enumerate() {
        for (field, code) in phase.missing() {
            let say =
                format!("Phase {} “{}” has no {field} yet.", at.saturating_add(1), phase.name);
            refusal = refusal.with(format!("/phases/{at}/{field}"), code, say);
        }
    }
    if refusal.faults.is_empty() { Ok(()) } else { Err(refusal) }
}

#[cfg(test)]
mod tests {
    use super::{A, EDGES, PhasePlan, ProjectAction, ProjectStatus, S, judge_phases};
    use crate::machine::edge;

    #[test]
    fn a_project_goes_forward_and_only_its_closing_can_be_taken_back() {
        for from in ProjectStatus::ALL {
            for to in ProjectStatus::ALL {
                let Some(action) = ProjectAction::between(from, to) else { continue };
                assert_eq!(edge(EDGES, from, action).unwrap().to, to);
                assert!(to > from || (action, to) == (A::Reopen, S::Running));
            }
        }
    }

    #[test]
    fn each_phase_is_told_what_it_lacks() {
        assert_eq!(judge_phases(&[]).unwrap_err().rule_code(), Some("no_phases"));
        let whole = PhasePlan {
            name: "一".into(),
            modules: vec![1],
            activities: vec!["启动会".into()],
            grade_components: vec!["online".into()],
        };
        let bare = PhasePlan { modules: vec![], activities: vec![], ..whole.clone() };
        assert!(judge_phases(std::slice::from_ref(&whole)).is_ok());
        let refusal = judge_phases(&[whole, bare]).unwrap_err();
        let pointers: Vec<&str> = refusal.faults.iter().map(|one| one.pointer.as_str()).collect();
        assert_eq!(pointers, ["/phases/1/modules", "/phases/1/activities"]);
    }
}
