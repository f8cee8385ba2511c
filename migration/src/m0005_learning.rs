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
        progress_events(manager).await?;
        course_progress(manager).await?;
        quarantined_events(manager).await?;
        online_scores(manager).await?;
        Ok(())
    }
}

async fn progress_events(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("progress_events")
        .col(uuid("id").primary_key())
        .col(uuid("project_id"))
        .col(text("event_id"))
        .col(uuid("enrollment_id"))
        .col(uuid("course_id"))
        .col(text("kind"))
        .col(timestamp_with_time_zone("occurred_at"))
        .col(big_integer_null("watched_seconds"))
        .col(big_integer_null("score"))
        .col(text_null("result"))
        .col(big_integer_null("response_ms"))
        .col(blob("digest"))
        .col(timestamp_with_time_zone("received_at"))
        .col(uuid_null("received_by"))
        .foreign_key(&mut refer("progress_events", "project_id", "projects"))
        .foreign_key(&mut refer("progress_events", "enrollment_id", "enrollments"))
        .foreign_key(&mut refer("progress_events", "course_id", "courses"));
    manager.create_table(table).await?;
    manager.create_index(unique("progress_events", &["project_id", "event_id"])).await?;
    manager.create_index(index("progress_events", &["enrollment_id", "course_id"])).await
}

async fn course_progress(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("course_progress")
        .col(uuid("enrollment_id"))
        .col(uuid("course_id"))
        .col(uuid("project_id"))
        .col(big_integer("watched_seconds"))
        .col(timestamp_with_time_zone_null("completed_at"))
        .col(big_integer_null("score"))
        .col(big_integer("credited_hours"))
        .col(big_integer("presence_passed"))
        .col(big_integer("presence_missed"))
        .col(timestamp_with_time_zone("last_event_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .primary_key(Index::create().col("enrollment_id").col("course_id"))
        .foreign_key(&mut refer("course_progress", "enrollment_id", "enrollments"))
        .foreign_key(&mut refer("course_progress", "course_id", "courses"))
        .foreign_key(&mut refer("course_progress", "project_id", "projects"));
    manager.create_table(table).await?;
    manager.create_index(index("course_progress", &["course_id"])).await
}

async fn quarantined_events(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("quarantined_events")
        .col(uuid("id").primary_key())
        .col(uuid("project_id"))
        .col(text("event_id"))
        .col(text("payload"))
        .col(text("reason"))
        .col(text("status"))
        .col(timestamp_with_time_zone("received_at"))
        .col(uuid_null("received_by"))
        .col(timestamp_with_time_zone_null("resolved_at"))
        .col(uuid_null("resolved_by"))
        .foreign_key(&mut refer("quarantined_events", "project_id", "projects"));
    manager.create_table(table).await?;
    manager.create_index(unique("quarantined_events", &["project_id", "event_id"])).await?;
    manager.create_index(index("quarantined_events", &["project_id", "status", "id"])).await
}

async fn online_scores(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("online_scores")
        .col(uuid("id").primary_key())
        .col(uuid("project_id"))
        .col(uuid("enrollment_id"))
        .col(big_integer("score"))
        .col(timestamp_with_time_zone("source_at"))
        .col(timestamp_with_time_zone("received_at"))
        .col(uuid_null("received_by"))
        .col(timestamp_with_time_zone_null("superseded_at"))
        .foreign_key(&mut refer("online_scores", "project_id", "projects"))
        .foreign_key(&mut refer("online_scores", "enrollment_id", "enrollments"));
    manager.create_table(table).await?;
    manager.create_index(index("online_scores", &["enrollment_id"])).await
}
