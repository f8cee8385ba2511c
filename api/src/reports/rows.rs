use super::*;

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_report_rows);
}

/// A column of a list.
#[derive(Serialize, ToSchema)]
#[schema(as = ReportColumn)]
pub struct ReportColumnView {
    title: String,
    /// Whether its cells hold numbers.
    number: bool,
}

/// A page of a list, as the file would hold it.
#[derive(Serialize, ToSchema)]
#[schema(as = ReportRowPage)]
pub struct ReportRowPage {
    code: ReportCode,
    title: String,
    as_of: DateTime<Utc>,
    columns: Vec<ReportColumnView>,
    /// One list of cells for each line: texts, numbers or null.
    items: Vec<Vec<serde_json::Value>>,
    /// The totals of the whole list, where it has any.
    #[schema(required)]
    total: Option<Vec<serde_json::Value>>,
    definitions: Vec<&'static str>,
    #[schema(required)]
    next_cursor: Option<String>,
}

fn cell(value: Value) -> serde_json::Value {
    match value {
        Value::Empty => serde_json::Value::Null,
        Value::Text(text) => text.into(),
        Value::Int(number) => number.into(),
        Value::Hundredths(number) | Value::Percent(number) => {
            serde_json::to_value(domain::Hundredths::new(number)).unwrap_or_default()
        }
    }
}

fn cells(values: Vec<Value>) -> Vec<serde_json::Value> {
    values.into_iter().map(cell).collect()
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListReportRows {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    school_id: Option<Uuid>,
    class_id: Option<Uuid>,
    workshop_id: Option<Uuid>,
    /// The scoring round of R8; the newest where none is named.
    round_id: Option<Uuid>,
    /// A published run of the qualification; the newest where none is named.
    run_id: Option<Uuid>,
}

/// Show an official list on the screen, with the same filters as its file.
#[utoipa::path(
    tag = "reports",
    operation_id = "list_report_rows",
    params(("id" = Uuid, Path), ("code" = ReportCode, Path), ListReportRows),
    responses((status = 200, description = "A page of the list", body = ReportRowPage)),
    extensions(("x-authz" = json!("R04")), ("x-functions" = json!(["F67", "F49"])))
)]
#[get("/projects/{id}/reports/{code}/rows")]
async fn list_report_rows(
    caller: Caller,
    request: HttpRequest,
    path: Path<(Uuid, ReportCode)>,
    Params(wish): Params<ListReportRows>,
) -> Reply {
    let (id, code) = path.into_inner();
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let asked = Wish {
        code,
        school_id: wish.school_id,
        class_id: wish.class_id,
        workshop_id: wish.workshop_id,
        round_id: wish.round_id,
        run_id: wish.run_id,
    };
    let as_of = caller.ctx.now();
    let table = reports::page(&caller.look(), id, &asked, &window).await?;
    let last = table.lines.last().filter(|_| table.more).map(|line| line.place.clone());
    let next = last.map(|place| page::cursor(&app::Key { value: Some(place), id: Uuid::nil() }));
    let column = |title: &&str| ReportColumnView {
        title: title.trim_start_matches('#').to_owned(),
        number: title.starts_with('#'),
    };
    let page = ReportRowPage {
        code,
        title: code.title().to_owned(),
        as_of,
        columns: code.columns().iter().map(column).collect(),
        items: table.lines.into_iter().map(|line| cells(line.cells)).collect(),
        total: table.total.map(cells),
        definitions: code.definitions().to_vec(),
        next_cursor: next.clone(),
    };
    Ok(page::show_page(&request, &page, next.as_deref()))
}
