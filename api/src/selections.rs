//! Choosing 50 credit-hours: the basket and its acts (F19; s.36).

mod acts;
mod list;

use actix_web::{delete, get, put, web::Path};
use app::selections::{self, Line, Plan};
use chrono::{DateTime, Utc};
use domain::{
    Hundredths,
    catalog::CourseStatus,
    machine::AllowedAction,
    reference::{CourseStage, StageOfSchooling},
    selection::{ModuleHours, SelectionStatus, Shortfall},
};
pub use list::{TraineeSort, TraineeView, key, trainee};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply, show_version},
    body::Body,
    caller::Caller,
};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list::list_selections)
        .service(show_selection)
        .service(choose_course)
        .service(drop_course)
        .service(acts::submit_selection)
        .service(acts::request_selection_change)
        .service(acts::return_selection)
        .service(acts::reopen_selection);
}

/// A course of the plan.
#[derive(Serialize, ToSchema)]
#[schema(as = SelectionItem)]
pub struct SelectionItemView {
    course_id: Uuid,
    code: String,
    title: String,
    subject: String,
    stage: CourseStage,
    module: i32,
    #[schema(required)]
    theme_code: Option<String>,
    #[schema(required)]
    kind: Option<String>,
    provider: String,
    /// Credit-hours it has in the plan; frozen once the plan is submitted.
    hours: Hundredths,
    course_status: CourseStatus,
    /// The course was taken off the catalogue; choose another one in its place.
    replacement_needed: bool,
    /// Hours it has given already; a course that gave any stays.
    credited_hours: Hundredths,
    #[schema(required)]
    added_at: Option<DateTime<Utc>>,
}

fn item(line: Line) -> SelectionItemView {
    SelectionItemView {
        course_id: line.course,
        code: line.code,
        title: line.title,
        subject: line.subject,
        stage: CourseStage::parse(&line.stage).unwrap_or(CourseStage::General),
        module: line.module,
        theme_code: line.theme_code,
        kind: line.kind,
        provider: line.provider,
        hours: Hundredths::new(line.hours),
        replacement_needed: line.status != CourseStatus::Published.as_str(),
        course_status: CourseStatus::parse(&line.status).unwrap_or(CourseStatus::Withdrawn),
        credited_hours: Hundredths::new(line.credited_hours.unwrap_or_default()),
        added_at: line.added_at,
    }
}

/// Somebody's course plan, what it comes to and what it still misses.
#[derive(Serialize, ToSchema)]
#[schema(as = Selection)]
pub struct SelectionView {
    enrollment_id: Uuid,
    project_id: Uuid,
    trainee_no: String,
    subject: String,
    #[schema(required)]
    stage: Option<StageOfSchooling>,
    status: SelectionStatus,
    /// From then on nothing is edited and plans in effect are locked.
    #[schema(required)]
    closes_at: Option<DateTime<Utc>>,
    hours: Hundredths,
    /// Credit-hours that a plan needs.
    min_hours: Hundredths,
    modules: Vec<ModuleHours>,
    items: Vec<SelectionItemView>,
    /// What is missing or too much, live; the plan can be submitted without a blocking one.
    shortfalls: Vec<Shortfall>,
    /// Why it was returned or reopened, where it was.
    #[schema(required)]
    reason: Option<String>,
    #[schema(required)]
    submitted_at: Option<DateTime<Utc>>,
    #[schema(required)]
    effective_at: Option<DateTime<Utc>>,
    allowed_actions: Vec<AllowedAction>,
}

fn view(plan: Plan) -> SelectionView {
    let closes_at = plan.head.closes_at();
    SelectionView {
        enrollment_id: plan.head.enrollment,
        project_id: plan.head.project,
        trainee_no: plan.head.trainee_no,
        subject: plan.head.subject,
        stage: StageOfSchooling::parse(&plan.head.stage),
        status: plan.status,
        closes_at,
        hours: plan.hours,
        min_hours: plan.min_hours,
        modules: plan.modules.into(),
        items: plan.lines.into_iter().map(item).collect(),
        shortfalls: plan.shortfalls,
        reason: plan.reason,
        submitted_at: plan.head.submitted_at,
        effective_at: plan.head.effective_at,
        allowed_actions: plan.actions,
    }
}

/// Show a course plan with its totals and what it still misses.
#[utoipa::path(
    tag = "selections",
    operation_id = "show_selection",
    params(("id" = Uuid, Path, description = "The enrolment")),
    responses((status = 200, description = "The plan", body = SelectionView)),
    extensions(("x-authz" = json!("S04")), ("x-functions" = json!(["F19"])))
)]
#[get("/enrollments/{id}/selection")]
async fn show_selection(caller: Caller, id: Path<Uuid>) -> Reply {
    let plan = selections::show(&caller.look(), *id).await?;
    let version = plan.version();
    Ok(show_version(&view(plan), version))
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChooseCourse {
    /// A course of the plan whose place it takes, in one step.
    replaces: Option<Uuid>,
}

/// Put a course into the basket. Repeating it changes nothing, and edits of other courses do
/// not get in each other's way, so no version has to be given.
#[utoipa::path(
    tag = "selections",
    operation_id = "choose_course",
    params(
        ("id" = Uuid, Path, description = "The enrolment"),
        ("course_id" = Uuid, Path, description = "The course")
    ),
    request_body = ChooseCourse,
    responses((status = 200, description = "The plan as it is now", body = SelectionView)),
    extensions(("x-authz" = json!("S04")), ("x-functions" = json!(["F19"])))
)]
#[put("/enrollments/{id}/selection/items/{course_id}")]
async fn choose_course(
    caller: Caller,
    path: Path<(Uuid, Uuid)>,
    Body(wish): Body<ChooseCourse>,
) -> Reply {
    let (enrollment, course) = path.into_inner();
    caller
        .write(async |work| {
            let plan = selections::choose(work, enrollment, course, wish.replaces).await?;
            let version = plan.version();
            answer::changed(&view(plan), version)
        })
        .await
}

/// Take a course out of the basket.
#[utoipa::path(
    tag = "selections",
    operation_id = "drop_course",
    params(
        ("id" = Uuid, Path, description = "The enrolment"),
        ("course_id" = Uuid, Path, description = "The course")
    ),
    responses((status = 200, description = "The plan as it is now", body = SelectionView)),
    extensions(("x-authz" = json!("S04")), ("x-functions" = json!(["F19"])))
)]
#[delete("/enrollments/{id}/selection/items/{course_id}")]
async fn drop_course(caller: Caller, path: Path<(Uuid, Uuid)>) -> Reply {
    let (enrollment, course) = path.into_inner();
    caller
        .write(async |work| {
            let plan = selections::drop_course(work, enrollment, course).await?;
            let version = plan.version();
            answer::changed(&view(plan), version)
        })
        .await
}
