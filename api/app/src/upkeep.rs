//! What is put away when nobody needs it any more.

use chrono::{DateTime, Duration, Utc};
use store::{idempotency, upkeep as rows};

use crate::{Context, Result};

/// How long the answer to a key is remembered; 24 hours are promised.
const KEY_HOURS: i64 = 48;
/// How long a delivered notice is kept.
const OUTBOX_DAYS: i64 = 30;
/// How long an ended session is kept.
const SESSION_DAYS: i64 = 30;

fn ago(ctx: &Context, age: Duration) -> DateTime<Utc> {
    ctx.now().checked_sub_signed(age).unwrap_or_default()
}

/// Forgets answers that nobody will ask for again.
pub async fn forget_keys(ctx: &Context) -> Result<u64> {
    let before = ago(ctx, Duration::hours(KEY_HOURS));
    ctx.run(async |work| Ok(idempotency::forget(&work.tx, before).await?)).await
}

/// Takes away sessions that ended long ago.
pub async fn forget_sessions(ctx: &Context) -> Result<u64> {
    let before = ago(ctx, Duration::days(SESSION_DAYS));
    ctx.run(async |work| Ok(rows::forget_sessions(&work.tx, before).await?)).await
}

/// Takes away notices that were delivered long ago.
pub async fn clear_outbox(ctx: &Context) -> Result<u64> {
    let before = ago(ctx, Duration::days(OUTBOX_DAYS));
    ctx.run(async |work| Ok(rows::clear_outbox(&work.tx, before).await?)).await
}
