use chrono::{DateTime, Utc};
use domain::{access::Reach, selection::SelectionStatus};
use entity::{enrollments, organizations, persons, selections};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter,
    QuerySelect, RelationDef, Select,
    sea_query::{CaseStatement, Expr, Func},
};
use uuid::Uuid;

use crate::{Cut, Result, Source, Window, page::contains, reach::Columns};

/// A trainee with what they have chosen and studied; hours and scores in hundredths.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Trainee {
    pub enrollment: Uuid,
    pub trainee_no: String,
    pub name: String,
    pub school: Uuid,
    pub school_name: String,
    pub class: Option<Uuid>,
    pub workshop: Option<Uuid>,
    pub subject: String,
    pub stage: String,
    pub selected_hours: i64,
    pub credited_hours: i64,
    pub online_score: Option<i64>,
    pub own_closes_at: Option<DateTime<Utc>>,
    pub status: Option<String>,
    pub submitted_at: Option<DateTime<Utc>>,
}

/// Which hours a list is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hours {
    Selected,
    Credited,
}

impl Hours {
    fn column(self) -> enrollments::Column {
        match self {
            Self::Selected => enrollments::Column::SelectedHours,
            Self::Credited => enrollments::Column::CreditedHours,
        }
    }
}

/// Which trainees a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    pub hours: Hours,
    pub school: Option<Uuid>,
    pub class: Option<Uuid>,
    pub workshop: Option<Uuid>,
    pub subject: Option<String>,
    /// Fewer hours than this, or at least so many; in hundredths.
    pub below: Option<i64>,
    pub at_least: Option<i64>,
    /// Part of the name or number.
    pub text: Option<String>,
    pub status: Option<SelectionStatus>,
}

/// What a project says about the plans of those who have no deadline or plan of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    pub closes_at: Option<DateTime<Utc>>,
    pub published: bool,
    pub now: DateTime<Utc>,
}

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    Number,
    Hours,
}

fn relation<F, T>(from: (F, F::Column), to: (T, T::Column)) -> RelationDef
where
    F: EntityTrait,
    T: EntityTrait,
{
    F::belongs_to(to.0).from(from.1).to(to.1).into()
}

fn joined() -> Select<enrollments::Entity> {
    use enrollments::{Column as E, Entity as Enrolled};
    let person = relation((Enrolled, E::PersonId), (persons::Entity, persons::Column::Id));
    let school =
        relation((Enrolled, E::SchoolId), (organizations::Entity, organizations::Column::Id));
    let plan = relation((Enrolled, E::Id), (selections::Entity, selections::Column::EnrollmentId));
    Enrolled::find()
        .select_only()
        .join(JoinType::InnerJoin, person)
        .join(JoinType::InnerJoin, school)
        .join(JoinType::LeftJoin, plan)
}

/// Lists go over everybody whom the project still counts on.
const GONE: [&str; 4] = ["withdrawn", "deferred", "exempted", "transferred"];

fn of_status(status: SelectionStatus, clock: Clock) -> Condition {
    use selections::Column as S;
    let own = enrollments::Column::SelectionClosesAt;
    let closed = || {
        let of_project = clock.closes_at.is_some_and(|at| at <= clock.now);
        let any = Condition::any().add(own.lte(clock.now));
        if of_project { any.add(own.is_null()) } else { any }
    };
    let is = |word: SelectionStatus| S::Status.eq(word.as_str());
    let nothing_yet = |wanted: bool| {
        Condition::all().add(S::Status.is_null()).add(Expr::value(wanted == clock.published))
    };
    match status {
        SelectionStatus::Locked => Condition::any().add(is(status)).add(
            Condition::all().add(S::Status.is_in(["effective", "change_requested"])).add(closed()),
        ),
        SelectionStatus::Effective | SelectionStatus::ChangeRequested => {
            Condition::all().add(is(status)).add(closed().not())
        }
        SelectionStatus::Draft => Condition::any().add(is(status)).add(nothing_yet(true)),
        SelectionStatus::NotOpen => Condition::any().add(is(status)).add(nothing_yet(false)),
        SelectionStatus::Submitted | SelectionStatus::Returned => Condition::all().add(is(status)),
    }
}

fn narrowed(reach: &Reach, filter: &Filter, clock: Clock) -> Select<enrollments::Entity> {
    use enrollments::Column as E;
    let whose = Columns {
        county: Some(E::CountyId),
        school: Some(E::SchoolId),
        class: Some(E::ClassId),
        workshop: Some(E::WorkshopId),
        person: Some(E::PersonId),
        ..Columns::NONE
    };
    let hours = filter.hours.column();
    let text = filter.text.as_deref().map(|text| {
        Condition::any()
            .add(contains(persons::Column::Name, text))
            .add(contains(E::TraineeNo, text))
    });
    let all = Condition::all()
        .add(E::ProjectId.eq(reach.project))
        .add(E::Status.is_not_in(GONE))
        .add(whose.within(reach))
        .add_option(filter.school.map(|id| E::SchoolId.eq(id)))
        .add_option(filter.class.map(|id| E::ClassId.eq(id)))
        .add_option(filter.workshop.map(|id| E::WorkshopId.eq(id)))
        .add_option(filter.subject.as_deref().map(|code| E::Subject.eq(code)))
        .add_option(filter.below.map(|line| hours.lt(line)))
        .add_option(filter.at_least.map(|line| hours.gte(line)))
        .add_option(filter.status.map(|status| of_status(status, clock)))
        .add_option(text);
    joined().filter(all)
}

/// The trainees of a project whom the caller reaches.
pub async fn roll(
    db: &impl Source,
    reach: &Reach,
    filter: &Filter,
    clock: Clock,
    order: Order,
    window: &Window,
) -> Result<Cut<Trainee>> {
    use enrollments::Column as E;
    let query = narrowed(reach, filter, clock)
        .column_as(E::Id, "enrollment")
        .column_as(persons::Column::Name, "name")
        .column_as(E::SchoolId, "school")
        .column_as(organizations::Column::Name, "school_name")
        .column_as(E::ClassId, "class")
        .column_as(E::WorkshopId, "workshop")
        .columns([E::TraineeNo, E::Subject, E::Stage, E::SelectedHours])
        .columns([E::CreditedHours, E::OnlineScore])
        .column_as(E::SelectionClosesAt, "own_closes_at")
        .column_as(selections::Column::Status, "status")
        .column_as(selections::Column::SubmittedAt, "submitted_at");
    let query = match order {
        Order::Number => window.by_text(query, E::TraineeNo, E::Id),
        Order::Hours => window.by_value(query, filter.hours.column(), E::Id, |text| {
            text.parse::<i64>().ok().map(Into::into)
        }),
    };
    Ok(window.cut(query.into_model::<Trainee>().all(db.conn()).await?))
}

/// What a whole list comes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct Sum {
    pub trainees: i64,
    /// Hundredths of a credit-hour.
    pub hours: i64,
    /// Trainees with at least the hours that were asked about.
    pub enough: i64,
}

/// Sums a list; `line` is in hundredths of a credit-hour.
pub async fn sum(
    db: &impl Source,
    reach: &Reach,
    filter: &Filter,
    clock: Clock,
    line: i64,
) -> Result<Sum> {
    let hours = filter.hours.column();
    let big = |sum: Expr| Expr::from(Func::coalesce([sum, Expr::value(0_i64)])).cast_as("bigint");
    let column = Expr::col((enrollments::Entity, hours));
    let enough = CaseStatement::new().case(hours.gte(line), 1).finally(0);
    let query = narrowed(reach, filter, clock)
        .expr_as(enrollments::Column::Id.count(), "trainees")
        .expr_as(big(column.sum()), "hours")
        .expr_as(big(Expr::Case(Box::new(enough)).sum()), "enough");
    Ok(query.into_model::<Sum>().one(db.conn()).await?.unwrap_or_default())
}
