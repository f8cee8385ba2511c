//! Accounts, sessions, appointments: who is there and what they may be.

mod codes;
mod people;
mod rights;
mod sessions;

use chrono::{DateTime, Utc};
pub use codes::*;
use entity::{accounts, enrollments, persons, sign_in_throttles};
pub use people::*;
pub use rights::*;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, OnConflict, UnionType},
};
pub use sessions::*;
use uuid::Uuid;

use crate::{Result, Source, Write};

/// An account as far as signing in needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    pub account: Uuid,
    pub person: Uuid,
    pub status: String,
    pub password_hash: Option<String>,
}

/// A person by any of the three names they may sign in with. Each is looked up by its own index:
/// an OR over two tables would read everybody.
pub async fn find_sign_in(
    db: &impl Source,
    phone: Vec<u8>,
    id_no: Vec<u8>,
    staff_no: &str,
) -> Result<Option<SignIn>> {
    use accounts::Column;
    let of_person = |column: persons::Column, digest: Vec<u8>| {
        let person = accounts::Entity::belongs_to(persons::Entity)
            .from(Column::PersonId)
            .to(persons::Column::Id);
        let found = accounts::Entity::find().select_only().column(Column::Id);
        found.join(JoinType::InnerJoin, person.into()).filter(column.eq(digest)).into_query()
    };
    let mut named = accounts::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::StaffNo.eq(staff_no))
        .into_query();
    named
        .union(UnionType::All, of_person(persons::Column::PhoneHash, phone))
        .union(UnionType::All, of_person(persons::Column::IdNoHash, id_no));
    let found = accounts::Entity::find().filter(Column::Id.in_subquery(named)).one(db.conn());
    Ok(found.await?.map(sign_in))
}

fn sign_in(row: accounts::Model) -> SignIn {
    SignIn {
        account: row.id,
        person: row.person_id,
        status: row.status,
        password_hash: row.password_hash,
    }
}

pub async fn find_account(db: &impl Source, id: Uuid) -> Result<Option<SignIn>> {
    Ok(accounts::Entity::find_by_id(id).one(db.conn()).await?.map(sign_in))
}

pub async fn find_account_of(db: &impl Source, person: Uuid) -> Result<Option<SignIn>> {
    let found = accounts::Entity::find().filter(accounts::Column::PersonId.eq(person));
    Ok(found.one(db.conn()).await?.map(sign_in))
}

/// Failed attempts to sign in to one account or from one place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Throttle {
    pub failures: i32,
    pub day_failures: i32,
    pub window_at: DateTime<Utc>,
    pub locked_until: Option<DateTime<Utc>>,
}

pub async fn find_throttle(db: &impl Source, subject: &str) -> Result<Option<Throttle>> {
    let row = sign_in_throttles::Entity::find_by_id(subject.to_owned());
    let row = row.lock_exclusive().one(db.conn()).await?;
    Ok(row.map(|row| Throttle {
        failures: row.failures,
        day_failures: row.day_failures,
        window_at: row.window_at,
        locked_until: row.locked_until,
    }))
}

/// Makes sure that there is a count to be held: of attempts that begin together each waits for
/// the one before it.
pub async fn begin_throttle(tx: &Write, subject: &str, now: DateTime<Utc>) -> Result<()> {
    use sign_in_throttles::{ActiveModel, Column, Entity};
    let row = ActiveModel {
        subject: Set(subject.to_owned()),
        failures: Set(0),
        day_failures: Set(0),
        window_at: Set(now),
        locked_until: Set(None),
    };
    let keep = OnConflict::column(Column::Subject).do_nothing().to_owned();
    Entity::insert(row).on_conflict(keep).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub async fn save_throttle(tx: &Write, subject: &str, throttle: &Throttle) -> Result<()> {
    use sign_in_throttles::{ActiveModel, Column, Entity};
    let row = ActiveModel {
        subject: Set(subject.to_owned()),
        failures: Set(throttle.failures),
        day_failures: Set(throttle.day_failures),
        window_at: Set(throttle.window_at),
        locked_until: Set(throttle.locked_until),
    };
    let update = OnConflict::column(Column::Subject)
        .update_columns([
            Column::Failures,
            Column::DayFailures,
            Column::WindowAt,
            Column::LockedUntil,
        ])
        .to_owned();
    Entity::insert(row).on_conflict(update).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub async fn clear_throttle(tx: &Write, subject: &str) -> Result<()> {
    sign_in_throttles::Entity::delete_by_id(subject.to_owned()).exec(tx.conn()).await?;
    Ok(())
}

/// Sets a password; the first one also activates the account, with its owner's consent.
pub async fn set_password(
    tx: &Write,
    account: Uuid,
    hash: &str,
    consent: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    use accounts::Column;
    let mut update = accounts::Entity::update_many()
        .col_expr(Column::PasswordHash, Expr::value(hash))
        .col_expr(Column::PasswordSetAt, Expr::value(now))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1));
    if consent {
        update = update
            .col_expr(Column::Status, Expr::value("active"))
            .col_expr(Column::ConsentAt, Expr::value(now));
    }
    update.filter(Column::Id.eq(account)).exec(tx.conn()).await?;
    Ok(())
}

/// Marks every enrolment of a person as activated: this instant is 参训.
pub async fn activate_enrollments(tx: &Write, person: Uuid, now: DateTime<Utc>) -> Result<()> {
    use enrollments::Column;
    enrollments::Entity::update_many()
        .col_expr(Column::ActivatedAt, Expr::value(now))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::PersonId.eq(person))
        .filter(Column::ActivatedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(())
}
