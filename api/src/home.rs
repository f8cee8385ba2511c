//! What to do next, for the home page of each role (F62).

use actix_web::get;
use app::home::{self, Todo};
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
    /// `recommend_works`, `place_people`, `fill_sheets`, `polish_works`, `urge_sign_in`,
    /// `approve_classes`, `determine_sheets`, `exhibition_works`, `resolve_quarantine`; and
    /// while a project is set up `appoint_team`, `appoint_county`, `plan_phases`,
    /// `publish_project`, `import_catalog`, `publish_catalog`, `import_schools` or
    /// `register_people`.
    code: &'static str,
    /// How many; of hours, hundredths of an hour.
    count: i64,
}

/// What there is to do in the active role; an empty list when everything is done.
#[derive(Serialize, ToSchema)]
#[schema(as = TodoList)]
pub struct TodoListView {
    role: Role,
    items: Vec<TodoView>,
}

fn view(todo: Todo) -> TodoView {
    TodoView { code: todo.code, count: todo.count }
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
    Ok(show(&TodoListView { role: agenda.role, items }))
}
