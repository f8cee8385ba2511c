use std::{
    io::SeekFrom,
    ops::Range,
    path::{Path, PathBuf},
};

use bytes::Bytes;
use futures_util::{StreamExt, stream};
use tokio::{
    fs::{self, File},
    io::{AsyncReadExt, AsyncSeekExt},
};
use uuid::Uuid;

use crate::{Fault, Parts, Spool, Spooled};

/// Bytes of one part that is read.
const PART: usize = 64 * 1024;

/// Files in a folder, spread over sub-folders by the end of their ids.
#[derive(Debug, Clone)]
pub struct Disk {
    kept: PathBuf,
    arriving: PathBuf,
}

impl Disk {
    pub(crate) async fn open(folder: &Path) -> Result<Self, Fault> {
        let disk = Self { kept: folder.join("kept"), arriving: folder.join("arriving") };
        fs::create_dir_all(&disk.kept).await?;
        fs::create_dir_all(&disk.arriving).await?;
        sync(folder).await?;
        Ok(disk)
    }

    /// The last two digits of an id are random, the first ones are the time.
    fn shard(&self, id: Uuid) -> PathBuf {
        let last = id.as_bytes().last().copied().unwrap_or_default();
        self.kept.join(format!("{last:02x}"))
    }

    fn path(&self, id: Uuid) -> PathBuf {
        self.shard(id).join(id.to_string())
    }

    pub(crate) async fn spool(&self, id: Uuid, limit: u64) -> Result<Spool, Fault> {
        Spool::begin(self.arriving.join(id.to_string()), limit).await
    }

    /// The name is on disk before this returns: the folder is synchronised too.
    pub(crate) async fn keep(&self, id: Uuid, file: Spooled) -> Result<(), Fault> {
        let shard = self.shard(id);
        if !fs::try_exists(&shard).await? {
            fs::create_dir_all(&shard).await?;
            sync(&self.kept).await?;
        }
        fs::rename(file.path(), self.path(id)).await?;
        sync(&shard).await
    }

    pub(crate) async fn read(&self, id: Uuid, range: Range<u64>) -> Result<Parts, Fault> {
        read(&self.path(id), range).await
    }

    pub(crate) async fn size(&self, id: Uuid) -> Result<u64, Fault> {
        Ok(fs::metadata(self.path(id)).await?.len())
    }

    pub(crate) async fn remove(&self, id: Uuid) -> Result<(), Fault> {
        gone(fs::remove_file(self.path(id)).await)
    }

    /// Every kept file.
    pub(crate) async fn list(&self) -> Result<Vec<Uuid>, Fault> {
        let mut found = vec![];
        let mut shards = fs::read_dir(&self.kept).await?;
        while let Some(shard) = shards.next_entry().await? {
            found.extend(ids(&shard.path()).await?);
        }
        Ok(found)
    }

    /// Every file that is arriving or broke off.
    pub(crate) async fn arriving(&self) -> Result<Vec<Uuid>, Fault> {
        ids(&self.arriving).await
    }

    pub(crate) async fn forget(&self, id: Uuid) -> Result<(), Fault> {
        gone(fs::remove_file(self.arriving.join(id.to_string())).await)
    }
}

/// Reads a part of any file, as a stream.
pub async fn read(path: &Path, range: Range<u64>) -> Result<Parts, Fault> {
    let mut file = File::open(path).await?;
    if range.start > 0 {
        file.seek(SeekFrom::Start(range.start)).await?;
    }
    let rest = file.take(range.end.saturating_sub(range.start));
    let parts = stream::try_unfold(rest, |mut rest| async move {
        let mut part = Vec::with_capacity(PART);
        let read = (&mut rest).take(PART as u64).read_to_end(&mut part).await?;
        Ok::<_, Fault>((read > 0).then(|| (Bytes::from(part), rest)))
    });
    Ok(parts.boxed())
}

fn gone(done: std::io::Result<()>) -> Result<(), Fault> {
    match done.map_err(Fault::from) {
        Err(Fault::Missing) => Ok(()),
        done => done,
    }
}

/// The files of a folder that have an id for a name.
async fn ids(folder: &Path) -> Result<Vec<Uuid>, Fault> {
    let mut found = vec![];
    let mut entries = fs::read_dir(folder).await?;
    while let Some(entry) = entries.next_entry().await? {
        found.extend(entry.file_name().to_str().and_then(|name| name.parse::<Uuid>().ok()));
    }
    Ok(found)
}

/// A new name in a folder survives a power cut only when the folder itself was written.
async fn sync(folder: &Path) -> Result<(), Fault> {
    Ok(File::open(folder).await?.sync_all().await?)
}
