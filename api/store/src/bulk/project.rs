use entity::{policies, projects};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::{Result, Source, Write};

/// The county a project runs in.
pub async fn region(db: &impl Source, project: Uuid) -> Result<Option<Uuid>> {
    let row = projects::Entity::find_by_id(project).one(db.conn()).await?;
    Ok(row.map(|row| row.region_id))
}

/// The newest policy set of a project, as JSON text.
pub async fn policy(db: &impl Source, project: Uuid) -> Result<Option<String>> {
    let row = policies::Entity::find()
        .filter(policies::Column::ProjectId.eq(project))
        .order_by_desc(policies::Column::Number)
        .one(db.conn())
        .await?;
    Ok(row.map(|row| row.body))
}

/// Holds the project until the transaction ends: files and batches of a project are written one
/// after the other.
pub async fn lock(tx: &Write, project: Uuid) -> Result<()> {
    projects::Entity::find_by_id(project).lock_exclusive().one(tx.conn()).await?;
    Ok(())
}
