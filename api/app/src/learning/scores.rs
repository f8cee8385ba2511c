use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::Hundredths;
use store::bulk::{
    self, groups,
    scores::{self as rows, OnlineScore},
};
use uuid::Uuid;

use super::batch::may_append;
use crate::{Event, Result, Unit, Work};

/// Clocks differ; a score from further ahead than this is wrong.
const AHEAD: TimeDelta = TimeDelta::minutes(10);

/// Somebody's final online score, at the provider's own instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinalScore {
    pub trainee_no: String,
    pub score: Hundredths,
    pub source_at: DateTime<Utc>,
}

/// How one score of a batch fared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScoreResult {
    /// `accepted`, `unchanged`, `older` (kept, but a newer one holds) or `rejected`.
    pub status: &'static str,
    pub code: Option<&'static str>,
}

const fn result(status: &'static str) -> ScoreResult {
    ScoreResult { status, code: None }
}

const fn rejected(code: &'static str) -> ScoreResult {
    ScoreResult { status: "rejected", code: Some(code) }
}

/// Takes final scores in; of two the one with the newer instant holds, and both are kept
/// (F25; s.27).
pub async fn receive_scores(
    work: &Work<'_>,
    project: Uuid,
    scores: &[FinalScore],
) -> Result<Vec<ScoreResult>> {
    let target = may_append(work, project).await?;
    bulk::project::lock(&work.tx, project).await?;
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let numbers: Vec<String> = scores.iter().map(|one| one.trainee_no.clone()).collect();
    let trainees = groups::find_trainees(work, project, &numbers).await?;
    let people: Vec<Uuid> = trainees.values().map(|one| one.id).collect();
    let before = rows::online_of(work, &people).await?;
    let mut seen = HashSet::new();
    let (mut newer, mut older) = (vec![], vec![]);
    let mut judge = |given: &FinalScore| {
        let Some(trainee) = trainees.get(&given.trainee_no) else {
            return rejected("trainee_unknown");
        };
        if given.source_at.signed_duration_since(now) > AHEAD {
            return rejected("source_in_future");
        }
        if !seen.insert(trainee.id) {
            return rejected("duplicate_trainee");
        }
        let score = OnlineScore {
            id: ctx.new_id(),
            enrollment: trainee.id,
            score: given.score.get(),
            source_at: given.source_at,
        };
        let same = |old: &OnlineScore| (old.score, old.source_at) == (score.score, score.source_at);
        let kept: &[OnlineScore] = before.get(&trainee.id).map_or(&[], Vec::as_slice);
        if kept.iter().any(same) {
            return result("unchanged");
        }
        if kept.iter().any(|old| old.source_at >= score.source_at) {
            older.push(score);
            return result("older");
        }
        newer.push(score);
        result("accepted")
    };
    let results = scores.iter().map(&mut judge).collect();
    let by = (!ctx.actor.id.is_nil()).then_some(ctx.actor.id);
    let counts = [("accepted", newer.len()), ("older", older.len())];
    rows::write_online(&work.tx, project, newer, by, now).await?;
    rows::write_superseded(&work.tx, project, older, by, now).await?;
    let event = Event::new("online_scores.received", "project", project).at(&target);
    let event = event.with("scores", scores.len());
    work.record(counts.into_iter().fold(event, |event, (name, count)| event.with(name, count)));
    Ok(results)
}
