//! Accounts, sessions, appointments: who is there and what they may be.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Appointment, Membership, Role};
use entity::{
    accounts, activation_codes, appointments, enrollments, persons, refresh_tokens, sessions,
    sign_in_throttles,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use crate::{Error, Result, Source, Write};

/// An account as far as signing in needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    pub account: Uuid,
    pub person: Uuid,
    pub status: String,
    pub password_hash: Option<String>,
}

/// A person by any of the three names they may sign in with.
pub async fn find_sign_in(
    db: &impl Source,
    phone: Vec<u8>,
    id_no: Vec<u8>,
    staff_no: &str,
) -> Result<Option<SignIn>> {
    let any = Condition::any()
        .add(persons::Column::PhoneHash.eq(phone))
        .add(persons::Column::IdNoHash.eq(id_no))
        .add(accounts::Column::StaffNo.eq(staff_no));
    let found = accounts::Entity::find()
        .join(
            sea_orm::JoinType::InnerJoin,
            accounts::Entity::belongs_to(persons::Entity)
                .from(accounts::Column::PersonId)
                .to(persons::Column::Id)
                .into(),
        )
        .filter(any)
        .one(db.conn())
        .await?;
    Ok(found.map(sign_in))
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

/// The appointments of a person that are in force today.
pub async fn appointments_of(
    db: &impl Source,
    person: Uuid,
    today: NaiveDate,
) -> Result<Vec<Appointment>> {
    let rows = appointments::Entity::find()
        .filter(appointments::Column::PersonId.eq(person))
        .filter(appointments::Column::EndedAt.is_null())
        .filter(appointments::Column::ValidFrom.lte(today))
        .filter(
            Condition::any()
                .add(appointments::Column::ValidTo.is_null())
                .add(appointments::Column::ValidTo.gte(today)),
        )
        .order_by_asc(appointments::Column::Id)
        .all(db.conn())
        .await?;
    rows.into_iter().map(appointment).collect()
}

fn appointment(row: appointments::Model) -> Result<Appointment> {
    let Some(role) = Role::parse(&row.role) else {
        return Err(Error::Corrupt { table: "appointments", column: "role", value: row.role });
    };
    Ok(Appointment {
        id: row.id,
        role,
        project: row.project_id,
        scope: row.scope_id,
        subject: row.subject,
    })
}

/// Where the person is enrolled as a trainee.
pub async fn memberships_of(db: &impl Source, person: Uuid) -> Result<Vec<Membership>> {
    let rows = enrollments::Entity::find()
        .filter(enrollments::Column::PersonId.eq(person))
        .filter(enrollments::Column::Status.is_not_in(["withdrawn", "transferred"]))
        .order_by_asc(enrollments::Column::Id)
        .all(db.conn())
        .await?;
    let place = |row: enrollments::Model| Membership {
        enrollment: row.id,
        project: row.project_id,
        county: row.county_id,
        school: row.school_id,
        class: row.class_id,
        workshop: row.workshop_id,
    };
    Ok(rows.into_iter().map(place).collect())
}

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

/// A person as stored: the personal fields are sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: Uuid,
    pub name: String,
    pub gender: Option<String>,
    pub id_no_sealed: Option<Vec<u8>>,
    pub phone_sealed: Option<Vec<u8>>,
    pub version: i64,
}

pub async fn find_person(db: &impl Source, id: Uuid) -> Result<Option<Person>> {
    Ok(persons::Entity::find_by_id(id).one(db.conn()).await?.map(|row| Person {
        id: row.id,
        name: row.name,
        gender: row.gender,
        id_no_sealed: row.id_no_sealed,
        phone_sealed: row.phone_sealed,
        version: row.version,
    }))
}

/// Names of organisations, classes, workshops and projects, by id: what roles are over.
pub async fn names_of(db: &impl Source, ids: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    use entity::{classes, organizations, projects, workshops};
    let mut names = HashMap::new();
    if ids.is_empty() {
        return Ok(names);
    }
    let ids = || ids.iter().copied();
    let found = organizations::Entity::find().filter(organizations::Column::Id.is_in(ids()));
    names.extend(found.all(db.conn()).await?.into_iter().map(|row| (row.id, row.name)));
    let found = classes::Entity::find().filter(classes::Column::Id.is_in(ids()));
    names.extend(found.all(db.conn()).await?.into_iter().map(|row| (row.id, row.name)));
    let found = workshops::Entity::find().filter(workshops::Column::Id.is_in(ids()));
    names.extend(found.all(db.conn()).await?.into_iter().map(|row| (row.id, row.name)));
    let found = projects::Entity::find().filter(projects::Column::Id.is_in(ids()));
    names.extend(found.all(db.conn()).await?.into_iter().map(|row| (row.id, row.name)));
    Ok(names)
}
