use chrono::{DateTime, Duration, Utc};
use domain::{Kind, Refusal};
use store::accounts::{self as rows, NewCode, Person};
use uuid::Uuid;

use super::{
    sessions::{Opened, open},
    sign_in::find,
};
use crate::{Context, Event, Result, Unit, Work, secrets::sha256};

/// A code is good for this long.
const CODE_HOURS: i64 = 72;

/// First sign-in with the code that the school handed out (F07).
#[derive(Debug, Clone)]
pub struct Activation {
    pub login: String,
    pub code: String,
    pub new_password: String,
    /// The person confirmed the data shown and agrees to its use.
    pub consent: bool,
}

/// The person a code belongs to, to be confirmed by its owner.
#[derive(Debug, Clone)]
pub struct CheckedPerson {
    pub person: Person,
    pub account: Uuid,
    /// Where they are enrolled, to be confirmed too.
    pub places: Vec<OwnPlace>,
    code: Uuid,
}

/// A place as its holder confirms it.
#[derive(Debug, Clone)]
pub struct OwnPlace {
    pub trainee_no: String,
    pub school_name: String,
    pub stage: String,
    pub subject: String,
    pub subject_name: String,
}

/// Looks a code up without using it. A wrong name and a wrong code are told apart by nothing.
pub async fn check_code(ctx: &Context, login: &str, code: &str) -> Result<CheckedPerson> {
    let look = ctx.look();
    let code: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    let hash = sha256(code.to_uppercase().as_bytes());
    let (account, kept) = (find(ctx, login).await?, rows::find_code(&look, hash, ctx.now()).await?);
    let detail = "The name or the code is wrong, or the code was used or has run out.";
    let wrong = || Refusal::new(Kind::InvalidCredentials, detail);
    let (account, (code, owner)) = account.zip(kept).ok_or_else(wrong)?;
    if account.account != owner || account.status == "suspended" {
        return Err(wrong().into());
    }
    let person = rows::find_person(&look, account.person).await?.ok_or_else(wrong)?;
    let places = store::roster::list_of(&look, account.person).await?;
    let place = |row: store::roster::Enrollment| OwnPlace {
        trainee_no: row.trainee_no,
        school_name: row.school_name,
        stage: row.stage,
        subject_name: crate::roster::subject_name(&row.subject),
        subject: row.subject,
    };
    let places = places.into_iter().map(place).collect();
    Ok(CheckedPerson { person, account: owner, places, code })
}

/// Sets the first password and activates: this instant counts as 参训.
pub async fn activate(ctx: &Context, given: &Activation) -> Result<Opened> {
    if !given.consent {
        let detail = "Confirm your data and agree to its use to go on.";
        return Err(Refusal::field("/consent", "consent_needed", detail).into());
    }
    let checked = check_code(ctx, &given.login, &given.code).await?;
    let words = [given.login.as_str(), checked.person.name.as_str()];
    let hash = ctx.services.passwords.hash(&given.new_password, &words).await?;
    ctx.run(async |work| {
        let now = ctx.now();
        if !rows::use_code(&work.tx, checked.code, now).await? {
            let detail = "This code was just used; sign in with your password.";
            return Err(Refusal::new(Kind::InvalidCredentials, detail).into());
        }
        rows::set_password(&work.tx, checked.account, &hash, true, now).await?;
        rows::activate_enrollments(&work.tx, checked.person.id, now).await?;
        rows::end_sessions(&work.tx, checked.account, None, None, now).await?;
        let account = rows::find_account(work, checked.account).await?;
        let account = account.ok_or_else(Refusal::not_found)?;
        open(work, &account).await
    })
    .await
}

/// A code, shown this once.
#[derive(Debug, Clone)]
pub struct Issued {
    pub code: String,
    pub expires_at: DateTime<Utc>,
}

/// Makes codes for accounts, in their order, and leaves that in the audit trail.
pub async fn issue_codes(work: &Work<'_>, accounts: &[Uuid]) -> Result<Vec<String>> {
    let (shown, _) = make_codes(work, accounts).await?;
    work.record(Event::new("codes.issued", "account", shown.len()));
    Ok(shown)
}

/// Makes codes for accounts, in their order; earlier unused codes end. The codes are shown this
/// once and stored as digests only.
pub(super) async fn make_codes(
    work: &Work<'_>,
    accounts: &[Uuid],
) -> Result<(Vec<String>, DateTime<Utc>)> {
    let ctx = work.ctx();
    let now = ctx.now();
    let expires_at = now.checked_add_signed(Duration::hours(CODE_HOURS)).unwrap_or(now);
    let mut shown = Vec::with_capacity(accounts.len());
    let mut kept = Vec::with_capacity(accounts.len());
    for account in accounts {
        let code = ctx.services.vault.random_code()?;
        kept.push(NewCode {
            id: ctx.new_id(),
            account: *account,
            hash: sha256(code.as_bytes()),
            expires_at,
            created_by: (!ctx.actor.id.is_nil()).then_some(ctx.actor.id),
            created_at: now,
        });
        shown.push(code);
    }
    rows::insert_codes(&work.tx, kept).await?;
    Ok((shown, expires_at))
}
