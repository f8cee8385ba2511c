use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{index, refer};

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
            .table("reports")
            .col(uuid("id").primary_key())
            .col(uuid("project_id"))
            .col(text("code"))
            .col(text("format"))
            .col(text("filters"))
            .col(timestamp_with_time_zone("as_of"))
            .col(blob("digest"))
            .col(big_integer("rows"))
            .col(boolean("personal"))
            .col(text("role"))
            .col(uuid("created_by"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("fetched_at"))
            .foreign_key(&mut refer("reports", "project_id", "projects"));
        manager.create_table(table).await?;
        manager.create_index(index("reports", &["project_id", "created_by", "id"])).await?;
        let mut table = Table::create();
        table
            .table("report_files")
            .col(uuid("report_id").primary_key())
            .col(blob("content"))
            .foreign_key(&mut refer("report_files", "report_id", "reports"));
        manager.create_table(table).await?;
        // The reports and the cockpit read these by project.
        manager.create_index(index("submissions", &["school_id", "status"])).await?;
        manager.create_index(index("practice_scores", &["sheet_id", "id"])).await
    }
}
