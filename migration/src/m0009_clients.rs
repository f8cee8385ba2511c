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
        api_clients(manager).await?;
        api_client_secrets(manager).await?;
        Ok(())
    }
}

async fn api_clients(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("api_clients")
        .col(uuid("id").primary_key())
        .col(text("name"))
        .col(text("kind"))
        .col(uuid_null("project_id"))
        .col(uuid_null("organization_id"))
        .col(text_null("provider"))
        .col(text("scopes"))
        .col(uuid_null("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("disabled_at"))
        .col(big_integer("version"))
        .foreign_key(&mut refer("api_clients", "project_id", "projects"))
        .foreign_key(&mut refer("api_clients", "organization_id", "organizations"));
    manager.create_table(table).await
}

async fn api_client_secrets(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("api_client_secrets")
        .col(uuid("id").primary_key())
        .col(uuid("client_id"))
        .col(text("prefix"))
        .col(blob("hash").unique_key())
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("last_used_at"))
        .foreign_key(&mut refer("api_client_secrets", "client_id", "api_clients"));
    manager.create_table(table).await?;
    manager.create_index(index("api_client_secrets", &["client_id"])).await
}
