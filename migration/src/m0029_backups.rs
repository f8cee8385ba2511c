use sea_orm_migration::{prelude::*, schema::*};

use crate::table::unique;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::create();
        table
            .table("backups")
            .col(uuid("id").primary_key())
            .col(text("state"))
            // 1 while it runs, so that no second one begins.
            .col(integer_null("slot"))
            .col(big_integer_null("size"))
            .col(big_integer_null("files"))
            .col(text_null("fault"))
            .col(uuid("started_by"))
            .col(timestamp_with_time_zone("started_at"))
            .col(timestamp_with_time_zone("seen_at"))
            .col(timestamp_with_time_zone_null("ended_at"));
        manager.create_table(table).await?;
        manager.create_index(unique("backups", &["slot"])).await
    }
}
