use domain::{
    Kind, Refusal,
    access::Rule,
    homework::{
        self, Credit, Facts, Guard, HomeworkAction, HomeworkState, HomeworkStatus, Rung, WorkKind,
        guards_of,
    },
};
use serde::{Deserialize, Serialize};
use store::{recommendations, submissions as rows};
use uuid::Uuid;

use super::{
    Found, Submission, access,
    facts::{Ground, gather},
    find,
};
use crate::{
    Error, Event, Result, Unit, Work,
    homework::{self as tasks, stale},
};

/// Somebody named under a work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contributor {
    pub person_id: Uuid,
    pub name: String,
    pub credit: Credit,
}

/// What a draft holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub title: String,
    pub body: String,
    pub attachment_ids: Vec<Uuid>,
    pub contributors: Vec<Contributor>,
}

impl Content {
    /// Reads a stored draft.
    #[must_use]
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// At least one file or some text.
    #[must_use]
    pub fn is_something(&self) -> bool {
        !self.body.trim().is_empty() || !self.attachment_ids.is_empty()
    }
}

/// Begins the caller's own work for a task. A second living one is refused by the database.
pub async fn create(work: &Work<'_>, task: Uuid, kind: Option<WorkKind>) -> Result<Submission> {
    let task = tasks::find(work, task).await?;
    let ctx = work.ctx();
    let place = ctx.actor.membership(task.project_id).ok_or_else(Refusal::forbidden)?;
    let place = rows::enrollment(work, place.enrollment).await?.ok_or_else(Refusal::forbidden)?;
    if !tasks::takes(&task, ctx.now()) {
        let detail = "The task takes no works now.";
        return Err(Refusal::rule(Kind::WindowClosed, "task_closed", detail).into());
    }
    let row = Submission {
        id: ctx.new_id(),
        project_id: task.project_id,
        task_id: Some(task.id),
        enrollment_id: place.id,
        person_id: place.person_id,
        county_id: place.county_id,
        school_id: place.school_id,
        class_id: place.class_id,
        workshop_id: place.workshop_id,
        subject: place.subject,
        stage: place.stage,
        title: String::new(),
        kind: kind.unwrap_or(WorkKind::Other).to_string(),
        rung: Rung::Personal.to_string(),
        status: HomeworkStatus::Draft.to_string(),
        latest_version: 0,
        score: None,
        late: false,
        consent: false,
        external_id: None,
        reviews: 0,
        recommendations: 0,
        version: 1,
        submitted_at: None,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    };
    let target = access::target_of(&row);
    work.may(Rule::W02Submit, &target)?;
    rows::insert(&work.tx, row.clone()).await?;
    work.record(Event::new("submission.begun", "submission", row.id).at(&target));
    Ok(row)
}

/// Saves a draft over the version the writer saw; a second writer is told so.
pub async fn save_draft(
    work: &Work<'_>,
    id: Uuid,
    version: i64,
    content: Content,
    kind: Option<WorkKind>,
) -> Result<Submission> {
    let found = find(work, id).await?;
    may_write(work, &found).await?;
    if found.row.version != version {
        return Err(stale().into());
    }
    let content = named(work, found.row.project_id, content).await?;
    let text = serde_json::to_string(&content).map_err(Error::fault)?;
    // The title and kind of a work that others read change with its next version only.
    let fresh = found.row.latest_version == 0;
    let kind = match kind.filter(|_| fresh) {
        Some(kind) => kind.to_string(),
        None => found.row.kind.clone(),
    };
    let title = if fresh { content.title.as_str() } else { found.row.title.as_str() };
    let now = work.ctx().now();
    if !rows::touch(&work.tx, &found.row, title, &kind, fresh.then_some(now)).await? {
        return Err(stale().into());
    }
    rows::save_draft(&work.tx, id, text).await?;
    work.record(Event::new("submission.draft_saved", "submission", id).at(&found.target));
    let mut row = found.row;
    row.version = version.saturating_add(1);
    row.kind = kind;
    Ok(row)
}

/// Throws a draft away, and with it a work that was never handed in.
pub async fn delete_draft(work: &Work<'_>, id: Uuid, version: i64) -> Result<()> {
    let found = find(work, id).await?;
    may_write(work, &found).await?;
    if found.row.version != version {
        return Err(stale().into());
    }
    rows::delete_draft(&work.tx, id).await?;
    let gone = if found.row.latest_version == 0 {
        rows::delete(&work.tx, &found.row).await?
    } else {
        rows::touch(&work.tx, &found.row, &found.row.title, &found.row.kind, None).await?
    };
    if !gone {
        return Err(stale().into());
    }
    work.record(Event::new("submission.draft_deleted", "submission", id).at(&found.target));
    Ok(())
}

/// How the caller may write on the work: as its author where a version can be handed in, or as
/// one of the team while a polishing round is open.
pub(super) async fn may_write(work: &Work<'_>, found: &Found) -> Result<HomeworkAction> {
    let action = action_in(found.state);
    if found.row.person_id == work.ctx().actor.id {
        work.may(Rule::W02Submit, &found.target)?;
    } else if !access::polishes(work, found).await? {
        return Err(Refusal::forbidden().into());
    }
    let edge = homework::edge(found.state, action)?;
    if guards_of(edge, found.state).contains(&Guard::RoundOpen) {
        let ground = Ground::of(work, found).await?;
        let facts = gather(work, found, &ground, &[Guard::RoundOpen], Facts::default()).await?;
        Guard::RoundOpen.hold(&facts, &ground.policy.homework)?;
    }
    Ok(action)
}

pub(super) fn action_in(state: HomeworkState) -> HomeworkAction {
    if state == HomeworkState::new(Rung::School, HomeworkStatus::UnderReview) {
        HomeworkAction::Revise
    } else {
        HomeworkAction::Submit
    }
}

/// Puts their own names to a draft's contributors, who are all people of the project.
async fn named(unit: &impl Unit, project: Uuid, mut content: Content) -> Result<Content> {
    let ids: Vec<Uuid> = content.contributors.iter().map(|one| one.person_id).collect();
    let names = recommendations::members(unit, project, &ids).await?;
    for (at, one) in content.contributors.iter_mut().enumerate() {
        let Some(name) = names.get(&one.person_id) else {
            let pointer = format!("/contributors/{at}/person_id");
            let detail = "Nobody with this id has a part in the project.";
            return Err(Refusal::field(pointer, "person_unknown", detail).into());
        };
        name.clone_into(&mut one.name);
    }
    Ok(content)
}
