//! Uploaded files: taken in as a stream, judged by what they hold, kept on disk or in a bucket.
//! Knows nothing of people, rights or databases.

mod archive;
mod disk;
mod fault;
mod kind;
mod spool;

pub use bytes::Bytes;
pub use disk::Disk;
pub use fault::Fault;
pub use kind::{Kind, Unfit, extension};
pub use spool::{Spool, Spooled};

use std::{ops::Range, path::Path};

use futures_util::stream::BoxStream;
use uuid::Uuid;

/// The bytes of a kept file, part by part.
pub type Parts = BoxStream<'static, Result<Bytes, Fault>>;

/// Where files are kept. A file that [`Store::keep`] returned for outlives a power cut.
#[derive(Debug)]
pub struct Store {
    disk: Disk,
}

impl Store {
    /// Keeps files in a folder, which is made if it is missing.
    pub async fn on_disk(folder: &Path) -> Result<Self, Fault> {
        Ok(Self { disk: Disk::open(folder).await? })
    }

    /// Somewhere to write a file that is still arriving; it goes unless it is kept.
    pub async fn spool(&self, id: Uuid, limit: u64) -> Result<Spool, Fault> {
        self.disk.spool(id, limit).await
    }

    /// Keeps a file under an id; nothing of it is visible before.
    pub async fn keep(&self, id: Uuid, file: Spooled) -> Result<(), Fault> {
        self.disk.keep(id, file).await
    }

    /// Reads a part of a kept file.
    pub async fn read(&self, id: Uuid, range: Range<u64>) -> Result<Parts, Fault> {
        self.disk.read(id, range).await
    }

    /// Removes a kept file; one that is not there is gone already.
    pub async fn remove(&self, id: Uuid) -> Result<(), Fault> {
        self.disk.remove(id).await
    }

    /// Every kept file, for a sweep of what no record names; ids tell when they were made.
    pub async fn list(&self) -> Result<Vec<Uuid>, Fault> {
        self.disk.list().await
    }

    /// Every file that is arriving or broke off.
    pub async fn arriving(&self) -> Result<Vec<Uuid>, Fault> {
        self.disk.arriving().await
    }

    /// Removes what a broken upload left.
    pub async fn forget(&self, id: Uuid) -> Result<(), Fault> {
        self.disk.forget(id).await
    }
}
