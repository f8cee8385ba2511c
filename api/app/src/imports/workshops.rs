use std::collections::{HashMap, HashSet};

use domain::{access::Role, policy::Breach, reference::Family, text::clean_code};
use store::{
    bulk::groups::{self as rows, Class, Group, NewAppointment, Trainee, Workshop},
    imports::Change,
};
use uuid::Uuid;

use super::{
    file::{cell, each_row, is_note, refusal},
    plan::{Effect, Ground, Plan, Verdict, Writes as AnyWrites, altered, made},
};
use crate::{Result, Unit, Work};

/// Workshops to be made, with their members.
#[derive(Default)]
pub(super) struct Writes {
    new: Vec<Workshop>,
    members: HashMap<Uuid, Vec<Uuid>>,
}

struct Judge<'a, U: Unit> {
    unit: &'a U,
    ground: &'a Ground,
    known: HashMap<String, Workshop>,
    /// How many workshops each school or class hosts, and of which families.
    hosted: HashMap<Uuid, HashSet<String>>,
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
    let mut hosted: HashMap<Uuid, HashSet<String>> = HashMap::new();
    let mut counts: HashMap<Uuid, u32> = HashMap::new();
    for one in known.values() {
        hosted.entry(one.host).or_default().insert(one.family.clone());
        let count = counts.entry(one.host).or_default();
        *count = count.saturating_add(1);
    }
    let mut judge = Judge {
        unit,
        ground,
        known,
        hosted,
        counts,
        classes: rows::load_classes(unit, ground.project).await?,
        trainees: rows::load_trainees(unit, ground.project).await?,
        seen: HashSet::new(),
        writes: Writes::default(),
    };
    let mut verdicts = vec![];
    each_row(ground.kind, &ground.progress, content, name, |row| verdicts.push(judge.row(row)))
        .map_err(|fault| refusal(&fault))?;
    Ok(Plan::new(verdicts, AnyWrites::Workshops(judge.writes)))
}

impl<U: Unit> Judge<'_, U> {
    fn row(&mut self, row: &sheet::Row<'_>) -> Verdict {
        let (code, name) = (clean_code(row.text("workshop_code")).value, cell(row, "name"));
        if code.is_empty() && name.is_empty() || is_note(row) {
            return Verdict::skipped(row.line);
        }
        match self.judge(row, code, name.clone()) {
            Ok(effect) => Verdict::accepted(row.line, effect, name),
            Err(code) => Verdict::rejected(row.line, code, name),
        }
    }

    fn judge(
        &mut self,
        row: &sheet::Row<'_>,
        code: String,
        name: String,
    ) -> Result<Effect, &'static str> {
        if code.is_empty() {
            return Err("workshop_code_missing");
        }
        if name.is_empty() {
            return Err("workshop_name_missing");
        }
        let family = family(&cell(row, "family")).ok_or("family_unknown")?;
        let (host_kind, host) = self.host(&cell(row, "host")).ok_or("host_unknown")?;
        let leader = match clean_code(row.text("leader")).value {
            none if none.is_empty() => None,
            number => Some(self.trainees.get(&number).ok_or("trainee_unknown")?.person),
        };
        let members = self.members(row)?;
        if !self.seen.insert(code.clone()) {
            return Err("duplicate_workshop_code");
        }
        if let Some(known) = self.known.get(&code) {
            return self.again(known.id, &name, family, host, &members);
        }
        let reason = cell(row, "reason");
        self.room(host, family, !reason.is_empty())?;
        let id = self.unit.ctx().new_id();
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
        self.writes.members.insert(id, members);
        Ok(Effect::Created)
    }

    /// A workshop that is there: its members may grow, the rest has to agree.
    fn again(
        &mut self,
        id: Uuid,
        name: &str,
        family: Family,
        host: Uuid,
        members: &[Uuid],
    ) -> Result<Effect, &'static str> {
        let known = self.known.values().find(|one| one.id == id).ok_or("workshop_differs")?;
        if known.name != name || known.family != family.as_str() || known.host != host {
            return Err("workshop_differs");
        }
        let inside: HashSet<Uuid> = self
            .trainees
            .values()
            .filter(|one| one.workshop == Some(id))
            .map(|one| one.id)
            .collect();
        let new: Vec<Uuid> = members.iter().copied().filter(|one| !inside.contains(one)).collect();
        if new.is_empty() {
            return Ok(Effect::Unchanged);
        }
        self.writes.members.insert(id, new);
        Ok(Effect::Updated)
    }

    fn host(&self, name: &str) -> Option<(&'static str, Uuid)> {
        let school = self.ground.schools.find(name, name).map(|id| ("school", id));
        let named = |class: &&Class| class.code == name || class.name == name;
        school.or_else(|| self.classes.values().find(named).map(|class| ("class", class.id)))
    }

    fn members(&self, row: &sheet::Row<'_>) -> Result<Vec<Uuid>, &'static str> {
        let numbers = clean_code(row.text("members")).value;
        let numbers = numbers.split(['|', '、', ';', ',']).map(str::trim);
        let find = |number: &str| {
            let trainee = self.trainees.get(number).ok_or("trainee_unknown")?;
            Ok(trainee.id)
        };
        numbers.filter(|number| !number.is_empty()).map(find).collect()
    }

    /// One workshop of each family, and no more in all than the policy lets pass.
    fn room(&mut self, host: Uuid, family: Family, reason: bool) -> Result<(), &'static str> {
        if self.hosted.get(&host).is_some_and(|taken| taken.contains(family.as_str())) {
            return Err("family_taken");
        }
        let limit = self.ground.policy.workshops;
        let count = self.counts.entry(host).or_default();
        let refused = match limit.on_breach {
            Breach::Block => true,
            Breach::RequireReason => !reason,
            _ => false,
        };
        if *count >= limit.upper && refused {
            return Err("too_many_workshops");
        }
        *count = count.saturating_add(1);
        self.hosted.entry(host).or_default().insert(family.as_str().to_owned());
        Ok(())
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
    rows::add_seats(&work.tx, "workshop_host", &hosts.into_iter().collect::<Vec<_>>()).await?;
    Ok(changes)
}
