//! Recommendations, and the rounds in which a school polishes a work.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{appointments, enrollments, persons, polishing_rounds, recommendations, submissions};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, sea_query::Expr,
};
use uuid::Uuid;

use crate::{Result, Source, Write, submissions::Submission};

/// One person's word for a work; `rung` is where it leads: `school` or `exhibition`.
pub type Recommendation = recommendations::Model;
/// A round of polishing; `team` is a JSON list of people's ids.
pub type Round = polishing_rounds::Model;

pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<Recommendation>> {
    Ok(recommendations::Entity::find_by_id(id).one(db.conn()).await?)
}

/// A second word of the same person for the same rung is [`crate::Error::Duplicate`].
pub async fn insert(tx: &Write, one: Recommendation) -> Result<()> {
    count(tx, one.submission_id, 1).await?;
    recommendations::Entity::insert(recommendations::ActiveModel::from(one).reset_all())
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// A work knows how many recommendations of it hold.
async fn count(tx: &Write, submission: Uuid, more: i64) -> Result<()> {
    use submissions::Column;
    submissions::Entity::update_many()
        .col_expr(Column::Recommendations, Expr::col(Column::Recommendations).add(more))
        .filter(Column::Id.eq(submission))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Cancels a recommendation that still holds; tells whether it did.
pub async fn cancel(
    tx: &Write,
    one: &Recommendation,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    use recommendations::Column;
    let done = recommendations::Entity::update_many()
        .col_expr(Column::CancelledAt, Expr::value(Some(now)))
        .col_expr(Column::CancelReason, Expr::value(Some(reason)))
        .filter(Column::Id.eq(one.id))
        .filter(Column::CancelledAt.is_null())
        .exec(tx.conn())
        .await?;
    if done.rows_affected == 1 {
        count(tx, one.submission_id, -1).await?;
    }
    Ok(done.rows_affected == 1)
}

/// All recommendations of a work, cancelled ones too, with names, oldest first.
pub async fn list(db: &impl Source, submission: Uuid) -> Result<Vec<(Recommendation, String)>> {
    let rows = recommendations::Entity::find()
        .join(
            sea_orm::JoinType::InnerJoin,
            recommendations::Entity::belongs_to(persons::Entity)
                .from(recommendations::Column::RecommenderId)
                .to(persons::Column::Id)
                .into(),
        )
        .select_also(persons::Entity)
        .filter(recommendations::Column::SubmissionId.eq(submission))
        .order_by_asc(recommendations::Column::Id)
        .all(db.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|(row, one)| (row, one.map(|one| one.name).unwrap_or_default()))
        .collect())
}

/// Who recommends a work for a rung now.
pub async fn holding(db: &impl Source, submission: Uuid, rung: &str) -> Result<Vec<Uuid>> {
    use recommendations::Column;
    let query = recommendations::Entity::find()
        .select_only()
        .column(Column::RecommenderId)
        .filter(Column::SubmissionId.eq(submission))
        .filter(Column::Rung.eq(rung))
        .filter(Column::CancelledAt.is_null());
    Ok(query.into_tuple().all(db.conn()).await?)
}

/// A step back ends the recommendations that led above it.
pub async fn lapse(
    tx: &Write,
    work: &Submission,
    rung: &str,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    use recommendations::Column;
    let done = recommendations::Entity::update_many()
        .col_expr(Column::CancelledAt, Expr::value(Some(now)))
        .col_expr(Column::CancelReason, Expr::value(Some(reason)))
        .filter(Column::SubmissionId.eq(work.id))
        .filter(Column::Rung.eq(rung))
        .filter(Column::CancelledAt.is_null())
        .exec(tx.conn())
        .await?;
    let ended = i64::try_from(done.rows_affected).unwrap_or_default();
    count(tx, work.id, ended.saturating_neg()).await
}

pub async fn rounds(db: &impl Source, submission: Uuid) -> Result<Vec<Round>> {
    let query = polishing_rounds::Entity::find()
        .filter(polishing_rounds::Column::SubmissionId.eq(submission))
        .order_by_asc(polishing_rounds::Column::Number);
    Ok(query.all(db.conn()).await?)
}

pub async fn insert_round(tx: &Write, round: Round) -> Result<()> {
    polishing_rounds::Entity::insert(polishing_rounds::ActiveModel::from(round).reset_all())
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// Closes the rounds of a work that are open.
pub async fn close_rounds(tx: &Write, submission: Uuid, now: DateTime<Utc>) -> Result<()> {
    use polishing_rounds::Column;
    polishing_rounds::Entity::update_many()
        .col_expr(Column::ClosedAt, Expr::value(Some(now)))
        .filter(Column::SubmissionId.eq(submission))
        .filter(Column::ClosedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// The names of those among these people who are enrolled or appointed in the project.
pub async fn members(
    db: &impl Source,
    project: Uuid,
    people: &[Uuid],
) -> Result<HashMap<Uuid, String>> {
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let enrolled = enrollments::Entity::find()
        .select_only()
        .column(enrollments::Column::PersonId)
        .filter(enrollments::Column::ProjectId.eq(project))
        .into_query();
    let appointed = appointments::Entity::find()
        .select_only()
        .column(appointments::Column::PersonId)
        .filter(appointments::Column::ProjectId.eq(project))
        .into_query();
    let part = Condition::any()
        .add(persons::Column::Id.in_subquery(enrolled))
        .add(persons::Column::Id.in_subquery(appointed));
    let rows: Vec<(Uuid, String)> = persons::Entity::find()
        .select_only()
        .columns([persons::Column::Id, persons::Column::Name])
        .filter(persons::Column::Id.is_in(people.iter().copied()))
        .filter(part)
        .into_tuple()
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().collect())
}
