//! Files in an S3-compatible bucket, against a server that speaks S3; `scripts/with-s3.sh` starts
//! one and names it in `TISHENG_TEST_S3`.

use actix_web::http::Method;
use app::attachments::{BucketSettings, FileStore};
use futures_util::TryStreamExt;
use tests::{County, Folder};
use uuid::Uuid;

/// The store to test against; its absence is an error where nothing may be skipped.
fn settings(bucket: &str) -> Option<BucketSettings> {
    let Ok(endpoint) = std::env::var("TISHENG_TEST_S3") else {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "run me under scripts/with-s3.sh");
        println!("SKIPPED: run scripts/with-s3.sh cargo test --workspace --test it bucket::");
        return None;
    };
    Some(BucketSettings {
        bucket: bucket.to_owned(),
        endpoint,
        region: "us-east-1".to_owned(),
        access_key: "key".to_owned(),
        secret_key: "secret".to_owned(),
    })
}

/// Keeps a file of so many bytes, handed over in small parts; answers what it holds.
async fn keep(store: &FileStore, id: Uuid, size: u32) -> Vec<u8> {
    let content: Vec<u8> = (0..size).map(|at| at.to_le_bytes()[1] ^ at.to_le_bytes()[2]).collect();
    let mut spool = store.spool(id, u64::from(size)).await.expect("a spool");
    for part in content.chunks(65_536) {
        spool.write(part).await.expect("written");
    }
    store.keep(id, spool.close().await.expect("closed")).await.expect("kept");
    content
}

#[actix_web::test]
async fn a_bucket_gives_back_what_it_was_given_whole_or_in_parts() {
    let Some(settings) = settings("tisheng") else { return };
    let folder = Folder::new();
    let store = FileStore::in_bucket(folder.path(), settings).await.expect("a bucket");
    // Smaller than a part, exactly one, exactly two, and two and a bit.
    for size in [1_000, 8 << 20, 16 << 20, 20_000_000] {
        let id = Uuid::new_v4();
        let content = keep(&store, id, size).await;
        assert!(store.list().await.expect("a list").contains(&id));
        assert!(store.arriving().await.expect("a list").is_empty());
        assert_eq!(store.size(id).await.expect("a size"), u64::from(size));
        let end = size as usize;
        for range in [0..end, 5..9, end - 10..end] {
            let asked = range.start as u64..range.end as u64;
            let parts = store.read(id, asked).await.expect("a file");
            let parts: Vec<_> = parts.try_collect().await.expect("the parts");
            assert!(size < 8 << 20 || range.len() < 100 || parts.len() > 1, "it came in one piece");
            assert_eq!(parts.concat(), content[range]);
        }
        store.remove(id).await.expect("removed");
        store.remove(id).await.expect("gone already");
        assert!(store.read(id, 0..1).await.is_err());
        assert!(!store.list().await.expect("a list").contains(&id));
    }
}

#[actix_web::test]
async fn a_bucket_that_is_not_there_shows_at_the_start() {
    let Some(settings) = settings("nobodys-bucket") else { return };
    let folder = Folder::new();
    let refused = FileStore::in_bucket(folder.path(), settings).await.expect_err("no bucket");
    assert!(refused.to_string().starts_with("the"), "{refused}");
}

#[actix_web::test]
async fn a_file_goes_through_the_api_into_the_bucket_and_back() {
    let Some(settings) = settings("tisheng") else { return };
    let county = County::with(|config| {
        config.s3_bucket = settings.bucket;
        config.s3_endpoint = settings.endpoint;
        config.s3_access_key = settings.access_key;
        config.s3_secret_key = settings.secret_key;
    })
    .await;
    let sample = county.sample().await;
    let school = sample.found_school("桶小学").await;
    let (author, _) = sample.enrolled("郑晓", school).await;
    let pdf = [b"%PDF-1.7\n".as_slice(), &[b'x'; 100_000], b"%%EOF\n"].concat();
    let path = format!("/attachments?project_id={}&name=a.pdf", sample.project);
    let kind = Some("application/octet-stream");
    let key = Uuid::new_v4().to_string();
    let headers = [("idempotency-key", key.as_str())];
    let file = author.send(Method::POST, &path, kind, pdf.clone(), &headers).await.expect(201);
    let path = format!("/attachments/{}/content", file["id"].as_str().expect("an id"));
    let whole = author.get(&path).await;
    assert_eq!(whole.bytes, pdf);
    let part = author.ask(Method::GET, &path, None, &[("range", "bytes=100-199")]).await;
    assert_eq!((part.status.as_u16(), part.bytes.as_slice()), (206, &pdf[100..200]));
    let id: Uuid = file["id"].as_str().expect("an id").parse().expect("a UUID");
    let stored = county.state.services.files.store.list().await.expect("a list");
    assert!(stored.contains(&id), "the file is not in the bucket");
    county.end().await;
}
