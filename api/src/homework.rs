//! Homework tasks (F26).

use actix_web::{HttpRequest, get, patch, post, web::Path};
use app::homework::{self as tasks, Fit, Task, Wish};
use chrono::{DateTime, Utc};
use domain::{Hundredths, homework::Criterion};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply, show_version},
    body::{Body, IfMatch, Params},
    caller::Caller,
    page,
};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_homework_tasks)
        .service(show_homework_task)
        .service(create_homework_task)
        .service(change_homework_task);
}

/// The caller's own work for a task.
#[derive(Serialize, ToSchema)]
#[schema(as = OwnSubmission)]
pub struct OwnView {
    id: Uuid,
    /// `personal`, `school`, `regional`, `exhibition` or `library`.
    rung: String,
    #[schema(value_type = domain::homework::HomeworkStatus)]
    status: String,
}

/// A homework task.
#[derive(Serialize, ToSchema)]
#[schema(as = HomeworkTask)]
pub struct TaskView {
    id: Uuid,
    project_id: Uuid,
    #[schema(required)]
    phase_id: Option<Uuid>,
    /// Only for this workshop, where one is named; so with subject and stage.
    #[schema(required)]
    workshop_id: Option<Uuid>,
    #[schema(required)]
    subject: Option<String>,
    #[schema(required)]
    stage: Option<String>,
    title: String,
    instructions: String,
    /// What works are marked for; none where one score is given for the whole.
    criteria: Vec<Criterion>,
    max_score: Hundredths,
    required: bool,
    #[schema(required)]
    opens_at: Option<DateTime<Utc>>,
    #[schema(required)]
    due_at: Option<DateTime<Utc>>,
    late_allowed: bool,
    #[schema(value_type = TaskStatus)]
    status: String,
    version: i64,
    /// The caller's own living work for this task.
    #[schema(required)]
    my_submission: Option<OwnView>,
}

type Own = Option<(Uuid, String, String)>;

fn view(task: Task, mine: Own) -> TaskView {
    TaskView {
        criteria: tasks::rubric_of(&task),
        id: task.id,
        project_id: task.project_id,
        phase_id: task.phase_id,
        workshop_id: task.workshop_id,
        subject: task.subject,
        stage: task.stage,
        title: task.title,
        instructions: task.instructions,
        max_score: Hundredths::new(task.max_score),
        required: task.required,
        opens_at: task.opens_at,
        due_at: task.due_at,
        late_allowed: task.late_allowed,
        status: task.status,
        version: task.version,
        my_submission: mine.map(|(id, rung, status)| OwnView { id, rung, status }),
    }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListHomeworkTasks {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    phase_id: Option<Uuid>,
    /// Tasks for this workshop and tasks for every workshop; so with subject and stage.
    workshop_id: Option<Uuid>,
    #[validate(length(min = 1, max = 50))]
    #[param(min_length = 1, max_length = 50)]
    subject: Option<String>,
    #[validate(length(min = 1, max = 50))]
    #[param(min_length = 1, max_length = 50)]
    stage: Option<String>,
    /// `open` or `closed`.
    #[param(inline)]
    status: Option<TaskStatus>,
    /// Only tasks that are meant for the caller as a trainee.
    mine: Option<bool>,
}

/// Whether a task takes works at all.
#[derive(Deserialize, Serialize, ToSchema, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub enum TaskStatus {
    Open,
    Closed,
}

#[derive(Serialize, ToSchema)]
#[schema(as = HomeworkTaskPage)]
pub struct TaskPage {
    items: Vec<TaskView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List the homework tasks of a project, with one's own work for each.
#[utoipa::path(
    tag = "homework",
    operation_id = "list_homework_tasks",
    params(("id" = Uuid, Path), ListHomeworkTasks),
    responses((status = 200, description = "A page of tasks", body = TaskPage)),
    extensions(("x-authz" = json!("W00")), ("x-functions" = json!(["F26"])))
)]
#[get("/projects/{id}/homework-tasks")]
async fn list_homework_tasks(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListHomeworkTasks>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let fit = Fit { workshop: wish.workshop_id, subject: wish.subject, stage: wish.stage };
    let status = wish.status.map(|status| match status {
        TaskStatus::Open => "open",
        TaskStatus::Closed => "closed",
    });
    let mine = wish.mine.unwrap_or_default();
    let mut found =
        tasks::list(&caller.look(), *id, wish.phase_id, status, &fit, mine, &window).await?;
    let next = page::next_cursor(&found.cut, |one| app::Key { value: None, id: one.id });
    let items = found.cut.items.into_iter().map(|task| {
        let own = found.mine.remove(&task.id);
        view(task, own)
    });
    let page = TaskPage { items: items.collect(), next_cursor: next.clone() };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

/// Show a homework task.
#[utoipa::path(
    tag = "homework",
    operation_id = "show_homework_task",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The task", body = TaskView)),
    extensions(("x-authz" = json!("W00")), ("x-functions" = json!(["F26"])))
)]
#[get("/homework-tasks/{id}")]
async fn show_homework_task(caller: Caller, id: Path<Uuid>) -> Reply {
    let (task, mine) = tasks::show(&caller.look(), *id).await?;
    let version = task.version;
    Ok(show_version(&view(task, mine), version))
}

#[derive(Deserialize, Serialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CriterionBody {
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// The most points for it, 1–1000.
    #[validate(custom(function = points))]
    #[schema(minimum = 1, maximum = 1000)]
    max: Hundredths,
}

fn points(max: &Hundredths) -> Result<(), validator::ValidationError> {
    let sound = (Hundredths::whole(1)..=Hundredths::whole(1000)).contains(max);
    sound.then_some(()).ok_or_else(|| validator::ValidationError::new("range"))
}

/// All that a task says; a change sends the whole again.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateHomeworkTask {
    phase_id: Option<Uuid>,
    workshop_id: Option<Uuid>,
    #[validate(length(min = 1, max = 50), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 50)]
    subject: Option<String>,
    #[validate(length(min = 1, max = 50), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 50)]
    stage: Option<String>,
    #[validate(length(min = 1, max = 200), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 200)]
    title: String,
    #[serde(default)]
    #[validate(length(max = 20_000))]
    #[schema(max_length = 20000)]
    instructions: String,
    #[serde(default)]
    #[validate(length(max = 20), nested)]
    #[schema(max_items = 20)]
    criteria: Vec<CriterionBody>,
    /// Without criteria: the most points for a work; 100 when left out.
    #[validate(custom(function = points))]
    #[schema(minimum = 1, maximum = 1000)]
    max_score: Option<Hundredths>,
    #[serde(default)]
    required: bool,
    opens_at: Option<DateTime<Utc>>,
    due_at: Option<DateTime<Utc>>,
    #[serde(default)]
    late_allowed: bool,
    /// `open` when left out.
    status: Option<TaskStatus>,
}

fn wish(body: CreateHomeworkTask) -> Wish {
    let criterion = |one: CriterionBody| Criterion { name: one.name, max: one.max };
    Wish {
        phase: body.phase_id,
        workshop: body.workshop_id,
        subject: body.subject,
        stage: body.stage,
        title: body.title,
        instructions: body.instructions,
        rubric: body.criteria.into_iter().map(criterion).collect(),
        max_score: body.max_score.unwrap_or(Hundredths::whole(100)),
        required: body.required,
        opens_at: body.opens_at,
        due_at: body.due_at,
        late_allowed: body.late_allowed,
        open: !matches!(body.status, Some(TaskStatus::Closed)),
    }
}

/// Add a homework task.
#[utoipa::path(
    tag = "homework",
    operation_id = "create_homework_task",
    params(("id" = Uuid, Path)),
    request_body = CreateHomeworkTask,
    responses((status = 201, description = "The new task", body = TaskView)),
    extensions(("x-authz" = json!("W00")), ("x-functions" = json!(["F26"])))
)]
#[post("/projects/{id}/homework-tasks")]
async fn create_homework_task(
    caller: Caller,
    id: Path<Uuid>,
    Body(body): Body<CreateHomeworkTask>,
) -> Reply {
    let wish = wish(body);
    caller
        .write(async |work| {
            let task = tasks::create(work, *id, wish.clone()).await?;
            let path = format!("/homework-tasks/{}", task.id);
            answer::created(&view(task, None), path, 1)
        })
        .await
}

/// Change a homework task; its criteria stay once a work was marked by them.
#[utoipa::path(
    tag = "homework",
    operation_id = "change_homework_task",
    params(("id" = Uuid, Path)),
    request_body = CreateHomeworkTask,
    responses((status = 200, description = "The changed task", body = TaskView)),
    extensions(
        ("x-authz" = json!("W00")), ("x-functions" = json!(["F26"])),
        ("x-if-match" = json!(true))
    )
)]
#[patch("/homework-tasks/{id}")]
async fn change_homework_task(
    caller: Caller,
    id: Path<Uuid>,
    seen: IfMatch,
    Body(body): Body<CreateHomeworkTask>,
) -> Reply {
    let wish = wish(body);
    caller
        .write(async |work| {
            let task = tasks::change(work, *id, seen.0, wish.clone()).await?;
            let version = task.version;
            answer::changed(&view(task, None), version)
        })
        .await
}
