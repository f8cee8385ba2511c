//! Uploaded files: taken in as a stream, judged by what they hold, kept on disk or in a bucket.
//! Knows nothing of people, rights or databases.

mod archive;
pub mod backup;
mod bucket;
mod disk;
mod fault;
mod kind;
mod spool;

pub use bucket::BucketSettings;
pub use bytes::Bytes;
pub use disk::{Disk, read};
pub use fault::Fault;
pub use kind::{Kind, Unfit, extension};
pub use spool::{Spool, Spooled};

use std::{ops::Range, path::Path};

use bucket::Bucket;
use futures_util::stream::BoxStream;
use uuid::Uuid;

/// The bytes of a kept file, part by part.
pub type Parts = BoxStream<'static, Result<Bytes, Fault>>;

/// Where files are kept. A file that [`Store::keep`] returned for outlives a power cut.
#[derive(Debug)]
pub struct Store {
    /// Files that are arriving, and the kept ones where there is no bucket.
    disk: Disk,
    bucket: Option<Bucket>,
}

impl Store {
    /// Keeps files in a folder, which is made if it is missing.
    pub async fn on_disk(folder: &Path) -> Result<Self, Fault> {
        Ok(Self { disk: Disk::open(folder).await?, bucket: None })
    }

    /// Keeps files in a bucket of an S3-compatible store; what is arriving waits in the folder.
    pub async fn in_bucket(folder: &Path, settings: BucketSettings) -> Result<Self, Fault> {
        let disk = Disk::open(folder).await?;
        Ok(Self { disk, bucket: Some(Bucket::open(settings).await?) })
    }

    /// Somewhere to write a file that is still arriving; it goes unless it is kept.
    pub async fn spool(&self, id: Uuid, limit: u64) -> Result<Spool, Fault> {
        self.disk.spool(id, limit).await
    }

    /// Keeps a file under an id; nothing of it is visible before.
    pub async fn keep(&self, id: Uuid, file: Spooled) -> Result<(), Fault> {
        match &self.bucket {
            Some(bucket) => bucket.keep(id, file).await,
            None => self.disk.keep(id, file).await,
        }
    }

    /// Reads a part of a kept file.
    pub async fn read(&self, id: Uuid, range: Range<u64>) -> Result<Parts, Fault> {
        match &self.bucket {
            Some(bucket) => bucket.read(id, range).await,
            None => self.disk.read(id, range).await,
        }
    }

    /// Bytes of a kept file.
    pub async fn size(&self, id: Uuid) -> Result<u64, Fault> {
        match &self.bucket {
            Some(bucket) => bucket.size(id).await,
            None => self.disk.size(id).await,
        }
    }

    /// Removes a kept file; one that is not there is gone already.
    pub async fn remove(&self, id: Uuid) -> Result<(), Fault> {
        match &self.bucket {
            Some(bucket) => bucket.remove(id).await,
            None => self.disk.remove(id).await,
        }
    }

    /// Every kept file, for a sweep of what no record names; ids tell when they were made.
    pub async fn list(&self) -> Result<Vec<Uuid>, Fault> {
        match &self.bucket {
            Some(bucket) => bucket.list().await,
            None => self.disk.list().await,
        }
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
