//! Recommendations and polishing (F29, F30). Many may recommend a work, each with a reason and
//! each able to cancel; the work stays up while any recommendation holds.

use chrono::NaiveDate;
use domain::{
    Kind, Refusal,
    homework::{HomeworkAction, Rung, after_cancelling},
};
use store::recommendations as rows;
pub use store::recommendations::{Recommendation, Round};
use uuid::Uuid;

use crate::{
    Error, Result, Unit, Work,
    submissions::{Found, Given, Moved, decide, find},
};

/// Recommends a work to its school, or for the exhibition.
async fn recommend(
    work: &Work<'_>,
    id: Uuid,
    action: HomeworkAction,
    to: Rung,
    reason: &str,
) -> Result<(Recommendation, Moved)> {
    let found = find(work, id).await?;
    let moved = decide(work, &found, action, Given::because(reason)).await?;
    let row = Recommendation {
        id: work.ctx().new_id(),
        submission_id: id,
        rung: to.to_string(),
        recommender_id: work.ctx().actor.id,
        role: moved.role.as_str().to_owned(),
        reason: reason.to_owned(),
        created_at: work.ctx().now(),
        cancelled_at: None,
        cancel_reason: None,
    };
    rows::insert(&work.tx, row.clone()).await?;
    Ok((row, moved))
}

/// Recommends a work to its school; the first recommendation moves it and takes a place of the
/// workshop's quota.
pub async fn create(work: &Work<'_>, id: Uuid, reason: &str) -> Result<(Recommendation, Moved)> {
    recommend(work, id, HomeworkAction::Recommend, Rung::School, reason).await
}

/// An expert recommends a work of the region for the exhibition.
pub async fn create_regional(
    work: &Work<'_>,
    id: Uuid,
    reason: &str,
) -> Result<(Recommendation, Moved)> {
    recommend(work, id, HomeworkAction::RecommendRegionally, Rung::Exhibition, reason).await
}

/// Takes back one's own recommendation. With the last one the work goes back to its author's
/// shelf and its place in the quota is free.
pub async fn cancel(work: &Work<'_>, id: Uuid, reason: &str) -> Result<(Recommendation, Moved)> {
    let row = rows::find(work, id).await?.ok_or_else(Refusal::not_found)?;
    let found = find(work, row.submission_id).await?;
    let me = work.ctx().actor.id;
    if row.recommender_id != me || row.rung != Rung::School.as_str() {
        let detail = "Only who recommended a work to its school can cancel that.";
        return Err(Refusal::rule(Kind::Forbidden, "not_recommended_by_you", detail).into());
    }
    let voices = rows::holding(work, found.row.id, &row.rung).await?;
    let others = voices.iter().filter(|one| **one != me).count();
    let others = u32::try_from(others).unwrap_or(u32::MAX);
    let action = HomeworkAction::CancelRecommendation;
    let to = domain::homework::edge(found.state, action)
        .ok()
        .map(|edge| after_cancelling(edge, found.state, others));
    let given = Given { to, ..Given::because(reason) };
    let moved = decide(work, &found, action, given).await?;
    let now = work.ctx().now();
    if !rows::cancel(&work.tx, &row, reason, now).await? {
        let detail = "This recommendation was cancelled already.";
        return Err(Refusal::rule(Kind::InvalidTransition, "cancelled_already", detail).into());
    }
    let (cancelled_at, cancel_reason) = (Some(now), Some(reason.to_owned()));
    Ok((Recommendation { cancelled_at, cancel_reason, ..row }, moved))
}

/// Opens a polishing round: the school names a team, says what is to be done and until when.
pub async fn polish(
    work: &Work<'_>,
    id: Uuid,
    team: Vec<Uuid>,
    task: &str,
    due_on: Option<NaiveDate>,
) -> Result<(Round, Moved)> {
    let found = find(work, id).await?;
    let moved = decide(work, &found, HomeworkAction::Polish, Given::because(task)).await?;
    strangers(work, &found, &team).await?;
    let now = work.ctx().now();
    rows::close_rounds(&work.tx, id, now).await?;
    let number = rows::rounds(work, id).await?.len().saturating_add(1);
    let round = Round {
        id: work.ctx().new_id(),
        submission_id: id,
        number: i32::try_from(number).unwrap_or(i32::MAX),
        team: serde_json::to_string(&team).map_err(Error::fault)?,
        task: task.to_owned(),
        due_on,
        created_by: work.ctx().actor.id,
        created_at: now,
        closed_at: None,
    };
    rows::insert_round(&work.tx, round.clone()).await?;
    Ok((round, moved))
}

/// A team is made of people who have a part in the project.
async fn strangers(work: &Work<'_>, found: &Found, team: &[Uuid]) -> Result<()> {
    let known = rows::members(work, found.row.project_id, team).await?;
    for (at, person) in team.iter().enumerate() {
        if !known.contains_key(person) {
            let pointer = format!("/team/{at}");
            let detail = "This person has no part in the project.";
            return Err(Refusal::field(pointer, "person_unknown", detail).into());
        }
    }
    Ok(())
}
