use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{accounts, activation_codes};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use crate::{Result, Source, Write};

/// A single-use code, unused and unexpired.
pub async fn find_code(
    db: &impl Source,
    hash: Vec<u8>,
    now: DateTime<Utc>,
) -> Result<Option<(Uuid, Uuid)>> {
    let found = activation_codes::Entity::find()
        .filter(activation_codes::Column::CodeHash.eq(hash))
        .filter(activation_codes::Column::UsedAt.is_null())
        .filter(activation_codes::Column::ExpiresAt.gt(now))
        .one(db.conn())
        .await?;
    Ok(found.map(|row| (row.id, row.account_id)))
}

/// Uses a code up; of many at once one succeeds.
pub async fn use_code(tx: &Write, id: Uuid, now: DateTime<Utc>) -> Result<bool> {
    let done = activation_codes::Entity::update_many()
        .col_expr(activation_codes::Column::UsedAt, Expr::value(now))
        .filter(activation_codes::Column::Id.eq(id))
        .filter(activation_codes::Column::UsedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// A code to hand out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCode {
    pub id: Uuid,
    pub account: Uuid,
    pub hash: Vec<u8>,
    pub expires_at: DateTime<Utc>,
    pub created_by: Option<Uuid>,
    pub created_at: DateTime<Utc>,
}

/// Stores fresh codes; earlier unused codes of the same accounts end.
pub async fn insert_codes(tx: &Write, codes: Vec<NewCode>) -> Result<()> {
    for some in codes.chunks(500) {
        let accounts: Vec<Uuid> = some.iter().map(|code| code.account).collect();
        activation_codes::Entity::delete_many()
            .filter(activation_codes::Column::AccountId.is_in(accounts))
            .filter(activation_codes::Column::UsedAt.is_null())
            .exec(tx.conn())
            .await?;
        let rows = some.iter().map(|code| activation_codes::ActiveModel {
            id: Set(code.id),
            account_id: Set(code.account),
            code_hash: Set(code.hash.clone()),
            expires_at: Set(code.expires_at),
            used_at: Set(None),
            created_by: Set(code.created_by),
            created_at: Set(code.created_at),
        });
        activation_codes::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// The accounts of these people: (person, account, staff number, status).
pub async fn accounts_of(
    db: &impl Source,
    people: Vec<Uuid>,
) -> Result<HashMap<Uuid, (Uuid, Option<String>, String)>> {
    use accounts::Column as C;
    let rows: Vec<(Uuid, Uuid, Option<String>, String)> = accounts::Entity::find()
        .select_only()
        .columns([C::PersonId, C::Id, C::StaffNo, C::Status])
        .filter(C::PersonId.is_in(people))
        .into_tuple()
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().map(|(person, id, no, status)| (person, (id, no, status))).collect())
}
