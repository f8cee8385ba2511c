use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{append_only, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        who_acted(manager).await?;
        practice_score_changes(manager).await?;
        manager.create_index(index("practice_sheets", &["class_id"])).await
    }
}

/// Submitter, determiner and signer are three recorded people; SQLite adds one column at a time.
async fn who_acted(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    for column in
        [uuid_null("submitted_by"), uuid_null("determined_by"), text_null("return_reason")]
    {
        manager
            .alter_table(Table::alter().table("practice_sheets").add_column(column).take())
            .await?;
    }
    Ok(())
}

/// What a row of a sheet was before and after; no foreign key, since it outlives an undone import.
async fn practice_score_changes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("practice_score_changes")
        .col(uuid("id").primary_key())
        .col(uuid("score_id"))
        .col(uuid("sheet_id"))
        .col(uuid("project_id"))
        .col(uuid("enrollment_id"))
        .col(text("source"))
        .col(uuid_null("actor_id"))
        .col(text("role"))
        .col(text("before"))
        .col(text("after"))
        .col(text_null("reason"))
        .col(timestamp_with_time_zone("at"));
    manager.create_table(table).await?;
    manager.create_index(index("practice_score_changes", &["score_id", "id"])).await?;
    append_only(manager, "practice_score_changes").await
}
