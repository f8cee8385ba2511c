use sea_orm_migration::prelude::*;

use crate::table::index;

/// Indexes for the lists of plans, progress, courses and events.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let indexes: [(&'static str, &[&'static str]); 6] = [
            ("enrollments", &["project_id", "selected_hours", "id"]),
            ("enrollments", &["project_id", "credited_hours", "id"]),
            ("courses", &["project_id", "hours", "id"]),
            ("courses", &["project_id", "title", "id"]),
            ("progress_events", &["project_id", "id"]),
            ("course_progress", &["project_id"]),
        ];
        for (table, columns) in indexes {
            manager.create_index(index(table, columns)).await?;
        }
        Ok(())
    }
}
