use actix_web::{get, web::Path};
use app::selections::{self, Line};
use chrono::{DateTime, Utc};
use domain::{Hundredths, catalog::CourseStatus, reference::CourseStage};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    answer::{Reply, show},
    caller::Caller,
};

/// How far somebody is in a course.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CourseStanding {
    NotStarted,
    InProgress,
    Completed,
}

/// A course of somebody's study with their progress in it.
#[derive(Serialize, ToSchema)]
#[schema(as = StudiedCourse)]
pub struct StudiedCourseView {
    course_id: Uuid,
    code: String,
    title: String,
    subject: String,
    stage: CourseStage,
    module: i32,
    #[schema(required)]
    kind: Option<String>,
    provider: String,
    #[schema(required)]
    provider_course_id: Option<String>,
    course_status: CourseStatus,
    /// Whether it is in the person's plan.
    chosen: bool,
    hours: Hundredths,
    /// The course's hours once it is completed, nothing before.
    credited_hours: Hundredths,
    standing: CourseStanding,
    watched_seconds: i64,
    #[schema(required)]
    score: Option<Hundredths>,
    presence_passed: i64,
    presence_missed: i64,
    #[schema(required)]
    completed_at: Option<DateTime<Utc>>,
    #[schema(required)]
    last_event_at: Option<DateTime<Utc>>,
}

fn view(line: Line, chosen: bool) -> StudiedCourseView {
    let standing = match (line.completed_at, line.last_event_at) {
        (Some(_), _) => CourseStanding::Completed,
        (None, Some(_)) => CourseStanding::InProgress,
        (None, None) => CourseStanding::NotStarted,
    };
    StudiedCourseView {
        course_id: line.course,
        code: line.code,
        title: line.title,
        subject: line.subject,
        stage: CourseStage::parse(&line.stage).unwrap_or(CourseStage::General),
        module: line.module,
        kind: line.kind,
        provider: line.provider,
        provider_course_id: line.provider_course_id,
        course_status: CourseStatus::parse(&line.status).unwrap_or(CourseStatus::Withdrawn),
        chosen,
        hours: Hundredths::new(line.hours),
        credited_hours: Hundredths::new(line.credited_hours.unwrap_or_default()),
        standing,
        watched_seconds: line.watched_seconds.unwrap_or_default(),
        score: line.score.map(Hundredths::new),
        presence_passed: line.presence_passed.unwrap_or_default(),
        presence_missed: line.presence_missed.unwrap_or_default(),
        completed_at: line.completed_at,
        last_event_at: line.last_event_at,
    }
}

/// Somebody's courses. A plan is small, so they come on one page.
#[derive(Serialize, ToSchema)]
#[schema(as = StudiedCoursePage)]
pub struct StudiedCoursePage {
    items: Vec<StudiedCourseView>,
    #[schema(required)]
    next_cursor: Option<String>,
    /// Credit-hours chosen and credited.
    selected_hours: Hundredths,
    credited_hours: Hundredths,
    completed: u32,
}

/// List the courses that somebody chose, with their progress, and what they studied besides.
#[utoipa::path(
    tag = "learning",
    operation_id = "list_enrollment_courses",
    params(("id" = Uuid, Path, description = "The enrolment")),
    responses((status = 200, description = "The courses", body = StudiedCoursePage)),
    extensions(("x-authz" = json!("S07")), ("x-functions" = json!(["F19", "F22"])))
)]
#[get("/enrollments/{id}/courses")]
pub async fn list_enrollment_courses(caller: Caller, id: Path<Uuid>) -> Reply {
    let (chosen, beside) = selections::studied(&caller.look(), *id).await?;
    let selected_hours = chosen.iter().map(|line| Hundredths::new(line.hours)).sum();
    let chosen = chosen.into_iter().map(|line| view(line, true));
    let items: Vec<_> = chosen.chain(beside.into_iter().map(|line| view(line, false))).collect();
    let completed = items.iter().filter(|one| one.completed_at.is_some()).count();
    Ok(show(&StudiedCoursePage {
        next_cursor: None,
        selected_hours,
        credited_hours: items.iter().map(|one| one.credited_hours).sum(),
        completed: u32::try_from(completed).unwrap_or(u32::MAX),
        items,
    }))
}
