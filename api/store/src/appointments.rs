//! Roles that people are appointed to, over a part of a project.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{AppointmentStatus as Standing, Reach};
use entity::{
    appointments::{ActiveModel, Column, Entity},
    class_schools, classes, organizations, persons, workshops,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType,
    PaginatorTrait, QueryFilter, QueryResult, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, SelectStatement, UnionType},
};
use uuid::Uuid;

use crate::{Cut, Result, Source, Window, Write, page::contains};

/// A role, past, present or to come, with the person who holds it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Appointment {
    pub id: Uuid,
    pub person_id: Uuid,
    pub person_name: String,
    pub project_id: Option<Uuid>,
    pub role: String,
    pub scope_kind: String,
    pub scope_id: Option<Uuid>,
    pub subject: Option<String>,
    pub title: Option<String>,
    pub valid_from: NaiveDate,
    pub valid_to: Option<NaiveDate>,
    pub suspended_at: Option<DateTime<Utc>>,
    pub ended_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub version: i64,
}

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    pub role: Option<String>,
    pub scope: Option<Uuid>,
    pub person: Option<Uuid>,
    pub status: Option<Standing>,
    /// Part of the person's name.
    pub q: Option<String>,
}

fn whole() -> Select<Entity> {
    use Column as C;
    let person = Entity::belongs_to(persons::Entity).from(C::PersonId).to(persons::Column::Id);
    Entity::find()
        .join(JoinType::InnerJoin, person.into())
        .select_only()
        .columns([C::Id, C::PersonId, C::ProjectId, C::Role, C::ScopeKind, C::ScopeId])
        .columns([C::Subject, C::Title, C::ValidFrom, C::ValidTo, C::SuspendedAt, C::EndedAt])
        .columns([C::CreatedAt, C::Version])
        .column_as(persons::Column::Name, "person_name")
}

/// Ids of one column, as a sub-query.
fn ids<E: EntityTrait>(column: E::Column, of: Condition) -> SelectStatement {
    E::find().select_only().column(column).filter(of).into_query()
}

/// Roles over what the reach covers: a county with its towns, schools, classes and workshops,
/// a school with its own, a class with its workshops, and one's own roles.
fn within(reach: &Reach) -> Condition {
    if reach.all {
        return Condition::all();
    }
    let mut any = Condition::any();
    let scope = Column::ScopeId;
    if !reach.counties.is_empty() {
        let counties = || reach.counties.iter().copied();
        let county = Condition::all().add(organizations::Column::CountyId.is_in(counties()));
        any = any.add(
            scope.in_subquery(ids::<organizations::Entity>(organizations::Column::Id, county)),
        );
        let county = Condition::all().add(classes::Column::CountyId.is_in(counties()));
        any = any.add(scope.in_subquery(ids::<classes::Entity>(classes::Column::Id, county)));
        let county = Condition::all().add(workshops::Column::CountyId.is_in(counties()));
        any = any.add(scope.in_subquery(ids::<workshops::Entity>(workshops::Column::Id, county)));
    }
    let hosts: Vec<Uuid> = reach.schools.iter().chain(&reach.classes).copied().collect();
    if !hosts.is_empty() {
        let hosted = Condition::all().add(workshops::Column::HostId.is_in(hosts.iter().copied()));
        any = any.add(scope.is_in(hosts));
        any = any.add(scope.in_subquery(ids::<workshops::Entity>(workshops::Column::Id, hosted)));
    }
    if !reach.schools.is_empty() {
        let schools = reach.schools.iter().copied();
        let school = Condition::all().add(class_schools::Column::SchoolId.is_in(schools));
        let classes = ids::<class_schools::Entity>(class_schools::Column::ClassId, school);
        any = any.add(scope.in_subquery(classes));
    }
    if let Some(person) = reach.person {
        any = any.add(Column::PersonId.eq(person));
    }
    if any.is_empty() { Condition::all().add(Expr::val(1).eq(0)) } else { any }
}

/// In force on a day: begun, not over, neither ended nor suspended.
fn in_force(today: NaiveDate) -> Condition {
    Condition::all()
        .add(Column::EndedAt.is_null())
        .add(Column::SuspendedAt.is_null())
        .add(Column::ValidFrom.lte(today))
        .add(Condition::any().add(Column::ValidTo.is_null()).add(Column::ValidTo.gte(today)))
}

fn standing(wanted: Standing, today: NaiveDate) -> Condition {
    let lasting = Condition::all().add(Column::EndedAt.is_null());
    match wanted {
        Standing::Active => in_force(today),
        Standing::Future => lasting.add(Column::ValidFrom.gt(today)),
        Standing::Suspended => lasting.add(Column::SuspendedAt.is_not_null()),
        Standing::Ended => {
            Condition::any().add(Column::EndedAt.is_not_null()).add(Column::ValidTo.lt(today))
        }
    }
}

pub async fn list(
    db: &impl Source,
    reach: &Reach,
    wanted: &Wanted,
    today: NaiveDate,
    window: &Window,
) -> Result<Cut<Appointment>> {
    let query = whole()
        .filter(Column::ProjectId.eq(reach.project))
        .filter(within(reach))
        .apply_if(wanted.role.as_deref(), |query, role| query.filter(Column::Role.eq(role)))
        .apply_if(wanted.scope, |query, scope| query.filter(Column::ScopeId.eq(scope)))
        .apply_if(wanted.person, |query, person| query.filter(Column::PersonId.eq(person)))
        .apply_if(wanted.status, |query, one| query.filter(standing(one, today)))
        .apply_if(wanted.q.as_deref(), |query, q| query.filter(contains(persons::Column::Name, q)));
    Ok(window.cut(window.by_id(query, Column::Id).into_model().all(db.conn()).await?))
}

pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<Appointment>> {
    Ok(whole().filter(Column::Id.eq(id)).into_model().one(db.conn()).await?)
}

/// The roles of a person that have not ended, in every project.
pub async fn list_of(db: &impl Source, person: Uuid) -> Result<Vec<Appointment>> {
    let query = whole().filter(Column::PersonId.eq(person)).filter(Column::EndedAt.is_null());
    Ok(query.into_model().all(db.conn()).await?)
}

/// These roles, in no order.
pub async fn list_among(db: &impl Source, ids: &[Uuid]) -> Result<Vec<Appointment>> {
    let mut found = vec![];
    for some in ids.chunks(crate::MANY) {
        let query = whole().filter(Column::Id.is_in(some.to_vec()));
        found.extend(query.into_model::<Appointment>().all(db.conn()).await?);
    }
    Ok(found)
}

/// The roles of several people that have not ended: (person, role).
pub async fn roles_of(db: &impl Source, people: Vec<Uuid>) -> Result<Vec<(Uuid, String)>> {
    let query = Entity::find().select_only().column(Column::PersonId).column(Column::Role);
    let query = query.filter(Column::PersonId.is_in(people)).filter(Column::EndedAt.is_null());
    Ok(query.into_tuple().all(db.conn()).await?)
}

/// How many others hold the same role over the same scope today.
pub async fn count_others(db: &impl Source, one: &Appointment, today: NaiveDate) -> Result<u64> {
    let mut query = Entity::find()
        .filter(Column::Role.eq(one.role.as_str()))
        .filter(Column::Id.ne(one.id))
        .filter(in_force(today));
    query = match one.project_id {
        Some(project) => query.filter(Column::ProjectId.eq(project)),
        None => query.filter(Column::ProjectId.is_null()),
    };
    query = match one.scope_id {
        Some(scope) => query.filter(Column::ScopeId.eq(scope)),
        None => query.filter(Column::ScopeId.is_null()),
    };
    Ok(query.count(db.conn()).await?)
}

pub async fn insert(tx: &Write, new: &Appointment, by: Option<Uuid>) -> Result<()> {
    let row = ActiveModel {
        id: Set(new.id),
        person_id: Set(new.person_id),
        project_id: Set(new.project_id),
        role: Set(new.role.clone()),
        scope_kind: Set(new.scope_kind.clone()),
        scope_id: Set(new.scope_id),
        subject: Set(new.subject.clone()),
        title: Set(new.title.clone()),
        valid_from: Set(new.valid_from),
        valid_to: Set(new.valid_to),
        suspended_at: Set(new.suspended_at),
        ended_at: Set(new.ended_at),
        created_by: Set(by),
        created_at: Set(new.created_at),
        version: Set(new.version),
    };
    Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Writes the end or the suspension if the version is still the one seen; tells whether it was.
pub async fn update(tx: &Write, new: &Appointment) -> Result<bool> {
    let done = Entity::update_many()
        .col_expr(Column::EndedAt, Expr::value(new.ended_at))
        .col_expr(Column::SuspendedAt, Expr::value(new.suspended_at))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(new.id))
        .filter(Column::Version.eq(new.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// A school, class or workshop that roles can be over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScopeRow {
    pub id: Uuid,
    /// `school`, `class` or `workshop`.
    pub kind: &'static str,
    /// The schools it spans.
    pub schools: Vec<Uuid>,
    /// The class that a workshop belongs to.
    pub class: Option<Uuid>,
}

/// The county in which each of these schools, classes and workshops lies.
pub async fn counties(db: &impl Source, among: &[Uuid]) -> Result<HashMap<Uuid, Uuid>> {
    if among.is_empty() {
        return Ok(HashMap::new());
    }
    let among = || among.iter().copied();
    let schools = organizations::Entity::find()
        .select_only()
        .columns([organizations::Column::Id, organizations::Column::CountyId])
        .filter(organizations::Column::Id.is_in(among()))
        .filter(organizations::Column::CountyId.is_not_null());
    let classes = classes::Entity::find()
        .select_only()
        .columns([classes::Column::Id, classes::Column::CountyId])
        .filter(classes::Column::Id.is_in(among()));
    let workshops = workshops::Entity::find()
        .select_only()
        .columns([workshops::Column::Id, workshops::Column::CountyId])
        .filter(workshops::Column::Id.is_in(among()));
    let mut all = schools.into_query();
    all.union(UnionType::All, classes.into_query()).union(UnionType::All, workshops.into_query());
    let rows = db.conn().query_all(&all).await?;
    let pair = |row: &QueryResult| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    rows.iter().map(pair).collect()
}

/// Which of these ids are schools of the county, or classes or workshops of the project.
pub async fn scopes(
    db: &impl Source,
    project: Uuid,
    county: Uuid,
    among: &[Uuid],
) -> Result<Vec<ScopeRow>> {
    if among.is_empty() {
        return Ok(vec![]);
    }
    let among = || among.iter().copied();
    let row = |id, kind, schools, class| ScopeRow { id, kind, schools, class };
    let schools = organizations::Entity::find()
        .select_only()
        .column(organizations::Column::Id)
        .filter(organizations::Column::Id.is_in(among()))
        .filter(organizations::Column::CountyId.eq(county))
        .filter(organizations::Column::Kind.eq("school"));
    let schools: Vec<Uuid> = schools.into_tuple().all(db.conn()).await?;
    let hosted: Vec<(Uuid, Uuid)> = workshops::Entity::find()
        .select_only()
        .columns([workshops::Column::Id, workshops::Column::HostId])
        .filter(workshops::Column::Id.is_in(among()))
        .filter(workshops::Column::ProjectId.eq(project))
        .into_tuple()
        .all(db.conn())
        .await?;
    let hosts = hosted.iter().map(|(_, host)| *host);
    let links: Vec<(Uuid, Uuid)> = class_schools::Entity::find()
        .join(
            JoinType::InnerJoin,
            class_schools::Entity::belongs_to(classes::Entity)
                .from(class_schools::Column::ClassId)
                .to(classes::Column::Id)
                .into(),
        )
        .select_only()
        .columns([class_schools::Column::ClassId, class_schools::Column::SchoolId])
        .filter(classes::Column::ProjectId.eq(project))
        .filter(class_schools::Column::ClassId.is_in(among().chain(hosts)))
        .into_tuple()
        .all(db.conn())
        .await?;
    let members = |class: Uuid| -> Vec<Uuid> {
        links.iter().filter(|(one, _)| *one == class).map(|(_, school)| *school).collect()
    };
    let mut found: Vec<ScopeRow> =
        schools.into_iter().map(|id| row(id, "school", vec![], None)).collect();
    found.extend(hosted.into_iter().map(|(id, host)| match members(host) {
        schools if schools.is_empty() => row(id, "workshop", vec![host], None),
        schools => row(id, "workshop", schools, Some(host)),
    }));
    let mut seen: Vec<Uuid> = among().collect();
    seen.retain(|id| links.iter().any(|(class, _)| class == id));
    found.extend(seen.into_iter().map(|id| row(id, "class", members(id), None)));
    Ok(found)
}
