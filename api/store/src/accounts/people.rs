use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{accounts, organizations, persons};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, JoinType, PaginatorTrait, QueryFilter,
    QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use crate::{Result, Source, Write};

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
    use entity::{classes, projects, workshops};
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

/// Whether somebody signs in by this phone or staff number already.
pub async fn login_taken(
    db: &impl Source,
    phone_hash: Option<&[u8]>,
    staff_no: Option<&str>,
) -> Result<bool> {
    let mut any = Condition::any();
    if let Some(hash) = phone_hash {
        any = any.add(persons::Column::PhoneHash.eq(hash));
    }
    if let Some(number) = staff_no {
        any = any.add(accounts::Column::StaffNo.eq(number));
    }
    if any.is_empty() {
        return Ok(false);
    }
    let person = accounts::Entity::belongs_to(persons::Entity).from(accounts::Column::PersonId);
    let query = accounts::Entity::find()
        .join(JoinType::InnerJoin, person.to(persons::Column::Id).into())
        .filter(any);
    Ok(query.count(db.conn()).await? > 0)
}

/// Whether somebody else has this phone already.
pub async fn phone_taken(db: &impl Source, hash: &[u8], except: Uuid) -> Result<bool> {
    let query = persons::Entity::find().filter(persons::Column::PhoneHash.eq(hash));
    Ok(query.filter(persons::Column::Id.ne(except)).count(db.conn()).await? > 0)
}

/// The digest of somebody's phone.
pub async fn phone_hash(db: &impl Source, person: Uuid) -> Result<Option<Vec<u8>>> {
    let row = persons::Entity::find_by_id(person).one(db.conn()).await?;
    Ok(row.and_then(|row| row.phone_hash))
}

/// Writes a sealed phone if the version is still the one seen; tells whether it was.
pub async fn update_phone(
    tx: &Write,
    person: Uuid,
    version: i64,
    sealed: Vec<u8>,
    hash: Vec<u8>,
    now: DateTime<Utc>,
) -> Result<bool> {
    write_phone(tx, person, persons::Column::Version.eq(version), sealed, hash, now).await
}

/// Gives somebody who has none a phone; tells whether that was so.
pub async fn add_phone(
    tx: &Write,
    person: Uuid,
    sealed: Vec<u8>,
    hash: Vec<u8>,
    now: DateTime<Utc>,
) -> Result<bool> {
    write_phone(tx, person, persons::Column::PhoneHash.is_null(), sealed, hash, now).await
}

async fn write_phone(
    tx: &Write,
    person: Uuid,
    still: Expr,
    sealed: Vec<u8>,
    hash: Vec<u8>,
    now: DateTime<Utc>,
) -> Result<bool> {
    use persons::Column;
    let done = persons::Entity::update_many()
        .col_expr(Column::PhoneSealed, Expr::value(sealed))
        .col_expr(Column::PhoneHash, Expr::value(hash))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(person))
        .filter(still)
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}
