use domain::{Kind, Refusal, learning::parse_line};
use store::imports::Change;
use uuid::Uuid;

use super::plan::{Effect, Ground, Plan, Verdict, Writes as AnyWrites};
use crate::{
    Result, Unit, Work,
    learning::{Incoming, Outcome, settle, write},
};

pub(super) use crate::learning::Writes;

/// The most a line or a file of events may hold.
const LINE_BYTES: usize = 64 * 1024;
const LINES: usize = 200_000;

/// One event per line, as the course provider delivers them; what names an unknown person or
/// course is rejected here and parked for an administrator.
pub(super) async fn plan(unit: &impl Unit, ground: &Ground, content: &[u8]) -> Result<Plan> {
    let refuse = |code, detail: &str| Refusal::rule(Kind::ImportRejected, code, detail);
    let text = std::str::from_utf8(content)
        .map_err(|_| refuse("corrupt_file", "The file is not UTF-8; nothing was changed."))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.lines().count() > LINES {
        let detail = "The file has more lines than the limit of 200000; nothing was changed.";
        return Err(Refusal::rule(Kind::ContentTooLarge, "file_too_large", detail).into());
    }
    if text.trim().is_empty() {
        return Err(refuse("no_rows", "The file has no lines; nothing was changed.").into());
    }
    let now = unit.ctx().now();
    let (mut verdicts, mut places, mut incoming) = (vec![], vec![], vec![]);
    for (number, line) in (1_u32..).zip(text.lines()) {
        if line.trim().is_empty() {
            verdicts.push(Verdict::skipped(number));
        } else if line.len() > LINE_BYTES {
            verdicts.push(Verdict::rejected(number, "invalid_json", ""));
        } else {
            match parse_line(line, now) {
                Ok(event) => {
                    places.push(verdicts.len());
                    let label = format!("{} {}", event.trainee_no, event.course_code);
                    verdicts.push(Verdict::accepted(number, Effect::Created, label));
                    incoming.push(Incoming::new(event, line.to_owned()));
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
    let (outcomes, writes) = settle(unit, ground.project, &incoming).await?;
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
    Ok(Plan { verdicts, writes: AnyWrites::Learning(writes) })
}

/// Events are facts: an import of them is superseded by later ones, never undone.
pub(super) async fn apply(work: &Work<'_>, project: Uuid, writes: Writes) -> Result<Vec<Change>> {
    write(work, project, writes).await?;
    Ok(vec![Change { table: "progress_events".to_owned(), id: project.to_string(), before: None }])
}
