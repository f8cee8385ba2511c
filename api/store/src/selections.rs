//! Course plans: what each trainee has chosen (F19).

mod lock;
mod plan;
mod roll;

use chrono::{DateTime, Utc};
use entity::{enrollments, selection_items, selections};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, Query, SelectStatement},
};
use uuid::Uuid;

use crate::{Result, Source, Write};
pub use lock::{Due, due, lock};
pub use plan::{
    Head, Line, Studied, add, head, hold, lines, move_to, remove, set_deadline, studied,
};
pub use roll::{Clock, Filter, Hours, Order, Sum, Trainee, roll, sum};

/// Whether anybody has chosen a course.
pub async fn is_chosen(db: &impl Source, course: Uuid) -> Result<bool> {
    let found: Option<Uuid> = selection_items::Entity::find()
        .select_only()
        .column(selection_items::Column::EnrollmentId)
        .filter(selection_items::Column::CourseId.eq(course))
        .limit(1)
        .into_tuple()
        .one(db.conn())
        .await?;
    Ok(found.is_some())
}

/// The plans that hold a course which they have not submitted yet.
fn holding_open(course: Uuid) -> SelectStatement {
    use selection_items::Column as Item;
    use selections::Column as Plan;
    selection_items::Entity::find()
        .select_only()
        .column(Item::EnrollmentId)
        .join(
            sea_orm::JoinType::InnerJoin,
            selection_items::Entity::belongs_to(selections::Entity)
                .from(Item::EnrollmentId)
                .to(Plan::EnrollmentId)
                .into(),
        )
        .filter(Item::CourseId.eq(course))
        .filter(
            Plan::SubmittedAt.is_null().or(Expr::col((selection_items::Entity, Item::AddedAt))
                .gt(Expr::col((selections::Entity, Plan::SubmittedAt)))),
        )
        .into_query()
}

/// Lets open baskets follow a course's new hours; what was submitted stays as it was (s.36).
/// Call with the course locked, so that nobody puts it into a basket with its old hours.
pub async fn follow_hours(tx: &Write, course: Uuid, hours: i64, now: DateTime<Utc>) -> Result<()> {
    use selection_items::Column as Item;
    // Locks the plans, so that none is submitted meanwhile.
    selections::Entity::update_many()
        .col_expr(selections::Column::UpdatedAt, Expr::value(now))
        .col_expr(selections::Column::Version, Expr::col(selections::Column::Version).add(1))
        .filter(selections::Column::EnrollmentId.in_subquery(holding_open(course)))
        .exec(tx.conn())
        .await?;
    let open: Vec<Uuid> = selection_items::Entity::find()
        .select_only()
        .column(Item::EnrollmentId)
        .filter(Item::CourseId.eq(course))
        .filter(Item::EnrollmentId.in_subquery(holding_open(course)))
        .into_tuple()
        .all(tx.conn())
        .await?;
    for some in open.chunks(crate::MANY) {
        selection_items::Entity::update_many()
            .col_expr(Item::Hours, Expr::value(hours))
            .filter(Item::CourseId.eq(course))
            .filter(Item::EnrollmentId.is_in(some.to_vec()))
            .exec(tx.conn())
            .await?;
        sum_up(tx, some).await?;
    }
    Ok(())
}

/// Writes the hours that plans come to, summed by the database itself.
pub(crate) async fn sum_up(tx: &Write, plans: &[Uuid]) -> Result<()> {
    use selection_items::Column as Item;
    let sum = |of: Expr| {
        let hours = Expr::col((selection_items::Entity, Item::Hours)).sum();
        let sum = Query::select()
            .expr(
                Expr::from(sea_orm::sea_query::Func::coalesce([hours, Expr::value(0_i64)]))
                    .cast_as("bigint"),
            )
            .from(selection_items::Entity)
            .and_where(Expr::col((selection_items::Entity, Item::EnrollmentId)).eq(of))
            .to_owned();
        Expr::SubQuery(None, Box::new(sum.into()))
    };
    let plan = Expr::col((selections::Entity, selections::Column::EnrollmentId));
    selections::Entity::update_many()
        .col_expr(selections::Column::HoursTotal, sum(plan))
        .filter(selections::Column::EnrollmentId.is_in(plans.to_vec()))
        .exec(tx.conn())
        .await?;
    let person = Expr::col((enrollments::Entity, enrollments::Column::Id));
    enrollments::Entity::update_many()
        .col_expr(enrollments::Column::SelectedHours, sum(person))
        .filter(enrollments::Column::Id.is_in(plans.to_vec()))
        .exec(tx.conn())
        .await?;
    Ok(())
}
