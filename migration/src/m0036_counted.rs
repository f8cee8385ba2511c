use sea_orm_migration::{prelude::*, schema::*, sea_orm::ConnectionTrait};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    /// What lists show of every row is kept, not counted anew for each of them: how often a work
    /// was reviewed and recommended, and which state the catalogue is in.
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [
            ("submissions", "reviews"),
            ("submissions", "recommendations"),
            ("projects", "catalog_revision"),
        ] {
            let mut change = Table::alter();
            change.table(table).add_column(big_integer(column).default(0));
            manager.alter_table(change).await?;
        }
        let db = manager.get_connection();
        db.execute_unprepared(
            "UPDATE submissions SET \
             reviews = (SELECT COUNT(*) FROM reviews WHERE submission_id = submissions.id), \
             recommendations = (SELECT COUNT(*) FROM recommendations \
             WHERE submission_id = submissions.id AND cancelled_at IS NULL)",
        )
        .await?;
        Ok(())
    }
}
