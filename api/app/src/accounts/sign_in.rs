use chrono::{DateTime, Duration, Utc};
use domain::{Kind, Refusal, text};
use store::{
    Write,
    accounts::{self as rows, SignIn, Throttle},
};
use uuid::Uuid;

use super::sessions::{Opened, open};
use crate::{
    Context, Event, Result,
    secrets::{same, sha256},
};

/// Free failures before an account is locked for a while, and at most in a day.
const FREE_FAILURES: i32 = 5;
const DAY_FAILURES: i32 = 100;
/// Failures from one address in fifteen minutes.
const ADDRESS_FAILURES: i32 = 300;

/// What a person signs in with.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// Phone, staff number or ID number.
    pub login: String,
    pub password: String,
    /// What the device was given when it signed in before (see [`device`]); it is not locked out
    /// by others' guesses.
    pub device: Option<String>,
}

/// Signs in by phone, staff number or ID number. Unknown people, wrong passwords and accounts
/// not yet activated get the same answer in the same time.
pub async fn sign_in(ctx: &Context, given: &Credentials) -> Result<Opened> {
    let found = find(ctx, &given.login).await?;
    let own = found.as_ref().filter(|account| knows(ctx, account, given.device.as_deref()));
    let subject = match (&found, own.and(given.device.as_deref())) {
        (None, _) => format!("login:{}", digest_text(ctx, &given.login)),
        // A device that is known has a count of its own.
        (Some(_), Some(token)) => format!("device:{}", hex(&sha256(token.as_bytes()))),
        (Some(account), None) => format!("account:{}", account.account),
    };
    let address = format!("address:{}", ctx.request.ip);
    ctx.run(async |work| {
        guess(&work.tx, &subject, FREE_FAILURES, DAY_FAILURES, ctx.now()).await?;
        // A whole school may stand behind one address: its row is held as briefly as can be.
        guess(&work.tx, &address, ADDRESS_FAILURES, i32::MAX, ctx.now()).await
    })
    .await?;
    let stored = found
        .as_ref()
        .filter(|account| account.status == "active")
        .and_then(|account| account.password_hash.as_deref());
    let fits = ctx.services.passwords.verify(&given.password, stored).await?;
    let Some(account) = found.filter(|_| fits) else {
        ctx.run(async |work| {
            work.record(Event::new("session.refused", "account", &subject));
            Ok(())
        })
        .await?;
        let detail =
            "The name or the password is wrong. First time here? Use your activation code.";
        return Err(Refusal::new(Kind::InvalidCredentials, detail).into());
    };
    let passwords = &ctx.services.passwords;
    let stronger = passwords.renew(&given.password, account.password_hash.as_deref()).await?;
    ctx.run(async |work| {
        if let Some(hash) = &stronger {
            rows::set_password(&work.tx, account.account, hash, false, ctx.now()).await?;
        }
        rows::clear_throttle(&work.tx, &subject).await?;
        let opened = open(work, &account).await?;
        forgive(&work.tx, &address).await?;
        Ok(opened)
    })
    .await
}

/// Whether it is the password of an account that is signed in already. Wrong ones are counted,
/// so that a stolen session cannot try passwords; apart from those at the door, so that nobody
/// outside keeps the owner from it.
pub(super) async fn prove(
    ctx: &Context,
    account: &SignIn,
    password: &str,
    pointer: &'static str,
) -> Result<()> {
    let subject = format!("proof:{}", account.account);
    ctx.run(async |work| guess(&work.tx, &subject, FREE_FAILURES, DAY_FAILURES, ctx.now()).await)
        .await?;
    let fits = ctx.services.passwords.verify(password, account.password_hash.as_deref()).await?;
    ctx.run(async |work| {
        if fits {
            return Ok(rows::clear_throttle(&work.tx, &subject).await?);
        }
        work.record(Event::new("session.proof_refused", "account", account.account));
        Ok(())
    })
    .await?;
    if fits {
        return Ok(());
    }
    Err(Refusal::field(pointer, "wrong_password", "This is not your password.").into())
}

/// The account behind a login name, whichever of the three it is.
pub(super) async fn find(ctx: &Context, login: &str) -> Result<Option<SignIn>> {
    let login = text::clean_code(login).value.to_uppercase();
    let vault = &ctx.services.vault;
    let (phone, id_no) = (vault.digest("phone", &login), vault.digest("id_no", &login));
    Ok(rows::find_sign_in(&ctx.look(), phone, id_no, &login).await?)
}

fn digest_text(ctx: &Context, login: &str) -> String {
    let digest = ctx.services.vault.digest("login", &text::clean_code(login).value);
    hex(digest.get(..16).unwrap_or_default())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a device keeps after signing in to an account: `salt.digest`. It proves nothing but that
/// somebody signed in there before, so that guesses from elsewhere do not lock its owner out.
pub(super) fn device(ctx: &Context, account: Uuid) -> Result<String> {
    let salt = ctx.services.vault.random_text(12)?;
    let digest = ctx.services.vault.digest("device", &format!("{account} {salt}"));
    Ok(format!("{salt}.{}", hex(&digest)))
}

fn knows(ctx: &Context, account: &SignIn, token: Option<&str>) -> bool {
    token.and_then(|token| token.split_once('.')).is_some_and(|(salt, given)| {
        let kept = ctx.services.vault.digest("device", &format!("{} {salt}", account.account));
        same(hex(&kept).as_bytes(), given.as_bytes())
    })
}

/// Counts an attempt as failed before it is verified, so that many at once cannot slip through,
/// or refuses it. Each failure beyond the free ones doubles the wait from 60 s up to 900 s.
async fn guess(tx: &Write, subject: &str, free: i32, day: i32, now: DateTime<Utc>) -> Result<()> {
    rows::begin_throttle(tx, subject, now).await?;
    let kept = rows::find_throttle(tx, subject).await?;
    let mut seen = kept.unwrap_or(Throttle { window_at: now, ..Throttle::default() });
    let age = now.signed_duration_since(seen.window_at);
    let window = if day == i32::MAX { Duration::minutes(15) } else { Duration::days(1) };
    if age > window {
        seen = Throttle { window_at: now, ..Throttle::default() };
    }
    let locked = seen.locked_until.filter(|until| *until > now);
    let spent = seen.day_failures >= day;
    if locked.is_some() || spent {
        let until = locked.unwrap_or_else(|| at(seen.window_at, Duration::days(1)));
        let seconds = until.signed_duration_since(now).num_seconds().clamp(1, 86_400);
        let detail = "Too many attempts; wait a while, or ask your school for a new code.";
        let wait = u32::try_from(seconds).unwrap_or(900);
        return Err(Refusal::new(Kind::TooManyAttempts, detail).retry_after(wait).into());
    }
    seen.failures = seen.failures.saturating_add(1);
    seen.day_failures = seen.day_failures.saturating_add(1);
    if seen.failures >= free {
        let doublings = u32::try_from(seen.failures.saturating_sub(free)).unwrap_or(0).min(4);
        let wait = 60_i64.saturating_mul(1 << doublings).min(900);
        seen.locked_until = Some(at(now, Duration::seconds(wait)));
    }
    Ok(rows::save_throttle(tx, subject, &seen).await?)
}

/// A good sign-in takes its own attempt off the address's count again.
async fn forgive(tx: &Write, subject: &str) -> Result<()> {
    if let Some(mut seen) = rows::find_throttle(tx, subject).await? {
        seen.failures = seen.failures.saturating_sub(1).max(0);
        seen.day_failures = seen.day_failures.saturating_sub(1).max(0);
        if seen.failures < ADDRESS_FAILURES {
            seen.locked_until = None;
        }
        rows::save_throttle(tx, subject, &seen).await?;
    }
    Ok(())
}

fn at(start: DateTime<Utc>, after: Duration) -> DateTime<Utc> {
    start.checked_add_signed(after).unwrap_or(start)
}
