use sea_orm_migration::{prelude::*, schema::*};

use crate::table::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        audit_events(manager).await?;
        audit_seals(manager).await?;
        outbox(manager).await?;
        idempotency_keys(manager).await?;
        crate::table::append_only(manager, "audit_events").await?;
        Ok(())
    }
}

async fn audit_events(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("audit_events")
        .col(big_pk_auto("seq"))
        .col(uuid("id").unique_key())
        .col(timestamp_with_time_zone("at"))
        .col(uuid_null("project_id"))
        .col(uuid_null("county_id"))
        .col(uuid_null("school_id"))
        .col(uuid_null("actor_id"))
        .col(uuid_null("client_id"))
        .col(text("role"))
        .col(text("action"))
        .col(text("object_kind"))
        .col(text_null("object_id"))
        .col(text("outcome"))
        .col(text_null("reason"))
        .col(text("request_id"))
        .col(text("ip"))
        .col(blob_null("before_hash"))
        .col(blob_null("after_hash"))
        .col(text("detail"));
    manager.create_table(table).await?;
    manager.create_index(index("audit_events", &["project_id", "seq"])).await?;
    manager.create_index(index("audit_events", &["object_kind", "object_id"])).await?;
    manager.create_index(index("audit_events", &["actor_id", "seq"])).await
}

async fn audit_seals(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("audit_seals")
        .col(big_integer("position").primary_key())
        .col(big_integer("event_seq").unique_key())
        .col(blob("hash"))
        .col(blob("previous"));
    manager.create_table(table).await
}

async fn outbox(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("outbox")
        .col(uuid("id").primary_key())
        .col(text("topic"))
        .col(text("payload"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("delivered_at"))
        .col(integer("attempts"));
    manager.create_table(table).await?;
    manager.create_index(index("outbox", &["delivered_at", "id"])).await
}

async fn idempotency_keys(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = Table::create();
    table
        .table("idempotency_keys")
        .col(text("principal"))
        .col(text("key"))
        .col(blob("fingerprint"))
        .col(integer("status"))
        .col(text("headers"))
        .col(blob("body"))
        .col(timestamp_with_time_zone("created_at"))
        .primary_key(Index::create().col("principal").col("key"));
    manager.create_table(table).await?;
    manager.create_index(index("idempotency_keys", &["created_at"])).await
}
