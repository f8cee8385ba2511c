//! Answers remembered under the caller's idempotency key, in the work's own transaction.

use chrono::{DateTime, Utc};
use entity::idempotency_keys::{ActiveModel, Column, Entity};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};

use crate::{Result, Source, Write};

/// What was answered under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    pub fingerprint: Vec<u8>,
    pub status: i32,
    pub headers: String,
    pub body: Vec<u8>,
}

/// Claims a key, or returns what it stands for already. Where another transaction holds the
/// key, PostgreSQL waits for its end and SQLite has only one writer.
pub async fn claim(
    tx: &Write,
    principal: &str,
    key: &str,
    fingerprint: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<Remembered>> {
    let row = ActiveModel {
        principal: Set(principal.to_owned()),
        key: Set(key.to_owned()),
        fingerprint: Set(fingerprint.to_vec()),
        status: Set(0),
        headers: Set(String::new()),
        body: Set(vec![]),
        created_at: Set(now),
    };
    let claimed = Entity::insert(row)
        .on_conflict(OnConflict::columns([Column::Principal, Column::Key]).do_nothing().to_owned())
        .exec_without_returning(tx.conn())
        .await?;
    if claimed > 0 {
        return Ok(None);
    }
    let row = Entity::find_by_id((principal.to_owned(), key.to_owned())).one(tx.conn()).await?;
    Ok(row.map(|row| Remembered {
        fingerprint: row.fingerprint,
        status: row.status,
        headers: row.headers,
        body: row.body,
    }))
}

pub async fn remember(
    tx: &Write,
    principal: &str,
    key: &str,
    status: i32,
    headers: String,
    body: Vec<u8>,
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(status))
        .col_expr(Column::Headers, Expr::value(headers))
        .col_expr(Column::Body, Expr::value(body))
        .filter(Column::Principal.eq(principal))
        .filter(Column::Key.eq(key))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Forgets keys older than `before`; answers are kept for at least 24 hours.
pub async fn forget(tx: &Write, before: DateTime<Utc>) -> Result<u64> {
    let done = Entity::delete_many().filter(Column::CreatedAt.lt(before)).exec(tx.conn()).await?;
    Ok(done.rows_affected)
}
