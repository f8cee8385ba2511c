//! Files of works (s.29): taken in as a stream, judged, counted against quotas, and read by whoever may read the work.

mod arrive;
mod sweep;

use std::ops::Range;

use domain::{
    Kind, Refusal,
    access::{Rule, Target},
};
use files::{Fault, Parts};
pub use store::attachments::Attachment;
use store::{attachments as rows, seats};
use uuid::Uuid;

pub use arrive::{Kept, create, discard, keep, receive};
pub use files::{BucketSettings, Spool, Store as FileStore};
pub use sweep::sweep;

use crate::{Error, Event, Result, Unit, Work, exhibitions, submissions};

/// How much is taken, in bytes and in numbers of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub file_bytes: u64,
    pub person_files: i64,
    pub person_bytes: i64,
    pub project_bytes: i64,
}

/// Where files are kept, and how much of them.
#[derive(Debug)]
pub struct Files {
    pub store: FileStore,
    pub limits: Limits,
}

/// The kinds of seats that quotas are counted in.
const PERSON_FILES: &str = "attachments";
const PERSON_BYTES: &str = "attachment_bytes";
const PROJECT_BYTES: &str = "project_attachment_bytes";

/// A work's files, version by version; the caller has asked for the right to read the work.
pub async fn of_submission(unit: &impl Unit, submission: Uuid) -> Result<Vec<Attachment>> {
    Ok(rows::of_submission(unit, submission).await?)
}

/// A file of a work that the caller may read (`submissions::find` decides, so file and work are
/// never read by different people), of a work in the library, or their own. Who judges a work
/// gets its files under names that tell nothing (S4).
pub async fn show(unit: &impl Unit, id: Uuid) -> Result<Attachment> {
    let (mut file, home) = rows::find(unit, id).await?.ok_or_else(Refusal::not_found)?;
    let Some(home) = home else {
        let own = file.person_id == unit.ctx().actor.id;
        return if own { Ok(file) } else { Err(Refusal::not_found().into()) };
    };
    if exhibitions::hides(unit, home.id).await? {
        let ending = file.name.rsplit_once('.').map_or("bin", |(_, ending)| ending);
        file.name = format!("附件.{ending}");
        return Ok(file);
    }
    match submissions::find(unit, home.id).await {
        Ok(_) => {}
        Err(Error::Refused(refusal)) => {
            let target = submissions::target_of(&home);
            let shown = unit.may_read(Rule::W11Read, &target).is_ok();
            if !shown || !rows::is_published(unit, home.id).await? {
                return Err(refusal.into());
            }
        }
        Err(other) => return Err(other),
    }
    Ok(file)
}

/// The bytes of a file, or a part of them.
pub async fn open(unit: &impl Unit, file: &Attachment, range: Range<u64>) -> Result<Parts> {
    let key = file.storage_key.parse().map_err(|_| fault(Fault::Missing))?;
    unit.ctx().services.files.store.read(key, range).await.map_err(fault)
}

/// Removes the caller's own file while no work has it; tells under which id its bytes go after
/// the commit.
pub async fn remove(work: &Work<'_>, id: Uuid) -> Result<Uuid> {
    let file = show(work, id).await?;
    let target =
        Target { project: Some(file.project_id), owner: Some(file.person_id), ..Target::default() };
    work.may(Rule::W01Edit, &target)?;
    release(work, &file).await?;
    work.record(Event::new("attachment.removed", "attachment", id).at(&target));
    Ok(id)
}

/// Takes a free file out of the records and the quotas.
async fn release(work: &Work<'_>, file: &Attachment) -> Result<()> {
    if !rows::remove_free(&work.tx, file.id).await? {
        let detail = "A work has this file by now; what was handed in stays.";
        return Err(Refusal::rule(Kind::InvalidTransition, "attachment_bound", detail).into());
    }
    seats::free(&work.tx, PERSON_FILES, file.person_id, 1).await?;
    seats::free(&work.tx, PERSON_BYTES, file.person_id, file.size).await?;
    Ok(seats::free(&work.tx, PROJECT_BYTES, file.project_id, file.size).await?)
}

/// The refusal of a file whose record is there and whose bytes are not.
#[must_use]
pub fn missing() -> Refusal {
    Refusal::new(Kind::FileMissing, "Its bytes are gone; ask whoever runs the server for a backup.")
}

/// What storage could not do, in the words of the rules.
#[must_use]
pub fn fault(fault: Fault) -> Error {
    match fault {
        Fault::TooLarge { limit } => {
            let detail = format!("A file may hold at most {limit} bytes; nothing was kept.");
            Refusal::rule(Kind::ContentTooLarge, "file_too_large", detail).into()
        }
        Fault::Missing => {
            tracing::error!("a file of the records is not in the storage");
            missing().into()
        }
        Fault::Full => Error::Store(store::Error::Full),
        Fault::Away(cause) => {
            tracing::error!(cause, "the bucket of files does not answer");
            Error::Store(store::Error::Away)
        }
        other => Error::fault(other),
    }
}
