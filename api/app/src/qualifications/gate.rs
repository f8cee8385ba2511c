use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Kind, Refusal,
    access::{Rule, Target},
    qualification::{RunAction, RunStatus, final_from},
};
use store::qualifications::{self as rows, Run};
use uuid::Uuid;

use crate::{Result, Unit, projects, reports::in_beijing};

/// What besides the matrix decides whether a run of a project moves on.
pub(super) struct Gate {
    /// The runs that no other took the place of, newest first.
    standing: Vec<Run>,
    /// The working days of appeal of each version of the policy.
    appeal_days: HashMap<Uuid, u32>,
    today: NaiveDate,
}

impl Gate {
    /// Reads what stands in a project; two queries however many runs there are.
    pub(super) async fn of(unit: &impl Unit, project: Uuid) -> Result<Self> {
        let standing = rows::standing_runs(unit, project).await?;
        let mut appeal_days = HashMap::new();
        if standing.iter().any(|run| run.status == RunStatus::Published.as_str()) {
            for policy in store::projects::policies(unit, project).await? {
                let days = projects::policy_from(Some(policy.body))?.appeal_days;
                appeal_days.insert(policy.id, days);
            }
        }
        let today = in_beijing(unit.ctx().now()).date_naive();
        Ok(Self { standing, appeal_days, today })
    }

    /// The runs that no other took the place of, newest first.
    pub(super) fn standing(&self) -> &[Run] {
        &self.standing
    }

    /// The first day on which a published run can be made final.
    pub(super) fn final_from(&self, run: &Run) -> Option<NaiveDate> {
        let published = RunStatus::parse(&run.status).filter(|at| *at == RunStatus::Published);
        let at = published.and(run.published_at)?;
        let days = self.appeal_days.get(&run.policy_id).copied().unwrap_or_default();
        Some(final_from(in_beijing(at).date_naive(), days))
    }

    /// Whether the caller may take a step: by the matrix, nobody signs the own run (S5), a
    /// project has one final run, a published one waits for the days of appeal, and none becomes
    /// final while a newer one says something else.
    pub(super) fn permit(
        &self,
        unit: &impl Unit,
        run: &Run,
        (action, rule): (RunAction, Rule),
        target: &Target,
    ) -> Result<(), Refusal> {
        let actor = &unit.ctx().actor;
        actor.may_seeing(rule, Rule::Q02Read, target)?;
        if run.created_by == Some(actor.id) {
            let detail = match action {
                RunAction::Finalise => "You started this run; somebody else has to finish it.",
                _ => "You started this run; somebody else has to confirm it.",
            };
            return Err(Refusal::rule(Kind::FourEyesRequired, "second_person_required", detail));
        }
        let mut others = self.standing.iter().filter(|other| other.id != run.id);
        if others.clone().any(|other| other.status == RunStatus::Final.as_str()) {
            let detail = "The project has a final run already; its certificates are out.";
            return Err(Refusal::rule(Kind::InvalidTransition, "already_final", detail));
        }
        let waiting = RunStatus::parse(&run.status) == Some(RunStatus::Published);
        if action != RunAction::Finalise || !waiting {
            return Ok(());
        }
        let newer = |other: &&Run| other.number > run.number && other.digest != run.digest;
        if let Some(newer) = others.find(newer) {
            let detail = format!(
                "Run {} is newer and comes to something else; have the county confirm it, so that \
                 it takes the place of this one.",
                newer.number
            );
            return Err(Refusal::rule(Kind::InvalidTransition, "newer_run_waits", detail));
        }
        match self.final_from(run) {
            Some(day) if self.today < day => {
                let detail = format!(
                    "The results can be appealed against until then: make the run final from \
                     {day} on."
                );
                Err(Refusal::rule(Kind::InvalidTransition, "appeal_days_run", detail))
            }
            _ => Ok(()),
        }
    }
}
