//! Workbooks around imports: rows to mend, and templates to fill in.

use actix_web::{HttpResponse, get, web::Path};
use app::imports;
use domain::columns::ImportKind;
use uuid::Uuid;

use crate::{
    answer::{FileBytes, Reply},
    caller::Caller,
};

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn workbook(name: &str, bytes: Vec<u8>) -> HttpResponse {
    let disposition = format!("attachment; filename=\"{name}\"");
    HttpResponse::Ok()
        .content_type(WORKBOOK)
        .insert_header(("content-disposition", disposition))
        .body(bytes)
}

/// Download the rejected rows with the reasons in a last column.
#[utoipa::path(
    tag = "imports",
    operation_id = "show_import_errors",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The workbook", body = FileBytes, content_type = WORKBOOK)),
    extensions(("x-authz" = json!("O02")), ("x-functions" = json!(["F67"])))
)]
#[get("/imports/{id}/errors.xlsx")]
pub(super) async fn show_import_errors(caller: Caller, id: Path<Uuid>) -> Reply {
    Ok(workbook("errors.xlsx", imports::error_workbook(&caller.look(), *id).await?))
}

/// Download an empty workbook to fill in, with dictionary sheets and text-typed columns.
#[utoipa::path(
    tag = "imports",
    operation_id = "show_import_template",
    params(("kind" = ImportKind, Path)),
    responses((status = 200, description = "The workbook", body = FileBytes, content_type = WORKBOOK)),
    extensions(("x-authz" = json!("O02")), ("x-functions" = json!(["F67"])))
)]
#[get("/import-templates/{kind}")]
pub(super) async fn show_import_template(caller: Caller, kind: Path<ImportKind>) -> Reply {
    let name = format!("{}.xlsx", kind.as_str());
    Ok(workbook(&name, imports::template(&caller.look(), *kind)?))
}
