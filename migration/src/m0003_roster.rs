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
        seats(manager).await?;
        classes(manager).await?;
        class_schools(manager).await?;
        workshops(manager).await?;
        enrollments(manager).await?;
        Ok(())
    }
}

async fn seats(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("seats")
        .col(text("kind"))
        .col(uuid("owner_id"))
        .col(big_integer("taken"))
        .primary_key(Index::create().col("kind").col("owner_id"));
    manager.create_table(table).await
}

async fn classes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("classes")
        .col(uuid("id").primary_key())
        .col(uuid("project_id"))
        .col(uuid("county_id"))
        .col(text("code"))
        .col(text("name"))
        .col(text("kind"))
        .col(text("status"))
        .col(uuid_null("lead_id"))
        .col(text_null("reason"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut refer("classes", "project_id", "projects"))
        .foreign_key(&mut refer("classes", "county_id", "organizations"))
        .foreign_key(&mut refer("classes", "lead_id", "persons"));
    manager.create_table(table).await?;
    manager.create_index(unique("classes", &["project_id", "code"])).await?;
    manager.create_index(index("classes", &["project_id", "county_id", "id"])).await
}

async fn class_schools(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("class_schools")
        .col(uuid("class_id"))
        .col(uuid("school_id"))
        .primary_key(Index::create().col("class_id").col("school_id"))
        .foreign_key(&mut refer("class_schools", "class_id", "classes"))
        .foreign_key(&mut refer("class_schools", "school_id", "organizations"));
    manager.create_table(table).await?;
    manager.create_index(index("class_schools", &["school_id"])).await
}

async fn workshops(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("workshops")
        .col(uuid("id").primary_key())
        .col(uuid("project_id"))
        .col(uuid("county_id"))
        .col(text("code"))
        .col(text("name"))
        .col(text("family"))
        .col(text("level"))
        .col(text("host_kind"))
        .col(uuid("host_id"))
        .col(uuid_null("leader_id"))
        .col(text("status"))
        .col(text_null("reason"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut refer("workshops", "project_id", "projects"))
        .foreign_key(&mut refer("workshops", "county_id", "organizations"))
        .foreign_key(&mut refer("workshops", "leader_id", "persons"));
    manager.create_table(table).await?;
    manager.create_index(unique("workshops", &["project_id", "code"])).await?;
    manager.create_index(unique("workshops", &["project_id", "host_id", "family"])).await?;
    manager.create_index(index("workshops", &["leader_id"])).await
}

async fn enrollments(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("enrollments")
        .col(uuid("id").primary_key())
        .col(uuid("project_id"))
        .col(uuid("person_id"))
        .col(text("trainee_no"))
        .col(uuid("county_id"))
        .col(uuid("school_id"))
        .col(text("stage"))
        .col(text("subject"))
        .col(text_null("duty"))
        .col(text_null("job_title"))
        .col(integer_null("teaching_years"))
        .col(text_null("education"))
        .col(text_null("note"))
        .col(text("status"))
        .col(uuid_null("class_id"))
        .col(uuid_null("workshop_id"))
        .col(timestamp_with_time_zone_null("activated_at"))
        .col(timestamp_with_time_zone_null("selection_closes_at"))
        .col(big_integer("selected_hours"))
        .col(big_integer("credited_hours"))
        .col(big_integer_null("online_score"))
        .col(big_integer_null("offline_score"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut refer("enrollments", "project_id", "projects"))
        .foreign_key(&mut refer("enrollments", "person_id", "persons"))
        .foreign_key(&mut refer("enrollments", "school_id", "organizations"))
        .foreign_key(&mut refer("enrollments", "class_id", "classes"))
        .foreign_key(&mut refer("enrollments", "workshop_id", "workshops"))
        .foreign_key(&mut refer("enrollments", "county_id", "organizations"));
    manager.create_table(table).await?;
    manager.create_index(unique("enrollments", &["project_id", "person_id"])).await?;
    manager.create_index(unique("enrollments", &["project_id", "trainee_no"])).await?;
    manager.create_index(index("enrollments", &["project_id", "school_id", "id"])).await?;
    manager.create_index(index("enrollments", &["class_id", "id"])).await?;
    manager.create_index(index("enrollments", &["workshop_id", "id"])).await?;
    manager.create_index(index("enrollments", &["project_id", "id"])).await?;
    manager.create_index(index("enrollments", &["person_id"])).await
}
