use std::collections::HashSet;

use domain::{
    Kind, Refusal,
    access::{Actor, Role, Rule, Target},
    homework::{HomeworkState, HomeworkStatus, Rung},
};
use store::{
    exhibitions::{self, ExpertReview},
    recommendations::{self, Recommendation, Round},
    reviews::{self, Review},
    submissions as rows,
};
use tokio::sync::OnceCell;
use uuid::Uuid;

use super::{Meter, Submission, versions::read_contributors};
use crate::{Error, Result, Unit};

/// A work that the caller may see.
pub struct Found {
    pub row: Submission,
    pub target: Target,
    pub state: HomeworkState,
    known: Known,
}

/// What was asked about the work already: rules, guards and views want the same things, and one
/// request asks for each but once.
#[derive(Default)]
struct Known {
    rounds: OnceCell<Vec<Round>>,
    voices: OnceCell<Vec<(Recommendation, String)>>,
    experts: OnceCell<Vec<(ExpertReview, String)>>,
    authors: OnceCell<Vec<Uuid>>,
    guided: OnceCell<bool>,
    reviews: OnceCell<Vec<(Review, String)>>,
    draft: OnceCell<Option<String>>,
    meter: OnceCell<Option<Meter>>,
}

impl Found {
    pub(crate) fn of(row: Submission) -> Result<Self> {
        let (target, state) = (target_of(&row), state_of(&row)?);
        Ok(Self { row, target, state, known: Known::default() })
    }

    /// Its polishing rounds, oldest first.
    pub(super) async fn rounds(&self, unit: &impl Unit) -> Result<&[Round]> {
        let ask = || async { Ok::<_, Error>(recommendations::rounds(unit, self.row.id).await?) };
        Ok(self.known.rounds.get_or_try_init(ask).await?)
    }

    /// The polishing round that is open now.
    pub(super) async fn open_round(&self, unit: &impl Unit) -> Result<Option<&Round>> {
        let rounds = self.rounds(unit).await?;
        Ok(rounds.iter().rev().find(|round| round.closed_at.is_none()))
    }

    /// Its recommendations, cancelled ones too, with names, oldest first.
    pub(super) async fn voices(&self, unit: &impl Unit) -> Result<&[(Recommendation, String)]> {
        let ask = || async { Ok::<_, Error>(recommendations::list(unit, self.row.id).await?) };
        Ok(self.known.voices.get_or_try_init(ask).await?)
    }

    /// Who was called to judge it, with names.
    pub(super) async fn experts(&self, unit: &impl Unit) -> Result<&[(ExpertReview, String)]> {
        let ask = || async { Ok::<_, Error>(exhibitions::of_work(unit, self.row.id).await?) };
        Ok(self.known.experts.get_or_try_init(ask).await?)
    }

    /// What was said and marked of it, with names, oldest first.
    pub(super) async fn reviews(&self, unit: &impl Unit) -> Result<&[(Review, String)]> {
        let ask = || async { Ok::<_, Error>(reviews::list(unit, self.row.id).await?) };
        Ok(self.known.reviews.get_or_try_init(ask).await?)
    }

    /// Those who had a part in bringing it where it is, and so do not judge it blind: they
    /// recommended it, even if they took that back, or reviewed it, or polished it.
    pub(crate) async fn involved(&self, unit: &impl Unit) -> Result<HashSet<Uuid>> {
        let voices = self.voices(unit).await?.iter().map(|(voice, _)| voice.recommender_id);
        let reviews = self.reviews(unit).await?.iter().map(|(review, _)| review.reviewer_id);
        let teams = self.rounds(unit).await?.iter().flat_map(|round| team_of(&round.team));
        Ok(voices.chain(reviews).chain(teams).collect())
    }

    /// What is being written on it.
    pub(super) async fn draft(&self, unit: &impl Unit) -> Result<Option<&str>> {
        let ask = || async { Ok::<_, Error>(rows::find_draft(unit, self.row.id).await?) };
        Ok(self.known.draft.get_or_try_init(ask).await?.as_deref())
    }

    /// A quota, as `ask` finds it the first time.
    pub(super) async fn meter(
        &self,
        ask: impl AsyncFnOnce() -> Result<Option<Meter>>,
    ) -> Result<Option<Meter>> {
        Ok(*self.known.meter.get_or_try_init(|| ask()).await?)
    }

    /// The people whom its newest version names as authors.
    async fn authors(&self, unit: &impl Unit) -> Result<&[Uuid]> {
        let ask = || async {
            let (id, number) = (self.row.id, self.row.latest_version);
            let named = rows::contributors(unit, id, number).await?.unwrap_or_default();
            let authors = read_contributors(&named).into_iter();
            let authors = authors.filter(|one| one.credit.makes_author());
            Ok::<_, Error>(authors.map(|one| one.person_id).collect())
        };
        Ok(self.known.authors.get_or_try_init(ask).await?)
    }

    /// Whether anybody is there to guide it.
    async fn is_guided(&self, unit: &impl Unit) -> Result<bool> {
        let now = unit.ctx().now();
        let ask = || async {
            let guides = exhibitions::guides(unit, &self.row, now).await?;
            Ok::<_, Error>(!guides.is_empty())
        };
        Ok(*self.known.guided.get_or_try_init(ask).await?)
    }
}

/// The work's place in the matrix.
pub(crate) fn target_of(row: &Submission) -> Target {
    Target {
        project: Some(row.project_id),
        county: Some(row.county_id),
        school: Some(row.school_id),
        class: row.class_id,
        workshop: row.workshop_id,
        subject: Some(row.subject.clone()),
        owner: Some(row.person_id),
        ..Target::default()
    }
}

pub(crate) fn state_of(row: &Submission) -> Result<HomeworkState> {
    let corrupt = |column, value: &str| {
        let value = value.to_owned();
        Error::Store(store::Error::Corrupt { table: "submissions", column, value })
    };
    let rung = Rung::parse(&row.rung).ok_or_else(|| corrupt("rung", &row.rung))?;
    let status =
        HomeworkStatus::parse(&row.status).ok_or_else(|| corrupt("status", &row.status))?;
    Ok(HomeworkState::new(rung, status))
}

/// A work, if the caller may read it: its author, those who reach it by the matrix, and whoever
/// is asked to polish it. A draft that was never handed in is its author's alone, and experts
/// do not meet the exhibits they judge anywhere but among their reviews (S4).
pub async fn find(unit: &impl Unit, id: Uuid) -> Result<Found> {
    let row = rows::find(unit, id).await?.ok_or_else(Refusal::not_found)?;
    let found = Found::of(row)?;
    let actor = &unit.ctx().actor;
    let own = found.row.person_id == actor.id;
    if !own && found.row.latest_version == 0 {
        return Err(Refusal::not_found().into());
    }
    if let Err(refusal) = unit.may_read(Rule::W03Read, &found.target) {
        if !polishes(unit, &found).await? {
            return Err(refusal);
        }
        unit.acted_as(Role::Trainee);
    }
    let judged = found.state == HomeworkState::new(Rung::Exhibition, HomeworkStatus::UnderReview)
        && actor.has_role(Role::SubjectExpert);
    if judged && exhibitions::judges(unit, id, actor.id).await? {
        return Err(Refusal::not_found().into());
    }
    Ok(found)
}

/// Whether the caller is of the team that polishes the work now.
pub(crate) async fn polishes(unit: &impl Unit, found: &Found) -> Result<bool> {
    if found.state.rung != Rung::School {
        return Ok(false);
    }
    let me = unit.ctx().actor.id;
    let round = found.open_round(unit).await?;
    Ok(round.is_some_and(|round| team_of(&round.team).contains(&me)))
}

pub(crate) fn team_of(json: &str) -> Vec<Uuid> {
    serde_json::from_str(json).unwrap_or_default()
}

/// Whether a rule lets the caller decide on the work, and in which role. Nobody decides on a
/// work that names them as an author (S1). Where nobody is left to guide a work, since the only
/// leader wrote it, the step falls to the subject's expert and then to the school (S2).
pub(crate) async fn may_decide(unit: &impl Unit, rule: Rule, found: &Found) -> Result<Role> {
    let role = match unit.may(rule, &found.target) {
        Ok(pass) => pass.role,
        Err(Error::Refused(refusal)) if refusal.kind == Kind::Forbidden && falls(rule) => {
            let Ok(pass) = unit.ctx().actor.may(Rule::W07Push, &found.target) else {
                return Err(refusal.into());
            };
            if found.is_guided(unit).await? {
                return Err(refusal.into());
            }
            unit.acted_as(pass.role);
            pass.role
        }
        Err(other) => return Err(other),
    };
    if wrote(unit, found).await? {
        let detail = "You are named among this work's authors; nobody decides on their own work.";
        return Err(Refusal::new(Kind::SelfDealing, detail).into());
    }
    Ok(role)
}

fn falls(rule: Rule) -> bool {
    matches!(rule, Rule::W04Return | Rule::W05Review | Rule::W06Recommend)
}

async fn wrote(unit: &impl Unit, found: &Found) -> Result<bool> {
    let me = unit.ctx().actor.id;
    if found.row.latest_version == 0 {
        return Ok(false);
    }
    Ok(found.authors(unit).await?.contains(&me))
}

/// Whether somebody belongs to a school, as a trainee there or by a role over it.
pub(crate) fn of_school(actor: &Actor, school: Uuid) -> bool {
    actor.memberships.iter().any(|place| place.school == school)
        || actor.appointments.iter().any(|held| held.scope == Some(school))
}

/// Whether the caller belongs to the work's school.
pub(crate) fn belongs_to_school(unit: &impl Unit, found: &Found) -> bool {
    of_school(&unit.ctx().actor, found.row.school_id)
}
