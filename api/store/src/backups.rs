//! Backups that operators started: one at a time, over all nodes.

use chrono::{DateTime, Utc};
use entity::{attachments, backups, sessions};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

pub use crate::dialect::snapshot::{check_target, kind, put_back, take};
use crate::{Cut, Result, Source, Window, Write};

/// A backup; `state` is `running`, `done` or `failed`.
pub type Backup = backups::Model;

/// Records a backup that begins, unless another one is running.
pub async fn begin(tx: &Write, backup: Backup) -> Result<bool> {
    let row = backups::ActiveModel::from(backup).reset_all();
    let taken = OnConflict::column(backups::Column::Slot).do_nothing().to_owned();
    let insert = backups::Entity::insert(row).on_conflict(taken);
    Ok(insert.exec_without_returning(tx.conn()).await? == 1)
}

/// Notes that a running backup is still worked on.
pub async fn touch(tx: &Write, id: Uuid, now: DateTime<Utc>) -> Result<()> {
    backups::Entity::update_many()
        .col_expr(backups::Column::SeenAt, Expr::value(now))
        .filter(backups::Column::Id.eq(id))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// How a backup ended.
#[derive(Debug, Clone)]
pub struct End {
    pub size: i64,
    pub files: i64,
    pub fault: Option<String>,
}

/// Ends a running backup and makes room for the next.
pub async fn end(tx: &Write, id: Uuid, end: End, now: DateTime<Utc>) -> Result<bool> {
    use backups::Column;
    let state = if end.fault.is_some() { "failed" } else { "done" };
    let done = backups::Entity::update_many()
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::Size, Expr::value(end.size))
        .col_expr(Column::Files, Expr::value(end.files))
        .col_expr(Column::Fault, Expr::value(end.fault))
        .col_expr(Column::EndedAt, Expr::value(now))
        .col_expr(Column::Slot, Expr::value(Option::<i32>::None))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq("running"))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Running backups that nobody has worked on since an instant.
pub async fn silent_since(db: &impl Source, at: DateTime<Utc>) -> Result<Vec<Uuid>> {
    Ok(backups::Entity::find()
        .select_only()
        .column(backups::Column::Id)
        .filter(backups::Column::Slot.is_not_null())
        .filter(backups::Column::SeenAt.lt(at))
        .into_tuple()
        .all(db.conn())
        .await?)
}

pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<Backup>> {
    Ok(backups::Entity::find_by_id(id).one(db.conn()).await?)
}

/// Backups, the newest first.
pub async fn list(db: &impl Source, window: &Window) -> Result<Cut<Backup>> {
    let query = window.by_id(backups::Entity::find(), backups::Column::Id);
    Ok(window.cut(query.all(db.conn()).await?))
}

/// Removes the record of a backup that is not running.
pub async fn remove(tx: &Write, id: Uuid) -> Result<bool> {
    let done = backups::Entity::delete_many()
        .filter(backups::Column::Id.eq(id))
        .filter(backups::Column::State.ne("running"))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Ends every session: what was ended after a backup must not come back with it.
pub async fn end_all_sessions(tx: &Write, now: DateTime<Utc>) -> Result<u64> {
    let done = sessions::Entity::update_many()
        .col_expr(sessions::Column::EndedAt, Expr::value(now))
        .filter(sessions::Column::EndedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected)
}

/// Under which keys the bytes of files lie that records name.
pub async fn storage_keys(db: &impl Source) -> Result<Vec<String>> {
    Ok(attachments::Entity::find()
        .select_only()
        .column(attachments::Column::StorageKey)
        .into_tuple()
        .all(db.conn())
        .await?)
}
