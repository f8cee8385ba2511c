//! A person's own data and credentials, as others may see, reset and end them.

use chrono::{DateTime, Days, NaiveTime, Utc};
use domain::{
    Kind, Phone, Refusal,
    access::{Over, Pass, Role, Rule, Target},
    id_number, phone, text,
};
use store::{accounts as rows, appointments, roster, seats};
use uuid::Uuid;

use crate::{Event, Result, Unit, Work, edits, roster::target as place_of, secrets::printed};

/// How many people one administrator may look up in full on one day.
const REVEALS_A_DAY: i64 = 30;

/// Phone and ID number in full, for a reason that the audit trail keeps.
#[derive(Debug, Clone)]
pub struct Revealed {
    pub name: String,
    pub phone: Option<String>,
    pub id_no: Option<String>,
}

/// One's own way to be reached, masked.
#[derive(Debug, Clone)]
pub struct Contact {
    pub phone: Option<String>,
    pub id_no: Option<String>,
    pub version: i64,
}

/// Every place and role by which somebody belongs somewhere.
async fn belongings(unit: &impl Unit, person: Uuid) -> Result<(Vec<Target>, Vec<Role>)> {
    let places = roster::list_of(unit, person).await?;
    let held = appointments::list_of(unit, person).await?;
    let roles = held.iter().filter_map(|one| Role::parse(&one.role)).collect();
    let over = |one: &appointments::Appointment| {
        let kind = Role::parse(&one.role).and_then(Over::of);
        let scope =
            |kinds: &[Over]| one.scope_id.filter(|_| kind.is_some_and(|k| kinds.contains(&k)));
        Target {
            project: one.project_id,
            county: scope(&[Over::County, Over::Subject]),
            school: scope(&[Over::School]),
            class: scope(&[Over::Class]),
            workshop: scope(&[Over::Workshop]),
            subject: one.subject.clone(),
            owner: Some(person),
            ..Target::default()
        }
    };
    let mut targets: Vec<Target> = places.iter().map(place_of).collect();
    let scopes: Vec<Uuid> = held.iter().filter_map(|one| one.scope_id).collect();
    let counties = appointments::counties(unit, &scopes).await?;
    for one in &held {
        let mut target = over(one);
        let lies_in = one.scope_id.and_then(|scope| counties.get(&scope).copied());
        target.county = target.county.or(lies_in);
        targets.push(target);
    }
    if targets.is_empty() {
        targets.push(Target { owner: Some(person), ..Target::default() });
    }
    Ok((targets, roles))
}

/// Asks the matrix about a person, wherever they belong; who may not even know them gets the
/// answer of somebody who does not exist.
async fn may_person(
    work: &Work<'_>,
    rule: Rule,
    person: Uuid,
) -> Result<(Pass, Target, Vec<Role>)> {
    let (targets, roles) = belongings(work, person).await?;
    let mut refusal = Refusal::not_found();
    for target in targets {
        match work.ctx().actor.may_seeing(rule, Rule::P01Read, &target) {
            Ok(pass) => {
                work.acted_as(pass.role);
                return Ok((pass, target, roles));
            }
            Err(no) if no.kind != Kind::NotFound => refusal = no,
            Err(_) => {}
        }
    }
    Err(refusal.into())
}

/// Shows phone and ID number in full: after a fresh sign-in, for a reason, at most thirty
/// people a day, and never without a trace (P03).
pub async fn reveal(work: &Work<'_>, id: Uuid, reason: &str) -> Result<Revealed> {
    let (_, target, _) = may_person(work, Rule::P03Reveal, id).await?;
    let person = rows::find_person(work, id).await?.ok_or_else(Refusal::not_found)?;
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let kind = format!("reveals-{}", now.date_naive());
    if !seats::take(&work.tx, &kind, ctx.actor.id, 1, Some(REVEALS_A_DAY)).await? {
        let detail = format!("At most {REVEALS_A_DAY} people a day; go on tomorrow.");
        return Err(Refusal::rule(Kind::RateLimited, "reveals_used_up", detail)
            .retry_after(until_midnight(now))
            .into());
    }
    let open = |sealed: Option<Vec<u8>>| {
        sealed.map(|sealed| ctx.services.vault.open(id, &sealed)).transpose()
    };
    let revealed = Revealed {
        phone: open(person.phone_sealed)?,
        id_no: open(person.id_no_sealed)?,
        name: person.name,
    };
    work.record(Event::new("person.revealed", "person", id).at(&target).because(reason));
    Ok(revealed)
}

fn until_midnight(now: DateTime<Utc>) -> u32 {
    let tomorrow = now.date_naive().checked_add_days(Days::new(1));
    let midnight = tomorrow.map(|day| day.and_time(NaiveTime::MIN).and_utc());
    let seconds = midnight.map_or(86_400, |at| at.signed_duration_since(now).num_seconds());
    u32::try_from(seconds.max(1)).unwrap_or(86_400)
}

/// One's own phone and ID number, masked.
pub async fn contact(unit: &impl Unit) -> Result<Contact> {
    let id = unit.ctx().actor.id;
    let person = rows::find_person(unit, id).await?.ok_or_else(Refusal::not_found)?;
    let open = |sealed: Option<Vec<u8>>| {
        sealed.map(|sealed| unit.ctx().services.vault.open(id, &sealed)).transpose()
    };
    Ok(Contact {
        phone: open(person.phone_sealed)?.map(|digits| phone::mask(&digits)),
        id_no: open(person.id_no_sealed)?.map(|number| id_number::mask(&number)),
        version: person.version,
    })
}

/// Changes one's own phone, by which one signs in; after a fresh sign-in (P04).
pub async fn change_contact(work: &Work<'_>, version: i64, phone: &str) -> Result<Contact> {
    let (ctx, id) = (work.ctx(), work.ctx().actor.id);
    let own = Target { owner: Some(id), ..Target::default() };
    work.may(Rule::P04Change, &own)?;
    let phone = Phone::parse(&text::clean_code(phone).value).map_err(|fault| {
        let detail = "Write eleven digits, beginning with 13 to 19.";
        Refusal::field("/phone", fault.code(), detail)
    })?;
    let hash = ctx.services.vault.digest("phone", phone.as_str());
    let before = rows::phone_hash(work, id).await?;
    if rows::phone_taken(work, &hash, id).await? {
        let detail = "Somebody else signs in by this phone; is it really yours?";
        return Err(Refusal::new(Kind::Duplicate, detail)
            .with("/phone", "duplicate_phone", detail)
            .into());
    }
    let sealed = ctx.services.vault.seal(id, phone.as_str())?;
    let text = |hash: &Vec<u8>| printed(hash);
    let changed = ("phone", before.as_ref().map(text), Some(text(&hash)));
    edits::note(work, "persons", id, [changed]).await?;
    if !rows::update_phone(&work.tx, id, version, sealed, hash, ctx.now()).await? {
        return Err(crate::stale().into());
    }
    work.record(Event::new("contact.changed", "person", id).at(&own));
    contact(work).await
}

/// A code by which somebody sets a new password; nobody else ever sees or chooses one (A03).
pub async fn reset_code(work: &Work<'_>, id: Uuid) -> Result<super::Issued> {
    let (pass, target, roles) = may_person(work, Rule::A03Issue, id).await?;
    work.ctx().actor.stands_above(pass, &roles)?;
    let account = rows::find_account_of(work, id).await?.ok_or_else(Refusal::not_found)?;
    let (mut codes, expires_at) = super::activation::make_codes(work, &[account.account]).await?;
    let event = Event::new("code.reset", "account", account.account).at(&target);
    work.record(event.with("person", id.to_string()));
    let code = codes.pop().unwrap_or_default();
    Ok(super::Issued { code, expires_at })
}

/// Signs somebody out everywhere (A02).
pub async fn revoke_sessions(work: &Work<'_>, id: Uuid, reason: &str) -> Result<u64> {
    let (_, target, _) = may_person(work, Rule::A02Revoke, id).await?;
    let account = rows::find_account_of(work, id).await?.ok_or_else(Refusal::not_found)?;
    let now = work.ctx().now();
    let ended = rows::end_sessions(&work.tx, account.account, None, None, now).await?;
    let event = Event::new("sessions.revoked", "person", id).at(&target).because(reason);
    work.record(event.with("ended", ended));
    work.ctx().services.sessions.forget_all();
    Ok(ended)
}
