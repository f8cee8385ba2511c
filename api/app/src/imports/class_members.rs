use std::collections::HashMap;

use domain::{
    policy::{ClassKind, Passing},
    text::clean_code,
};
use store::{
    bulk::groups::{self as rows, Class, Group, Trainee},
    imports::Change,
};
use uuid::Uuid;

use super::{
    file::{cell, each_row, refusal},
    plan::{Effect, Ground, Plan, Verdict, Writes as AnyWrites, altered, except},
};
use crate::{Result, Unit, Work, classes::excepted};

/// Who is to be seated in which class.
#[derive(Default)]
pub(super) struct Writes {
    members: Vec<(Uuid, Uuid)>,
    /// Who sits over the limit of a class, and why.
    over: Vec<Over>,
}

struct Over {
    class: Uuid,
    member: Trainee,
    reason: String,
}

struct Judge<'a> {
    ground: &'a Ground,
    classes: HashMap<String, Class>,
    trainees: HashMap<String, Trainee>,
    writes: Writes,
}

/// One member per row: 班级编号, 学员编号. A class over its size needs a reason.
pub(super) async fn plan(
    unit: &impl Unit,
    ground: &Ground,
    name: &str,
    content: &[u8],
) -> Result<Plan> {
    let mut judge = Judge {
        ground,
        classes: ground.classes(unit).await?,
        trainees: ground.trainees(unit).await?,
        writes: Writes::default(),
    };
    let mut verdicts = vec![];
    each_row(ground.kind, &ground.progress, content, name, |row| verdicts.push(judge.row(row)))
        .map_err(|fault| refusal(&fault))?;
    Ok(Plan::new(verdicts, AnyWrites::ClassMembers(judge.writes)))
}

impl Judge<'_> {
    fn row(&mut self, row: &sheet::Row<'_>) -> Verdict {
        let class = clean_code(row.text("class_code")).value;
        let number = clean_code(row.text("trainee_no")).value;
        if number.is_empty() {
            return Verdict::skipped(row.line); // nothing says who is meant
        }
        let reason = cell(row, "reason");
        match self.seat(&class, &number, &reason) {
            Ok(effect) => Verdict::accepted(row.line, effect, number),
            Err(code) => Verdict::rejected(row.line, code, number),
        }
    }

    fn seat(&mut self, class: &str, number: &str, reason: &str) -> Result<Effect, &'static str> {
        let class = self.classes.get_mut(class).ok_or("class_unknown")?;
        let schools = &self.ground.schools;
        let trainee = self.trainees.get_mut(number).filter(|one| schools.covers(one.school));
        let trainee = trainee.ok_or("trainee_unknown")?;
        if trainee.class == Some(class.id) {
            return Ok(Effect::Unchanged);
        }
        if trainee.class.is_some() {
            return Err("already_enrolled");
        }
        if !class.schools.contains(&trainee.school) {
            return Err("school_mismatch");
        }
        let kind = ClassKind::parse(&class.kind).unwrap_or(ClassKind::Independent);
        let members = class.taken.saturating_add(1);
        let policy = &self.ground.policy;
        match policy.admit_member(kind, u32::try_from(members).unwrap_or(u32::MAX), Some(reason)) {
            Err(_) => return Err("class_full"),
            Ok(Passing::Excepted) => self.writes.over.push(Over {
                class: class.id,
                member: trainee.clone(),
                reason: reason.to_owned(),
            }),
            Ok(_) => {}
        }
        class.taken = members;
        trainee.class = Some(class.id);
        self.writes.members.push((class.id, trainee.id));
        Ok(Effect::Created)
    }
}

pub(super) async fn apply(work: &Work<'_>, project: Uuid, writes: Writes) -> Result<Vec<Change>> {
    let now = work.ctx().now();
    let mut by_class: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for (class, member) in &writes.members {
        by_class.entry(*class).or_default().push(*member);
    }
    let mut counts = vec![];
    for (class, members) in &by_class {
        rows::place(&work.tx, Group::Class, *class, members, now).await?;
        counts.push((*class, i64::try_from(members.len()).unwrap_or(i64::MAX)));
    }
    rows::add_seats(&work.tx, "class", &counts).await?;
    let left = |(class, member): &(Uuid, Uuid)| altered("class_members", member, class);
    let mut changes: Vec<Change> = writes.members.iter().map(left).collect();
    let over = writes.over.into_iter().map(|one| {
        let place = (project, one.member.county);
        let mut over = excepted(work, "class_full", ("class", one.class), place, &one.reason);
        over.school = Some(one.member.school);
        over.enrollment = Some(one.member.id);
        over
    });
    changes.extend(except(work, over.collect()).await?);
    Ok(changes)
}
