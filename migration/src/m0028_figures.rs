use sea_orm_migration::prelude::*;

use crate::table::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    /// What the cockpit counts by school stands in an index, so that it need not read the people;
    /// and lists are read in their order instead of being sorted.
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let counted =
            ["project_id", "school_id", "status", "county_id", "credited_hours", "activated_at"];
        let mut cockpit = index("enrollments", &counted);
        manager.create_index(cockpit.name("ix_enrollments_cockpit").to_owned()).await?;
        let indexes: [(&'static str, &[&'static str]); 5] = [
            ("submissions", &["project_id", "title", "id"]),
            ("submissions", &["project_id", "score", "id"]),
            ("practice_sheets", &["project_id", "id"]),
            ("quarantined_events", &["project_id", "id"]),
            ("workshops", &["county_id", "id"]),
        ];
        for (table, columns) in indexes {
            manager.create_index(index(table, columns)).await?;
        }
        Ok(())
    }
}
