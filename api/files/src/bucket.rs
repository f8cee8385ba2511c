use std::{ops::Range, time::Duration};

use futures_util::{StreamExt, TryStreamExt};
use object_store::{
    ClientOptions, Error, GetOptions, GetRange, ObjectMeta, ObjectStore, ObjectStoreExt,
    RetryConfig, WriteMultipart,
    aws::{AmazonS3, AmazonS3Builder},
    path::Path,
};
use tokio::{fs::File, io::AsyncReadExt};
use uuid::Uuid;

use crate::{Fault, Parts, Spooled};

/// Bytes of one part that is sent; a bucket takes none smaller but the last.
const PART: usize = 8 * 1024 * 1024;
/// Parts under way at once.
const AT_ONCE: usize = 2;
/// Where files stand in the bucket.
const FOLDER: &str = "files";

/// Where the bucket is and how to sign requests to it.
#[derive(Clone)]
pub struct BucketSettings {
    pub bucket: String,
    /// The store's address; empty for Amazon's own.
    pub endpoint: String,
    pub region: String,
    /// Empty where the machine itself has a role in Amazon's cloud.
    pub access_key: String,
    pub secret_key: String,
}

/// A bucket of an S3-compatible store.
#[derive(Debug)]
pub(crate) struct Bucket(AmazonS3);

impl Bucket {
    /// Finds the bucket; a wrong name, address or key shows here and not at the first upload.
    pub async fn open(settings: BucketSettings) -> Result<Self, Fault> {
        // A long download may take its time; a store that says nothing may not.
        let client = ClientOptions::new()
            .with_allow_http(settings.endpoint.starts_with("http://"))
            .with_connect_timeout(Duration::from_secs(5))
            .with_read_timeout(Duration::from_secs(30))
            .with_timeout_disabled();
        let retry = RetryConfig {
            max_retries: 3,
            retry_timeout: Duration::from_secs(20),
            ..RetryConfig::default()
        };
        let mut builder = AmazonS3Builder::new()
            .with_client_options(client)
            .with_retry(retry)
            .with_bucket_name(settings.bucket)
            .with_region(settings.region);
        if !settings.endpoint.is_empty() {
            builder = builder.with_endpoint(settings.endpoint);
        }
        if !settings.access_key.is_empty() {
            builder = builder
                .with_access_key_id(settings.access_key)
                .with_secret_access_key(settings.secret_key);
        }
        let bucket = Self(builder.build()?);
        bucket.0.list(Some(&Path::from("none"))).try_next().await?;
        Ok(bucket)
    }

    fn path(id: Uuid) -> Path {
        Path::from_iter([FOLDER, &id.to_string()])
    }

    /// The bucket shows the file only when all of it is there.
    pub async fn keep(&self, id: Uuid, file: Spooled) -> Result<(), Fault> {
        let mut source = File::open(file.path()).await?;
        let first = next(&mut source).await?;
        if first.len() < PART {
            self.0.put(&Self::path(id), first.into()).await?;
            return Ok(());
        }
        let upload = self.0.put_multipart(&Self::path(id)).await?;
        let mut upload = WriteMultipart::new_with_chunk_size(upload, PART);
        match send(&mut upload, first, &mut source).await {
            Ok(()) => {
                upload.finish().await?;
                Ok(())
            }
            Err(cause) => {
                upload.abort().await?;
                Err(cause)
            }
        }
    }

    pub async fn read(&self, id: Uuid, range: Range<u64>) -> Result<Parts, Fault> {
        let options = GetOptions { range: Some(GetRange::Bounded(range)), ..GetOptions::default() };
        let found = self.0.get_opts(&Self::path(id), options).await?;
        Ok(found.into_stream().map_err(Fault::from).boxed())
    }

    pub async fn size(&self, id: Uuid) -> Result<u64, Fault> {
        Ok(self.0.head(&Self::path(id)).await?.size)
    }

    pub async fn remove(&self, id: Uuid) -> Result<(), Fault> {
        match self.0.delete(&Self::path(id)).await {
            Err(Error::NotFound { .. }) | Ok(()) => Ok(()),
            Err(cause) => Err(cause.into()),
        }
    }

    pub async fn list(&self) -> Result<Vec<Uuid>, Fault> {
        let name = |meta: ObjectMeta| meta.location.filename().and_then(|name| name.parse().ok());
        let found = self.0.list(Some(&Path::from(FOLDER))).map_ok(name);
        let names: Vec<Option<Uuid>> = found.try_collect().await?;
        Ok(names.into_iter().flatten().collect())
    }
}

/// The next part of a file; a short one is the last.
async fn next(source: &mut File) -> Result<Vec<u8>, Fault> {
    let mut part = Vec::with_capacity(PART);
    source.take(PART as u64).read_to_end(&mut part).await?;
    Ok(part)
}

async fn send(upload: &mut WriteMultipart, first: Vec<u8>, source: &mut File) -> Result<(), Fault> {
    let mut part = first;
    while !part.is_empty() {
        upload.put(part.into());
        upload.wait_for_capacity(AT_ONCE).await?;
        part = next(source).await?;
    }
    Ok(())
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound { .. } => Self::Missing,
            other => Self::Away(other.to_string()),
        }
    }
}
