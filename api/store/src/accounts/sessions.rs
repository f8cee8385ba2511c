use chrono::{DateTime, Utc};
use entity::{accounts, refresh_tokens, sessions};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;

use super::{SignIn, sign_in};
use crate::{Result, Source, Write};

/// A signed-in session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub id: Uuid,
    pub account: Uuid,
    pub appointment: Option<Uuid>,
    pub user_agent: String,
    pub ip: String,
    pub created_at: DateTime<Utc>,
    pub seen_at: DateTime<Utc>,
    /// When the password was last given in this session.
    pub confirmed_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

fn session(row: sessions::Model) -> Session {
    Session {
        id: row.id,
        account: row.account_id,
        appointment: row.appointment_id,
        user_agent: row.user_agent,
        ip: row.ip,
        created_at: row.created_at,
        seen_at: row.seen_at,
        confirmed_at: row.confirmed_at,
        expires_at: row.expires_at,
    }
}

pub async fn insert_session(tx: &Write, new: &Session) -> Result<()> {
    let row = sessions::ActiveModel {
        id: Set(new.id),
        account_id: Set(new.account),
        appointment_id: Set(new.appointment),
        user_agent: Set(new.user_agent.clone()),
        ip: Set(new.ip.clone()),
        created_at: Set(new.created_at),
        seen_at: Set(new.seen_at),
        confirmed_at: Set(new.confirmed_at),
        expires_at: Set(new.expires_at),
        ended_at: Set(None),
    };
    sessions::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The live sessions of an account, oldest first.
pub async fn list_sessions(
    db: &impl Source,
    account: Uuid,
    now: DateTime<Utc>,
) -> Result<Vec<Session>> {
    let rows = sessions::Entity::find()
        .filter(sessions::Column::AccountId.eq(account))
        .filter(sessions::Column::EndedAt.is_null())
        .filter(sessions::Column::ExpiresAt.gt(now))
        .order_by_asc(sessions::Column::Id)
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().map(session).collect())
}

/// The appointment of an account's newest session, ended or not.
pub async fn last_appointment(db: &impl Source, account: Uuid) -> Result<Option<Uuid>> {
    let newest = sessions::Entity::find()
        .filter(sessions::Column::AccountId.eq(account))
        .order_by_desc(sessions::Column::CreatedAt)
        .one(db.conn())
        .await?;
    Ok(newest.and_then(|row| row.appointment_id))
}

/// A live session, with the account and the person behind it.
pub async fn find_standing(
    db: &impl Source,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<Option<(Session, SignIn)>> {
    let found = sessions::Entity::find_by_id(id)
        .filter(sessions::Column::EndedAt.is_null())
        .filter(sessions::Column::ExpiresAt.gt(now))
        .join(
            sea_orm::JoinType::InnerJoin,
            sessions::Entity::belongs_to(accounts::Entity)
                .from(sessions::Column::AccountId)
                .to(accounts::Column::Id)
                .into(),
        )
        .select_also(accounts::Entity);
    Ok(found
        .one(db.conn())
        .await?
        .and_then(|(row, account)| Some((session(row), sign_in(account?)))))
}

/// Notes that the session was seen, or confirmed by its password.
pub async fn touch_session(
    tx: &Write,
    id: Uuid,
    seen_at: DateTime<Utc>,
    confirmed_at: Option<DateTime<Utc>>,
) -> Result<()> {
    let mut update =
        sessions::Entity::update_many().col_expr(sessions::Column::SeenAt, Expr::value(seen_at));
    if let Some(at) = confirmed_at {
        update = update.col_expr(sessions::Column::ConfirmedAt, Expr::value(at));
    }
    update.filter(sessions::Column::Id.eq(id)).exec(tx.conn()).await?;
    Ok(())
}

pub async fn choose_appointment(
    tx: &Write,
    session: Uuid,
    appointment: Option<Uuid>,
) -> Result<()> {
    sessions::Entity::update_many()
        .col_expr(sessions::Column::AppointmentId, Expr::value(appointment))
        .filter(sessions::Column::Id.eq(session))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Ends sessions of an account: all, all but one, or just one.
pub async fn end_sessions(
    tx: &Write,
    account: Uuid,
    only: Option<Uuid>,
    except: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<u64> {
    let mut update = sessions::Entity::update_many()
        .col_expr(sessions::Column::EndedAt, Expr::value(now))
        .filter(sessions::Column::AccountId.eq(account))
        .filter(sessions::Column::EndedAt.is_null());
    if let Some(id) = only {
        update = update.filter(sessions::Column::Id.eq(id));
    }
    if let Some(id) = except {
        update = update.filter(sessions::Column::Id.ne(id));
    }
    Ok(update.exec(tx.conn()).await?.rows_affected)
}

/// A refresh token that was handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefreshToken {
    pub session: Uuid,
    pub used_at: Option<DateTime<Utc>>,
    pub expires_at: DateTime<Utc>,
}

pub async fn insert_refresh(
    tx: &Write,
    hash: Vec<u8>,
    session: Uuid,
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<()> {
    let row = refresh_tokens::ActiveModel {
        hash: Set(hash),
        session_id: Set(session),
        issued_at: Set(now),
        used_at: Set(None),
        expires_at: Set(expires_at),
    };
    refresh_tokens::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub async fn find_refresh(db: &impl Source, hash: Vec<u8>) -> Result<Option<RefreshToken>> {
    let row = refresh_tokens::Entity::find_by_id(hash).one(db.conn()).await?;
    Ok(row.map(|row| RefreshToken {
        session: row.session_id,
        used_at: row.used_at,
        expires_at: row.expires_at,
    }))
}

/// Uses a refresh token up; of many at once one succeeds.
pub async fn use_refresh(tx: &Write, hash: Vec<u8>, now: DateTime<Utc>) -> Result<bool> {
    let done = refresh_tokens::Entity::update_many()
        .col_expr(refresh_tokens::Column::UsedAt, Expr::value(now))
        .filter(refresh_tokens::Column::Hash.eq(hash))
        .filter(refresh_tokens::Column::UsedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}
