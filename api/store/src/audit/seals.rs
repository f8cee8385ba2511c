use entity::{audit_events, audit_seals};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Query,
};

use super::Kept;
use crate::{Result, Source, Write};

/// A link of the chain: which event stands where, and the digest that binds it to the one
/// before.
pub type Seal = audit_seals::Model;

/// The last link.
pub async fn head(db: &impl Source) -> Result<Option<Seal>> {
    let query = audit_seals::Entity::find().order_by_desc(audit_seals::Column::Position);
    Ok(query.one(db.conn()).await?)
}

/// Events beyond `floor` that are in no link yet, in their order.
pub async fn unsealed(db: &impl Source, floor: i64, limit: u64) -> Result<Vec<Kept>> {
    let sealed = Query::select()
        .column(audit_seals::Column::EventSeq)
        .from(audit_seals::Entity)
        .and_where(audit_seals::Column::EventSeq.gt(floor))
        .to_owned();
    let query = audit_events::Entity::find()
        .filter(audit_events::Column::Seq.gt(floor))
        .filter(audit_events::Column::Seq.not_in_subquery(sealed))
        .order_by_asc(audit_events::Column::Seq)
        .limit(limit);
    Ok(query.all(db.conn()).await?)
}

/// Adds links. Where another node was quicker the positions are taken, and nothing is added.
pub async fn insert_seals(tx: &Write, seals: Vec<Seal>) -> Result<()> {
    let rows = seals.into_iter().map(|seal| audit_seals::ActiveModel {
        position: Set(seal.position),
        event_seq: Set(seal.event_seq),
        hash: Set(seal.hash),
        previous: Set(seal.previous),
    });
    audit_seals::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The links after a position, in order.
pub async fn seals_after(db: &impl Source, position: i64, limit: u64) -> Result<Vec<Seal>> {
    let query = audit_seals::Entity::find()
        .filter(audit_seals::Column::Position.gt(position))
        .order_by_asc(audit_seals::Column::Position)
        .limit(limit);
    Ok(query.all(db.conn()).await?)
}

/// The events at these places of the trail, in order.
pub async fn events_of(db: &impl Source, seqs: Vec<i64>) -> Result<Vec<Kept>> {
    let query = audit_events::Entity::find()
        .filter(audit_events::Column::Seq.is_in(seqs))
        .order_by_asc(audit_events::Column::Seq);
    Ok(query.all(db.conn()).await?)
}

/// How many events there are, and how many links.
pub async fn counts(db: &impl Source) -> Result<(u64, u64)> {
    let sealed = audit_seals::Entity::find().count(db.conn()).await?;
    Ok((audit_events::Entity::find().count(db.conn()).await?, sealed))
}
