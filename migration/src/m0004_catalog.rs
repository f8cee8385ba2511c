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
        courses(manager).await?;
        selections(manager).await?;
        selection_items(manager).await?;
        Ok(())
    }
}

async fn courses(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("courses")
        .col(uuid("id").primary_key())
        .col(uuid("project_id"))
        .col(text("code"))
        .col(text("title"))
        .col(text("subject"))
        .col(text("stage"))
        .col(integer("module"))
        .col(text_null("theme_code"))
        .col(text_null("ability_point"))
        .col(text_null("micro_ability"))
        .col(big_integer("hours"))
        .col(text_null("kind"))
        .col(text("provider"))
        .col(text_null("provider_course_id"))
        .col(boolean("required"))
        .col(text("status"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut refer("courses", "project_id", "projects"))
        .foreign_key(&mut refer("courses", "theme_code", "themes"));
    manager.create_table(table).await?;
    manager.create_index(unique("courses", &["project_id", "code"])).await?;
    manager
        .create_index(unique("courses", &["project_id", "provider", "provider_course_id"]))
        .await?;
    manager.create_index(index("courses", &["project_id", "subject", "module", "code"])).await
}

async fn selections(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("selections")
        .col(uuid("enrollment_id").primary_key())
        .col(uuid("project_id"))
        .col(text("status"))
        .col(timestamp_with_time_zone_null("submitted_at"))
        .col(timestamp_with_time_zone_null("effective_at"))
        .col(big_integer("hours_total"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut refer("selections", "enrollment_id", "enrollments"))
        .foreign_key(&mut refer("selections", "project_id", "projects"));
    manager.create_table(table).await?;
    manager.create_index(index("selections", &["project_id", "status"])).await
}

async fn selection_items(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("selection_items")
        .col(uuid("enrollment_id"))
        .col(uuid("course_id"))
        .col(big_integer("hours"))
        .col(integer("module"))
        .col(timestamp_with_time_zone("added_at"))
        .primary_key(Index::create().col("enrollment_id").col("course_id"))
        .foreign_key(&mut refer("selection_items", "enrollment_id", "enrollments"))
        .foreign_key(&mut refer("selection_items", "course_id", "courses"));
    manager.create_table(table).await?;
    manager.create_index(index("selection_items", &["course_id"])).await
}
