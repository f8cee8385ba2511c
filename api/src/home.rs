//! What to do next, for the home page of each role (F62).

use actix_web::get;
use app::home::{self, Elsewhere, Todo};
use domain::access::Role;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{Reply, show},
    body::Params,
    caller::Caller,
};

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_todo);
}

/// One thing to do.
#[derive(Serialize, ToSchema)]
#[schema(as = Todo)]
pub struct TodoView {
    /// `choose_hours`, `study_hours`, `submit_homework`, `revise_homework`, `review_homework`,
    /// `polish_homework`, `give_consent`, `recommend_works`, `blind_reviews`, `place_people`,
    /// `fill_sheets`, `polish_works`, `urge_sign_in`, `approve_classes`, `publish_run`,
    /// `sign_sheets`, `determine_sheets`, `finalise_run`, `exhibition_works`,
    /// `resolve_quarantine`; and
    /// while a project is set up `appoint_team`, `appoint_county`, `plan_phases`,
    /// `publish_project`, `import_catalog`, `publish_catalog`, `import_schools` or
    /// `register_people`.
    code: &'static str,
    /// How many; of hours, hundredths of an hour.
    count: i64,
    /// The one work that it is about, where there is no other.
    #[schema(required)]
    thing_id: Option<Uuid>,
}

/// Something to do in another role of the same person.
#[derive(Serialize, ToSchema)]
#[schema(as = TodoElsewhere)]
pub struct ElsewhereView {
    role: Role,
    /// The appointment to switch to; nothing to act as a trainee.
    #[schema(required)]
    appointment_id: Option<Uuid>,
    /// `blind_reviews`, `review_homework`, `revise_homework`, `polish_homework` or
    /// `give_consent`.
    code: &'static str,
    count: i64,
}

/// What there is to do in the active role; an empty list when everything is done.
#[derive(Serialize, ToSchema)]
#[schema(as = TodoList)]
pub struct TodoListView {
    role: Role,
    items: Vec<TodoView>,
    /// Works that wait for the caller in roles that are not the active one.
    elsewhere: Vec<ElsewhereView>,
}

fn view(todo: Todo) -> TodoView {
    TodoView { code: todo.code, count: todo.count, thing_id: todo.thing }
}

fn elsewhere(one: Elsewhere) -> ElsewhereView {
    let (code, count) = (one.todo.code, one.todo.count);
    ElsewhereView { role: one.role, appointment_id: one.appointment, code, count }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListTodo {
    project_id: Uuid,
}

/// List what the caller has to do next in a project, in the active role.
#[utoipa::path(
    tag = "home",
    operation_id = "list_todo",
    params(ListTodo),
    responses((status = 200, description = "What to do next", body = TodoListView)),
    extensions(("x-authz" = json!("O01")), ("x-functions" = json!(["F62"])))
)]
#[get("/me/todo")]
async fn list_todo(caller: Caller, Params(wish): Params<ListTodo>) -> Reply {
    let agenda = home::agenda(&caller.look(), wish.project_id).await?;
    let items = agenda.items.into_iter().map(view).collect();
    let elsewhere = agenda.elsewhere.into_iter().map(elsewhere).collect();
    Ok(show(&TodoListView { role: agenda.role, items, elsewhere }))
}
