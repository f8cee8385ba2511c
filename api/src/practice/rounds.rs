use actix_web::{HttpRequest, get, patch, post, web::Path};
use app::practice::{self, RoundChange, RoundShown, RoundWish};
use chrono::NaiveDate;
use domain::{
    Hundredths,
    machine::AllowedAction,
    practice::{RoundAction, RoundStatus},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply, show_version},
    body::{Body, IfMatch, Params},
    caller::Caller,
    page,
};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_practice_rounds)
        .service(create_practice_round)
        .service(show_practice_round)
        .service(change_practice_round)
        .service(open_practice_round)
        .service(close_practice_round)
        .service(reopen_practice_round)
        .service(lock_practice_round);
}

/// A scoring round of a project.
#[derive(Serialize, ToSchema)]
#[schema(as = PracticeRound)]
pub struct RoundView {
    id: Uuid,
    project_id: Uuid,
    name: String,
    #[schema(required)]
    status: Option<RoundStatus>,
    /// Points of the two criterion groups; 100 together.
    completion_max: Hundredths,
    effect_max: Hundredths,
    opens_on: NaiveDate,
    closes_on: NaiveDate,
    allowed_actions: Vec<AllowedAction>,
}

fn view(shown: RoundShown) -> (RoundView, i64) {
    let RoundShown { round, actions } = shown;
    let view = RoundView {
        id: round.id,
        project_id: round.project_id,
        name: round.name,
        status: RoundStatus::parse(&round.status),
        completion_max: Hundredths::new(round.completion_max),
        effect_max: Hundredths::new(round.effect_max),
        opens_on: round.opens_on,
        closes_on: round.closes_on,
        allowed_actions: actions,
    };
    (view, round.version)
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListPracticeRounds {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = PracticeRoundPage)]
pub struct RoundPage {
    items: Vec<RoundView>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// List the scoring rounds of a project, newest first.
#[utoipa::path(
    tag = "practice",
    operation_id = "list_practice_rounds",
    params(("id" = Uuid, Path), ListPracticeRounds),
    responses((status = 200, description = "A page of rounds", body = RoundPage)),
    extensions(("x-authz" = json!("O01")), ("x-functions" = json!(["F44"])))
)]
#[get("/projects/{id}/practice-rounds")]
async fn list_practice_rounds(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListPracticeRounds>,
) -> Reply {
    let window = page::window(wish.limit, wish.cursor.as_deref(), true)?;
    let cut = practice::list_rounds(&caller.look(), *id, &window).await?;
    let next = page::next_cursor(&cut, |one| app::Key { value: None, id: one.round.id });
    let items = cut.items.into_iter().map(|one| view(one).0).collect();
    let page = RoundPage { items, next_cursor: next.clone() };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreatePracticeRound {
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    opens_on: NaiveDate,
    closes_on: NaiveDate,
    /// As the policy says where left out.
    completion_max: Option<Hundredths>,
    effect_max: Option<Hundredths>,
}

/// Prepare a scoring round; it is a draft until it is opened.
#[utoipa::path(
    tag = "practice",
    operation_id = "create_practice_round",
    params(("id" = Uuid, Path)),
    request_body = CreatePracticeRound,
    responses((status = 201, description = "The new round", body = RoundView)),
    extensions(("x-authz" = json!("F03")), ("x-functions" = json!(["F44"])))
)]
#[post("/projects/{id}/practice-rounds")]
async fn create_practice_round(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<CreatePracticeRound>,
) -> Reply {
    caller
        .write(async |work| {
            let wish = RoundWish {
                name: wish.name.clone(),
                opens_on: wish.opens_on,
                closes_on: wish.closes_on,
                completion_max: wish.completion_max,
                effect_max: wish.effect_max,
            };
            let (view, version) = view(practice::create_round(work, *id, wish).await?);
            answer::created(&view, format!("/practice-rounds/{}", view.id), version)
        })
        .await
}

/// Show a scoring round.
#[utoipa::path(
    tag = "practice",
    operation_id = "show_practice_round",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The round", body = RoundView)),
    extensions(("x-authz" = json!("O01")), ("x-functions" = json!(["F44"])))
)]
#[get("/practice-rounds/{id}")]
async fn show_practice_round(caller: Caller, id: Path<Uuid>) -> Reply {
    let (view, version) = view(practice::show_round(&caller.look(), *id).await?);
    Ok(show_version(&view, version))
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePracticeRound {
    #[validate(length(min = 1, max = 100), custom(function = "crate::body::one_line"))]
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    opens_on: Option<NaiveDate>,
    closes_on: Option<NaiveDate>,
}

/// Change the name or the days of a round.
#[utoipa::path(
    tag = "practice",
    operation_id = "change_practice_round",
    params(("id" = Uuid, Path)),
    request_body = ChangePracticeRound,
    responses((status = 200, description = "The changed round", body = RoundView)),
    extensions(
        ("x-authz" = json!("F03")),
        ("x-functions" = json!(["F44"])),
        ("x-if-match" = json!(true))
    )
)]
#[patch("/practice-rounds/{id}")]
async fn change_practice_round(
    caller: Caller,
    id: Path<Uuid>,
    seen: IfMatch,
    Body(wish): Body<ChangePracticeRound>,
) -> Reply {
    caller
        .write(async |work| {
            let wish = RoundChange {
                name: wish.name.clone(),
                opens_on: wish.opens_on,
                closes_on: wish.closes_on,
            };
            let (view, version) = view(practice::change_round(work, *id, seen.0, wish).await?);
            answer::changed(&view, version)
        })
        .await
}

async fn act(caller: Caller, id: Uuid, action: RoundAction, reason: Option<&str>) -> Reply {
    caller
        .write(async |work| {
            let (view, version) = view(practice::act_round(work, id, action, reason).await?);
            answer::created(&view, format!("/practice-rounds/{id}"), version)
        })
        .await
}

/// Open a round: one sheet for each class and school, a row for everybody who counts.
#[utoipa::path(
    tag = "practice",
    operation_id = "open_practice_round",
    params(("id" = Uuid, Path)),
    responses((status = 201, description = "The opened round", body = RoundView)),
    extensions(("x-authz" = json!("F03")), ("x-functions" = json!(["F44"])))
)]
#[post("/practice-rounds/{id}/openings")]
async fn open_practice_round(caller: Caller, id: Path<Uuid>) -> Reply {
    act(caller, *id, RoundAction::Open, None).await
}

/// Close a round: schools write no more marks.
#[utoipa::path(
    tag = "practice",
    operation_id = "close_practice_round",
    params(("id" = Uuid, Path)),
    responses((status = 201, description = "The closed round", body = RoundView)),
    extensions(("x-authz" = json!("F03")), ("x-functions" = json!(["F44"])))
)]
#[post("/practice-rounds/{id}/closings")]
async fn close_practice_round(caller: Caller, id: Path<Uuid>) -> Reply {
    act(caller, *id, RoundAction::Close, None).await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReopenPracticeRound {
    /// Why; the schools read it.
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

/// Open a closed round again; who came since gets a row.
#[utoipa::path(
    tag = "practice",
    operation_id = "reopen_practice_round",
    params(("id" = Uuid, Path)),
    request_body = ReopenPracticeRound,
    responses((status = 201, description = "The reopened round", body = RoundView)),
    extensions(("x-authz" = json!("F03")), ("x-functions" = json!(["F44"])))
)]
#[post("/practice-rounds/{id}/reopenings")]
async fn reopen_practice_round(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<ReopenPracticeRound>,
) -> Reply {
    act(caller, *id, RoundAction::Reopen, Some(&wish.reason)).await
}

/// Lock a closed round whose sheets are all locked.
#[utoipa::path(
    tag = "practice",
    operation_id = "lock_practice_round",
    params(("id" = Uuid, Path)),
    responses((status = 201, description = "The locked round", body = RoundView)),
    extensions(("x-authz" = json!("F04")), ("x-functions" = json!(["F45"])))
)]
#[post("/practice-rounds/{id}/locks")]
async fn lock_practice_round(caller: Caller, id: Path<Uuid>) -> Reply {
    act(caller, *id, RoundAction::Lock, None).await
}
