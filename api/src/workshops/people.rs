use actix_web::put;

use super::*;
use crate::classes::{AddMembers, MemberResultsView, results};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(add_workshop_members)
        .service(remove_workshop_member)
        .service(appoint_workshop_leader)
        .service(appoint_workshop_deputy)
        .service(dismiss_workshop_deputy);
}

/// Put trainees into a workshop, each with an own answer; the subject has to suit the family.
#[utoipa::path(
    tag = "workshops",
    operation_id = "add_workshop_members",
    params(("id" = Uuid, Path)),
    request_body = AddMembers,
    responses((status = 200, description = "What became of each", body = MemberResultsView)),
    extensions(("x-authz" = json!("O05")), ("x-functions" = json!(["F11"])))
)]
#[post("/workshops/{id}/members")]
async fn add_workshop_members(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<AddMembers>,
) -> Reply {
    caller
        .write(async |work| {
            let seated = workshops::add_members(work, *id, &wish.join()).await?;
            answer::done(&results(seated))
        })
        .await
}

/// Take a trainee out of a workshop.
#[utoipa::path(
    tag = "workshops",
    operation_id = "remove_workshop_member",
    params(("id" = Uuid, Path), ("enrollment_id" = Uuid, Path)),
    responses((status = 204, description = "Out of the workshop")),
    extensions(("x-authz" = json!("O05")), ("x-functions" = json!(["F11"])))
)]
#[delete("/workshops/{id}/members/{enrollment_id}")]
async fn remove_workshop_member(caller: Caller, path: Path<(Uuid, Uuid)>) -> Reply {
    let (id, enrollment) = path.into_inner();
    caller
        .write(async |work| {
            workshops::remove_member(work, id, enrollment).await?;
            answer::gone()
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointWorkshopLeader {
    /// A member of the workshop, or a teacher or administrator of its school.
    person_id: Uuid,
}

/// Make somebody the leader of a workshop; the right exists within a second.
#[utoipa::path(
    tag = "workshops",
    operation_id = "appoint_workshop_leader",
    params(("id" = Uuid, Path)),
    request_body = AppointWorkshopLeader,
    responses((status = 200, description = "The workshop", body = WorkshopView)),
    extensions(
        ("x-authz" = json!("O05")),
        ("x-functions" = json!(["F11", "F06"])),
        ("x-if-match" = json!(true))
    )
)]
#[put("/workshops/{id}/leader")]
async fn appoint_workshop_leader(
    caller: Caller,
    id: Path<Uuid>,
    IfMatch(version): IfMatch,
    Body(wish): Body<AppointWorkshopLeader>,
) -> Reply {
    caller
        .write(async |work| {
            let seen = workshops::appoint_leader(work, *id, version, wish.person_id).await?;
            let seen = view(seen);
            answer::changed(&seen, seen.version)
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointWorkshopDeputy {
    /// A member of the workshop, or a teacher or administrator of its school.
    person_id: Uuid,
}

/// Add a deputy leader to a workshop.
#[utoipa::path(
    tag = "workshops",
    operation_id = "appoint_workshop_deputy",
    params(("id" = Uuid, Path)),
    request_body = AppointWorkshopDeputy,
    responses((status = 201, description = "The workshop", body = WorkshopView)),
    extensions(("x-authz" = json!("O05")), ("x-functions" = json!(["F11", "F06"])))
)]
#[post("/workshops/{id}/deputies")]
async fn appoint_workshop_deputy(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<AppointWorkshopDeputy>,
) -> Reply {
    caller
        .write(async |work| {
            let seen = workshops::appoint_deputy(work, *id, wish.person_id).await?;
            let seen = view(seen);
            answer::created(&seen, format!("/workshops/{id}"), seen.version)
        })
        .await
}

/// End the appointment of a deputy leader.
#[utoipa::path(
    tag = "workshops",
    operation_id = "dismiss_workshop_deputy",
    params(("id" = Uuid, Path), ("person_id" = Uuid, Path)),
    responses((status = 204, description = "No deputy any more")),
    extensions(("x-authz" = json!("O05")), ("x-functions" = json!(["F11", "F06"])))
)]
#[delete("/workshops/{id}/deputies/{person_id}")]
async fn dismiss_workshop_deputy(caller: Caller, path: Path<(Uuid, Uuid)>) -> Reply {
    let (id, person) = path.into_inner();
    caller
        .write(async |work| {
            workshops::dismiss_deputy(work, id, person).await?;
            answer::gone()
        })
        .await
}
