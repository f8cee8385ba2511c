//! The official lists: drawn up, kept, fetched, and shown on the screen (F67).

use actix_web::{
    HttpRequest, HttpResponse, get,
    http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE},
    post,
    web::Path,
};
use app::reports::{self, Report, Value, Wish};
use chrono::{DateTime, Utc};
use domain::reports::{ReportCode, ReportFormat};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, FileBytes, Reply},
    body::{Body, Params},
    caller::Caller,
    page,
};

mod rows;

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV: &str = "text/csv; charset=utf-8";

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(create_report)
        .service(list_reports)
        .service(download_report)
        .configure(rows::routes);
}

/// A list that was drawn up.
#[derive(Serialize, ToSchema)]
#[schema(as = Report)]
pub struct ReportView {
    id: Uuid,
    project_id: Uuid,
    code: ReportCode,
    title: String,
    format: ReportFormat,
    /// The instant that its figures stand for.
    as_of: DateTime<Utc>,
    /// SHA-256 of the file, in hexadecimal.
    digest: String,
    rows: i64,
    /// Whether it can be fetched once only, within fifteen minutes.
    personal: bool,
    /// What its figures mean.
    definitions: Vec<&'static str>,
    /// The role in which it was drawn up.
    role: String,
}

fn view(report: Report) -> ReportView {
    let code = ReportCode::parse(&report.code).unwrap_or(ReportCode::R1);
    ReportView {
        id: report.id,
        project_id: report.project_id,
        code,
        title: code.title().to_owned(),
        format: ReportFormat::parse(&report.format).unwrap_or(ReportFormat::Xlsx),
        as_of: report.as_of,
        digest: report.digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        rows: report.rows,
        personal: report.personal,
        definitions: code.definitions().to_vec(),
        role: report.role,
    }
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateReport {
    code: ReportCode,
    format: ReportFormat,
    school_id: Option<Uuid>,
    class_id: Option<Uuid>,
    workshop_id: Option<Uuid>,
    /// The scoring round of R8; the newest where none is named.
    round_id: Option<Uuid>,
    /// A published run of the qualification; the newest where none is named.
    run_id: Option<Uuid>,
}

/// Draw up an official list as a workbook or CSV, of whom one may export.
#[utoipa::path(
    tag = "reports",
    operation_id = "create_report",
    params(("id" = Uuid, Path)),
    request_body = CreateReport,
    responses((status = 201, description = "The list", body = ReportView)),
    extensions(("x-authz" = json!("R04")), ("x-functions" = json!(["F67", "F49"])))
)]
#[post("/projects/{id}/reports")]
async fn create_report(caller: Caller, id: Path<Uuid>, Body(wish): Body<CreateReport>) -> Reply {
    let asked = Wish {
        code: wish.code,
        school_id: wish.school_id,
        class_id: wish.class_id,
        workshop_id: wish.workshop_id,
        round_id: wish.round_id,
        run_id: wish.run_id,
    };
    let drawn = reports::draw(&caller.look(), *id, &asked, wish.format).await;
    let drawn = caller.ctx.denied(drawn).await?;
    caller
        .write(async |work| {
            let kept = view(reports::keep(work, &drawn).await?);
            let path = format!("/reports/{}/content", kept.id);
            answer::created(&kept, path, 1)
        })
        .await
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListReports {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    code: Option<ReportCode>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ReportPage)]
pub struct ReportPage {
    items: Vec<ReportView>,
    #[schema(required)]
    next_cursor: Option<String>,
    /// The lists that one may draw up here.
    codes: Vec<ReportCode>,
}

/// List the lists that one drew up oneself, the newest first.
#[utoipa::path(
    tag = "reports",
    operation_id = "list_reports",
    params(("id" = Uuid, Path), ListReports),
    responses((status = 200, description = "A page of reports", body = ReportPage)),
    extensions(("x-authz" = json!("R04")), ("x-functions" = json!(["F67"])))
)]
#[get("/projects/{id}/reports")]
async fn list_reports(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListReports>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), true)?;
    let cut = reports::list(&caller.look(), *id, wish.code, &window).await?;
    let next = page::next_cursor(&cut, |one| app::Key { value: None, id: one.id });
    let items = cut.items.into_iter().map(view).collect();
    let codes = reports::codes(&caller.look(), *id);
    let page = ReportPage { items, next_cursor: next.clone(), codes };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

/// Fetch the file of a list; one with personal data once, within fifteen minutes.
#[utoipa::path(
    tag = "reports",
    operation_id = "download_report",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The file", content(
        (FileBytes = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (String = "text/csv"),
    ))),
    extensions(("x-authz" = json!("R04")), ("x-functions" = json!(["F67"])))
)]
#[get("/reports/{id}/content")]
async fn download_report(caller: Caller, id: Path<Uuid>) -> Reply {
    let (report, content) = caller.ctx.run(async |work| reports::content(work, *id).await).await?;
    let (kind, ending) = match ReportFormat::parse(&report.format) {
        Some(ReportFormat::Csv) => (CSV, "csv"),
        _ => (WORKBOOK, "xlsx"),
    };
    let date = reports::in_beijing(report.as_of).format("%Y%m%d");
    let name = format!("attachment; filename=\"{}-{date}.{ending}\"", report.code);
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind))
        .insert_header((CONTENT_DISPOSITION, name))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .body(content))
}
