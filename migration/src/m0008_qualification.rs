use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{index, refer, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        qualification_runs(manager).await?;
        qualification_results(manager).await?;
        Ok(())
    }
}

async fn qualification_runs(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("qualification_runs")
        .col(uuid("id").primary_key())
        .col(uuid("project_id"))
        .col(big_integer("number"))
        .col(uuid("policy_id"))
        .col(text("status"))
        .col(blob("digest"))
        .col(text("counts"))
        .col(uuid_null("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("published_at"))
        .col(timestamp_with_time_zone_null("finalised_at"))
        .foreign_key(&mut refer("qualification_runs", "project_id", "projects"))
        .foreign_key(&mut refer("qualification_runs", "policy_id", "policies"));
    manager.create_table(table).await?;
    manager.create_index(unique("qualification_runs", &["project_id", "number"])).await
}

async fn qualification_results(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("qualification_results")
        .col(uuid("run_id"))
        .col(uuid("enrollment_id"))
        .col(text("outcome"))
        .col(big_integer("total"))
        .col(big_integer_null("online"))
        .col(big_integer_null("offline"))
        .col(big_integer("hours"))
        .col(text("explanation"))
        .col(text_null("certificate_no").unique_key())
        .primary_key(Index::create().col("run_id").col("enrollment_id"))
        .foreign_key(&mut refer("qualification_results", "run_id", "qualification_runs"))
        .foreign_key(&mut refer("qualification_results", "enrollment_id", "enrollments"));
    manager.create_table(table).await?;
    manager.create_index(index("qualification_results", &["enrollment_id"])).await?;
    manager.create_index(index("qualification_results", &["run_id", "outcome"])).await
}
