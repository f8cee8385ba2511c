use chrono::{DateTime, Duration, Utc};
use domain::{Kind, Refusal, text};
use store::{
    Write,
    accounts::{self as rows, SignIn, Throttle},
};

use super::sessions::{Opened, open};
use crate::{Context, Event, Result};

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
    /// The device signed in to this account before; it is not locked out by others' guesses.
    pub known_device: bool,
}

/// Signs in by phone, staff number or ID number. Unknown people, wrong passwords and accounts
/// not yet activated get the same answer in the same time.
pub async fn sign_in(ctx: &Context, given: &Credentials) -> Result<Opened> {
    let found = find(ctx, &given.login).await?;
    let subject = found.as_ref().map_or_else(
        || format!("login:{}", digest_text(ctx, &given.login)),
        |account| format!("account:{}", account.account),
    );
    let address = format!("address:{}", ctx.request.ip);
    ctx.run(async |work| {
        guess(&work.tx, &address, ADDRESS_FAILURES, i32::MAX, false, ctx.now()).await?;
        guess(&work.tx, &subject, FREE_FAILURES, DAY_FAILURES, given.known_device, ctx.now()).await
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
    ctx.run(async |work| {
        rows::clear_throttle(&work.tx, &subject).await?;
        forgive(&work.tx, &address).await?;
        open(work, &account).await
    })
    .await
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
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Counts an attempt as failed before it is verified, so that many at once cannot slip through,
/// or refuses it. Each failure beyond the free ones doubles the wait from 60 s up to 900 s.
async fn guess(
    tx: &Write,
    subject: &str,
    free: i32,
    day: i32,
    known_device: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    let kept = rows::find_throttle(tx, subject).await?;
    let mut seen = kept.unwrap_or(Throttle { window_at: now, ..Throttle::default() });
    let age = now.signed_duration_since(seen.window_at);
    let window = if day == i32::MAX { Duration::minutes(15) } else { Duration::days(1) };
    if age > window {
        seen = Throttle { window_at: now, ..Throttle::default() };
    }
    let locked = seen.locked_until.filter(|until| *until > now);
    let spent = seen.day_failures >= day;
    if (locked.is_some() || spent) && !known_device {
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
