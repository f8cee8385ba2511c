//! Comments, marks and returns (F27): each refers to one version, and the author reads it.

use domain::{
    Hundredths, Kind, Refusal,
    access::{Role, Rule},
    homework::{CriterionMark, Facts, HomeworkAction, mark},
};
use store::reviews as rows;
pub use store::reviews::Review;
use uuid::Uuid;

use crate::{
    Error, Event, Result, Unit, Work,
    homework::rubric_of,
    submissions::{Found, Given, decide, find, may_decide, note},
};

/// What a reviewer says of a version.
#[derive(Debug, Clone)]
pub struct Wish {
    pub version: i32,
    pub criteria: Vec<CriterionMark>,
    pub score: Option<Hundredths>,
    pub comment: String,
}

/// Reviews a work. A leader's score is the effective one until an expert marks the same
/// version; a comment alone moves nothing.
pub async fn create(work: &Work<'_>, id: Uuid, wish: Wish) -> Result<(Review, i64)> {
    let found = find(work, id).await?;
    if wish.version != found.row.latest_version {
        may_decide(work, Rule::W05Review, &found).await?;
        let detail = format!("Version {} was handed in meanwhile.", found.row.latest_version);
        return Err(Refusal::rule(Kind::PreconditionFailed, "version_outdated", detail).into());
    }
    let task = match found.row.task_id {
        Some(id) => store::homework::find(work, id).await?,
        None => None,
    };
    let rubric = task.as_ref().map(rubric_of).unwrap_or_default();
    let verdict = mark(&rubric, &wish.criteria, wish.score);
    // Who may not review at all hears that before anything about the marks.
    let role = may_decide(work, Rule::W05Review, &found).await?;
    let score = verdict?;
    let version = match score {
        None => comment(work, &found, role).await?,
        Some(score) => give(work, &found, score, role).await?,
    };
    let review = Review {
        id: work.ctx().new_id(),
        submission_id: id,
        version_number: wish.version,
        reviewer_id: work.ctx().actor.id,
        role: role.as_str().to_owned(),
        score: score.map(Hundredths::get),
        criteria: serde_json::to_string(&wish.criteria).map_err(Error::fault)?,
        comment: wish.comment,
        created_at: work.ctx().now(),
    };
    rows::insert(&work.tx, review.clone()).await?;
    Ok((review, version))
}

async fn comment(work: &Work<'_>, found: &Found, role: Role) -> Result<i64> {
    if !found.state.counts() {
        let detail = "The work takes no part any more.";
        return Err(Refusal::rule(Kind::InvalidTransition, "invalid_transition", detail).into());
    }
    note(work, found, "comment", found.state, None, role).await?;
    work.record(Event::new("submission.comment", "submission", found.row.id).at(&found.target));
    Ok(found.row.version)
}

async fn give(work: &Work<'_>, found: &Found, score: Hundredths, role: Role) -> Result<i64> {
    let (id, version) = (found.row.id, found.row.latest_version);
    let expert = role == Role::SubjectExpert;
    let overruled = !expert && rows::has_expert_score(work, id, version).await?;
    let given = Given {
        facts: Facts { score: Some(score), ..Facts::default() },
        score: Some(score).filter(|_| !overruled),
        ..Given::default()
    };
    Ok(decide(work, found, HomeworkAction::Review, given).await?.row.version)
}
