use std::collections::HashMap;

use entity::{course_progress, courses, enrollments, selection_items};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::Scope;
use crate::{Result, Source};

/// A course with how many of the scope chose and finished it, as R15 prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    pub id: Uuid,
    pub code: String,
    pub title: String,
    pub subject: String,
    pub module: i32,
    /// In hundredths.
    pub hours: i64,
    pub chosen: u64,
    pub finished: u64,
}

type Row = (Uuid, String, String, String, i32, i64);

/// Every course of the project by code: three statements, however many courses.
pub async fn courses(db: &impl Source, scope: &Scope) -> Result<Vec<Course>> {
    use courses::Column;
    let rows: Vec<Row> = courses::Entity::find()
        .select_only()
        .columns([Column::Id, Column::Code, Column::Title, Column::Subject])
        .columns([Column::Module, Column::Hours])
        .filter(Column::ProjectId.eq(scope.reach.project))
        .order_by_asc(Column::Code)
        .into_tuple()
        .all(db.conn())
        .await?;
    let (chosen, finished) = (chosen(db, scope).await?, finished(db, scope).await?);
    let of = |counts: &HashMap<Uuid, i64>, id: &Uuid| {
        u64::try_from(counts.get(id).copied().unwrap_or_default()).unwrap_or_default()
    };
    let course = |(id, code, title, subject, module, hours): Row| Course {
        chosen: of(&chosen, &id),
        finished: of(&finished, &id),
        id,
        code,
        title,
        subject,
        module,
        hours,
    };
    Ok(rows.into_iter().map(course).collect())
}

async fn chosen(db: &impl Source, scope: &Scope) -> Result<HashMap<Uuid, i64>> {
    use selection_items::Column;
    let trainee = selection_items::Entity::belongs_to(enrollments::Entity)
        .from(Column::EnrollmentId)
        .to(enrollments::Column::Id);
    let rows: Vec<(Uuid, i64)> = selection_items::Entity::find()
        .select_only()
        .join(JoinType::InnerJoin, trainee.into())
        .column(Column::CourseId)
        .column_as(Column::EnrollmentId.count(), "chosen")
        .filter(scope.enrolled())
        .group_by(Column::CourseId)
        .into_tuple()
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().collect())
}

/// Those who finished it among those who chose it.
async fn finished(db: &impl Source, scope: &Scope) -> Result<HashMap<Uuid, i64>> {
    use course_progress::Column;
    let trainee = course_progress::Entity::belongs_to(enrollments::Entity)
        .from(Column::EnrollmentId)
        .to(enrollments::Column::Id);
    let rows: Vec<(Uuid, i64)> = course_progress::Entity::find()
        .select_only()
        .join(JoinType::InnerJoin, trainee.into())
        .column(Column::CourseId)
        .column_as(Column::CompletedAt.count(), "finished")
        .filter(scope.enrolled())
        .group_by(Column::CourseId)
        .into_tuple()
        .all(db.conn())
        .await?;
    Ok(rows.into_iter().collect())
}
