use std::collections::BTreeMap;

use actix_web::{HttpRequest, get, post, web::Path};
use app::qualifications::{self, Figures, Ground, Moved, Run, Seen};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    machine::AllowedAction,
    qualification::{Outcome, RunStatus},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply, show},
    body::Params,
    caller::Caller,
    page,
};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(create_qualification_run)
        .service(list_qualification_runs)
        .service(show_qualification_run)
        .service(publish_qualification_run)
        .service(finalise_qualification_run);
}

/// People of one outcome in the previous run and another in this one.
#[derive(Serialize, ToSchema)]
#[schema(as = QualificationMove)]
pub struct MoveView {
    /// Nothing for whoever was not in the previous run.
    #[schema(required, value_type = Option<Outcome>)]
    from: Option<String>,
    /// Nothing for whoever is not in this run any more.
    #[schema(required, value_type = Option<Outcome>)]
    to: Option<String>,
    count: u32,
}

/// How many there are of each outcome, and who moved since the previous run.
#[derive(Serialize, ToSchema)]
#[schema(as = QualificationFigures)]
pub struct FiguresView {
    total: u32,
    outcomes: BTreeMap<String, u32>,
    /// How many lack each mark of the grade (`online_score`, `practice_score`): nobody has given
    /// or published it yet. Nothing for runs that did not count them.
    #[schema(required)]
    missing: Option<BTreeMap<String, u32>>,
    /// How many of the unqualified lack a mark.
    awaiting: u32,
    /// The run before.
    #[schema(required)]
    previous_id: Option<Uuid>,
    moved: Vec<MoveView>,
}

/// A run of the qualification over everybody who counts.
#[derive(Serialize, ToSchema)]
#[schema(as = QualificationRun)]
pub struct RunView {
    id: Uuid,
    project_id: Uuid,
    number: i64,
    policy_id: Uuid,
    #[schema(required)]
    status: Option<RunStatus>,
    /// SHA-256 over policy, evidence and results: the same input gives the same digest.
    digest: String,
    /// How many there are of each outcome, and who moved since the previous run.
    figures: FiguresView,
    allowed_actions: Vec<AllowedAction>,
    /// The first day, by the county's clock, on which a published run can be made final: the
    /// policy's days of appeal are over.
    #[schema(required)]
    final_from: Option<NaiveDate>,
    created_at: DateTime<Utc>,
    #[schema(required)]
    published_at: Option<DateTime<Utc>>,
    #[schema(required)]
    finalised_at: Option<DateTime<Utc>>,
}

fn figures(run: &Run) -> app::Result<FiguresView> {
    let Figures { total, outcomes, missing, awaiting, previous, moved } =
        qualifications::figures(run)?;
    let moved =
        moved.into_iter().map(|Moved { from, to, count }| MoveView { from, to, count }).collect();
    Ok(FiguresView { total, outcomes, missing, awaiting, previous_id: previous, moved })
}

fn view(seen: Seen) -> app::Result<RunView> {
    let Seen { run, actions, final_from } = seen;
    Ok(RunView {
        final_from,
        figures: figures(&run)?,
        id: run.id,
        project_id: run.project_id,
        number: run.number,
        policy_id: run.policy_id,
        status: RunStatus::parse(&run.status),
        digest: run.digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        allowed_actions: actions,
        created_at: run.created_at,
        published_at: run.published_at,
        finalised_at: run.finalised_at,
    })
}

/// Judge everybody who counts by the policy in force; the run is provisional.
#[utoipa::path(
    tag = "qualifications",
    operation_id = "create_qualification_run",
    params(("id" = Uuid, Path)),
    responses((status = 201, description = "The provisional run", body = RunView)),
    extensions(("x-authz" = json!("Q01")), ("x-functions" = json!(["F48"])))
)]
#[post("/projects/{id}/qualification-runs")]
async fn create_qualification_run(caller: Caller, id: Path<Uuid>) -> Reply {
    caller
        .write(async |work| {
            let view = view(qualifications::start(work, *id).await?)?;
            answer::created(&view, format!("/qualification-runs/{}", view.id), 1)
        })
        .await
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQualificationRuns {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = QualificationRunPage)]
pub struct RunPage {
    items: Vec<RunView>,
    #[schema(required)]
    next_cursor: Option<String>,
    /// What a new run would read; with the first page, for whoever may start one.
    #[schema(required)]
    ground: Option<GroundView>,
}

/// What a run that starts now would read.
#[derive(Serialize, ToSchema)]
#[schema(as = QualificationGround)]
pub struct GroundView {
    /// Everybody in the denominator.
    total: u32,
    /// How many lack each mark of the grade (`online_score`, `practice_score`).
    missing: BTreeMap<String, u32>,
    /// Practice sheets whose marks do not count, since they are not published.
    unpublished_sheets: u32,
}

fn ground(ground: Ground) -> GroundView {
    let Ground { total, missing, unpublished_sheets } = ground;
    GroundView { total, missing, unpublished_sheets }
}

/// List the runs of a project, newest first.
#[utoipa::path(
    tag = "qualifications",
    operation_id = "list_qualification_runs",
    params(("id" = Uuid, Path), ListQualificationRuns),
    responses((status = 200, description = "A page of runs", body = RunPage)),
    extensions(("x-authz" = json!("Q02")), ("x-functions" = json!(["F48"])))
)]
#[get("/projects/{id}/qualification-runs")]
async fn list_qualification_runs(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListQualificationRuns>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), true)?;
    let found = qualifications::list(&caller.look(), *id, &window).await?;
    let next = page::next_cursor(&found.cut, |one| app::Key { value: None, id: one.run.id });
    let items: app::Result<Vec<_>> = found.cut.items.into_iter().map(view).collect();
    let ground = found.ground.map(ground);
    let page = RunPage { items: items?, next_cursor: next.clone(), ground };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

/// Show a run with its figures and what changed since the previous one.
#[utoipa::path(
    tag = "qualifications",
    operation_id = "show_qualification_run",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The run", body = RunView)),
    extensions(("x-authz" = json!("Q02")), ("x-functions" = json!(["F48"])))
)]
#[get("/qualification-runs/{id}")]
async fn show_qualification_run(caller: Caller, id: Path<Uuid>) -> Reply {
    Ok(show(&view(qualifications::show(&caller.look(), *id).await?)?))
}

/// Confirm a provisional run as the county; everybody sees their result from now on. Not by
/// whoever started it.
#[utoipa::path(
    tag = "qualifications",
    operation_id = "publish_qualification_run",
    params(("id" = Uuid, Path)),
    responses((status = 201, description = "The published run", body = RunView)),
    extensions(("x-authz" = json!("Q01")), ("x-functions" = json!(["F48"])))
)]
#[post("/qualification-runs/{id}/publications")]
async fn publish_qualification_run(caller: Caller, id: Path<Uuid>) -> Reply {
    caller
        .write(async |work| {
            let view = view(qualifications::publish(work, *id).await?)?;
            answer::created(&view, format!("/qualification-runs/{id}"), 1)
        })
        .await
}

/// Make a published run final when the policy's days of appeal are over and no newer run says
/// something else; certificates get their numbers. Not by whoever started it.
#[utoipa::path(
    tag = "qualifications",
    operation_id = "finalise_qualification_run",
    params(("id" = Uuid, Path)),
    responses((status = 201, description = "The final run", body = RunView)),
    extensions(("x-authz" = json!("Q01")), ("x-functions" = json!(["F48"])))
)]
#[post("/qualification-runs/{id}/finalisations")]
async fn finalise_qualification_run(caller: Caller, id: Path<Uuid>) -> Reply {
    caller
        .write(async |work| {
            let view = view(qualifications::finalise(work, *id).await?)?;
            answer::created(&view, format!("/qualification-runs/{id}"), 1)
        })
        .await
}
