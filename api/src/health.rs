//! Whether the program lives and is ready.

use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::{HttpResponse, get, web::Data};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::{answer::Reply, caller::State, problem::Problem};

/// Set when the program was asked to stop: it finishes what it has and takes nothing new.
pub static STOPPING: AtomicBool = AtomicBool::new(false);

pub fn routes(config: &mut ServiceConfig) {
    config.service(show_liveness).service(show_health).service(show_readiness);
}

#[derive(Serialize, ToSchema)]
#[schema(as = Health)]
pub struct HealthView {
    status: &'static str,
    version: &'static str,
}

fn well() -> HttpResponse {
    HttpResponse::Ok().json(HealthView { status: "ok", version: env!("CARGO_PKG_VERSION") })
}

/// Whether the process runs; asks nothing else.
#[utoipa::path(
    tag = "operation",
    operation_id = "show_liveness",
    responses((status = 200, description = "It runs", body = HealthView)),
    extensions(("x-authz" = json!("none")), ("x-functions" = json!(["F65"])))
)]
#[get("/livez")]
async fn show_liveness() -> HttpResponse {
    well()
}

/// The same, by its usual name.
#[utoipa::path(
    tag = "operation",
    operation_id = "show_health",
    responses((status = 200, description = "It runs", body = HealthView)),
    extensions(("x-authz" = json!("none")), ("x-functions" = json!(["F65"])))
)]
#[get("/healthz")]
async fn show_health() -> HttpResponse {
    well()
}

/// Whether requests can be served: the database takes writes and nobody asked to stop.
#[utoipa::path(
    tag = "operation",
    operation_id = "show_readiness",
    responses((status = 200, description = "Ready", body = HealthView)),
    extensions(("x-authz" = json!("none")), ("x-functions" = json!(["F65"])))
)]
#[get("/readyz")]
async fn show_readiness(state: Data<State>) -> Reply {
    let away = |detail: &str| Problem::http("overloaded", detail).retry_after(1);
    if STOPPING.load(Ordering::Acquire) {
        return Err(away("The program is stopping."));
    }
    if disk_is_full(&state.config.data_dir) {
        return Err(away("The disk is nearly full."));
    }
    let second = std::time::Duration::from_secs(1);
    match tokio::time::timeout(second, state.services.db.probe()).await {
        Ok(Ok(())) => Ok(well()),
        _ => Err(away("The database does not answer.")),
    }
}

/// Whether less than a twentieth of the disk is free, and less than a gibibyte.
fn disk_is_full(folder: &std::path::Path) -> bool {
    const GIBIBYTE: u64 = 1 << 30;
    rustix::fs::statvfs(folder).is_ok_and(|disk| {
        let free = disk.f_bavail.saturating_mul(disk.f_frsize);
        disk.f_bavail.saturating_mul(20) < disk.f_blocks && free < GIBIBYTE
    })
}
