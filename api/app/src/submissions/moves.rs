use domain::{
    Hundredths, Kind, Refusal,
    access::{Role, Rule},
    homework::{self, EDGES, Facts, HomeworkAction, HomeworkState, Rung, guards_of},
    machine::By,
};
use store::{history, quotas, recommendations, submissions as rows};
use uuid::Uuid;

use super::{
    Found, Submission, access, facts,
    facts::{Ground, gather, own_school},
    find,
};
use crate::{Error, Event, Result, Unit, Work, homework::stale};

/// What a request itself says towards a move.
#[derive(Debug, Clone, Default)]
pub struct Given<'a> {
    pub reason: Option<&'a str>,
    pub facts: Facts,
    /// The effective score after the move, where it changes.
    pub score: Option<Hundredths>,
    /// Where the work stands after the move, where the table's row does not decide it alone.
    pub to: Option<HomeworkState>,
}

impl<'a> Given<'a> {
    #[must_use]
    pub fn because(reason: &'a str) -> Self {
        Self { reason: Some(reason), ..Self::default() }
    }
}

/// A move that was made.
pub struct Moved {
    pub row: Submission,
    pub state: HomeworkState,
    pub role: Role,
}

/// The rule of an action on a work; where the state has no such action, the nearest one, so
/// that whoever may never do it hears just that.
pub(crate) fn rule_of(state: HomeworkState, action: HomeworkAction) -> Option<Rule> {
    let by = |by: By| match by {
        By::Rule(rule) => Some(rule),
        By::System => None,
    };
    if let Ok(edge) = homework::edge(state, action) {
        return by(edge.by);
    }
    let mut rows = EDGES.iter().filter(|edge| edge.action == action);
    let near = rows.clone().find(|edge| edge.from.iter().any(|from| from.rung == state.rung));
    near.or_else(|| rows.next()).and_then(|edge| by(edge.by))
}

/// Makes one move that needs nothing but a reason: return, push, decline, veto.
pub async fn act(work: &Work<'_>, id: Uuid, action: HomeworkAction, reason: &str) -> Result<Moved> {
    let found = find(work, id).await?;
    let moved = decide(work, &found, action, Given::because(reason)).await?;
    if action == HomeworkAction::Veto {
        let exhibition = Rung::Exhibition.as_str();
        recommendations::lapse(&work.tx, &moved.row, exhibition, reason, work.ctx().now()).await?;
    }
    Ok(moved)
}

/// Takes a work back; from the region up that needs a reason.
pub async fn withdraw(work: &Work<'_>, id: Uuid, reason: Option<&str>) -> Result<Moved> {
    let found = find(work, id).await?;
    let moved =
        decide(work, &found, HomeworkAction::Withdraw, Given { reason, ..Given::default() })
            .await?;
    rows::delete_draft(&work.tx, id).await?;
    Ok(moved)
}

/// Holds the caller's right and the guards of an action against a work and moves it: one
/// conditional update, one row of history, one of the audit trail. Of any number at once
/// exactly one gets through.
pub(crate) async fn decide(
    work: &Work<'_>,
    found: &Found,
    action: HomeworkAction,
    given: Given<'_>,
) -> Result<Moved> {
    let rule = rule_of(found.state, action).ok_or_else(Refusal::forbidden)?;
    let role = if rule == Rule::W02Submit {
        work.may(rule, &found.target)?.role
    } else {
        access::may_decide(work, rule, found).await?
    };
    let edge = homework::edge(found.state, action)?;
    let ground = Ground::of(work, found).await?;
    own_school_rule(work, found, rule, &ground)?;
    if let Some(step) = homework::QuotaStep::of(action, found.state.rung) {
        quotas::lock(&work.tx, step, &found.row).await?;
    }
    let guards = guards_of(edge, found.state);
    let facts = gather(work, found, &ground, guards, given.facts).await?;
    homework::check(edge, found.state, &facts, given.reason, &ground.policy.homework)?;
    let to = given.to.unwrap_or(edge.to);
    let mut new = found.row.clone();
    new.score = given.score.map(Hundredths::get).or(new.score);
    let new = step(work, found, action, to, new, given.reason, role).await?;
    Ok(Moved { row: new, state: to, role })
}

fn own_school_rule(work: &Work<'_>, found: &Found, rule: Rule, ground: &Ground) -> Result<()> {
    if rule == Rule::W08Recommend { own_school(work, found, &ground.policy) } else { Ok(()) }
}

/// Writes a move down: the work itself, its history and the audit trail.
pub(crate) async fn step(
    work: &Work<'_>,
    found: &Found,
    action: HomeworkAction,
    to: HomeworkState,
    new: Submission,
    reason: Option<&str>,
    role: Role,
) -> Result<Submission> {
    let new = place(work, found, action, to, new, reason, role).await?;
    let event = Event::new(format!("submission.{action}"), "submission", found.row.id);
    let mut event =
        event.at(&found.target).with("from", found.state.to_string()).with("to", to.to_string());
    if let Some(reason) = reason {
        event = event.because(reason);
    }
    work.record(event);
    Ok(new)
}

/// Puts a work where it goes and adds that to its history.
pub(crate) async fn place(
    work: &Work<'_>,
    found: &Found,
    action: HomeworkAction,
    to: HomeworkState,
    mut new: Submission,
    reason: Option<&str>,
    role: Role,
) -> Result<Submission> {
    to.rung.as_str().clone_into(&mut new.rung);
    to.status.as_str().clone_into(&mut new.status);
    new.version = found.row.version.saturating_add(1);
    if to != found.state {
        new.updated_at = work.ctx().now();
    }
    if !rows::advance(&work.tx, &found.row, &new).await? {
        let detail = "Somebody moved the work meanwhile; read it again.";
        return Err(Refusal::rule(Kind::InvalidTransition, "moved_meanwhile", detail).into());
    }
    note(work, found, action.as_str(), to, reason, role).await?;
    Ok(new)
}

/// Adds a row to the history of a work.
pub(crate) async fn note(
    work: &Work<'_>,
    found: &Found,
    action: &str,
    to: HomeworkState,
    reason: Option<&str>,
    role: Role,
) -> Result<()> {
    let row = history::Step {
        id: work.ctx().new_id(),
        project: Some(found.row.project_id),
        kind: "submission".to_owned(),
        thing: found.row.id,
        action: action.to_owned(),
        from: found.state.to_string(),
        to: to.to_string(),
        actor: work.ctx().actor.id,
        role: role.as_str().to_owned(),
        reason: reason.map(str::to_owned),
        at: work.ctx().now(),
    };
    Ok(history::insert(&work.tx, vec![row]).await?)
}

/// The author agrees, or no longer agrees, that the work leaves the school.
pub async fn consent(work: &Work<'_>, id: Uuid, version: i64, given: bool) -> Result<Submission> {
    let found = find(work, id).await?;
    let role = work.may(Rule::W02Submit, &found.target)?.role;
    if found.state.rung == Rung::Library {
        let detail = "The work is in the library; ask for its removal there.";
        return Err(Refusal::rule(Kind::InvalidTransition, "published_already", detail).into());
    }
    if found.row.version != version {
        return Err(stale().into());
    }
    let mut new = found.row.clone();
    new.consent = given;
    new.version = version.saturating_add(1);
    if !rows::advance(&work.tx, &found.row, &new).await? {
        return Err(stale().into());
    }
    let action = if given { "consent" } else { "revoke_consent" };
    note(work, &found, action, found.state, None, role).await?;
    let event = Event::new(format!("submission.{action}"), "submission", id);
    work.record(event.at(&found.target));
    Ok(new)
}

/// The actions of the state with their verdicts for the caller.
pub(crate) async fn allowed(
    unit: &impl Unit,
    found: &Found,
    ground: &Ground,
) -> Result<Vec<domain::machine::AllowedAction>> {
    let here = || EDGES.iter().filter(|edge| edge.from.contains(&found.state));
    let mut guards: Vec<_> =
        here().flat_map(|edge| guards_of(edge, found.state)).copied().collect();
    guards.sort_by_key(|guard| *guard as u8);
    guards.dedup();
    let said = Facts {
        originality_confirmed: true,
        licence_confirmed: true,
        personal_data_checked: true,
        ..Facts::default()
    };
    let facts = gather(unit, found, ground, &guards, said).await?;
    let mut rights = vec![];
    for edge in here() {
        let By::Rule(rule) = edge.by else { continue };
        if !rights.iter().any(|(known, _)| *known == rule) {
            rights.push((rule, right(unit, rule, found, ground).await?));
        }
    }
    let team = facts.round_open && access::polishes(unit, found).await?;
    let may = |edge: &homework::HomeworkEdge| {
        let By::Rule(rule) = edge.by else { return Err(Refusal::forbidden()) };
        let known = rights.iter().find(|(known, _)| *known == rule);
        if !(team && edge.action == HomeworkAction::Revise) {
            known.map_or(Ok(()), |(_, verdict)| verdict.clone())?;
        }
        let marks = matches!(edge.action, HomeworkAction::Review | HomeworkAction::ReviewExhibit);
        let facts =
            if marks { &Facts { score: Some(Hundredths::ZERO), ..facts.clone() } } else { &facts };
        homework::check(edge, found.state, facts, Some("…"), &ground.policy.homework)
    };
    Ok(domain::machine::allowed_actions(EDGES, found.state, may))
}

async fn right(
    unit: &impl Unit,
    rule: Rule,
    found: &Found,
    ground: &Ground,
) -> Result<std::result::Result<(), Refusal>> {
    let verdict = match rule {
        Rule::W02Submit => unit.may(rule, &found.target).map(|_| ()),
        Rule::W08Recommend => match access::may_decide(unit, rule, found).await {
            Ok(_) => facts::own_school(unit, found, &ground.policy),
            Err(error) => Err(error),
        },
        _ => access::may_decide(unit, rule, found).await.map(|_| ()),
    };
    match verdict {
        Ok(()) => Ok(Ok(())),
        Err(Error::Refused(refusal)) => Ok(Err(refusal)),
        Err(other) => Err(other),
    }
}
