use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use files::{Bytes, Fault, Parts, backup::Origin, backup::Writer};
use futures_util::StreamExt;
use store::backups as rows;
use tokio::runtime::Handle;
use uuid::Uuid;

use super::broken;
use crate::{Context, Error, Result, Services, audit};

/// Name of the database among the entries; the others are `files/<id>`.
pub(super) const DATABASE: &str = "database";

/// A backup that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Bytes on disk.
    pub size: u64,
    /// How many files are in it beside the database.
    pub files: u64,
}

/// Removes its file in the end.
pub(super) struct Leftover(pub PathBuf);

impl Drop for Leftover {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Writes a backup to a path where none is yet. Every write that was acknowledged before is in
/// it. First comes the database, then the files: bytes are kept before a record names them, so
/// that whatever the copied records name is copied too.
pub async fn write(ctx: &Context, id: Uuid, database_url: &str, path: &Path) -> Result<Made> {
    let made_at = ctx.now();
    let head = audit::checkpoint(&ctx.look()).await?;
    let mut name = path.as_os_str().to_owned();
    name.push(".database");
    let snapshot = Leftover(PathBuf::from(name));
    private(&snapshot.0)?;
    rows::take(database_url, &snapshot.0).await?;
    let services = ctx.services.clone();
    let files = services.files.store.list().await.map_err(broken)?;
    let key = services.vault.random_key()?;
    let origin = Origin {
        format: 1,
        id,
        made_at: made_at.to_rfc3339(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        database: rows::kind(database_url).to_owned(),
        key_id: services.vault.key_id().to_owned(),
        sealed_key: hex(&services.vault.seal_bytes(id, &key)?),
        audit_position: head.position,
        audit_hash: head.hash,
    };
    let (path, runtime) = (path.to_owned(), Handle::current());
    let pack = move || pack(&services, &runtime, &path, &key, &snapshot.0, &files, origin);
    let packed = tokio::task::spawn_blocking(pack).await;
    packed.map_err(Error::fault)?.map_err(broken)
}

/// An empty file that nobody else may read; both databases write their copy into such a one.
pub(super) fn private(path: &Path) -> Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    options.open(path).map_err(Error::fault)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn pack(
    services: &Arc<Services>,
    runtime: &Handle,
    path: &Path,
    key: &[u8],
    snapshot: &Path,
    files: &[Uuid],
    origin: Origin,
) -> Result<Made, Fault> {
    let mut writer = Writer::begin(path, key)?;
    writer.add(DATABASE, &mut File::open(snapshot)?)?;
    let (store, mut count) = (&services.files.store, 0_u64);
    for id in files {
        let opened = runtime.block_on(async { store.read(*id, 0..store.size(*id).await?).await });
        let parts = match opened {
            // Its owner removed it just now.
            Err(Fault::Missing) => continue,
            opened => opened?,
        };
        let mut pull = Pull { runtime, parts, rest: Bytes::new() };
        writer.add(&format!("files/{id}"), &mut pull)?;
        count = count.saturating_add(1);
    }
    let (_, size) = writer.finish(origin)?;
    Ok(Made { size, files: count })
}

/// Reads a kept file part by part, wherever it is kept.
struct Pull<'a> {
    runtime: &'a Handle,
    parts: Parts,
    rest: Bytes,
}

impl Read for Pull<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        while self.rest.is_empty() {
            match self.runtime.block_on(self.parts.next()) {
                Some(part) => self.rest = part.map_err(io::Error::other)?,
                None => return Ok(0),
            }
        }
        let some = self.rest.split_to(to.len().min(self.rest.len()));
        io::Read::read(&mut some.as_ref(), to)
    }
}
