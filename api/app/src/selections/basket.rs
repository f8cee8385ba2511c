use domain::{
    Hundredths, Kind, Refusal,
    access::{Rule, Target},
    reference::{CourseStage, Module},
    selection::{
        PlanItem, SelectionStatus, Shortfall, complete, editable, judge_plan, may_choose, may_drop,
        window_open,
    },
};
use store::{
    catalog::{self, Course},
    selections as rows,
};
use uuid::Uuid;

use super::{Head, Plan, describe, items, stage_of, target, written};
use crate::{Error, Event, Result, Unit, Work, projects::policy_of};

/// Opens somebody's basket for a change: it is theirs, it is held until the transaction ends,
/// and its deadline has not passed.
async fn open(work: &Work<'_>, enrollment: Uuid) -> Result<Head> {
    let actor = &work.ctx().actor;
    let own = actor.memberships.iter().find(|place| place.enrollment == enrollment);
    let (project, target) = match own {
        Some(place) => {
            let owner = Some(actor.id);
            let project = Some(place.project);
            (place.project, Target { project, owner, ..Target::default() })
        }
        None => {
            let head = rows::head(work, enrollment).await?.ok_or_else(Refusal::not_found)?;
            (head.project, target(&head))
        }
    };
    work.may_seeing(Rule::S04Edit, Rule::S04Read, &target)?;
    let head = hold(work, project, enrollment).await?;
    window_open(head.closes_at(), work.ctx().now())?;
    Ok(head)
}

/// Holds a plan until the transaction ends, and reads where it stands.
pub(super) async fn hold(work: &Work<'_>, project: Uuid, enrollment: Uuid) -> Result<Head> {
    let draft = SelectionStatus::Draft.as_str();
    rows::hold(&work.tx, project, enrollment, draft, work.ctx().now()).await?;
    let mut head = rows::head(work, enrollment).await?.ok_or_else(Refusal::not_found)?;
    let begun = head.version == Some(1) && head.status.as_deref() == Some(draft);
    if begun && head.published_at.is_none() {
        head.status = None; // it began just now, before the catalogue is open
    }
    Ok(head)
}

fn item_of(course: &Course) -> Result<PlanItem> {
    let stage = CourseStage::parse(&course.stage).zip(Module::new(course.module));
    let (stage, module) = stage.ok_or_else(|| Error::fault("a course of no stage or module"))?;
    Ok(PlanItem {
        course: course.id,
        subject: course.subject.clone(),
        stage,
        module,
        hours: Hundredths::new(course.hours),
        withdrawn: course.status != "published",
        held: false,
    })
}

/// Puts a course into the basket; with `replaces` it takes another one's place in one step.
/// A course that is in there already stays as it is.
pub async fn choose(
    work: &Work<'_>,
    enrollment: Uuid,
    course: Uuid,
    replaces: Option<Uuid>,
) -> Result<Plan> {
    let missing = || {
        let detail = "There is no such course in your project.";
        Refusal::rule(Kind::NotFound, "course_unknown", detail)
    };
    // Courses are held before plans, here and where a course is changed.
    let course = catalog::hold(&work.tx, course).await?;
    let head = open(work, enrollment).await?;
    let course = course.filter(|one| one.project_id == head.project).ok_or_else(missing)?;
    editable(written(&head)?)?;
    may_choose(&item_of(&course)?, &head.subject, stage_of(&head)?)?;
    let added = rows::add(&work.tx, enrollment, &course, work.ctx().now()).await?;
    if let Some(other) = replaces.filter(|other| *other != course.id) {
        take_out(work, &head, other).await?;
    }
    let event = Event::new("selection.course_chosen", "selection", enrollment);
    finish(work, head, event.with("course", course.code).with("added", added)).await
}

/// Takes a course out of the basket. A plan that was in effect has to stay complete, and a
/// course that gave credit stays (s.36).
pub async fn drop_course(work: &Work<'_>, enrollment: Uuid, course: Uuid) -> Result<Plan> {
    let head = open(work, enrollment).await?;
    editable(written(&head)?)?;
    take_out(work, &head, course).await?;
    let event = Event::new("selection.course_dropped", "selection", enrollment);
    finish(work, head, event.with("course_id", course.to_string())).await
}

async fn take_out(work: &Work<'_>, head: &Head, course: Uuid) -> Result<()> {
    let lines = rows::lines(work, head.enrollment).await?;
    let Some(line) = lines.iter().find(|line| line.course == course) else {
        let detail = "This course is not in the basket; reload.";
        return Err(Refusal::rule(Kind::NotFound, "course_not_chosen", detail).into());
    };
    may_drop(Hundredths::new(line.credited_hours.unwrap_or_default()))?;
    if written(head)? == SelectionStatus::ChangeRequested {
        let rest: Vec<PlanItem> =
            items(head, &lines).into_iter().filter(|item| item.course != course).collect();
        complete(&judge(work, head, &rest).await?)?;
    }
    rows::remove(&work.tx, head.enrollment, course).await?;
    Ok(())
}

async fn judge(work: &Work<'_>, head: &Head, items: &[PlanItem]) -> Result<Vec<Shortfall>> {
    let policy = policy_of(work, head.project).await?.selection;
    Ok(judge_plan(items, &policy, &head.subject, stage_of(head)?))
}

async fn finish(work: &Work<'_>, head: Head, event: Event) -> Result<Plan> {
    work.record(event.at(&target(&head)));
    describe(work, head).await
}
