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
        homework_tasks(manager).await?;
        submissions(manager).await?;
        submission_versions(manager).await?;
        attachments(manager).await?;
        reviews(manager).await?;
        recommendations(manager).await?;
        polishing_rounds(manager).await?;
        expert_reviews(manager).await?;
        resources(manager).await?;
        state_events(manager).await?;
        Ok(())
    }
}

async fn homework_tasks(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("homework_tasks")
        .col(uuid("id").primary_key())
        .col(uuid("project_id"))
        .col(uuid_null("phase_id"))
        .col(text("title"))
        .col(text("instructions"))
        .col(text("rubric"))
        .col(big_integer("max_score"))
        .col(boolean("required"))
        .col(timestamp_with_time_zone_null("opens_at"))
        .col(timestamp_with_time_zone_null("due_at"))
        .col(boolean("late_allowed"))
        .col(text("status"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut refer("homework_tasks", "project_id", "projects"))
        .foreign_key(&mut refer("homework_tasks", "phase_id", "phases"));
    manager.create_table(table).await?;
    manager.create_index(index("homework_tasks", &["project_id", "id"])).await
}

async fn submissions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("submissions")
        .col(uuid("id").primary_key())
        .col(uuid("project_id"))
        .col(uuid_null("task_id"))
        .col(uuid("enrollment_id"))
        .col(uuid("person_id"))
        .col(uuid("county_id"))
        .col(uuid("school_id"))
        .col(uuid_null("class_id"))
        .col(uuid_null("workshop_id"))
        .col(text("subject"))
        .col(text("stage"))
        .col(text("title"))
        .col(text("kind"))
        .col(text("rung"))
        .col(text("status"))
        .col(integer("latest_version"))
        .col(big_integer_null("score"))
        .col(boolean("late"))
        .col(boolean("consent"))
        .col(text_null("external_id"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone_null("submitted_at"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut refer("submissions", "project_id", "projects"))
        .foreign_key(&mut refer("submissions", "task_id", "homework_tasks"))
        .foreign_key(&mut refer("submissions", "enrollment_id", "enrollments"))
        .foreign_key(&mut refer("submissions", "person_id", "persons"))
        .foreign_key(&mut refer("submissions", "school_id", "organizations"))
        .foreign_key(&mut refer("submissions", "class_id", "classes"))
        .foreign_key(&mut refer("submissions", "workshop_id", "workshops"))
        .foreign_key(&mut refer("submissions", "county_id", "organizations"));
    manager.create_table(table).await?;
    manager.create_index(unique("submissions", &["project_id", "external_id"])).await?;
    manager.create_index(index("submissions", &["workshop_id", "status", "id"])).await?;
    manager.create_index(index("submissions", &["school_id", "rung", "id"])).await?;
    manager.create_index(index("submissions", &["project_id", "rung", "id"])).await?;
    manager.create_index(index("submissions", &["enrollment_id", "id"])).await?;
    manager.create_index(index("submissions", &["task_id", "id"])).await
}

async fn submission_versions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("submission_versions")
        .col(uuid("id").primary_key())
        .col(uuid("submission_id"))
        .col(integer("number"))
        .col(text("title"))
        .col(text("body"))
        .col(blob("content_hash"))
        .col(text("contributors"))
        .col(uuid("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut refer("submission_versions", "submission_id", "submissions"));
    manager.create_table(table).await?;
    manager.create_index(unique("submission_versions", &["submission_id", "number"])).await
}

async fn attachments(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("attachments")
        .col(uuid("id").primary_key())
        .col(uuid("project_id"))
        .col(uuid_null("submission_id"))
        .col(integer_null("version_number"))
        .col(uuid("person_id"))
        .col(text("name"))
        .col(text("media_type"))
        .col(big_integer("size"))
        .col(blob("sha256"))
        .col(text("storage_key"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut refer("attachments", "project_id", "projects"))
        .foreign_key(&mut refer("attachments", "submission_id", "submissions"))
        .foreign_key(&mut refer("attachments", "person_id", "persons"));
    manager.create_table(table).await?;
    manager.create_index(index("attachments", &["submission_id"])).await?;
    manager.create_index(index("attachments", &["person_id"])).await
}

async fn reviews(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("reviews")
        .col(uuid("id").primary_key())
        .col(uuid("submission_id"))
        .col(integer("version_number"))
        .col(uuid("reviewer_id"))
        .col(text("role"))
        .col(big_integer_null("score"))
        .col(text("criteria"))
        .col(text("comment"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut refer("reviews", "submission_id", "submissions"));
    manager.create_table(table).await?;
    manager.create_index(index("reviews", &["submission_id", "id"])).await
}

async fn recommendations(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("recommendations")
        .col(uuid("id").primary_key())
        .col(uuid("submission_id"))
        .col(text("rung"))
        .col(uuid("recommender_id"))
        .col(text("role"))
        .col(text("reason"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("cancelled_at"))
        .col(text_null("cancel_reason"))
        .foreign_key(&mut refer("recommendations", "submission_id", "submissions"));
    manager.create_table(table).await?;
    manager.create_index(index("recommendations", &["submission_id", "id"])).await
}

async fn polishing_rounds(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("polishing_rounds")
        .col(uuid("id").primary_key())
        .col(uuid("submission_id"))
        .col(integer("number"))
        .col(text("team"))
        .col(text("task"))
        .col(date_null("due_on"))
        .col(uuid("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .foreign_key(&mut refer("polishing_rounds", "submission_id", "submissions"));
    manager.create_table(table).await?;
    manager.create_index(unique("polishing_rounds", &["submission_id", "number"])).await
}

async fn expert_reviews(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("expert_reviews")
        .col(uuid("id").primary_key())
        .col(uuid("submission_id"))
        .col(uuid("expert_id"))
        .col(text("status"))
        .col(big_integer_null("score"))
        .col(text_null("comment"))
        .col(uuid("assigned_by"))
        .col(timestamp_with_time_zone("assigned_at"))
        .col(timestamp_with_time_zone_null("reviewed_at"))
        .foreign_key(&mut refer("expert_reviews", "submission_id", "submissions"));
    manager.create_table(table).await?;
    manager.create_index(unique("expert_reviews", &["submission_id", "expert_id"])).await?;
    manager.create_index(index("expert_reviews", &["expert_id", "status"])).await
}

async fn resources(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("resources")
        .col(uuid("id").primary_key())
        .col(uuid("project_id"))
        .col(uuid("county_id"))
        .col(uuid("school_id"))
        .col(uuid_null("submission_id"))
        .col(text("level"))
        .col(text("title"))
        .col(text("kind"))
        .col(text("subject"))
        .col(text("stage"))
        .col(uuid("author_id"))
        .col(text("licence"))
        .col(text("status"))
        .col(timestamp_with_time_zone("published_at"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut refer("resources", "project_id", "projects"))
        .foreign_key(&mut refer("resources", "school_id", "organizations"))
        .foreign_key(&mut refer("resources", "submission_id", "submissions"))
        .foreign_key(&mut refer("resources", "county_id", "organizations"));
    manager.create_table(table).await?;
    manager.create_index(index("resources", &["project_id", "level", "id"])).await?;
    manager.create_index(index("resources", &["submission_id"])).await
}

async fn state_events(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("state_events")
        .col(uuid("id").primary_key())
        .col(uuid_null("project_id"))
        .col(text("entity_kind"))
        .col(uuid("entity_id"))
        .col(text("action"))
        .col(text("from_state"))
        .col(text("to_state"))
        .col(uuid("actor_id"))
        .col(text("role"))
        .col(text_null("reason"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(&mut refer("state_events", "project_id", "projects"));
    manager.create_table(table).await?;
    manager.create_index(index("state_events", &["entity_kind", "entity_id", "id"])).await
}
