//! Workshops: where teachers of a family of subjects work together.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{
    access::Reach,
    classes::{HostKind, WorkshopLevel},
    reference::Family,
};
use entity::{organizations, submissions, workshops};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    Cut, Error, Result, Source, Window, Write, classes::of_schools, page::contains, reach::Columns,
};

/// A workshop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workshop {
    pub id: Uuid,
    pub project: Uuid,
    pub county: Uuid,
    pub code: String,
    pub name: String,
    pub family: Family,
    pub level: WorkshopLevel,
    pub host_kind: HostKind,
    /// The school or joint class.
    pub host: Uuid,
    /// The person who leads it.
    pub leader: Option<Uuid>,
    pub status: String,
    /// Why it passes a limit.
    pub reason: Option<String>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
}

fn workshop(row: workshops::Model) -> Result<Workshop> {
    let corrupt = |column, value| Error::Corrupt { table: "workshops", column, value };
    Ok(Workshop {
        id: row.id,
        project: row.project_id,
        county: row.county_id,
        code: row.code,
        name: row.name,
        family: Family::parse(&row.family).ok_or_else(|| corrupt("family", row.family))?,
        level: WorkshopLevel::parse(&row.level).ok_or_else(|| corrupt("level", row.level))?,
        host_kind: HostKind::parse(&row.host_kind)
            .ok_or_else(|| corrupt("host_kind", row.host_kind))?,
        host: row.host_id,
        leader: row.leader_id,
        status: row.status,
        reason: row.reason,
        version: row.version,
        created_at: row.created_at,
    })
}

pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<Workshop>> {
    workshops::Entity::find_by_id(id).one(db.conn()).await?.map(workshop).transpose()
}

/// The workshops of one host, or of several, by code.
pub async fn hosted(db: &impl Source, project: Uuid, hosts: &[Uuid]) -> Result<Vec<Workshop>> {
    use workshops::Column;
    if hosts.is_empty() {
        return Ok(vec![]);
    }
    let rows = workshops::Entity::find()
        .filter(Column::ProjectId.eq(project))
        .filter(Column::HostId.is_in(hosts.iter().copied()))
        .order_by_asc(Column::Code)
        .all(db.conn())
        .await?;
    rows.into_iter().map(workshop).collect()
}

/// Which workshops are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// The school or the joint class that hosts it.
    pub host: Option<Uuid>,
    pub family: Option<Family>,
    pub level: Option<WorkshopLevel>,
    pub leader: Option<Uuid>,
    /// A part of the name or code.
    pub q: Option<String>,
}

/// The workshops of a project that the reach covers, by code. `families` are those that an
/// expert's subject belongs to, with the expert's county.
pub async fn list(
    db: &impl Source,
    reach: &Reach,
    families: &[(Uuid, Family)],
    filter: &Filter,
    window: &Window,
) -> Result<Cut<Workshop>> {
    use workshops::Column;
    let mut query = workshops::Entity::find()
        .filter(Column::ProjectId.eq(reach.project))
        .filter(visible(reach, families));
    if let Some(host) = filter.host {
        query = query.filter(Column::HostId.eq(host));
    }
    if let Some(family) = filter.family {
        query = query.filter(Column::Family.eq(family.as_str()));
    }
    if let Some(level) = filter.level {
        query = query.filter(Column::Level.eq(level.as_str()));
    }
    if let Some(leader) = filter.leader {
        query = query.filter(Column::LeaderId.eq(leader));
    }
    if let Some(text) = &filter.q {
        let any =
            Condition::any().add(contains(Column::Name, text)).add(contains(Column::Code, text));
        query = query.filter(any);
    }
    let rows = window.by_text(query, Column::Code, Column::Id).all(db.conn()).await?;
    let cut = window.cut(rows);
    let items = cut.items.into_iter().map(workshop).collect::<Result<Vec<_>>>()?;
    Ok(Cut { items, more: cut.more })
}

fn visible(reach: &Reach, families: &[(Uuid, Family)]) -> Condition {
    use workshops::Column;
    let columns = Columns {
        county: Some(Column::CountyId),
        school: Some(Column::HostId),
        class: Some(Column::HostId),
        workshop: Some(Column::Id),
        ..Columns::NONE
    };
    let own = columns.within(reach);
    if reach.all {
        return own;
    }
    let mut any = Condition::any().add(own);
    if !reach.schools.is_empty() {
        any = any.add(Column::HostId.in_subquery(of_schools(&reach.schools)));
    }
    for (county, family) in families {
        any = any.add(Column::CountyId.eq(*county).and(Column::Family.eq(family.as_str())));
    }
    any
}

/// Adds a workshop; of two with one code the second gets [`Error::Duplicate`].
pub async fn insert(tx: &Write, new: &Workshop) -> Result<()> {
    let row = workshops::ActiveModel {
        id: Set(new.id),
        project_id: Set(new.project),
        county_id: Set(new.county),
        code: Set(new.code.clone()),
        name: Set(new.name.clone()),
        family: Set(new.family.as_str().to_owned()),
        level: Set(new.level.as_str().to_owned()),
        host_kind: Set(new.host_kind.as_str().to_owned()),
        host_id: Set(new.host),
        leader_id: Set(new.leader),
        status: Set(new.status.clone()),
        reason: Set(new.reason.clone()),
        version: Set(new.version),
        created_at: Set(new.created_at),
        updated_at: Set(new.created_at),
    };
    workshops::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Writes name and leader, if the workshop still has the version that was read.
pub async fn update(tx: &Write, one: &Workshop, now: DateTime<Utc>) -> Result<bool> {
    use workshops::Column;
    let update = workshops::Entity::update_many()
        .col_expr(Column::Name, Expr::value(one.name.as_str()))
        .col_expr(Column::LeaderId, Expr::value(one.leader))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(one.id))
        .filter(Column::Version.eq(one.version));
    Ok(update.exec(tx.conn()).await?.rows_affected == 1)
}

/// Takes a workshop away that nothing refers to, if it still has the version that was read.
pub async fn remove(tx: &Write, id: Uuid, version: i64) -> Result<bool> {
    let delete = workshops::Entity::delete_many()
        .filter(workshops::Column::Id.eq(id))
        .filter(workshops::Column::Version.eq(version));
    Ok(delete.exec(tx.conn()).await?.rows_affected == 1)
}

/// Whether works were handed in there.
pub async fn has_submissions(db: &impl Source, id: Uuid) -> Result<bool> {
    let query = submissions::Entity::find().filter(submissions::Column::WorkshopId.eq(id));
    Ok(query.limit(1).one(db.conn()).await?.is_some())
}

/// The names of schools.
pub async fn school_names(db: &impl Source, ids: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    let query =
        organizations::Entity::find().filter(organizations::Column::Id.is_in(ids.iter().copied()));
    Ok(query.all(db.conn()).await?.into_iter().map(|row| (row.id, row.name)).collect())
}
