use domain::{access::Reach, grade::GradeSource};
use entity::{enrollments, organizations, persons, qualification_results, qualification_runs};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, RelationDef, Select, sea_query::Query,
};
use uuid::Uuid;

use super::Run;
use crate::{Cut, Result, Source, Window, grades::OWN, page::contains};

/// A result with whose it is.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Shown {
    pub run_id: Uuid,
    pub enrollment_id: Uuid,
    pub name: String,
    pub trainee_no: String,
    pub school_id: Uuid,
    pub school_name: String,
    pub class_id: Option<Uuid>,
    pub outcome: String,
    pub total: i64,
    pub online: Option<i64>,
    pub offline: Option<i64>,
    pub hours: i64,
    pub explanation: String,
    pub certificate_no: Option<String>,
}

pub(super) fn enrolled() -> RelationDef {
    qualification_results::Entity::belongs_to(enrollments::Entity)
        .from(qualification_results::Column::EnrollmentId)
        .to(enrollments::Column::Id)
        .into()
}

fn named() -> Select<qualification_results::Entity> {
    use enrollments::{Column, Entity};
    let person = Entity::belongs_to(persons::Entity).from(Column::PersonId).to(persons::Column::Id);
    let school = Entity::belongs_to(organizations::Entity)
        .from(Column::SchoolId)
        .to(organizations::Column::Id);
    qualification_results::Entity::find()
        .join(JoinType::InnerJoin, enrolled())
        .join(JoinType::InnerJoin, person.into())
        .join(JoinType::InnerJoin, school.into())
        .column_as(persons::Column::Name, "name")
        .column_as(Column::TraineeNo, "trainee_no")
        .column_as(Column::SchoolId, "school_id")
        .column_as(Column::ClassId, "class_id")
        .column_as(organizations::Column::Name, "school_name")
}

/// Which results are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub outcome: Option<String>,
    pub school: Option<Uuid>,
    pub class: Option<Uuid>,
    /// Part of a name or trainee number.
    pub q: Option<String>,
    /// A mark that does not exist yet.
    pub lacks: Option<GradeSource>,
}

/// The results of a run that the reach covers and the filter asks for.
fn narrowed(run: Uuid, reach: &Reach, filter: &Filter) -> Select<qualification_results::Entity> {
    use qualification_results::Column;
    let mut query = named().filter(Column::RunId.eq(run)).filter(OWN.within(reach));
    if let Some(outcome) = &filter.outcome {
        query = query.filter(Column::Outcome.eq(outcome.as_str()));
    }
    if let Some(id) = filter.school {
        query = query.filter(enrollments::Column::SchoolId.eq(id));
    }
    if let Some(id) = filter.class {
        query = query.filter(enrollments::Column::ClassId.eq(id));
    }
    match filter.lacks {
        Some(GradeSource::OnlineScore) => query = query.filter(Column::Online.is_null()),
        Some(GradeSource::PracticeScore) => query = query.filter(Column::Offline.is_null()),
        None => {}
    }
    if let Some(text) = &filter.q {
        let name = contains(persons::Column::Name, text);
        query = query.filter(name.or(contains(enrollments::Column::TraineeNo, text)));
    }
    query
}

pub async fn list_results(
    db: &impl Source,
    run: Uuid,
    reach: &Reach,
    filter: &Filter,
    window: &Window,
) -> Result<Cut<Shown>> {
    let query = narrowed(run, reach, filter);
    let rows = window.by_id(query, qualification_results::Column::EnrollmentId);
    Ok(window.cut(rows.into_model::<Shown>().all(db.conn()).await?))
}

pub async fn count_results(
    db: &impl Source,
    run: Uuid,
    reach: &Reach,
    filter: &Filter,
) -> Result<i64> {
    let count = narrowed(run, reach, filter).count(db.conn()).await?;
    Ok(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Somebody's result in the newest run, or in the newest one that is public; with the run.
pub async fn result_of(
    db: &impl Source,
    enrollment: Uuid,
    public: bool,
) -> Result<Option<(Shown, Run)>> {
    let states: &[&str] =
        if public { &["published", "final"] } else { &["provisional", "published", "final"] };
    let runs = Query::select()
        .column(qualification_results::Column::RunId)
        .from(qualification_results::Entity)
        .and_where(qualification_results::Column::EnrollmentId.eq(enrollment))
        .to_owned();
    let run = qualification_runs::Entity::find()
        .filter(qualification_runs::Column::Id.in_subquery(runs))
        .filter(qualification_runs::Column::Status.is_in(states.iter().copied()))
        .order_by_desc(qualification_runs::Column::Number)
        .one(db.conn())
        .await?;
    let Some(run) = run else { return Ok(None) };
    let query = named()
        .filter(qualification_results::Column::RunId.eq(run.id))
        .filter(qualification_results::Column::EnrollmentId.eq(enrollment));
    Ok(query.into_model::<Shown>().one(db.conn()).await?.map(|result| (result, run)))
}
