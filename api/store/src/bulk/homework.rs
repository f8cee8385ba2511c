use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{recommendations, resources, reviews, submission_versions, submissions};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QuerySelect,
    sea_query::{Expr, Query},
};
use uuid::Uuid;

use super::insert_all;
use crate::{Result, Source, Write, imports::CHUNK};

/// A work that came from another system, as an import compares it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Known {
    pub id: Uuid,
    pub external_id: String,
    pub enrollment_id: Uuid,
    pub rung: String,
    /// SHA-256 of its first version.
    pub content_hash: Vec<u8>,
}

/// A work to be made.
pub type Work = submissions::Model;
/// A thing of the library to be made.
pub type Resource = resources::Model;
pub type Review = reviews::Model;
pub type Recommendation = recommendations::Model;

/// The only version of a work that comes from another system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub id: Uuid,
    pub submission: Uuid,
    pub title: String,
    pub body: String,
    pub content_hash: Vec<u8>,
    pub by: Uuid,
    pub at: DateTime<Utc>,
}

/// The works of a project that came from another system, by their ids there.
pub async fn known(db: &impl Source, project: Uuid) -> Result<HashMap<String, Known>> {
    use submissions::Column;
    let first = submissions::Entity::belongs_to(submission_versions::Entity)
        .from(Column::Id)
        .to(submission_versions::Column::SubmissionId);
    let rows = submissions::Entity::find()
        .select_only()
        .columns([Column::Id, Column::ExternalId, Column::EnrollmentId, Column::Rung])
        .column(submission_versions::Column::ContentHash)
        .join(JoinType::InnerJoin, first.into())
        .filter(Column::ProjectId.eq(project))
        .filter(Column::ExternalId.is_not_null())
        .filter(submission_versions::Column::Number.eq(1))
        .into_model::<Known>()
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().map(|row| (row.external_id.clone(), row)).collect())
}

pub async fn insert_works(tx: &Write, works: Vec<Work>) -> Result<()> {
    let row = |work| submissions::ActiveModel::from(work).reset_all();
    insert_all(tx, works.into_iter().map(row)).await
}

pub async fn insert_versions(tx: &Write, versions: Vec<Version>) -> Result<()> {
    let row = |version: Version| {
        let whole = submission_versions::Model {
            id: version.id,
            submission_id: version.submission,
            number: 1,
            title: version.title,
            body: version.body,
            content_hash: version.content_hash,
            contributors: "[]".to_owned(),
            created_by: version.by,
            created_at: version.at,
            attachment_ids: "[]".to_owned(),
        };
        submission_versions::ActiveModel::from(whole).reset_all()
    };
    insert_all(tx, versions.into_iter().map(row)).await
}

pub async fn insert_resources(tx: &Write, resources: Vec<Resource>) -> Result<()> {
    let row = |resource| resources::ActiveModel::from(resource).reset_all();
    insert_all(tx, resources.into_iter().map(row)).await
}

/// The works that climbed above their authors' own rung.
pub async fn climbed(db: &impl Source, project: Uuid) -> Result<Vec<Work>> {
    let query = submissions::Entity::find()
        .filter(submissions::Column::ProjectId.eq(project))
        .filter(submissions::Column::Rung.ne("personal"))
        .order_by_asc(submissions::Column::Id);
    Ok(query.all(db.conn()).await?)
}

pub async fn insert_reviews(tx: &Write, reviews: Vec<Review>) -> Result<()> {
    let row = |one| reviews::ActiveModel::from(one).reset_all();
    insert_all(tx, reviews.into_iter().map(row)).await
}

pub async fn insert_recommendations(tx: &Write, voices: Vec<Recommendation>) -> Result<()> {
    let row = |one| recommendations::ActiveModel::from(one).reset_all();
    insert_all(tx, voices.into_iter().map(row)).await
}

/// Gives works their marks, in hundredths.
pub async fn mark(tx: &Write, marks: &[(Uuid, i64)]) -> Result<()> {
    let mut by_mark: HashMap<i64, Vec<Uuid>> = HashMap::new();
    for (id, mark) in marks {
        by_mark.entry(*mark).or_default().push(*id);
    }
    for (mark, ids) in by_mark {
        for some in ids.chunks(CHUNK) {
            submissions::Entity::update_many()
                .col_expr(submissions::Column::Score, Expr::value(mark))
                .filter(submissions::Column::Id.is_in(some.to_vec()))
                .exec(tx.conn())
                .await?;
        }
    }
    Ok(())
}

/// Counts the reviews and recommendations of works that are new in this transaction.
pub async fn recount(tx: &Write, works: Vec<Uuid>) -> Result<()> {
    use submissions::{Column, Entity};
    let own = || (Entity, Column::Id);
    let reviews = Query::select()
        .expr(Expr::col(reviews::Column::Id).count())
        .from(reviews::Entity)
        .and_where(Expr::col((reviews::Entity, reviews::Column::SubmissionId)).equals(own()))
        .to_owned();
    let voices = Query::select()
        .expr(Expr::col(recommendations::Column::Id).count())
        .from(recommendations::Entity)
        .and_where(
            Expr::col((recommendations::Entity, recommendations::Column::SubmissionId))
                .equals(own()),
        )
        .and_where(recommendations::Column::CancelledAt.is_null())
        .to_owned();
    for some in works.chunks(CHUNK) {
        Entity::update_many()
            .col_expr(Column::Reviews, reviews.clone().into())
            .col_expr(Column::Recommendations, voices.clone().into())
            .filter(Column::Id.is_in(some.to_vec()))
            .exec(tx.conn())
            .await?;
    }
    Ok(())
}
