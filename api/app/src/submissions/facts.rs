use domain::{
    Hundredths, Refusal,
    homework::{ExpertVerdict, Facts, Guard, QuotaStep, Rung, settle_marks},
    policy::PolicySet,
};
use store::{history, homework, quotas, recommendations::Recommendation};

use super::{Content, Found, access};
use crate::{Result, Unit, homework::takes, projects};

/// A quota as it stands for a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meter {
    pub step: QuotaStep,
    pub submitted: u32,
    pub allowed: u32,
    pub used: u32,
}

impl Meter {
    #[must_use]
    pub fn left(&self) -> u32 {
        self.allowed.saturating_sub(self.used)
    }
}

/// What guards are asked about, with the policy they are held against.
pub(crate) struct Ground {
    pub task: Option<homework::Task>,
    pub policy: PolicySet,
}

impl Ground {
    pub async fn of(unit: &impl Unit, found: &Found) -> Result<Self> {
        let task = match found.row.task_id {
            Some(id) => homework::find(unit, id).await?,
            None => None,
        };
        Ok(Self { task, policy: projects::policy_of(unit, found.row.project_id).await? })
    }

    /// A work outside of any task is marked out of 100.
    pub fn max_score(&self) -> Hundredths {
        self.task.as_ref().map_or(Hundredths::whole(100), |task| Hundredths::new(task.max_score))
    }
}

/// Asks the database what the guards want to know; `facts` holds what the request itself says.
pub(crate) async fn gather(
    unit: &impl Unit,
    found: &Found,
    ground: &Ground,
    guards: &[Guard],
    mut facts: Facts,
) -> Result<Facts> {
    let (row, me) = (&found.row, unit.ctx().actor.id);
    facts.max_score = ground.max_score();
    for guard in guards {
        match guard {
            Guard::TaskOpen => {
                let returned = row.latest_version > 0;
                let open = |task| takes(task, unit.ctx().now());
                facts.task_open = returned || ground.task.as_ref().is_none_or(open);
            }
            Guard::ContentGiven => {
                let draft = found.draft(unit).await?;
                facts.has_content = draft.is_some_and(|text| Content::read(text).is_something());
            }
            Guard::RoundOpen => {
                facts.round_open = found.open_round(unit).await?.is_some();
            }
            Guard::RoundsLeft => facts.returned = returned(unit, found).await?,
            Guard::NotYetRecommended | Guard::OwnRecommendation => {
                let own = |(one, _): &(Recommendation, String)| {
                    one.recommender_id == me
                        && one.rung == Rung::School.as_str()
                        && one.cancelled_at.is_none()
                };
                facts.recommended_by_actor = found.voices(unit).await?.iter().any(own);
            }
            Guard::ScoreReached => facts.score = row.score.map(Hundredths::new),
            Guard::QuotaLeft => {
                let meter = meter(unit, found, &ground.policy).await?;
                facts.quota_left = meter.map(|meter| meter.left());
            }
            Guard::AuthorConsents => facts.author_consents = row.consent,
            Guard::OutsideExpert => {
                facts.outside_expert = !access::of_school(&unit.ctx().actor, row.school_id);
            }
            Guard::Impartial => facts.impartial = !found.involved(unit).await?.contains(&me),
            Guard::MarksSettled => facts.marks_settled = settled(unit, found, ground).await?,
            _ => {}
        }
    }
    Ok(facts)
}

/// The quota that the work meets next, as it stands now.
pub(crate) async fn meter(
    unit: &impl Unit,
    found: &Found,
    policy: &PolicySet,
) -> Result<Option<Meter>> {
    let Some(step) = QuotaStep::next(found.state.rung) else { return Ok(None) };
    if quotas::unit_of(step, &found.row).is_none() {
        return Ok(None);
    }
    let count = async || {
        let (submitted, used) = quotas::used(unit, step, &found.row).await?;
        Ok(Some(measure(step, submitted, used, policy)))
    };
    found.meter(count).await
}

pub(crate) fn measure(step: QuotaStep, submitted: i64, used: i64, policy: &PolicySet) -> Meter {
    let number = |count: i64| u32::try_from(count).unwrap_or_default();
    let submitted = number(submitted);
    let allowed = step.allowed(&policy.quotas, submitted);
    Meter { step, submitted, allowed, used: number(used) }
}

/// How often the work was returned on its first rung.
async fn returned(unit: &impl Unit, found: &Found) -> Result<u32> {
    let steps = history::list(unit, "submission", found.row.id).await?;
    let back = |step: &history::Step| step.action == "return" && step.from.starts_with("personal/");
    Ok(u32::try_from(steps.iter().filter(|(step, _)| back(step)).count()).unwrap_or(u32::MAX))
}

async fn settled(unit: &impl Unit, found: &Found, ground: &Ground) -> Result<bool> {
    let given = found.experts(unit).await?;
    let marks: Vec<_> =
        given.iter().filter_map(|(one, _)| one.score.map(Hundredths::new)).collect();
    let verdict = settle_marks(&marks, ground.policy.homework.expert_difference);
    Ok(matches!(verdict, ExpertVerdict::Mean(_)))
}

/// Experts may be kept from works of their own school from the region up (H2).
pub(crate) fn own_school(unit: &impl Unit, found: &Found, policy: &PolicySet) -> Result<()> {
    let climbs = matches!(found.state.rung, Rung::Regional | Rung::Exhibition);
    let own = access::of_school(&unit.ctx().actor, found.row.school_id);
    if climbs && own && !policy.homework.own_school_allowed {
        let detail = "The policy lets nobody decide on works of the own school from here up.";
        return Err(Refusal::rule(domain::Kind::SelfDealing, "own_school", detail).into());
    }
    Ok(())
}
