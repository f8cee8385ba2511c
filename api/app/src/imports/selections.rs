use std::collections::{HashMap, HashSet};

use domain::{
    reference::{CourseStage, Module},
    selection::{PlanItem, judge_plan},
    text::clean_code,
};
use store::{
    bulk::{
        catalog::{self as rows, Choice, Course, PlanTotal},
        groups::Trainee,
    },
    imports::Change,
};
use uuid::Uuid;

use super::{
    file::{each_row, refusal},
    plan::{Effect, Ground, Plan, Verdict, Writes as AnyWrites, altered, made},
};
use crate::{Result, Unit, Work};

/// Choices to be added, and the plans they make.
#[derive(Default)]
pub(super) struct Writes {
    choices: Vec<Choice>,
    totals: Vec<PlanTotal>,
}

/// One choice per row: trainee_no, course_code. A plan of enough hours in every module is
/// effective, a smaller one stays a draft.
pub(super) async fn plan(
    unit: &impl Unit,
    ground: &Ground,
    name: &str,
    content: &[u8],
) -> Result<Plan> {
    let trainees = ground.trainees(unit).await?;
    let courses = rows::courses(unit, ground.project).await?;
    let mut chosen: HashSet<(Uuid, Uuid)> =
        rows::chosen(unit, ground.project).await?.into_iter().collect();
    let (mut seen, mut verdicts) = (HashSet::new(), vec![]);
    let mut writes = Writes::default();
    each_row(ground.kind, &ground.progress, content, name, |row| {
        let number = clean_code(row.text("trainee_no")).value;
        let code = clean_code(row.text("course_code")).value;
        if number.is_empty() {
            verdicts.push(Verdict::skipped(row.line));
            return;
        }
        let label = format!("{number} {code}");
        let judged = judge(&trainees, &courses, &number, &code).and_then(|(trainee, course)| {
            if trainee.person == unit.ctx().actor.id {
                return Err("self_dealing");
            }
            let pair = (trainee.id, course.id);
            if !seen.insert(pair) {
                return Err("duplicate_selection");
            }
            if !chosen.insert(pair) {
                return Ok(Effect::Unchanged);
            }
            writes.choices.push(Choice {
                enrollment: trainee.id,
                course: course.id,
                hours: course.hours,
                module: course.module,
            });
            Ok(Effect::Created)
        });
        verdicts.push(match judged {
            Ok(effect) => Verdict::accepted(row.line, effect, label),
            Err(code) => Verdict::rejected(row.line, code, label),
        });
    })
    .map_err(|fault| refusal(&fault))?;
    writes.totals = totals(ground, &trainees, &courses, &chosen, &writes.choices);
    Ok(Plan::new(verdicts, AnyWrites::Selections(writes)))
}

fn judge<'a>(
    trainees: &'a HashMap<String, Trainee>,
    courses: &'a HashMap<String, Course>,
    number: &str,
    code: &str,
) -> Result<(&'a Trainee, &'a Course), &'static str> {
    let trainee = trainees.get(number).ok_or("trainee_unknown")?;
    let course = courses.get(code).ok_or("course_unknown")?;
    if course.subject != trainee.subject {
        return Err("subject_mismatch");
    }
    Ok((trainee, course))
}

/// The plans of everybody the file adds choices to.
fn totals(
    ground: &Ground,
    trainees: &HashMap<String, Trainee>,
    courses: &HashMap<String, Course>,
    chosen: &HashSet<(Uuid, Uuid)>,
    added: &[Choice],
) -> Vec<PlanTotal> {
    let touched: HashSet<Uuid> = added.iter().map(|choice| choice.enrollment).collect();
    let by_id: HashMap<Uuid, &Course> = courses.values().map(|one| (one.id, one)).collect();
    let mut items: HashMap<Uuid, Vec<PlanItem>> = HashMap::new();
    for (enrollment, course) in chosen.iter().filter(|(id, _)| touched.contains(id)) {
        let Some(course) = by_id.get(course) else { continue };
        let Some(module) = Module::new(course.module) else { continue };
        items.entry(*enrollment).or_default().push(PlanItem {
            course: course.id,
            subject: course.subject.clone(),
            stage: CourseStage::parse(&course.stage).unwrap_or(CourseStage::General),
            module,
            hours: domain::Hundredths::new(course.hours),
            withdrawn: false,
            held: false,
        });
    }
    let people: HashMap<Uuid, &Trainee> = trainees.values().map(|one| (one.id, one)).collect();
    let total = |(enrollment, items): (Uuid, Vec<PlanItem>)| {
        let trainee = people.get(&enrollment)?;
        let stage = domain::reference::StageOfSchooling::parse(&trainee.stage)?;
        let missing = judge_plan(&items, &ground.policy.selection, &trainee.subject, stage);
        let whole = missing.iter().all(|one| !one.blocking);
        Some(PlanTotal {
            enrollment,
            hours: items.iter().map(|item| item.hours).sum::<domain::Hundredths>().get(),
            status: if whole { "effective" } else { "draft" }.to_owned(),
        })
    };
    items.into_iter().filter_map(total).collect()
}

pub(super) async fn apply(work: &Work<'_>, project: Uuid, writes: Writes) -> Result<Vec<Change>> {
    let now = work.ctx().now();
    let pair = |choice: &Choice| format!("{}:{}", choice.enrollment, choice.course);
    let people: Vec<Uuid> = writes.totals.iter().map(|plan| plan.enrollment).collect();
    let known = rows::plans(work, &people).await?;
    // The last change is taken back first: choices go before the plan that holds them.
    let plans = writes
        .totals
        .iter()
        .map(|plan| altered("selections", plan.enrollment, &(plan, known.get(&plan.enrollment))));
    let choices = writes.choices.iter().map(|choice| made("selection_items", pair(choice)));
    let changes = plans.chain(choices).collect();
    rows::insert_choices(&work.tx, project, writes.choices, &writes.totals, now).await?;
    Ok(changes)
}
