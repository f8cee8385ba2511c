//! Units of work. A writing one is a single transaction that holds the work, its audit row, its
//! outbox rows and the answer remembered under the idempotency key; all of it or nothing.

use std::cell::{Cell, RefCell};

use domain::{
    Kind, Refusal,
    access::{Pass, Role, Rule, Target},
};
use store::{Read, Source, Write, audit, idempotency};
use uuid::Uuid;

use crate::{Context, Error, Event, Result, secrets::sha256};

const TRIES: u32 = 4;

/// What a writing unit answers, as it is remembered under an idempotency key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    /// Header names and values worth remembering, such as `etag` and `location`.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// Whether this is the remembered answer of an earlier request.
    pub replayed: bool,
}

/// Somewhere a use case runs: it can ask the database and knows who asks.
pub trait Unit: Source {
    fn ctx(&self) -> &Context;

    /// Asks the matrix; see [`domain::access::Actor::may`].
    fn may(&self, rule: Rule, target: &Target) -> Result<Pass> {
        let pass = self.ctx().actor.may(rule, target)?;
        self.acted_as(pass.role);
        Ok(pass)
    }

    /// As [`Unit::may`], but what the caller may not read does not exist.
    fn may_seeing(&self, rule: Rule, read: Rule, target: &Target) -> Result<Pass> {
        let pass = self.ctx().actor.may_seeing(rule, read, target)?;
        self.acted_as(pass.role);
        Ok(pass)
    }

    /// Whether the caller may read it; what they may not read does not exist.
    fn may_read(&self, read: Rule, target: &Target) -> Result<Pass> {
        self.may_seeing(read, read, target)
    }

    /// Notes the role whose right was used.
    fn acted_as(&self, _role: Role) {}
}

/// A unit that only reads.
pub struct Look<'a> {
    ctx: &'a Context,
    db: Read,
}

impl<'a> Look<'a> {
    pub(crate) fn new(ctx: &'a Context) -> Self {
        Self { ctx, db: ctx.services.db.read() }
    }
}

impl Source for Look<'_> {
    type Conn = <Read as Source>::Conn;

    fn conn(&self) -> &Self::Conn {
        self.db.conn()
    }
}

impl Unit for Look<'_> {
    fn ctx(&self) -> &Context {
        self.ctx
    }
}

/// A unit that writes: one transaction.
pub struct Work<'a> {
    ctx: &'a Context,
    pub tx: Write,
    role: Cell<Option<Role>>,
    events: RefCell<Vec<Event>>,
}

impl Source for Work<'_> {
    type Conn = <Write as Source>::Conn;

    fn conn(&self) -> &Self::Conn {
        self.tx.conn()
    }
}

impl Unit for Work<'_> {
    fn ctx(&self) -> &Context {
        self.ctx
    }

    fn acted_as(&self, role: Role) {
        self.role.set(Some(role));
    }
}

impl Work<'_> {
    /// Leaves an act in the audit trail; every unit that writes leaves exactly one.
    pub fn record(&self, event: Event) {
        self.events.borrow_mut().push(event);
    }

    /// The role whose right was last used; what a review or a decision is signed with.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        self.role.get()
    }
}

impl Context {
    /// Runs a unit that writes and remembers its answer under the request's idempotency key.
    /// Lost races are tried again. A refusal leaves nothing but its audit row.
    pub async fn write(&self, work: impl AsyncFn(&Work) -> Result<Answer>) -> Result<Answer> {
        for _ in 1..TRIES {
            match self.attempt(&work).await {
                Err(Error::Store(store::Error::Busy)) => tokio::task::yield_now().await,
                done => return self.denied(done).await,
            }
        }
        self.denied(self.attempt(&work).await).await
    }

    /// Runs a unit that writes for the program itself, which has no answer to remember.
    pub async fn run<T>(&self, work: impl AsyncFn(&Work) -> Result<T>) -> Result<T> {
        let unit = self.begin().await?;
        let done = work(&unit).await?;
        unit.finish().await?;
        Ok(done)
    }

    async fn begin(&self) -> Result<Work<'_>> {
        let tx = self.services.db.write().await?;
        Ok(Work { ctx: self, tx, role: Cell::new(None), events: RefCell::default() })
    }

    async fn attempt(&self, work: &impl AsyncFn(&Work) -> Result<Answer>) -> Result<Answer> {
        let unit = self.begin().await?;
        let principal = self.actor.id.to_string();
        if let Some(key) = &self.request.idempotency {
            let whole = self.fingerprint(&key.fingerprint);
            let claimed =
                idempotency::claim(&unit.tx, &principal, &key.key, &whole, self.now()).await?;
            if let Some(earlier) = claimed {
                return self.replay(&whole, earlier);
            }
        }
        let answer = work(&unit).await?;
        if let Some(key) = &self.request.idempotency {
            let headers = serde_json::to_string(&answer.headers).map_err(Error::fault)?;
            let status = i32::from(answer.status);
            let body = self.services.vault.seal_bytes(self.actor.id, &answer.body)?;
            idempotency::remember(&unit.tx, &principal, &key.key, status, headers, body).await?;
        }
        unit.finish().await?;
        Ok(answer)
    }

    /// A denied act leaves its own audit row, since the work's transaction is gone. Whatever is
    /// refused before [`Context::write`] begins passes through here by itself.
    pub async fn denied<T>(&self, done: Result<T>) -> Result<T> {
        if let Err(Error::Refused(refusal)) = &done {
            let denied = matches!(
                refusal.kind,
                Kind::Forbidden | Kind::NotFound | Kind::SelfDealing | Kind::FourEyesRequired
            );
            if denied {
                let tx = self.services.db.write().await?;
                let mut event = Event::new("request.denied", "request", &self.request.id);
                event.reason = Some(refusal.kind.slug().to_owned());
                audit::insert(&tx, vec![self.row(event, None, "denied")]).await?;
                tx.commit().await?;
            }
        }
        done
    }

    fn row(&self, event: Event, role: Option<Role>, outcome: &str) -> audit::Event {
        let someone = (self.actor.id != Uuid::nil()).then_some(self.actor.id);
        let client = self.actor.is_client;
        audit::Event {
            id: self.new_id(),
            at: self.now(),
            project: event.project,
            county: event.county,
            school: event.school,
            actor: someone.filter(|_| !client),
            client: someone.filter(|_| client),
            role: role.map_or("none", Role::as_str).to_owned(),
            action: event.action.into_owned(),
            object_kind: event.object_kind.to_owned(),
            object_id: event.object_id,
            outcome: outcome.to_owned(),
            reason: event.reason,
            request_id: self.request.id.clone(),
            ip: self.request.ip.clone(),
            before_hash: event.before,
            after_hash: event.after,
            detail: serde_json::Value::Object(event.detail).to_string(),
            person: event.person,
        }
    }
}

impl Work<'_> {
    async fn finish(self) -> Result<()> {
        let role = self.role.get();
        let events = self.events.take().into_iter();
        let rows = events.map(|event| self.ctx.row(event, role, "done")).collect();
        audit::insert(&self.tx, rows).await?;
        Ok(self.tx.commit().await?)
    }
}

impl Context {
    /// What a key stands for: the request and the roles it was made with. Whoever holds others by
    /// now is not answered once more with what those roles were shown (T6).
    fn fingerprint(&self, request: &[u8]) -> Vec<u8> {
        let mut held: Vec<Uuid> = self.actor.appointments.iter().map(|one| one.id).collect();
        held.sort_unstable();
        let held = held.iter().flat_map(|id| id.into_bytes());
        sha256(&request.iter().copied().chain(held).collect::<Vec<_>>())
    }

    /// The answer that was remembered. It is kept sealed: it may hold a code, a secret or a
    /// phone that stands nowhere else in the clear.
    fn replay(&self, fingerprint: &[u8], earlier: idempotency::Remembered) -> Result<Answer> {
        if earlier.fingerprint != fingerprint {
            let detail = "This idempotency key was used for another request, or in other roles \
                          than yours today; take a new one.";
            return Err(Refusal::new(Kind::IdempotencyKeyReused, detail).into());
        }
        Ok(Answer {
            status: u16::try_from(earlier.status).unwrap_or(500),
            headers: serde_json::from_str(&earlier.headers).map_err(Error::fault)?,
            body: self.services.vault.open_bytes(self.actor.id, &earlier.body)?,
            replayed: true,
        })
    }
}
