use actix_web::{HttpRequest, get, web::Path};
use app::appointments::{self, Held, Wanted};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    access::{AppointmentStatus, Role},
    machine::AllowedAction,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{Reply, show_version},
    body::Params,
    caller::Caller,
    page,
};

/// A role over a part of a project, held by somebody.
#[derive(Serialize, ToSchema)]
#[schema(as = Appointment)]
pub struct AppointmentView {
    id: Uuid,
    person_id: Uuid,
    person_name: String,
    #[schema(required)]
    project_id: Option<Uuid>,
    role: String,
    /// `project`, `county`, `subject`, `school`, `class`, `workshop` or `platform`.
    scope_kind: String,
    #[schema(required)]
    scope_id: Option<Uuid>,
    #[schema(required)]
    scope_name: Option<String>,
    /// Code of an expert's subject.
    #[schema(required)]
    subject: Option<String>,
    /// The office held at the school, such as 副校长 (s.43).
    #[schema(required)]
    title: Option<String>,
    valid_from: NaiveDate,
    #[schema(required)]
    valid_to: Option<NaiveDate>,
    /// Only an active role gives rights.
    status: AppointmentStatus,
    #[schema(required)]
    ended_at: Option<DateTime<Utc>>,
    allowed_actions: Vec<AllowedAction>,
    /// The number in its `ETag`.
    version: i64,
}

pub(super) fn view(held: Held) -> AppointmentView {
    let Held { row, scope_name, status, actions } = held;
    AppointmentView {
        id: row.id,
        person_id: row.person_id,
        person_name: row.person_name,
        project_id: row.project_id,
        role: row.role,
        scope_kind: row.scope_kind,
        scope_id: row.scope_id,
        scope_name,
        subject: row.subject,
        title: row.title,
        valid_from: row.valid_from,
        valid_to: row.valid_to,
        status,
        ended_at: row.ended_at,
        allowed_actions: actions,
        version: row.version,
    }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListAppointments {
    role: Option<Role>,
    /// The school, class, workshop, county or project that the role is over.
    scope_id: Option<Uuid>,
    person_id: Option<Uuid>,
    status: Option<AppointmentStatus>,
    /// Part of the person's name.
    #[validate(length(min = 1, max = 50))]
    #[param(min_length = 1, max_length = 50)]
    q: Option<String>,
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = AppointmentPage)]
pub struct AppointmentPage {
    items: Vec<AppointmentView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List the roles given in a project, as far as one may see them.
#[utoipa::path(
    tag = "appointments",
    operation_id = "list_appointments",
    params(("id" = Uuid, Path), ListAppointments),
    responses((status = 200, description = "A page of appointments", body = AppointmentPage)),
    extensions(("x-authz" = json!("A05")), ("x-functions" = json!(["F06"])))
)]
#[get("/projects/{id}/appointments")]
pub(super) async fn list_appointments(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListAppointments>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let wanted = Wanted {
        role: wish.role.map(|role| role.as_str().to_owned()),
        scope: wish.scope_id,
        person: wish.person_id,
        status: wish.status,
        q: wish.q,
    };
    let cut = appointments::list(&caller.look(), *id, &wanted, &window).await?;
    let next_cursor = page::next_cursor(&cut, |one| app::Key { value: None, id: one.row.id });
    let items = cut.items.into_iter().map(view).collect();
    let page = AppointmentPage { items, next_cursor: next_cursor.clone() };
    Ok(page::show_page(&request, &page, next_cursor.as_deref()))
}

/// Show an appointment.
#[utoipa::path(
    tag = "appointments",
    operation_id = "show_appointment",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The appointment", body = AppointmentView)),
    extensions(("x-authz" = json!("A05")), ("x-functions" = json!(["F06"])))
)]
#[get("/appointments/{id}")]
pub(super) async fn show_appointment(caller: Caller, id: Path<Uuid>) -> Reply {
    let found = appointments::show(&caller.look(), *id).await?;
    let version = found.row.version;
    Ok(show_version(&view(found), version))
}
