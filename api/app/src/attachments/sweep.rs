use chrono::{DateTime, TimeDelta, Utc};
use store::attachments as rows;
use uuid::Uuid;

use super::{fault, release};
use crate::{Context, Event, Result};

/// How long a file waits for a work that takes it.
const PATIENCE: TimeDelta = TimeDelta::hours(24);
/// Files of one unit.
const SOME: u64 = 100;

/// Removes files that no work took for 24 hours, bytes that no record names, and what broken
/// uploads left. Safe on several nodes at once. Tells how many files went.
pub async fn sweep(ctx: &Context) -> Result<usize> {
    let before = ctx.now().checked_sub_signed(PATIENCE).unwrap_or_default();
    let mut gone = 0_usize;
    loop {
        let free = rows::free_before(&ctx.look(), before, SOME).await?;
        if free.is_empty() {
            break;
        }
        for file in &free {
            ctx.run(async |work| {
                release(work, file).await?;
                work.record(Event::new("attachment.swept", "attachment", file.id));
                Ok(())
            })
            .await?;
            ctx.services.files.store.remove(file.id).await.map_err(fault)?;
        }
        gone = gone.saturating_add(free.len());
    }
    let store = &ctx.services.files.store;
    let old = |ids: Vec<Uuid>| ids.into_iter().filter(move |id| made(*id) < Some(before));
    for id in old(store.arriving().await.map_err(fault)?) {
        store.forget(id).await.map_err(fault)?;
    }
    let kept: Vec<Uuid> = old(store.list().await.map_err(fault)?).collect();
    for some in kept.chunks(500) {
        let known = rows::known(&ctx.look(), some).await?;
        for id in some.iter().filter(|id| !known.contains(*id)) {
            store.remove(*id).await.map_err(fault)?;
            gone = gone.saturating_add(1);
        }
    }
    Ok(gone)
}

/// When an id was made.
fn made(id: Uuid) -> Option<DateTime<Utc>> {
    let (seconds, nanos) = id.get_timestamp()?.to_unix();
    DateTime::from_timestamp(i64::try_from(seconds).ok()?, nanos)
}
