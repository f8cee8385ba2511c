use sea_orm_migration::prelude::*;

use crate::table::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    /// The library is listed by age and by title; free files are swept by age.
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_index(index("resources", &["project_id", "published_at", "id"])).await?;
        manager.create_index(index("resources", &["project_id", "title", "id"])).await?;
        manager.create_index(index("attachments", &["submission_id", "created_at"])).await
    }
}
