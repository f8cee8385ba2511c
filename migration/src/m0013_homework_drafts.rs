use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{refer, unique};

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
            .table("submission_drafts")
            .col(uuid("submission_id").primary_key())
            .col(text("body"))
            .foreign_key(&mut refer("submission_drafts", "submission_id", "submissions"));
        manager.create_table(table).await?;
        // A trainee has one living work for each task, and one voice for each work and rung.
        let mut living = unique("submissions", &["enrollment_id", "task_id"]);
        living.cond_where(Expr::col("status").is_not_in(["withdrawn", "not_selected"]));
        manager.create_index(living).await?;
        let mut voice = unique("recommendations", &["submission_id", "rung", "recommender_id"]);
        voice.cond_where(Expr::col("cancelled_at").is_null());
        manager.create_index(voice).await
    }
}
