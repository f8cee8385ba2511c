//! Backups: made while the program serves, whole, sealed, and put back by one command (T52).

use std::{path::Path, process::Command, time::Duration};

use actix_web::http::Method;
use domain::access::Role;
use serde_json::{Value, json};
use tests::{County, Folder, empty};

use crate::trust_process::{Server, program};

/// Runs a command of the program; answers what it printed, or what it complained of.
fn command(arguments: &[&str], folder: &Path, url: &str) -> Result<Value, String> {
    let done = Command::new(program())
        .args(arguments)
        .arg("--json")
        .env("DATABASE_URL", url)
        .env("TISHENG_DATA_DIR", folder)
        .output()
        .expect("the program");
    if done.status.success() {
        return Ok(serde_json::from_slice(&done.stdout).expect("JSON"));
    }
    Err(String::from_utf8_lossy(&done.stderr).into_owned())
}

/// Copies the key file over, as whoever restores has to.
fn bring_keys(from: &Path, to: &Path) {
    std::fs::copy(from.join("keys.json"), to.join("keys.json")).expect("the keys");
}

#[actix_web::test]
async fn a_backup_under_load_holds_every_write_acknowledged_before_and_comes_back_by_one_command() {
    let mut server = Server::new().await;
    let archive = server.folder.join("a.backup");
    let path = archive.to_str().expect("a path").to_owned();
    let before = (0..40).filter(|number| server.write(*number).is_some()).count() as u64;
    let stop = std::sync::atomic::AtomicBool::new(false);
    let made = std::thread::scope(|scope| {
        let (server, stop) = (&server, &stop);
        let writer = scope.spawn(move || {
            let mut number = 1_000;
            while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                assert!(server.write(number).is_some(), "a write failed beside the backup");
                number += 1;
            }
            number - 1_000
        });
        let made = command(&["backup", "--to", &path], server.folder.as_path(), &server.url);
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        assert!(writer.join().expect("written") > 0, "nothing was written meanwhile");
        made.expect("a backup")
    });
    assert!(made["size"].as_u64().expect("a size") > 10_000, "{made}");
    let bytes = std::fs::read(&archive).expect("the backup");
    let keys = std::fs::read_to_string(server.folder.as_path().join("keys.json")).expect("keys");
    let keys: Value = serde_json::from_str(&keys).expect("JSON");
    for secret in ["field_key", "index_key", "token_key"] {
        let secret = keys[secret].as_str().expect("a key").as_bytes();
        assert!(!bytes.windows(secret.len()).any(|window| window == secret), "a key is in it");
    }
    for canary in ["SQLite format 3", "audit_events", "sign_in"] {
        let canary = canary.as_bytes();
        assert!(!bytes.windows(canary.len()).any(|window| window == canary), "it is not sealed");
    }

    // Into an empty installation, by one command.
    let other = Folder::new();
    let url = empty(&other).await;
    let refused = command(&["restore", &path], other.path(), &url).expect_err("no keys");
    assert!(refused.contains("key file"), "{refused}");
    bring_keys(&server.folder, other.path());
    let found = command(&["restore", &path], other.path(), &url).expect("restored");
    assert!(found["found"]["audit_links"].as_u64().is_some(), "{found}");
    assert_eq!(found["found"]["missing_files"], json!([]));
    let verified = command(&["verify-audit"], other.path(), &url).expect("an intact trail");
    assert_eq!(verified["intact"], true, "{verified}");
    let db = app::Db::open(&url, 2).await.expect("the database");
    let (events, _) = store::audit::counts(&db.read()).await.expect("a count");
    db.close().await.expect("closed");
    assert!(events > before, "{before} were acknowledged before, {events} are there");

    // A server of before still uses its own database: it is neither empty nor alone.
    let refused = command(&["restore", &path, "--replace"], server.folder.as_path(), &server.url);
    let refused = refused.expect_err("in use");
    assert!(refused.contains("stop every instance"), "{refused}");
    server.kill();
}

#[actix_web::test]
async fn what_was_changed_in_a_backup_and_what_stands_in_its_place_is_refused() {
    let folder = Folder::new();
    let url = empty(&folder).await;
    let operator = ["admin", "create", "--name", "张三", "--login", "zhangsan"];
    command(&operator, folder.path(), &url).expect("an operator");
    let archive = folder.path().join("a.backup");
    let path = archive.to_str().expect("a path").to_owned();
    command(&["backup", "--to", &path], folder.path(), &url).expect("a backup");
    let refused = command(&["backup", "--to", &path], folder.path(), &url).expect_err("exists");
    assert!(refused.contains("exists"), "{refused}");

    // An installation with accounts is left alone unless it is named.
    let refused = command(&["restore", &path], folder.path(), &url).expect_err("accounts");
    assert!(refused.contains("--replace"), "{refused}");
    command(&["restore", &path, "--replace"], folder.path(), &url).expect("replaced");
    // What was restored can be backed up and restored again.
    let again = folder.path().join("b.backup");
    let again = again.to_str().expect("a path");
    command(&["backup", "--to", again], folder.path(), &url).expect("a backup");
    command(&["restore", again, "--replace"], folder.path(), &url).expect("replaced");

    // One byte anywhere, and nothing is touched.
    let other = Folder::new();
    let target = empty(&other).await;
    bring_keys(folder.path(), other.path());
    let bytes = std::fs::read(&archive).expect("the backup");
    let damaged = folder.path().join("damaged.backup");
    for place in [200, bytes.len() / 2, bytes.len() - 600] {
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        std::fs::write(&damaged, changed).expect("written");
        let name = damaged.to_str().expect("a path");
        let refused = command(&["restore", name], other.path(), &target).expect_err("damaged");
        assert!(refused.contains("does not hold"), "{place}: {refused}");
    }
    // The keys of another installation do not open it.
    std::fs::remove_file(other.path().join("keys.json")).expect("removed");
    command(&["migrate"], other.path(), &target).expect("other keys");
    let refused = command(&["restore", &path], other.path(), &target).expect_err("other keys");
    assert!(refused.contains("is not the one of the backup"), "{refused}");
}

#[actix_web::test]
async fn an_operator_starts_watches_takes_away_and_removes_a_backup() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.found_school("备份小学").await;
    let (author, _) = sample.enrolled("郑晓", school).await;
    let path = format!("/attachments?project_id={}&name=a.pdf", sample.project);
    let (kind, pdf) = (Some("application/octet-stream"), b"%PDF-1.7\n%%EOF\n".to_vec());
    author.send(Method::POST, &path, kind, pdf, &[("idempotency-key", "a")]).await.expect(201);
    author.post("/backups", json!({})).await.refused(403, "forbidden");
    let operator = county.person("运维").await.hold(Role::PlatformOperator, None, None).await;
    let key = [("idempotency-key", "b")];
    let begun = operator.ask(Method::POST, "/backups", None, &key).await.expect(202);
    let again = operator.ask(Method::POST, "/backups", None, &key).await.expect(202);
    assert_eq!(begun, again);
    let id = begun["id"].as_str().expect("an id");
    let mut shown = begun.clone();
    for _ in 0..300 {
        shown = operator.get(&format!("/backups/{id}")).await.expect(200);
        if shown["state"] != "running" {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!((&shown["state"], &shown["files"]), (&json!("done"), &json!(1)), "{shown}");
    let content = format!("/backups/{id}/content");
    let whole = operator.get(&content).await;
    assert_eq!(json!(whole.bytes.len()), shown["size"]);
    assert!(whole.bytes.starts_with(b"PK\x03\x04"));
    let part = operator.ask(Method::GET, &content, None, &[("range", "bytes=0-9")]).await;
    assert_eq!((part.status.as_u16(), part.bytes.len()), (206, 10));
    author.get(&content).await.refused(403, "forbidden");
    let list = operator.get("/backups").await.expect(200);
    assert_eq!(list["items"], json!([shown]));
    operator.delete(&format!("/backups/{id}")).await.expect(204);
    operator.get(&content).await.refused(404, "not-found");
    let left = std::fs::read_dir(&county.state.config.backup_dir).expect("a folder").count();
    assert_eq!(left, 0, "something is left of the backup");

    // A copy of everything is for whoever has just given the password.
    county.pass(chrono::Duration::minutes(6));
    operator.get("/backups").await.refused(403, "step-up-required");
    county.end().await;
}
