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
        practice_rounds(manager).await?;
        practice_sheets(manager).await?;
        practice_scores(manager).await?;
        Ok(())
    }
}

async fn practice_rounds(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("practice_rounds")
        .col(uuid("id").primary_key())
        .col(uuid("project_id"))
        .col(text("name"))
        .col(text("status"))
        .col(big_integer("completion_max"))
        .col(big_integer("effect_max"))
        .col(date("opens_on"))
        .col(date("closes_on"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut refer("practice_rounds", "project_id", "projects"));
    manager.create_table(table).await?;
    manager.create_index(index("practice_rounds", &["project_id", "id"])).await
}

async fn practice_sheets(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("practice_sheets")
        .col(uuid("id").primary_key())
        .col(uuid("round_id"))
        .col(uuid("project_id"))
        .col(uuid("county_id"))
        .col(uuid("school_id"))
        .col(uuid("class_id"))
        .col(text("status"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut refer("practice_sheets", "round_id", "practice_rounds"))
        .foreign_key(&mut refer("practice_sheets", "project_id", "projects"))
        .foreign_key(&mut refer("practice_sheets", "school_id", "organizations"))
        .foreign_key(&mut refer("practice_sheets", "class_id", "classes"))
        .foreign_key(&mut refer("practice_sheets", "county_id", "organizations"));
    manager.create_table(table).await?;
    manager.create_index(unique("practice_sheets", &["round_id", "class_id", "school_id"])).await?;
    manager.create_index(index("practice_sheets", &["project_id", "status", "id"])).await?;
    manager.create_index(index("practice_sheets", &["school_id"])).await
}

async fn practice_scores(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("practice_scores")
        .col(uuid("id").primary_key())
        .col(uuid("sheet_id"))
        .col(uuid("project_id"))
        .col(uuid("enrollment_id"))
        .col(big_integer_null("completion"))
        .col(big_integer_null("effect"))
        .col(text_null("absence"))
        .col(big_integer_null("school_score"))
        .col(big_integer_null("county_score"))
        .col(big_integer_null("final_score"))
        .col(text_null("adjust_reason"))
        .col(text_null("note"))
        .col(uuid_null("scored_by"))
        .col(uuid_null("determined_by"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut refer("practice_scores", "sheet_id", "practice_sheets"))
        .foreign_key(&mut refer("practice_scores", "project_id", "projects"))
        .foreign_key(&mut refer("practice_scores", "enrollment_id", "enrollments"));
    manager.create_table(table).await?;
    manager.create_index(unique("practice_scores", &["sheet_id", "enrollment_id"])).await?;
    manager.create_index(index("practice_scores", &["enrollment_id"])).await
}
