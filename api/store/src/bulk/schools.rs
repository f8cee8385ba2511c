use chrono::{DateTime, Utc};
use entity::organizations::{ActiveModel, Column, Entity, Model};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::insert_all;
use crate::{Result, Source, Write};

/// A town or school as an import sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub id: Uuid,
    pub kind: String,
    pub parent: Option<Uuid>,
    pub county: Uuid,
    pub code: String,
    pub name: String,
    pub aliases: Vec<String>,
    pub school_type: Option<String>,
}

/// Every town and school of a county.
pub async fn load(db: &impl Source, county: Uuid) -> Result<Vec<Place>> {
    let rows = Entity::find()
        .filter(Column::CountyId.eq(county))
        .filter(Column::Kind.is_in(["town", "school"]))
        .all(db.conn())
        .await?;
    let place = |row: Model| Place {
        id: row.id,
        kind: row.kind,
        parent: row.parent_id,
        county,
        code: row.code,
        name: row.name,
        aliases: serde_json::from_str(&row.aliases).unwrap_or_default(),
        school_type: row.school_type,
    };
    Ok(rows.into_iter().map(place).collect())
}

/// Whether another county than this one has the code.
pub async fn is_other_county(db: &impl Source, county: Uuid, code: &str) -> Result<bool> {
    let found = Entity::find()
        .filter(Column::Kind.eq("county"))
        .filter(Column::Code.eq(code))
        .filter(Column::Id.ne(county))
        .one(db.conn())
        .await?;
    Ok(found.is_some())
}

pub async fn insert(tx: &Write, places: &[Place], now: DateTime<Utc>) -> Result<()> {
    let rows = places.iter().map(|place| ActiveModel {
        id: Set(place.id),
        kind: Set(place.kind.clone()),
        parent_id: Set(place.parent),
        county_id: Set(Some(place.county)),
        code: Set(place.code.clone()),
        name: Set(place.name.clone()),
        aliases: Set(serde_json::to_string(&place.aliases).unwrap_or_default()),
        school_type: Set(place.school_type.clone()),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    });
    insert_all(tx, rows).await
}

/// Writes what an import may change: name, aliases, town and type.
pub async fn update(tx: &Write, place: &Place, now: DateTime<Utc>) -> Result<()> {
    let aliases = serde_json::to_string(&place.aliases).unwrap_or_default();
    Entity::update_many()
        .col_expr(Column::Name, Expr::value(place.name.as_str()))
        .col_expr(Column::ParentId, Expr::value(place.parent))
        .col_expr(Column::Aliases, Expr::value(aliases))
        .col_expr(Column::SchoolType, Expr::value(place.school_type.clone()))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(place.id))
        .exec(tx.conn())
        .await?;
    Ok(())
}
