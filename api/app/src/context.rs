use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, SubsecRound, Utc};
use domain::access::Actor;
use store::Db;
use uuid::{ContextV7, Timestamp, Uuid};

use crate::{
    accounts::Passwords, accounts::Sessions, accounts::Turns, attachments::Files,
    catalog::Catalogs, imports::Board, secrets::Vault, unit::Look,
};

/// Where the time comes from; tests turn it.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// What every request shares.
pub struct Services {
    pub db: Db,
    pub vault: Vault,
    pub files: Files,
    pub passwords: Passwords,
    pub sessions: Sessions,
    pub catalogs: Catalogs,
    pub turns: Turns,
    pub imports: Board,
    clock: Clock,
    ids: Mutex<ContextV7>,
}

impl Services {
    #[must_use]
    pub fn new(db: Db, vault: Vault, files: Files, clock: Clock) -> Arc<Self> {
        Arc::new(Self {
            db,
            vault,
            files,
            passwords: Passwords::new(),
            sessions: Sessions::new(),
            catalogs: Catalogs::default(),
            turns: Turns::default(),
            imports: Board::default(),
            clock,
            ids: Mutex::new(ContextV7::new()),
        })
    }

    /// The machine's own clock.
    #[must_use]
    pub fn system_clock() -> Clock {
        #[expect(clippy::disallowed_methods, reason = "the one place where real time enters")]
        Arc::new(Utc::now)
    }

    /// The present instant in whole microseconds, as both databases keep it.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        (self.clock)().trunc_subsecs(6)
    }

    /// A new id; ids sort by the instant they were made.
    #[must_use]
    pub fn new_id(&self) -> Uuid {
        let now = (self.clock)();
        let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
        let ids = self.ids.lock().unwrap_or_else(PoisonError::into_inner);
        Uuid::new_v7(Timestamp::from_unix(&*ids, seconds, now.timestamp_subsec_nanos()))
    }
}

/// The key under which the answer to a request is remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey {
    pub key: String,
    /// SHA-256 of method, path and body.
    pub fingerprint: Vec<u8>,
}

/// What is known of the request itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    pub id: String,
    pub ip: String,
    pub user_agent: String,
    pub idempotency: Option<IdempotencyKey>,
}

/// Who asks for what, and with which means.
#[derive(Clone)]
pub struct Context {
    pub services: Arc<Services>,
    pub actor: Arc<Actor>,
    pub request: Request,
    /// The session of a signed-in person.
    pub session: Option<Uuid>,
}

impl Context {
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.services.now()
    }

    #[must_use]
    pub fn new_id(&self) -> Uuid {
        self.services.new_id()
    }

    /// A unit of work that only reads.
    #[must_use]
    pub fn look(&self) -> Look<'_> {
        Look::new(self)
    }
}
