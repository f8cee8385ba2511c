//! Projects, what they rest on, their phases and policies.

mod write;

use chrono::{DateTime, NaiveDate, Utc};
use entity::{enrollments, organizations, phases, policies, policy_bases, projects};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Expr,
};
use uuid::Uuid;
pub use write::*;

use crate::{Cut, Result, Source, Window, Write};

/// A training project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    pub id: Uuid,
    pub code: String,
    pub name: String,
    pub programme: String,
    pub level: String,
    /// The county it runs in.
    pub region: Uuid,
    pub region_name: String,
    pub provider: String,
    pub target_headcount: i64,
    pub status: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub selection_closes_at: Option<DateTime<Utc>>,
    pub catalog_published_at: Option<DateTime<Utc>>,
    pub version: i64,
}

fn project((row, region): (projects::Model, Option<organizations::Model>)) -> Project {
    Project {
        id: row.id,
        code: row.code,
        name: row.name,
        programme: row.programme,
        level: row.level,
        region: row.region_id,
        region_name: region.map(|region| region.name).unwrap_or_default(),
        provider: row.provider,
        target_headcount: row.target_headcount,
        status: row.status,
        starts_on: row.starts_on,
        ends_on: row.ends_on,
        selection_closes_at: row.selection_closes_at,
        catalog_published_at: row.catalog_published_at,
        version: row.version,
    }
}

fn with_region() -> sea_orm::SelectTwo<projects::Entity, organizations::Entity> {
    projects::Entity::find()
        .join(
            sea_orm::JoinType::InnerJoin,
            projects::Entity::belongs_to(organizations::Entity)
                .from(projects::Column::RegionId)
                .to(organizations::Column::Id)
                .into(),
        )
        .select_also(organizations::Entity)
}

pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<Project>> {
    let found = with_region().filter(projects::Column::Id.eq(id)).one(db.conn()).await?;
    Ok(found.map(project))
}

/// Projects among these ids, or all of them.
pub async fn list(
    db: &impl Source,
    only: Option<Vec<Uuid>>,
    window: &Window,
) -> Result<Cut<Project>> {
    let mut query =
        with_region().order_by_asc(projects::Column::Id).limit(window.limit.saturating_add(1));
    if let Some(ids) = only {
        query = query.filter(projects::Column::Id.is_in(ids));
    }
    if let Some(key) = &window.after {
        query = query.filter(projects::Column::Id.gt(key.id));
    }
    let rows = query.all(db.conn()).await?.into_iter().map(project).collect();
    Ok(window.cut(rows))
}

/// States in which an enrolment leaves the denominators (plan §3.1).
pub(crate) const COUNTED_OUT: [&str; 4] = ["withdrawn", "deferred", "exempted", "transferred"];

/// How many are enrolled, and how many of them signed in (参训).
pub async fn headcount(db: &impl Source, project: Uuid) -> Result<(i64, i64)> {
    let query = || {
        enrollments::Entity::find()
            .filter(enrollments::Column::ProjectId.eq(project))
            .filter(enrollments::Column::Status.is_not_in(COUNTED_OUT))
    };
    let all = query().count(db.conn()).await?;
    let active = query().filter(enrollments::Column::ActivatedAt.is_not_null());
    let active = active.count(db.conn()).await?;
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    Ok((number(all), number(active)))
}

/// A document the project rests on (s.5).
pub type Basis = policy_bases::Model;
/// A phase with what it binds, as JSON lists (s.22).
pub type Phase = phases::Model;
/// A version of the policy set, as JSON.
pub type Policy = policies::Model;

pub async fn bases(db: &impl Source, project: Uuid) -> Result<Vec<Basis>> {
    let query = policy_bases::Entity::find().filter(policy_bases::Column::ProjectId.eq(project));
    Ok(query.order_by_asc(policy_bases::Column::Position).all(db.conn()).await?)
}

pub async fn phases(db: &impl Source, project: Uuid) -> Result<Vec<Phase>> {
    let query = phases::Entity::find().filter(phases::Column::ProjectId.eq(project));
    Ok(query.order_by_asc(phases::Column::Seq).all(db.conn()).await?)
}

/// Every version of the policy set, newest first.
pub async fn policies(db: &impl Source, project: Uuid) -> Result<Vec<Policy>> {
    let query = policies::Entity::find().filter(policies::Column::ProjectId.eq(project));
    Ok(query.order_by_desc(policies::Column::Number).all(db.conn()).await?)
}

/// Adds a version; of two at once one gets [`crate::Error::Duplicate`].
pub async fn insert_policy(tx: &Write, policy: Policy) -> Result<()> {
    let (project, id) = (policy.project_id, policy.id);
    let row = policies::ActiveModel {
        id: Set(policy.id),
        project_id: Set(policy.project_id),
        number: Set(policy.number),
        effective_on: Set(policy.effective_on),
        body: Set(policy.body),
        note: Set(policy.note),
        created_by: Set(policy.created_by),
        created_at: Set(policy.created_at),
    };
    policies::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    projects::Entity::update_many()
        .col_expr(projects::Column::PolicyId, Expr::value(id))
        .col_expr(projects::Column::Version, Expr::col(projects::Column::Version).add(1))
        .filter(projects::Column::Id.eq(project))
        .exec(tx.conn())
        .await?;
    Ok(())
}
