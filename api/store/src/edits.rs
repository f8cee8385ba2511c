//! What people changed by hand, and what the last file had said instead: the next file does not
//! overwrite it unasked.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::hand_edits::{ActiveModel, Column, Entity, Model};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::OnConflict,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Result, Source, Write, imports::CHUNK};

/// A field that somebody changed by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    pub table: String,
    pub id: Uuid,
    pub field: String,
    /// What the last file had said, in the spelling that fields are compared in.
    pub imported: Option<String>,
    pub by: Option<Uuid>,
    pub at: DateTime<Utc>,
}

fn edit(row: Model) -> Edit {
    Edit {
        table: row.table_name,
        id: row.entity_id,
        field: row.field,
        imported: row.imported,
        by: row.edited_by,
        at: row.edited_at,
    }
}

fn model(edit: &Edit) -> ActiveModel {
    ActiveModel {
        table_name: Set(edit.table.clone()),
        entity_id: Set(edit.id),
        field: Set(edit.field.clone()),
        imported: Set(edit.imported.clone()),
        edited_by: Set(edit.by),
        edited_at: Set(edit.at),
    }
}

/// Notes that fields were changed by hand. Of several changes the first one knows what the file
/// had said.
pub async fn note(tx: &Write, edits: &[Edit]) -> Result<()> {
    upsert(tx, edits, &[Column::EditedBy, Column::EditedAt]).await
}

/// Writes edits as they are.
pub async fn put(tx: &Write, edits: &[Edit]) -> Result<()> {
    upsert(tx, edits, &[Column::Imported, Column::EditedBy, Column::EditedAt]).await
}

async fn upsert(tx: &Write, edits: &[Edit], update: &[Column]) -> Result<()> {
    let key = [Column::TableName, Column::EntityId, Column::Field];
    let update = OnConflict::columns(key).update_columns(update.iter().copied()).to_owned();
    for some in edits.chunks(CHUNK) {
        Entity::insert_many(some.iter().map(model))
            .on_conflict(update.clone())
            .exec_without_returning(tx.conn())
            .await?;
    }
    Ok(())
}

/// Forgets that a field was changed by hand.
pub async fn forget(tx: &Write, edit: &Edit) -> Result<()> {
    let key = (edit.table.clone(), edit.id, edit.field.clone());
    Entity::delete_by_id(key).exec(tx.conn()).await?;
    Ok(())
}

/// The edits of these records of one table, by record and field.
pub async fn load(
    db: &impl Source,
    table: &str,
    ids: &[Uuid],
) -> Result<HashMap<(Uuid, String), Edit>> {
    let mut found = HashMap::new();
    for some in ids.chunks(crate::MANY) {
        let rows = Entity::find()
            .filter(Column::TableName.eq(table))
            .filter(Column::EntityId.is_in(some.to_vec()))
            .all(db.conn())
            .await?;
        found.extend(rows.into_iter().map(|row| ((row.entity_id, row.field.clone()), edit(row))));
    }
    Ok(found)
}

/// Whether somebody changed one of these records by hand after an instant.
pub async fn any_since(
    db: &impl Source,
    table: &str,
    ids: &[Uuid],
    since: DateTime<Utc>,
) -> Result<bool> {
    for some in ids.chunks(crate::MANY) {
        let count = Entity::find()
            .filter(Column::TableName.eq(table))
            .filter(Column::EntityId.is_in(some.to_vec()))
            .filter(Column::EditedAt.gt(since))
            .count(db.conn())
            .await?;
        if count > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}
