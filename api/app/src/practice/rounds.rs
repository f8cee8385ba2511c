use chrono::NaiveDate;
use domain::{
    Hundredths, Kind, Refusal,
    access::{Role, Rule, Target},
    machine::{self, AllowedAction, By},
    practice::{ROUND_EDGES, RoundAction, RoundStatus, SETTLED},
};
use store::{
    Cut, Window,
    bulk::{project as projects_lock, scores},
    history::{self, Step},
    practice::{self as rows, NewRound, Newcomer, Round},
};
use uuid::Uuid;

use crate::{Error, Event, Result, Unit, Work, projects};

/// A round with what the caller may do to it.
#[derive(Debug, Clone)]
pub struct RoundShown {
    pub round: Round,
    pub actions: Vec<AllowedAction>,
}

/// What somebody wants a new round to be; the points of the policy where none are given.
#[derive(Debug, Clone)]
pub struct RoundWish {
    pub name: String,
    pub opens_on: NaiveDate,
    pub closes_on: NaiveDate,
    pub completion_max: Option<Hundredths>,
    pub effect_max: Option<Hundredths>,
}

/// What somebody wants to change of a round.
#[derive(Debug, Clone, Default)]
pub struct RoundChange {
    pub name: Option<String>,
    pub opens_on: Option<NaiveDate>,
    pub closes_on: Option<NaiveDate>,
}

fn status(round: &Round) -> Result<RoundStatus> {
    RoundStatus::parse(&round.status).ok_or_else(|| Error::fault("an unknown round status"))
}

async fn shown(unit: &impl Unit, round: Round, target: &Target) -> Result<RoundShown> {
    let open = open_sheets(unit, std::slice::from_ref(&round)).await?;
    show_one(unit, round, target, &open)
}

/// Which of the rounds wait for a sheet to be locked; asked only where a lock comes next.
async fn open_sheets(unit: &impl Unit, rounds: &[Round]) -> Result<Vec<Uuid>> {
    let closed = rounds.iter().filter(|round| round.status == RoundStatus::Closed.as_str());
    let closed: Vec<Uuid> = closed.map(|round| round.id).collect();
    if closed.is_empty() { Ok(vec![]) } else { Ok(rows::unlocked_among(unit, closed).await?) }
}

fn show_one(unit: &impl Unit, round: Round, target: &Target, open: &[Uuid]) -> Result<RoundShown> {
    let actor = &unit.ctx().actor;
    let actions = machine::allowed_actions(ROUND_EDGES, status(&round)?, |edge| {
        let By::Rule(rule) = edge.by else { return Err(Refusal::forbidden()) };
        actor.may(rule, target)?;
        if edge.action == RoundAction::Lock && open.contains(&round.id) {
            return Err(not_locked());
        }
        Ok(())
    });
    Ok(RoundShown { round, actions })
}

fn not_locked() -> Refusal {
    let detail = "Lock every sheet of the round first.";
    Refusal::rule(Kind::InvalidTransition, "sheets_not_locked", detail)
}

/// The rounds of a project, newest first; for everybody who is part of it.
pub async fn list_rounds(
    unit: &impl Unit,
    project: Uuid,
    window: &Window,
) -> Result<Cut<RoundShown>> {
    let (_, target) = projects::find(unit, project).await?;
    let cut = rows::list_rounds(unit, project, window).await?;
    let open = open_sheets(unit, &cut.items).await?;
    let items: Result<Vec<_>> =
        cut.items.into_iter().map(|round| show_one(unit, round, &target, &open)).collect();
    Ok(Cut { items: items?, more: cut.more })
}

async fn find(unit: &impl Unit, id: Uuid) -> Result<(Round, Target)> {
    let round = rows::find_round(unit, id).await?.ok_or_else(Refusal::not_found)?;
    let (_, target) = projects::find(unit, round.project_id).await?;
    Ok((round, target))
}

pub async fn show_round(unit: &impl Unit, id: Uuid) -> Result<RoundShown> {
    let (round, target) = find(unit, id).await?;
    shown(unit, round, &target).await
}

fn dates_in_order(opens: NaiveDate, closes: NaiveDate) -> Result<(), Refusal> {
    if opens <= closes {
        return Ok(());
    }
    Err(Refusal::field("/closes_on", "dates_crossed", "A round closes on or after its first day."))
}

/// A new round, as a draft.
pub async fn create_round(work: &Work<'_>, project: Uuid, wish: RoundWish) -> Result<RoundShown> {
    let (_, target) = projects::find(work, project).await?;
    work.may(Rule::F03Determine, &target)?;
    dates_in_order(wish.opens_on, wish.closes_on)?;
    let policy = projects::policy_of(work, project).await?.practice;
    let completion = wish.completion_max.unwrap_or(policy.completion_max);
    let effect = wish.effect_max.unwrap_or(policy.effect_max);
    if completion < Hundredths::ZERO
        || effect < Hundredths::ZERO
        || completion.plus(effect) != Hundredths::whole(100)
    {
        let detail = "The two groups make 100 points together.";
        return Err(Refusal::field("/effect_max", "sum_is_not_100", detail).into());
    }
    let id = work.ctx().new_id();
    let new = NewRound {
        id,
        project,
        name: wish.name.trim().to_owned(),
        completion_max: completion.get(),
        effect_max: effect.get(),
        opens_on: wish.opens_on,
        closes_on: wish.closes_on,
    };
    rows::insert_round(&work.tx, new, work.ctx().now()).await?;
    let (round, target) = find(work, id).await?;
    let event = Event::new("practice_round.created", "practice_round", id).at(&target);
    work.record(event.after(&facts(&round)));
    shown(work, round, &target).await
}

fn facts(round: &Round) -> serde_json::Value {
    serde_json::json!([round.name, round.status, round.opens_on, round.closes_on, round.version])
}

/// Another name or other days.
pub async fn change_round(
    work: &Work<'_>,
    id: Uuid,
    version: i64,
    wish: RoundChange,
) -> Result<RoundShown> {
    let (before, target) = find(work, id).await?;
    work.may(Rule::F03Determine, &target)?;
    if before.status == RoundStatus::Locked.as_str() {
        let detail = "The round is locked; it does not change any more.";
        return Err(Refusal::rule(Kind::ScoreLocked, "score_locked", detail).into());
    }
    let mut round = before.clone();
    round.version = version;
    if let Some(name) = wish.name {
        name.trim().clone_into(&mut round.name);
    }
    round.opens_on = wish.opens_on.unwrap_or(round.opens_on);
    round.closes_on = wish.closes_on.unwrap_or(round.closes_on);
    dates_in_order(round.opens_on, round.closes_on)?;
    if !rows::change_round(&work.tx, &round, work.ctx().now()).await? {
        return Err(super::fill::stale().into());
    }
    round.version = version.saturating_add(1);
    let event = Event::new("practice_round.changed", "practice_round", id).at(&target);
    work.record(event.before(&facts(&before)).after(&facts(&round)));
    shown(work, round, &target).await
}

/// Opens, closes, reopens or locks a round. Opening makes one sheet for each class and school
/// with a row for everybody who counts; reopening adds those who came since.
pub async fn act_round(
    work: &Work<'_>,
    id: Uuid,
    action: RoundAction,
    reason: Option<&str>,
) -> Result<RoundShown> {
    let (mut round, target) = find(work, id).await?;
    if let Some(rule) = machine::rule_of(ROUND_EDGES, action) {
        work.may(rule, &target)?;
    }
    let (from, now) = (status(&round)?, work.ctx().now());
    let edge = machine::edge(ROUND_EDGES, from, action)?;
    machine::reason_given(edge.reason, reason)?;
    if !rows::advance_round(&work.tx, id, from.as_str(), edge.to.as_str(), now).await? {
        let detail = "Somebody else moved this round just now; reload it.";
        return Err(Refusal::rule(Kind::InvalidTransition, "invalid_transition", detail).into());
    }
    let mut seated = 0;
    match action {
        RoundAction::Open | RoundAction::Reopen => seated = seat(work, &round).await?,
        RoundAction::Lock if rows::unlocked_sheets(work, id).await? > 0 => {
            return Err(not_locked().into());
        }
        _ => {}
    }
    record(work, &round, action, edge.to, reason, (&target, seated)).await?;
    edge.to.as_str().clone_into(&mut round.status);
    round.version = round.version.saturating_add(1);
    shown(work, round, &target).await
}

async fn record(
    work: &Work<'_>,
    round: &Round,
    action: RoundAction,
    to: RoundStatus,
    reason: Option<&str>,
    (target, seated): (&Target, usize),
) -> Result<()> {
    let ctx = work.ctx();
    let step = Step {
        id: ctx.new_id(),
        project: Some(round.project_id),
        kind: "practice_round".to_owned(),
        thing: round.id,
        action: action.to_string(),
        from: round.status.clone(),
        to: to.to_string(),
        actor: ctx.actor.id,
        role: work.role().map_or("none", Role::as_str).to_owned(),
        reason: reason.map(|text| text.trim().to_owned()),
        at: ctx.now(),
    };
    history::insert(&work.tx, vec![step]).await?;
    let event = Event::new(format!("practice_round.{action}"), "practice_round", round.id)
        .at(target)
        .before(&facts(round))
        .after(&(to.as_str(), round.version.saturating_add(1)))
        .with("rows_added", seated);
    work.record(match reason {
        Some(reason) => event.because(reason),
        None => event,
    });
    Ok(())
}

/// Gives everybody without one a row on the sheet of their class and school; answers how many.
async fn seat(work: &Work<'_>, round: &Round) -> Result<usize> {
    let (ctx, now) = (work.ctx(), work.ctx().now());
    projects_lock::lock(&work.tx, round.project_id).await?;
    let mut sheets = scores::sheets(work, round.id).await?;
    let newcomers = rows::newcomers(work, round.project_id, round.id).await?;
    let (mut new, mut marks) = (vec![], vec![]);
    for Newcomer { enrollment, class, school, county } in newcomers {
        let sheet = sheets.entry((Some(class), school)).or_insert_with(|| {
            let id = ctx.new_id();
            let status = "open".to_owned();
            let sheet = scores::Sheet { id, class: Some(class), school, county, status };
            new.push(sheet.clone());
            sheet
        });
        if SETTLED.contains(&sheet.status.as_str()) {
            continue;
        }
        marks.push(scores::Practice {
            id: ctx.new_id(),
            sheet: sheet.id,
            enrollment,
            ..scores::Practice::default()
        });
    }
    scores::insert_sheets(&work.tx, round.project_id, round.id, &new, now).await?;
    let seated = marks.len();
    scores::insert_practice(&work.tx, round.project_id, marks, now).await?;
    Ok(seated)
}
