use actix_web::{HttpRequest, get, web::Path};
use app::{
    Unit,
    roster::{self, Entry, Order, Unplaced, Wanted},
};
use chrono::{DateTime, Utc};
use domain::{enrollment::EnrollmentStatus, machine::AllowedAction, reference::StageOfSchooling};
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

/// A trainee's place in a project. Phone and ID number are masked, and shown only to those
/// whose role needs them.
#[derive(Serialize, ToSchema)]
#[schema(as = Enrollment)]
pub struct EnrollmentView {
    id: Uuid,
    project_id: Uuid,
    person_id: Uuid,
    trainee_no: String,
    name: String,
    /// `male` or `female`.
    #[schema(required)]
    gender: Option<String>,
    /// `138****5678`.
    #[schema(required)]
    phone: Option<String>,
    /// `****************1X`.
    #[schema(required)]
    id_no: Option<String>,
    school_id: Uuid,
    school_name: String,
    #[schema(required)]
    class_id: Option<Uuid>,
    #[schema(required)]
    class_name: Option<String>,
    #[schema(required)]
    workshop_id: Option<Uuid>,
    #[schema(required)]
    workshop_name: Option<String>,
    /// The stage of schooling taught in (学段).
    stage: String,
    /// Code of the subject.
    subject: String,
    subject_name: String,
    #[schema(required)]
    duty: Option<String>,
    #[schema(required)]
    job_title: Option<String>,
    #[schema(required)]
    teaching_years: Option<i32>,
    #[schema(required)]
    education: Option<String>,
    #[schema(required)]
    note: Option<String>,
    /// `imported`, `invited`, `activated`, `placed`, `active`, `completed`, `make_up`,
    /// `transferred`, `deferred`, `withdrawn` or `exempted`.
    #[schema(value_type = domain::enrollment::EnrollmentStatus)]
    status: String,
    /// The first sign-in: this instant counts as taking part (参训).
    #[schema(required)]
    activated_at: Option<DateTime<Utc>>,
    /// The number in its `ETag`.
    version: i64,
}

fn view(entry: Entry) -> EnrollmentView {
    let Entry { row, phone, id_no, subject_name } = entry;
    EnrollmentView {
        id: row.id,
        project_id: row.project_id,
        person_id: row.person_id,
        trainee_no: row.trainee_no,
        name: row.name,
        gender: row.gender,
        phone,
        id_no,
        school_id: row.school_id,
        school_name: row.school_name,
        class_id: row.class_id,
        class_name: row.class_name,
        workshop_id: row.workshop_id,
        workshop_name: row.workshop_name,
        stage: row.stage,
        subject: row.subject,
        subject_name,
        duty: row.duty,
        job_title: row.job_title,
        teaching_years: row.teaching_years,
        education: row.education,
        note: row.note,
        status: row.status,
        activated_at: row.activated_at,
        version: row.version,
    }
}

/// A place with what can be decided about it.
#[derive(Serialize, ToSchema)]
#[schema(as = WholeEnrollment)]
pub struct WholeEnrollmentView {
    #[serde(flatten)]
    enrollment: EnrollmentView,
    allowed_actions: Vec<AllowedAction>,
}

pub(super) fn whole(unit: &impl Unit, entry: Entry) -> WholeEnrollmentView {
    let allowed_actions = roster::actions(unit, &entry.row);
    WholeEnrollmentView { enrollment: view(entry), allowed_actions }
}

/// What somebody is not in yet.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnplacedIn {
    Class,
    Workshop,
}

#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EnrollmentOrder {
    TraineeNo,
    Name,
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListEnrollments {
    school_id: Option<Uuid>,
    class_id: Option<Uuid>,
    workshop_id: Option<Uuid>,
    /// Those who are in no class, or in no workshop.
    #[param(inline)]
    unplaced: Option<UnplacedIn>,
    status: Option<EnrollmentStatus>,
    /// Those who have signed in, or those who have not.
    activated: Option<bool>,
    #[param(inline)]
    stage: Option<StageOfSchooling>,
    /// Code of the subject.
    #[validate(length(min = 1, max = 20))]
    #[param(min_length = 1, max_length = 20)]
    subject: Option<String>,
    /// Part of the name or of the trainee number.
    #[validate(length(min = 1, max = 50))]
    #[param(min_length = 1, max_length = 50)]
    q: Option<String>,
    /// By trainee number where it is not said.
    #[param(inline)]
    sort: Option<EnrollmentOrder>,
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = EnrollmentPage)]
pub struct EnrollmentPage {
    items: Vec<EnrollmentView>,
    #[schema(required)]
    next_cursor: Option<String>,
    /// How many there are in all; told with the first page only.
    #[schema(required)]
    total: Option<i64>,
}

/// List the part of the roster that one may see.
#[utoipa::path(
    tag = "roster",
    operation_id = "list_enrollments",
    params(("id" = Uuid, Path), ListEnrollments),
    responses((status = 200, description = "A page of the roster", body = EnrollmentPage)),
    extensions(("x-authz" = json!("P01")), ("x-functions" = json!(["F05"])))
)]
#[get("/projects/{id}/enrollments")]
pub(super) async fn list_enrollments(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListEnrollments>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let wanted = wanted(wish);
    let found = roster::list(&caller.look(), *id, &wanted, &window).await?;
    let next_cursor = page::next_cursor(&found.cut, |one| wanted.order.key(&one.row));
    let items = found.cut.items.into_iter().map(view).collect();
    let page = EnrollmentPage { items, next_cursor: next_cursor.clone(), total: found.total };
    Ok(page::show_page(&request, &page, next_cursor.as_deref()))
}

fn wanted(wish: ListEnrollments) -> Wanted {
    Wanted {
        school: wish.school_id,
        class: wish.class_id,
        workshop: wish.workshop_id,
        unplaced: wish.unplaced.map(|place| match place {
            UnplacedIn::Class => Unplaced::Class,
            UnplacedIn::Workshop => Unplaced::Workshop,
        }),
        status: wish.status.map(|status| status.as_str().to_owned()),
        activated: wish.activated,
        stage: wish.stage.map(|stage| stage.as_str().to_owned()),
        subject: wish.subject,
        q: wish.q,
        only: None,
        order: match wish.sort {
            Some(EnrollmentOrder::Name) => Order::Name,
            _ => Order::TraineeNo,
        },
    }
}

/// Show a place in the roster.
#[utoipa::path(
    tag = "roster",
    operation_id = "show_enrollment",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The place", body = WholeEnrollmentView)),
    extensions(("x-authz" = json!("P01")), ("x-functions" = json!(["F05"])))
)]
#[get("/enrollments/{id}")]
pub(super) async fn show_enrollment(caller: Caller, id: Path<Uuid>) -> Reply {
    let look = caller.look();
    let found = roster::show(&look, *id).await?;
    let version = found.row.version;
    Ok(show_version(&whole(&look, found), version))
}

/// Show a place by the trainee number that other systems know it by.
#[utoipa::path(
    tag = "roster",
    operation_id = "show_enrollment_by_number",
    params(("id" = Uuid, Path), ("trainee_no" = String, Path, min_length = 1, max_length = 64)),
    responses((status = 200, description = "The place", body = WholeEnrollmentView)),
    extensions(("x-authz" = json!("P01")), ("x-functions" = json!(["F05", "F68"])))
)]
#[get("/projects/{id}/enrollments/ext:trainee_no:{trainee_no}")]
pub(super) async fn show_enrollment_by_number(caller: Caller, path: Path<(Uuid, String)>) -> Reply {
    let ((project, number), look) = (path.into_inner(), caller.look());
    let found = roster::show_by_number(&look, project, &number).await?;
    let version = found.row.version;
    Ok(show_version(&whole(&look, found), version))
}
