//! Provinces, cities, counties, towns and schools.

use chrono::{DateTime, Utc};
use domain::access::Reach;
use entity::{
    enrollments,
    organizations::{ActiveModel, Column, Entity, Model},
    projects,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter,
    QuerySelect, QueryTrait, sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    Cut, Result, Source, Window, Write, page::contains, projects::COUNTED_OUT, reach::Columns,
};

/// A place in the tree province – city – county – town – school (s.17).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    pub id: Uuid,
    pub kind: String,
    pub parent: Option<Uuid>,
    /// The county it is or lies in; none above the counties.
    pub county: Option<Uuid>,
    pub code: String,
    pub name: String,
    pub aliases: Vec<String>,
    pub school_type: Option<String>,
    pub version: i64,
}

fn organization(row: Model) -> Organization {
    Organization {
        id: row.id,
        kind: row.kind,
        parent: row.parent_id,
        county: row.county_id,
        code: row.code,
        name: row.name,
        aliases: serde_json::from_str(&row.aliases).unwrap_or_default(),
        school_type: row.school_type,
        version: row.version,
    }
}

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    pub kind: Option<String>,
    pub parent: Option<Uuid>,
    pub county: Option<Uuid>,
    /// Part of the name, an alias or the code.
    pub q: Option<String>,
}

/// Which part of the tree somebody knows: all of it, or the counties of these projects and
/// what lies above them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    All,
    Around { projects: Vec<Uuid>, places: Vec<Uuid> },
}

impl Known {
    fn condition(&self) -> Condition {
        let Self::Around { projects: ids, places } = self else { return Condition::all() };
        let regions = projects::Entity::find()
            .select_only()
            .column(projects::Column::RegionId)
            .filter(projects::Column::Id.is_in(ids.iter().copied()))
            .into_query();
        Condition::any()
            .add(Column::Kind.is_in(["province", "city"]))
            .add(Column::CountyId.in_subquery(regions))
            .add(Column::CountyId.is_in(places.iter().copied()))
            .add(Column::Id.is_in(places.iter().copied()))
    }
}

pub async fn find(db: &impl Source, id: Uuid, known: &Known) -> Result<Option<Organization>> {
    let found = Entity::find_by_id(id).filter(known.condition()).one(db.conn()).await?;
    Ok(found.map(organization))
}

pub async fn list(
    db: &impl Source,
    known: &Known,
    wanted: &Wanted,
    window: &Window,
) -> Result<Cut<Organization>> {
    let mut query = Entity::find().filter(known.condition());
    if let Some(kind) = &wanted.kind {
        query = query.filter(Column::Kind.eq(kind.as_str()));
    }
    if let Some(parent) = wanted.parent {
        query = query.filter(Column::ParentId.eq(parent));
    }
    if let Some(county) = wanted.county {
        query = query.filter(Column::CountyId.eq(county));
    }
    if let Some(q) = &wanted.q {
        let any = [Column::Name, Column::Aliases, Column::Code];
        let any = any.into_iter().fold(Condition::any(), |any, one| any.add(contains(one, q)));
        query = query.filter(any);
    }
    let rows = window.by_text(query, Column::Code, Column::Id).all(db.conn()).await?;
    Ok(window.cut(rows.into_iter().map(organization).collect()))
}

pub async fn insert(tx: &Write, new: &Organization, now: DateTime<Utc>) -> Result<()> {
    let row = ActiveModel {
        id: Set(new.id),
        kind: Set(new.kind.clone()),
        parent_id: Set(new.parent),
        county_id: Set(new.county),
        code: Set(new.code.clone()),
        name: Set(new.name.clone()),
        aliases: Set(serde_json::to_string(&new.aliases).unwrap_or_default()),
        school_type: Set(new.school_type.clone()),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Writes name, aliases and type if the version is still the one seen; tells whether it was.
pub async fn update(tx: &Write, new: &Organization, now: DateTime<Utc>) -> Result<bool> {
    let aliases = serde_json::to_string(&new.aliases).unwrap_or_default();
    let done = Entity::update_many()
        .col_expr(Column::Name, Expr::value(new.name.as_str()))
        .col_expr(Column::Aliases, Expr::value(aliases))
        .col_expr(Column::SchoolType, Expr::value(new.school_type.clone()))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(new.id))
        .filter(Column::Version.eq(new.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// The projects that run in a county.
pub async fn projects_of(db: &impl Source, county: Uuid) -> Result<Vec<Uuid>> {
    let query = projects::Entity::find().select_only().column(projects::Column::Id);
    let query = query.filter(projects::Column::RegionId.eq(county));
    Ok(query.into_tuple().all(db.conn()).await?)
}

/// How many of a school count in a project (应参训), and how many signed in (参训).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Headcount {
    pub enrolled: i64,
    pub activated: i64,
}

/// The schools of a county that the reach covers, by code.
pub async fn list_schools(
    db: &impl Source,
    county: Uuid,
    reach: &Reach,
    window: &Window,
) -> Result<Cut<Organization>> {
    let columns =
        Columns { county: Some(Column::CountyId), school: Some(Column::Id), ..Columns::NONE };
    let query = Entity::find()
        .filter(Column::CountyId.eq(county))
        .filter(Column::Kind.eq("school"))
        .filter(columns.within(reach));
    let rows = window.by_text(query, Column::Code, Column::Id).all(db.conn()).await?;
    Ok(window.cut(rows.into_iter().map(organization).collect()))
}

pub async fn headcounts(
    db: &impl Source,
    project: Uuid,
    schools: Vec<Uuid>,
) -> Result<Vec<(Uuid, Headcount)>> {
    use enrollments::Column as C;
    let rows: Vec<(Uuid, i64, i64)> = enrollments::Entity::find()
        .select_only()
        .column(C::SchoolId)
        .column_as(C::Id.count(), "enrolled")
        .column_as(C::ActivatedAt.count(), "activated")
        .filter(C::ProjectId.eq(project))
        .filter(C::SchoolId.is_in(schools))
        .filter(C::Status.is_not_in(COUNTED_OUT))
        .group_by(C::SchoolId)
        .into_tuple()
        .all(db.conn())
        .await?;
    let count = |(school, enrolled, activated)| (school, Headcount { enrolled, activated });
    Ok(rows.into_iter().map(count).collect())
}

/// Whether it is a school of the county.
pub async fn is_school_of(db: &impl Source, id: Uuid, county: Uuid) -> Result<bool> {
    let query = Entity::find_by_id(id).filter(Column::CountyId.eq(county));
    Ok(query.filter(Column::Kind.eq("school")).count(db.conn()).await? > 0)
}
