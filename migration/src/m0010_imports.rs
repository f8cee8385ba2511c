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
        import_jobs(manager).await?;
        import_rows(manager).await?;
        import_changes(manager).await?;
        Ok(())
    }
}

async fn import_jobs(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("import_jobs")
        .col(uuid("id").primary_key())
        .col(uuid("project_id"))
        .col(text("kind"))
        .col(text("status"))
        .col(text("file_name"))
        .col(text("file_key"))
        .col(blob("file_digest"))
        .col(blob_null("plan_digest"))
        .col(text("options"))
        .col(text("counts"))
        .col(big_integer("progress_done"))
        .col(big_integer("progress_total"))
        .col(text_null("problem"))
        .col(uuid_null("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("checked_at"))
        .col(timestamp_with_time_zone_null("committed_at"))
        .col(timestamp_with_time_zone_null("undone_at"))
        .col(big_integer("version"))
        .foreign_key(&mut refer("import_jobs", "project_id", "projects"));
    manager.create_table(table).await?;
    manager.create_index(index("import_jobs", &["project_id", "id"])).await
}

async fn import_rows(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("import_rows")
        .col(uuid("job_id"))
        .col(big_integer("line"))
        .col(text("verdict"))
        .col(text("codes"))
        .col(text("warnings"))
        .col(text("change"))
        .col(text("label"))
        .primary_key(Index::create().col("job_id").col("line"))
        .foreign_key(&mut refer("import_rows", "job_id", "import_jobs"));
    manager.create_table(table).await?;
    manager.create_index(index("import_rows", &["job_id", "verdict", "line"])).await
}

async fn import_changes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("import_changes")
        .col(uuid("job_id"))
        .col(big_integer("seq"))
        .col(text("table_name"))
        .col(text("entity_id"))
        .col(text_null("before"))
        .primary_key(Index::create().col("job_id").col("seq"))
        .foreign_key(&mut refer("import_changes", "job_id", "import_jobs"));
    manager.create_table(table).await
}
