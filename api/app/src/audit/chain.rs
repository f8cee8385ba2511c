use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};
use store::{
    Source,
    audit::{self as rows, Kept, Seal},
};

use crate::{Context, Error, Result, Services, secrets::sha256};

/// How many events are sealed in one transaction, and checked at a time.
const BATCH: u64 = 1000;
/// How far behind the last link a late event may stand: transactions do not end in the order in
/// which they took their numbers.
const LATE: i64 = 2000;

/// A place in the chain and its digest, in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Checkpoint {
    pub position: i64,
    pub hash: String,
}

/// The first place where the chain does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Broken {
    pub position: i64,
    pub event_seq: Option<i64>,
    /// `event_changed`, `event_missing`, `link_broken`, `link_missing`, `chain_cut` or
    /// `checkpoint_differs`.
    pub code: &'static str,
}

/// What checking the chain found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verification {
    pub intact: bool,
    pub sealed: u64,
    /// Events that are in no link yet.
    pub unsealed: u64,
    pub head: Checkpoint,
    pub broken: Option<Broken>,
}

fn start() -> Seal {
    Seal { position: 0, event_seq: 0, hash: vec![0; 32], previous: vec![] }
}

/// Seals what was written since, at most [`BATCH`] events; tells how many. Of several nodes at
/// once the database lets one add the next links.
pub async fn seal(ctx: &Context) -> Result<u64> {
    let head = rows::head(&ctx.services.db.read()).await?;
    seal_beyond(ctx, head.map_or(0, |head| head.event_seq.saturating_sub(LATE))).await
}

/// As [`seal`], but looks at the whole trail for events that came later than expected.
pub async fn seal_all(ctx: &Context) -> Result<u64> {
    seal_beyond(ctx, 0).await
}

async fn seal_beyond(ctx: &Context, floor: i64) -> Result<u64> {
    if rows::unsealed(&ctx.services.db.read(), floor, 1).await?.is_empty() {
        return Ok(0);
    }
    let tx = ctx.services.db.write().await?;
    let mut last = rows::head(&tx).await?.unwrap_or_else(start);
    let mut links = vec![];
    for event in rows::unsealed(&tx, floor, BATCH).await? {
        last = next(&last, &event)?;
        links.push(last.clone());
    }
    let sealed = u64::try_from(links.len()).unwrap_or(BATCH);
    if sealed == 0 {
        return Ok(0);
    }
    match rows::insert_seals(&tx, links).await {
        Ok(()) => tx.commit().await.map(|()| sealed).map_err(Error::from),
        Err(store::Error::Duplicate | store::Error::Busy) => Ok(0),
        Err(cause) => Err(cause.into()),
    }
}

fn next(last: &Seal, event: &Kept) -> Result<Seal> {
    Ok(Seal {
        position: last.position.saturating_add(1),
        event_seq: event.seq,
        hash: link(&last.hash, event)?,
        previous: last.hash.clone(),
    })
}

/// SHA-256 of the link before and of the event as JSON with sorted keys, without white space,
/// instants in microseconds since 1970 and digests in hexadecimal.
fn link(previous: &[u8], event: &Kept) -> Result<Vec<u8>> {
    let hash = |bytes: &Option<Vec<u8>>| bytes.as_deref().map(hex);
    let fields: BTreeMap<&str, Value> = BTreeMap::from([
        ("action", json!(event.action)),
        ("actor_id", json!(event.actor_id)),
        ("after_hash", json!(hash(&event.after_hash))),
        ("at", json!(event.at.timestamp_micros())),
        ("before_hash", json!(hash(&event.before_hash))),
        ("client_id", json!(event.client_id)),
        ("county_id", json!(event.county_id)),
        ("detail", json!(event.detail)),
        ("id", json!(event.id)),
        ("ip", json!(event.ip)),
        ("object_id", json!(event.object_id)),
        ("object_kind", json!(event.object_kind)),
        ("outcome", json!(event.outcome)),
        ("person_id", json!(event.person_id)),
        ("project_id", json!(event.project_id)),
        ("reason", json!(event.reason)),
        ("request_id", json!(event.request_id)),
        ("role", json!(event.role)),
        ("school_id", json!(event.school_id)),
        ("seq", json!(event.seq)),
    ]);
    let mut whole = previous.to_vec();
    serde_json::to_writer(&mut whole, &fields).map_err(Error::fault)?;
    Ok(sha256(&whole))
}

/// How many acts are not in the chain yet.
pub async fn unsealed(services: &Services) -> Result<u64> {
    let (events, sealed) = rows::counts(&services.db.read()).await?;
    Ok(events.saturating_sub(sealed))
}

/// Walks the chain from its beginning and names the first place where it does not hold.
pub async fn verify(db: &impl Source, earlier: Option<&Checkpoint>) -> Result<Verification> {
    let (events, sealed) = rows::counts(db).await?;
    let (mut last, mut broken) = (start(), None);
    while broken.is_none() {
        let links = rows::seals_after(db, last.position, BATCH).await?;
        if links.is_empty() {
            break;
        }
        let seqs = links.iter().map(|link| link.event_seq).collect();
        let kept = rows::events_of(db, seqs).await?;
        let kept: BTreeMap<i64, Kept> = kept.into_iter().map(|event| (event.seq, event)).collect();
        for found in links {
            let fault = fault(&last, &found, kept.get(&found.event_seq), earlier)?;
            if let Some(code) = fault {
                let position = last.position.saturating_add(1);
                broken = Some(Broken { position, event_seq: Some(found.event_seq), code });
                break;
            }
            last = found;
        }
    }
    let cut = earlier.filter(|kept| broken.is_none() && kept.position > last.position);
    if cut.is_some() {
        let position = last.position.saturating_add(1);
        broken = Some(Broken { position, event_seq: None, code: "chain_cut" });
    }
    let head = Checkpoint { position: last.position, hash: hex(&last.hash) };
    let unsealed = events.saturating_sub(sealed);
    Ok(Verification { intact: broken.is_none(), sealed, unsealed, head, broken })
}

fn fault(
    last: &Seal,
    found: &Seal,
    event: Option<&Kept>,
    earlier: Option<&Checkpoint>,
) -> Result<Option<&'static str>> {
    if found.position != last.position.saturating_add(1) {
        return Ok(Some("link_missing"));
    }
    if found.previous != last.hash {
        return Ok(Some("link_broken"));
    }
    let Some(event) = event else { return Ok(Some("event_missing")) };
    if link(&last.hash, event)? != found.hash {
        return Ok(Some("event_changed"));
    }
    let differs = |kept: &&Checkpoint| {
        kept.position == found.position && !kept.hash.eq_ignore_ascii_case(&hex(&found.hash))
    };
    Ok(earlier.filter(differs).map(|_| "checkpoint_differs"))
}

/// The end of the chain as it is now.
pub async fn checkpoint(db: &impl Source) -> Result<Checkpoint> {
    let head = rows::head(db).await?.unwrap_or_else(start);
    Ok(Checkpoint { position: head.position, hash: hex(&head.hash) })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
