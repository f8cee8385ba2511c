//! State machines as data: one table of edges for each, so that tests can walk all of them.

use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    access::Rule,
    refusal::{Kind, Refusal},
};

/// Who takes an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Whoever the access matrix lets.
    Rule(Rule),
    /// The program itself, as a consequence of something else.
    System,
}

/// One row of a machine's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge<S: 'static, A> {
    pub action: A,
    pub from: &'static [S],
    pub to: S,
    pub by: By,
    /// Whether the actor has to give a reason that the person concerned can read.
    pub reason: bool,
}

/// An action of a stateful thing, and whether the caller may take it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AllowedAction {
    pub action: String,
    pub allowed: bool,
    /// Whether it has to be given a reason in words.
    pub needs_reason: bool,
    /// The rule that stands in the way, or the kind of the refusal where no rule is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blocked_by: Option<String>,
}

/// The edge that an action takes from a state.
///
/// # Errors
/// `invalid-transition` when the table has no such edge.
pub fn edge<S, A>(
    table: &'static [Edge<S, A>],
    from: S,
    action: A,
) -> Result<&'static Edge<S, A>, Refusal>
where
    S: Copy + PartialEq + std::fmt::Display,
    A: Copy + PartialEq + std::fmt::Display,
{
    table.iter().find(|edge| edge.action == action && edge.from.contains(&from)).ok_or_else(|| {
        Refusal::rule(
            Kind::InvalidTransition,
            "invalid_transition",
            format!("The action {action} is not possible while the state is {from}; reload."),
        )
    })
}

/// The right that an action asks for, in whatever state; none where the program acts by itself.
#[must_use]
pub fn rule_of<S, A: PartialEq>(table: &'static [Edge<S, A>], action: A) -> Option<Rule> {
    let found = table.iter().find(|edge| edge.action == action)?;
    match found.by {
        By::Rule(rule) => Some(rule),
        By::System => None,
    }
}

/// What stands in the way in whatever state a thing is.
fn says_more(refusal: &Refusal) -> bool {
    matches!(refusal.kind, Kind::Forbidden | Kind::SelfDealing | Kind::ScoreLocked)
}

/// Refuses an empty reason where the edge asks for one.
///
/// # Errors
/// `validation-failed` with `reason_required` at `/reason`.
pub fn reason_given(required: bool, reason: Option<&str>) -> Result<(), Refusal> {
    if required && reason.is_none_or(|text| text.trim().is_empty()) {
        return Err(Refusal::field("/reason", "reason_required", "Say why, in words."));
    }
    Ok(())
}

/// Every action that people can take, in the table's order. `may` holds the access rule and
/// the guards of an edge against the caller.
pub fn allowed_actions<S, A>(
    table: &'static [Edge<S, A>],
    state: S,
    may: impl Fn(&Edge<S, A>) -> Result<(), Refusal>,
) -> Vec<AllowedAction>
where
    S: Copy + PartialEq + std::fmt::Display,
    A: Copy + PartialEq + std::fmt::Display,
{
    let mut seen: Vec<A> = vec![];
    let mut answers = vec![];
    for row in table.iter().filter(|row| row.by != By::System) {
        if seen.contains(&row.action) {
            continue;
        }
        seen.push(row.action);
        let found = edge(table, state, row.action);
        let needs_reason = found.as_ref().map_or(row.reason, |found| found.reason);
        let verdict = match found {
            Ok(found) => may(found),
            // No edge leads on from here. A missing right or a lock says more than that.
            Err(invalid) => Err(may(row).err().filter(says_more).unwrap_or(invalid)),
        };
        let blocked_by = verdict
            .as_ref()
            .err()
            .map(|refusal| refusal.rule_code().unwrap_or_else(|| refusal.kind.slug()).to_owned());
        answers.push(AllowedAction {
            action: row.action.to_string(),
            allowed: verdict.is_ok(),
            needs_reason,
            blocked_by,
        });
    }
    answers
}
