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
        // Whom an act is about, so that people can see who touched their data.
        let mut table = Table::alter();
        table.table("audit_events").add_column(uuid_null("person_id"));
        manager.alter_table(table).await?;
        manager.create_index(index("audit_events", &["person_id", "seq"])).await?;
        manager.create_index(index("audit_events", &["school_id", "seq"])).await?;
        append_only(manager, "audit_seals").await
    }
}
