//! Works handed in: the work itself, its draft, its versions and the files they name.

use chrono::{DateTime, Utc};
use entity::{enrollments, submissions};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr,
};
use uuid::Uuid;

use crate::{Result, Source, Write};

mod drafts;
mod list;
mod versions;

pub use drafts::{delete_draft, find_draft, save_draft};
pub use list::{Filter, Listed, Sort, count, list};
pub use versions::{
    File, Meta, Version, bind_files, contributors, files, find_version, insert_version,
    versions_meta,
};

/// A work with the places it belongs to. `updated_at` is the instant since which it waits
/// where it stands.
pub type Submission = submissions::Model;
/// A trainee's place, which a new work copies.
pub type Enrollment = enrollments::Model;

pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<Submission>> {
    Ok(submissions::Entity::find_by_id(id).one(db.conn()).await?)
}

pub async fn enrollment(db: &impl Source, id: Uuid) -> Result<Option<Enrollment>> {
    Ok(enrollments::Entity::find_by_id(id).one(db.conn()).await?)
}

/// Adds a work; a second living one for the same task is [`crate::Error::Duplicate`].
pub async fn insert(tx: &Write, work: Submission) -> Result<()> {
    submissions::Entity::insert(submissions::ActiveModel::from(work).reset_all())
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// Takes away a work that was never handed in; tells whether it still had the version.
pub async fn delete(tx: &Write, work: &Submission) -> Result<bool> {
    use submissions::Column;
    let done = submissions::Entity::delete_many()
        .filter(Column::Id.eq(work.id))
        .filter(Column::Version.eq(work.version))
        .filter(Column::LatestVersion.eq(0))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Puts a work where it stands in `new` if it still stands as in `old`; tells whether it did.
/// Of any number at once exactly one does.
pub async fn advance(tx: &Write, old: &Submission, new: &Submission) -> Result<bool> {
    use submissions::Column;
    let done = submissions::Entity::update_many()
        .col_expr(Column::Rung, Expr::value(new.rung.as_str()))
        .col_expr(Column::Status, Expr::value(new.status.as_str()))
        .col_expr(Column::Title, Expr::value(new.title.as_str()))
        .col_expr(Column::Kind, Expr::value(new.kind.as_str()))
        .col_expr(Column::LatestVersion, Expr::value(new.latest_version))
        .col_expr(Column::Score, Expr::value(new.score))
        .col_expr(Column::Late, Expr::value(new.late))
        .col_expr(Column::Consent, Expr::value(new.consent))
        .col_expr(Column::SubmittedAt, Expr::value(new.submitted_at))
        .col_expr(Column::UpdatedAt, Expr::value(new.updated_at))
        .col_expr(Column::Version, Expr::value(new.version))
        .filter(Column::Id.eq(old.id))
        .filter(Column::Rung.eq(old.rung.as_str()))
        .filter(Column::Status.eq(old.status.as_str()))
        .filter(Column::Version.eq(old.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Names of the people and places around a work.
#[derive(Debug, Clone, Default, PartialEq, Eq, sea_orm::FromQueryResult)]
pub struct Names {
    pub author: String,
    pub school: String,
    pub workshop: Option<String>,
}

pub async fn names(db: &impl Source, id: Uuid) -> Result<Option<Names>> {
    use sea_orm::QuerySelect;
    let query = list::with_names(submissions::Entity::find().select_only());
    Ok(query.filter(submissions::Column::Id.eq(id)).into_model::<Names>().one(db.conn()).await?)
}

/// Counts a saved draft as a change; `at` moves the instant since which the work waits.
pub async fn touch(
    tx: &Write,
    work: &Submission,
    title: &str,
    kind: &str,
    at: Option<DateTime<Utc>>,
) -> Result<bool> {
    use submissions::Column;
    let done = submissions::Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .col_expr(Column::Title, Expr::value(title))
        .col_expr(Column::Kind, Expr::value(kind))
        .col_expr(Column::UpdatedAt, Expr::value(at.unwrap_or(work.updated_at)))
        .filter(Column::Id.eq(work.id))
        .filter(Column::Version.eq(work.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}
