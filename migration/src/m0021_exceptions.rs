use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{index, refer};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::create();
        table
            .table("exceptions")
            .col(uuid("id").primary_key())
            .col(uuid("project_id"))
            .col(uuid("county_id"))
            .col(uuid_null("school_id"))
            .col(text("kind"))
            .col(text("object_kind"))
            .col(uuid("object_id"))
            .col(uuid_null("enrollment_id"))
            .col(text("reason"))
            .col(uuid("actor_id"))
            .col(text("role"))
            .col(timestamp_with_time_zone("at"))
            .foreign_key(&mut refer("exceptions", "project_id", "projects"))
            .foreign_key(&mut refer("exceptions", "county_id", "organizations"))
            .foreign_key(&mut refer("exceptions", "school_id", "organizations"))
            .foreign_key(&mut refer("exceptions", "enrollment_id", "enrollments"));
        manager.create_table(table).await?;
        manager.create_index(index("exceptions", &["project_id", "id"])).await?;
        // A second workshop of a family is an exception with a reason (s.60), not an error.
        let mut family = Index::drop();
        family.name("ux_workshops_project_id_host_id_family").table("workshops");
        manager.drop_index(family).await?;
        manager.create_index(index("workshops", &["host_id", "family"])).await?;
        manager.create_index(index("class_schools", &["school_id", "class_id"])).await
    }
}
