use std::collections::{HashMap, HashSet};

use domain::{
    access::Role, classes::admit_family, policy::Passing, reference::Family, text::clean_code,
};
use store::{
    bulk::groups::{self as rows, Class, Group, NewAppointment, Trainee, Workshop},
    imports::Change,
};
use uuid::Uuid;

use super::{
    file::{cell, code, each_row, is_long, is_note, refusal},
    plan::{Effect, Ground, Plan, Verdict, Writes as AnyWrites, altered, except, made},
};
use crate::{Result, Unit, Work, classes::excepted};

/// Workshops to be made, with their members.
#[derive(Default)]
pub(super) struct Writes {
    new: Vec<Workshop>,
    members: HashMap<Uuid, Vec<Uuid>>,
    /// New workshops and the limits that a reason passed for them.
    passed: Vec<(Uuid, &'static str)>,
}

struct Judge<'a, U: Unit> {
    unit: &'a U,
    ground: &'a Ground,
    known: HashMap<String, Workshop>,
    /// How many workshops each school or class hosts, and of which families.
    hosted: HashMap<Uuid, Vec<Family>>,
    counts: HashMap<Uuid, u32>,
    classes: HashMap<String, Class>,
    trainees: HashMap<String, Trainee>,
    seen: HashSet<String>,
    writes: Writes,
}

/// One workshop per row: 工作坊编号, 名称, 所属 (school or joint class), 类别, 坊主, 成员 (s.60).
pub(super) async fn plan<U: Unit>(
    unit: &U,
    ground: &Ground,
    name: &str,
    content: &[u8],
) -> Result<Plan> {
    let known = rows::load_workshops(unit, ground.project).await?;
    let mut hosted: HashMap<Uuid, Vec<Family>> = HashMap::new();
    let mut counts: HashMap<Uuid, u32> = HashMap::new();
    for one in known.values() {
        hosted.entry(one.host).or_default().extend(Family::parse(&one.family));
        let count = counts.entry(one.host).or_default();
        *count = count.saturating_add(1);
    }
    let mut judge = Judge {
        unit,
        ground,
        known,
        hosted,
        counts,
        classes: ground.classes(unit).await?,
        trainees: ground.trainees(unit).await?,
        seen: HashSet::new(),
        writes: Writes::default(),
    };
    let mut verdicts = vec![];
    each_row(ground.kind, &ground.progress, content, name, |row| verdicts.push(judge.row(row)))
        .map_err(|fault| refusal(&fault))?;
    Ok(Plan::new(verdicts, AnyWrites::Workshops(judge.writes)))
}

/// Every reason to reject a row.
struct Codes(Vec<&'static str>);

impl From<&'static str> for Codes {
    fn from(code: &'static str) -> Self {
        Self(vec![code])
    }
}

impl<U: Unit> Judge<'_, U> {
    fn row(&mut self, row: &sheet::Row<'_>) -> Verdict {
        let (code, name) = (code(row, "workshop_code"), cell(row, "name"));
        if code.is_empty() && name.is_empty() || is_note(row) {
            return Verdict::skipped(row.line);
        }
        match self.judge(row, code, name.clone()) {
            Ok(effect) => Verdict::accepted(row.line, effect, name),
            Err(Codes(codes)) => {
                Verdict { codes, ..Verdict::accepted(row.line, Effect::None, name) }
            }
        }
    }

    fn judge(&mut self, row: &sheet::Row<'_>, code: String, name: String) -> Result<Effect, Codes> {
        if code.is_empty() {
            return Err("workshop_code_missing".into());
        }
        if name.is_empty() {
            return Err("workshop_name_missing".into());
        }
        let reason = cell(row, "reason");
        if is_long(&[(&code, 64), (&name, 100), (&reason, 500)]) {
            return Err("text_too_long".into());
        }
        let family = family(&cell(row, "family")).ok_or("family_unknown")?;
        let (host_kind, host) = self.host(&cell(row, "host")).ok_or("host_unknown")?;
        let leader = match clean_code(row.text("leader")).value {
            none if none.is_empty() => None,
            number => Some(self.trainee(&number)?.person),
        };
        if leader == Some(self.unit.ctx().actor.id) {
            return Err("self_dealing".into()); // nobody gives a role to themselves (S9)
        }
        let known = self.known.get(&code).map(|known| known.id);
        let members = self.members(row, known)?;
        if !self.seen.insert(code.clone()) {
            return Err("duplicate_workshop_code".into());
        }
        if let Some(known) = known {
            return Ok(self.again(known, &name, family, host, &members)?);
        }
        let passed = self.room(host, family, &reason).map_err(Codes)?;
        let id = self.unit.ctx().new_id();
        self.writes.passed.extend(passed.into_iter().map(|limit| (id, limit)));
        self.writes.new.push(Workshop {
            id,
            code,
            name,
            family: family.as_str().to_owned(),
            host_kind: host_kind.to_owned(),
            host,
            county: self.ground.county,
            leader,
            reason: Some(reason).filter(|reason| !reason.is_empty()),
        });
        self.join(id, members);
        Ok(Effect::Created)
    }

    /// A workshop that is there: its members may grow, the rest has to agree.
    fn again(
        &mut self,
        id: Uuid,
        name: &str,
        family: Family,
        host: Uuid,
        members: &[String],
    ) -> Result<Effect, &'static str> {
        let known = self.known.values().find(|one| one.id == id).ok_or("workshop_differs")?;
        if known.name != name || known.family != family.as_str() || known.host != host {
            return Err("workshop_differs");
        }
        let outside = |number: &&String| {
            self.trainees.get(*number).is_some_and(|one| one.workshop != Some(id))
        };
        let new: Vec<String> = members.iter().filter(outside).cloned().collect();
        if new.is_empty() {
            return Ok(Effect::Unchanged);
        }
        self.join(id, new);
        Ok(Effect::Updated)
    }

    fn join(&mut self, workshop: Uuid, numbers: Vec<String>) {
        let ids = self.writes.members.entry(workshop).or_default();
        for number in numbers {
            if let Some(trainee) = self.trainees.get_mut(&number) {
                trainee.workshop = Some(workshop);
                ids.push(trainee.id);
            }
        }
    }

    fn host(&self, name: &str) -> Option<(&'static str, Uuid)> {
        let school = self.ground.schools.find(name, name).map(|id| ("school", id));
        let named = |class: &&Class| {
            let own = |school: &Uuid| self.ground.schools.covers(*school);
            (class.code == name || class.name == name) && class.schools.iter().all(own)
        };
        school.or_else(|| self.classes.values().find(named).map(|class| ("class", class.id)))
    }

    /// A trainee of the schools that the caller may fill.
    fn trainee(&self, number: &str) -> Result<&Trainee, &'static str> {
        let found = self.trainees.get(number);
        found.filter(|one| self.ground.schools.covers(one.school)).ok_or("trainee_unknown")
    }

    /// The numbers of its members, each once; nobody sits in two workshops.
    fn members(
        &self,
        row: &sheet::Row<'_>,
        workshop: Option<Uuid>,
    ) -> Result<Vec<String>, &'static str> {
        let numbers = clean_code(row.text("members")).value;
        let mut members: Vec<String> = vec![];
        for number in numbers.split(['|', '、', ';', ',']).map(str::trim) {
            if number.is_empty() || members.iter().any(|one| one == number) {
                continue;
            }
            let held = self.trainee(number)?.workshop;
            if held.is_some() && held != workshop {
                return Err("already_enrolled");
            }
            members.push(number.to_owned());
        }
        Ok(members)
    }

    /// One workshop of each family, and no more in all than the policy lets pass; tells which
    /// of the two limits a reason passed.
    fn room(
        &mut self,
        host: Uuid,
        family: Family,
        reason: &str,
    ) -> Result<Vec<&'static str>, Vec<&'static str>> {
        let count = self.counts.get(&host).copied().unwrap_or_default().saturating_add(1);
        let hosted = self.hosted.entry(host).or_default();
        let (mut passed, mut refused) = (vec![], vec![]);
        match self.ground.policy.admit_workshop(count, Some(reason)) {
            Err(_) => refused.push("too_many_workshops"),
            Ok(Passing::Excepted) => passed.push("too_many_workshops"),
            Ok(_) => {}
        }
        match admit_family(hosted, family, Some(reason)) {
            Err(_) => refused.push("family_taken"),
            Ok(true) => passed.push("family_taken"),
            Ok(false) => {}
        }
        if !refused.is_empty() {
            return Err(refused);
        }
        self.counts.insert(host, count);
        hosted.push(family);
        Ok(passed)
    }
}

fn family(text: &str) -> Option<Family> {
    Family::parse(text).or_else(|| Family::ALL.into_iter().find(|one| one.title() == text))
}

pub(super) async fn apply(work: &Work<'_>, project: Uuid, writes: Writes) -> Result<Vec<Change>> {
    let (ctx, now) = (work.ctx(), work.ctx().now());
    rows::insert_workshops(&work.tx, project, &writes.new, now).await?;
    let mut changes: Vec<Change> = writes.new.iter().map(|one| made("workshops", one.id)).collect();
    let mut hosts: HashMap<Uuid, i64> = HashMap::new();
    let mut leaders = vec![];
    for one in &writes.new {
        let count = hosts.entry(one.host).or_default();
        *count = count.saturating_add(1);
        leaders.extend(one.leader.map(|person| NewAppointment {
            id: ctx.new_id(),
            person,
            project: Some(project),
            role: Role::WorkshopLeader.as_str().to_owned(),
            scope_kind: "workshop".to_owned(),
            scope: Some(one.id),
            subject: None,
            title: None,
            created_by: (!ctx.actor.id.is_nil()).then_some(ctx.actor.id),
        }));
    }
    changes.extend(leaders.iter().map(|one| made("appointments", one.id)));
    rows::insert_appointments(&work.tx, leaders, now).await?;
    for (workshop, members) in &writes.members {
        rows::place(&work.tx, Group::Workshop, *workshop, members, now).await?;
        changes.extend(members.iter().map(|one| altered("workshop_members", one, workshop)));
    }
    let over = writes.passed.iter().filter_map(|(id, limit)| {
        let one = writes.new.iter().find(|one| one.id == *id)?;
        let reason = one.reason.as_deref().unwrap_or_default();
        let mut over = excepted(work, limit, ("workshop", *id), (project, one.county), reason);
        over.school = (one.host_kind == "school").then_some(one.host);
        Some(over)
    });
    changes.extend(except(work, over.collect()).await?);
    rows::add_seats(&work.tx, "workshop_host", &hosts.into_iter().collect::<Vec<_>>()).await?;
    Ok(changes)
}
