//! A county in a box: its own database, its own clock, and people to ask it things.
//!
//! Runs on SQLite, or on PostgreSQL where `TISHENG_TEST_POSTGRES` holds the URL of a server
//! that may be filled with databases.

mod answer;
mod database;
mod ground;
mod identity;
mod ladder;
mod people;
mod place;
mod roster;
mod row;
mod sample;
mod server;
mod template;
mod trainees;

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use actix_web::web::Data;
use app::{
    Context, Request, Services,
    secrets::{KeyFile, Vault},
};
use chrono::{DateTime, Duration, Utc};
use domain::access::Actor;
use tokio::sync::OnceCell;

pub use answer::Answer;
pub use database::{Folder, empty};
pub use identity::{id_number, phone};
pub use ladder::{Ladder, SUBJECT, id};
pub use people::{PASSWORD, Person};
pub use roster::Trainee;
pub use row::put;
pub use sample::{Sample, file};
use template::Statements;
pub use template::{Kept, Template};
pub use trainees::{Enrolled, id_of};

/// 2020-06-01 00:00 UTC: the sample project is running.
const START: i64 = 1_590_969_600;

pub struct County {
    pub state: Data<api::State>,
    micros: Arc<AtomicI64>,
    server: OnceCell<server::Server>,
    statements: Statements,
    /// Held so that the folder lives as long as the county.
    _folder: Folder,
}

impl County {
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// A county in an SQLite file, whatever the others run on.
    pub async fn in_a_file() -> Self {
        let folder = Folder::new();
        let url = database::fresh_file(&folder).await;
        Self::over(folder, url, &KeyFile::generate().expect("keys"), |_| {}).await
    }

    /// A county whose settings were changed.
    pub async fn with(change: impl FnOnce(&mut api::config::Config)) -> Self {
        let folder = Folder::new();
        let url = database::fresh(&folder).await;
        Self::over(folder, url, &KeyFile::generate().expect("keys"), change).await
    }

    /// A county over a database that exists, with the keys it was filled with.
    pub(crate) async fn over(
        folder: Folder,
        url: String,
        keys: &KeyFile,
        change: impl FnOnce(&mut api::config::Config),
    ) -> Self {
        let mut config = api::config::Config {
            data_dir: folder.path().to_owned(),
            database_url: url,
            backup_dir: folder.path().join("backups"),
            public_url: "http://127.0.0.1:8080".to_owned(),
            ..api::config::Config::default()
        };
        change(&mut config);
        let micros = Arc::new(AtomicI64::new(START * 1_000_000));
        let clock = {
            let micros = micros.clone();
            Arc::new(move || {
                let at = micros.fetch_add(1, Ordering::SeqCst);
                DateTime::from_timestamp_micros(at).expect("in range")
            })
        };
        let mut db = app::Db::open(&config.database_url, 8).await.expect("a database");
        let statements = Statements::default();
        let seen = statements.clone();
        db.watch(move |sql| seen.note(sql));
        // For the program itself, where a test starts it over the same database.
        let text = serde_json::to_string(keys).expect("JSON");
        std::fs::write(folder.path().join("keys.json"), text).expect("a key file");
        let vault = Vault::open_with(keys).expect("a vault");
        let tokens = api::Tokens::new(&vault).expect("token keys");
        let files = api::files(&config).await.expect("a folder for files");
        let services = Services::new(db, vault, files, clock);
        let state = Data::new(api::State::new(services, tokens, config));
        Self { state, micros, statements, server: OnceCell::new(), _folder: folder }
    }

    /// The statements sent since this was last asked.
    #[must_use = "asking empties the list"]
    pub fn statements(&self) -> Vec<String> {
        self.statements.take()
    }

    /// Ends the county and gives its database back.
    pub async fn end(self) {
        let url = self.state.config.database_url.clone();
        self.state.services.db.clone().close().await.expect("closed");
        database::drop(&url).await;
    }

    /// Lets time pass.
    pub fn pass(&self, time: Duration) {
        self.micros.fetch_add(time.num_microseconds().expect("in range"), Ordering::SeqCst);
    }

    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.state.services.now()
    }

    /// A context of the program itself, for builders.
    #[must_use]
    pub fn system(&self) -> Context {
        Context {
            services: self.state.services.clone(),
            actor: Arc::new(Actor::default()),
            request: Request::default(),
            session: None,
        }
    }
}
