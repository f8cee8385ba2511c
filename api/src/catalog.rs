//! The course catalogue (F17; s.32–36).

mod audit;
mod edit;

use actix_web::{HttpRequest, get, web::Path};
use app::catalog::{self, Counts, Course, Facet, Facets, Filter, Order, Whole};
use chrono::{DateTime, Utc};
use domain::{
    Hundredths,
    catalog::CourseStatus,
    machine::AllowedAction,
    reference::{CourseStage, StageOfSchooling},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{Reply, show_version},
    body::Params,
    caller::Caller,
    page,
};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_courses)
        .service(edit::create_course)
        .service(show_course)
        .service(edit::change_course)
        .service(edit::withdraw_course)
        .service(audit::show_catalog_audit)
        .service(audit::publish_catalog);
}

/// A course of the catalogue.
#[derive(Serialize, ToSchema)]
#[schema(as = Course)]
pub struct CourseView {
    id: Uuid,
    project_id: Uuid,
    code: String,
    title: String,
    /// Code of the subject.
    subject: String,
    stage: CourseStage,
    module: i32,
    #[schema(required)]
    theme_code: Option<String>,
    #[schema(required)]
    ability_point: Option<String>,
    #[schema(required)]
    micro_ability: Option<String>,
    /// Credit-hours (学时).
    hours: Hundredths,
    #[schema(required)]
    kind: Option<String>,
    provider: String,
    #[schema(required)]
    provider_course_id: Option<String>,
    status: CourseStatus,
    updated_at: DateTime<Utc>,
}

pub fn view(course: Course) -> CourseView {
    CourseView {
        id: course.id,
        project_id: course.project_id,
        code: course.code,
        title: course.title,
        subject: course.subject,
        stage: CourseStage::parse(&course.stage).unwrap_or(CourseStage::General),
        module: course.module,
        theme_code: course.theme_code,
        ability_point: course.ability_point,
        micro_ability: course.micro_ability,
        hours: Hundredths::new(course.hours),
        kind: course.kind,
        provider: course.provider,
        provider_course_id: course.provider_course_id,
        status: CourseStatus::parse(&course.status).unwrap_or(CourseStatus::Withdrawn),
        updated_at: course.updated_at,
    }
}

/// A course with what the caller may do to it.
#[derive(Serialize, ToSchema)]
#[schema(as = WholeCourse)]
pub struct WholeCourseView {
    #[serde(flatten)]
    course: CourseView,
    /// Why it was withdrawn.
    #[schema(required)]
    withdrawal_reason: Option<String>,
    allowed_actions: Vec<AllowedAction>,
}

fn whole(whole: Whole) -> WholeCourseView {
    WholeCourseView {
        course: view(whole.course),
        withdrawal_reason: whole.reason,
        allowed_actions: whole.actions,
    }
}

/// What a list of courses is sorted by; `-` for descending.
#[derive(Clone, Copy, Deserialize, ToSchema)]
pub enum CourseSort {
    #[serde(rename = "code")]
    Code,
    #[serde(rename = "-code")]
    CodeDown,
    #[serde(rename = "hours")]
    Hours,
    #[serde(rename = "-hours")]
    HoursDown,
    #[serde(rename = "title")]
    Title,
    #[serde(rename = "-title")]
    TitleDown,
}

impl CourseSort {
    fn order(self) -> (Order, bool) {
        match self {
            Self::Code => (Order::Code, false),
            Self::CodeDown => (Order::Code, true),
            Self::Hours => (Order::Hours, false),
            Self::HoursDown => (Order::Hours, true),
            Self::Title => (Order::Title, false),
            Self::TitleDown => (Order::Title, true),
        }
    }
}

/// What is counted beside the list; `facets` counts the total too.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CourseInclude {
    Total,
    Facets,
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListCourses {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    /// Code of the subject.
    #[validate(length(max = 64))]
    #[param(max_length = 64)]
    subject: Option<String>,
    /// Courses made for exactly this stage.
    #[param(inline)]
    stage: Option<CourseStage>,
    /// Courses that a teacher of this stage may choose: made for it, or general.
    #[param(inline)]
    suits: Option<StageOfSchooling>,
    #[validate(range(min = 1, max = 4))]
    #[param(minimum = 1, maximum = 4)]
    module: Option<i32>,
    /// Code of the theme.
    #[validate(length(max = 64))]
    #[param(max_length = 64)]
    theme: Option<String>,
    #[validate(length(max = 64))]
    #[param(max_length = 64)]
    kind: Option<String>,
    #[param(inline)]
    status: Option<CourseStatus>,
    /// Part of the title or code.
    #[validate(length(min = 1, max = 100))]
    #[param(min_length = 1, max_length = 100)]
    q: Option<String>,
    #[param(inline)]
    sort: Option<CourseSort>,
    #[param(inline)]
    include: Option<CourseInclude>,
}

/// A value of a facet, and how many courses have it.
#[derive(Serialize, ToSchema)]
#[schema(as = CourseFacet)]
pub struct FacetView {
    value: String,
    courses: i64,
}

/// What each value would leave; a facet heeds every other filter but its own.
#[derive(Serialize, ToSchema)]
#[schema(as = CourseFacets)]
pub struct FacetsView {
    subject: Vec<FacetView>,
    stage: Vec<FacetView>,
    module: Vec<FacetView>,
    theme: Vec<FacetView>,
    kind: Vec<FacetView>,
    status: Vec<FacetView>,
}

fn facets(facets: Facets) -> FacetsView {
    let each = |list: Vec<Facet>| {
        list.into_iter().map(|one| FacetView { value: one.value, courses: one.courses }).collect()
    };
    FacetsView {
        subject: each(facets.subject),
        stage: each(facets.stage),
        module: each(facets.module),
        theme: each(facets.theme),
        kind: each(facets.kind),
        status: each(facets.status),
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = CoursePage)]
pub struct CoursePage {
    items: Vec<CourseView>,
    #[schema(required)]
    next_cursor: Option<String>,
    /// How many courses fit, where it was asked for.
    #[schema(required)]
    total: Option<i64>,
    /// The counts, where they were asked for.
    #[schema(required)]
    facets: Option<FacetsView>,
}

/// List the courses of a project; a trainee sees them once the catalogue is published.
#[utoipa::path(
    tag = "catalog",
    operation_id = "list_courses",
    params(("id" = Uuid, Path, description = "The project"), ListCourses),
    responses((status = 200, description = "A page of courses", body = CoursePage)),
    extensions(("x-authz" = json!("S03")), ("x-functions" = json!(["F17"])))
)]
#[get("/projects/{id}/courses")]
async fn list_courses(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListCourses>,
) -> Reply {
    let (order, descending) = wish.sort.unwrap_or(CourseSort::Code).order();
    let window = page::window(wish.limit, wish.cursor.as_deref(), descending)?;
    let counts = match wish.include {
        None => Counts::None,
        Some(CourseInclude::Total) => Counts::Total,
        Some(CourseInclude::Facets) => Counts::Facets,
    };
    let filter = filter(wish);
    let found = catalog::list(&caller.look(), *id, filter, order, counts, &window).await?;
    let next = page::next_cursor(&found.cut, |one| key(one, order));
    let page = CoursePage {
        items: found.cut.items.into_iter().map(view).collect(),
        next_cursor: next.clone(),
        total: found.total,
        facets: found.facets.map(facets),
    };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

fn filter(wish: ListCourses) -> Filter {
    Filter {
        subject: wish.subject,
        stage: wish.stage.map(|stage| stage.as_str().to_owned()),
        suits: wish.suits.map(|stage| stage.as_str().to_owned()),
        module: wish.module,
        theme: wish.theme,
        kind: wish.kind,
        status: wish.status.map(|status| status.as_str().to_owned()),
        provider: None,
        text: wish.q,
    }
}

fn key(course: &Course, order: Order) -> app::Key {
    let value = match order {
        Order::Code => course.code.clone(),
        Order::Title => course.title.clone(),
        Order::Hours => course.hours.to_string(),
    };
    app::Key { value: Some(value), id: course.id }
}

/// Show a course.
#[utoipa::path(
    tag = "catalog",
    operation_id = "show_course",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The course", body = WholeCourseView)),
    extensions(("x-authz" = json!("S03")), ("x-functions" = json!(["F17"])))
)]
#[get("/courses/{id}")]
async fn show_course(caller: Caller, id: Path<Uuid>) -> Reply {
    let found = catalog::show(&caller.look(), *id).await?;
    let version = found.course.version;
    Ok(show_version(&whole(found), version))
}
