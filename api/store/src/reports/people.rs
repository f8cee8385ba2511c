use chrono::{DateTime, Utc};
use entity::{
    classes, enrollments, organizations, persons, practice_rounds, practice_scores,
    practice_sheets, qualification_results, workshops,
};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, Select,
    sea_query::{Expr, IntoCondition},
};
use uuid::Uuid;

use super::Scope;
use crate::{Result, Source};

/// A trainee with the verdict of a run, as R7 and R9 print it. Hours and scores are hundredths.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Result7 {
    pub enrollment_id: Uuid,
    pub person_id: Uuid,
    pub trainee_no: String,
    pub school: String,
    pub class: Option<String>,
    pub workshop: Option<String>,
    pub name: String,
    pub gender: Option<String>,
    pub stage: String,
    pub subject: String,
    pub id_no_sealed: Option<Vec<u8>>,
    pub outcome: Option<String>,
    pub total: Option<i64>,
    pub hours: Option<i64>,
    /// The explanation as JSON, with the parts of the grade.
    pub explanation: Option<String>,
    pub certificate_no: Option<String>,
}

/// Trainees of the scope by number, after one of them; `qualified` leaves only those who passed.
pub async fn results(
    db: &impl Source,
    scope: &Scope,
    run: Uuid,
    qualified: bool,
    after: Option<&str>,
    limit: u64,
) -> Result<Vec<Result7>> {
    use enrollments::Column;
    use qualification_results::Column as Verdict;
    let verdicts = enrollments::Entity::belongs_to(qualification_results::Entity)
        .from(Column::Id)
        .to(Verdict::EnrollmentId)
        .on_condition(move |_, right| Expr::col((right, Verdict::RunId)).eq(run).into_condition());
    let mut query = named(enrollments::Entity::find().select_only())
        .join(JoinType::LeftJoin, verdicts.into())
        .column_as(Column::Id, "enrollment_id")
        .column(Column::PersonId)
        .column_as(persons::Column::IdNoSealed, "id_no_sealed")
        .column_as(Verdict::Outcome, "outcome")
        .column_as(Verdict::Total, "total")
        .column_as(Verdict::Hours, "hours")
        .column_as(Verdict::Explanation, "explanation")
        .column_as(Verdict::CertificateNo, "certificate_no")
        .filter(scope.enrolled())
        .order_by_asc(Column::TraineeNo)
        .limit(limit);
    if qualified {
        query = query.filter(Verdict::Outcome.is_in(["qualified", "excellent"]));
    }
    if let Some(number) = after {
        query = query.filter(Column::TraineeNo.gt(number));
    }
    Ok(query.into_model().all(db.conn()).await?)
}

/// Joins person, school, class and workshop and names what all lists print of a trainee.
fn named(query: Select<enrollments::Entity>) -> Select<enrollments::Entity> {
    use enrollments::Column;
    let person = enrollments::Entity::belongs_to(persons::Entity)
        .from(Column::PersonId)
        .to(persons::Column::Id);
    let school = enrollments::Entity::belongs_to(organizations::Entity)
        .from(Column::SchoolId)
        .to(organizations::Column::Id);
    let class = enrollments::Entity::belongs_to(classes::Entity)
        .from(Column::ClassId)
        .to(classes::Column::Id);
    let workshop = enrollments::Entity::belongs_to(workshops::Entity)
        .from(Column::WorkshopId)
        .to(workshops::Column::Id);
    query
        .join(JoinType::InnerJoin, person.into())
        .join(JoinType::InnerJoin, school.into())
        .join(JoinType::LeftJoin, class.into())
        .join(JoinType::LeftJoin, workshop.into())
        .column(Column::TraineeNo)
        .column(Column::Stage)
        .column(Column::Subject)
        .column_as(organizations::Column::Name, "school")
        .column_as(classes::Column::Name, "class")
        .column_as(workshops::Column::Name, "workshop")
        .column_as(persons::Column::Name, "name")
        .column_as(persons::Column::Gender, "gender")
}

/// A trainee as the roster's own list prints them; the personal fields are sealed.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Person {
    pub person_id: Uuid,
    pub trainee_no: String,
    pub name: String,
    pub gender: Option<String>,
    pub id_no_sealed: Option<Vec<u8>>,
    pub phone_sealed: Option<Vec<u8>>,
    pub county_id: Uuid,
    pub school_id: Uuid,
    pub school: String,
    pub class_id: Option<Uuid>,
    pub workshop_id: Option<Uuid>,
    pub stage: String,
    pub subject: String,
    pub duty: Option<String>,
    pub job_title: Option<String>,
    pub teaching_years: Option<i32>,
    pub education: Option<String>,
    pub note: Option<String>,
}

/// The people of the scope by trainee number, after one of them.
pub async fn people(
    db: &impl Source,
    scope: &Scope,
    after: Option<&str>,
    limit: u64,
) -> Result<Vec<Person>> {
    use enrollments::Column;
    let mut query = named(enrollments::Entity::find().select_only())
        .columns([Column::PersonId, Column::CountyId, Column::SchoolId])
        .columns([Column::ClassId, Column::WorkshopId, Column::Duty, Column::JobTitle])
        .columns([Column::TeachingYears, Column::Education, Column::Note])
        .column_as(persons::Column::IdNoSealed, "id_no_sealed")
        .column_as(persons::Column::PhoneSealed, "phone_sealed")
        .filter(scope.enrolled())
        .order_by_asc(Column::TraineeNo)
        .limit(limit);
    if let Some(number) = after {
        query = query.filter(Column::TraineeNo.gt(number));
    }
    Ok(query.into_model().all(db.conn()).await?)
}

/// A practice score as R8 prints it. Scores are hundredths.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Mark {
    pub trainee_no: String,
    pub name: String,
    pub subject: String,
    pub task: String,
    pub completion: Option<i64>,
    pub effect: Option<i64>,
    pub absence: Option<String>,
    pub school_score: Option<i64>,
    pub county_score: Option<i64>,
    pub adjust_reason: Option<String>,
    pub scored_by: Option<Uuid>,
    pub determined_by: Option<Uuid>,
    pub updated_at: DateTime<Utc>,
}

/// The newest scoring round of a project.
pub async fn newest_round(db: &impl Source, project: Uuid) -> Result<Option<Uuid>> {
    let round = practice_rounds::Entity::find()
        .filter(practice_rounds::Column::ProjectId.eq(project))
        .order_by_desc(practice_rounds::Column::Id)
        .one(db.conn())
        .await?;
    Ok(round.map(|round| round.id))
}

/// Practice scores of a round by trainee number, after one of them.
pub async fn marks(
    db: &impl Source,
    scope: &Scope,
    round: Uuid,
    after: Option<&str>,
    limit: u64,
) -> Result<Vec<Mark>> {
    use practice_scores::Column;
    let sheet = practice_scores::Entity::belongs_to(practice_sheets::Entity)
        .from(Column::SheetId)
        .to(practice_sheets::Column::Id);
    let of_round = practice_sheets::Entity::belongs_to(practice_rounds::Entity)
        .from(practice_sheets::Column::RoundId)
        .to(practice_rounds::Column::Id);
    let trainee = practice_scores::Entity::belongs_to(enrollments::Entity)
        .from(Column::EnrollmentId)
        .to(enrollments::Column::Id);
    let person = enrollments::Entity::belongs_to(persons::Entity)
        .from(enrollments::Column::PersonId)
        .to(persons::Column::Id);
    let mut query = practice_scores::Entity::find()
        .select_only()
        .join(JoinType::InnerJoin, sheet.into())
        .join(JoinType::InnerJoin, of_round.into())
        .join(JoinType::InnerJoin, trainee.into())
        .join(JoinType::InnerJoin, person.into())
        .columns([Column::Completion, Column::Effect, Column::Absence])
        .columns([Column::SchoolScore, Column::CountyScore, Column::AdjustReason])
        .columns([Column::ScoredBy, Column::DeterminedBy, Column::UpdatedAt])
        .column_as(practice_rounds::Column::Name, "task")
        .column_as(enrollments::Column::TraineeNo, "trainee_no")
        .column_as(enrollments::Column::Subject, "subject")
        .column_as(persons::Column::Name, "name")
        .filter(practice_rounds::Column::Id.eq(round))
        .filter(practice_rounds::Column::ProjectId.eq(scope.reach.project))
        .filter(scope.enrolled())
        .order_by_asc(enrollments::Column::TraineeNo)
        .limit(limit);
    if let Some(number) = after {
        query = query.filter(enrollments::Column::TraineeNo.gt(number));
    }
    Ok(query.into_model().all(db.conn()).await?)
}
