use chrono::NaiveDate;
use domain::{
    Kind, Phone, Refusal,
    access::{Over, Role, Rule, Target},
    roster::is_name,
    text,
};
use store::{
    appointments as rows, bulk,
    bulk::roster::{self as people, NewPerson},
    projects::Project,
};
use uuid::Uuid;

use super::{Appointment, Held, scope, show};
use crate::{Event, Result, Unit, Work, projects, roster};

/// Who gets the role.
#[derive(Debug, Clone)]
pub enum Whom {
    /// Somebody whom the platform knows already.
    Known(Uuid),
    /// Somebody new, who gets an account to activate by a code.
    New { name: String, phone: Option<String>, staff_no: Option<String> },
}

/// A role to be given.
#[derive(Debug, Clone)]
pub struct NewAppointment {
    pub whom: Whom,
    pub role: Role,
    /// What the role is over; the project or its county where the role leaves no choice.
    pub scope: Option<Uuid>,
    /// Code of an expert's subject.
    pub subject: Option<String>,
    /// The office held, which a school's administrator must have (s.43).
    pub title: Option<String>,
    /// Today where it is not said.
    pub valid_from: Option<NaiveDate>,
    pub valid_to: Option<NaiveDate>,
}

/// Gives a role: nobody gives one equal to or above the own one, to himself, or outside the
/// own scope (S9).
pub async fn give(work: &Work<'_>, project: Uuid, new: NewAppointment) -> Result<Held> {
    let (project, _) = projects::find(work, project).await?;
    let (over, scope, place) = scope::resolve(work, &project, new.role, new.scope).await?;
    let owner = match new.whom {
        Whom::Known(id) => Some(id),
        Whom::New { .. } => None,
    };
    let place = Target { owner, project: Some(project.id), ..place };
    let pass = work.ctx().actor.may_grant(new.role, &place)?;
    work.acted_as(pass.role);
    let today = work.ctx().now().date_naive();
    let valid_from = new.valid_from.unwrap_or(today);
    check(&new, over, valid_from)?;
    bulk::project::lock(&work.tx, project.id).await?;
    let person = whom(work, &project, &new.whom).await?;
    let row = Appointment {
        id: work.ctx().new_id(),
        person_id: person,
        person_name: String::new(),
        project_id: (over != Over::Platform).then_some(project.id),
        role: new.role.as_str().to_owned(),
        scope_kind: over.as_str().to_owned(),
        scope_id: scope,
        subject: new.subject.filter(|_| over == Over::Subject),
        title: new.title.and_then(|title| text::clean_line(&title).some()),
        valid_from,
        valid_to: new.valid_to,
        suspended_at: None,
        ended_at: None,
        created_at: work.ctx().now(),
        version: 1,
    };
    fits_beside(work, &row, new.role, today).await?;
    let by = work.ctx().actor.id;
    rows::insert(&work.tx, &row, (!by.is_nil()).then_some(by)).await?;
    let event = Event::new("appointment.given", "appointment", row.id).at(&place);
    work.record(event.with("role", row.role.clone()).with("person", person.to_string()));
    work.ctx().services.sessions.forget_all();
    show(work, row.id).await
}

/// What the role needs to be complete.
fn check(new: &NewAppointment, over: Over, valid_from: NaiveDate) -> Result<()> {
    let bare = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
    if new.role == Role::SchoolAdmin && bare(&new.title) {
        let detail = "Say which office they hold at the school, such as 副校长.";
        return Err(Refusal::field("/title", "title_required", detail).into());
    }
    let known = new.subject.as_deref().is_some_and(roster::is_subject);
    if over == Over::Subject && !known {
        let detail = "Name the expert's subject by its code.";
        return Err(Refusal::field("/subject", "subject_unknown", detail).into());
    }
    if new.valid_to.is_some_and(|last| last < valid_from) {
        let detail = "The last day lies before the first.";
        return Err(Refusal::field("/valid_to", "ends_before_it_begins", detail).into());
    }
    Ok(())
}

/// Nobody gets the same role twice, and an auditor holds no other role in the project (S11).
async fn fits_beside(
    work: &Work<'_>,
    row: &Appointment,
    role: Role,
    today: NaiveDate,
) -> Result<()> {
    let held = rows::list_of(work, row.person_id).await?;
    let lasting = held.iter().filter(|one| one.valid_to.is_none_or(|last| last >= today));
    let here: Vec<_> = lasting.filter(|one| one.project_id == row.project_id).collect();
    let same = |one: &&&Appointment| {
        (&one.role, one.scope_id, &one.subject) == (&row.role, row.scope_id, &row.subject)
    };
    if here.iter().any(|one| same(&one)) {
        let detail = "They hold this role already; end it first to give it anew.";
        return Err(Refusal::rule(Kind::Duplicate, "already_held", detail).into());
    }
    let audits = |role: &str| role == Role::Auditor.as_str();
    let enrolled = role == Role::Auditor
        && store::accounts::memberships_of(work, row.person_id)
            .await?
            .iter()
            .any(|place| Some(place.project) == row.project_id);
    let beside = if role == Role::Auditor { !here.is_empty() } else { false };
    if beside || enrolled || here.iter().any(|one| audits(&one.role)) {
        let detail = "An auditor holds no other role in the project; appoint somebody else.";
        return Err(Refusal::rule(Kind::InvalidTransition, "auditor_independent", detail).into());
    }
    Ok(())
}

/// The person to be appointed: known to the caller, or somebody new.
async fn whom(work: &Work<'_>, project: &Project, whom: &Whom) -> Result<Uuid> {
    let (name, phone, staff_no) = match whom {
        Whom::Known(id) => return known(work, project, *id).await,
        Whom::New { name, phone, staff_no } => (name, phone, staff_no),
    };
    let name = text::clean_name(name).value;
    if name.is_empty() || !is_name(&name) {
        let detail = "Write the name without digits or signs.";
        return Err(Refusal::field("/person/name", "name_invalid", detail).into());
    }
    let phone = phone.as_deref().map(|typed| Phone::parse(&text::clean_code(typed).value));
    let phone = phone.transpose().map_err(|fault| {
        let detail = "Write eleven digits, beginning with 13 to 19.";
        Refusal::field("/person/phone", fault.code(), detail)
    })?;
    let staff_no = staff_no.as_deref().and_then(|text| text::clean_code(text).some());
    if phone.is_none() && staff_no.is_none() {
        let detail = "Give a phone or a staff number, by which they sign in.";
        return Err(Refusal::field("/person", "login_needed", detail).into());
    }
    let (ctx, vault) = (work.ctx(), &work.ctx().services.vault);
    let id = ctx.new_id();
    let digits = phone.as_ref().map(Phone::as_str);
    let hash = digits.map(|digits| vault.digest("phone", digits));
    let staff_no = staff_no.map(|number| number.to_uppercase());
    if store::accounts::login_taken(work, hash.as_deref(), staff_no.as_deref()).await? {
        let detail = "Somebody signs in by this phone or number already; appoint them by name.";
        return Err(Refusal::rule(Kind::Duplicate, "login_taken", detail).into());
    }
    let person = NewPerson {
        id,
        account: ctx.new_id(),
        name,
        gender: None,
        id_no_sealed: None,
        id_no_hash: None,
        phone_sealed: digits.map(|digits| vault.seal(id, digits)).transpose()?,
        phone_hash: hash,
        key_id: vault.key_id().to_owned(),
        staff_no,
    };
    people::insert_people(&work.tx, vec![person], ctx.now()).await?;
    Ok(id)
}

/// Somebody with a place or a role in the project whom the caller may see, or whom no project
/// has yet; everybody else does not exist here.
async fn known(work: &Work<'_>, project: &Project, id: Uuid) -> Result<Uuid> {
    let unknown = || {
        let detail = "There is nobody like this in the project; add them by name and phone.";
        Refusal::field("/person_id", "person_unknown", detail)
    };
    let places = store::roster::list_of(work, id).await?;
    let place = places.iter().find(|place| place.project_id == project.id);
    if let Some(place) = place {
        work.ctx().actor.may(Rule::P01Read, &roster::target(place)).map_err(|_| unknown())?;
        return Ok(id);
    }
    let held = rows::list_of(work, id).await?;
    if held.iter().any(|one| one.project_id == Some(project.id)) {
        return Ok(id);
    }
    let free = places.is_empty() && held.is_empty();
    let exists = store::accounts::find_person(work, id).await?.is_some();
    Ok((free && exists).then_some(id).ok_or_else(unknown)?)
}
