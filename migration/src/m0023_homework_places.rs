use sea_orm_migration::{prelude::*, schema::*};

use crate::table::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    /// A task may be for one workshop, subject or stage only; a version names its files itself,
    /// since a file may go on from one version to the next.
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [uuid_null("workshop_id"), text_null("subject"), text_null("stage")] {
            let mut table = Table::alter();
            manager
                .alter_table(table.table("homework_tasks").add_column(column).to_owned())
                .await?;
        }
        let mut table = Table::alter();
        let column = text("attachment_ids").default("[]").to_owned();
        manager
            .alter_table(table.table("submission_versions").add_column(column).to_owned())
            .await?;
        for columns in [
            ["project_id", "updated_at", "id"],
            ["workshop_id", "updated_at", "id"],
            ["school_id", "updated_at", "id"],
            ["project_id", "subject", "rung"],
        ] {
            manager.create_index(index("submissions", &columns)).await?;
        }
        manager.create_index(index("polishing_rounds", &["closed_at", "submission_id"])).await
    }
}
