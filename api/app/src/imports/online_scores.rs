use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::{Hundredths, number::plain_number, text::clean_code};
use store::{
    bulk::scores::{self as rows, OnlineScore},
    imports::Change,
};
use uuid::Uuid;

use super::{
    file::{each_row, refusal},
    plan::{Effect, Ground, Plan, Verdict, Writes as AnyWrites, altered, made},
};
use crate::{Result, Unit, Work};

/// Scores to be written.
#[derive(Default)]
pub(super) struct Writes {
    scores: Vec<OnlineScore>,
    /// What those replace.
    replaced: Vec<OnlineScore>,
}

/// One final score per row: trainee_no, online_score, exported_at. The newer of two holds.
pub(super) async fn plan(
    unit: &impl Unit,
    ground: &Ground,
    name: &str,
    content: &[u8],
) -> Result<Plan> {
    let trainees = ground.trainees(unit).await?;
    let known = rows::online(unit, ground.project).await?;
    let (mut seen, mut verdicts) = (HashSet::new(), vec![]);
    let (mut writes, now) = (Writes::default(), unit.ctx().now());
    each_row(ground.kind, &ground.progress, content, name, |row| {
        let number = clean_code(row.text("trainee_no")).value;
        if number.is_empty() {
            verdicts.push(Verdict::skipped(row.line));
            return;
        }
        let judged = (|| {
            let trainee = trainees.get(&number).ok_or("trainee_unknown")?;
            if trainee.person == unit.ctx().actor.id {
                return Err("self_dealing");
            }
            if clean_code(row.text("online_score")).value.is_empty() {
                return Ok(Effect::Unchanged); // not scored yet
            }
            let score = score(row.text("online_score"))?;
            let at = instant(&clean_code(row.text("exported_at")).value, now)?;
            if !seen.insert(trainee.id) {
                return Err("duplicate_trainee");
            }
            let before = known.get(&trainee.id);
            if before.is_some_and(|old| old.source_at > at || old.score == score.get()) {
                return Ok(Effect::Unchanged);
            }
            writes.replaced.extend(before.cloned());
            writes.scores.push(OnlineScore {
                id: unit.ctx().new_id(),
                enrollment: trainee.id,
                score: score.get(),
                source_at: at,
            });
            Ok(if before.is_some() { Effect::Updated } else { Effect::Created })
        })();
        verdicts.push(match judged {
            Ok(effect) => Verdict::accepted(row.line, effect, number),
            Err(code) => Verdict::rejected(row.line, code, number),
        });
    })
    .map_err(|fault| refusal(&fault))?;
    Ok(Plan::new(verdicts, AnyWrites::OnlineScores(writes)))
}

/// A score from 0 to 100; providers send averages, so it is rounded to hundredths.
fn score(text: &str) -> Result<Hundredths, &'static str> {
    let value = plain_number(&clean_code(text).value).ok_or("score_not_numeric")?;
    let inside = Some(value).filter(|value| (0.0..=100.0).contains(value));
    inside.and_then(Hundredths::nearest).ok_or("score_out_of_range")
}

/// A date or an instant with offset; now where the file says nothing.
fn instant(text: &str, now: DateTime<Utc>) -> Result<DateTime<Utc>, &'static str> {
    if text.is_empty() {
        return Ok(now);
    }
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Ok(at.to_utc());
    }
    let plain = text.replace(['/', '.'], "-");
    let (date, time) = plain.split_once([' ', 'T']).unwrap_or((&plain, "00:00"));
    let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").map_err(|_| "date_invalid")?;
    let time = ["%H:%M:%S", "%H:%M"]
        .iter()
        .find_map(|format| NaiveTime::parse_from_str(time.trim(), format).ok());
    time.map(|time| date.and_time(time).and_utc()).ok_or("date_invalid")
}

pub(super) async fn apply(work: &Work<'_>, project: Uuid, writes: Writes) -> Result<Vec<Change>> {
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let by = (!ctx.actor.id.is_nil()).then_some(ctx.actor.id);
    // The last change is taken back first: a score goes before the one it replaced returns.
    let replaced = writes.replaced.iter().map(|one| altered("online_scores", one.id, one));
    let new = writes.scores.iter().map(|one| made("online_scores", one.id));
    let changes = replaced.chain(new).collect();
    rows::write_online(&work.tx, project, writes.scores, by, now).await?;
    Ok(changes)
}
