use std::path::{Path, PathBuf};

use aws_lc_rs::digest::{Context, SHA256};
use tokio::{fs::File, io::AsyncWriteExt};

use crate::{Fault, Kind, Unfit};

/// A file that is still arriving: written as it comes, counted and digested on the way.
pub struct Spool {
    file: File,
    path: Leftover,
    digest: Context,
    size: u64,
    limit: u64,
}

/// A file that has arrived whole and is safely on disk, but not kept yet.
#[derive(Debug)]
pub struct Spooled {
    path: Leftover,
    pub size: u64,
    pub sha256: Vec<u8>,
}

/// Removes its file when nobody wants it any more.
#[derive(Debug)]
struct Leftover(PathBuf);

impl Drop for Leftover {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

impl Spool {
    pub(crate) async fn begin(path: PathBuf, limit: u64) -> Result<Self, Fault> {
        let file = File::create_new(&path).await?;
        let (path, digest) = (Leftover(path), Context::new(&SHA256));
        Ok(Self { file, path, digest, size: 0, limit })
    }

    /// Adds what arrived; the bytes that came decide, whatever a header promised.
    pub async fn write(&mut self, part: &[u8]) -> Result<(), Fault> {
        self.size = self.size.saturating_add(u64::try_from(part.len()).unwrap_or(u64::MAX));
        if self.size > self.limit {
            return Err(Fault::TooLarge { limit: self.limit });
        }
        self.digest.update(part);
        Ok(self.file.write_all(part).await?)
    }

    /// Ends the file and waits until the disk has it.
    pub async fn close(mut self) -> Result<Spooled, Fault> {
        self.file.flush().await?;
        self.file.sync_all().await?;
        let sha256 = self.digest.finish().as_ref().to_vec();
        Ok(Spooled { path: self.path, size: self.size, sha256 })
    }
}

impl Spooled {
    /// What the file is, by its name and its content together.
    pub async fn judge(&self, name: &str) -> Result<&'static Kind, Unfit> {
        let (path, name) = (self.path.0.clone(), name.to_owned());
        let judged = tokio::task::spawn_blocking(move || crate::kind::judge(&path, &name)).await;
        judged.unwrap_or(Err(Unfit::Unreadable))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path.0
    }
}
