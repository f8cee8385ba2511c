use chrono::{DateTime, NaiveDate, Utc};
use entity::{phases, policy_bases, projects};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;

use super::{Basis, Phase, Project};
use crate::{Result, Source, Write};

/// Of two projects with one code at once one gets [`crate::Error::Duplicate`].
pub async fn insert(tx: &Write, new: &Project, now: DateTime<Utc>) -> Result<()> {
    let row = projects::ActiveModel {
        id: Set(new.id),
        code: Set(new.code.clone()),
        name: Set(new.name.clone()),
        programme: Set(new.programme.clone()),
        level: Set(new.level.clone()),
        region_id: Set(new.region),
        provider: Set(new.provider.clone()),
        target_headcount: Set(new.target_headcount),
        status: Set(new.status.clone()),
        starts_on: Set(new.starts_on),
        ends_on: Set(new.ends_on),
        selection_closes_at: Set(new.selection_closes_at),
        policy_id: Set(None),
        catalog_published_at: Set(None),
        catalog_revision: Set(0),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    projects::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Writes what may change of a project if the version is still the one seen; tells whether it
/// was.
pub async fn update(tx: &Write, new: &Project, now: DateTime<Utc>) -> Result<bool> {
    use projects::Column as C;
    let done = projects::Entity::update_many()
        .col_expr(C::Name, Expr::value(new.name.as_str()))
        .col_expr(C::Level, Expr::value(new.level.as_str()))
        .col_expr(C::Provider, Expr::value(new.provider.as_str()))
        .col_expr(C::TargetHeadcount, Expr::value(new.target_headcount))
        .col_expr(C::Status, Expr::value(new.status.as_str()))
        .col_expr(C::StartsOn, Expr::value(new.starts_on))
        .col_expr(C::EndsOn, Expr::value(new.ends_on))
        .col_expr(C::SelectionClosesAt, Expr::value(new.selection_closes_at))
        .col_expr(C::UpdatedAt, Expr::value(now))
        .col_expr(C::Version, Expr::col(C::Version).add(1))
        .filter(C::Id.eq(new.id))
        .filter(C::Version.eq(new.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

pub async fn find_phase(db: &impl Source, id: Uuid) -> Result<Option<Phase>> {
    Ok(phases::Entity::find_by_id(id).one(db.conn()).await?)
}

/// Of two phases with one number at once one gets [`crate::Error::Duplicate`].
pub async fn insert_phase(tx: &Write, new: Phase) -> Result<()> {
    let row = phases::ActiveModel {
        id: Set(new.id),
        project_id: Set(new.project_id),
        seq: Set(new.seq),
        name: Set(new.name),
        starts_on: Set(new.starts_on),
        ends_on: Set(new.ends_on),
        modules: Set(new.modules),
        activities: Set(new.activities),
        grade_components: Set(new.grade_components),
        version: Set(1),
    };
    phases::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub async fn update_phase(tx: &Write, new: &Phase) -> Result<bool> {
    use phases::Column as C;
    let done = phases::Entity::update_many()
        .col_expr(C::Seq, Expr::value(new.seq))
        .col_expr(C::Name, Expr::value(new.name.as_str()))
        .col_expr(C::StartsOn, Expr::value(new.starts_on))
        .col_expr(C::EndsOn, Expr::value(new.ends_on))
        .col_expr(C::Modules, Expr::value(new.modules.as_str()))
        .col_expr(C::Activities, Expr::value(new.activities.as_str()))
        .col_expr(C::GradeComponents, Expr::value(new.grade_components.as_str()))
        .col_expr(C::Version, Expr::col(C::Version).add(1))
        .filter(C::Id.eq(new.id))
        .filter(C::Version.eq(new.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Takes a phase away if the version is still the one seen; tells whether it was.
pub async fn delete_phase(tx: &Write, id: Uuid, version: i64) -> Result<bool> {
    let done = phases::Entity::delete_many()
        .filter(phases::Column::Id.eq(id))
        .filter(phases::Column::Version.eq(version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// A document that a project rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBasis {
    pub id: Uuid,
    pub project: Uuid,
    pub title: String,
    pub doc_no: String,
    pub issuer: String,
    pub issued_on: Option<NaiveDate>,
}

/// Adds a document after the others.
pub async fn insert_basis(tx: &Write, new: &NewBasis) -> Result<()> {
    let last = policy_bases::Entity::find()
        .filter(policy_bases::Column::ProjectId.eq(new.project))
        .order_by_desc(policy_bases::Column::Position)
        .limit(1)
        .one(tx.conn())
        .await?;
    let row = policy_bases::ActiveModel {
        id: Set(new.id),
        project_id: Set(new.project),
        title: Set(new.title.clone()),
        doc_no: Set(new.doc_no.clone()),
        issuer: Set(new.issuer.clone()),
        issued_on: Set(new.issued_on),
        position: Set(last.map_or(1, |row| row.position.saturating_add(1))),
    };
    policy_bases::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub async fn find_basis(db: &impl Source, id: Uuid) -> Result<Option<Basis>> {
    Ok(policy_bases::Entity::find_by_id(id).one(db.conn()).await?)
}

pub async fn delete_basis(tx: &Write, id: Uuid) -> Result<()> {
    policy_bases::Entity::delete_by_id(id).exec(tx.conn()).await?;
    Ok(())
}
