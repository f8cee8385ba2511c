use actix_web::{HttpRequest, get, web::Path};
use app::{
    learning::{self, Studied},
    selections::{Filter, Hours, Order, Trainee, Wish},
};
use chrono::{DateTime, Utc};
use domain::Hundredths;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::Reply,
    body::Params,
    caller::Caller,
    page,
    selections::{TraineeSort, TraineeView, key, trainee},
};

/// How far a trainee is.
#[derive(Serialize, ToSchema)]
#[schema(as = TraineeProgress)]
pub struct TraineeProgressView {
    #[serde(flatten)]
    trainee: TraineeView,
    /// Courses with any event, and completed ones.
    courses_begun: i64,
    courses_completed: i64,
    watched_seconds: i64,
    presence_passed: i64,
    presence_missed: i64,
    #[schema(required)]
    last_event_at: Option<DateTime<Utc>>,
}

fn view((one, studied, last): (Trainee, Studied, Option<DateTime<Utc>>)) -> TraineeProgressView {
    TraineeProgressView {
        trainee: trainee(one),
        courses_begun: studied.courses,
        courses_completed: studied.completed,
        watched_seconds: studied.watched_seconds,
        presence_passed: studied.presence_passed,
        presence_missed: studied.presence_missed,
        last_event_at: last,
    }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListProgress {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    school_id: Option<Uuid>,
    class_id: Option<Uuid>,
    workshop_id: Option<Uuid>,
    /// Code of the subject.
    #[validate(length(max = 64))]
    #[param(max_length = 64)]
    subject: Option<String>,
    /// Fewer credited hours than this.
    #[validate(range(min = 0, max = 10_000))]
    #[param(minimum = 0, maximum = 10_000)]
    below_hours: Option<i32>,
    /// At least so many credited hours.
    #[validate(range(min = 0, max = 10_000))]
    #[param(minimum = 0, maximum = 10_000)]
    min_hours: Option<i32>,
    /// Part of the name or trainee number.
    #[validate(length(min = 1, max = 100))]
    #[param(min_length = 1, max_length = 100)]
    q: Option<String>,
    /// By credited hours, or by trainee number.
    #[param(inline)]
    sort: Option<TraineeSort>,
    /// Sums the whole list beside the page.
    #[param(inline)]
    include: Option<ProgressInclude>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProgressInclude {
    Summary,
}

/// What the list comes to, and the study of everybody whom the caller sees.
#[derive(Serialize, ToSchema)]
#[schema(as = ProgressSummary)]
pub struct ProgressSummaryView {
    /// Of the list: trainees, those with the hours that a plan needs, and all credited hours.
    trainees: i64,
    with_enough_hours: i64,
    credited_hours: Hundredths,
    /// Of everybody whom the caller sees, whatever the filters: trainees with any event …
    active: i64,
    /// … pairs of trainee and course with any event, and completed ones …
    courses_begun: i64,
    courses_completed: i64,
    /// … and the sums of their highest watched time and their presence checks.
    watched_seconds: i64,
    presence_passed: i64,
    presence_missed: i64,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ProgressPage)]
pub struct ProgressPage {
    items: Vec<TraineeProgressView>,
    #[schema(required)]
    next_cursor: Option<String>,
    /// Trainees in the whole list, where the summary was asked for.
    #[schema(required)]
    total: Option<i64>,
    #[schema(required)]
    summary: Option<ProgressSummaryView>,
}

/// List how far the trainees of a project are.
#[utoipa::path(
    tag = "learning",
    operation_id = "list_progress",
    params(("id" = Uuid, Path, description = "The project"), ListProgress),
    responses((status = 200, description = "A page of trainees", body = ProgressPage)),
    extensions(("x-authz" = json!("S07")), ("x-functions" = json!(["F22"])))
)]
#[get("/projects/{id}/progress")]
pub async fn list_progress(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListProgress>,
) -> Reply {
    let (order, descending) = wish.sort.unwrap_or(TraineeSort::Number).order();
    let window = page::window(wish.limit, wish.cursor.as_deref(), descending)?;
    let found = learning::list(&caller.look(), *id, &asked(wish, order), &window).await?;
    let next = page::next_cursor(&found.cut, |(one, ..)| key(one, order, Hours::Credited));
    let summary = found.summary.map(|(sum, whole)| ProgressSummaryView {
        trainees: sum.trainees,
        with_enough_hours: sum.enough,
        credited_hours: Hundredths::new(sum.hours),
        active: whole.active,
        courses_begun: whole.studied.courses,
        courses_completed: whole.studied.completed,
        watched_seconds: whole.studied.watched_seconds,
        presence_passed: whole.studied.presence_passed,
        presence_missed: whole.studied.presence_missed,
    });
    let page = ProgressPage {
        items: found.cut.items.into_iter().map(view).collect(),
        next_cursor: next.clone(),
        total: summary.as_ref().map(|sum| sum.trainees),
        summary,
    };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

fn asked(wish: ListProgress, order: Order) -> Wish {
    let whole = |hours: i32| Hundredths::whole(hours.into()).get();
    let filter = Filter {
        hours: Hours::Credited,
        school: wish.school_id,
        class: wish.class_id,
        workshop: wish.workshop_id,
        subject: wish.subject,
        below: wish.below_hours.map(whole),
        at_least: wish.min_hours.map(whole),
        text: wish.q,
        status: None,
    };
    Wish { filter, order, summary: wish.include == Some(ProgressInclude::Summary) }
}
