//! Capacity: class seats, workshops of a school, quotas of recommendations. One conditional
//! update decides, so of any number at once exactly as many win as there is room for.

use entity::seats::{ActiveModel, Column, Entity};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use crate::{Result, Source, Write};

/// Takes `count` seats if that many are left under `limit`; no limit always grants. The number
/// of seats taken is kept even where there is no limit.
pub async fn take(
    tx: &Write,
    kind: &str,
    owner: Uuid,
    count: i64,
    limit: Option<i64>,
) -> Result<bool> {
    let row = ActiveModel { kind: Set(kind.to_owned()), owner_id: Set(owner), taken: Set(0) };
    Entity::insert(row)
        .on_conflict(OnConflict::columns([Column::Kind, Column::OwnerId]).do_nothing().to_owned())
        .exec_without_returning(tx.conn())
        .await?;
    let mut update = Entity::update_many()
        .col_expr(Column::Taken, Expr::col(Column::Taken).add(count))
        .filter(Column::Kind.eq(kind))
        .filter(Column::OwnerId.eq(owner));
    if let Some(limit) = limit {
        update = update.filter(Expr::col(Column::Taken).add(count).lte(limit));
    }
    Ok(update.exec(tx.conn()).await?.rows_affected == 1)
}

/// Gives seats back.
pub async fn free(tx: &Write, kind: &str, owner: Uuid, count: i64) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Taken, Expr::col(Column::Taken).sub(count))
        .filter(Column::Kind.eq(kind))
        .filter(Column::OwnerId.eq(owner))
        .filter(Column::Taken.gte(count))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// How many seats are taken.
pub async fn taken(db: &impl Source, kind: &str, owner: Uuid) -> Result<i64> {
    let row = Entity::find_by_id((kind.to_owned(), owner)).one(db.conn()).await?;
    Ok(row.map_or(0, |row| row.taken))
}
