use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use entity::{accounts, enrollments, persons};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect,
    sea_query::Expr,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::insert_all;
use crate::{Result, Source, Write, imports::CHUNK};

/// A person as an import finds them; digests, never the numbers themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPerson {
    pub id: Uuid,
    pub name: String,
    pub gender: Option<String>,
    pub phone_sealed: Option<Vec<u8>>,
    pub phone_hash: Option<Vec<u8>>,
}

/// The people among these digests of ID numbers.
pub async fn by_id_no(
    db: &impl Source,
    digests: &[Vec<u8>],
) -> Result<HashMap<Vec<u8>, KnownPerson>> {
    let mut found = HashMap::new();
    for some in digests.chunks(crate::MANY) {
        let rows = persons::Entity::find().filter(persons::Column::IdNoHash.is_in(some.to_vec()));
        for row in rows.all(db.conn()).await? {
            let known = KnownPerson {
                id: row.id,
                name: row.name,
                gender: row.gender,
                phone_sealed: row.phone_sealed,
                phone_hash: row.phone_hash,
            };
            found.extend(row.id_no_hash.map(|digest| (digest, known)));
        }
    }
    Ok(found)
}

/// Whose phones these are, by digest.
pub async fn by_phone(db: &impl Source, digests: &[Vec<u8>]) -> Result<HashMap<Vec<u8>, Uuid>> {
    let mut found = HashMap::new();
    for some in digests.chunks(crate::MANY) {
        let rows: Vec<(Uuid, Option<Vec<u8>>)> = persons::Entity::find()
            .select_only()
            .column(persons::Column::Id)
            .column(persons::Column::PhoneHash)
            .filter(persons::Column::PhoneHash.is_in(some.to_vec()))
            .into_tuple()
            .all(db.conn())
            .await?;
        found.extend(rows.into_iter().filter_map(|(id, digest)| Some((digest?, id))));
    }
    Ok(found)
}

/// Which of these staff numbers somebody signs in by already, in whatever project.
pub async fn staff_numbers(db: &impl Source, numbers: &[String]) -> Result<HashSet<String>> {
    let mut found = HashSet::new();
    for some in numbers.chunks(crate::MANY) {
        let taken: Vec<String> = accounts::Entity::find()
            .select_only()
            .column(accounts::Column::StaffNo)
            .filter(accounts::Column::StaffNo.is_in(some.to_vec()))
            .into_tuple()
            .all(db.conn())
            .await?;
        found.extend(taken);
    }
    Ok(found)
}

/// A place in the project as an import compares it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrollment {
    pub id: Uuid,
    pub person: Uuid,
    pub trainee_no: String,
    pub county: Uuid,
    pub school: Uuid,
    pub stage: String,
    pub subject: String,
    pub duty: Option<String>,
    pub job_title: Option<String>,
    pub teaching_years: Option<i32>,
    pub education: Option<String>,
    pub note: Option<String>,
}

/// Where these people are, or were, in other projects: (person, county, school).
pub async fn places_beside(
    db: &impl Source,
    project: Uuid,
    people: &[Uuid],
) -> Result<Vec<(Uuid, Uuid, Uuid)>> {
    use enrollments::Column;
    let mut found = vec![];
    for some in people.chunks(crate::MANY) {
        let places: Vec<(Uuid, Uuid, Uuid)> = enrollments::Entity::find()
            .select_only()
            .column(Column::PersonId)
            .column(Column::CountyId)
            .column(Column::SchoolId)
            .filter(Column::PersonId.is_in(some.to_vec()))
            .filter(Column::ProjectId.ne(project))
            .into_tuple()
            .all(db.conn())
            .await?;
        found.extend(places);
    }
    Ok(found)
}

/// Every enrolment of a project, by person.
pub async fn enrolled(db: &impl Source, project: Uuid) -> Result<HashMap<Uuid, Enrollment>> {
    let query = enrollments::Entity::find().filter(enrollments::Column::ProjectId.eq(project));
    let rows = query.all(db.conn()).await?;
    let known = |row: enrollments::Model| {
        let enrollment = Enrollment {
            id: row.id,
            person: row.person_id,
            trainee_no: row.trainee_no,
            county: row.county_id,
            school: row.school_id,
            stage: row.stage,
            subject: row.subject,
            duty: row.duty,
            job_title: row.job_title,
            teaching_years: row.teaching_years,
            education: row.education,
            note: row.note,
        };
        (row.person_id, enrollment)
    };
    Ok(rows.into_iter().map(known).collect())
}

/// A person to be made, sealed already, with the account they will activate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    pub id: Uuid,
    pub account: Uuid,
    pub name: String,
    pub gender: Option<String>,
    pub id_no_sealed: Option<Vec<u8>>,
    pub id_no_hash: Option<Vec<u8>>,
    pub phone_sealed: Option<Vec<u8>>,
    pub phone_hash: Option<Vec<u8>>,
    pub key_id: String,
    pub staff_no: Option<String>,
}

pub async fn insert_people(tx: &Write, people: Vec<NewPerson>, now: DateTime<Utc>) -> Result<()> {
    let account = |person: &NewPerson| accounts::ActiveModel {
        id: Set(person.account),
        person_id: Set(person.id),
        staff_no: Set(person.staff_no.clone()),
        status: Set("invited".to_owned()),
        password_hash: Set(None),
        password_set_at: Set(None),
        consent_at: Set(None),
        epoch: Set(1),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    let logins: Vec<_> = people.iter().map(account).collect();
    let rows = people.into_iter().map(|person| persons::ActiveModel {
        id: Set(person.id),
        name: Set(person.name),
        gender: Set(person.gender),
        id_type: Set(person.id_no_hash.as_ref().map(|_| "resident".to_owned())),
        id_no_sealed: Set(person.id_no_sealed),
        id_no_hash: Set(person.id_no_hash),
        phone_sealed: Set(person.phone_sealed),
        phone_hash: Set(person.phone_hash),
        key_id: Set(person.key_id),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    });
    insert_all(tx, rows).await?;
    insert_all(tx, logins).await
}

/// What an import may change of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonChange {
    pub id: Uuid,
    pub name: String,
    pub gender: Option<String>,
    pub phone_sealed: Option<Vec<u8>>,
    pub phone_hash: Option<Vec<u8>>,
}

/// Takes the phones of these people away.
pub async fn clear_phones(tx: &Write, ids: &[Uuid]) -> Result<()> {
    for some in ids.chunks(CHUNK) {
        persons::Entity::update_many()
            .col_expr(persons::Column::PhoneHash, Expr::value(None::<Vec<u8>>))
            .col_expr(persons::Column::PhoneSealed, Expr::value(None::<Vec<u8>>))
            .filter(persons::Column::Id.is_in(some.to_vec()))
            .exec(tx.conn())
            .await?;
    }
    Ok(())
}

pub async fn update_person(tx: &Write, change: &PersonChange, now: DateTime<Utc>) -> Result<()> {
    use persons::Column;
    let mut update = persons::Entity::update_many()
        .col_expr(Column::Name, Expr::value(change.name.as_str()))
        .col_expr(Column::Gender, Expr::value(change.gender.clone()))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1));
    if change.phone_hash.is_some() {
        update = update
            .col_expr(Column::PhoneSealed, Expr::value(change.phone_sealed.clone()))
            .col_expr(Column::PhoneHash, Expr::value(change.phone_hash.clone()));
    }
    update.filter(Column::Id.eq(change.id)).exec(tx.conn()).await?;
    Ok(())
}

pub async fn insert_enrollments(
    tx: &Write,
    project: Uuid,
    new: Vec<Enrollment>,
    now: DateTime<Utc>,
) -> Result<()> {
    let rows = new.into_iter().map(|one| enrollments::ActiveModel {
        id: Set(one.id),
        project_id: Set(project),
        person_id: Set(one.person),
        trainee_no: Set(one.trainee_no),
        county_id: Set(one.county),
        school_id: Set(one.school),
        stage: Set(one.stage),
        subject: Set(one.subject),
        duty: Set(one.duty),
        job_title: Set(one.job_title),
        teaching_years: Set(one.teaching_years),
        education: Set(one.education),
        note: Set(one.note),
        status: Set("imported".to_owned()),
        class_id: Set(None),
        workshop_id: Set(None),
        activated_at: Set(None),
        selection_closes_at: Set(None),
        selected_hours: Set(0),
        credited_hours: Set(0),
        online_score: Set(None),
        offline_score: Set(None),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    });
    insert_all(tx, rows).await
}

pub async fn update_enrollment(tx: &Write, one: &Enrollment, now: DateTime<Utc>) -> Result<()> {
    use enrollments::Column;
    enrollments::Entity::update_many()
        .col_expr(Column::TraineeNo, Expr::value(one.trainee_no.as_str()))
        .col_expr(Column::SchoolId, Expr::value(one.school))
        .col_expr(Column::Stage, Expr::value(one.stage.as_str()))
        .col_expr(Column::Subject, Expr::value(one.subject.as_str()))
        .col_expr(Column::Duty, Expr::value(one.duty.clone()))
        .col_expr(Column::JobTitle, Expr::value(one.job_title.clone()))
        .col_expr(Column::TeachingYears, Expr::value(one.teaching_years))
        .col_expr(Column::Education, Expr::value(one.education.clone()))
        .col_expr(Column::Note, Expr::value(one.note.clone()))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(one.id))
        .exec(tx.conn())
        .await?;
    Ok(())
}
