use actix_web::{get, put};
use app::accounts::{self, Me};
use domain::access::Role;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply, show},
    body::{Body, present},
    caller::Caller,
};

/// A role in force over a part of a project.
#[derive(Serialize, ToSchema)]
#[schema(as = OwnAppointment)]
pub struct OwnAppointmentView {
    id: Uuid,
    role: Role,
    #[schema(required)]
    project_id: Option<Uuid>,
    #[schema(required)]
    scope_id: Option<Uuid>,
    /// What the role is over, by name.
    #[schema(required)]
    scope_name: Option<String>,
    #[schema(required)]
    subject: Option<String>,
}

/// A place as a trainee.
#[derive(Serialize, ToSchema)]
#[schema(as = OwnEnrollment)]
pub struct OwnEnrollmentView {
    enrollment_id: Uuid,
    project_id: Uuid,
    school_id: Uuid,
    #[schema(required)]
    class_id: Option<Uuid>,
    #[schema(required)]
    workshop_id: Option<Uuid>,
}

/// Who the caller is and what they may be.
#[derive(Serialize, ToSchema)]
#[schema(as = Me)]
pub struct MeView {
    person_id: Uuid,
    name: String,
    #[schema(required)]
    active_appointment_id: Option<Uuid>,
    appointments: Vec<OwnAppointmentView>,
    enrollments: Vec<OwnEnrollmentView>,
}

fn view(me: Me) -> MeView {
    let appointments = me.actor.appointments.iter().map(|held| OwnAppointmentView {
        id: held.id,
        role: held.role,
        project_id: held.project,
        scope_id: held.scope,
        scope_name: held.scope.and_then(|id| me.scope_names.get(&id).cloned()),
        subject: held.subject.clone(),
    });
    let enrollments = me.actor.memberships.iter().map(|place| OwnEnrollmentView {
        enrollment_id: place.enrollment,
        project_id: place.project,
        school_id: place.school,
        class_id: place.class,
        workshop_id: place.workshop,
    });
    MeView {
        person_id: me.person.id,
        name: me.person.name,
        active_appointment_id: me.actor.active,
        appointments: appointments.collect(),
        enrollments: enrollments.collect(),
    }
}

/// Show who one is and which roles one holds.
#[utoipa::path(
    tag = "accounts",
    operation_id = "show_me",
    responses((status = 200, description = "The caller", body = MeView)),
    extensions(("x-authz" = json!("P01")), ("x-functions" = json!(["F06"])))
)]
#[get("/me")]
pub(super) async fn show_me(caller: Caller) -> Reply {
    Ok(show(&view(accounts::me(&caller.look()).await?)))
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChooseAppointment {
    /// One of the caller's own appointments; null to act as a trainee.
    #[serde(deserialize_with = "present")]
    #[schema(required)]
    appointment_id: Option<Uuid>,
}

/// Choose the role one acts in.
#[utoipa::path(
    tag = "accounts",
    operation_id = "choose_appointment",
    request_body = ChooseAppointment,
    responses((status = 204, description = "Chosen")),
    extensions(("x-authz" = json!("A01")), ("x-functions" = json!(["F06"])))
)]
#[put("/me/active-appointment")]
pub(super) async fn choose_appointment(
    caller: Caller,
    Body(wish): Body<ChooseAppointment>,
) -> Reply {
    caller
        .write(async |work| {
            accounts::choose_appointment(work, wish.appointment_id).await?;
            answer::gone()
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    #[validate(length(min = 1, max = 256))]
    #[schema(min_length = 1, max_length = 256)]
    current_password: String,
    #[validate(length(min = 1, max = 256))]
    #[schema(min_length = 1, max_length = 256)]
    new_password: String,
}

/// Change one's password; every other session of the account ends.
#[utoipa::path(
    tag = "accounts",
    operation_id = "change_password",
    request_body = ChangePassword,
    responses((status = 204, description = "Changed")),
    extensions(("x-authz" = json!("P04")), ("x-functions" = json!(["F07"])))
)]
#[put("/me/password")]
pub(super) async fn change_password(caller: Caller, Body(given): Body<ChangePassword>) -> Reply {
    accounts::change_password(&caller.ctx, &given.current_password, &given.new_password).await?;
    Ok(actix_web::HttpResponse::NoContent().finish())
}
