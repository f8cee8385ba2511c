use std::path::Path;

use chrono::{DateTime, Utc};
use files::{Fault, backup::Origin, backup::Reader};
use serde::Serialize;
use store::backups as rows;
use tokio::io::AsyncReadExt;
use uuid::Uuid;

use super::{
    broken,
    write::{DATABASE, Leftover, private},
};
use crate::{
    Context, Error, Event, Result, Unit,
    attachments::FileStore,
    audit::{self, Checkpoint},
    secrets::Vault,
};

/// Bytes of a file that are handed on at once.
const PART: usize = 64 * 1024;

/// Where a backup is put.
pub struct Destination<'a> {
    pub database_url: &'a str,
    /// For what is unpacked on the way.
    pub folder: &'a Path,
    /// Whether an installation that has accounts may be replaced.
    pub replace: bool,
}

/// Puts a backup into an installation that nobody uses. Nothing is touched before all of the
/// backup was read and found whole, of this key file and of this kind of database. An
/// installation with accounts is refused unless it may be replaced.
pub async fn restore(
    archive: &Path,
    vault: &Vault,
    store: &FileStore,
    target: &Destination<'_>,
    now: DateTime<Utc>,
) -> Result<Origin> {
    let mut reader = Reader::open(archive).map_err(broken)?;
    let origin = reader.manifest.origin.clone();
    let (kind, own) = (rows::kind(target.database_url), vault.key_id());
    if origin.database != kind {
        let made = &origin.database;
        return Err(Error::fault(format!("the backup is of {made}, DATABASE_URL is of {kind}")));
    }
    let sealed = unhex(&origin.sealed_key);
    let key = vault.open_bytes(origin.id, &sealed).map_err(|_| {
        let named = &origin.key_id;
        Error::fault(format!("the key file ({own}) is not the one of the backup ({named})"))
    })?;
    reader.check(&key).map_err(broken)?;
    rows::check_target(target.database_url, target.replace).await?;
    // Files first: without the records they are nothing, and doing it again does no harm.
    for (number, entry) in reader.manifest.entries.clone().iter().enumerate() {
        let id = entry.name.strip_prefix("files/").and_then(|name| name.parse::<Uuid>().ok());
        let Some(id) = id else { continue };
        let part = Leftover(target.folder.join("restoring-file"));
        let mut file = private(&part.0)?;
        reader.copy(&key, number, &mut file).map_err(broken)?;
        keep(store, id, &part.0, entry.size).await.map_err(broken)?;
    }
    let entries = &reader.manifest.entries;
    let database = entries.iter().position(|entry| entry.name == DATABASE);
    let database = database.ok_or_else(|| Error::fault("the backup has no database"))?;
    let snapshot = Leftover(target.folder.join("restoring-database"));
    let mut file = private(&snapshot.0)?;
    reader.copy(&key, database, &mut file).map_err(broken)?;
    let aside = now.format(".before-%Y%m%dT%H%M%SZ").to_string();
    rows::put_back(target.database_url, &snapshot.0, &aside).await?;
    Ok(origin)
}

async fn keep(store: &FileStore, id: Uuid, from: &Path, size: u64) -> Result<(), Fault> {
    store.forget(id).await?;
    let mut spool = store.spool(id, size).await?;
    let mut file = tokio::fs::File::open(from).await?;
    loop {
        let mut part = Vec::with_capacity(PART);
        let limit = u64::try_from(PART).unwrap_or(u64::MAX);
        if (&mut file).take(limit).read_to_end(&mut part).await? == 0 {
            break;
        }
        spool.write(&part).await?;
    }
    store.keep(id, spool.close().await?).await
}

fn unhex(text: &str) -> Vec<u8> {
    let digits: Vec<u32> = text.chars().filter_map(|digit| digit.to_digit(16)).collect();
    let pair = |pair: &[u32]| pair.iter().fold(0_u32, |sum, digit| sum.wrapping_shl(4) | digit);
    digits.chunks_exact(2).filter_map(|two| u8::try_from(pair(two)).ok()).collect()
}

/// What an installation looks like after a backup was put into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Settled {
    /// Links of the audit chain, which all hold.
    pub audit_links: u64,
    /// Files that records name and that the backup did not have: removed while it was made.
    pub missing_files: Vec<String>,
    /// Sessions that were ended: everybody signs in anew.
    pub ended_sessions: u64,
}

/// Checks a restored installation, whose schema is up to date by now: the chain of the audit
/// trail with the backup's checkpoint in it, and that every file is there.
pub async fn settle(ctx: &Context, origin: &Origin) -> Result<Settled> {
    let earlier = (origin.audit_position > 0)
        .then(|| Checkpoint { position: origin.audit_position, hash: origin.audit_hash.clone() });
    let found = audit::verify(&ctx.look(), earlier.as_ref()).await?;
    if let Some(link) = found.broken {
        let (code, position) = (link.code, link.position);
        return Err(Error::fault(format!("the audit trail is broken: {code} at {position}")));
    }
    let kept = ctx.services.files.store.list().await.map_err(broken)?;
    let kept: std::collections::HashSet<String> = kept.iter().map(Uuid::to_string).collect();
    let mut missing_files = rows::storage_keys(&ctx.look()).await?;
    missing_files.retain(|key| !kept.contains(key));
    let ended_sessions = ctx
        .run(async |work| {
            let now = work.ctx().now();
            let ended = rows::end_all_sessions(&work.tx, now).await?;
            let event = Event::new("backup.restored", "backup", origin.id);
            work.record(event.with("made_at", origin.made_at.clone()));
            Ok(ended)
        })
        .await?;
    while audit::seal_all(ctx).await? > 0 {}
    Ok(Settled { audit_links: found.sealed, missing_files, ended_sessions })
}
