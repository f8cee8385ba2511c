use std::collections::HashMap;

use domain::{access::Role, text::clean_code};
use store::{
    bulk::{
        groups::{self as groups, NewAppointment, Trainee},
        roster::{self as people, NewPerson},
        staff::{self as rows, Held},
    },
    imports::Change,
};
use uuid::Uuid;

use super::{
    file::{cell, each_row, is_note, refusal},
    plan::{Effect, Ground, Plan, Verdict, Writes as AnyWrites, made},
};
use crate::{Result, Unit, Work};

/// Roles to be granted, and the people who are not on the roster.
#[derive(Default)]
pub(super) struct Writes {
    people: Vec<(Uuid, Uuid, String)>,
    grants: Vec<NewAppointment>,
}

struct Judge<'a, U: Unit> {
    unit: &'a U,
    ground: &'a Ground,
    held: Vec<Held>,
    trainees: HashMap<String, Trainee>,
    /// People of the staff by name.
    staff: HashMap<String, Uuid>,
    classes: HashMap<String, Uuid>,
    workshops: HashMap<String, Uuid>,
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
    let classes = groups::load_classes(unit, ground.project).await?;
    let workshops = groups::load_workshops(unit, ground.project).await?;
    let mut judge = Judge {
        unit,
        ground,
        staff: held.iter().map(|one| (one.name.clone(), one.person)).collect(),
        held,
        trainees: groups::load_trainees(unit, ground.project).await?,
        classes: classes.into_values().map(|one| (one.code, one.id)).collect(),
        workshops: workshops.into_values().map(|one| (one.code, one.id)).collect(),
        writes: Writes::default(),
    };
    let mut verdicts = vec![];
    each_row(ground.kind, &ground.progress, content, name, |row| verdicts.push(judge.row(row)))
        .map_err(|fault| refusal(&fault))?;
    Ok(Plan::new(verdicts, AnyWrites::Staff(judge.writes)))
}

/// What a role is over.
struct Over {
    project: Option<Uuid>,
    kind: &'static str,
    scope: Option<Uuid>,
    subject: Option<String>,
}

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
        let over = self.over(role, &clean_code(row.text("scope_code")).value)?;
        if name.is_empty() || name.chars().count() > 50 || domain::text::has_control(name) {
            return Err("person_invalid");
        }
        let person = self.person(name);
        let same = |one: &Held| {
            one.person == person
                && one.role == role.as_str()
                && one.scope == over.scope
                && one.subject == over.subject
        };
        if self.held.iter().any(same) {
            return Ok(Effect::Unchanged);
        }
        self.held.push(Held {
            person,
            name: name.to_owned(),
            role: role.as_str().to_owned(),
            scope: over.scope,
            subject: over.subject.clone(),
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
            title: Some(cell(row, "title")).filter(|title| !title.is_empty()),
            created_by: (!by.is_nil()).then_some(by),
        });
        Ok(Effect::Created)
    }

    fn over(&self, role: Role, code: &str) -> Result<Over, &'static str> {
        let project = Some(self.ground.project);
        let over = |kind, scope| Ok(Over { project, kind, scope, subject: None });
        let found = |id: Option<&Uuid>| id.copied().map(Some).ok_or("scope_unknown");
        match role {
            Role::PlatformOperator => {
                Ok(Over { project: None, kind: "platform", scope: None, subject: None })
            }
            Role::ProjectTeam | Role::Auditor => over("project", project),
            Role::CountyAdmin | Role::RegionalViewer => over("county", Some(self.ground.county)),
            Role::SchoolAdmin => {
                over("school", found(self.ground.schools.find(code, code).as_ref())?)
            }
            Role::JointClassAdmin | Role::ClassTutor => {
                over("class", found(self.classes.get(code))?)
            }
            Role::SubjectExpert => {
                let subject = self.ground.reference.subjects();
                let subject = subject.iter().find(|one| one.code == code || one.name == code);
                let subject = subject.ok_or("scope_unknown")?.code.clone();
                let scope = Some(self.ground.county);
                Ok(Over { project, kind: "subject", scope, subject: Some(subject) })
            }
            _ => over("workshop", found(self.workshops.get(code))?),
        }
    }

    /// A trainee by number, somebody of the staff by name, or somebody new.
    fn person(&mut self, name: &str) -> Uuid {
        if let Some(trainee) = self.trainees.get(name) {
            return trainee.person;
        }
        if let Some(id) = self.staff.get(name) {
            return *id;
        }
        let (id, account) = (self.unit.ctx().new_id(), self.unit.ctx().new_id());
        self.writes.people.push((id, account, name.to_owned()));
        self.staff.insert(name.to_owned(), id);
        id
    }
}

pub(super) async fn apply(work: &Work<'_>, writes: Writes) -> Result<Vec<Change>> {
    let now = work.ctx().now();
    let mut changes = vec![];
    let mut new = vec![];
    for (id, account, name) in writes.people {
        changes.push(made("persons", id));
        changes.push(made("accounts", account));
        new.push(NewPerson {
            id,
            account,
            name,
            gender: None,
            id_no_sealed: None,
            id_no_hash: None,
            phone_sealed: None,
            phone_hash: None,
            key_id: work.ctx().services.vault.key_id().to_owned(),
            staff_no: None,
        });
    }
    people::insert_people(&work.tx, new, now).await?;
    changes.extend(writes.grants.iter().map(|grant| made("appointments", grant.id)));
    groups::insert_appointments(&work.tx, writes.grants, now).await?;
    Ok(changes)
}
