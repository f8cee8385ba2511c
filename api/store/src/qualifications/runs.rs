use chrono::{DateTime, Utc};
use entity::qualification_runs;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr,
};
use uuid::Uuid;

use crate::{Cut, Result, Source, Window, Write};

pub type Run = qualification_runs::Model;

pub async fn insert_run(tx: &Write, run: &Run) -> Result<()> {
    let row = qualification_runs::ActiveModel {
        id: Set(run.id),
        project_id: Set(run.project_id),
        number: Set(run.number),
        policy_id: Set(run.policy_id),
        status: Set(run.status.clone()),
        digest: Set(run.digest.clone()),
        counts: Set(run.counts.clone()),
        created_by: Set(run.created_by),
        created_at: Set(run.created_at),
        published_at: Set(run.published_at),
        finalised_at: Set(run.finalised_at),
    };
    qualification_runs::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Writes what a run came to, when all its results are there.
pub async fn seal_run(tx: &Write, run: &Run) -> Result<()> {
    use qualification_runs::Column;
    qualification_runs::Entity::update_many()
        .col_expr(Column::Digest, Expr::value(run.digest.clone()))
        .col_expr(Column::Counts, Expr::value(run.counts.clone()))
        .filter(Column::Id.eq(run.id))
        .exec(tx.conn())
        .await?;
    Ok(())
}

pub async fn newest_run(db: &impl Source, project: Uuid) -> Result<Option<Run>> {
    Ok(qualification_runs::Entity::find()
        .filter(qualification_runs::Column::ProjectId.eq(project))
        .order_by_desc(qualification_runs::Column::Number)
        .one(db.conn())
        .await?)
}

/// The project's runs that no other took the place of, newest first.
pub async fn standing_runs(db: &impl Source, project: Uuid) -> Result<Vec<Run>> {
    use qualification_runs::Column;
    Ok(qualification_runs::Entity::find()
        .filter(Column::ProjectId.eq(project))
        .filter(Column::Status.ne("superseded"))
        .order_by_desc(Column::Number)
        .all(db.conn())
        .await?)
}

pub async fn find_run(db: &impl Source, id: Uuid) -> Result<Option<Run>> {
    Ok(qualification_runs::Entity::find_by_id(id).one(db.conn()).await?)
}

pub async fn list_runs(
    db: &impl Source,
    project: Uuid,
    public: bool,
    window: &Window,
) -> Result<Cut<Run>> {
    use qualification_runs::Column;
    let mut query = qualification_runs::Entity::find().filter(Column::ProjectId.eq(project));
    if public {
        query = query.filter(Column::Status.is_in(["published", "final"]));
    }
    let rows = window.by_id(query, Column::Id).all(db.conn()).await?;
    Ok(window.cut(rows))
}

/// Lets a later run take the place of the project's runs of a state.
pub async fn supersede(tx: &Write, project: Uuid, but: Uuid, status: &str) -> Result<()> {
    use qualification_runs::Column;
    qualification_runs::Entity::update_many()
        .col_expr(Column::Status, Expr::value("superseded"))
        .filter(Column::ProjectId.eq(project))
        .filter(Column::Id.ne(but))
        .filter(Column::Status.eq(status))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Moves a run on and notes when, if it still stands where it was seen.
pub async fn advance(
    tx: &Write,
    id: Uuid,
    from: &str,
    to: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    use qualification_runs::Column;
    let at = if to == "final" { Column::FinalisedAt } else { Column::PublishedAt };
    let done = qualification_runs::Entity::update_many()
        .col_expr(Column::Status, Expr::value(to))
        .col_expr(at, Expr::value(now))
        .filter(Column::Id.eq(id))
        .filter(Column::Status.eq(from))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}
