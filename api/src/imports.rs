//! Imports: a file is taken in, checked, committed and undone (F67).

mod events;
mod files;
mod rows;

use std::time::Duration;

use actix_web::{
    HttpRequest, HttpResponse, get,
    http::header::CONTENT_LENGTH,
    post,
    web::{Path, Payload},
};
use app::{
    Unit,
    imports::{self, Job, Terms, Upload},
    secrets::sha256,
};
use chrono::{DateTime, Utc};
use domain::{columns::ImportKind, imports::ImportStatus, machine::AllowedAction};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, FileBytes, Reply, show},
    body::{Params, RawBody, collect},
    caller::Caller,
    page,
};

/// The most an import file may weigh, in bytes.
const FILE_LIMIT: usize = 64 * 1024 * 1024;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(create_import)
        .service(list_imports)
        .service(show_import)
        .service(events::stream_import)
        .service(rows::list_import_rows)
        .service(commit_import)
        .service(undo_import)
        .service(files::show_import_errors)
        .service(files::show_import_template);
}

/// How many rows of which kind.
#[derive(Serialize, ToSchema)]
#[schema(as = ImportCounts)]
pub struct CountsView {
    /// Rows that were judged; skipped ones (blank, totals, signatures) do not count.
    rows: u32,
    ok: u32,
    rejected: u32,
    skipped: u32,
    created: u32,
    updated: u32,
    unchanged: u32,
    /// Accepted rows with a warning.
    warned: u32,
    /// Rows of which something stays as somebody changed it by hand; see `override_edits`.
    held: u32,
}

/// Why a file was refused as a whole.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = ImportProblem)]
pub struct ImportProblemView {
    code: String,
    detail: String,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ImportProgress)]
pub struct ProgressView {
    done: i64,
    total: i64,
}

/// A file on its way in.
#[derive(Serialize, ToSchema)]
#[schema(as = Import)]
pub struct ImportView {
    id: Uuid,
    project_id: Uuid,
    kind: ImportKind,
    #[schema(value_type = ImportStatus)]
    status: String,
    allowed_actions: Vec<AllowedAction>,
    file_name: String,
    counts: CountsView,
    progress: ProgressView,
    /// It would change so many of the records it names that it may be the wrong file; its
    /// commit asks for `confirm_threshold=true`.
    needs_confirmation: bool,
    /// Why the file was refused, where it was.
    #[schema(required)]
    problem: Option<ImportProblemView>,
    created_at: DateTime<Utc>,
    #[schema(required)]
    checked_at: Option<DateTime<Utc>>,
    #[schema(required)]
    committed_at: Option<DateTime<Utc>>,
    #[schema(required)]
    undone_at: Option<DateTime<Utc>>,
}

fn view(job: Job, allowed_actions: Vec<AllowedAction>) -> ImportView {
    let counts: imports::Counts = serde_json::from_str(&job.counts).unwrap_or_default();
    let kind = ImportKind::parse(&job.kind).unwrap_or(ImportKind::Roster);
    ImportView {
        id: job.id,
        project_id: job.project_id,
        kind,
        needs_confirmation: job.status == "checked"
            && kind.is_suspicious(counts.updated, counts.unchanged),
        status: job.status,
        allowed_actions,
        file_name: job.file_name,
        counts: CountsView {
            rows: counts.rows,
            ok: counts.ok,
            rejected: counts.rejected,
            skipped: counts.skipped,
            created: counts.created,
            updated: counts.updated,
            unchanged: counts.unchanged,
            warned: counts.warned,
            held: counts.held,
        },
        progress: ProgressView { done: job.progress_done, total: job.progress_total },
        problem: job.problem.and_then(|problem| serde_json::from_str(&problem).ok()),
        created_at: job.created_at,
        checked_at: job.checked_at,
        committed_at: job.committed_at,
        undone_at: job.undone_at,
    }
}

/// The import with what the caller may do with it.
async fn seen(unit: &impl Unit, job: Job) -> app::Result<ImportView> {
    let actions = imports::allowed(unit, job.project_id, std::slice::from_ref(&job)).await?;
    Ok(view(job, actions.into_iter().next().unwrap_or_default()))
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CreateImport {
    kind: ImportKind,
    /// The file's name; its ending tells a workbook from CSV.
    #[validate(length(min = 1, max = 200))]
    #[param(min_length = 1, max_length = 200)]
    file_name: String,
}

/// Take a file in and check it. Nothing is written before its commit.
#[utoipa::path(
    tag = "imports",
    operation_id = "create_import",
    params(("project_id" = Uuid, Path), CreateImport),
    request_body(content = FileBytes, content_type = "application/octet-stream",
        description = "The file itself, at most 64 MiB"),
    responses((status = 202, description = "Being checked", body = ImportView)),
    extensions(("x-authz" = json!("O02")), ("x-functions" = json!(["F67", "F05", "F17", "F19", "F25", "F44"])))
)]
#[post("/projects/{project_id}/imports")]
async fn create_import(
    caller: Caller,
    project: Path<Uuid>,
    Params(wish): Params<CreateImport>,
    payload: Payload,
) -> Reply {
    use actix_web::HttpMessage;
    let bytes = announced(&caller);
    let _room = caller.ctx.services.imports.admit_upload(bytes).await;
    let expected = usize::try_from(bytes).unwrap_or(FILE_LIMIT);
    let content = collect(payload.into_inner(), expected, FILE_LIMIT).await?;
    if content.is_empty() {
        let detail = "Send the file itself as the body of the request.";
        return Err(domain::Refusal::field("", "body_missing", detail).into());
    }
    // The request lives until its answer has gone: it holds on to the digest, not to the file.
    let fingerprint = RawBody(sha256(&content).into());
    caller.request.extensions_mut().insert(fingerprint);
    let ctx = caller.ctx.clone();
    let reply = caller
        .write(async |work| {
            let upload = Upload {
                project: *project,
                kind: wish.kind,
                file_name: wish.file_name.clone(),
                content: &content,
            };
            let job = imports::upload(work, upload).await?;
            let path = format!("/imports/{}", job.id);
            answer::accepted(&seen(work, job).await?, path)
        })
        .await?;
    check_soon(ctx, &reply, u64::try_from(content.len()).unwrap_or(u64::MAX));
    Ok(reply)
}

/// How many bytes the request says it brings; the most that is taken where it does not say.
fn announced(caller: &Caller) -> u64 {
    let length = caller.request.headers().get(CONTENT_LENGTH);
    let length = length.and_then(|text| text.to_str().ok()).and_then(|text| text.parse().ok());
    let most = u64::try_from(FILE_LIMIT).unwrap_or(u64::MAX);
    length.unwrap_or(most).min(most)
}

/// Checks the file after the answer has gone, away from the threads that answer requests; a
/// replayed answer starts nothing.
fn check_soon(ctx: app::Context, reply: &HttpResponse, bytes: u64) {
    if reply.headers().contains_key("idempotency-replayed") {
        return;
    }
    let location = reply.headers().get("location").and_then(|path| path.to_str().ok());
    let id = location.and_then(|path| path.rsplit('/').next()).and_then(|id| id.parse().ok());
    let Some(id) = id else { return };
    let waiting = imports::waiting(&ctx, id);
    actix_web::rt::spawn(async move {
        let _room = ctx.services.imports.admit_check(bytes).await;
        let runtime = tokio::runtime::Handle::current();
        let work = ctx.clone();
        let checked = tokio::task::spawn_blocking(move || {
            runtime.block_on(imports::check(&work, id)).map(drop)
        });
        match checked.await {
            Ok(Ok(())) => {}
            Ok(Err(cause)) => tracing::error!(%cause, %id, "an import could not be checked"),
            Err(cause) => tracing::error!(%cause, %id, "the check of an import broke off"),
        }
        drop(waiting);
    });
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListImports {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    kind: Option<ImportKind>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ImportPage)]
pub struct ImportPage {
    items: Vec<ImportView>,
    #[schema(required)]
    next_cursor: Option<String>,
    /// The kinds of files that the caller may import here.
    kinds: Vec<ImportKind>,
}

/// List a project's imports that the caller may see, the newest first.
#[utoipa::path(
    tag = "imports",
    operation_id = "list_imports",
    params(("project_id" = Uuid, Path), ListImports),
    responses((status = 200, description = "A page of imports", body = ImportPage)),
    extensions(("x-authz" = json!("O02")), ("x-functions" = json!(["F67"])))
)]
#[get("/projects/{project_id}/imports")]
async fn list_imports(
    caller: Caller,
    request: HttpRequest,
    project: Path<Uuid>,
    Params(wish): Params<ListImports>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), true)?;
    let (cut, kinds) = imports::list(&caller.look(), *project, wish.kind, &window).await?;
    let next = page::next_cursor(&cut, |job| app::Key { value: None, id: job.id });
    let actions = imports::allowed(&caller.look(), *project, &cut.items).await?;
    let items = cut.items.into_iter().zip(actions);
    let items = items.map(|(job, actions)| view(job, actions)).collect();
    let next_cursor = next.clone();
    let page = ImportPage { items, next_cursor, kinds };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ShowImport {
    /// Seconds to wait for the check to end before answering.
    #[validate(range(min = 0, max = 20))]
    #[param(minimum = 0, maximum = 20)]
    wait: Option<u32>,
}

/// Show how an import stands.
#[utoipa::path(
    tag = "imports",
    operation_id = "show_import",
    params(("id" = Uuid, Path), ShowImport),
    responses((status = 200, description = "The import", body = ImportView)),
    extensions(("x-authz" = json!("O02")), ("x-functions" = json!(["F67"])))
)]
#[get("/imports/{id}")]
async fn show_import(caller: Caller, id: Path<Uuid>, Params(wish): Params<ShowImport>) -> Reply {
    let mut job = imports::show(&caller.look(), *id).await?;
    for _ in 0..wish.wait.unwrap_or(0).saturating_mul(10) {
        if job.status != "checking" {
            break;
        }
        actix_web::rt::time::sleep(Duration::from_millis(100)).await;
        job = imports::show(&caller.look(), *id).await?;
    }
    Ok(show(&seen(&caller.look(), job).await?))
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CommitImport {
    /// Write nothing when any row is rejected.
    atomic: Option<bool>,
    /// The file does change as many records as it seems to; see `needs_confirmation`.
    confirm_threshold: Option<bool>,
    /// Write the file's word also where somebody changed a record by hand; see `differences`.
    override_edits: Option<bool>,
}

/// Write exactly what was checked, or refuse because the data changed since. Online progress and
/// online scores are committed by somebody else than whoever uploaded the file.
#[utoipa::path(
    tag = "imports",
    operation_id = "commit_import",
    params(("id" = Uuid, Path), CommitImport),
    responses((status = 200, description = "Committed", body = ImportView)),
    extensions(("x-authz" = json!("O02")), ("x-functions" = json!(["F67"])))
)]
#[post("/imports/{id}/commit")]
async fn commit_import(
    caller: Caller,
    id: Path<Uuid>,
    Params(wish): Params<CommitImport>,
) -> Reply {
    let terms = Terms {
        atomic: wish.atomic.unwrap_or(false),
        confirm_threshold: wish.confirm_threshold.unwrap_or(false),
        override_edits: wish.override_edits.unwrap_or(false),
    };
    let _room = imports::admit(&caller.look(), *id).await?;
    caller
        .write(async |work| {
            let job = imports::commit(work, *id, terms).await?;
            answer::done(&seen(work, job).await?)
        })
        .await
}

/// Take a commit back while nothing depends on it.
#[utoipa::path(
    tag = "imports",
    operation_id = "undo_import",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "Undone", body = ImportView)),
    extensions(("x-authz" = json!("O02")), ("x-functions" = json!(["F67"])))
)]
#[post("/imports/{id}/undo")]
async fn undo_import(caller: Caller, id: Path<Uuid>) -> Reply {
    caller
        .write(async |work| {
            let job = imports::undo(work, *id).await?;
            answer::done(&seen(work, job).await?)
        })
        .await
}
