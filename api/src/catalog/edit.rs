use actix_web::{patch, post, web::Path};
use app::catalog::{self, NewCourse};
use domain::{Hundredths, reference::CourseStage};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::{WholeCourseView, whole};
use crate::{
    answer::{self, Reply},
    body::{Body, IfMatch},
    caller::Caller,
};

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateCourse {
    #[validate(length(min = 1, max = 64))]
    #[schema(min_length = 1, max_length = 64)]
    code: String,
    #[validate(length(min = 1, max = 200), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 200)]
    title: String,
    /// Code of the subject.
    #[validate(length(min = 1, max = 64), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 64)]
    subject: String,
    stage: CourseStage,
    #[validate(range(min = 1, max = 4))]
    #[schema(minimum = 1, maximum = 4)]
    module: i32,
    #[validate(length(max = 64))]
    #[schema(max_length = 64)]
    theme_code: Option<String>,
    #[validate(length(max = 64))]
    #[schema(max_length = 64)]
    ability_point: Option<String>,
    #[validate(length(max = 64))]
    #[schema(max_length = 64)]
    micro_ability: Option<String>,
    /// Credit-hours: a multiple of 0.5, at most 100.
    hours: Hundredths,
    #[validate(length(max = 64))]
    #[schema(max_length = 64)]
    kind: Option<String>,
    /// Left out: the caller's own provider, or the project's.
    #[validate(length(min = 1, max = 200), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 200)]
    provider: Option<String>,
    #[validate(length(max = 128))]
    #[schema(max_length = 128)]
    provider_course_id: Option<String>,
}

/// Add a course to the catalogue.
#[utoipa::path(
    tag = "catalog",
    operation_id = "create_course",
    params(("id" = Uuid, Path, description = "The project")),
    request_body = CreateCourse,
    responses((status = 201, description = "The course", body = WholeCourseView)),
    extensions(("x-authz" = json!("S03")), ("x-functions" = json!(["F17", "F21"])))
)]
#[post("/projects/{id}/courses")]
pub async fn create_course(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<CreateCourse>,
) -> Reply {
    let new = NewCourse {
        code: wish.code,
        title: wish.title,
        subject: wish.subject,
        stage: wish.stage,
        module: wish.module,
        theme_code: wish.theme_code,
        ability_point: wish.ability_point,
        micro_ability: wish.micro_ability,
        hours: wish.hours,
        kind: wish.kind,
        provider: wish.provider,
        provider_course_id: wish.provider_course_id,
    };
    caller
        .write(async |work| {
            let made = catalog::create(work, *id, new.clone()).await?;
            let (path, version) = (format!("/courses/{}", made.course.id), made.course.version);
            answer::created(&whole(made), path, version)
        })
        .await
}

/// What is to change; what is left out stays.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeCourse {
    #[validate(length(min = 1, max = 200), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 200)]
    title: Option<String>,
    /// Code of the subject; stays once somebody has chosen the course.
    #[validate(length(min = 1, max = 64), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 64)]
    subject: Option<String>,
    stage: Option<CourseStage>,
    /// Stays once somebody has chosen the course.
    #[validate(range(min = 1, max = 4))]
    #[schema(minimum = 1, maximum = 4)]
    module: Option<i32>,
    /// Empty text takes it away.
    #[validate(length(max = 64))]
    #[schema(max_length = 64)]
    theme_code: Option<String>,
    #[validate(length(max = 64))]
    #[schema(max_length = 64)]
    ability_point: Option<String>,
    #[validate(length(max = 64))]
    #[schema(max_length = 64)]
    micro_ability: Option<String>,
    /// Credit-hours: a multiple of 0.5, at most 100. Plans that were submitted keep theirs.
    hours: Option<Hundredths>,
    #[validate(length(max = 64))]
    #[schema(max_length = 64)]
    kind: Option<String>,
}

impl ChangeCourse {
    fn apply(&self, course: &mut NewCourse) {
        fn set<T: Clone>(place: &mut T, value: &Option<T>) {
            if let Some(value) = value {
                place.clone_from(value);
            }
        }
        fn may_empty(place: &mut Option<String>, value: &Option<String>) {
            if let Some(value) = value {
                *place = Some(value.clone()).filter(|text| !text.is_empty());
            }
        }
        set(&mut course.title, &self.title);
        set(&mut course.subject, &self.subject);
        set(&mut course.stage, &self.stage);
        set(&mut course.module, &self.module);
        set(&mut course.hours, &self.hours);
        may_empty(&mut course.theme_code, &self.theme_code);
        may_empty(&mut course.ability_point, &self.ability_point);
        may_empty(&mut course.micro_ability, &self.micro_ability);
        may_empty(&mut course.kind, &self.kind);
    }
}

/// Change a course. Plans that hold it submitted keep their hours; open baskets follow.
#[utoipa::path(
    tag = "catalog",
    operation_id = "change_course",
    params(("id" = Uuid, Path)),
    request_body = ChangeCourse,
    responses((status = 200, description = "The changed course", body = WholeCourseView)),
    extensions(
        ("x-authz" = json!("S03")), ("x-functions" = json!(["F17", "F21"])),
        ("x-if-match" = json!(true))
    )
)]
#[patch("/courses/{id}")]
pub async fn change_course(
    caller: Caller,
    id: Path<Uuid>,
    IfMatch(version): IfMatch,
    Body(wish): Body<ChangeCourse>,
) -> Reply {
    caller
        .write(async |work| {
            let changed = catalog::change(work, *id, version, |course| wish.apply(course)).await?;
            let version = changed.course.version;
            answer::changed(&whole(changed), version)
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawCourse {
    /// Why; whoever chose the course reads it.
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

/// Take a course off the catalogue. Submitted plans keep its hours and show that a replacement
/// is needed.
#[utoipa::path(
    tag = "catalog",
    operation_id = "withdraw_course",
    params(("id" = Uuid, Path)),
    request_body = WithdrawCourse,
    responses((status = 200, description = "The withdrawn course", body = WholeCourseView)),
    extensions(("x-authz" = json!("S03")), ("x-functions" = json!(["F17", "F21"])))
)]
#[post("/courses/{id}/withdrawals")]
pub async fn withdraw_course(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<WithdrawCourse>,
) -> Reply {
    caller
        .write(async |work| {
            let changed = catalog::withdraw(work, *id, &wish.reason).await?;
            let version = changed.course.version;
            answer::changed(&whole(changed), version)
        })
        .await
}
