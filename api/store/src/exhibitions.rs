//! Exhibits before their experts, and what the library takes in.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{
    appointments, enrollments, expert_reviews, organizations, persons, resources, submissions,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use crate::{Cut, Result, Source, Window, Write, submissions::Submission};

/// An expert's part in judging an exhibit: `assigned` or `done`.
pub type ExpertReview = expert_reviews::Model;
/// A thing in the library.
pub type Resource = resources::Model;

pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<ExpertReview>> {
    Ok(expert_reviews::Entity::find_by_id(id).one(db.conn()).await?)
}

/// The parts in judging a work, with the experts' names, oldest first.
pub async fn of_work(db: &impl Source, submission: Uuid) -> Result<Vec<(ExpertReview, String)>> {
    let rows = expert_reviews::Entity::find()
        .join(
            JoinType::InnerJoin,
            expert_reviews::Entity::belongs_to(persons::Entity)
                .from(expert_reviews::Column::ExpertId)
                .to(persons::Column::Id)
                .into(),
        )
        .select_also(persons::Entity)
        .filter(expert_reviews::Column::SubmissionId.eq(submission))
        .order_by_asc(expert_reviews::Column::Id)
        .all(db.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|(row, one)| (row, one.map(|one| one.name).unwrap_or_default()))
        .collect())
}

/// Whether this person judges the work.
pub async fn judges(db: &impl Source, submission: Uuid, expert: Uuid) -> Result<bool> {
    let found: Option<Uuid> = expert_reviews::Entity::find()
        .select_only()
        .column(expert_reviews::Column::Id)
        .filter(expert_reviews::Column::SubmissionId.eq(submission))
        .filter(expert_reviews::Column::ExpertId.eq(expert))
        .into_tuple()
        .one(db.conn())
        .await?;
    Ok(found.is_some())
}

/// An expert's own parts, with the works.
pub async fn of_expert(
    db: &impl Source,
    expert: Uuid,
    status: Option<&str>,
    window: &Window,
) -> Result<Cut<(ExpertReview, Option<Submission>)>> {
    use expert_reviews::Column;
    let mut query = expert_reviews::Entity::find()
        .join(
            JoinType::InnerJoin,
            expert_reviews::Entity::belongs_to(submissions::Entity)
                .from(Column::SubmissionId)
                .to(submissions::Column::Id)
                .into(),
        )
        .filter(Column::ExpertId.eq(expert));
    if let Some(status) = status {
        query = query.filter(Column::Status.eq(status));
    }
    let query = window.by_id(query, Column::Id).select_also(submissions::Entity);
    Ok(window.cut(query.all(db.conn()).await?))
}

pub async fn assign(tx: &Write, rows: Vec<ExpertReview>) -> Result<()> {
    let rows = rows.into_iter().map(|row| expert_reviews::ActiveModel::from(row).reset_all());
    expert_reviews::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Writes an expert's mark if it was not given yet; tells whether it was not.
pub async fn mark(
    tx: &Write,
    id: Uuid,
    score: i64,
    comment: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    use expert_reviews::Column;
    let done = expert_reviews::Entity::update_many()
        .col_expr(Column::Status, Expr::value("done"))
        .col_expr(Column::Score, Expr::value(Some(score)))
        .col_expr(Column::Comment, Expr::value(Some(comment)))
        .col_expr(Column::ReviewedAt, Expr::value(Some(now)))
        .filter(Column::Id.eq(id))
        .filter(Column::Status.eq("assigned"))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Somebody who could judge a work, and how many exhibits wait for them already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub person: Uuid,
    pub name: String,
    /// The school where they are enrolled, if any.
    pub school: Option<String>,
    pub load: i64,
}

/// The subject's experts in the county who are neither the author nor of the author's school,
/// the least busy first.
pub async fn candidates(
    db: &impl Source,
    work: &Submission,
    now: DateTime<Utc>,
) -> Result<Vec<Candidate>> {
    use appointments::Column as A;
    let today = now.date_naive();
    let of_school = enrollments::Entity::find()
        .select_only()
        .column(enrollments::Column::PersonId)
        .filter(enrollments::Column::ProjectId.eq(work.project_id))
        .filter(enrollments::Column::SchoolId.eq(work.school_id));
    let over_school = appointments::Entity::find()
        .select_only()
        .column(A::PersonId)
        .filter(A::ScopeId.eq(work.school_id))
        .filter(A::EndedAt.is_null());
    let rows: Vec<(Uuid, String)> = appointments::Entity::find()
        .join(
            JoinType::InnerJoin,
            appointments::Entity::belongs_to(persons::Entity)
                .from(A::PersonId)
                .to(persons::Column::Id)
                .into(),
        )
        .select_only()
        .column(A::PersonId)
        .column(persons::Column::Name)
        .filter(A::Role.eq("subject_expert"))
        .filter(A::ProjectId.eq(work.project_id))
        .filter(A::ScopeId.eq(work.county_id))
        .filter(A::Subject.eq(work.subject.as_str()))
        .filter(in_force(today))
        .filter(A::PersonId.ne(work.person_id))
        .filter(A::PersonId.not_in_subquery(sea_orm::QueryTrait::into_query(of_school)))
        .filter(A::PersonId.not_in_subquery(sea_orm::QueryTrait::into_query(over_school)))
        .distinct()
        .into_tuple()
        .all(db.conn())
        .await?;
    let loads: Vec<(Uuid, i64)> = expert_reviews::Entity::find()
        .select_only()
        .column(expert_reviews::Column::ExpertId)
        .expr(expert_reviews::Column::Id.count())
        .filter(expert_reviews::Column::Status.eq("assigned"))
        .filter(expert_reviews::Column::ExpertId.is_in(rows.iter().map(|(id, _)| *id)))
        .group_by(expert_reviews::Column::ExpertId)
        .into_tuple()
        .all(db.conn())
        .await?;
    let load = |id: Uuid| loads.iter().find(|(one, _)| *one == id).map_or(0, |(_, load)| *load);
    let schools = schools_of(db, work.project_id, rows.iter().map(|(id, _)| *id)).await?;
    let each = |(person, name)| Candidate {
        person,
        name,
        school: schools.get(&person).cloned(),
        load: load(person),
    };
    let mut found: Vec<_> = rows.into_iter().map(each).collect();
    found.sort_by_key(|one| (one.load, one.person));
    Ok(found)
}

/// The schools at which people are enrolled, by person.
async fn schools_of(
    db: &impl Source,
    project: Uuid,
    people: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, String>> {
    use enrollments::Column;
    let school = enrollments::Entity::belongs_to(organizations::Entity)
        .from(Column::SchoolId)
        .to(organizations::Column::Id);
    let rows: Vec<(Uuid, String)> = enrollments::Entity::find()
        .join(JoinType::InnerJoin, school.into())
        .select_only()
        .column(Column::PersonId)
        .column(organizations::Column::Name)
        .filter(Column::ProjectId.eq(project))
        .filter(Column::PersonId.is_in(people))
        .into_tuple()
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().collect())
}

pub(crate) fn in_force(today: chrono::NaiveDate) -> Condition {
    use appointments::Column as A;
    Condition::all()
        .add(A::EndedAt.is_null())
        .add(A::ValidFrom.lte(today))
        .add(Condition::any().add(A::ValidTo.is_null()).add(A::ValidTo.gte(today)))
}

/// Who guides a work besides its author: leaders of its workshop and experts of its subject.
pub async fn guides(db: &impl Source, work: &Submission, now: DateTime<Utc>) -> Result<Vec<Uuid>> {
    use appointments::Column as A;
    let leads = Condition::all()
        .add(A::Role.is_in(["workshop_leader", "deputy_workshop_leader"]))
        .add(A::ScopeId.eq(work.workshop_id.unwrap_or_default()));
    let advises = Condition::all()
        .add(A::Role.eq("subject_expert"))
        .add(A::ScopeId.eq(work.county_id))
        .add(A::Subject.eq(work.subject.as_str()));
    let query = appointments::Entity::find()
        .select_only()
        .column(A::PersonId)
        .filter(A::ProjectId.eq(work.project_id))
        .filter(A::PersonId.ne(work.person_id))
        .filter(in_force(now.date_naive()))
        .filter(Condition::any().add(leads).add(advises));
    Ok(query.order_by_asc(A::PersonId).into_tuple().all(db.conn()).await?)
}

pub async fn insert_resource(tx: &Write, resource: Resource) -> Result<()> {
    resources::Entity::insert(resources::ActiveModel::from(resource).reset_all())
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}
