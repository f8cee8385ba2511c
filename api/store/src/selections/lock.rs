use chrono::{DateTime, Utc};
use entity::{enrollments, projects, selections};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;

use crate::{Result, Source, Write};

/// A plan whose deadline has passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub enrollment: Uuid,
    pub project: Uuid,
    pub status: String,
}

const COUNTING: [&str; 2] = ["effective", "change_requested"];

/// Plans that count and whose deadline has passed, at most `limit`; where the source is a
/// transaction, nobody else moves them until it ends.
pub async fn due(db: &impl Source, now: DateTime<Utc>, limit: u64) -> Result<Vec<Due>> {
    let closed = Condition::any().add(enrollments::Column::SelectionClosesAt.lte(now)).add(
        enrollments::Column::SelectionClosesAt
            .is_null()
            .and(projects::Column::SelectionClosesAt.lte(now)),
    );
    let rows = selections::Entity::find()
        .join(
            JoinType::InnerJoin,
            selections::Entity::belongs_to(enrollments::Entity)
                .from(selections::Column::EnrollmentId)
                .to(enrollments::Column::Id)
                .into(),
        )
        .join(
            JoinType::InnerJoin,
            selections::Entity::belongs_to(projects::Entity)
                .from(selections::Column::ProjectId)
                .to(projects::Column::Id)
                .into(),
        )
        .filter(selections::Column::Status.is_in(COUNTING))
        .filter(closed)
        .order_by_asc(selections::Column::EnrollmentId)
        .limit(limit)
        .all(db.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Due {
            enrollment: row.enrollment_id,
            project: row.project_id,
            status: row.status,
        })
        .collect())
}

/// Locks one plan, if it still is as it was seen; `false` where somebody moved it meanwhile.
pub async fn lock(tx: &Write, due: &Due, now: DateTime<Utc>) -> Result<bool> {
    use selections::Column as C;
    let done = selections::Entity::update_many()
        .col_expr(C::Status, Expr::value("locked"))
        .col_expr(C::UpdatedAt, Expr::value(now))
        .col_expr(C::Version, Expr::col(C::Version).add(1))
        .filter(C::EnrollmentId.eq(due.enrollment))
        .filter(C::Status.eq(due.status.as_str()))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}
