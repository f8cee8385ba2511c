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
        // What people changed by hand, and what the last file had said instead.
        let mut table = Table::create();
        table
            .table("hand_edits")
            .col(text("table_name"))
            .col(uuid("entity_id"))
            .col(text("field"))
            .col(text_null("imported"))
            .col(uuid_null("edited_by"))
            .col(timestamp_with_time_zone("edited_at"))
            .primary_key(Index::create().col("table_name").col("entity_id").col("field"));
        manager.create_table(table).await?;
        // Where a row of a file and a record differ because somebody changed the record.
        let mut table = Table::alter();
        table.table("import_rows").add_column(text_null("differences"));
        manager.alter_table(table).await?;
        // When whoever checks a file was last heard of.
        let mut table = Table::alter();
        table.table("import_jobs").add_column(timestamp_with_time_zone_null("beat_at"));
        manager.alter_table(table).await?;
        manager.create_index(index("import_jobs", &["status", "created_at"])).await
    }
}
