//! A world built once, copied as often as needed, and set back to how it began.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

use app::secrets::KeyFile;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};

use crate::{County, Folder, database};

/// What may move though nothing was done: the trail, keys of requests, guesses.
const TRACES: [&str; 4] = ["audit_events", "audit_seals", "idempotency_keys", "sign_in_throttles"];

/// A database with people and things in it, that counties are copied from.
pub struct Template {
    keys: KeyFile,
    url: String,
    folder: Folder,
    tables: Vec<String>,
}

impl Template {
    /// Builds the world that every copy begins with, and keeps each table beside itself.
    pub async fn of(build: impl AsyncFn(&County)) -> Self {
        let (keys, folder) = (KeyFile::generate().expect("keys"), Folder::new());
        let url = database::fresh(&folder).await;
        let county = County::over(Folder::new(), url.clone(), &keys, |_| {}).await;
        build(&county).await;
        county.state.services.db.clone().close().await.expect("closed");
        let db = beside(&url).await;
        let tables = tables(&db).await;
        for table in &tables {
            let keep = format!("CREATE TABLE kept_{table} AS SELECT * FROM \"{table}\"");
            db.execute_unprepared(&keep).await.expect("kept");
        }
        db.close().await.expect("closed");
        Self { keys, url, folder, tables }
    }

    /// A copy of its own.
    pub async fn county(&self) -> County {
        let folder = Folder::new();
        let url = database::copy(&self.url, &self.folder, &folder).await;
        County::over(folder, url, &self.keys, |_| {}).await
    }

    /// A second way into a copy, which sets it back.
    pub async fn kept(&self, county: &County) -> Kept {
        let db = beside(&county.state.config.database_url).await;
        Kept { db, tables: self.tables.clone() }
    }
}

/// The tables of a copy as they began.
pub struct Kept {
    db: DatabaseConnection,
    tables: Vec<String>,
}

impl Kept {
    /// The tables among these (all, where none is named) whose rows are not those of the
    /// beginning.
    pub async fn changed(&self, among: Option<&BTreeSet<String>>) -> BTreeSet<String> {
        let wanted = |table: &&String| among.is_none_or(|named| named.contains(*table));
        let ask = |table: &String| {
            let differs = |from: &str, to: &str| {
                format!("EXISTS (SELECT * FROM \"{from}\" EXCEPT SELECT * FROM \"{to}\")")
            };
            let kept = format!("kept_{table}");
            let (more, less) = (differs(table, &kept), differs(&kept, table));
            format!("SELECT '{table}' AS name WHERE {more} OR {less}")
        };
        let asked: Vec<String> = self.tables.iter().filter(wanted).map(ask).collect();
        if asked.is_empty() {
            return BTreeSet::new();
        }
        names(&self.db, &asked.join(" UNION ALL ")).await.into_iter().collect()
    }

    /// Sets these tables back.
    pub async fn set_back(&self, tables: &BTreeSet<String>) {
        for table in self.tables.iter().filter(|table| tables.contains(*table)) {
            let back = format!(
                "DELETE FROM \"{table}\"; INSERT INTO \"{table}\" SELECT * FROM kept_{table}"
            );
            self.db.execute_unprepared(&back).await.expect("set back");
        }
    }

    pub async fn close(self) {
        self.db.close().await.expect("closed");
    }
}

/// One connection for which neither foreign keys nor triggers hold.
async fn beside(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).min_connections(1).sqlx_logging(false);
    let db = Database::connect(options).await.expect("a connection");
    let free = if url.starts_with("sqlite:") {
        "PRAGMA foreign_keys = OFF; PRAGMA busy_timeout = 5000; PRAGMA synchronous = OFF"
    } else {
        "SET session_replication_role = replica"
    };
    db.execute_unprepared(free).await.expect("free");
    db
}

async fn tables(db: &DatabaseConnection) -> Vec<String> {
    let all = if db.get_database_backend() == sea_orm::DbBackend::Sqlite {
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    } else {
        "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public'"
    };
    let mut found = names(db, all).await;
    found.retain(|name| !TRACES.contains(&name.as_str()) && !name.starts_with("seaql_"));
    found
}

async fn names(db: &DatabaseConnection, sql: &str) -> Vec<String> {
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await;
    let name = |row: &sea_orm::QueryResult| row.try_get_by_index::<String>(0).expect("a name");
    rows.expect("rows").iter().map(name).collect()
}

/// The statements that a county's database was sent.
#[derive(Clone, Default)]
pub struct Statements(Arc<Mutex<Vec<String>>>);

impl Statements {
    pub(crate) fn note(&self, sql: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(sql.to_owned());
    }

    pub(crate) fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
