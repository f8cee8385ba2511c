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
        organizations(manager).await?;
        projects(manager).await?;
        policy_bases(manager).await?;
        phases(manager).await?;
        policies(manager).await?;
        subjects(manager).await?;
        themes(manager).await?;
        crate::reference::fill(manager).await?;
        Ok(())
    }
}

async fn organizations(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("organizations")
        .col(uuid("id").primary_key())
        .col(text("kind"))
        .col(uuid_null("parent_id"))
        .col(uuid_null("county_id"))
        .col(text("code"))
        .col(text("name"))
        .col(text("aliases"))
        .col(text_null("school_type"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut refer("organizations", "parent_id", "organizations"))
        .foreign_key(&mut refer("organizations", "county_id", "organizations"));
    manager.create_table(table).await?;
    manager.create_index(unique("organizations", &["kind", "code"])).await?;
    manager.create_index(index("organizations", &["parent_id"])).await?;
    manager.create_index(index("organizations", &["county_id", "kind", "code"])).await
}

async fn projects(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("projects")
        .col(uuid("id").primary_key())
        .col(text("code").unique_key())
        .col(text("name"))
        .col(text("programme"))
        .col(text("level"))
        .col(uuid("region_id"))
        .col(text("provider"))
        .col(big_integer("target_headcount"))
        .col(text("status"))
        .col(date("starts_on"))
        .col(date("ends_on"))
        .col(timestamp_with_time_zone_null("selection_closes_at"))
        .col(uuid_null("policy_id"))
        .col(timestamp_with_time_zone_null("catalog_published_at"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut refer("projects", "region_id", "organizations"));
    manager.create_table(table).await
}

async fn policy_bases(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("policy_bases")
        .col(uuid("id").primary_key())
        .col(uuid("project_id"))
        .col(text("title"))
        .col(text("doc_no"))
        .col(text("issuer"))
        .col(date_null("issued_on"))
        .col(integer("position"))
        .foreign_key(&mut refer("policy_bases", "project_id", "projects"));
    manager.create_table(table).await?;
    manager.create_index(index("policy_bases", &["project_id", "position"])).await
}

async fn phases(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("phases")
        .col(uuid("id").primary_key())
        .col(uuid("project_id"))
        .col(integer("seq"))
        .col(text("name"))
        .col(date("starts_on"))
        .col(date("ends_on"))
        .col(text("modules"))
        .col(text("activities"))
        .col(text("grade_components"))
        .col(big_integer("version"))
        .foreign_key(&mut refer("phases", "project_id", "projects"));
    manager.create_table(table).await?;
    manager.create_index(unique("phases", &["project_id", "seq"])).await
}

async fn policies(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("policies")
        .col(uuid("id").primary_key())
        .col(uuid("project_id"))
        .col(big_integer("number"))
        .col(date("effective_on"))
        .col(text("body"))
        .col(text("note"))
        .col(uuid_null("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut refer("policies", "project_id", "projects"));
    manager.create_table(table).await?;
    manager.create_index(unique("policies", &["project_id", "number"])).await
}

async fn subjects(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("subjects")
        .col(text("code").primary_key())
        .col(text("name").unique_key())
        .col(text("family"))
        .col(text("aliases"))
        .col(text("stages"));
    manager.create_table(table).await
}

async fn themes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("themes")
        .col(text("code").primary_key())
        .col(text("name"))
        .col(text("series"))
        .col(text("kind"))
        .col(integer("module"));
    manager.create_table(table).await
}
