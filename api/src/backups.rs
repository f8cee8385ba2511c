//! Backups that an operator starts, watches, takes away and removes. Putting one back is a command
//! (`tisheng restore`): it happens while nothing serves.

mod content;

use actix_web::{
    HttpRequest, delete, get, post,
    web::{Data, Path},
};
use app::backups::{self, Backup};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply, show},
    body::Params,
    caller::{Caller, State},
    page,
};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(create_backup)
        .service(list_backups)
        .service(show_backup)
        .service(content::show_backup_content)
        .service(remove_backup);
}

#[derive(Serialize, Deserialize, ToSchema, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub enum BackupState {
    Running,
    Done,
    Failed,
}

/// The database at one instant with every file, sealed; the key file is never in it.
#[derive(Serialize, ToSchema)]
#[schema(as = Backup)]
pub struct BackupView {
    id: Uuid,
    state: BackupState,
    /// Bytes of its file.
    #[schema(required)]
    size: Option<i64>,
    /// How many uploaded files are in it.
    #[schema(required)]
    files: Option<i64>,
    /// Why it failed.
    #[schema(required)]
    fault: Option<String>,
    /// Whatever was acknowledged before is in it.
    started_at: DateTime<Utc>,
    started_by: Uuid,
    #[schema(required)]
    ended_at: Option<DateTime<Utc>>,
}

fn view(backup: Backup) -> BackupView {
    let state = match backup.state.as_str() {
        "done" => BackupState::Done,
        "failed" => BackupState::Failed,
        _ => BackupState::Running,
    };
    BackupView {
        id: backup.id,
        state,
        size: backup.size,
        files: backup.files,
        fault: backup.fault,
        started_at: backup.started_at,
        started_by: backup.started_by,
        ended_at: backup.ended_at,
    }
}

/// Start a backup of everything; it is made while the program serves on.
#[utoipa::path(
    tag = "operation",
    operation_id = "create_backup",
    responses((status = 202, description = "It is being made", body = BackupView)),
    extensions(("x-authz" = json!("Y01")), ("x-functions" = json!(["F65"])))
)]
#[post("/backups")]
async fn create_backup(caller: Caller, state: Data<State>) -> Reply {
    let (ctx, place) = (caller.ctx.clone(), state.config.backups());
    let begun = std::cell::Cell::new(None);
    let reply = caller
        .write(async |work| {
            let backup = backups::start(work).await?;
            begun.set(Some(backup.id));
            let path = format!("/backups/{}", backup.id);
            answer::accepted(&view(backup), path)
        })
        .await?;
    if let Some(id) = begun.get() {
        actix_web::rt::spawn(async move {
            if let Err(cause) = backups::run(&ctx, id, &place).await {
                tracing::error!(%cause, %id, "the end of a backup could not be recorded");
            }
        });
    }
    Ok(reply)
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListBackups {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = BackupPage)]
pub struct BackupPage {
    items: Vec<BackupView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List the backups, the newest first.
#[utoipa::path(
    tag = "operation",
    operation_id = "list_backups",
    params(ListBackups),
    responses((status = 200, description = "A page of backups", body = BackupPage)),
    extensions(("x-authz" = json!("Y01")), ("x-functions" = json!(["F65"])))
)]
#[get("/backups")]
async fn list_backups(
    caller: Caller,
    request: HttpRequest,
    Params(wish): Params<ListBackups>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), true)?;
    let cut = backups::list(&caller.look(), &window).await?;
    let next = page::next_cursor(&cut, |one| app::Key { value: None, id: one.id });
    let items = cut.items.into_iter().map(view).collect();
    let page = BackupPage { items, next_cursor: next.clone() };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

/// Show how far a backup is.
#[utoipa::path(
    tag = "operation",
    operation_id = "show_backup",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The backup", body = BackupView)),
    extensions(("x-authz" = json!("Y01")), ("x-functions" = json!(["F65"])))
)]
#[get("/backups/{id}")]
async fn show_backup(caller: Caller, id: Path<Uuid>) -> Reply {
    Ok(show(&view(backups::show(&caller.look(), *id).await?)))
}

/// Remove a backup that is not running, with its file.
#[utoipa::path(
    tag = "operation",
    operation_id = "remove_backup",
    params(("id" = Uuid, Path)),
    responses((status = 204, description = "It is gone")),
    extensions(("x-authz" = json!("Y01")), ("x-functions" = json!(["F65"])))
)]
#[delete("/backups/{id}")]
async fn remove_backup(caller: Caller, state: Data<State>, id: Path<Uuid>) -> Reply {
    let reply = caller
        .write(async |work| {
            backups::remove(work, *id).await?;
            answer::gone()
        })
        .await?;
    backups::discard(*id, &state.config.backups()).await;
    Ok(reply)
}
