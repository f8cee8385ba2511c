use domain::{
    Hundredths, Kind, Refusal,
    access::Target,
    catalog::{CatalogEntry, CatalogRow, CourseAction, CourseStatus, EDGES, judge_row},
    machine::{edge, reason_given},
    reference::{CourseStage, Reference},
};
use store::{
    catalog::{self as rows, Course},
    history::{self, Step},
    projects, selections,
};
use uuid::Uuid;

use super::{Whole, may_edit, status_of, target, whole};
use crate::{Event, Result, Unit, Work, edits};

/// A course as it is to be.
#[derive(Debug, Clone)]
pub struct NewCourse {
    pub code: String,
    pub title: String,
    /// Code of the subject.
    pub subject: String,
    pub stage: CourseStage,
    pub module: i32,
    pub theme_code: Option<String>,
    pub ability_point: Option<String>,
    pub micro_ability: Option<String>,
    pub hours: Hundredths,
    pub kind: Option<String>,
    /// The project's provider where nobody is named.
    pub provider: Option<String>,
    pub provider_course_id: Option<String>,
}

/// The same rules as for a row of a catalogue file, told at the fields of a request.
fn judge(new: &NewCourse) -> Result<CatalogEntry> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let (module, hours) = (new.module.to_string(), new.hours.to_string());
    let optional = [
        &new.theme_code,
        &new.ability_point,
        &new.micro_ability,
        &new.kind,
        &new.provider,
        &new.provider_course_id,
    ];
    let [theme_code, ability_point, micro_ability, kind, provider, provider_course_id] =
        optional.map(text);
    let row = CatalogRow {
        course_code: &new.code,
        title: &new.title,
        subject: &new.subject,
        stage: new.stage.title(),
        module: &module,
        theme_code: &theme_code,
        theme: "",
        ability_point: &ability_point,
        micro_ability: &micro_ability,
        hours: &hours,
        kind: &kind,
        provider: &provider,
        provider_course_id: &provider_course_id,
    };
    let judged = judge_row(&row, &Reference::builtin());
    judged.value.ok_or_else(|| {
        let refusal = Refusal::new(Kind::ValidationFailed, "Some fields are wrong; see `errors`.");
        let told = judged.codes.iter().fold(refusal, |refusal, code| {
            let (pointer, detail) = explain(code);
            refusal.with(pointer, *code, detail)
        });
        told.into()
    })
}

fn explain(code: &str) -> (&'static str, &'static str) {
    match code {
        "course_code_missing" | "course_code_invalid" => {
            ("/code", "A code has 1 to 64 characters and no control characters.")
        }
        "title_missing" => ("/title", "Give the course a title."),
        "subject_unknown" => ("/subject", "Take a code of `subjects` in GET /reference."),
        "stage_unknown" => ("/stage", "This stage is not taught in the project."),
        "module_invalid" => ("/module", "There are modules 1 to 4."),
        "theme_unknown" => ("/theme_code", "Take a code of `themes` in GET /reference."),
        _ => ("/hours", "Hours are a multiple of 0.5, more than 0 and at most 100."),
    }
}

/// Adds a course to the catalogue.
pub async fn create(work: &Work<'_>, project: Uuid, mut new: NewCourse) -> Result<Whole> {
    let place = projects::find(work, project).await?.ok_or_else(Refusal::not_found)?;
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let own = ctx.actor.provider.clone();
    let provider = new.provider.take().or(own).unwrap_or(place.provider);
    let target = Target {
        project: Some(project),
        county: Some(place.region),
        provider: Some(provider.clone()),
        ..Target::default()
    };
    may_edit(work, &target)?;
    let entry = judge(&NewCourse { provider: Some(provider), ..new })?;
    let course = Course {
        id: ctx.new_id(),
        project_id: project,
        code: entry.code,
        title: entry.title,
        subject: entry.subject,
        stage: entry.stage.as_str().to_owned(),
        module: i32::from(entry.module.number()),
        theme_code: entry.theme_code,
        ability_point: entry.ability_point,
        micro_ability: entry.micro_ability,
        hours: entry.hours.get(),
        kind: entry.kind,
        provider: entry.provider,
        provider_course_id: entry.provider_course_id,
        required: false,
        status: CourseStatus::Published.as_str().to_owned(),
        version: 1,
        created_at: now,
        updated_at: now,
    };
    if !rows::insert(&work.tx, course.clone()).await? {
        let detail = "A course with this code, or with this id of the provider, exists.";
        return Err(Refusal::rule(Kind::Duplicate, "duplicate_course_code", detail).into());
    }
    let event = Event::new("course.created", "course", course.id).at(&target);
    work.record(event.with("code", course.code.as_str()).with("hours", course.hours));
    whole(work, course, &target).await
}

async fn editable(work: &Work<'_>, id: Uuid) -> Result<(Course, Target)> {
    let placed = rows::find(work, id).await?.ok_or_else(Refusal::not_found)?;
    let target = target(&placed.course, placed.county);
    may_edit(work, &target)?;
    let course = rows::lock(&work.tx, id).await?.ok_or_else(Refusal::not_found)?;
    Ok((course, target))
}

/// Changes a course. Plans that hold it submitted keep their hours; open baskets follow.
pub async fn change(
    work: &Work<'_>,
    id: Uuid,
    version: i64,
    apply: impl FnOnce(&mut NewCourse),
) -> Result<Whole> {
    let (before, target) = editable(work, id).await?;
    if before.version != version {
        return Err(stale().into());
    }
    let mut wish = wish_of(&before)?;
    apply(&mut wish);
    let entry = judge(&wish)?;
    let moved =
        entry.subject != before.subject || i32::from(entry.module.number()) != before.module;
    if moved && selections::is_chosen(work, id).await? {
        let detail = "Somebody has chosen this course, so its subject and module stay.";
        return Err(Refusal::rule(Kind::InvalidTransition, "course_chosen", detail).into());
    }
    let after = Course {
        title: entry.title,
        subject: entry.subject,
        stage: entry.stage.as_str().to_owned(),
        module: i32::from(entry.module.number()),
        theme_code: entry.theme_code,
        ability_point: entry.ability_point,
        micro_ability: entry.micro_ability,
        hours: entry.hours.get(),
        kind: entry.kind,
        ..before.clone()
    };
    save(work, &after).await?;
    let names = ["title", "subject", "stage", "module", "theme_code", "ability_point"];
    let names = names.into_iter().chain(["micro_ability", "hours", "kind"]);
    let fields = names.zip(said(&before).into_iter().zip(said(&after)));
    let fields = fields.map(|(name, (before, after))| (name, before, after));
    edits::note(work, "courses", id, fields).await?;
    if after.hours != before.hours {
        selections::follow_hours(&work.tx, id, after.hours, work.ctx().now()).await?;
    }
    let event = Event::new("course.changed", "course", id).at(&target);
    work.record(event.with("hours_before", before.hours).with("hours", after.hours));
    whole(work, Course { version: version.saturating_add(1), ..after }, &target).await
}

/// What both files and people write of a course, as it is compared.
fn said(course: &Course) -> [Option<String>; 9] {
    [
        Some(course.title.clone()),
        Some(course.subject.clone()),
        Some(course.stage.clone()),
        Some(course.module.to_string()),
        course.theme_code.clone(),
        course.ability_point.clone(),
        course.micro_ability.clone(),
        Some(course.hours.to_string()),
        course.kind.clone(),
    ]
}

fn wish_of(course: &Course) -> Result<NewCourse> {
    let stage = CourseStage::parse(&course.stage);
    Ok(NewCourse {
        code: course.code.clone(),
        title: course.title.clone(),
        subject: course.subject.clone(),
        stage: stage.ok_or_else(|| crate::Error::fault("a course without a stage"))?,
        module: course.module,
        theme_code: course.theme_code.clone(),
        ability_point: course.ability_point.clone(),
        micro_ability: course.micro_ability.clone(),
        hours: Hundredths::new(course.hours),
        kind: course.kind.clone(),
        provider: Some(course.provider.clone()),
        provider_course_id: course.provider_course_id.clone(),
    })
}

fn stale() -> Refusal {
    let detail = "It was changed since you read it; read it again and redo your change.";
    Refusal::new(Kind::PreconditionFailed, detail)
}

async fn save(work: &Work<'_>, course: &Course) -> Result<()> {
    if rows::update(&work.tx, course, work.ctx().now()).await? {
        return Ok(());
    }
    Err(stale().into())
}

/// Takes a course off the catalogue. Whoever had submitted it keeps its hours and is told that
/// a replacement is needed.
pub async fn withdraw(work: &Work<'_>, id: Uuid, reason: &str) -> Result<Whole> {
    let (before, target) = editable(work, id).await?;
    let from = status_of(&before)?;
    let edge = edge(EDGES, from, CourseAction::Withdraw)?;
    reason_given(edge.reason, Some(reason))?;
    let after = Course { status: edge.to.as_str().to_owned(), ..before.clone() };
    save(work, &after).await?;
    let ctx = work.ctx();
    let step = Step {
        id: ctx.new_id(),
        project: Some(after.project_id),
        kind: "course".to_owned(),
        thing: id,
        action: edge.action.as_str().to_owned(),
        from: from.as_str().to_owned(),
        to: edge.to.as_str().to_owned(),
        actor: ctx.actor.id,
        role: work.role().map_or("none", |role| role.as_str()).to_owned(),
        reason: Some(reason.to_owned()),
        at: ctx.now(),
    };
    history::insert(&work.tx, vec![step]).await?;
    work.record(Event::new("course.withdrawn", "course", id).at(&target).because(reason));
    let version = after.version.saturating_add(1);
    whole(work, Course { version, ..after }, &target).await
}
