use actix_web::delete;
use app::{
    classes::{Join, Seated, Verdict},
    placements::{self, Placement},
};

use super::*;

pub fn routes(config: &mut ServiceConfig) {
    config.service(add_class_members).service(remove_class_member).service(place_enrollment);
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddMembers {
    #[validate(length(min = 1, max = 500))]
    #[schema(min_items = 1, max_items = 500)]
    enrollment_ids: Vec<Uuid>,
    /// Why a limit of the policy may be passed; it is listed among the exceptions.
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: Option<String>,
    /// Everybody or nobody.
    #[serde(default)]
    atomic: bool,
}

impl AddMembers {
    pub fn join(&self) -> Join {
        Join {
            enrollments: self.enrollment_ids.clone(),
            reason: self.reason.clone(),
            atomic: self.atomic,
        }
    }
}

/// What became of one of those who were to join.
#[derive(Serialize, ToSchema)]
#[schema(as = MemberResult)]
pub struct MemberResultView {
    index: usize,
    enrollment_id: Uuid,
    /// `added`, `unchanged` or `refused`.
    status: &'static str,
    /// `class_full`, `school_mismatch`, `already_enrolled`, `family_mismatch`, `not_active`,
    /// `duplicate` or `not_found`.
    #[schema(required)]
    code: Option<&'static str>,
}

/// What became of each, in the order of the request.
#[derive(Serialize, ToSchema)]
#[schema(as = MemberResults)]
pub struct MemberResultsView {
    added: usize,
    refused: usize,
    results: Vec<MemberResultView>,
}

pub fn results(seated: Vec<Seated>) -> MemberResultsView {
    let result = |(index, one): (usize, Seated)| {
        let (status, code) = match one.verdict {
            Verdict::Added => ("added", None),
            Verdict::Unchanged => ("unchanged", None),
            Verdict::Refused(code) => ("refused", Some(code)),
        };
        MemberResultView { index, enrollment_id: one.enrollment, status, code }
    };
    let results: Vec<_> = seated.into_iter().enumerate().map(result).collect();
    let count = |status| results.iter().filter(|one| one.status == status).count();
    MemberResultsView { added: count("added"), refused: count("refused"), results }
}

/// Seat trainees in a class, each with an own answer; never more than there is room for.
#[utoipa::path(
    tag = "classes",
    operation_id = "add_class_members",
    params(("id" = Uuid, Path)),
    request_body = AddMembers,
    responses((status = 200, description = "What became of each", body = MemberResultsView)),
    extensions(("x-authz" = json!("O04")), ("x-functions" = json!(["F08", "F09"])))
)]
#[post("/classes/{id}/members")]
async fn add_class_members(caller: Caller, id: Path<Uuid>, Body(wish): Body<AddMembers>) -> Reply {
    caller
        .write(async |work| {
            let seated = classes::add_members(work, *id, &wish.join()).await?;
            answer::done(&results(seated))
        })
        .await
}

/// Take a trainee out of a class.
#[utoipa::path(
    tag = "classes",
    operation_id = "remove_class_member",
    params(("id" = Uuid, Path), ("enrollment_id" = Uuid, Path)),
    responses((status = 204, description = "Out of the class")),
    extensions(("x-authz" = json!("O04")), ("x-functions" = json!(["F08", "F09"])))
)]
#[delete("/classes/{id}/members/{enrollment_id}")]
async fn remove_class_member(caller: Caller, path: Path<(Uuid, Uuid)>) -> Reply {
    let (id, enrollment) = path.into_inner();
    caller
        .write(async |work| {
            classes::remove_member(work, id, enrollment).await?;
            answer::gone()
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceEnrollment {
    /// The class to sit in; left out, the class stays.
    class_id: Option<Uuid>,
    /// The workshop to sit in; left out, the workshop stays.
    workshop_id: Option<Uuid>,
    /// Why a limit of the policy may be passed.
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: Option<String>,
}

/// Where a trainee sits.
#[derive(Serialize, ToSchema)]
#[schema(as = Placement)]
pub struct PlacementView {
    enrollment_id: Uuid,
    #[schema(required)]
    class_id: Option<Uuid>,
    #[schema(required)]
    workshop_id: Option<Uuid>,
}

/// Move a trainee to another class, workshop or both in one act.
#[utoipa::path(
    tag = "classes",
    operation_id = "place_enrollment",
    params(("id" = Uuid, Path)),
    request_body = PlaceEnrollment,
    responses((status = 200, description = "Where the trainee sits now", body = PlacementView)),
    extensions(("x-authz" = json!("O04")), ("x-functions" = json!(["F08", "F11"])))
)]
#[post("/enrollments/{id}/placements")]
async fn place_enrollment(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<PlaceEnrollment>,
) -> Reply {
    let wish = Placement { class: wish.class_id, workshop: wish.workshop_id, reason: wish.reason };
    caller
        .write(async |work| {
            let one = placements::place(work, *id, &wish).await?;
            answer::done(&PlacementView {
                enrollment_id: one.id,
                class_id: one.class,
                workshop_id: one.workshop,
            })
        })
        .await
}
