//! Backups: the database at one instant and every file, sealed, in one file that never holds the
//! key file. Taken while the program serves, put back by a command.

mod restore;
mod write;

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use chrono::TimeDelta;
use domain::{
    Kind, Refusal,
    access::{Rule, Target},
};
use files::Fault;
pub use files::Parts;
pub use restore::{Destination, Settled, restore, settle};
pub use store::backups::Backup;
use store::{
    Cut, Window,
    backups::{self as rows, End},
};
use uuid::Uuid;
pub use write::{Made, write};

use crate::{Context, Error, Event, Result, Unit, Work};

/// How often a running backup says that it goes on.
const BEAT: Duration = Duration::from_secs(20);
/// After how many seconds of silence a running backup counts as broken off.
const SILENCE_SECONDS: i64 = 120;

/// What is backed up and where to.
#[derive(Debug, Clone)]
pub struct Place {
    pub database_url: String,
    pub folder: PathBuf,
}

impl Place {
    /// Where a backup lies.
    #[must_use]
    pub fn path(&self, id: Uuid) -> PathBuf {
        self.folder.join(format!("{id}.backup"))
    }
}

/// Begins a backup; [`run`] does the work.
pub async fn start(work: &Work<'_>) -> Result<Backup> {
    work.may(Rule::Y01Operate, &Target::default())?;
    let ctx = work.ctx();
    let backup = Backup {
        id: ctx.new_id(),
        state: "running".to_owned(),
        slot: Some(1),
        size: None,
        files: None,
        fault: None,
        started_by: ctx.actor.id,
        started_at: ctx.now(),
        seen_at: ctx.now(),
        ended_at: None,
    };
    if !rows::begin(&work.tx, backup.clone()).await? {
        let detail = "Another backup is running; wait for its end.";
        return Err(Refusal::rule(Kind::InvalidTransition, "backup_running", detail).into());
    }
    work.record(Event::new("backup.started", "backup", backup.id));
    Ok(backup)
}

/// Makes a backup that was begun, and records how it ended.
pub async fn run(ctx: &Context, id: Uuid, place: &Place) -> Result<()> {
    let path = place.path(id);
    let beat = async {
        loop {
            tokio::time::sleep(BEAT).await;
            let beat = ctx.run(async |work| Ok(rows::touch(&work.tx, id, ctx.now()).await?)).await;
            if let Err(cause) = beat {
                tracing::warn!(%cause, "a running backup could not say so");
            }
        }
    };
    let making = async {
        tokio::fs::create_dir_all(&place.folder).await.map_err(Error::fault)?;
        write(ctx, id, &place.database_url, &path).await
    };
    let made = tokio::select! { made = making => made, () = beat => return Ok(()) };
    let end = match &made {
        Ok(made) => End { size: signed(made.size), files: signed(made.files), fault: None },
        Err(cause) => {
            tracing::error!(%cause, "a backup failed");
            End { size: 0, files: 0, fault: Some(cause.to_string()) }
        }
    };
    finish(ctx, id, end).await
}

/// Leaves a backup that was made by a command in the trail.
pub async fn note(ctx: &Context, id: Uuid, made: &Made) -> Result<()> {
    let event = Event::new("backup.made", "backup", id);
    let event = event.with("size", made.size).with("files", made.files);
    ctx.run(async |work| {
        work.record(event.clone());
        Ok(())
    })
    .await
}

async fn finish(ctx: &Context, id: Uuid, end: End) -> Result<()> {
    ctx.run(async |work| {
        if rows::end(&work.tx, id, end.clone(), ctx.now()).await? {
            let action = if end.fault.is_some() { "backup.failed" } else { "backup.made" };
            let event = Event::new(action, "backup", id);
            work.record(event.with("size", end.size).with("files", end.files));
        }
        Ok(())
    })
    .await
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Ends backups whose program ended before them. Tells how many.
pub async fn end_silent(ctx: &Context) -> Result<u64> {
    let before = ctx.now().checked_sub_signed(TimeDelta::seconds(SILENCE_SECONDS));
    let silent = rows::silent_since(&ctx.look(), before.unwrap_or_default()).await?;
    for id in &silent {
        let fault = Some("the program ended while it was made".to_owned());
        finish(ctx, *id, End { size: 0, files: 0, fault }).await?;
    }
    Ok(u64::try_from(silent.len()).unwrap_or(u64::MAX))
}

/// The backups that operators started, the newest first.
pub async fn list(unit: &impl Unit, window: &Window) -> Result<Cut<Backup>> {
    unit.may(Rule::Y01Operate, &Target::default())?;
    Ok(rows::list(unit, window).await?)
}

pub async fn show(unit: &impl Unit, id: Uuid) -> Result<Backup> {
    unit.may(Rule::Y01Operate, &Target::default())?;
    Ok(rows::find(unit, id).await?.ok_or_else(Refusal::not_found)?)
}

/// Leaves in the trail who takes a backup away; answers how large it is.
pub async fn fetch(work: &Work<'_>, id: Uuid, place: &Place) -> Result<(Backup, u64)> {
    let backup = show(work, id).await?;
    let size = std::fs::metadata(place.path(id)).map(|file| file.len());
    match (backup.state.as_str(), size) {
        ("done", Ok(size)) => {
            work.record(Event::new("backup.fetched", "backup", id));
            Ok((backup, size))
        }
        ("done", Err(_)) => {
            let detail = "The file is not in this node's folder of backups.";
            Err(Refusal::rule(Kind::InvalidTransition, "backup_elsewhere", detail).into())
        }
        _ => {
            let detail = "There is no file: the backup runs still, or it failed.";
            Err(Refusal::rule(Kind::InvalidTransition, "backup_not_done", detail).into())
        }
    }
}

/// The bytes of a backup, or a part of them.
pub async fn open(path: &Path, range: std::ops::Range<u64>) -> Result<Parts> {
    files::read(path, range).await.map_err(crate::attachments::fault)
}

/// Removes the record of a backup; [`discard`] removes its file.
pub async fn remove(work: &Work<'_>, id: Uuid) -> Result<()> {
    show(work, id).await?;
    if !rows::remove(&work.tx, id).await? {
        let detail = "The backup runs still; wait for its end.";
        return Err(Refusal::rule(Kind::InvalidTransition, "backup_running", detail).into());
    }
    work.record(Event::new("backup.removed", "backup", id));
    Ok(())
}

/// Removes the file of a backup that is recorded no more.
pub async fn discard(id: Uuid, place: &Place) {
    if let Err(cause) = tokio::fs::remove_file(place.path(id)).await
        && cause.kind() != std::io::ErrorKind::NotFound
    {
        tracing::warn!(%cause, %id, "a backup could not be removed");
    }
}

/// What went wrong with a backup, in its own words: an operator must know.
fn broken(fault: Fault) -> Error {
    match fault {
        Fault::Full => Error::Store(store::Error::Full),
        other => Error::fault(other),
    }
}
