use actix_web::{get, web::Path};
use app::{
    catalog::Course,
    selections::{self, Studied},
};
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

fn view(course: &Course, line: &Studied) -> StudiedCourseView {
    let standing = match (line.completed_at, line.last_event_at) {
        (Some(_), _) => CourseStanding::Completed,
        (None, Some(_)) => CourseStanding::InProgress,
        (None, None) => CourseStanding::NotStarted,
    };
    StudiedCourseView {
        course_id: course.id,
        code: course.code.clone(),
        title: course.title.clone(),
        subject: course.subject.clone(),
        stage: CourseStage::parse(&course.stage).unwrap_or(CourseStage::General),
        module: line.module.unwrap_or(course.module),
        kind: course.kind.clone(),
        provider: course.provider.clone(),
        provider_course_id: course.provider_course_id.clone(),
        course_status: CourseStatus::parse(&course.status).unwrap_or(CourseStatus::Withdrawn),
        chosen: line.added_at.is_some(),
        hours: Hundredths::new(line.hours.unwrap_or(course.hours)),
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
    let studied = selections::studied(&caller.look(), *id).await?;
    let items: Vec<_> = studied.iter().map(|(course, line)| view(course, line)).collect();
    let selected_hours = items.iter().filter(|one| one.chosen).map(|one| one.hours).sum();
    let completed = items.iter().filter(|one| one.completed_at.is_some()).count();
    Ok(show(&StudiedCoursePage {
        next_cursor: None,
        selected_hours,
        credited_hours: items.iter().map(|one| one.credited_hours).sum(),
        completed: u32::try_from(completed).unwrap_or(u32::MAX),
        items,
    }))
}
