use actix_web::{HttpRequest, get, web::Path};
use app::selections::{self, Filter, Hours, Order, Sum, Trainee, Wish};
use chrono::{DateTime, Utc};
use domain::{Hundredths, reference::StageOfSchooling, selection::SelectionStatus};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::{answer::Reply, body::Params, caller::Caller, page};

/// A trainee as lists of plans and progress name them.
#[derive(Serialize, ToSchema)]
#[schema(as = ListedTrainee)]
pub struct TraineeView {
    enrollment_id: Uuid,
    trainee_no: String,
    name: String,
    school_id: Uuid,
    school_name: String,
    #[schema(required)]
    class_id: Option<Uuid>,
    #[schema(required)]
    workshop_id: Option<Uuid>,
    subject: String,
    #[schema(required)]
    stage: Option<StageOfSchooling>,
    /// Credit-hours chosen, and credited so far.
    selected_hours: Hundredths,
    credited_hours: Hundredths,
    /// The provider's final score in force.
    #[schema(required)]
    online_score: Option<Hundredths>,
}

pub fn trainee(one: Trainee) -> TraineeView {
    TraineeView {
        enrollment_id: one.enrollment,
        trainee_no: one.trainee_no,
        name: one.name,
        school_id: one.school,
        school_name: one.school_name,
        class_id: one.class,
        workshop_id: one.workshop,
        subject: one.subject,
        stage: StageOfSchooling::parse(&one.stage),
        selected_hours: Hundredths::new(one.selected_hours),
        credited_hours: Hundredths::new(one.credited_hours),
        online_score: one.online_score.map(Hundredths::new),
    }
}

/// What a list of trainees is sorted by; `-` for descending.
#[derive(Clone, Copy, Deserialize, ToSchema)]
pub enum TraineeSort {
    #[serde(rename = "trainee_no")]
    Number,
    #[serde(rename = "-trainee_no")]
    NumberDown,
    #[serde(rename = "hours")]
    Hours,
    #[serde(rename = "-hours")]
    HoursDown,
}

impl TraineeSort {
    pub fn order(self) -> (Order, bool) {
        match self {
            Self::Number => (Order::Number, false),
            Self::NumberDown => (Order::Number, true),
            Self::Hours => (Order::Hours, false),
            Self::HoursDown => (Order::Hours, true),
        }
    }
}

/// The cursor's place in a list of trainees.
pub fn key(one: &Trainee, order: Order, hours: Hours) -> app::Key {
    let value = match (order, hours) {
        (Order::Number, _) => one.trainee_no.clone(),
        (Order::Hours, Hours::Selected) => one.selected_hours.to_string(),
        (Order::Hours, Hours::Credited) => one.credited_hours.to_string(),
    };
    app::Key { value: Some(value), id: one.enrollment }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListSelections {
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    cursor: Option<String>,
    #[param(inline)]
    status: Option<SelectionStatus>,
    school_id: Option<Uuid>,
    class_id: Option<Uuid>,
    workshop_id: Option<Uuid>,
    /// Code of the subject.
    #[validate(length(max = 64))]
    #[param(max_length = 64)]
    subject: Option<String>,
    /// Plans of fewer credit-hours than this.
    #[validate(range(min = 0, max = 10_000))]
    #[param(minimum = 0, maximum = 10_000)]
    below_hours: Option<i32>,
    /// Part of the name or trainee number.
    #[validate(length(min = 1, max = 100))]
    #[param(min_length = 1, max_length = 100)]
    q: Option<String>,
    #[param(inline)]
    sort: Option<TraineeSort>,
    /// Sums the whole list beside the page.
    #[param(inline)]
    include: Option<SelectionInclude>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SelectionInclude {
    Summary,
}

/// A trainee's plan in a list.
#[derive(Serialize, ToSchema)]
#[schema(as = ListedSelection)]
pub struct ListedSelectionView {
    #[serde(flatten)]
    trainee: TraineeView,
    status: SelectionStatus,
    #[schema(required)]
    submitted_at: Option<DateTime<Utc>>,
}

/// What the whole list comes to.
#[derive(Serialize, ToSchema)]
#[schema(as = SelectionSummary)]
pub struct SelectionSummaryView {
    trainees: i64,
    /// Of them, with at least the hours that a plan needs, and with fewer.
    with_enough_hours: i64,
    below: i64,
    hours_total: Hundredths,
}

#[derive(Serialize, ToSchema)]
#[schema(as = SelectionPage)]
pub struct SelectionPage {
    items: Vec<ListedSelectionView>,
    #[schema(required)]
    next_cursor: Option<String>,
    /// Trainees in the whole list, where the summary was asked for.
    #[schema(required)]
    total: Option<i64>,
    /// Credit-hours that a plan needs.
    min_hours: Hundredths,
    #[schema(required)]
    summary: Option<SelectionSummaryView>,
}

fn summary(sum: Sum) -> SelectionSummaryView {
    SelectionSummaryView {
        trainees: sum.trainees,
        with_enough_hours: sum.enough,
        below: sum.trainees.saturating_sub(sum.enough),
        hours_total: Hundredths::new(sum.hours),
    }
}

/// List the course plans of a project.
#[utoipa::path(
    tag = "selections",
    operation_id = "list_selections",
    params(("id" = Uuid, Path, description = "The project"), ListSelections),
    responses((status = 200, description = "A page of plans", body = SelectionPage)),
    extensions(("x-authz" = json!("S04")), ("x-functions" = json!(["F19"])))
)]
#[get("/projects/{id}/selections")]
pub async fn list_selections(
    caller: Caller,
    request: HttpRequest,
    id: Path<Uuid>,
    Params(wish): Params<ListSelections>,
) -> Reply {
    let (order, descending) = wish.sort.unwrap_or(TraineeSort::Number).order();
    let window = page::window(wish.limit, wish.cursor.as_deref(), descending)?;
    let asked = asked(wish, order);
    let found = selections::list(&caller.look(), *id, &asked, &window).await?;
    let next = page::next_cursor(&found.cut, |(one, _)| key(one, order, Hours::Selected));
    let items = found.cut.items.into_iter().map(|(one, status)| {
        let submitted_at = one.submitted_at;
        ListedSelectionView { trainee: trainee(one), status, submitted_at }
    });
    let page = SelectionPage {
        items: items.collect(),
        next_cursor: next.clone(),
        total: found.summary.map(|sum| sum.trainees),
        min_hours: found.min_hours,
        summary: found.summary.map(summary),
    };
    Ok(page::show_page(&request, &page, next.as_deref()))
}

fn asked(wish: ListSelections, order: Order) -> Wish {
    let filter = Filter {
        hours: Hours::Selected,
        school: wish.school_id,
        class: wish.class_id,
        workshop: wish.workshop_id,
        subject: wish.subject,
        below: wish.below_hours.map(|hours| Hundredths::whole(hours.into()).get()),
        at_least: None,
        text: wish.q,
        status: wish.status,
    };
    Wish { filter, order, summary: wish.include == Some(SelectionInclude::Summary) }
}
