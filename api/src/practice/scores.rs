use actix_web::{HttpRequest, get, patch, web::Path};
use app::practice::{self, Adjustment, Entry, Kept, Own, Saved, Verdict};
use chrono::{DateTime, Utc};
use domain::{
    Hundredths,
    practice::{Absence, SchoolEntry, SheetStatus},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use super::sheets::{RowView, row};
use crate::{
    answer::{self, Reply, show},
    body::{Body, IfMatch, Params},
    caller::Caller,
    page,
};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(fill_practice_sheet)
        .service(adjust_practice_score)
        .service(list_practice_score_changes)
        .service(list_enrollment_practice);
}

/// The school's part of one row; what is left out is emptied.
#[derive(Deserialize, Serialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PracticeEntry {
    enrollment_id: Uuid,
    /// The version of the row that was seen last.
    #[validate(range(min = 1))]
    #[schema(minimum = 1)]
    version: i64,
    completion: Option<Hundredths>,
    effect: Option<Hundredths>,
    /// The plain score, or the sum of the two groups.
    school_score: Option<Hundredths>,
    absence: Option<Absence>,
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    note: Option<String>,
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FillPracticeSheet {
    #[validate(length(min = 1, max = 500), nested)]
    #[schema(min_items = 1, max_items = 500)]
    rows: Vec<PracticeEntry>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = PracticeFault)]
pub struct FaultView {
    pointer: String,
    code: String,
    detail: String,
}

/// What became of one row of the request.
#[derive(Serialize, ToSchema)]
#[schema(as = PracticeRowResult)]
pub struct ResultView {
    index: usize,
    enrollment_id: Uuid,
    /// `saved`, `unchanged`, `stale` (somebody else wrote since; nothing was overwritten) or
    /// `refused`.
    status: &'static str,
    errors: Vec<FaultView>,
    /// The row as it stands now, if the person is on the sheet.
    #[schema(required)]
    row: Option<RowView>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = PracticeFillResult)]
pub struct FillView {
    results: Vec<ResultView>,
    saved: usize,
}

fn result((index, saved): (usize, Saved), asking: Uuid) -> ResultView {
    let fault = |fault: domain::Fault| FaultView {
        pointer: fault.pointer,
        code: fault.code.into_owned(),
        detail: fault.detail,
    };
    ResultView {
        index,
        enrollment_id: saved.enrollment,
        status: match saved.verdict {
            Verdict::Saved => "saved",
            Verdict::Unchanged => "unchanged",
            Verdict::Stale => "stale",
            Verdict::Refused => "refused",
        },
        errors: saved.faults.into_iter().map(fault).collect(),
        row: saved.row.map(|one| row(one, asking)),
    }
}

fn entry(wish: &PracticeEntry) -> Entry {
    let note = wish.note.as_deref().map(str::trim).filter(|text| !text.is_empty());
    Entry {
        enrollment: wish.enrollment_id,
        version: wish.version,
        marks: SchoolEntry {
            completion: wish.completion,
            effect: wish.effect,
            school_score: wish.school_score,
            absence: wish.absence,
        },
        note: note.map(str::to_owned),
    }
}

/// Write marks of the school into a sheet, each row by its own version.
#[utoipa::path(
    tag = "practice",
    operation_id = "fill_practice_sheet",
    params(("id" = Uuid, Path)),
    request_body = FillPracticeSheet,
    responses((status = 200, description = "What became of each row", body = FillView)),
    extensions(("x-authz" = json!("F02")), ("x-functions" = json!(["F44"])))
)]
#[patch("/practice-sheets/{id}/scores")]
async fn fill_practice_sheet(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<FillPracticeSheet>,
) -> Reply {
    let asking = caller.ctx.actor.id;
    caller
        .write(async |work| {
            let entries = wish.rows.iter().map(entry).collect();
            let results = practice::fill(work, *id, entries).await?;
            let saved = results.iter().filter(|one| one.verdict == Verdict::Saved).count();
            let results = results.into_iter().enumerate().map(|one| result(one, asking)).collect();
            answer::done(&FillView { results, saved })
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdjustPracticeScore {
    /// Empty: the school's mark counts.
    county_score: Option<Hundredths>,
    /// Why somebody whom the school gave no mark has none.
    absence: Option<Absence>,
    /// Why the mark differs from the school's; the teacher reads it.
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    adjust_reason: Option<String>,
}

/// Put the county's mark over the school's.
#[utoipa::path(
    tag = "practice",
    operation_id = "adjust_practice_score",
    params(("id" = Uuid, Path)),
    request_body = AdjustPracticeScore,
    responses((status = 200, description = "The row as it stands now", body = RowView)),
    extensions(
        ("x-authz" = json!("F03")),
        ("x-functions" = json!(["F45"])),
        ("x-if-match" = json!(true))
    )
)]
#[patch("/practice-scores/{id}")]
async fn adjust_practice_score(
    caller: Caller,
    id: Path<Uuid>,
    seen: IfMatch,
    Body(wish): Body<AdjustPracticeScore>,
) -> Reply {
    let asking = caller.ctx.actor.id;
    caller
        .write(async |work| {
            let wish = Adjustment {
                county_score: wish.county_score,
                absence: wish.absence,
                reason: wish.adjust_reason.clone(),
            };
            let done = practice::adjust(work, *id, seen.0, wish).await?;
            let version = done.version;
            answer::changed(&row(done, asking), version)
        })
        .await
}

/// One change of a row: the values before and after it.
#[derive(Serialize, ToSchema)]
#[schema(as = PracticeScoreChange)]
pub struct ChangeView {
    id: Uuid,
    /// `school`, `county` or `import`.
    source: String,
    role: String,
    #[schema(required)]
    actor_name: Option<String>,
    #[schema(value_type = Object)]
    before: Value,
    #[schema(value_type = Object)]
    after: Value,
    #[schema(required)]
    reason: Option<String>,
    at: DateTime<Utc>,
}

fn change(kept: Kept) -> ChangeView {
    ChangeView {
        id: kept.id,
        source: kept.source,
        role: kept.role,
        actor_name: kept.actor_name,
        before: serde_json::from_str(&kept.before).unwrap_or_default(),
        after: serde_json::from_str(&kept.after).unwrap_or_default(),
        reason: kept.reason,
        at: kept.at,
    }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListPracticeScoreChanges {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = PracticeScoreChangePage)]
pub struct ChangePage {
    items: Vec<ChangeView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List every change of a row, oldest first; nothing is ever destroyed.
#[utoipa::path(
    tag = "practice",
    operation_id = "list_practice_score_changes",
    params(("id" = Uuid, Path), ListPracticeScoreChanges),
    responses((status = 200, description = "A page of changes", body = ChangePage)),
    extensions(("x-authz" = json!("F06")), ("x-functions" = json!(["F45"])))
)]
#[get("/practice-scores/{id}/changes")]
async fn list_practice_score_changes(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListPracticeScoreChanges>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), false)?;
    let cut = practice::changes(&caller.look(), *id, &window).await?;
    let next = page::next_cursor(&cut, |one| app::Key { value: None, id: one.id });
    let items = cut.items.into_iter().map(change).collect();
    let page = ChangePage { items, next_cursor: next.clone() };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

/// Somebody's practice mark of one round.
#[derive(Serialize, ToSchema)]
#[schema(as = OwnPracticeScore)]
pub struct OwnView {
    id: Uuid,
    round_name: String,
    #[schema(required)]
    sheet_status: Option<SheetStatus>,
    #[schema(required)]
    completion: Option<Hundredths>,
    #[schema(required)]
    effect: Option<Hundredths>,
    #[schema(required)]
    school_score: Option<Hundredths>,
    #[schema(required)]
    county_score: Option<Hundredths>,
    #[schema(required)]
    final_score: Option<Hundredths>,
    #[schema(required)]
    absence: Option<Absence>,
    /// Why the county's mark differs from the school's.
    #[schema(required)]
    adjust_reason: Option<String>,
    #[schema(required)]
    note: Option<String>,
    updated_at: DateTime<Utc>,
}

pub fn own(own: Own) -> OwnView {
    let points = |value: Option<i64>| value.map(Hundredths::new);
    OwnView {
        id: own.id,
        round_name: own.round_name,
        sheet_status: SheetStatus::parse(&own.sheet_status),
        completion: points(own.completion),
        effect: points(own.effect),
        school_score: points(own.school_score),
        county_score: points(own.county_score),
        final_score: points(own.final_score),
        absence: own.absence.as_deref().and_then(Absence::of_title),
        adjust_reason: own.adjust_reason,
        note: own.note,
        updated_at: own.updated_at,
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = OwnPracticePage)]
pub struct OwnPage {
    items: Vec<OwnView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List somebody's practice marks, newest round first; the person sees published ones.
#[utoipa::path(
    tag = "practice",
    operation_id = "list_enrollment_practice",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The marks", body = OwnPage)),
    extensions(("x-authz" = json!("F06")), ("x-functions" = json!(["F44", "F47"])))
)]
#[get("/enrollments/{id}/practice")]
async fn list_enrollment_practice(caller: Caller, id: Path<Uuid>) -> Reply {
    let found = practice::own(&caller.look(), *id).await?;
    Ok(show(&OwnPage { items: found.into_iter().map(own).collect(), next_cursor: None }))
}
