use std::collections::HashMap;

use chrono::Datelike;
use domain::{
    Kind, Refusal,
    access::{Rule, Target},
    certificates::number,
    machine,
    qualification::{RUN_EDGES, RunAction, RunStatus},
};
use store::qualifications::{self as rows, Run};
use uuid::Uuid;

use super::{
    gate::Gate,
    read::{Seen, find, seen},
};
use crate::{Error, Event, Result, Unit, Work, projects};

/// The county confirms a provisional run: from now on everybody sees their result. An earlier
/// published run gives its place.
pub async fn publish(work: &Work<'_>, id: Uuid) -> Result<Seen> {
    let (run, target) = find(work, id).await?;
    work.may_seeing(Rule::Q01Confirm, Rule::Q02Read, &target)?;
    store::bulk::project::lock(&work.tx, run.project_id).await?;
    let gate = Gate::of(work, run.project_id).await?;
    gate.permit(work, &run, (RunAction::Publish, Rule::Q01Confirm), &target)?;
    let run = advance(work, run, RunAction::Publish).await?;
    rows::supersede(&work.tx, run.project_id, id, RunStatus::Published.as_str()).await?;
    record(work, &run, "qualification.published", &target, 0);
    seen(work, &Gate::of(work, run.project_id).await?, run, &target)
}

/// The project team makes a published run final when the days of appeal are over; certificates
/// get their numbers. Whoever started the run does not finish it (S5). A run that still waits for
/// the county gives its place: after the final one there is none to confirm.
pub async fn finalise(work: &Work<'_>, id: Uuid) -> Result<Seen> {
    let (run, target) = find(work, id).await?;
    work.may_seeing(Rule::Q01Finalise, Rule::Q02Read, &target)?;
    store::bulk::project::lock(&work.tx, run.project_id).await?;
    let gate = Gate::of(work, run.project_id).await?;
    gate.permit(work, &run, (RunAction::Finalise, Rule::Q01Finalise), &target)?;
    let run = advance(work, run, RunAction::Finalise).await?;
    let numbers = numbers(work, &run).await?;
    rows::certify(&work.tx, id, &numbers).await?;
    rows::supersede(&work.tx, run.project_id, id, RunStatus::Provisional.as_str()).await?;
    record(work, &run, "qualification.finalised", &target, numbers.len());
    seen(work, &Gate::of(work, run.project_id).await?, run, &target)
}

async fn advance(work: &Work<'_>, mut run: Run, action: RunAction) -> Result<Run> {
    let from = RunStatus::parse(&run.status).ok_or_else(|| Error::fault("an unknown run"))?;
    let edge = machine::edge(RUN_EDGES, from, action)?;
    let now = work.ctx().now();
    if !rows::advance(&work.tx, run.id, from.as_str(), edge.to.as_str(), now).await? {
        let detail = "Somebody else moved this run just now; reload it.";
        return Err(Refusal::rule(Kind::InvalidTransition, "invalid_transition", detail).into());
    }
    edge.to.as_str().clone_into(&mut run.status);
    match edge.to {
        RunStatus::Final => run.finalised_at = Some(now),
        _ => run.published_at = Some(now),
    }
    Ok(run)
}

/// One number for everybody who passed: each county counts by itself, by trainee number.
async fn numbers(work: &Work<'_>, run: &Run) -> Result<Vec<(Uuid, String)>> {
    let (project, _) = projects::find(work, run.project_id).await?;
    let year = u32::try_from(work.ctx().now().year()).map_err(Error::fault)?;
    let code = plain(&project.code);
    let mut sequences: HashMap<String, u32> = HashMap::new();
    let mut numbered = vec![];
    for (enrollment, region) in rows::passed(work, run.id).await? {
        let region = plain(&region);
        let sequence = sequences.entry(region.clone()).or_default();
        *sequence = sequence.saturating_add(1);
        let number = number(&code, &region, year, *sequence).ok_or_else(|| {
            let detail = "The codes of project and county must have letters A-Z or digits, and a \
                          county has 99999 numbers a year.";
            Refusal::rule(Kind::CapacityExceeded, "certificate_numbers_exhausted", detail)
        })?;
        numbered.push((enrollment, number));
    }
    Ok(numbered)
}

/// A code without the signs that a certificate number has no place for.
fn plain(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).collect()
}

fn record(work: &Work<'_>, run: &Run, action: &'static str, target: &Target, issued: usize) {
    let event = Event::new(action, "qualification_run", run.id).at(target);
    work.record(event.after(&(&run.status, &run.digest)).with("certificates", issued));
}
