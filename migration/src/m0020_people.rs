use sea_orm_migration::{prelude::*, schema::*};

use crate::table::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // A suspended appointment gives no right, but can be taken up again.
        let mut suspended = Table::alter();
        suspended.table("appointments").add_column(timestamp_with_time_zone_null("suspended_at"));
        manager.alter_table(suspended).await?;
        manager.create_index(index("appointments", &["project_id", "id"])).await?;
        manager.create_index(index("organizations", &["kind", "id"])).await?;
        manager.create_index(index("enrollments", &["project_id", "status", "id"])).await
    }
}
