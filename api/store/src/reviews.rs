//! What reviewers wrote and marked.

use entity::{persons, reviews, submissions};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;

use crate::{Result, Source, Write};

/// A review of one version; `criteria` is a JSON list of marks.
pub type Review = reviews::Model;

/// Adds a review; its work counts it.
pub async fn insert(tx: &Write, review: Review) -> Result<()> {
    use submissions::Column;
    submissions::Entity::update_many()
        .col_expr(Column::Reviews, Expr::col(Column::Reviews).add(1))
        .filter(Column::Id.eq(review.submission_id))
        .exec(tx.conn())
        .await?;
    reviews::Entity::insert(reviews::ActiveModel::from(review).reset_all())
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// The reviews of a work with the reviewers' names, oldest first.
pub async fn list(db: &impl Source, submission: Uuid) -> Result<Vec<(Review, String)>> {
    let rows = reviews::Entity::find()
        .join(
            sea_orm::JoinType::InnerJoin,
            reviews::Entity::belongs_to(persons::Entity)
                .from(reviews::Column::ReviewerId)
                .to(persons::Column::Id)
                .into(),
        )
        .select_also(persons::Entity)
        .filter(reviews::Column::SubmissionId.eq(submission))
        .order_by_asc(reviews::Column::Id)
        .all(db.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|(row, one)| (row, one.map(|one| one.name).unwrap_or_default()))
        .collect())
}

/// Whether a subject expert has marked this version, whose mark then overrides a leader's.
pub async fn has_expert_score(db: &impl Source, submission: Uuid, version: i32) -> Result<bool> {
    use reviews::Column;
    let found: Option<Uuid> = reviews::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::SubmissionId.eq(submission))
        .filter(Column::VersionNumber.eq(version))
        .filter(Column::Role.eq("subject_expert"))
        .filter(Column::Score.is_not_null())
        .limit(1)
        .into_tuple()
        .one(db.conn())
        .await?;
    Ok(found.is_some())
}
