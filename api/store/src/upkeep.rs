//! Deletes what nobody needs any more.

use chrono::{DateTime, Utc};
use entity::{outbox, refresh_tokens, sessions, sign_in_throttles};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, sea_query::Query};

use crate::{Result, Source, Write};

/// Deletes notices that were delivered before an instant.
pub async fn clear_outbox(tx: &Write, before: DateTime<Utc>) -> Result<u64> {
    let delivered = outbox::Entity::delete_many().filter(outbox::Column::DeliveredAt.lt(before));
    Ok(delivered.exec(tx.conn()).await?.rows_affected)
}

/// Deletes sessions that ended or ran out before an instant, with their refresh tokens, and
/// counts of failed sign-ins that no window reaches any more.
pub async fn forget_sessions(tx: &Write, before: DateTime<Utc>) -> Result<u64> {
    let over = Condition::any()
        .add(sessions::Column::ExpiresAt.lt(before))
        .add(sessions::Column::EndedAt.lt(before));
    let ids = Query::select()
        .column(sessions::Column::Id)
        .from(sessions::Entity)
        .cond_where(over.clone())
        .to_owned();
    refresh_tokens::Entity::delete_many()
        .filter(refresh_tokens::Column::SessionId.in_subquery(ids))
        .exec(tx.conn())
        .await?;
    sign_in_throttles::Entity::delete_many()
        .filter(sign_in_throttles::Column::WindowAt.lt(before))
        .exec(tx.conn())
        .await?;
    Ok(sessions::Entity::delete_many().filter(over).exec(tx.conn()).await?.rows_affected)
}
