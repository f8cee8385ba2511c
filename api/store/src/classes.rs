//! Classes and the schools they are made of.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{access::Reach, classes::ClassStatus, policy::ClassKind};
use entity::{class_schools, classes, organizations};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
    sea_query::{Expr, SelectStatement},
};
use uuid::Uuid;

use crate::{Cut, Error, Result, Source, Window, Write, page::contains, reach::Columns};

/// A school as a class or a host names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    pub id: Uuid,
    pub code: String,
    pub name: String,
    /// The town it lies in, if the tree says so.
    pub parent: Option<Uuid>,
}

fn school(row: organizations::Model) -> School {
    School { id: row.id, code: row.code, name: row.name, parent: row.parent_id }
}

/// A class with its schools.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    pub id: Uuid,
    pub project: Uuid,
    pub county: Uuid,
    pub code: String,
    pub name: String,
    pub kind: ClassKind,
    pub status: ClassStatus,
    /// Why it is a joint one.
    pub reason: Option<String>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub schools: Vec<School>,
}

fn class(row: classes::Model) -> Result<Class> {
    let corrupt = |column, value| Error::Corrupt { table: "classes", column, value };
    Ok(Class {
        id: row.id,
        project: row.project_id,
        county: row.county_id,
        code: row.code,
        name: row.name,
        kind: ClassKind::parse(&row.kind).ok_or_else(|| corrupt("kind", row.kind))?,
        status: ClassStatus::parse(&row.status).ok_or_else(|| corrupt("status", row.status))?,
        reason: row.reason,
        version: row.version,
        created_at: row.created_at,
        schools: vec![],
    })
}

async fn with_schools(db: &impl Source, rows: Vec<classes::Model>) -> Result<Vec<Class>> {
    let mut all = rows.into_iter().map(class).collect::<Result<Vec<_>>>()?;
    if all.is_empty() {
        return Ok(all);
    }
    let links = class_schools::Entity::find()
        .join(
            sea_orm::JoinType::InnerJoin,
            class_schools::Entity::belongs_to(organizations::Entity)
                .from(class_schools::Column::SchoolId)
                .to(organizations::Column::Id)
                .into(),
        )
        .select_also(organizations::Entity)
        .filter(class_schools::Column::ClassId.is_in(all.iter().map(|one| one.id)))
        .order_by_asc(organizations::Column::Code)
        .all(db.conn())
        .await?;
    let mut schools: HashMap<Uuid, Vec<School>> = HashMap::new();
    for (link, row) in links {
        schools.entry(link.class_id).or_default().extend(row.map(school));
    }
    for one in &mut all {
        one.schools = schools.remove(&one.id).unwrap_or_default();
    }
    Ok(all)
}

pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<Class>> {
    let row = classes::Entity::find_by_id(id).one(db.conn()).await?;
    Ok(with_schools(db, row.into_iter().collect()).await?.pop())
}

/// The classes of these ids, by id.
pub async fn find_many(db: &impl Source, ids: &[Uuid]) -> Result<HashMap<Uuid, Class>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let query = classes::Entity::find().filter(classes::Column::Id.is_in(ids.iter().copied()));
    let all = with_schools(db, query.all(db.conn()).await?).await?;
    Ok(all.into_iter().map(|one| (one.id, one)).collect())
}

/// Which classes are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub school: Option<Uuid>,
    pub kind: Option<ClassKind>,
    pub status: Option<ClassStatus>,
    /// A part of the name or code.
    pub q: Option<String>,
}

/// The classes of a project that the reach covers, by code.
pub async fn list(
    db: &impl Source,
    reach: &Reach,
    filter: &Filter,
    window: &Window,
) -> Result<Cut<Class>> {
    use classes::Column;
    let mut query =
        classes::Entity::find().filter(Column::ProjectId.eq(reach.project)).filter(visible(reach));
    if let Some(school) = filter.school {
        query = query.filter(Column::Id.in_subquery(of_schools(&[school])));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(Column::Kind.eq(kind.as_str()));
    }
    if let Some(status) = filter.status {
        query = query.filter(Column::Status.eq(status.as_str()));
    }
    if let Some(text) = &filter.q {
        let any =
            Condition::any().add(contains(Column::Name, text)).add(contains(Column::Code, text));
        query = query.filter(any);
    }
    let rows = window.by_text(query, Column::Code, Column::Id).all(db.conn()).await?;
    let cut = window.cut(rows);
    Ok(Cut { items: with_schools(db, cut.items).await?, more: cut.more })
}

fn visible(reach: &Reach) -> Condition {
    let columns = Columns {
        county: Some(classes::Column::CountyId),
        class: Some(classes::Column::Id),
        ..Columns::NONE
    };
    let own = columns.within(reach);
    if reach.all || reach.schools.is_empty() {
        return own;
    }
    let schools = classes::Column::Id.in_subquery(of_schools(&reach.schools));
    Condition::any().add(own).add(schools)
}

/// The ids of the classes that schools take part in.
pub(crate) fn of_schools(schools: &[Uuid]) -> SelectStatement {
    class_schools::Entity::find()
        .select_only()
        .column(class_schools::Column::ClassId)
        .filter(class_schools::Column::SchoolId.is_in(schools.iter().copied()))
        .into_query()
}

/// The schools among these ids that lie in a county, by code.
pub async fn schools(db: &impl Source, county: Uuid, ids: &[Uuid]) -> Result<Vec<School>> {
    let rows = organizations::Entity::find()
        .filter(organizations::Column::Id.is_in(ids.iter().copied()))
        .filter(organizations::Column::Kind.eq("school"))
        .filter(organizations::Column::CountyId.eq(county))
        .order_by_asc(organizations::Column::Code)
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().map(school).collect())
}

/// Whether one of these schools has another class of that name in the project that is not
/// closed.
pub async fn is_named(
    db: &impl Source,
    project: Uuid,
    (name, schools): (&str, &[Uuid]),
    but: Uuid,
) -> Result<bool> {
    let same: Vec<Uuid> = classes::Entity::find()
        .select_only()
        .column(classes::Column::Id)
        .filter(classes::Column::ProjectId.eq(project))
        .filter(classes::Column::Name.eq(name))
        .filter(classes::Column::Status.ne("closed"))
        .filter(classes::Column::Id.ne(but))
        .into_tuple()
        .all(db.conn())
        .await?;
    if same.is_empty() {
        return Ok(false);
    }
    let shared = class_schools::Entity::find()
        .filter(class_schools::Column::ClassId.is_in(same))
        .filter(class_schools::Column::SchoolId.is_in(schools.to_vec()));
    Ok(shared.one(db.conn()).await?.is_some())
}

/// Adds a class; of two with one code the second gets [`Error::Duplicate`].
pub async fn insert(tx: &Write, new: &Class) -> Result<()> {
    let row = classes::ActiveModel {
        id: Set(new.id),
        project_id: Set(new.project),
        county_id: Set(new.county),
        code: Set(new.code.clone()),
        name: Set(new.name.clone()),
        kind: Set(new.kind.as_str().to_owned()),
        status: Set(new.status.as_str().to_owned()),
        lead_id: Set(None),
        reason: Set(new.reason.clone()),
        version: Set(new.version),
        created_at: Set(new.created_at),
        updated_at: Set(new.created_at),
    };
    classes::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    let links = new
        .schools
        .iter()
        .map(|one| class_schools::ActiveModel { class_id: Set(new.id), school_id: Set(one.id) });
    class_schools::Entity::insert_many(links).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Writes what can change of a class, if it still has the version that was read.
pub async fn update(
    tx: &Write,
    class: &Class,
    lead: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<bool> {
    use classes::Column;
    let mut update = classes::Entity::update_many()
        .col_expr(Column::Name, Expr::value(class.name.as_str()))
        .col_expr(Column::Reason, Expr::value(class.reason.clone()))
        .col_expr(Column::Status, Expr::value(class.status.as_str()))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1));
    if let Some(lead) = lead {
        update = update.col_expr(Column::LeadId, Expr::value(lead));
    }
    let update = update.filter(Column::Id.eq(class.id)).filter(Column::Version.eq(class.version));
    Ok(update.exec(tx.conn()).await?.rows_affected == 1)
}
