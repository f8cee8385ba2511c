use std::collections::HashMap;

use domain::{
    Hundredths,
    access::Rule,
    policy::PolicySet,
    qualification::{Evidence, RunStatus},
};
use store::{
    bulk::project::lock,
    grades,
    qualifications::{self as rows, Run},
};
use uuid::Uuid;

use super::{
    gate::Gate,
    judge::judge,
    read::{Seen, seen},
};
use crate::{Error, Event, Result, Unit, Work, projects};

/// Judges everybody who counts by the policy in force; an earlier provisional run gives its
/// place. The same evidence under the same policy gives the same digest, whoever runs it and
/// whenever.
pub async fn start(work: &Work<'_>, project: Uuid) -> Result<Seen> {
    let (_, target) = projects::find(work, project).await?;
    work.may(Rule::Q01Run, &target)?;
    lock(&work.tx, project).await?;
    let (policy_id, policy) = policy(work, project).await?;
    let previous = rows::newest_run(work, project).await?;
    let evidence = collect(work, project).await?;
    let mut run = Run {
        id: work.ctx().new_id(),
        project_id: project,
        number: previous.as_ref().map_or(0, |run| run.number).saturating_add(1),
        policy_id,
        status: RunStatus::Provisional.to_string(),
        digest: vec![],
        counts: String::new(),
        created_by: Some(work.ctx().actor.id),
        created_at: work.ctx().now(),
        published_at: None,
        finalised_at: None,
    };
    let before = match &previous {
        Some(run) => rows::outcomes(work, run.id).await?,
        None => HashMap::new(),
    };
    rows::insert_run(&work.tx, &run).await?;
    let previous = previous.map(|run| run.id);
    let (figures, digest) = judge(work, run.id, previous, before, &evidence, &policy).await?;
    run.digest = digest;
    run.counts = serde_json::to_string(&figures).map_err(Error::fault)?;
    rows::seal_run(&work.tx, &run).await?;
    rows::supersede(&work.tx, project, run.id, RunStatus::Provisional.as_str()).await?;
    let event = Event::new("qualification.run", "qualification_run", run.id).at(&target);
    work.record(event.after(&run.digest).with("total", figures.total));
    seen(work, &Gate::of(work, project).await?, run, &target)
}

/// What is known of everybody in the denominator, class by class, in an order that hangs on
/// nothing but the evidence.
async fn collect(unit: &impl Unit, project: Uuid) -> Result<Vec<Evidence>> {
    let works = grades::works_of_project(unit, project).await?;
    let (mut all, mut after) = (vec![], None);
    loop {
        let page = rows::evidence(unit, project, after).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        all.extend(page.into_iter().map(|row| Evidence {
            enrollment: row.id,
            trainee_no: row.trainee_no,
            class: row.class_id,
            credited_hours: Hundredths::new(row.credited_hours),
            online: row.online_score.map(Hundredths::new),
            offline: row.offline_score.map(Hundredths::new),
            homework_submitted: handed_in(works.get(&row.id).copied()),
            integrity_case_open: false,
        }));
    }
    all.sort_unstable_by(|one, other| {
        (one.class, &one.trainee_no, one.enrollment).cmp(&(
            other.class,
            &other.trainee_no,
            other.enrollment,
        ))
    });
    Ok(all)
}

pub(super) fn handed_in(works: Option<i64>) -> u32 {
    works.and_then(|count| u32::try_from(count).ok()).unwrap_or_default()
}

/// The version of the policy in force; where a project has none yet, the preset becomes its
/// first, since a run names the version it was made by.
async fn policy(work: &Work<'_>, project: Uuid) -> Result<(Uuid, PolicySet)> {
    if let Some(newest) = store::projects::policies(work, project).await?.into_iter().next() {
        return Ok((newest.id, serde_json::from_str(&newest.body).map_err(Error::fault)?));
    }
    let (ctx, preset) = (work.ctx(), PolicySet::preset());
    let first = store::projects::Policy {
        id: ctx.new_id(),
        project_id: project,
        number: 1,
        effective_on: ctx.now().date_naive(),
        body: serde_json::to_string(&preset).map_err(Error::fault)?,
        note: "preset".to_owned(),
        created_by: Some(ctx.actor.id),
        created_at: ctx.now(),
    };
    let id = first.id;
    store::projects::insert_policy(&work.tx, first).await?;
    Ok((id, preset))
}
