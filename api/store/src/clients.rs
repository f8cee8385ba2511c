//! API clients of course providers, third parties and scripts.

use chrono::{DateTime, Utc};
use entity::{api_client_secrets, api_clients};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr,
};
use uuid::Uuid;

use crate::{Error, Result, Source, Write};

/// An API client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    pub id: Uuid,
    pub name: String,
    /// `course_provider` or `third_party`.
    pub kind: String,
    pub project: Option<Uuid>,
    /// The organisation whose sub-tree it may see.
    pub organization: Option<Uuid>,
    pub provider: Option<String>,
    pub scopes: Vec<String>,
    pub created_by: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub disabled_at: Option<DateTime<Utc>>,
    pub version: i64,
}

fn client(row: api_clients::Model) -> Result<Client> {
    let Ok(scopes) = serde_json::from_str(&row.scopes) else {
        return Err(Error::Corrupt { table: "api_clients", column: "scopes", value: row.scopes });
    };
    Ok(Client {
        id: row.id,
        name: row.name,
        kind: row.kind,
        project: row.project_id,
        organization: row.organization_id,
        provider: row.provider,
        scopes,
        created_by: row.created_by,
        created_at: row.created_at,
        expires_at: row.expires_at,
        disabled_at: row.disabled_at,
        version: row.version,
    })
}

pub async fn insert(tx: &Write, new: &Client) -> Result<()> {
    let row = api_clients::ActiveModel {
        id: Set(new.id),
        name: Set(new.name.clone()),
        kind: Set(new.kind.clone()),
        project_id: Set(new.project),
        organization_id: Set(new.organization),
        provider: Set(new.provider.clone()),
        scopes: Set(serde_json::to_string(&new.scopes).unwrap_or_default()),
        created_by: Set(new.created_by),
        created_at: Set(new.created_at),
        expires_at: Set(new.expires_at),
        disabled_at: Set(new.disabled_at),
        version: Set(new.version),
    };
    api_clients::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<Client>> {
    api_clients::Entity::find_by_id(id).one(db.conn()).await?.map(client).transpose()
}

/// The clients of a project, or those of none.
pub async fn list(db: &impl Source, project: Option<Uuid>) -> Result<Vec<Client>> {
    let query = api_clients::Entity::find().order_by_asc(api_clients::Column::Id);
    let query = match project {
        Some(id) => query.filter(api_clients::Column::ProjectId.eq(id)),
        None => query,
    };
    query.all(db.conn()).await?.into_iter().map(client).collect()
}

pub async fn disable(tx: &Write, id: Uuid, now: DateTime<Utc>) -> Result<bool> {
    let done = api_clients::Entity::update_many()
        .col_expr(api_clients::Column::DisabledAt, Expr::value(now))
        .filter(api_clients::Column::Id.eq(id))
        .filter(api_clients::Column::DisabledAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// A secret as stored: its digest, and the first characters by which scanners know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secret {
    pub id: Uuid,
    pub client: Uuid,
    pub prefix: String,
    pub hash: Vec<u8>,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

pub async fn insert_secret(tx: &Write, new: &Secret) -> Result<()> {
    let row = api_client_secrets::ActiveModel {
        id: Set(new.id),
        client_id: Set(new.client),
        prefix: Set(new.prefix.clone()),
        hash: Set(new.hash.clone()),
        created_at: Set(new.created_at),
        expires_at: Set(new.expires_at),
        last_used_at: Set(None),
    };
    api_client_secrets::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The live secrets of a client, newest first.
pub async fn list_secrets(
    db: &impl Source,
    client: Uuid,
    now: DateTime<Utc>,
) -> Result<Vec<Secret>> {
    let rows = api_client_secrets::Entity::find()
        .filter(api_client_secrets::Column::ClientId.eq(client))
        .filter(api_client_secrets::Column::ExpiresAt.gt(now))
        .order_by_desc(api_client_secrets::Column::Id)
        .all(db.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Secret {
            id: row.id,
            client: row.client_id,
            prefix: row.prefix,
            hash: row.hash,
            created_at: row.created_at,
            expires_at: row.expires_at,
        })
        .collect())
}

/// Lets a secret run out at `until`.
pub async fn expire_secret(tx: &Write, id: Uuid, until: DateTime<Utc>) -> Result<()> {
    api_client_secrets::Entity::update_many()
        .col_expr(api_client_secrets::Column::ExpiresAt, Expr::value(until))
        .filter(api_client_secrets::Column::Id.eq(id))
        .exec(tx.conn())
        .await?;
    Ok(())
}

pub async fn note_use(tx: &Write, secret: Uuid, now: DateTime<Utc>) -> Result<()> {
    api_client_secrets::Entity::update_many()
        .col_expr(api_client_secrets::Column::LastUsedAt, Expr::value(now))
        .filter(api_client_secrets::Column::Id.eq(secret))
        .exec(tx.conn())
        .await?;
    Ok(())
}
