use actix_web::{get, post, web::Path};
use app::catalog::{self, Audit};
use chrono::{DateTime, Utc};
use domain::{Hundredths, catalog::SubjectHours, selection::ModuleHours};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply, show},
    body::Body,
    caller::Caller,
};

/// What the catalogue offers, and whether it can be published (s.36).
#[derive(Serialize, ToSchema)]
#[schema(as = CatalogAudit)]
pub struct AuditView {
    /// Offered courses, and their credit-hours.
    courses: i64,
    hours: Hundredths,
    /// Every subject has to have more hours than this.
    hours_above: Hundredths,
    subjects: Vec<SubjectHours>,
    /// Codes of the subjects that have too few hours: of those that people of the project teach,
    /// or of all while nobody is enrolled.
    short_subjects: Vec<String>,
    modules: Vec<ModuleHours>,
    /// Whether none has too few.
    passed: bool,
    #[schema(required)]
    published_at: Option<DateTime<Utc>>,
}

fn view(audit: Audit) -> AuditView {
    let short: Vec<String> = audit.short().map(|line| line.subject.clone()).collect();
    AuditView {
        courses: audit.courses,
        hours: audit.hours,
        hours_above: audit.hours_above,
        subjects: audit.subjects,
        passed: short.is_empty(),
        short_subjects: short,
        modules: audit.modules.into(),
        published_at: audit.published_at,
    }
}

/// Show the hours of the catalogue by subject and module, and what is still too little.
#[utoipa::path(
    tag = "catalog",
    operation_id = "show_catalog_audit",
    params(("id" = Uuid, Path, description = "The project")),
    responses((status = 200, description = "The audit", body = AuditView)),
    extensions(("x-authz" = json!("S03")), ("x-functions" = json!(["F17"])))
)]
#[get("/projects/{id}/catalog-audit")]
pub async fn show_catalog_audit(caller: Caller, id: Path<Uuid>) -> Reply {
    Ok(show(&view(catalog::audit(&caller.look(), *id).await?)))
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishCatalog {
    /// Until when courses can be chosen; left out, the project's own deadline stays.
    selection_closes_at: Option<DateTime<Utc>>,
}

/// Open the catalogue to trainees; refused while a subject that somebody teaches has too few hours,
/// naming each.
#[utoipa::path(
    tag = "catalog",
    operation_id = "publish_catalog",
    params(("id" = Uuid, Path, description = "The project")),
    request_body = PublishCatalog,
    responses((status = 201, description = "The audit it passed", body = AuditView)),
    extensions(("x-authz" = json!("S03")), ("x-functions" = json!(["F17"])))
)]
#[post("/projects/{id}/catalog-publications")]
pub async fn publish_catalog(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<PublishCatalog>,
) -> Reply {
    caller
        .write(async |work| {
            let audit = catalog::publish(work, *id, wish.selection_closes_at).await?;
            answer::created(&view(audit), format!("/projects/{id}/catalog-audit"), 1)
        })
        .await
}
