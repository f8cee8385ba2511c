use domain::{
    Kind, Refusal,
    access::Rule,
    enrollment::{EDGES, EnrollmentAction as Action, EnrollmentStatus},
    machine::{edge, reason_given},
    text,
};
use store::{history, organizations, roster as rows, seats};
use uuid::Uuid;

use super::{Enrollment, Entry, REFERENCE, enter::faults, find, show, target};
use crate::{Event, Result, Unit, Work, edits};

/// What changes of a place; `None` leaves it as it is, an empty text takes it away.
#[derive(Debug, Clone, Default)]
pub struct Change {
    pub stage: Option<String>,
    pub subject: Option<String>,
    pub duty: Option<String>,
    pub job_title: Option<String>,
    pub teaching_years: Option<i32>,
    pub education: Option<String>,
    pub note: Option<String>,
}

/// Corrects what the roster says of somebody. Name and ID number are corrected elsewhere, by
/// two persons.
pub async fn change(work: &Work<'_>, id: Uuid, version: i64, to: Change) -> Result<Entry> {
    let mut row = find(work, id).await?;
    let target = target(&row);
    work.may_seeing(Rule::O02Import, Rule::P01Read, &target)?;
    let before = said(&row);
    let years = row.teaching_years;
    let mut codes = vec![];
    if let Some(stage) = &to.stage {
        match REFERENCE.stage(&text::clean(stage).value).or_else(|| known_stage(stage)) {
            Some(stage) => stage.as_str().clone_into(&mut row.stage),
            None => codes.push("stage_unknown"),
        }
    }
    if let Some(subject) = &to.subject {
        match REFERENCE.subject(&text::clean(subject).value) {
            Some(subject) => row.subject.clone_from(&subject.code),
            None => codes.push("subject_unknown"),
        }
    }
    if !codes.is_empty() {
        return Err(faults(&codes).into());
    }
    let line = |new: Option<String>, old: Option<String>| match new {
        Some(text) => text::clean_line(&text).some(),
        None => old,
    };
    row.duty = line(to.duty, row.duty);
    row.job_title = line(to.job_title, row.job_title);
    row.education = line(to.education, row.education);
    row.note = line(to.note, row.note);
    row.teaching_years = to.teaching_years.or(row.teaching_years);
    row.version = version;
    write(work, &row).await?;
    let names = ["stage", "subject", "duty", "job_title", "education", "note"];
    let fields = names.into_iter().zip(before.clone().into_iter().zip(said(&row)));
    let fields = fields.map(|(name, (before, after))| (name, before, after));
    let years = ("teaching_years", edits::number(years), edits::number(row.teaching_years));
    edits::note(work, "enrollments", id, fields.chain([years])).await?;
    let event = Event::new("enrollment.changed", "enrollment", id).at(&target);
    work.record(event.before(&before).after(&said(&row)));
    show(work, id).await
}

fn known_stage(word: &str) -> Option<domain::reference::StageOfSchooling> {
    domain::reference::StageOfSchooling::parse(word)
}

fn said(row: &Enrollment) -> [Option<String>; 6] {
    let (stage, subject) = (row.stage.clone(), row.subject.clone());
    let lines = [&row.duty, &row.job_title, &row.education, &row.note];
    let [duty, job_title, education, note] = lines.map(Clone::clone);
    [Some(stage), Some(subject), duty, job_title, education, note]
}

/// Takes somebody out of the count or back into it, with a reason (病假, 退休, 调出 …). Who
/// leaves gives the seat in the class back.
pub async fn change_status(
    work: &Work<'_>,
    id: Uuid,
    to: EnrollmentStatus,
    reason: &str,
) -> Result<Entry> {
    let Some(action) = Action::to(to) else {
        let detail = "Choose withdrawn, deferred, exempted, or active to take somebody back.";
        return Err(Refusal::field("/to", "status_not_chosen", detail).into());
    };
    let mut row = find(work, id).await?;
    work.may_seeing(Rule::O04Settle, Rule::P01Read, &target(&row))?;
    if action == Action::Withdraw {
        leave_groups(work, &mut row).await?;
    }
    settle(work, row, action, reason).await
}

/// Moves somebody to another school of the county. History, hours and scores go along; class
/// and workshop are found anew at the new school.
pub async fn transfer(work: &Work<'_>, id: Uuid, school: Uuid, reason: &str) -> Result<Entry> {
    let mut row = find(work, id).await?;
    work.may_seeing(Rule::O04Settle, Rule::P01Read, &target(&row))?;
    if row.school_id == school {
        let detail = "They are at this school already.";
        return Err(Refusal::rule(Kind::InvalidTransition, "same_school", detail).into());
    }
    if !organizations::is_school_of(work, school, row.county_id).await? {
        let detail = "Choose another school of the same county.";
        return Err(Refusal::field("/school_id", "school_unknown", detail).into());
    }
    leave_groups(work, &mut row).await?;
    let moved = ("school", Some(row.school_id.to_string()), Some(school.to_string()));
    edits::note(work, "enrollments", id, [moved]).await?;
    row.school_id = school;
    settle(work, row, Action::Transfer, reason).await
}

/// Gives the seats in class and workshop back; the counts stay true.
async fn leave_groups(work: &Work<'_>, row: &mut Enrollment) -> Result<()> {
    if let Some(class) = row.class_id.take() {
        seats::free(&work.tx, "class", class, 1).await?;
    }
    row.workshop_id = None;
    Ok(())
}

async fn settle(
    work: &Work<'_>,
    mut row: Enrollment,
    action: Action,
    reason: &str,
) -> Result<Entry> {
    let target = target(&row);
    let pass = work.may_seeing(Rule::O04Settle, Rule::P01Read, &target)?;
    let from = EnrollmentStatus::parse(&row.status).ok_or_else(Refusal::not_found)?;
    let step = edge(EDGES, from, action)?;
    reason_given(step.reason, Some(reason))?;
    step.to.as_str().clone_into(&mut row.status);
    write(work, &row).await?;
    let ctx = work.ctx();
    let step = history::Step {
        id: ctx.new_id(),
        project: Some(row.project_id),
        kind: "enrollment".to_owned(),
        thing: row.id,
        action: action.as_str().to_owned(),
        from: from.as_str().to_owned(),
        to: row.status.clone(),
        actor: ctx.actor.id,
        role: pass.role.as_str().to_owned(),
        reason: Some(reason.to_owned()),
        at: ctx.now(),
    };
    history::insert(&work.tx, vec![step]).await?;
    let event = Event::new(format!("enrollment.{action}"), "enrollment", row.id);
    work.record(event.at(&target).because(reason));
    ctx.services.sessions.forget_all();
    show(work, row.id).await
}

async fn write(work: &Work<'_>, row: &Enrollment) -> Result<()> {
    if rows::update(&work.tx, row, work.ctx().now()).await? {
        return Ok(());
    }
    Err(crate::stale().into())
}
