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

/// Takes as many of `count` seats as are left under `limit`, and tells how many that were.
pub async fn take_some(
    tx: &Write,
    kind: &str,
    owner: Uuid,
    count: i64,
    limit: Option<i64>,
) -> Result<i64> {
    if take(tx, kind, owner, count, limit).await? {
        return Ok(count);
    }
    let left = limit.unwrap_or(i64::MAX).saturating_sub(hold(tx, kind, owner).await?);
    let some = left.clamp(0, count);
    if some > 0 && !take(tx, kind, owner, some, limit).await? {
        return Ok(0);
    }
    Ok(some)
}

/// Holds an owner's count until the transaction ends, and tells what it is: whoever else takes
/// or gives back waits so long.
pub async fn hold(tx: &Write, kind: &str, owner: Uuid) -> Result<i64> {
    take(tx, kind, owner, 0, None).await?;
    taken(tx, kind, owner).await
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
