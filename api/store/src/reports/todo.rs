use domain::access::Reach;
use entity::{
    appointments, classes, courses, enrollments, expert_reviews, homework_tasks, organizations,
    polishing_rounds, practice_sheets, qualification_runs, quarantined_events, submissions,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, FromQueryResult, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, IntoCondition},
};
use uuid::Uuid;

use super::Scope;
use crate::{Result, Source, reach::Columns};

/// The most works of one's own that are looked at.
const MOST_OWN: u64 = 200;

async fn count<E>(db: &impl Source, query: Select<E>) -> Result<i64>
where
    E: EntityTrait,
    E::Model: Send + Sync,
{
    Ok(i64::try_from(query.count(db.conn()).await?).unwrap_or(i64::MAX))
}

/// Hours chosen and hours credited of a trainee, in hundredths.
pub async fn hours_of(db: &impl Source, enrollment: Uuid) -> Result<(i64, i64)> {
    let row = enrollments::Entity::find_by_id(enrollment).one(db.conn()).await?;
    Ok(row.map_or((0, 0), |row| (row.selected_hours, row.credited_hours)))
}

/// Open required tasks that a trainee has handed in nothing for.
pub async fn tasks_left(db: &impl Source, project: Uuid, enrollment: Uuid) -> Result<i64> {
    let done = submissions::Entity::find()
        .select_only()
        .column(submissions::Column::TaskId)
        .filter(submissions::Column::EnrollmentId.eq(enrollment))
        .filter(submissions::Column::TaskId.is_not_null())
        .filter(submissions::Column::Status.is_not_in(["draft", "withdrawn", "not_selected"]))
        .into_query();
    let query = homework_tasks::Entity::find()
        .filter(homework_tasks::Column::ProjectId.eq(project))
        .filter(homework_tasks::Column::Required.eq(true))
        .filter(homework_tasks::Column::Status.is_in(["open", "published"]))
        .filter(homework_tasks::Column::Id.not_in_subquery(done));
    count(db, query).await
}

/// A trainee's own work that may ask something of them.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct OwnWork {
    pub id: Uuid,
    pub rung: String,
    pub status: String,
    pub consent: bool,
    /// The team of the polishing round that is open, as JSON.
    pub team: Option<String>,
}

/// Works of one trainee that were returned or stand before the school, with their open round.
pub async fn own_works(db: &impl Source, enrollment: Uuid) -> Result<Vec<OwnWork>> {
    use submissions::Column;
    let round = submissions::Entity::belongs_to(polishing_rounds::Entity)
        .from(Column::Id)
        .to(polishing_rounds::Column::SubmissionId)
        .on_condition(|_, right| {
            Expr::col((right, polishing_rounds::Column::ClosedAt)).is_null().into_condition()
        });
    let school = Column::Rung.eq("school").and(Column::Status.eq("under_review"));
    Ok(submissions::Entity::find()
        .select_only()
        .columns([Column::Id, Column::Rung, Column::Status, Column::Consent])
        .column_as(polishing_rounds::Column::Team, "team")
        .join(JoinType::LeftJoin, round.into())
        .filter(Column::EnrollmentId.eq(enrollment))
        .filter(Column::Status.eq("returned").or(school))
        .order_by_asc(Column::Id)
        .limit(MOST_OWN)
        .into_model::<OwnWork>()
        .all(db.conn())
        .await?)
}

/// Exhibits that wait for the mark of one expert in a project.
pub async fn blind_reviews(db: &impl Source, project: Uuid, expert: Uuid) -> Result<i64> {
    use expert_reviews::Column;
    let work = expert_reviews::Entity::belongs_to(submissions::Entity)
        .from(Column::SubmissionId)
        .to(submissions::Column::Id);
    let query = expert_reviews::Entity::find()
        .join(JoinType::InnerJoin, work.into())
        .filter(submissions::Column::ProjectId.eq(project))
        .filter(Column::ExpertId.eq(expert))
        .filter(Column::Status.eq("assigned"));
    count(db, query).await
}

/// Qualification runs in a state that somebody else than the asking person started.
pub async fn runs_of_others(
    db: &impl Source,
    project: Uuid,
    status: &str,
    asking: Uuid,
) -> Result<i64> {
    use qualification_runs::Column;
    let query = qualification_runs::Entity::find()
        .filter(Column::ProjectId.eq(project))
        .filter(Column::Status.eq(status))
        .filter(Column::CreatedBy.is_null().or(Column::CreatedBy.ne(asking)));
    count(db, query).await
}

/// Works on a rung in one of these states, within the reach.
pub async fn works_waiting(
    db: &impl Source,
    reach: &Reach,
    me: Uuid,
    rung: &str,
    states: &[&str],
) -> Result<i64> {
    use submissions::Column;
    let columns = Columns {
        county: Some(Column::CountyId),
        school: Some(Column::SchoolId),
        class: Some(Column::ClassId),
        workshop: Some(Column::WorkshopId),
        subject: Some(Column::Subject),
        ..Columns::NONE
    };
    let query = submissions::Entity::find()
        .filter(Column::ProjectId.eq(reach.project))
        .filter(Column::Rung.eq(rung))
        .filter(Column::Status.is_in(states.iter().copied()))
        .filter(Column::PersonId.ne(me))
        .filter(columns.within(reach));
    count(db, query).await
}

/// Those of the scope who have not signed in yet.
pub async fn unactivated(db: &impl Source, scope: &Scope) -> Result<i64> {
    let query = enrollments::Entity::find()
        .filter(scope.enrolled())
        .filter(enrollments::Column::ActivatedAt.is_null());
    count(db, query).await
}

/// Those of the scope who lack a class or a workshop.
pub async fn unplaced(db: &impl Source, scope: &Scope) -> Result<i64> {
    use enrollments::Column;
    let lacking = Column::ClassId.is_null().or(Column::WorkshopId.is_null());
    count(db, enrollments::Entity::find().filter(scope.enrolled()).filter(lacking)).await
}

/// Practice sheets in one of these states, within the reach.
pub async fn sheets(db: &impl Source, reach: &Reach, states: &[&str]) -> Result<i64> {
    use practice_sheets::Column;
    let columns = Columns {
        county: Some(Column::CountyId),
        school: Some(Column::SchoolId),
        class: Some(Column::ClassId),
        ..Columns::NONE
    };
    let query = practice_sheets::Entity::find()
        .filter(Column::ProjectId.eq(reach.project))
        .filter(Column::Status.is_in(states.iter().copied()))
        .filter(columns.within(reach));
    count(db, query).await
}

/// Practice sheets that somebody else determined and that wait for their second signature.
pub async fn sheets_to_sign(db: &impl Source, reach: &Reach, asking: Uuid) -> Result<i64> {
    use practice_sheets::Column;
    let columns = Columns { county: Some(Column::CountyId), ..Columns::NONE };
    let query = practice_sheets::Entity::find()
        .filter(Column::ProjectId.eq(reach.project))
        .filter(Column::Status.eq("county_determined"))
        .filter(Column::DeterminedBy.is_null().or(Column::DeterminedBy.ne(asking)))
        .filter(columns.within(reach));
    count(db, query).await
}

/// Classes that wait for approval, within the reach.
pub async fn classes_waiting(db: &impl Source, reach: &Reach) -> Result<i64> {
    use classes::Column;
    let columns = Columns { county: Some(Column::CountyId), ..Columns::NONE };
    let query = classes::Entity::find()
        .filter(Column::ProjectId.eq(reach.project))
        .filter(Column::Status.eq("submitted"))
        .filter(Condition::all().add(columns.within(reach)));
    count(db, query).await
}

/// Events of the course provider that wait in the quarantine.
pub async fn quarantined(db: &impl Source, project: Uuid) -> Result<i64> {
    use quarantined_events::Column;
    let query = quarantined_events::Entity::find()
        .filter(Column::ProjectId.eq(project))
        .filter(Column::Status.eq("open"));
    count(db, query).await
}

/// Whether anybody holds a role in a project.
pub async fn appointed(db: &impl Source, project: Uuid, role: &str) -> Result<bool> {
    use appointments::Column;
    let query = appointments::Entity::find()
        .filter(Column::ProjectId.eq(project))
        .filter(Column::Role.eq(role))
        .filter(Column::EndedAt.is_null());
    Ok(query.one(db.conn()).await?.is_some())
}

/// Courses of a project that are not withdrawn.
pub async fn courses(db: &impl Source, project: Uuid) -> Result<i64> {
    use courses::Column;
    let query = courses::Entity::find()
        .filter(Column::ProjectId.eq(project))
        .filter(Column::Status.ne("withdrawn"));
    count(db, query).await
}

/// Schools of a county.
pub async fn schools(db: &impl Source, county: Uuid) -> Result<i64> {
    use organizations::Column;
    let query = organizations::Entity::find()
        .filter(Column::CountyId.eq(county))
        .filter(Column::Kind.eq("school"));
    count(db, query).await
}
