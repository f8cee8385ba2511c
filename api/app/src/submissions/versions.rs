use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::Role,
    homework::{self, Facts, HomeworkAction, WorkKind, guards_of},
};
use serde::Serialize;
use store::{recommendations, submissions as rows};
use uuid::Uuid;

use super::{
    Content, Contributor, File, Found, Version,
    drafts::may_write,
    facts::{Ground, gather},
    find,
    moves::step,
};
use crate::{Error, Result, Unit, Work, homework::is_late, secrets::sha256};

/// Proof that a version was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    pub submission: Uuid,
    pub number: i32,
    pub at: DateTime<Utc>,
    pub sha256: Vec<u8>,
    pub late: bool,
    /// The work's own version, for the next change.
    pub version: i64,
}

/// What a version's hash is taken over, in this order of fields.
#[derive(Serialize)]
struct Hashed<'a> {
    title: &'a str,
    body: &'a str,
    contributors: &'a [Contributor],
    files: Vec<(Uuid, &'a [u8])>,
}

/// Hands in the draft as the next version, which never changes again.
pub async fn submit(work: &Work<'_>, id: Uuid, originality_confirmed: bool) -> Result<Receipt> {
    let found = find(work, id).await?;
    let action = may_write(work, &found).await?;
    let edge = homework::edge(found.state, action)?;
    let ground = Ground::of(work, &found).await?;
    let said = Facts { originality_confirmed, ..Facts::default() };
    let facts = gather(work, &found, &ground, guards_of(edge, found.state), said).await?;
    homework::check(edge, found.state, &facts, None, &ground.policy.homework)?;
    let draft = rows::find_draft(work, id).await?.unwrap_or_default();
    let content = Content::read(&draft);
    if content.title.trim().is_empty() {
        return Err(Refusal::field("/title", "title_missing", "Give the work a title.").into());
    }
    let now = work.ctx().now();
    let mut new = found.row.clone();
    new.latest_version = new.latest_version.saturating_add(1);
    let version = write(work, &found, content, new.latest_version, now).await?;
    if found.row.latest_version == 0 {
        new.late = ground.task.as_ref().is_some_and(|task| is_late(task, now));
        if new.kind == WorkKind::Other.as_str() {
            new.kind = WorkKind::of_title(&version.title).to_string();
        }
    }
    new.title.clone_from(&version.title);
    new.submitted_at = new.submitted_at.or(Some(now));
    new.updated_at = now;
    let new = step(work, &found, action, edge.to, new, None, Role::Trainee).await?;
    rows::delete_draft(&work.tx, id).await?;
    if action == HomeworkAction::Revise {
        recommendations::close_rounds(&work.tx, id, now).await?;
    }
    Ok(Receipt {
        submission: id,
        number: version.number,
        at: now,
        sha256: version.content_hash,
        late: new.late,
        version: new.version,
    })
}

async fn write(
    work: &Work<'_>,
    found: &Found,
    content: Content,
    number: i32,
    now: DateTime<Utc>,
) -> Result<Version> {
    let (id, me) = (found.row.id, work.ctx().actor.id);
    let mut ids = content.attachment_ids;
    ids.sort_unstable();
    ids.dedup();
    let bound = rows::bind_files(&work.tx, &ids, me, id, number).await?;
    if usize::try_from(bound).unwrap_or_default() != ids.len() {
        let detail =
            "A file is gone, belongs to somebody else or to another work; upload it again.";
        return Err(Refusal::field("/attachment_ids", "attachment_unknown", detail).into());
    }
    let files = rows::files(work, &ids).await?;
    let hashed = Hashed {
        title: &content.title,
        body: &content.body,
        contributors: &content.contributors,
        files: files.iter().map(|file| (file.id, file.sha256.as_slice())).collect(),
    };
    let content_hash = sha256(&serde_json::to_vec(&hashed).map_err(Error::fault)?);
    let version = Version {
        id: work.ctx().new_id(),
        submission_id: id,
        number,
        content_hash,
        contributors: serde_json::to_string(&content.contributors).map_err(Error::fault)?,
        title: content.title,
        body: content.body,
        created_by: me,
        created_at: now,
        attachment_ids: serde_json::to_string(&ids).map_err(Error::fault)?,
    };
    rows::insert_version(&work.tx, version.clone()).await?;
    Ok(version)
}

/// A version with the files it names.
pub async fn show_version(unit: &impl Unit, id: Uuid, number: i32) -> Result<(Version, Vec<File>)> {
    let found = find(unit, id).await?;
    let version = rows::find_version(unit, found.row.id, number).await?;
    let version = version.ok_or_else(Refusal::not_found)?;
    let files = files_of(unit, &version).await?;
    Ok((version, files))
}

/// The files of a version.
pub(crate) async fn files_of(unit: &impl Unit, version: &Version) -> Result<Vec<File>> {
    let ids: Vec<Uuid> = serde_json::from_str(&version.attachment_ids).unwrap_or_default();
    Ok(rows::files(unit, &ids).await?)
}

/// Who is named under a version.
#[must_use]
pub(crate) fn contributors_of(version: &Version) -> Vec<Contributor> {
    read_contributors(&version.contributors)
}

pub(super) fn read_contributors(json: &str) -> Vec<Contributor> {
    serde_json::from_str(json).unwrap_or_default()
}
