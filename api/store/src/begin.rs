//! The first records of an installation, made by the program itself.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    accounts, organizations, persons, phases, policies, policy_bases, practice_rounds, projects,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr,
};
use uuid::Uuid;

use crate::{Result, Source, Write};

/// Whether nobody has an account yet.
pub async fn is_empty(db: &impl Source) -> Result<bool> {
    Ok(accounts::Entity::find().count(db.conn()).await? == 0)
}

/// An organisation above the schools.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    pub id: Uuid,
    pub kind: &'static str,
    pub parent: Option<Uuid>,
    pub county: Option<Uuid>,
    pub code: &'static str,
    pub name: &'static str,
}

pub async fn insert_region(tx: &Write, region: &Region, now: DateTime<Utc>) -> Result<()> {
    let row = organizations::ActiveModel {
        id: Set(region.id),
        kind: Set(region.kind.to_owned()),
        parent_id: Set(region.parent),
        county_id: Set(region.county),
        code: Set(region.code.to_owned()),
        name: Set(region.name.to_owned()),
        aliases: Set("[]".to_owned()),
        school_type: Set(None),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    organizations::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// A project with its first policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProject {
    pub id: Uuid,
    pub code: String,
    pub name: String,
    pub programme: String,
    pub level: String,
    pub region: Uuid,
    pub provider: String,
    pub headcount: i64,
    pub status: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub policy: Uuid,
    /// The policy set as JSON.
    pub policy_body: String,
    /// Why it is so; shown with it.
    pub policy_note: String,
}

pub async fn insert_project(tx: &Write, new: NewProject, now: DateTime<Utc>) -> Result<()> {
    let row = projects::ActiveModel {
        id: Set(new.id),
        code: Set(new.code),
        name: Set(new.name),
        programme: Set(new.programme),
        level: Set(new.level),
        region_id: Set(new.region),
        provider: Set(new.provider),
        target_headcount: Set(new.headcount),
        status: Set(new.status),
        starts_on: Set(new.starts_on),
        ends_on: Set(new.ends_on),
        selection_closes_at: Set(None),
        policy_id: Set(Some(new.policy)),
        catalog_published_at: Set(None),
        catalog_revision: Set(0),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    projects::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    let row = policies::ActiveModel {
        id: Set(new.policy),
        project_id: Set(new.id),
        number: Set(1),
        effective_on: Set(new.starts_on),
        body: Set(new.policy_body),
        note: Set(new.policy_note),
        created_by: Set(None),
        created_at: Set(now),
    };
    policies::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// A document the project rests on (s.5): id, title, number, issuer.
pub async fn insert_basis(
    tx: &Write,
    project: Uuid,
    id: Uuid,
    position: i32,
    words: (&str, &str, &str),
) -> Result<()> {
    let row = policy_bases::ActiveModel {
        id: Set(id),
        project_id: Set(project),
        title: Set(words.0.to_owned()),
        doc_no: Set(words.1.to_owned()),
        issuer: Set(words.2.to_owned()),
        issued_on: Set(None),
        position: Set(position),
    };
    policy_bases::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// A phase that binds content, activities and assessment (s.22); the last three are JSON lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    pub id: Uuid,
    pub seq: i32,
    pub name: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub modules: String,
    pub activities: String,
    pub grade_components: String,
}

pub async fn insert_phase(tx: &Write, project: Uuid, phase: Phase) -> Result<()> {
    let row = phases::ActiveModel {
        id: Set(phase.id),
        project_id: Set(project),
        seq: Set(phase.seq),
        name: Set(phase.name),
        starts_on: Set(phase.starts_on),
        ends_on: Set(phase.ends_on),
        modules: Set(phase.modules),
        activities: Set(phase.activities),
        grade_components: Set(phase.grade_components),
        version: Set(1),
    };
    phases::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Opens the first practice round of a project.
pub async fn insert_round(
    tx: &Write,
    project: Uuid,
    id: Uuid,
    name: &str,
    days: (NaiveDate, NaiveDate),
    now: DateTime<Utc>,
) -> Result<()> {
    let row = practice_rounds::ActiveModel {
        id: Set(id),
        project_id: Set(project),
        name: Set(name.to_owned()),
        status: Set("open".to_owned()),
        completion_max: Set(5_000),
        effect_max: Set(5_000),
        opens_on: Set(days.0),
        closes_on: Set(days.1),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    practice_rounds::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Gives an account a name to sign in with.
pub async fn name_account(tx: &Write, person: Uuid, staff_no: &str) -> Result<()> {
    accounts::Entity::update_many()
        .col_expr(accounts::Column::StaffNo, Expr::value(staff_no))
        .filter(accounts::Column::PersonId.eq(person))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// The person with this name who holds no ID number: somebody of the staff.
pub async fn find_staff(db: &impl Source, name: &str) -> Result<Option<Uuid>> {
    let found = persons::Entity::find()
        .filter(persons::Column::Name.eq(name))
        .filter(persons::Column::IdNoHash.is_null());
    Ok(found.one(db.conn()).await?.map(|row| row.id))
}
