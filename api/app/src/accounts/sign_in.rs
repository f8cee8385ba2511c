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

/// How many failures somebody or something has.
#[derive(Debug, Clone, Copy)]
struct Allowance {
    /// Failures before each further one has to wait.
    free: i32,
    /// At most in a window.
    most: i32,
    window: Duration,
}

/// Failures at one name from one place: an address, or a device that is known there.
const FROM_ONE_PLACE: Allowance = Allowance { free: 5, most: 100, window: Duration::days(1) };
/// Failures at one name from everywhere. A few wrong guesses elsewhere keep nobody out, and
/// whoever guesses from many places does not get further than from one.
const FROM_ANYWHERE: Allowance = Allowance { free: 20, most: 100, window: Duration::days(1) };
/// Failures from one address at whatever names.
const OF_AN_ADDRESS: Allowance =
    Allowance { free: 300, most: i32::MAX, window: Duration::minutes(15) };

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

/// What an attempt is counted under.
struct Counts {
    /// The name at this place, where attempts come one after the other.
    place: String,
    /// The name from anywhere; a device that is known has only its own count.
    anywhere: Option<String>,
    address: String,
}

impl Counts {
    fn of(ctx: &Context, given: &Credentials, found: Option<&SignIn>) -> Self {
        let (ip, device) = (&ctx.request.ip, given.device.as_deref());
        let address = format!("address:{ip}");
        let own = found.filter(|account| knows(ctx, account, device)).and(device);
        if let Some(token) = own {
            let place = format!("device:{}", hex(&sha256(token.as_bytes())));
            return Self { place, anywhere: None, address };
        }
        let name = match found {
            Some(account) => format!("account:{}", account.account),
            None => format!("login:{}", digest_text(ctx, &given.login)),
        };
        Self { place: format!("{name}@{ip}"), anywhere: Some(name), address }
    }

    /// Counts the attempt as failed before it is verified.
    async fn begin(&self, tx: &Write, now: DateTime<Utc>) -> Result<()> {
        guess(tx, &self.place, FROM_ONE_PLACE, now).await?;
        if let Some(name) = &self.anywhere {
            guess(tx, name, FROM_ANYWHERE, now).await?;
        }
        // A whole school may stand behind one address: its row is held as briefly as can be.
        guess(tx, &self.address, OF_AN_ADDRESS, now).await
    }

    /// Takes the attempt itself off the counts again.
    async fn forgive(&self, tx: &Write) -> Result<()> {
        if let Some(name) = &self.anywhere {
            forgive(tx, name, FROM_ANYWHERE).await?;
        }
        forgive(tx, &self.address, OF_AN_ADDRESS).await
    }
}

/// Signs in by phone, staff number or ID number. Unknown people, wrong passwords and accounts
/// not yet activated get the same answer in the same time.
pub async fn sign_in(ctx: &Context, given: &Credentials) -> Result<Opened> {
    let _inside = ctx.services.turns.enter().await?;
    let found = find(ctx, &given.login).await?;
    let counts = Counts::of(ctx, given, found.as_ref());
    let _turn = ctx.services.turns.take(&counts.place).await?;
    ctx.run(async |work| counts.begin(&work.tx, ctx.now()).await).await?;
    let stored = found
        .as_ref()
        .filter(|account| account.status == "active")
        .and_then(|account| account.password_hash.as_deref());
    let fits = match ctx.services.passwords.verify(&given.password, stored).await {
        Ok(fits) => fits,
        Err(untried) => {
            // Nothing was tried, so nothing failed.
            ctx.run(async |work| {
                forgive(&work.tx, &counts.place, FROM_ONE_PLACE).await?;
                counts.forgive(&work.tx).await
            })
            .await?;
            return Err(untried);
        }
    };
    let Some(account) = found.filter(|_| fits) else {
        let name = counts.anywhere.as_ref().unwrap_or(&counts.place);
        ctx.run(async |work| {
            work.record(Event::new("session.refused", "account", name));
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
        rows::clear_throttle(&work.tx, &counts.place).await?;
        let opened = open(work, &account).await?;
        counts.forgive(&work.tx).await?;
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
    let _turn = ctx.services.turns.take(&subject).await?;
    ctx.run(async |work| guess(&work.tx, &subject, FROM_ONE_PLACE, ctx.now()).await).await?;
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
async fn guess(tx: &Write, subject: &str, allowance: Allowance, now: DateTime<Utc>) -> Result<()> {
    rows::begin_throttle(tx, subject, now).await?;
    let kept = rows::find_throttle(tx, subject).await?;
    let mut seen = kept.unwrap_or(Throttle { window_at: now, ..Throttle::default() });
    let age = now.signed_duration_since(seen.window_at);
    if age > allowance.window {
        seen = Throttle { window_at: now, ..Throttle::default() };
    }
    let locked = seen.locked_until.filter(|until| *until > now);
    let spent = seen.day_failures >= allowance.most;
    if locked.is_some() || spent {
        let until = locked.unwrap_or_else(|| at(seen.window_at, allowance.window));
        let seconds = until.signed_duration_since(now).num_seconds().clamp(1, 86_400);
        return Err(too_many(u32::try_from(seconds).unwrap_or(900)).into());
    }
    seen.failures = seen.failures.saturating_add(1);
    seen.day_failures = seen.day_failures.saturating_add(1);
    if seen.failures >= allowance.free {
        let doublings =
            u32::try_from(seen.failures.saturating_sub(allowance.free)).unwrap_or(0).min(4);
        let wait = 60_i64.saturating_mul(1 << doublings).min(900);
        seen.locked_until = Some(at(now, Duration::seconds(wait)));
    }
    Ok(rows::save_throttle(tx, subject, &seen).await?)
}

/// When it is worth trying again, and whom to ask. It says the same to everybody: which kind of
/// account a name belongs to, if any, is nobody's business at the door.
fn too_many(seconds: u32) -> Refusal {
    let minutes = seconds.div_ceil(60);
    let detail = format!(
        "Too many wrong passwords. Try again in {minutes} min. Whoever forgot the password asks \
         for a new code: teachers and workshop leaders the school's administrator, school \
         administrators and experts the county, the county's administrators the project team, \
         the project team whoever runs the platform."
    );
    Refusal::new(Kind::TooManyAttempts, detail).retry_after(seconds)
}

/// A good sign-in takes its own attempt off a count again.
async fn forgive(tx: &Write, subject: &str, allowance: Allowance) -> Result<()> {
    if let Some(mut seen) = rows::find_throttle(tx, subject).await? {
        seen.failures = seen.failures.saturating_sub(1).max(0);
        seen.day_failures = seen.day_failures.saturating_sub(1).max(0);
        if seen.failures < allowance.free {
            seen.locked_until = None;
        }
        rows::save_throttle(tx, subject, &seen).await?;
    }
    Ok(())
}

fn at(start: DateTime<Utc>, after: Duration) -> DateTime<Utc> {
    start.checked_add_signed(after).unwrap_or(start)
}
