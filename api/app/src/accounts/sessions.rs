use std::{collections::HashMap, sync::Arc, time::Duration as StdDuration};

use chrono::{DateTime, Duration, Utc};
use domain::{
    Kind, Refusal,
    access::{Actor, Rule, Target, first_appointment},
};
use moka::future::Cache;
use store::accounts::{self as rows, Session, SignIn};
use uuid::Uuid;

use super::sign_in::{device, prove};
use crate::{Context, Error, Event, Result, Services, Unit, Work, secrets::sha256};

const ABSOLUTE_HOURS: i64 = 12;
const IDLE_MINUTES: i64 = 30;
const STEP_UP_MINUTES: i64 = 5;
/// Within this time a refresh token used twice is two tabs, not a thief.
const GRACE_SECONDS: i64 = 10;
const MOST_SESSIONS: usize = 5;

/// Who is behind a session, remembered for at most a second: a right that ended is gone then.
pub struct Sessions(Cache<Uuid, Arc<Standing>>);

struct Standing {
    actor: Arc<Actor>,
    /// The same as long as the password was given a short while ago.
    fresh: Arc<Actor>,
    confirmed_at: DateTime<Utc>,
}

impl Default for Sessions {
    fn default() -> Self {
        Self::new()
    }
}

impl Sessions {
    #[must_use]
    pub fn new() -> Self {
        let cache =
            Cache::builder().max_capacity(100_000).time_to_live(StdDuration::from_secs(1)).build();
        Self(cache)
    }

    /// Lets nothing be remembered, after rights were changed beside the program.
    pub fn forget_all(&self) {
        self.0.invalidate_all();
    }
}

/// A session just opened or renewed: what the client gets to hold.
#[derive(Debug, Clone)]
pub struct Opened {
    pub session: Uuid,
    pub person: Uuid,
    /// The refresh token, shown this once.
    pub refresh: String,
    pub refresh_expires_at: DateTime<Utc>,
    /// What the device keeps to be known again at the next sign-in.
    pub device: String,
}

/// The caller, by a session; `None` when it has ended or the account is not active.
pub async fn identify(services: &Arc<Services>, session: Uuid) -> Result<Option<Arc<Actor>>> {
    let standing = match services.sessions.0.get(&session).await {
        Some(known) => known,
        None => {
            let Some(found) = stand(services, session).await? else { return Ok(None) };
            let found = Arc::new(found);
            services.sessions.0.insert(session, found.clone()).await;
            found
        }
    };
    let since = services.now().signed_duration_since(standing.confirmed_at);
    let fresh = since <= Duration::minutes(STEP_UP_MINUTES);
    Ok(Some(if fresh { standing.fresh.clone() } else { standing.actor.clone() }))
}

async fn stand(services: &Arc<Services>, session: Uuid) -> Result<Option<Standing>> {
    let (db, now) = (services.db.read(), services.now());
    let Some((session, account)) = rows::find_standing(&db, session, now).await? else {
        return Ok(None);
    };
    if account.status != "active" {
        return Ok(None);
    }
    let today = now.date_naive();
    let actor = Actor {
        id: account.person,
        active: session.appointment,
        appointments: rows::appointments_of(&db, account.person, today).await?,
        memberships: rows::memberships_of(&db, account.person).await?,
        ..Actor::default()
    };
    let fresh = Arc::new(Actor { fresh: true, ..actor.clone() });
    Ok(Some(Standing { actor: Arc::new(actor), fresh, confirmed_at: session.confirmed_at }))
}

/// Opens a session in the role acted in last, or in the highest one; of more than five the
/// oldest end.
pub(super) async fn open(work: &Work<'_>, account: &SignIn) -> Result<Opened> {
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let live = rows::list_sessions(work, account.account, now).await?;
    let surplus = live.len().saturating_add(1).saturating_sub(MOST_SESSIONS);
    for old in live.iter().take(surplus) {
        rows::end_sessions(&work.tx, account.account, Some(old.id), None, now).await?;
    }
    let held = rows::appointments_of(work, account.person, now.date_naive()).await?;
    let last = rows::last_appointment(work, account.account).await?;
    let session = Session {
        id: ctx.new_id(),
        account: account.account,
        appointment: first_appointment(&held, last),
        user_agent: ctx.request.user_agent.chars().take(200).collect(),
        ip: ctx.request.ip.clone(),
        created_at: now,
        seen_at: now,
        confirmed_at: now,
        expires_at: later(now, Duration::hours(ABSOLUTE_HOURS)),
    };
    rows::insert_session(&work.tx, &session).await?;
    work.record(Event::new("session.opened", "session", session.id).about(account.person));
    hand_out(work, &session, account.person).await
}

async fn hand_out(work: &Work<'_>, session: &Session, person: Uuid) -> Result<Opened> {
    let now = work.ctx().now();
    let refresh = work.ctx().services.vault.random_text(32)?;
    let idle = later(now, Duration::minutes(IDLE_MINUTES));
    let expires_at = idle.min(session.expires_at);
    let hash = sha256(refresh.as_bytes());
    rows::insert_refresh(&work.tx, hash, session.id, now, expires_at).await?;
    let device = device(work.ctx(), session.account)?;
    Ok(Opened { session: session.id, person, refresh, refresh_expires_at: expires_at, device })
}

/// Turns a refresh token into a new one. Used a second time after the grace period, it was
/// stolen: the whole session ends.
pub async fn refresh(ctx: &Context, token: &str) -> Result<Opened> {
    let hash = sha256(token.as_bytes());
    let renewed = ctx
        .run(async |work| {
            let now = ctx.now();
            let Some(kept) = rows::find_refresh(work, hash.clone()).await? else {
                return Ok(Err(revoked()));
            };
            let Some((session, account)) = rows::find_standing(work, kept.session, now).await?
            else {
                return Ok(Err(revoked()));
            };
            if rows::use_refresh(&work.tx, hash.clone(), now).await? && kept.expires_at > now {
                rows::touch_session(&work.tx, session.id, now, None).await?;
                return Ok(Ok(hand_out(work, &session, account.person).await?));
            }
            let age = kept.used_at.map(|at| now.signed_duration_since(at));
            if age.is_none_or(|age| age <= Duration::seconds(GRACE_SECONDS)) {
                return Ok(Err(revoked()));
            }
            rows::end_sessions(&work.tx, session.account, Some(session.id), None, now).await?;
            work.record(Event::new("session.refresh_reused", "session", session.id));
            Ok(Err(revoked()))
        })
        .await?;
    if renewed.is_err() {
        ctx.services.sessions.forget_all();
    }
    renewed.map_err(Error::from)
}

fn revoked() -> Refusal {
    Refusal::new(Kind::InvalidCredentials, "The session has ended; sign in again.")
}

/// The caller's own data for the start page.
#[derive(Debug, Clone)]
pub struct Me {
    pub person: rows::Person,
    pub actor: Arc<Actor>,
    /// Names of the schools, classes, workshops, counties and projects that roles are over.
    pub scope_names: HashMap<Uuid, String>,
}

pub async fn me(unit: &impl Unit) -> Result<Me> {
    let actor = unit.ctx().actor.clone();
    let person = rows::find_person(unit, actor.id).await?.ok_or_else(Refusal::not_found)?;
    let scopes: Vec<Uuid> = actor.appointments.iter().filter_map(|held| held.scope).collect();
    let scope_names = rows::names_of(unit, &scopes).await?;
    Ok(Me { person, actor, scope_names })
}

/// The caller's live sessions.
pub async fn list_sessions(unit: &impl Unit) -> Result<Vec<Session>> {
    let own = Target { owner: Some(unit.ctx().actor.id), ..Target::default() };
    unit.may(Rule::A01Own, &own)?;
    let account = own_account(unit).await?;
    Ok(rows::list_sessions(unit, account.account, unit.ctx().now()).await?)
}

/// Ends one of the caller's own sessions.
pub async fn end_session(work: &Work<'_>, id: Uuid) -> Result<()> {
    let account = own_account(work).await?;
    let now = work.ctx().now();
    if rows::end_sessions(&work.tx, account.account, Some(id), None, now).await? == 0 {
        return Err(Refusal::not_found().into());
    }
    work.record(Event::new("session.ended", "session", id));
    work.ctx().services.sessions.forget_all();
    Ok(())
}

/// Chooses the appointment the caller acts in.
pub async fn choose_appointment(work: &Work<'_>, appointment: Option<Uuid>) -> Result<()> {
    let ctx = work.ctx();
    let Some(session) = ctx.session else { return Err(Refusal::forbidden().into()) };
    let held = |id| ctx.actor.appointments.iter().any(|one| one.id == id);
    if appointment.is_some_and(|id| !held(id)) {
        let detail = "Choose one of your own appointments that is in force.";
        return Err(Refusal::field("/appointment_id", "not_held", detail).into());
    }
    rows::choose_appointment(&work.tx, session, appointment).await?;
    work.record(Event::new("session.role_chosen", "session", session));
    ctx.services.sessions.forget_all();
    Ok(())
}

/// Gives the password again, so that what needs a fresh sign-in may be done.
pub async fn confirm(ctx: &Context, password: &str) -> Result<()> {
    let account = ctx.denied(own_account(&ctx.look()).await).await?;
    prove(ctx, &account, password, "/password").await?;
    ctx.run(async |work| {
        if let Some(session) = ctx.session {
            rows::touch_session(&work.tx, session, ctx.now(), Some(ctx.now())).await?;
        }
        work.record(Event::new("session.confirmed", "account", account.account));
        Ok(())
    })
    .await?;
    ctx.services.sessions.forget_all();
    Ok(())
}

/// Changes the caller's password; every other session ends.
pub async fn change_password(ctx: &Context, current: &str, new: &str) -> Result<()> {
    let account = ctx.denied(own_account(&ctx.look()).await).await?;
    prove(ctx, &account, current, "/current_password").await?;
    let hash = ctx.services.passwords.hash(new, &[]).await?;
    ctx.run(async |work| {
        let now = ctx.now();
        rows::set_password(&work.tx, account.account, &hash, false, now).await?;
        rows::end_sessions(&work.tx, account.account, None, ctx.session, now).await?;
        work.record(Event::new("password.changed", "account", account.account));
        Ok(())
    })
    .await?;
    ctx.services.sessions.forget_all();
    Ok(())
}

async fn own_account(unit: &impl Unit) -> Result<SignIn> {
    let found = rows::find_account_of(unit, unit.ctx().actor.id).await?;
    Ok(found.ok_or_else(Refusal::forbidden)?)
}

fn later(start: DateTime<Utc>, after: Duration) -> DateTime<Utc> {
    start.checked_add_signed(after).unwrap_or(start)
}
