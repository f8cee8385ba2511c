use actix_web::{patch, post, web::Path};
use app::roster::{self, Change, NewEnrollment};
use domain::enrollment::EnrollmentStatus;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::list::{WholeEnrollmentView, whole};
use crate::{
    answer::{self, Reply},
    body::{Body, IfMatch},
    caller::Caller,
};

/// Somebody to be added by hand. Words are read as a file's are: 小学 or `primary`, 语文 or
/// its code; spaces and full-width digits do not matter.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateEnrollment {
    school_id: Uuid,
    /// Left out, a free one is given.
    #[validate(length(max = 64))]
    #[schema(max_length = 64)]
    #[serde(default)]
    trainee_no: String,
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// 男 or 女; by the ID number where it is left out.
    #[validate(length(max = 10))]
    #[schema(max_length = 10)]
    #[serde(default)]
    gender: String,
    #[validate(length(min = 1, max = 40), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 40)]
    id_no: String,
    #[validate(length(min = 1, max = 40), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 40)]
    phone: String,
    #[validate(length(min = 1, max = 20), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 20)]
    stage: String,
    #[validate(length(min = 1, max = 20), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 20)]
    subject: String,
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    #[serde(default)]
    duty: String,
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    #[serde(default)]
    job_title: String,
    #[validate(range(min = 0, max = 80))]
    #[schema(minimum = 0, maximum = 80)]
    teaching_years: Option<i32>,
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    #[serde(default)]
    education: String,
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    #[serde(default)]
    note: String,
}

/// Add a trainee by hand, by the same rules as a file's row.
#[utoipa::path(
    tag = "roster",
    operation_id = "create_enrollment",
    params(("id" = Uuid, Path)),
    request_body = CreateEnrollment,
    responses((status = 201, description = "The new place", body = WholeEnrollmentView)),
    extensions(("x-authz" = json!("O02")), ("x-functions" = json!(["F05"])))
)]
#[post("/projects/{id}/enrollments")]
pub(super) async fn create_enrollment(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<CreateEnrollment>,
) -> Reply {
    let new = NewEnrollment {
        school: wish.school_id,
        trainee_no: wish.trainee_no,
        name: wish.name,
        gender: wish.gender,
        id_no: wish.id_no,
        phone: wish.phone,
        stage: wish.stage,
        subject: wish.subject,
        duty: wish.duty,
        job_title: wish.job_title,
        teaching_years: wish.teaching_years.map(|years| years.to_string()).unwrap_or_default(),
        education: wish.education,
        note: wish.note,
    };
    caller
        .write(async |work| {
            let made = roster::create(work, *id, new.clone()).await?;
            let path = format!("/enrollments/{}", made.row.id);
            answer::created(&whole(work, made), path, 1)
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeEnrollment {
    /// 小学 or `primary`.
    #[validate(length(min = 1, max = 20), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 20)]
    stage: Option<String>,
    /// 语文 or its code.
    #[validate(length(min = 1, max = 20), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 20)]
    subject: Option<String>,
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    duty: Option<String>,
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    job_title: Option<String>,
    #[validate(range(min = 0, max = 80))]
    #[schema(minimum = 0, maximum = 80)]
    teaching_years: Option<i32>,
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    education: Option<String>,
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    note: Option<String>,
}

/// Correct what the roster says of a trainee; what is left out stays, an empty text clears.
#[utoipa::path(
    tag = "roster",
    operation_id = "change_enrollment",
    params(("id" = Uuid, Path)),
    request_body = ChangeEnrollment,
    responses((status = 200, description = "As it is now", body = WholeEnrollmentView)),
    extensions(
        ("x-authz" = json!("O02")),
        ("x-functions" = json!(["F05"])),
        ("x-if-match" = json!(true))
    )
)]
#[patch("/enrollments/{id}")]
pub(super) async fn change_enrollment(
    caller: Caller,
    id: Path<Uuid>,
    IfMatch(version): IfMatch,
    Body(wish): Body<ChangeEnrollment>,
) -> Reply {
    let to = Change {
        stage: wish.stage,
        subject: wish.subject,
        duty: wish.duty,
        job_title: wish.job_title,
        teaching_years: wish.teaching_years,
        education: wish.education,
        note: wish.note,
    };
    caller
        .write(async |work| {
            let now = roster::change(work, *id, version, to.clone()).await?;
            let version = now.row.version;
            answer::changed(&whole(work, now), version)
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeEnrollmentStatus {
    /// `withdrawn`, `deferred`, `exempted`, or `active` to take somebody back.
    to: EnrollmentStatus,
    /// Why: 病假, 产假, 退休, 调出 …
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

/// Take a trainee out of the count, or back into it; the county decides.
#[utoipa::path(
    tag = "roster",
    operation_id = "change_enrollment_status",
    params(("id" = Uuid, Path)),
    request_body = ChangeEnrollmentStatus,
    responses((status = 200, description = "As it is now", body = WholeEnrollmentView)),
    extensions(("x-authz" = json!("O04")), ("x-functions" = json!(["F05"])))
)]
#[post("/enrollments/{id}/status-changes")]
pub(super) async fn change_enrollment_status(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<ChangeEnrollmentStatus>,
) -> Reply {
    caller
        .write(async |work| {
            let now = roster::change_status(work, *id, wish.to, &wish.reason).await?;
            let version = now.row.version;
            answer::changed(&whole(work, now), version)
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TransferEnrollment {
    /// Another school of the same county.
    school_id: Uuid,
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

/// Move a trainee to another school; hours and scores go along, class and workshop do not.
#[utoipa::path(
    tag = "roster",
    operation_id = "transfer_enrollment",
    params(("id" = Uuid, Path)),
    request_body = TransferEnrollment,
    responses((status = 200, description = "As it is now", body = WholeEnrollmentView)),
    extensions(("x-authz" = json!("O04")), ("x-functions" = json!(["F05"])))
)]
#[post("/enrollments/{id}/transfers")]
pub(super) async fn transfer_enrollment(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<TransferEnrollment>,
) -> Reply {
    caller
        .write(async |work| {
            let now = roster::transfer(work, *id, wish.school_id, &wish.reason).await?;
            let version = now.row.version;
            answer::changed(&whole(work, now), version)
        })
        .await
}
