use std::collections::{HashMap, HashSet};

use domain::policy::ClassKind;
use store::{
    bulk::groups::{self as rows, Class},
    imports::Change,
};
use uuid::Uuid;

use super::{
    edits::{Edits, Field, Shown},
    file::{cell, code, each_row, is_long, is_note, refusal},
    plan::{Effect, Ground, Plan, Verdict, Writes as AnyWrites, altered, made},
};
use crate::{Result, Unit, Work};

/// Classes to be made, and classes to be renamed: (row, id, new name, old name).
#[derive(Default)]
pub(super) struct Writes {
    new: Vec<Class>,
    renamed: Vec<(u32, Uuid, String, String)>,
}

/// One class per row: 班级编号, 班级名称, 组班方式, 学校 (several by `|` for a joint one; s.42–44).
pub(super) async fn plan(
    unit: &impl Unit,
    ground: &Ground,
    name: &str,
    content: &[u8],
) -> Result<Plan> {
    let known = rows::load_classes(unit, ground.project).await?;
    let (mut seen, mut writes) = (Seen::of(&known), Writes::default());
    let mut verdicts: Vec<Verdict> = vec![];
    each_row(ground.kind, &ground.progress, content, name, |row| {
        verdicts.push(judge(unit, ground, row, &known, &mut seen, &mut writes));
    })
    .map_err(|fault| refusal(&fault))?;
    let ids = writes.renamed.iter().map(|one| one.1);
    let mut edits = Edits::load(unit, "classes", ids, ground.aim).await?;
    writes.renamed.retain_mut(|(line, id, name, before)| {
        let Some(verdict) = verdicts.iter_mut().find(|one| one.line == *line) else {
            return true;
        };
        edits.hold(FIELDS, *id, name, before, verdict);
        let changed = name != before;
        if !changed {
            verdict.effect = Effect::Unchanged;
        }
        changed
    });
    Ok(Plan { renewals: edits.renewals, ..Plan::new(verdicts, AnyWrites::Classes(writes)) })
}

/// What the project and the rows before have taken.
struct Seen {
    codes: HashSet<String>,
    /// Whose each name is: the code of the class, by school and name.
    names: HashMap<(Uuid, String), String>,
}

impl Seen {
    fn of(known: &HashMap<String, Class>) -> Self {
        let mut seen = Self { codes: HashSet::new(), names: HashMap::new() };
        for class in known.values().filter(|class| !class.closed) {
            seen.name(&class.schools, &class.name, &class.code);
        }
        seen
    }

    fn name(&mut self, schools: &[Uuid], name: &str, code: &str) {
        for school in schools {
            self.names.insert((*school, name.to_owned()), code.to_owned());
        }
    }

    /// Whether one of the schools has given the name to another class.
    fn is_taken(&self, schools: &[Uuid], name: &str, code: &str) -> bool {
        schools.iter().any(|school| {
            let holder = self.names.get(&(*school, name.to_owned()));
            holder.is_some_and(|holder| holder != code)
        })
    }
}

/// What both files and people write of a class.
const FIELDS: &[Field<String>] = &[Field {
    name: "name",
    text: |name| Some(name.clone()),
    shown: Shown::Text,
    keep: |name, before| name.clone_from(before),
}];

fn judge(
    unit: &impl Unit,
    ground: &Ground,
    row: &sheet::Row<'_>,
    known: &HashMap<String, Class>,
    seen: &mut Seen,
    writes: &mut Writes,
) -> Verdict {
    let (code, name) = (code(row, "class_code"), cell(row, "name"));
    if code.is_empty() && name.is_empty() || is_note(row) {
        return Verdict::skipped(row.line);
    }
    let reason = cell(row, "reason");
    if is_long(&[(&code, 64), (&name, 100), (&reason, 500)]) {
        return Verdict::rejected(row.line, "text_too_long", name);
    }
    let kind = ClassKind::of_title(&cell(row, "kind"));
    let schools: Option<Vec<Uuid>> = cell(row, "schools")
        .split(['|', '、', ';', '；'])
        .map(|school| ground.schools.find(school.trim(), school.trim()))
        .collect();
    let (kind, schools) = match (kind, schools) {
        _ if code.is_empty() => return Verdict::rejected(row.line, "class_code_missing", name),
        _ if name.is_empty() => return Verdict::rejected(row.line, "class_name_missing", code),
        (None, _) => return Verdict::rejected(row.line, "class_kind_unknown", name),
        (_, None) => return Verdict::rejected(row.line, "school_unknown", name),
        (Some(kind), Some(schools)) => (kind, schools),
    };
    if (kind == ClassKind::Independent) != (schools.len() == 1) {
        return Verdict::rejected(row.line, "class_schools_mismatch", name);
    }
    if !seen.codes.insert(code.clone()) {
        return Verdict::rejected(row.line, "duplicate_class_code", name);
    }
    if known.get(&code).is_none_or(|before| before.name != name) {
        if seen.is_taken(&schools, &name, &code) {
            return Verdict::rejected(row.line, "class_name_taken", name);
        }
        seen.name(&schools, &name, &code);
    }
    let Some(before) = known.get(&code) else {
        writes.new.push(Class {
            id: unit.ctx().new_id(),
            code,
            name: name.clone(),
            kind: kind.as_str().to_owned(),
            county: ground.county,
            reason: Some(reason).filter(|reason| !reason.is_empty()),
            schools,
            taken: 0,
            // A school's own file waits for the county, as a class made by hand does (O03).
            approved: ground.own.is_none(),
            closed: false,
        });
        return Verdict::accepted(row.line, Effect::Created, name);
    };
    let same = |one: &[Uuid], other: &[Uuid]| {
        one.iter().collect::<HashSet<_>>() == other.iter().collect::<HashSet<_>>()
    };
    if before.kind != kind.as_str() || !same(&before.schools, &schools) {
        return Verdict::rejected(row.line, "class_differs", name);
    }
    if before.name == name {
        return Verdict::accepted(row.line, Effect::Unchanged, name);
    }
    writes.renamed.push((row.line, before.id, name.clone(), before.name.clone()));
    Verdict::accepted(row.line, Effect::Updated, name)
}

pub(super) async fn apply(work: &Work<'_>, project: Uuid, writes: Writes) -> Result<Vec<Change>> {
    let now = work.ctx().now();
    rows::insert_classes(&work.tx, project, &writes.new, now).await?;
    let mut changes: Vec<Change> =
        writes.new.iter().map(|class| made("classes", class.id)).collect();
    for (_, id, name, before) in &writes.renamed {
        rows::rename_class(&work.tx, *id, name, now).await?;
        changes.push(altered("classes", id, before));
    }
    Ok(changes)
}
