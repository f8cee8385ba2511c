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
        persons(manager).await?;
        accounts(manager).await?;
        activation_codes(manager).await?;
        sign_in_throttles(manager).await?;
        sessions(manager).await?;
        refresh_tokens(manager).await?;
        appointments(manager).await?;
        Ok(())
    }
}

async fn persons(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("persons")
        .col(uuid("id").primary_key())
        .col(text("name"))
        .col(text_null("gender"))
        .col(text_null("id_type"))
        .col(blob_null("id_no_sealed"))
        .col(blob_null("id_no_hash").unique_key())
        .col(blob_null("phone_sealed"))
        .col(blob_null("phone_hash").unique_key())
        .col(text("key_id"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"));
    manager.create_table(table).await
}

async fn accounts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("accounts")
        .col(uuid("id").primary_key())
        .col(uuid("person_id").unique_key())
        .col(text_null("staff_no").unique_key())
        .col(text("status"))
        .col(text_null("password_hash"))
        .col(timestamp_with_time_zone_null("password_set_at"))
        .col(timestamp_with_time_zone_null("consent_at"))
        .col(big_integer("epoch"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut refer("accounts", "person_id", "persons"));
    manager.create_table(table).await
}

async fn activation_codes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("activation_codes")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(blob("code_hash").unique_key())
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .col(uuid_null("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut refer("activation_codes", "account_id", "accounts"));
    manager.create_table(table).await?;
    manager.create_index(index("activation_codes", &["account_id"])).await
}

async fn sign_in_throttles(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("sign_in_throttles")
        .col(text("subject").primary_key())
        .col(integer("failures"))
        .col(integer("day_failures"))
        .col(timestamp_with_time_zone("window_at"))
        .col(timestamp_with_time_zone_null("locked_until"));
    manager.create_table(table).await
}

async fn sessions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("sessions")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(uuid_null("appointment_id"))
        .col(text("user_agent"))
        .col(text("ip"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("seen_at"))
        .col(timestamp_with_time_zone("confirmed_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .foreign_key(&mut refer("sessions", "account_id", "accounts"));
    manager.create_table(table).await?;
    manager.create_index(index("sessions", &["account_id", "ended_at"])).await
}

async fn refresh_tokens(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("refresh_tokens")
        .col(blob("hash").primary_key())
        .col(uuid("session_id"))
        .col(timestamp_with_time_zone("issued_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .foreign_key(&mut refer("refresh_tokens", "session_id", "sessions"));
    manager.create_table(table).await?;
    manager.create_index(index("refresh_tokens", &["session_id"])).await
}

async fn appointments(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("appointments")
        .col(uuid("id").primary_key())
        .col(uuid("person_id"))
        .col(uuid_null("project_id"))
        .col(text("role"))
        .col(text("scope_kind"))
        .col(uuid_null("scope_id"))
        .col(text_null("subject"))
        .col(text_null("title"))
        .col(date("valid_from"))
        .col(date_null("valid_to"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .col(uuid_null("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(big_integer("version"))
        .foreign_key(&mut refer("appointments", "person_id", "persons"))
        .foreign_key(&mut refer("appointments", "project_id", "projects"));
    manager.create_table(table).await?;
    manager.create_index(index("appointments", &["person_id"])).await?;
    manager.create_index(index("appointments", &["scope_id", "role"])).await?;
    manager.create_index(index("appointments", &["project_id", "role"])).await
}
