use std::collections::HashMap;

use domain::{
    policy::{Breach, ClassKind},
    text::clean_code,
};
use store::{
    bulk::groups::{self as rows, Class, Group, Trainee},
    imports::Change,
};
use uuid::Uuid;

use super::{
    file::{cell, each_row, refusal},
    plan::{Effect, Ground, Plan, Verdict, Writes as AnyWrites, altered},
};
use crate::{Result, Unit, Work};

/// Who is to be seated in which class.
#[derive(Default)]
pub(super) struct Writes {
    members: Vec<(Uuid, Uuid)>,
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
        classes: rows::load_classes(unit, ground.project).await?,
        trainees: rows::load_trainees(unit, ground.project).await?,
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
        match self.seat(&class, &number, !reason.is_empty()) {
            Ok(effect) => Verdict::accepted(row.line, effect, number),
            Err(code) => Verdict::rejected(row.line, code, number),
        }
    }

    fn seat(&mut self, class: &str, number: &str, reason: bool) -> Result<Effect, &'static str> {
        let class = self.classes.get_mut(class).ok_or("class_unknown")?;
        let trainee = self.trainees.get_mut(number).ok_or("trainee_unknown")?;
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
        let size = self.ground.policy.class_size(kind);
        let full = size.upper.is_some_and(|upper| class.taken >= i64::from(upper));
        let refused = match size.on_breach {
            Breach::Block => true,
            Breach::RequireReason => !reason,
            _ => false,
        };
        if full && refused {
            return Err("class_full");
        }
        class.taken = class.taken.saturating_add(1);
        trainee.class = Some(class.id);
        self.writes.members.push((class.id, trainee.id));
        Ok(Effect::Created)
    }
}

pub(super) async fn apply(work: &Work<'_>, writes: Writes) -> Result<Vec<Change>> {
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
    Ok(writes.members.iter().map(left).collect())
}
