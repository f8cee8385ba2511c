use domain::learning::parse_line;
use store::imports::Change;
use uuid::Uuid;

use super::{
    lines::lines,
    plan::{Aim, Effect, Ground, Plan, Verdict, Writes as AnyWrites},
};
use crate::{
    Result, Unit, Work,
    learning::{Incoming, Outcome, settle, write},
};

pub(super) use crate::learning::Writes;

/// The most a line of events may hold.
const LINE_BYTES: usize = 64 * 1024;

/// One event per line, as the course provider delivers them; what names an unknown person or
/// course is rejected here and parked for an administrator.
pub(super) async fn plan(unit: &impl Unit, ground: &Ground, content: &[u8]) -> Result<Plan> {
    let lines = lines(content)?;
    ground.progress.expect(u32::try_from(lines.len()).unwrap_or(u32::MAX));
    let now = unit.ctx().now();
    // Their room is taken once: growing would hold much of a large file twice.
    let mut verdicts = Vec::with_capacity(lines.len());
    let (mut places, mut incoming) = (vec![], Vec::with_capacity(lines.len()));
    for (number, line) in &lines {
        ground.progress.step();
        let number = *number;
        let Some(line) = line.as_deref().filter(|line| line.len() <= LINE_BYTES) else {
            verdicts.push(Verdict::rejected(number, "invalid_json", ""));
            continue;
        };
        if line.trim().is_empty() {
            verdicts.push(Verdict::skipped(number));
        } else {
            match parse_line(line, now) {
                Ok(event) => {
                    places.push(verdicts.len());
                    let label = format!("{} {}", event.trainee_no, event.course_code);
                    verdicts.push(Verdict::accepted(number, Effect::Created, label));
                    incoming.push(Incoming::new(event, line));
                }
                Err(faults) => {
                    let mut verdict = Verdict::rejected(number, "invalid_json", "");
                    verdict.codes = faults.iter().map(|fault| fault.code).collect();
                    verdict.codes.dedup();
                    verdicts.push(verdict);
                }
            }
        }
    }
    let kept = ground.aim != Aim::Judging;
    let (outcomes, writes) = settle(unit, ground.project, &incoming, kept).await?;
    for (at, outcome) in places.into_iter().zip(outcomes) {
        let Some(verdict) = verdicts.get_mut(at) else { continue };
        match outcome {
            Outcome::Accepted => {}
            Outcome::Redelivered => {
                verdict.effect = Effect::Unchanged;
                verdict.warnings.push("redelivered");
            }
            Outcome::Conflict => {
                verdict.effect = Effect::None;
                verdict.codes.push("event_conflict");
            }
            Outcome::Parked(code) => {
                verdict.effect = Effect::None;
                verdict.codes.push(code);
            }
        }
    }
    Ok(Plan::new(verdicts, AnyWrites::Learning(writes)))
}

/// Events are facts: an import of them is superseded by later ones, never undone.
pub(super) async fn apply(work: &Work<'_>, project: Uuid, writes: Writes) -> Result<Vec<Change>> {
    write(work, project, writes).await?;
    Ok(vec![Change { table: "progress_events".into(), id: project.to_string(), before: None }])
}
