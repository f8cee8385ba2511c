//! Exhibits and their blind judges (F32), and what goes on to the library (F34).

use domain::{
    Hundredths, Kind, Refusal,
    access::{Role, Rule},
    homework::{
        self, CONFLICT, ExpertVerdict, Facts, HomeworkAction, HomeworkState, HomeworkStatus,
        ResourceLevel, Rung, judges_needed, settle_marks,
    },
};
pub use store::exhibitions::{Candidate, ExpertReview, Resource};
use store::{Cut, Window, exhibitions as rows, submissions as works};
use uuid::Uuid;

use crate::{
    Error, Result, Unit, Work, projects,
    submissions::{
        Contributor, File, Found, Given, Moved, Submission, Version, contributors_of, decide,
        files_of, find, place,
    },
};

/// An exhibit as its judge sees it: nothing tells who made it.
pub struct Blind {
    pub review: ExpertReview,
    pub work: Submission,
    pub version: Version,
    pub files: Vec<File>,
}

const EXHIBITED: HomeworkState = HomeworkState::new(Rung::Exhibition, HomeworkStatus::UnderReview);

/// Those who could judge an exhibit, and how many more it needs at least.
pub struct Bench {
    /// The least busy first.
    pub candidates: Vec<Candidate>,
    pub needed: usize,
}

/// Those who could judge an exhibit.
pub async fn candidates(unit: &impl Unit, id: Uuid) -> Result<Bench> {
    let found = find(unit, id).await?;
    unit.may(Rule::W09Assign, &found.target)?;
    let policy = projects::policy_of(unit, found.row.project_id).await?;
    let needed = Parts::of(unit, &found).await?.needed(policy.homework.expert_difference);
    Ok(Bench { candidates: suitable(unit, &found).await?, needed })
}

/// The parts in judging an exhibit that count: of those with a conflict of interest only marks
/// that were given before that was looked at.
struct Parts(Vec<ExpertReview>);

impl Parts {
    async fn of(unit: &impl Unit, found: &Found) -> Result<Self> {
        let involved = found.involved(unit).await?;
        let all = rows::of_work(unit, found.row.id).await?.into_iter().map(|(part, _)| part);
        let counts =
            |part: &ExpertReview| part.status != "assigned" || !involved.contains(&part.expert_id);
        Ok(Self(all.filter(counts).collect()))
    }

    fn waiting(&self) -> usize {
        self.0.iter().filter(|part| part.status == "assigned").count()
    }

    fn marks(&self) -> Vec<Hundredths> {
        self.0.iter().filter_map(|part| part.score.map(Hundredths::new)).collect()
    }

    fn needed(&self, most_difference: Hundredths) -> usize {
        judges_needed(self.0.len(), self.waiting(), &self.marks(), most_difference)
    }
}

/// Experts of the subject who had no part in the work and do not belong to its school, without
/// those who judge it already.
async fn suitable(unit: &impl Unit, found: &Found) -> Result<Vec<Candidate>> {
    let now = unit.ctx().now();
    let involved = found.involved(unit).await?;
    let taken = rows::of_work(unit, found.row.id).await?;
    let version = works::find_version(unit, found.row.id, found.row.latest_version).await?;
    let authors = version.map(|version| contributors_of(&version)).unwrap_or_default();
    let mut all = rows::candidates(unit, &found.row, now).await?;
    all.retain(|one| {
        taken.iter().all(|(part, _)| part.expert_id != one.person)
            && !involved.contains(&one.person)
            && authors.iter().all(|author| author.person_id != one.person)
    });
    Ok(all)
}

/// Calls experts to judge an exhibit: at least two in all.
pub async fn assign(work: &Work<'_>, id: Uuid, experts: &[Uuid]) -> Result<Vec<ExpertReview>> {
    let found = find(work, id).await?;
    let given = Given::default();
    let moved = decide(work, &found, HomeworkAction::AssignExperts, given).await?;
    let policy = projects::policy_of(work, found.row.project_id).await?;
    let needed = Parts::of(work, &found).await?.needed(policy.homework.expert_difference);
    if experts.len() < needed {
        let detail = "An exhibit is judged by at least two experts.";
        return Err(Refusal::field("/expert_ids", "two_experts_needed", detail).into());
    }
    all_suit(work, &found, experts).await?;
    let me = work.ctx().actor.id;
    let parts: Vec<_> = experts.iter().map(|expert| part(work, &moved.row, *expert, me)).collect();
    rows::assign(&work.tx, parts.clone()).await?;
    Ok(parts)
}

/// Refuses the first who may not judge the work, and says whether that is for an earlier part.
async fn all_suit(work: &Work<'_>, found: &Found, experts: &[Uuid]) -> Result<()> {
    let involved = found.involved(work).await?;
    let suitable = suitable(work, found).await?;
    for (at, expert) in experts.iter().enumerate() {
        let pointer = format!("/expert_ids/{at}");
        if involved.contains(expert) {
            let detail = "This expert recommended, reviewed or polished the work before.";
            return Err(Refusal::field(pointer, CONFLICT, detail).into());
        }
        let again = experts.iter().take(at).any(|one| one == expert);
        if again || !suitable.iter().any(|one| one.person == *expert) {
            let detail = "Take an expert of the subject who is not of the author's school and \
                          does not judge the work yet; see the candidates.";
            return Err(Refusal::field(pointer, "expert_not_suitable", detail).into());
        }
    }
    Ok(())
}

fn part(work: &Work<'_>, row: &Submission, expert: Uuid, by: Uuid) -> ExpertReview {
    ExpertReview {
        id: work.ctx().new_id(),
        submission_id: row.id,
        expert_id: expert,
        status: "assigned".to_owned(),
        score: None,
        comment: None,
        assigned_by: by,
        assigned_at: work.ctx().now(),
        reviewed_at: None,
    }
}

/// The exhibits that the caller is called to judge.
pub async fn list_own(
    unit: &impl Unit,
    status: Option<&str>,
    window: &Window,
) -> Result<Cut<(ExpertReview, Option<Submission>)>> {
    Ok(rows::of_expert(unit, unit.ctx().actor.id, status, window).await?)
}

/// An exhibit to judge, with the names of its authors and its school taken out.
pub async fn show_own(unit: &impl Unit, id: Uuid) -> Result<Blind> {
    let (review, found) = own(unit, id).await?;
    let row = found.row;
    let mut version = works::find_version(unit, row.id, row.latest_version)
        .await?
        .ok_or_else(Refusal::not_found)?;
    let files = files_of(unit, &version).await?;
    let names = works::names(unit, row.id).await?.unwrap_or_default();
    let authors = contributors_of(&version);
    version.title = blinded(&version.title, &authors, &[&names.author, &names.school]);
    version.body = blinded(&version.body, &authors, &[&names.author, &names.school]);
    Ok(Blind { review, work: row, version, files })
}

/// Whether the caller judges the work, so that its files must not tell whose it is.
pub(crate) async fn hides(unit: &impl Unit, submission: Uuid) -> Result<bool> {
    let actor = &unit.ctx().actor;
    Ok(actor.has_role(Role::SubjectExpert) && rows::judges(unit, submission, actor.id).await?)
}

async fn own(unit: &impl Unit, id: Uuid) -> Result<(ExpertReview, Found)> {
    let review = rows::find(unit, id).await?.ok_or_else(Refusal::not_found)?;
    if review.expert_id != unit.ctx().actor.id {
        return Err(Refusal::not_found().into());
    }
    let row = works::find(unit, review.submission_id).await?.ok_or_else(Refusal::not_found)?;
    Ok((review, Found::of(row)?))
}

/// A text without the names that would tell whose work it is.
#[must_use]
pub fn blinded(text: &str, authors: &[Contributor], names: &[&str]) -> String {
    let all = authors.iter().map(|one| one.name.as_str()).chain(names.iter().copied());
    all.filter(|name| !name.is_empty())
        .fold(text.to_owned(), |text, name| text.replace(name, "×××"))
}

/// An expert's mark. The last one needed settles the exhibit; two that are too far apart call a
/// third expert, the least busy of those who may.
pub async fn mark(
    work: &Work<'_>,
    id: Uuid,
    score: Hundredths,
    comment: &str,
) -> Result<ExpertReview> {
    let (review, found) = own(work, id).await?;
    if review.status != "assigned" {
        let detail = "You have marked this work already.";
        return Err(Refusal::rule(Kind::InvalidTransition, "marked_already", detail).into());
    }
    if crate::submissions::belongs_to_school(work, &found) {
        let detail = "Nobody judges exhibits of the own school.";
        return Err(Refusal::rule(Kind::SelfDealing, "own_school", detail).into());
    }
    let facts = Facts { score: Some(score), ..Facts::default() };
    let given = Given { reason: Some(comment), facts, ..Given::default() };
    // Another expert's mark at the same instant is no conflict: try again.
    let moved = decide(work, &found, HomeworkAction::ReviewExhibit, given).await;
    let moved = moved.map_err(|error| match error {
        Error::Refused(refusal) if refusal.rule_code() == Some("moved_meanwhile") => {
            Error::Store(store::Error::Busy)
        }
        other => other,
    })?;
    let now = work.ctx().now();
    if !rows::mark(&work.tx, id, score.get(), comment, now).await? {
        return Err(store::Error::Busy.into());
    }
    settle(work, moved, &review).await?;
    let (score, comment) = (Some(score.get()), Some(comment.to_owned()));
    Ok(ExpertReview { status: "done".to_owned(), score, comment, reviewed_at: Some(now), ..review })
}

async fn settle(work: &Work<'_>, moved: Moved, by: &ExpertReview) -> Result<()> {
    let role = moved.role;
    let found = Found::of(moved.row)?;
    let parts = Parts::of(work, &found).await?;
    let (marks, waiting) = (parts.marks(), parts.waiting() > 0);
    let policy = projects::policy_of(work, found.row.project_id).await?;
    match settle_marks(&marks, policy.homework.expert_difference) {
        ExpertVerdict::Mean(_) if !waiting => {
            let edge = homework::edge(EXHIBITED, HomeworkAction::Settle)?;
            let new = found.row.clone();
            place(work, &found, HomeworkAction::Settle, edge.to, new, None, role).await?;
        }
        ExpertVerdict::ThirdNeeded if !waiting => {
            if let Some(third) = suitable(work, &found).await?.first() {
                let part = part(work, &found.row, third.person, by.assigned_by);
                rows::assign(&work.tx, vec![part]).await?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// What is confirmed when a work goes into the library.
#[derive(Debug, Clone)]
pub struct Publication {
    pub level: ResourceLevel,
    pub licence: String,
    pub licence_confirmed: bool,
    pub personal_data_checked: bool,
    pub reason: String,
}

/// Publishes a settled exhibit: the library gets a thing that leads back to the work and its
/// whole history.
pub async fn publish(work: &Work<'_>, id: Uuid, wish: Publication) -> Result<(Resource, Moved)> {
    let found = find(work, id).await?;
    let facts = Facts {
        licence_confirmed: wish.licence_confirmed,
        personal_data_checked: wish.personal_data_checked,
        ..Facts::default()
    };
    let given = Given { reason: Some(&wish.reason), facts, ..Given::default() };
    let moved = decide(work, &found, HomeworkAction::Publish, given).await?;
    let (row, now) = (&moved.row, work.ctx().now());
    let resource = Resource {
        id: work.ctx().new_id(),
        project_id: row.project_id,
        county_id: row.county_id,
        school_id: row.school_id,
        submission_id: Some(id),
        level: wish.level.to_string(),
        title: row.title.clone(),
        kind: row.kind.clone(),
        subject: row.subject.clone(),
        stage: row.stage.clone(),
        author_id: row.person_id,
        licence: wish.licence,
        status: "published".to_owned(),
        published_at: now,
        version: 1,
        updated_at: now,
    };
    rows::insert_resource(&work.tx, resource.clone()).await?;
    Ok((resource, moved))
}
