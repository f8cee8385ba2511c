//! The verdicts on the rows of a file.

use actix_web::{HttpRequest, get, web::Path};
use app::imports;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::{answer::Reply, body::Params, caller::Caller, page};

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListImportRows {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    #[param(inline)]
    verdict: Option<RowSelection>,
}

/// Which rows are listed.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowSelection {
    Ok,
    Rejected,
    Skipped,
    /// Rows with a warning, whatever their verdict.
    Warned,
    /// Rows of which something stays as somebody changed it by hand.
    Held,
}

impl RowSelection {
    fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Rejected => "rejected",
            Self::Skipped => "skipped",
            Self::Warned => "warned",
            Self::Held => "held",
        }
    }
}

/// What became of a row; blank lines, totals and signatures are skipped.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowVerdict {
    Ok,
    Rejected,
    Skipped,
}

/// What a row does, or did, to the records.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowChange {
    Created,
    Updated,
    Unchanged,
    None,
}

/// The verdict on a row of the file.
#[derive(Serialize, ToSchema)]
#[schema(as = ImportRow)]
pub struct ImportRowView {
    /// The row's number as the spreadsheet program shows it.
    line: i64,
    #[schema(value_type = RowVerdict)]
    verdict: String,
    codes: Vec<String>,
    warnings: Vec<String>,
    #[schema(value_type = RowChange)]
    change: String,
    label: String,
    /// Where the record stays as somebody changed it by hand.
    differences: Vec<DifferenceView>,
}

/// A field in which the file and a record that was changed by hand differ. Its row has the
/// warning `edit_kept` or, where the file says something new, `edit_differs`.
#[derive(Serialize, ToSchema)]
#[schema(as = ImportDifference)]
pub struct DifferenceView {
    field: String,
    /// What the record holds; empty where there is nothing or it may not be shown.
    #[schema(required)]
    current: Option<String>,
    /// What the file says.
    #[schema(required)]
    file: Option<String>,
    /// The file says something else than the last file did, so somebody has to decide.
    new: bool,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ImportRowPage)]
pub struct ImportRowPage {
    items: Vec<ImportRowView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

fn difference(one: domain::differences::Difference) -> DifferenceView {
    DifferenceView { field: one.field, current: one.current, file: one.file, new: one.new }
}

/// List the verdicts on a file's rows, in the order of the file.
#[utoipa::path(
    tag = "imports",
    operation_id = "list_import_rows",
    params(("id" = Uuid, Path), ListImportRows),
    responses((status = 200, description = "A page of rows", body = ImportRowPage)),
    extensions(("x-authz" = json!("O02")), ("x-functions" = json!(["F67"])))
)]
#[get("/imports/{id}/rows")]
pub(super) async fn list_import_rows(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListImportRows>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let after = window.after.and_then(|key| key.value).and_then(|line| line.parse().ok());
    let more = window.limit.saturating_add(1);
    let verdict = wish.verdict.map(RowSelection::as_str);
    let mut rows = imports::rows(&caller.look(), *id, verdict, after.unwrap_or(0), more).await?;
    let full = u64::try_from(rows.len()).unwrap_or(0) > window.limit;
    rows.truncate(usize::try_from(window.limit).unwrap_or(usize::MAX));
    let last = rows.last().map(|row| row.line.to_string()).filter(|_| full);
    let next = last.map(|line| page::cursor(&app::Key { value: Some(line), id: *id }));
    let items = rows.into_iter().map(|row| ImportRowView {
        line: row.line,
        verdict: row.verdict,
        codes: row.codes,
        warnings: row.warnings,
        change: row.change,
        label: row.label,
        differences: row.differences.into_iter().map(difference).collect(),
    });
    let page = ImportRowPage { items: items.collect(), next_cursor: next.clone() };
    Ok(page::show_page(&request, &page, next.as_deref()))
}
