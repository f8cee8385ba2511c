use sea_orm_migration::{prelude::*, schema::*};

use crate::table::refer;

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
            .table("import_files")
            .col(uuid("job_id"))
            .col(integer("part"))
            .col(blob("content"))
            .primary_key(Index::create().col("job_id").col("part"))
            .foreign_key(&mut refer("import_files", "job_id", "import_jobs"));
        manager.create_table(table).await
    }
}
