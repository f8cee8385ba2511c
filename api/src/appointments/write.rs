use actix_web::{post, web::Path};
use app::appointments::{self, NewAppointment, Whom};
use chrono::NaiveDate;
use domain::{
    Refusal,
    access::{AppointmentAction, Role},
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::list::{AppointmentView, view};
use crate::{
    answer::{self, Reply},
    body::Body,
    caller::Caller,
};

/// Somebody whom the platform does not know yet. They activate their account by a code.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPerson {
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// By this or the staff number they sign in.
    #[validate(length(min = 1, max = 40), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 40)]
    phone: Option<String>,
    #[validate(length(min = 1, max = 40), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 40)]
    staff_no: Option<String>,
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateAppointment {
    /// Somebody of the project; or else `person`.
    person_id: Option<Uuid>,
    /// Somebody new; or else `person_id`.
    #[validate(nested)]
    person: Option<NewPerson>,
    role: Role,
    /// The school, class or workshop that the role is over; may be left out for roles over the
    /// project or its county.
    scope_id: Option<Uuid>,
    /// Code of an expert's subject.
    #[validate(length(min = 1, max = 20), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 20)]
    subject: Option<String>,
    /// The office held, such as 副校长; a school's administrator must have one (s.43).
    #[validate(length(min = 1, max = 50), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 50)]
    title: Option<String>,
    /// The first day; today where it is left out.
    valid_from: Option<NaiveDate>,
    /// The last day.
    valid_to: Option<NaiveDate>,
}

impl CreateAppointment {
    fn read(self) -> Result<NewAppointment, Refusal> {
        let whom = match (self.person_id, self.person) {
            (Some(id), None) => Whom::Known(id),
            (None, Some(new)) => {
                Whom::New { name: new.name, phone: new.phone, staff_no: new.staff_no }
            }
            _ => {
                let detail = "Send either person_id or person.";
                return Err(Refusal::field("/person_id", "person_needed", detail));
            }
        };
        Ok(NewAppointment {
            whom,
            role: self.role,
            scope: self.scope_id,
            subject: self.subject,
            title: self.title,
            valid_from: self.valid_from,
            valid_to: self.valid_to,
        })
    }
}

/// Appoint somebody to a role lower than one's own, within one's own scope.
#[utoipa::path(
    tag = "appointments",
    operation_id = "create_appointment",
    params(("id" = Uuid, Path)),
    request_body = CreateAppointment,
    responses((status = 201, description = "The new appointment", body = AppointmentView)),
    extensions(("x-authz" = json!("A05")), ("x-functions" = json!(["F06"])))
)]
#[post("/projects/{id}/appointments")]
pub(super) async fn create_appointment(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<CreateAppointment>,
) -> Reply {
    let new = wish.read()?;
    caller
        .write(async |work| {
            let given = appointments::give(work, *id, new.clone()).await?;
            let path = format!("/appointments/{}", given.row.id);
            answer::created(&view(given), path, 1)
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndAppointment {
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

async fn act(caller: Caller, id: Uuid, action: AppointmentAction, reason: Option<String>) -> Reply {
    caller
        .write(async |work| {
            let now = appointments::act(work, id, action, reason.as_deref()).await?;
            let version = now.row.version;
            answer::changed(&view(now), version)
        })
        .await
}

/// End a role; its rights are gone within a second.
#[utoipa::path(
    tag = "appointments",
    operation_id = "end_appointment",
    params(("id" = Uuid, Path)),
    request_body = EndAppointment,
    responses((status = 200, description = "As it is now", body = AppointmentView)),
    extensions(("x-authz" = json!("A05")), ("x-functions" = json!(["F06"])))
)]
#[post("/appointments/{id}/endings")]
pub(super) async fn end_appointment(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<EndAppointment>,
) -> Reply {
    act(caller, *id, AppointmentAction::End, Some(wish.reason)).await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SuspendAppointment {
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

/// Put a role on hold; its rights are gone within a second.
#[utoipa::path(
    tag = "appointments",
    operation_id = "suspend_appointment",
    params(("id" = Uuid, Path)),
    request_body = SuspendAppointment,
    responses((status = 200, description = "As it is now", body = AppointmentView)),
    extensions(("x-authz" = json!("A05")), ("x-functions" = json!(["F06"])))
)]
#[post("/appointments/{id}/suspensions")]
pub(super) async fn suspend_appointment(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<SuspendAppointment>,
) -> Reply {
    act(caller, *id, AppointmentAction::Suspend, Some(wish.reason)).await
}

/// Take a suspended role up again.
#[utoipa::path(
    tag = "appointments",
    operation_id = "reinstate_appointment",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "As it is now", body = AppointmentView)),
    extensions(("x-authz" = json!("A05")), ("x-functions" = json!(["F06"])))
)]
#[post("/appointments/{id}/reinstatements")]
pub(super) async fn reinstate_appointment(caller: Caller, id: Path<Uuid>) -> Reply {
    act(caller, *id, AppointmentAction::Reinstate, None).await
}
