//! A database of its own for each county.

use std::path::{Path, PathBuf};

use sea_orm::{ConnectionTrait, Database};
use tokio::sync::OnceCell;
use uuid::Uuid;

/// A folder that goes when its county does.
pub struct Folder(PathBuf);

impl Default for Folder {
    fn default() -> Self {
        Self::new()
    }
}

impl Folder {
    #[must_use]
    pub fn new() -> Self {
        let path = std::env::temp_dir().join(format!("tisheng-test-{}", Uuid::new_v4()));
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The URL of a fresh copy of a migrated database: an SQLite file, or one on PostgreSQL.
pub async fn fresh(folder: &Folder) -> String {
    let Ok(server) = std::env::var("TISHENG_TEST_POSTGRES") else {
        return fresh_file(folder).await;
    };
    let template = template(&server).await;
    let name = format!("county_{}", Uuid::new_v4().simple());
    create(&server, &format!("{name} TEMPLATE {template}")).await;
    beside(&server, &name)
}

/// The URL of a fresh copy of the migrated file.
pub async fn fresh_file(folder: &Folder) -> String {
    std::fs::copy(migrated_file().await, folder.path().join("county.sqlite")).expect("a copy");
    file(folder)
}

/// The migrated file that the others are copied from; one for each test process.
async fn migrated_file() -> PathBuf {
    static FOLDER: OnceCell<Folder> = OnceCell::const_new();
    let make = || async {
        let folder = Folder::new();
        let db = app::Db::open(&file(&folder), 2).await.expect("the template");
        db.migrate().await.expect("migrated");
        db.close().await.expect("closed");
        folder
    };
    FOLDER.get_or_init(make).await.path().join("county.sqlite")
}

/// The URL of a copy of a database that nobody is connected to.
pub async fn copy(url: &str, from: &Folder, to: &Folder) -> String {
    let Ok(server) = std::env::var("TISHENG_TEST_POSTGRES") else {
        let name = "county.sqlite";
        std::fs::copy(from.path().join(name), to.path().join(name)).expect("a copy");
        return file(to);
    };
    let template = url.rsplit('/').next().expect("a name");
    let template = template.split('?').next().unwrap_or(template);
    let name = format!("copy_{}", Uuid::new_v4().simple());
    create(&server, &format!("{name} TEMPLATE {template}")).await;
    beside(&server, &name)
}

/// Gives a database back to the server.
pub async fn drop(url: &str) {
    let Ok(server) = std::env::var("TISHENG_TEST_POSTGRES") else { return };
    let name = url.rsplit('/').next().and_then(|name| name.split('?').next()).expect("a name");
    let admin = Database::connect(&server).await.expect("the PostgreSQL server");
    let done = admin.execute_unprepared(&format!("DROP DATABASE {name}")).await;
    done.expect("dropped");
    admin.close().await.expect("closed");
}

/// The URL of a database that no migration has touched.
pub async fn empty(folder: &Folder) -> String {
    let Ok(server) = std::env::var("TISHENG_TEST_POSTGRES") else { return file(folder) };
    let name = format!("empty_{}", Uuid::new_v4().simple());
    create(&server, &name).await;
    beside(&server, &name)
}

fn file(folder: &Folder) -> String {
    format!("sqlite:{}?mode=rwc", folder.path().join("county.sqlite").display())
}

async fn create(server: &str, database: &str) {
    let admin = Database::connect(server).await.expect("the PostgreSQL server");
    let create = format!("CREATE DATABASE {database}");
    admin.execute_unprepared(&create).await.expect("a database");
    admin.close().await.expect("closed");
}

/// The migrated database that the others are copied from; one for each test process.
async fn template(server: &str) -> String {
    static NAME: OnceCell<String> = OnceCell::const_new();
    let make = || async {
        let name = format!("template_{}", Uuid::new_v4().simple());
        create(server, &name).await;
        let db = app::Db::open(&beside(server, &name), 2).await.expect("the template");
        db.migrate().await.expect("migrated");
        db.close().await.expect("closed");
        name
    };
    NAME.get_or_init(make).await.clone()
}

/// The same server, another database.
fn beside(server: &str, name: &str) -> String {
    let (base, query) = server.split_once('?').unwrap_or((server, ""));
    let (host, _) = base.rsplit_once('/').expect("a database in the URL");
    if query.is_empty() { format!("{host}/{name}") } else { format!("{host}/{name}?{query}") }
}
