use domain::{
    Hundredths,
    access::Rule,
    homework::{HomeworkState, HomeworkStatus, Rung},
    machine::AllowedAction,
};
use store::{
    exhibitions::ExpertReview,
    history as steps,
    recommendations::{Recommendation, Round},
    reviews::Review,
    submissions as rows,
    submissions::{Meta, Names},
};
use uuid::Uuid;

use super::{Content, Found, Meter, access, facts, facts::Ground, find, moves};
use crate::{Result, Unit};

/// A recommendation with the name behind it, and whether the work changed since it was given.
pub struct Voice {
    pub row: Recommendation,
    pub name: String,
    pub changed_since: bool,
}

/// A work with everything around it.
pub struct Whole {
    pub found: Found,
    pub names: Names,
    /// What the author, or the team that polishes, is writing now.
    pub draft: Option<Content>,
    pub versions: Vec<Meta>,
    pub reviews: Vec<(Review, String)>,
    pub voices: Vec<Voice>,
    pub rounds: Vec<Round>,
    /// For the project team only.
    pub experts: Vec<(ExpertReview, String)>,
    /// The mean of the experts' marks, once they agree.
    pub expert_score: Option<Hundredths>,
    pub meter: Option<Meter>,
    pub actions: Vec<AllowedAction>,
}

/// A work with all that the caller may know of it.
pub async fn show(unit: &impl Unit, id: Uuid) -> Result<Whole> {
    let found = find(unit, id).await?;
    let ground = Ground::of(unit, &found).await?;
    let own = found.row.person_id == unit.ctx().actor.id;
    let writes = own || access::polishes(unit, &found).await?;
    let draft = if writes { found.draft(unit).await?.map(Content::read) } else { None };
    let versions = rows::versions_meta(unit, id).await?;
    let latest = versions.last().map(|(_, _, _, at, _)| *at);
    let voices = found.voices(unit).await?.iter().cloned().map(|(row, name)| Voice {
        changed_since: latest.is_some_and(|at| at > row.created_at),
        row,
        name,
    });
    let voices = voices.collect();
    let exhibited = matches!(found.state.rung, Rung::Exhibition | Rung::Library);
    let assigns = unit.ctx().actor.may(Rule::W09Assign, &found.target).is_ok();
    let experts =
        if exhibited && assigns && !own { found.experts(unit).await?.to_vec() } else { vec![] };
    let climbs = found.state.rung == Rung::School;
    let rounds = if climbs || exhibited { found.rounds(unit).await?.to_vec() } else { vec![] };
    let expert_score = if is_judged(found.state) { mean(&found, unit).await? } else { None };
    Ok(Whole {
        expert_score,
        names: rows::names(unit, id).await?.unwrap_or_default(),
        draft,
        reviews: found.reviews(unit).await?.to_vec(),
        voices,
        rounds,
        meter: facts::meter(unit, &found, &ground.policy).await?,
        actions: moves::allowed(unit, &found, &ground).await?,
        versions,
        experts,
        found,
    })
}

/// Whether the experts are done with it and agree.
fn is_judged(state: HomeworkState) -> bool {
    let up = matches!(state.rung, Rung::Exhibition | Rung::Library);
    up && state.status == HomeworkStatus::Accepted
}

async fn mean(found: &Found, unit: &impl Unit) -> Result<Option<Hundredths>> {
    let given = found.experts(unit).await?.iter();
    let marks: Vec<_> = given.filter_map(|(one, _)| one.score.map(Hundredths::new)).collect();
    Ok(Hundredths::mean(&marks))
}

/// Everything that became of a work, oldest first, with names. Who the experts of an exhibition
/// are stays with those who called them.
pub async fn history(unit: &impl Unit, id: Uuid) -> Result<Vec<(steps::Step, Option<String>)>> {
    let found = find(unit, id).await?;
    let own = found.row.person_id == unit.ctx().actor.id;
    let open = !own && unit.ctx().actor.may(Rule::W09Assign, &found.target).is_ok();
    let mut all = steps::list(unit, "submission", id).await?;
    for (step, name) in &mut all {
        let blind = matches!(step.action.as_str(), "review_exhibit" | "settle");
        if blind && !open {
            *name = None;
            step.actor = Uuid::nil();
        }
        if step.action == "settle" {
            *name = None;
        }
    }
    Ok(all)
}
