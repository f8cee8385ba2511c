use chrono::NaiveDate;
use domain::{
    Hundredths, Refusal,
    access::{Reach, Rule, Target},
    machine::{self, AllowedAction, By},
    qualification::{Evidence, Qualification, RUN_EDGES, RunAction, RunStatus, qualify},
};
use store::{
    Cut, Window,
    qualifications::{self as rows, Filter, Run, Shown},
};
use uuid::Uuid;

use super::{
    Figures,
    gate::Gate,
    ground::{Ground, ground},
    start::handed_in,
};
use crate::{Error, Result, Unit, grades, projects};

/// The figures kept with a run.
pub fn figures(run: &Run) -> Result<Figures> {
    serde_json::from_str(&run.counts).map_err(Error::fault)
}

/// What the caller reaches of a run. Trainees and leaders wait for the publication: of a run
/// that is not public they reach nothing.
fn reach(unit: &impl Unit, project: Uuid, public: bool) -> Reach {
    let mut reach = unit.ctx().actor.reach(Rule::Q02Read, project);
    if !public {
        reach.person = None;
        reach.workshops.clear();
    }
    reach
}

fn is_public(run: &Run) -> bool {
    RunStatus::parse(&run.status).is_some_and(RunStatus::is_public)
}

/// A page of runs; with the first one, what a new run would read.
#[derive(Debug, Clone)]
pub struct Listed {
    pub cut: Cut<Seen>,
    pub ground: Option<Ground>,
}

/// The runs of a project that the caller may see, newest first.
pub async fn list(unit: &impl Unit, project: Uuid, window: &Window) -> Result<Listed> {
    let (_, target) = projects::find(unit, project).await?;
    if reach(unit, project, true).is_empty() {
        return Err(Refusal::forbidden().into());
    }
    let public = reach(unit, project, false).is_empty();
    let cut = rows::list_runs(unit, project, public, window).await?;
    let gate = Gate::of(unit, project).await?;
    let items: Result<Vec<_>> =
        cut.items.into_iter().map(|run| seen(unit, &gate, run, &target)).collect();
    let ground = match window.after {
        None => ground(unit, project, &target).await?,
        Some(_) => None,
    };
    Ok(Listed { cut: Cut { items: items?, more: cut.more }, ground })
}

pub(super) async fn find(unit: &impl Unit, id: Uuid) -> Result<(Run, Target)> {
    let run = rows::find_run(unit, id).await?.ok_or_else(Refusal::not_found)?;
    let (_, target) = projects::find(unit, run.project_id).await?;
    if reach(unit, run.project_id, is_public(&run)).is_empty() {
        return Err(Refusal::not_found().into());
    }
    Ok((run, target))
}

/// A run as the caller sees it.
#[derive(Debug, Clone)]
pub struct Seen {
    pub run: Run,
    pub actions: Vec<AllowedAction>,
    /// The first day on which it can be made final, by the county's clock; of a published run.
    pub final_from: Option<NaiveDate>,
}

pub(super) fn seen(unit: &impl Unit, gate: &Gate, run: Run, target: &Target) -> Result<Seen> {
    let status = RunStatus::parse(&run.status).ok_or_else(|| Error::fault("an unknown run"))?;
    let actions = machine::allowed_actions(RUN_EDGES, status, |edge| {
        let By::Rule(rule) = edge.by else { return Err(Refusal::forbidden()) };
        gate.permit(unit, &run, (edge.action, rule), target)
    });
    let final_from = gate.final_from(&run);
    Ok(Seen { run, actions, final_from })
}

pub async fn show(unit: &impl Unit, id: Uuid) -> Result<Seen> {
    let (run, target) = find(unit, id).await?;
    let gate = Gate::of(unit, run.project_id).await?;
    seen(unit, &gate, run, &target)
}

/// How many runs the caller could make final today.
pub async fn to_finalise(unit: &impl Unit, project: Uuid, target: &Target) -> Result<i64> {
    let gate = Gate::of(unit, project).await?;
    let may = |run: &&Run| {
        let step = (RunAction::Finalise, Rule::Q01Finalise);
        run.status == RunStatus::Published.as_str() && gate.permit(unit, run, step, target).is_ok()
    };
    Ok(i64::try_from(gate.standing().iter().filter(may).count()).unwrap_or(i64::MAX))
}

/// A page of results; how many there are in all is counted for the first page only.
#[derive(Debug, Clone)]
pub struct Results {
    pub cut: Cut<Shown>,
    pub total: Option<i64>,
}

/// The results of a run, as far as the caller reaches.
pub async fn results(
    unit: &impl Unit,
    id: Uuid,
    filter: &Filter,
    window: &Window,
) -> Result<Results> {
    let (run, _) = find(unit, id).await?;
    let reach = reach(unit, run.project_id, is_public(&run));
    let cut = rows::list_results(unit, id, &reach, filter, window).await?;
    let total = match window.after {
        None => Some(rows::count_results(unit, id, &reach, filter).await?),
        Some(_) => None,
    };
    Ok(Results { cut, total })
}

/// How somebody stands.
#[derive(Debug, Clone)]
pub enum Standing {
    /// The newest result that the caller may see, with its run.
    Judged(Box<Shown>, Box<Run>),
    /// No result yet: what the evidence of this moment would come to.
    Preview(Box<grades::Member>, Box<Qualification>),
}

/// How somebody stands, and the number of the policy that it was judged by.
#[derive(Debug, Clone)]
pub struct Judgement {
    pub standing: Standing,
    /// 0 where the preset is in force.
    pub policy_number: i64,
}

/// Somebody's newest result with its run. Before there is one, or before it is public for
/// those who wait, the conditions are held against the evidence of now, without any verdict.
pub async fn standing(unit: &impl Unit, enrollment: Uuid) -> Result<Judgement> {
    let (member, target) = grades::member(unit, enrollment).await?;
    let pass = unit.may_read(Rule::Q02Read, &target)?;
    let found = rows::result_of(unit, enrollment, grades::waits(pass.scope)).await?;
    let policies = store::projects::policies(unit, member.project_id).await?;
    if let Some((shown, run)) = found {
        let by = policies.iter().find(|policy| policy.id == run.policy_id);
        let policy_number = by.map_or(0, |policy| policy.number);
        let standing = Standing::Judged(Box::new(shown), Box::new(run));
        return Ok(Judgement { standing, policy_number });
    }
    let policy = projects::policy_of(unit, member.project_id).await?;
    let evidence = Evidence {
        enrollment,
        trainee_no: member.trainee_no.clone(),
        class: member.class_id,
        credited_hours: Hundredths::new(member.credited_hours),
        online: member.online_score.map(Hundredths::new),
        offline: member.offline_score.map(Hundredths::new),
        homework_submitted: handed_in(Some(member.works)),
        integrity_case_open: false,
    };
    let preview = qualify(&evidence, &policy);
    let policy_number = policies.first().map_or(0, |policy| policy.number);
    let standing = Standing::Preview(Box::new(member), Box::new(preview));
    Ok(Judgement { standing, policy_number })
}
