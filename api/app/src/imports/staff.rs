use std::collections::{HashMap, HashSet};

use domain::{
    Kind, Phone,
    access::{Role, Target},
    phone::PhoneFault,
};
use store::{
    accounts,
    bulk::{
        groups::{self as groups, Class, NewAppointment, Trainee, Workshop},
        roster::{self as people, NewPerson},
        schools,
        staff::{self as rows, Held},
    },
    imports::Change,
};
use uuid::Uuid;

use super::{
    file::{cell, code, each_row, is_long, is_note, refusal},
    plan::{Effect, Ground, Plan, Verdict, Writes as AnyWrites, made},
};
use crate::{Result, Unit, Work};

/// Roles to be granted, and the people who are not on the roster.
#[derive(Default)]
pub(super) struct Writes {
    people: Vec<Newcomer>,
    /// Phones of people who had none to sign in by.
    phones: Vec<(Uuid, Phone)>,
    grants: Vec<NewAppointment>,
}

/// Somebody who is not on the roster, with the phone they sign in by.
struct Newcomer {
    id: Uuid,
    account: Uuid,
    name: String,
    phone: Option<Phone>,
}

struct Judge<'a, U: Unit> {
    unit: &'a U,
    ground: &'a Ground,
    held: Vec<Held>,
    trainees: HashMap<String, Trainee>,
    /// People of the staff by name.
    staff: HashMap<String, Uuid>,
    classes: HashMap<String, Class>,
    workshops: HashMap<String, Workshop>,
    /// Codes of other counties that the file names.
    foreign: HashSet<String>,
    /// Whose phone it is, by its digest.
    phones: HashMap<Vec<u8>, Uuid>,
    writes: Writes,
}

/// One role per row: role, scope_kind, scope_code, person (a trainee number or a name; F06).
pub(super) async fn plan<U: Unit>(
    unit: &U,
    ground: &Ground,
    name: &str,
    content: &[u8],
) -> Result<Plan> {
    let held = rows::held(unit, ground.project).await?;
    let (foreign, phones) = survey(unit, ground, name, content).await?;
    let classes = ground.classes(unit).await?;
    let mut workshops = groups::load_workshops(unit, ground.project).await?;
    workshops.retain(|_, one| {
        let class = classes.values().any(|class| class.id == one.host);
        class || ground.reaches_any(&[one.host])
    });
    let mut judge = Judge {
        unit,
        ground,
        staff: held.iter().map(|one| (one.name.clone(), one.person)).collect(),
        held,
        trainees: ground.trainees(unit).await?,
        classes,
        workshops,
        foreign,
        phones,
        writes: Writes::default(),
    };
    let mut verdicts = vec![];
    each_row(ground.kind, &ground.progress, content, name, |row| verdicts.push(judge.row(row)))
        .map_err(|fault| refusal(&fault))?;
    Ok(Plan::new(verdicts, AnyWrites::Staff(judge.writes)))
}

/// What a role is over, and where that lies.
struct Over {
    project: Option<Uuid>,
    kind: &'static str,
    scope: Option<Uuid>,
    subject: Option<String>,
    place: Target,
}

/// The codes in the file by which another county is known (a role over that county is none over
/// this one), and whose the phones in it are.
async fn survey(
    unit: &impl Unit,
    ground: &Ground,
    name: &str,
    content: &[u8],
) -> Result<(HashSet<String>, HashMap<Vec<u8>, Uuid>)> {
    let vault = &unit.ctx().services.vault;
    let (mut named, mut digests) = (HashSet::new(), vec![]);
    let county = [Role::CountyAdmin, Role::RegionalViewer].map(Role::as_str);
    each_row(ground.kind, &ground.progress, content, name, |row| {
        if county.contains(&cell(row, "role").as_str()) {
            named.insert(code(row, "scope_code"));
        }
        if let Ok(phone) = Phone::parse(&code(row, "phone")) {
            digests.push(vault.digest("phone", phone.as_str()));
        }
    })
    .map_err(|fault| refusal(&fault))?;
    let mut foreign = HashSet::new();
    for code in named.into_iter().take(FOREIGN) {
        if schools::is_other_county(unit, ground.county, &code).await? {
            foreign.insert(code);
        }
    }
    Ok((foreign, people::by_phone(unit, &digests).await?))
}

/// A file names one county, a wrong one perhaps a few.
const FOREIGN: usize = 50;

impl<U: Unit> Judge<'_, U> {
    fn row(&mut self, row: &sheet::Row<'_>) -> Verdict {
        let (word, person) = (cell(row, "role"), cell(row, "person"));
        if word.is_empty() && person.is_empty() || is_note(row) {
            return Verdict::skipped(row.line);
        }
        match self.judge(row, &word, &person) {
            Ok(effect) => Verdict::accepted(row.line, effect, person),
            Err(code) => Verdict::rejected(row.line, code, person),
        }
    }

    fn judge(
        &mut self,
        row: &sheet::Row<'_>,
        word: &str,
        name: &str,
    ) -> Result<Effect, &'static str> {
        let role = if word == "operator" { "platform_operator" } else { word };
        let role = Role::parse(role).filter(|role| role.rank() > 0).ok_or("role_unknown")?;
        let over = self.over(role, &code(row, "scope_code"))?;
        if name.is_empty() || name.chars().count() > 50 {
            return Err("person_invalid");
        }
        let title = cell(row, "title");
        if is_long(&[(&title, 100)]) {
            return Err("text_too_long");
        }
        let phone = phone(row)?;
        let known = self.known(name, phone.as_ref())?;
        let same = |one: &Held| {
            Some(one.person) == known
                && one.role == role.as_str()
                && one.scope == over.scope
                && one.subject == over.subject
        };
        let held = self.held.iter().any(same);
        if held && !self.is_reached_by(known, phone.as_ref()) {
            return Ok(Effect::Unchanged);
        }
        self.may_give(role, &Target { owner: known, ..over.place })?;
        if held {
            self.reach(known, phone);
            return Ok(Effect::Updated);
        }
        let reachable = phone.is_some();
        if self.is_reached_by(known, phone.as_ref()) {
            self.reach(known, phone.clone());
        }
        let person = known.unwrap_or_else(|| self.newcomer(name, phone));
        self.held.push(Held {
            person,
            name: name.to_owned(),
            role: role.as_str().to_owned(),
            scope: over.scope,
            subject: over.subject.clone(),
            reachable,
        });
        let by = self.unit.ctx().actor.id;
        self.writes.grants.push(NewAppointment {
            id: self.unit.ctx().new_id(),
            person,
            project: over.project,
            role: role.as_str().to_owned(),
            scope_kind: over.kind.to_owned(),
            scope: over.scope,
            subject: over.subject,
            title: Some(title).filter(|title| !title.is_empty()),
            created_by: (!by.is_nil()).then_some(by),
        });
        Ok(Effect::Created)
    }

    /// Whether the file brings the first phone of somebody of the staff.
    fn is_reached_by(&self, known: Option<Uuid>, phone: Option<&Phone>) -> bool {
        let mut held = self.held.iter().filter(|one| Some(one.person) == known).peekable();
        phone.is_some() && held.peek().is_some() && held.all(|one| !one.reachable)
    }

    fn reach(&mut self, known: Option<Uuid>, phone: Option<Phone>) {
        let Some((person, phone)) = known.zip(phone) else { return };
        for one in self.held.iter_mut().filter(|one| one.person == person) {
            one.reachable = true;
        }
        self.phones.insert(self.digest(&phone), person);
        self.writes.phones.push((person, phone));
    }

    /// A file gives no role that its bearer could not give by hand (S9), and an auditor holds
    /// no other role in the project (S11).
    fn may_give(&self, role: Role, place: &Target) -> Result<(), &'static str> {
        if let Err(refusal) = self.unit.ctx().actor.may_grant(role, place) {
            let own = refusal.kind == Kind::SelfDealing;
            return Err(if own { "self_dealing" } else { "role_not_yours" });
        }
        let audits = role == Role::Auditor;
        let beside = |one: &Held| {
            Some(one.person) == place.owner && (audits || one.role == Role::Auditor.as_str())
        };
        let enrolled = |one: &Trainee| audits && Some(one.person) == place.owner;
        if self.held.iter().any(beside) || self.trainees.values().any(enrolled) {
            return Err("auditor_independent");
        }
        Ok(())
    }

    fn over(&self, role: Role, code: &str) -> Result<Over, &'static str> {
        let (project, county) = (Some(self.ground.project), Some(self.ground.county));
        let here = Target { project, county, ..Target::default() };
        let over = |kind, scope: Option<Uuid>, place: Target| {
            Ok(Over { project, kind, scope, subject: None, place })
        };
        match role {
            Role::PlatformOperator => {
                let place = Target::default();
                Ok(Over { project: None, kind: "platform", scope: None, subject: None, place })
            }
            Role::ProjectTeam | Role::Auditor => over("project", project, here),
            Role::CountyAdmin | Role::RegionalViewer if self.foreign.contains(code) => {
                Err("scope_unknown")
            }
            Role::CountyAdmin | Role::RegionalViewer => over("county", county, here),
            Role::SchoolAdmin => {
                let school = self.ground.schools.find(code, code).ok_or("scope_unknown")?;
                over("school", Some(school), Target { school: Some(school), ..here })
            }
            Role::JointClassAdmin | Role::ClassTutor => {
                let class = self.classes.get(code).ok_or("scope_unknown")?;
                // The class of one school is that school's.
                let school = class.schools.first().filter(|_| class.schools.len() == 1).copied();
                let member_schools = class.schools.clone();
                let place = Target { school, class: Some(class.id), member_schools, ..here };
                over("class", Some(class.id), place)
            }
            Role::SubjectExpert => {
                let subject = self.ground.reference.subjects();
                let subject = subject.iter().find(|one| one.code == code || one.name == code);
                let subject = Some(subject.ok_or("scope_unknown")?.code.clone());
                let place = Target { subject: subject.clone(), ..here };
                Ok(Over { project, kind: "subject", scope: county, subject, place })
            }
            _ => {
                let workshop = self.workshops.get(code).ok_or("scope_unknown")?;
                let host = |kind: &str| (workshop.host_kind == kind).then_some(workshop.host);
                let (school, class) = (host("school"), host("class"));
                let place = Target { school, class, workshop: Some(workshop.id), ..here };
                over("workshop", Some(workshop.id), place)
            }
        }
    }

    /// A trainee by number, or somebody of the staff by name. The phone of somebody else names
    /// nobody new.
    fn known(&self, name: &str, phone: Option<&Phone>) -> Result<Option<Uuid>, &'static str> {
        if let Some(trainee) = self.trainees.get(name) {
            return Ok(Some(trainee.person));
        }
        let staff = self.staff.get(name).copied();
        let owner = phone.and_then(|phone| self.phones.get(&self.digest(phone)).copied());
        if owner.is_some() && owner != staff {
            return Err("duplicate_phone");
        }
        Ok(staff)
    }

    fn digest(&self, phone: &Phone) -> Vec<u8> {
        self.unit.ctx().services.vault.digest("phone", phone.as_str())
    }

    /// Somebody who is not on the roster and holds no role yet.
    fn newcomer(&mut self, name: &str, phone: Option<Phone>) -> Uuid {
        let (id, account) = (self.unit.ctx().new_id(), self.unit.ctx().new_id());
        if let Some(phone) = &phone {
            self.phones.insert(self.digest(phone), id);
        }
        self.writes.people.push(Newcomer { id, account, name: name.to_owned(), phone });
        self.staff.insert(name.to_owned(), id);
        id
    }
}

/// The phone of a row, where it has one.
fn phone(row: &sheet::Row<'_>) -> Result<Option<Phone>, &'static str> {
    match code(row, "phone") {
        none if none.is_empty() => Ok(None),
        text => Phone::parse(&text).map(Some).map_err(PhoneFault::code),
    }
}

pub(super) async fn apply(work: &Work<'_>, writes: Writes) -> Result<Vec<Change>> {
    let (now, vault) = (work.ctx().now(), &work.ctx().services.vault);
    let mut changes = vec![];
    let mut new = vec![];
    for one in writes.people {
        changes.push(made("persons", one.id));
        changes.push(made("accounts", one.account));
        let digits = one.phone.as_ref().map(Phone::as_str);
        new.push(NewPerson {
            id: one.id,
            account: one.account,
            name: one.name,
            gender: None,
            id_no_sealed: None,
            id_no_hash: None,
            phone_sealed: digits.map(|digits| vault.seal(one.id, digits)).transpose()?,
            phone_hash: digits.map(|digits| vault.digest("phone", digits)),
            key_id: vault.key_id().to_owned(),
            staff_no: None,
        });
    }
    people::insert_people(&work.tx, new, now).await?;
    for (person, phone) in writes.phones {
        let hash = vault.digest("phone", phone.as_str());
        let sealed = vault.seal(person, phone.as_str())?;
        // One given by hand since the file was judged stays.
        if accounts::add_phone(&work.tx, person, sealed, hash, now).await? {
            changes.push(made("phones", person));
        }
    }
    changes.extend(writes.grants.iter().map(|grant| made("appointments", grant.id)));
    groups::insert_appointments(&work.tx, writes.grants, now).await?;
    Ok(changes)
}
