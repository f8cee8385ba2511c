use actix_web::{HttpRequest, get, web::Path};
use app::practice::{self, Filter, Origin, Row, Shown};
use chrono::{DateTime, Utc};
use domain::{
    Hundredths,
    machine::AllowedAction,
    practice::{Absence, SETTLED, SheetStatus},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{Reply, show_version},
    body::Params,
    caller::Caller,
    page,
};

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_practice_sheets).service(show_practice_sheet);
}

/// How far a sheet is; enrolments that no longer count are left out.
#[derive(Serialize, ToSchema)]
#[schema(as = PracticeSheetCounts)]
pub struct CountsView {
    rows: i64,
    /// With the school's mark or an absence reason.
    done: i64,
    /// With a mark of the county's own, which a file may have brought before the county looked.
    county_scored: i64,
    /// With a final mark or an absence reason, once the county has determined the sheet; 0
    /// before.
    determined: i64,
    open: i64,
    /// Open rows that the caller cannot fill, being about themself; the county scores them.
    own_open: i64,
    /// Without a final mark or an absence reason.
    undetermined: i64,
    /// Where the county's mark is not the school's.
    adjusted: i64,
    /// Of these, where nobody says why and the school has written since.
    unexplained: i64,
}

/// How lists call those who are in no class.
const UNPLACED: &str = "未编班";

/// The sheet of one class and school in a round.
#[derive(Serialize, ToSchema)]
#[schema(as = PracticeSheet)]
pub struct SheetView {
    id: Uuid,
    round_id: Uuid,
    round_name: String,
    #[schema(value_type = domain::practice::RoundStatus)]
    round_status: String,
    completion_max: Hundredths,
    effect_max: Hundredths,
    project_id: Uuid,
    county_id: Uuid,
    school_id: Uuid,
    school_name: String,
    /// Nothing on the sheet of a school's people who are in no class; its name says so, its code
    /// is empty.
    #[schema(required)]
    class_id: Option<Uuid>,
    class_code: String,
    class_name: String,
    #[schema(required)]
    status: Option<SheetStatus>,
    /// Why the county sent it back, until it is submitted again.
    #[schema(required)]
    return_reason: Option<String>,
    counts: CountsView,
    allowed_actions: Vec<AllowedAction>,
    updated_at: DateTime<Utc>,
}

pub(super) fn view(shown: Shown) -> SheetView {
    let Shown { sheet, counts, actions } = shown;
    let settled = SETTLED.contains(&sheet.status.as_str());
    let determined = if settled { counts.rows.saturating_sub(counts.undetermined) } else { 0 };
    SheetView {
        id: sheet.id,
        round_id: sheet.round_id,
        round_name: sheet.round_name,
        round_status: sheet.round_status,
        completion_max: Hundredths::new(sheet.completion_max),
        effect_max: Hundredths::new(sheet.effect_max),
        project_id: sheet.project_id,
        county_id: sheet.county_id,
        school_id: sheet.school_id,
        school_name: sheet.school_name,
        class_id: sheet.class_id,
        class_code: sheet.class_code.unwrap_or_default(),
        class_name: sheet.class_name.unwrap_or_else(|| UNPLACED.to_owned()),
        status: SheetStatus::parse(&sheet.status),
        return_reason: sheet.return_reason,
        counts: CountsView {
            rows: counts.rows,
            done: counts.rows.saturating_sub(counts.open),
            county_scored: counts.county,
            determined,
            open: counts.open,
            own_open: counts.own_open,
            undetermined: counts.undetermined,
            adjusted: counts.adjusted,
            unexplained: counts.unexplained,
        },
        allowed_actions: actions,
        updated_at: sheet.updated_at,
    }
}

/// One person's row of a sheet.
#[derive(Serialize, ToSchema)]
#[schema(as = PracticeScore)]
pub struct RowView {
    id: Uuid,
    enrollment_id: Uuid,
    trainee_no: String,
    name: String,
    #[schema(value_type = domain::enrollment::EnrollmentStatus)]
    enrollment_status: String,
    /// The caller's own row: somebody else scores it.
    not_yours: bool,
    #[schema(required)]
    completion: Option<Hundredths>,
    #[schema(required)]
    effect: Option<Hundredths>,
    #[schema(required)]
    school_score: Option<Hundredths>,
    #[schema(required)]
    county_score: Option<Hundredths>,
    /// The county's mark where there is one, otherwise the school's.
    #[schema(required)]
    final_score: Option<Hundredths>,
    #[schema(required)]
    absence: Option<Absence>,
    #[schema(required)]
    adjust_reason: Option<String>,
    #[schema(required)]
    note: Option<String>,
    /// To be sent back with a change of this row.
    version: i64,
    updated_at: DateTime<Utc>,
}

pub(super) fn row(row: Row, asking: Uuid) -> RowView {
    let points = |value: Option<i64>| value.map(Hundredths::new);
    RowView {
        id: row.id,
        enrollment_id: row.enrollment_id,
        trainee_no: row.trainee_no,
        name: row.name,
        enrollment_status: row.enrollment_status,
        not_yours: row.person_id == asking,
        completion: points(row.completion),
        effect: points(row.effect),
        school_score: points(row.school_score),
        county_score: points(row.county_score),
        final_score: points(row.final_score),
        absence: row.absence.as_deref().and_then(Absence::of_title),
        adjust_reason: row.adjust_reason,
        note: row.note,
        version: row.version,
        updated_at: row.updated_at,
    }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListPracticeSheets {
    round: Option<Uuid>,
    school: Option<Uuid>,
    class: Option<Uuid>,
    status: Option<SheetStatus>,
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = PracticeSheetPage)]
pub struct SheetPage {
    items: Vec<SheetView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List the practice sheets one reaches, with how far each is.
#[utoipa::path(
    tag = "practice",
    operation_id = "list_practice_sheets",
    params(("id" = Uuid, Path), ListPracticeSheets),
    responses((status = 200, description = "A page of sheets", body = SheetPage)),
    extensions(("x-authz" = json!("F06")), ("x-functions" = json!(["F44", "F45"])))
)]
#[get("/projects/{id}/practice-sheets")]
async fn list_practice_sheets(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListPracticeSheets>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let filter = Filter {
        round: wish.round,
        school: wish.school,
        class: wish.class,
        status: wish.status.map(|status| status.to_string()),
    };
    let cut = practice::list(&caller.look(), *id, &filter, &window).await?;
    let next = page::next_cursor(&cut, |one| app::Key { value: None, id: one.sheet.id });
    let items = cut.items.into_iter().map(view).collect();
    let page = SheetPage { items, next_cursor: next.clone() };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

/// A step of a sheet's history.
#[derive(Serialize, ToSchema)]
#[schema(as = PracticeSheetStep)]
pub struct StepView {
    action: String,
    from: String,
    to: String,
    role: String,
    #[schema(required)]
    actor_name: Option<String>,
    #[schema(required)]
    reason: Option<String>,
    at: DateTime<Utc>,
}

/// Where the county's mark of a row came from: a file may have brought it long before the school
/// writes its own.
#[derive(Serialize, ToSchema)]
#[schema(as = PracticeOrigin)]
pub struct OriginView {
    enrollment_id: Uuid,
    /// Since when the county's mark stands.
    #[schema(required)]
    county_at: Option<DateTime<Utc>>,
    /// `county` by hand, `import` by a file.
    #[schema(required)]
    county_source: Option<String>,
    #[schema(required)]
    county_by: Option<String>,
    /// The note was written while there was no mark, and there is one now.
    note_before_mark: bool,
}

fn origin(origin: Origin) -> OriginView {
    let note_before_mark = origin.note_before_mark;
    let enrollment_id = origin.enrollment;
    let (county_at, county_source, county_by) = match origin.county {
        Some(mark) => (Some(mark.at), Some(mark.source), mark.by),
        None => (None, None, None),
    };
    OriginView { enrollment_id, county_at, county_source, county_by, note_before_mark }
}

/// A sheet with its rows and its history.
#[derive(Serialize, ToSchema)]
#[schema(as = WholePracticeSheet)]
pub struct WholeSheetView {
    #[serde(flatten)]
    sheet: SheetView,
    rows: Vec<RowView>,
    /// Of the rows that have a county's mark, or a note from before their mark.
    origins: Vec<OriginView>,
    history: Vec<StepView>,
}

/// Show a sheet with everybody's row and what became of it.
#[utoipa::path(
    tag = "practice",
    operation_id = "show_practice_sheet",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The sheet", body = WholeSheetView)),
    extensions(("x-authz" = json!("F06")), ("x-functions" = json!(["F44", "F45"])))
)]
#[get("/practice-sheets/{id}")]
async fn show_practice_sheet(caller: Caller, id: Path<Uuid>) -> Reply {
    let asking = caller.ctx.actor.id;
    let whole = practice::show(&caller.look(), *id).await?;
    let version = whole.shown.sheet.version;
    let history = whole.history.into_iter().map(|(step, actor_name)| StepView {
        action: step.action,
        from: step.from,
        to: step.to,
        role: step.role,
        actor_name,
        reason: step.reason,
        at: step.at,
    });
    let view = WholeSheetView {
        history: history.collect(),
        origins: whole.origins.into_iter().map(origin).collect(),
        rows: whole.rows.into_iter().map(|one| row(one, asking)).collect(),
        sheet: view(whole.shown),
    };
    Ok(show_version(&view, version))
}
