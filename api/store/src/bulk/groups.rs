use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{appointments, class_schools, classes, enrollments, persons, seats, workshops};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use super::insert_all;
use crate::{Result, Source, Write, imports::CHUNK};

/// A class as an import compares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    pub id: Uuid,
    pub code: String,
    pub name: String,
    pub kind: String,
    pub county: Uuid,
    pub reason: Option<String>,
    pub schools: Vec<Uuid>,
    /// Members so far.
    pub taken: i64,
    /// Whether it needs nobody's leave any more.
    pub approved: bool,
    /// Whether it is over, so that its name is free.
    pub closed: bool,
}

/// Every class of a project, by code.
pub async fn load_classes(db: &impl Source, project: Uuid) -> Result<HashMap<String, Class>> {
    let rows = classes::Entity::find()
        .filter(classes::Column::ProjectId.eq(project))
        .all(db.conn())
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut schools: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    let links = class_schools::Entity::find()
        .filter(class_schools::Column::ClassId.is_in(ids.clone()))
        .all(db.conn())
        .await?;
    for link in links {
        schools.entry(link.class_id).or_default().push(link.school_id);
    }
    let taken = load_seats(db, "class", &ids).await?;
    let class = |row: classes::Model| {
        let class = Class {
            id: row.id,
            code: row.code.clone(),
            name: row.name,
            kind: row.kind,
            county: row.county_id,
            reason: row.reason,
            schools: schools.remove(&row.id).unwrap_or_default(),
            taken: taken.get(&row.id).copied().unwrap_or_default(),
            approved: row.status == "approved",
            closed: row.status == "closed",
        };
        (row.code, class)
    };
    Ok(rows.into_iter().map(class).collect())
}

/// How many seats each owner has given away.
pub async fn load_seats(
    db: &impl Source,
    kind: &str,
    owners: &[Uuid],
) -> Result<HashMap<Uuid, i64>> {
    let rows = seats::Entity::find()
        .filter(seats::Column::Kind.eq(kind))
        .filter(seats::Column::OwnerId.is_in(owners.to_vec()))
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().map(|row| (row.owner_id, row.taken)).collect())
}

pub async fn insert_classes(
    tx: &Write,
    project: Uuid,
    new: &[Class],
    now: DateTime<Utc>,
) -> Result<()> {
    let rows = new.iter().map(|class| classes::ActiveModel {
        id: Set(class.id),
        project_id: Set(project),
        county_id: Set(class.county),
        code: Set(class.code.clone()),
        name: Set(class.name.clone()),
        kind: Set(class.kind.clone()),
        status: Set(if class.approved { "approved" } else { "draft" }.to_owned()),
        lead_id: Set(None),
        reason: Set(class.reason.clone()),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    });
    insert_all(tx, rows).await?;
    let links = new.iter().flat_map(|class| {
        class.schools.iter().map(|school| class_schools::ActiveModel {
            class_id: Set(class.id),
            school_id: Set(*school),
        })
    });
    insert_all(tx, links).await
}

pub async fn rename_class(tx: &Write, id: Uuid, name: &str, now: DateTime<Utc>) -> Result<()> {
    classes::Entity::update_many()
        .col_expr(classes::Column::Name, Expr::value(name))
        .col_expr(classes::Column::UpdatedAt, Expr::value(now))
        .col_expr(classes::Column::Version, Expr::col(classes::Column::Version).add(1))
        .filter(classes::Column::Id.eq(id))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// A trainee as groups, scores and choices see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trainee {
    pub id: Uuid,
    pub person: Uuid,
    pub name: String,
    pub trainee_no: String,
    pub county: Uuid,
    pub school: Uuid,
    pub stage: String,
    pub subject: String,
    pub class: Option<Uuid>,
    pub workshop: Option<Uuid>,
    pub online_score: Option<i64>,
}

/// Every trainee of a project, by trainee number.
pub async fn load_trainees(db: &impl Source, project: Uuid) -> Result<HashMap<String, Trainee>> {
    trainees(db, Condition::all().add(enrollments::Column::ProjectId.eq(project))).await
}

/// The trainees of a project that have these numbers.
pub async fn find_trainees(
    db: &impl Source,
    project: Uuid,
    numbers: &[String],
) -> Result<HashMap<String, Trainee>> {
    let mut found = HashMap::new();
    for some in numbers.chunks(crate::MANY) {
        let condition = Condition::all()
            .add(enrollments::Column::ProjectId.eq(project))
            .add(enrollments::Column::TraineeNo.is_in(some.to_vec()));
        found.extend(trainees(db, condition).await?);
    }
    Ok(found)
}

async fn trainees(db: &impl Source, condition: Condition) -> Result<HashMap<String, Trainee>> {
    let rows = enrollments::Entity::find()
        .join(
            sea_orm::JoinType::InnerJoin,
            enrollments::Entity::belongs_to(persons::Entity)
                .from(enrollments::Column::PersonId)
                .to(persons::Column::Id)
                .into(),
        )
        .select_also(persons::Entity)
        .filter(condition)
        .all(db.conn())
        .await?;
    let trainee = |(row, person): (enrollments::Model, Option<persons::Model>)| {
        let trainee = Trainee {
            id: row.id,
            person: row.person_id,
            name: person.map(|person| person.name).unwrap_or_default(),
            trainee_no: row.trainee_no.clone(),
            county: row.county_id,
            school: row.school_id,
            stage: row.stage,
            subject: row.subject,
            class: row.class_id,
            workshop: row.workshop_id,
            online_score: row.online_score,
        };
        (row.trainee_no, trainee)
    };
    Ok(rows.into_iter().map(trainee).collect())
}

/// Seats trainees in a class or a workshop and counts them.
pub async fn place(
    tx: &Write,
    column: Group,
    group: Uuid,
    members: &[Uuid],
    now: DateTime<Utc>,
) -> Result<()> {
    use enrollments::Column;
    let place = match column {
        Group::Class => Column::ClassId,
        Group::Workshop => Column::WorkshopId,
    };
    for some in members.chunks(CHUNK) {
        enrollments::Entity::update_many()
            .col_expr(place, Expr::value(group))
            .col_expr(Column::UpdatedAt, Expr::value(now))
            .col_expr(Column::Version, Expr::col(Column::Version).add(1))
            .filter(Column::Id.is_in(some.to_vec()))
            .exec(tx.conn())
            .await?;
    }
    Ok(())
}

/// Takes trainees out of a class or workshop; tells how many of them were in it.
pub async fn leave(
    tx: &Write,
    column: Group,
    group: Uuid,
    members: &[Uuid],
    now: DateTime<Utc>,
) -> Result<u64> {
    use enrollments::Column;
    let mut left = 0_u64;
    let place = match column {
        Group::Class => Column::ClassId,
        Group::Workshop => Column::WorkshopId,
    };
    for some in members.chunks(CHUNK) {
        let done = enrollments::Entity::update_many()
            .col_expr(place, Expr::value(None::<Uuid>))
            .col_expr(Column::UpdatedAt, Expr::value(now))
            .filter(Column::Id.is_in(some.to_vec()))
            .filter(place.eq(group))
            .exec(tx.conn())
            .await?;
        left = left.saturating_add(done.rows_affected);
    }
    Ok(left)
}

/// What a trainee is placed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Class,
    Workshop,
}

/// Adds to the seats taken of several owners.
pub async fn add_seats(tx: &Write, kind: &str, counts: &[(Uuid, i64)]) -> Result<()> {
    for some in counts.chunks(CHUNK) {
        let rows = some.iter().map(|(owner, count)| seats::ActiveModel {
            kind: Set(kind.to_owned()),
            owner_id: Set(*owner),
            taken: Set(*count),
        });
        let add = Expr::col((seats::Entity, seats::Column::Taken))
            .add(Expr::col(("excluded", seats::Column::Taken)));
        let update = OnConflict::columns([seats::Column::Kind, seats::Column::OwnerId])
            .value(seats::Column::Taken, add)
            .to_owned();
        seats::Entity::insert_many(rows)
            .on_conflict(update)
            .exec_without_returning(tx.conn())
            .await?;
    }
    Ok(())
}

/// A workshop as an import compares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workshop {
    pub id: Uuid,
    pub code: String,
    pub name: String,
    pub family: String,
    /// `school` or `class`.
    pub host_kind: String,
    pub host: Uuid,
    pub county: Uuid,
    /// The person who leads it.
    pub leader: Option<Uuid>,
    pub reason: Option<String>,
}

/// Every workshop of a project, by code.
pub async fn load_workshops(db: &impl Source, project: Uuid) -> Result<HashMap<String, Workshop>> {
    let query = workshops::Entity::find().filter(workshops::Column::ProjectId.eq(project));
    let workshop = |row: workshops::Model| {
        let workshop = Workshop {
            id: row.id,
            code: row.code.clone(),
            name: row.name,
            family: row.family,
            host_kind: row.host_kind,
            host: row.host_id,
            county: row.county_id,
            leader: row.leader_id,
            reason: row.reason,
        };
        (row.code, workshop)
    };
    Ok(query.all(db.conn()).await?.into_iter().map(workshop).collect())
}

pub async fn insert_workshops(
    tx: &Write,
    project: Uuid,
    new: &[Workshop],
    now: DateTime<Utc>,
) -> Result<()> {
    let rows = new.iter().map(|one| workshops::ActiveModel {
        id: Set(one.id),
        project_id: Set(project),
        county_id: Set(one.county),
        code: Set(one.code.clone()),
        name: Set(one.name.clone()),
        family: Set(one.family.clone()),
        level: Set(if one.host_kind == "class" { "joint" } else { "school" }.to_owned()),
        host_kind: Set(one.host_kind.clone()),
        host_id: Set(one.host),
        leader_id: Set(one.leader),
        status: Set("running".to_owned()),
        reason: Set(one.reason.clone()),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    });
    insert_all(tx, rows).await
}

/// A role to be granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAppointment {
    pub id: Uuid,
    pub person: Uuid,
    pub project: Option<Uuid>,
    pub role: String,
    pub scope_kind: String,
    pub scope: Option<Uuid>,
    pub subject: Option<String>,
    pub title: Option<String>,
    pub created_by: Option<Uuid>,
}

pub async fn insert_appointments(
    tx: &Write,
    new: Vec<NewAppointment>,
    now: DateTime<Utc>,
) -> Result<()> {
    let rows = new.into_iter().map(|one| appointments::ActiveModel {
        id: Set(one.id),
        person_id: Set(one.person),
        project_id: Set(one.project),
        role: Set(one.role),
        scope_kind: Set(one.scope_kind),
        scope_id: Set(one.scope),
        subject: Set(one.subject),
        title: Set(one.title),
        valid_from: Set(now.date_naive()),
        valid_to: Set(None),
        ended_at: Set(None),
        suspended_at: Set(None),
        created_by: Set(one.created_by),
        created_at: Set(now),
        version: Set(1),
    });
    insert_all(tx, rows).await
}
