use domain::{
    Kind, Refusal,
    access::{Rule, Target},
};
use files::{Kind as FileKind, Spool, Unfit};
use store::{attachments as rows, seats};
use uuid::Uuid;

use super::{Attachment, PERSON_BYTES, PERSON_FILES, PROJECT_BYTES, fault};
use crate::{Context, Event, Result, Unit, Work};

/// A file whose bytes are kept while no record names it yet.
#[derive(Debug)]
pub struct Kept {
    id: Uuid,
    name: String,
    media_type: &'static str,
    size: i64,
    sha256: Vec<u8>,
}

impl Kept {
    /// Stands for the content where a request is compared with an earlier one.
    #[must_use]
    pub fn sha256(&self) -> &[u8] {
        &self.sha256
    }
}

/// Opens the way for a file, before any of it is read: its author has a place in the project,
/// its ending is on the list, and the author's quota is not used up.
pub async fn receive(unit: &impl Unit, project: Uuid, name: &str) -> Result<(Uuid, Spool)> {
    let ctx = unit.ctx();
    let target = target(project, ctx.actor.id);
    unit.may_seeing(Rule::W01Edit, Rule::O01Read, &target)?;
    check_name(name)?;
    FileKind::of_name(name).map_err(unfit)?;
    let limits = ctx.services.files.limits;
    let files = seats::taken(unit, PERSON_FILES, ctx.actor.id).await?;
    if files >= limits.person_files {
        return Err(over("files_of_person", limits.person_files).into());
    }
    let id = ctx.new_id();
    let spool = ctx.services.files.store.spool(id, limits.file_bytes).await.map_err(fault)?;
    Ok((id, spool))
}

fn target(project: Uuid, owner: Uuid) -> Target {
    Target { project: Some(project), owner: Some(owner), ..Target::default() }
}

/// A name that every file system and header can carry.
fn check_name(name: &str) -> Result<(), Refusal> {
    let bad = |c: char| c.is_control() || matches!(c, '/' | '\\' | '\u{202A}'..='\u{202E}');
    if name.trim() != name || name.starts_with('.') || name.contains(bad) {
        let detail = "Give the file's plain name, without folders or control characters.";
        return Err(Refusal::field("name", "name_invalid", detail));
    }
    Ok(())
}

/// Ends a file that arrived, judges it by its name and content, and keeps its bytes.
pub async fn keep(ctx: &Context, id: Uuid, spool: Spool, name: &str) -> Result<Kept> {
    let file = spool.close().await.map_err(fault)?;
    let kind = file.judge(name).await.map_err(unfit)?;
    let kept = Kept {
        id,
        name: name.to_owned(),
        media_type: kind.media_type,
        size: i64::try_from(file.size).unwrap_or(i64::MAX),
        sha256: file.sha256.clone(),
    };
    ctx.services.files.store.keep(id, file).await.map_err(fault)?;
    Ok(kept)
}

/// Records a kept file under its author; the quotas decide here.
pub async fn create(work: &Work<'_>, project: Uuid, kept: &Kept) -> Result<Attachment> {
    let ctx = work.ctx();
    let (person, limits) = (ctx.actor.id, ctx.services.files.limits);
    let target = target(project, person);
    work.may_seeing(Rule::W01Edit, Rule::O01Read, &target)?;
    for (kind, owner, count, limit, code) in [
        (PERSON_FILES, person, 1, limits.person_files, "files_of_person"),
        (PERSON_BYTES, person, kept.size, limits.person_bytes, "bytes_of_person"),
        (PROJECT_BYTES, project, kept.size, limits.project_bytes, "bytes_of_project"),
    ] {
        if !seats::take(&work.tx, kind, owner, count, Some(limit)).await? {
            return Err(over(code, limit).into());
        }
    }
    let file = Attachment {
        id: kept.id,
        project_id: project,
        submission_id: None,
        version_number: None,
        person_id: person,
        name: kept.name.clone(),
        media_type: kept.media_type.to_owned(),
        size: kept.size,
        sha256: kept.sha256.clone(),
        storage_key: kept.id.to_string(),
        created_at: ctx.now(),
    };
    rows::insert(&work.tx, file.clone()).await?;
    let event = Event::new("attachment.created", "attachment", file.id).at(&target);
    work.record(event.with("size", file.size).with("media_type", kept.media_type));
    Ok(file)
}

fn over(code: &'static str, limit: i64) -> Refusal {
    let detail = format!("The quota of {limit} is used up; remove files that no work needs.");
    Refusal::rule(Kind::QuotaExceeded, code, detail)
}

/// Removes the bytes of a file that was not recorded after all; what fails is left to the sweep.
pub async fn discard(ctx: &Context, id: Uuid) {
    if let Err(cause) = ctx.services.files.store.remove(id).await {
        tracing::warn!(%cause, %id, "a file could not be removed");
    }
}

/// Why a file is not taken, in the words of the rules.
fn unfit(unfit: Unfit) -> Refusal {
    let (kind, code, detail) = match unfit {
        Unfit::Extension => (
            Kind::UnsupportedFileType,
            "file_type_not_taken",
            format!("Files of these kinds are taken: {}.", FileKind::extensions()),
        ),
        Unfit::Content => (
            Kind::UnsupportedFileType,
            "content_differs",
            "The content is not what the name's ending says; save it in that format.".to_owned(),
        ),
        Unfit::Macros => (
            Kind::UnsupportedFileType,
            "macros_not_taken",
            "The document holds macros; save it without them.".to_owned(),
        ),
        Unfit::Encrypted => (
            Kind::UnsupportedFileType,
            "encrypted",
            "The file is encrypted; save it without a password.".to_owned(),
        ),
        Unfit::Archive(code) => (
            Kind::ArchiveRejected,
            code,
            "The archive is broken, too large or dense, holds archives, or leads out of its \
             folder; pack the files plainly."
                .to_owned(),
        ),
        Unfit::Empty => {
            (Kind::ValidationFailed, "file_empty", "The file is empty; nothing was kept.".into())
        }
        Unfit::Unreadable => {
            (Kind::UnsupportedFileType, "unreadable", "The file cannot be read.".into())
        }
    };
    Refusal::rule(kind, code, detail)
}
