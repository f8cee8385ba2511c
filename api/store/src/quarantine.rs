//! Events that name somebody or something unknown, kept until they are resolved (F21).

use chrono::{DateTime, Utc};
use entity::{projects, quarantined_events};
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use crate::{Cut, Result, Source, Window, Write};

/// A parked event; the payload is JSON text as it was delivered.
pub type Parked = quarantined_events::Model;

/// A parked event, and the county of its project.
pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<(Parked, Uuid)>> {
    let found = quarantined_events::Entity::find_by_id(id)
        .join(
            sea_orm::JoinType::InnerJoin,
            quarantined_events::Entity::belongs_to(projects::Entity)
                .from(quarantined_events::Column::ProjectId)
                .to(projects::Column::Id)
                .into(),
        )
        .select_also(projects::Entity)
        .one(db.conn())
        .await?;
    Ok(found.and_then(|(event, project)| Some((event, project?.region_id))))
}

/// Which parked events a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub status: Option<String>,
    pub reason: Option<String>,
    /// Only what this client delivered.
    pub received_by: Option<Uuid>,
}

fn narrowed(project: Uuid, filter: &Filter) -> sea_orm::Select<quarantined_events::Entity> {
    use quarantined_events::Column as Q;
    let mut query = quarantined_events::Entity::find().filter(Q::ProjectId.eq(project));
    if let Some(status) = &filter.status {
        query = query.filter(Q::Status.eq(status.as_str()));
    }
    if let Some(reason) = &filter.reason {
        query = query.filter(Q::Reason.eq(reason.as_str()));
    }
    if let Some(client) = filter.received_by {
        query = query.filter(Q::ReceivedBy.eq(client));
    }
    query
}

pub async fn list(
    db: &impl Source,
    project: Uuid,
    filter: &Filter,
    window: &Window,
) -> Result<Cut<Parked>> {
    let query = window.by_id(narrowed(project, filter), quarantined_events::Column::Id);
    Ok(window.cut(query.all(db.conn()).await?))
}

pub async fn count(db: &impl Source, project: Uuid, filter: &Filter) -> Result<i64> {
    let all = narrowed(project, filter).count(db.conn()).await?;
    Ok(i64::try_from(all).unwrap_or(i64::MAX))
}

/// Open events after a place, oldest first.
pub async fn open_after(
    db: &impl Source,
    project: Uuid,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Vec<Parked>> {
    use quarantined_events::Column as Q;
    let mut query = quarantined_events::Entity::find()
        .filter(Q::ProjectId.eq(project))
        .filter(Q::Status.eq("open"))
        .order_by_asc(Q::Id)
        .limit(limit);
    if let Some(id) = after {
        query = query.filter(Q::Id.gt(id));
    }
    Ok(query.all(db.conn()).await?)
}

/// What is parked, or was, under these event ids.
pub async fn known(db: &impl Source, project: Uuid, ids: &[String]) -> Result<Vec<Parked>> {
    let mut found = vec![];
    for some in ids.chunks(crate::MANY) {
        let rows = quarantined_events::Entity::find()
            .filter(quarantined_events::Column::ProjectId.eq(project))
            .filter(quarantined_events::Column::EventId.is_in(some.to_vec()));
        found.extend(rows.all(db.conn()).await?);
    }
    Ok(found)
}

/// Ends the wait of open events; tells how many were open.
pub async fn settle(
    tx: &Write,
    ids: &[Uuid],
    status: &str,
    by: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<u64> {
    use quarantined_events::Column as Q;
    let mut settled = 0_u64;
    for some in ids.chunks(crate::MANY) {
        let done = quarantined_events::Entity::update_many()
            .col_expr(Q::Status, Expr::value(status))
            .col_expr(Q::ResolvedAt, Expr::value(now))
            .col_expr(Q::ResolvedBy, Expr::value(by))
            .filter(Q::Id.is_in(some.to_vec()))
            .filter(Q::Status.eq("open"))
            .exec(tx.conn())
            .await?;
        settled = settled.saturating_add(done.rows_affected);
    }
    Ok(settled)
}
