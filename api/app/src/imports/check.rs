//! Judging a file that was taken in, and what becomes of it when that is broken off.

use std::sync::Arc;

use chrono::Duration;
use domain::{Refusal, access::Target, columns::ImportKind, reference::Reference};
use store::{
    bulk,
    imports::{self as rows, Job},
};
use uuid::Uuid;

use super::{
    apply,
    board::Progress,
    file,
    jobs::{county_of, readable, rule, waiting},
    plan::{Aim, Counts, Ground, Plan, Schools, Verdict},
    whose,
};
use crate::{Context, Error, Event, Result, Unit};
use domain::access::Scope;

/// An import that nobody has been heard of for so long was broken off.
const SILENCE: Duration = Duration::seconds(30);

/// Judges a file that was taken in: every row gets its verdict, nothing else is written.
pub async fn check(ctx: &Context, id: Uuid) -> Result<Job> {
    let _at_work = waiting(ctx, id);
    let progress = ctx.services.imports.begin(id);
    checked(ctx, id, &progress).await
}

async fn checked(ctx: &Context, id: Uuid, progress: &Arc<Progress>) -> Result<Job> {
    let look = ctx.look();
    let (job, kind) = readable(&look, id).await?;
    let planned = match file::content(&look, &job).await {
        Ok(content) => plan(&look, &job, kind, content, (progress, Aim::Judging)).await,
        Err(error) => Err(error),
    };
    // The commit plans anew: what would be written need not be held any longer.
    let planned = planned.map(|plan| Judged {
        counts: plan.counts(),
        digest: plan.digest(),
        verdicts: plan.verdicts,
    });
    let written = ctx.run(async |work| {
        let mut job = job.clone();
        job.checked_at = Some(ctx.now());
        match &planned {
            Ok(judged) => {
                job.status = "checked".to_owned();
                job.counts = serde_json::to_string(&judged.counts).map_err(Error::fault)?;
                job.plan_digest = Some(judged.digest.clone());
                job.progress_total = i64::try_from(judged.verdicts.len()).unwrap_or(i64::MAX);
                job.progress_done = job.progress_total;
                let rows = judged.verdicts.iter().cloned().map(Verdict::into_row);
                rows::insert_rows(&work.tx, id, rows).await?;
            }
            Err(Error::Refused(no)) => {
                job.status = "refused".to_owned();
                job.problem = Some(problem(no.rule_code().unwrap_or(no.kind.slug()), &no.detail));
            }
            Err(_) => {
                job.status = "failed".to_owned();
                job.problem = Some(problem("internal", FAILED));
            }
        }
        if rows::advance(&work.tx, &job, "checking").await? {
            work.record(Event::new("import.checked", "import", id));
        }
        Ok(())
    });
    written.await?;
    match planned {
        Err(Error::Refused(_)) | Ok(_) => Ok(rows::find(&look, id).await?.unwrap_or(job)),
        Err(error) => Err(error),
    }
}

/// What remains of a plan once every row has its verdict.
struct Judged {
    counts: Counts,
    digest: Vec<u8>,
    verdicts: Vec<Verdict>,
}

const FAILED: &str = "The file could not be checked, which is the program's fault and not the \
                      file's; nothing was changed. Upload it again.";
const INTERRUPTED: &str = "The program was stopped while the file was being checked; nothing was \
                           changed. Upload it again.";

/// A fault of a whole file as it is kept with the job.
fn problem(code: &str, detail: &str) -> String {
    serde_json::json!({"code": code, "detail": detail}).to_string()
}

pub(super) async fn plan(
    unit: &impl Unit,
    job: &Job,
    kind: ImportKind,
    content: Vec<u8>,
    (progress, aim): (&Arc<Progress>, Aim),
) -> Result<Plan> {
    let county = county_of(unit, job.project_id).await?;
    let around =
        Target { project: Some(job.project_id), county: Some(county), ..Target::default() };
    let mut whole = true;
    for target in whose::targets(job, &around)? {
        let pass = unit.ctx().actor.may(rule(kind), &target)?;
        whole &= pass.scope == Scope::Project;
    }
    let own = Some(whose::of(job)?).filter(|schools| !schools.is_empty());
    let places = bulk::schools::load(unit, county).await?;
    let ground = Ground {
        kind,
        project: job.project_id,
        county,
        reference: Arc::new(Reference::builtin()),
        policy: crate::projects::policy_of(unit, job.project_id).await?,
        schools: Schools::new(&places, own.as_deref()),
        own,
        whole,
        progress: progress.clone(),
        aim,
    };
    let plan = apply::plan(unit, &ground, &job.file_name, content).await?;
    if plan.verdicts.iter().all(|verdict| verdict.skipped) {
        let detail = "Below the header stands nothing but blank lines, totals or signatures; \
                      nothing was changed.";
        return Err(Refusal::rule(domain::Kind::ImportRejected, "no_rows", detail).into());
    }
    Ok(plan)
}

/// Tells other processes which imports this one is working on, and ends those that nobody is
/// working on any more: a program that was stopped in the middle leaves none behind.
pub async fn watch(ctx: &Context) -> Result<u64> {
    let (running, now) = (ctx.services.imports.all(), ctx.now());
    let lost = now.checked_sub_signed(SILENCE).unwrap_or(now);
    let look = ctx.look();
    if running.is_empty() && !rows::any_lost(&look, lost).await? {
        return Ok(0);
    }
    let reason = problem("interrupted", INTERRUPTED);
    ctx.run(async |work| {
        rows::beat(&work.tx, &running, now).await?;
        let lost = rows::list_lost(work, lost).await?;
        let ended = rows::fail(&work.tx, &lost, &reason, now).await?;
        for id in lost {
            work.record(Event::new("import.failed", "import", id));
        }
        Ok(ended)
    })
    .await
}

/// A refusal of something that changed since somebody read it.
pub(super) fn taken(what: &str) -> Refusal {
    let detail = format!("Somebody else {what} this import just now.");
    Refusal::rule(domain::Kind::InvalidTransition, "import_not_checked", detail)
}
