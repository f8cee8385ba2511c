//! What the official lists and the cockpit are made of, and the lists that were drawn up.

use chrono::{DateTime, Utc};
use domain::access::Reach;
use entity::{enrollments, qualification_runs, report_files, reports};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use crate::{Cut, Result, Source, Window, Write, placements::AWAY, reach::Columns};

mod counts;
mod courses;
mod people;
pub mod todo;
mod works;

pub use counts::{Group, groups, organizations, towns};
pub use courses::{Course, courses};
pub use people::{Mark, Person, Result7, marks, newest_round, people, results};

pub(crate) use works::marks as expert_marks;
pub use works::{Voice, Work, works};

/// Whose rows a report may hold: those that the caller reaches, and of them the chosen ones.
#[derive(Debug, Clone)]
pub struct Scope {
    pub reach: Reach,
    pub school: Option<Uuid>,
    pub class: Option<Uuid>,
    pub workshop: Option<Uuid>,
}

impl Scope {
    /// The enrolments that count and lie in the scope.
    fn enrolled(&self) -> Condition {
        use enrollments::Column;
        let columns = Columns {
            county: Some(Column::CountyId),
            school: Some(Column::SchoolId),
            class: Some(Column::ClassId),
            workshop: Some(Column::WorkshopId),
            person: Some(Column::PersonId),
            subject: Some(Column::Subject),
        };
        let chosen = [
            (Column::SchoolId, self.school),
            (Column::ClassId, self.class),
            (Column::WorkshopId, self.workshop),
        ];
        let mut all = Condition::all()
            .add(Column::ProjectId.eq(self.reach.project))
            .add(Column::Status.is_not_in(AWAY));
        if !self.reach.all {
            all = all.add(columns.within(&self.reach));
        }
        for (column, id) in chosen {
            if let Some(id) = id {
                all = all.add(column.eq(id));
            }
        }
        all
    }
}

/// The newest run of the qualification that people may see.
pub async fn newest_run(db: &impl Source, project: Uuid) -> Result<Option<Uuid>> {
    let run = qualification_runs::Entity::find()
        .select_only()
        .column(qualification_runs::Column::Id)
        .filter(qualification_runs::Column::ProjectId.eq(project))
        .filter(qualification_runs::Column::Status.is_in(["published", "final"]))
        .order_by_desc(qualification_runs::Column::Number);
    Ok(run.into_tuple().one(db.conn()).await?)
}

/// Whether a run belongs to the project and people may see it.
pub async fn is_public_run(db: &impl Source, project: Uuid, run: Uuid) -> Result<bool> {
    let run = qualification_runs::Entity::find_by_id(run)
        .filter(qualification_runs::Column::ProjectId.eq(project))
        .filter(qualification_runs::Column::Status.is_in(["published", "final"]))
        .one(db.conn())
        .await?;
    Ok(run.is_some())
}

/// A report that was drawn up, without its content; `filters` is JSON.
pub type Report = reports::Model;

pub async fn insert(tx: &Write, report: Report, content: Vec<u8>) -> Result<()> {
    let id = report.id;
    reports::Entity::insert(reports::ActiveModel::from(report).reset_all())
        .exec_without_returning(tx.conn())
        .await?;
    let file = report_files::ActiveModel { report_id: Set(id), content: Set(content) };
    report_files::Entity::insert(file).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The reports that somebody drew up in a project, the newest first.
pub async fn list(
    db: &impl Source,
    project: Uuid,
    creator: Uuid,
    code: Option<&str>,
    window: &Window,
) -> Result<Cut<Report>> {
    let mut query = reports::Entity::find()
        .filter(reports::Column::ProjectId.eq(project))
        .filter(reports::Column::CreatedBy.eq(creator));
    if let Some(code) = code {
        query = query.filter(reports::Column::Code.eq(code));
    }
    let rows = window.by_id(query, reports::Column::Id).all(db.conn()).await?;
    Ok(window.cut(rows))
}

pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<Report>> {
    Ok(reports::Entity::find_by_id(id).one(db.conn()).await?)
}

/// The sealed content of a report.
pub async fn content(db: &impl Source, id: Uuid) -> Result<Option<Vec<u8>>> {
    Ok(report_files::Entity::find_by_id(id).one(db.conn()).await?.map(|file| file.content))
}

/// Notes that a report was fetched; tells whether this was the first time.
pub async fn fetch(tx: &Write, id: Uuid, now: DateTime<Utc>) -> Result<bool> {
    let update = reports::Entity::update_many()
        .col_expr(reports::Column::FetchedAt, Expr::value(now))
        .filter(reports::Column::Id.eq(id))
        .filter(reports::Column::FetchedAt.is_null());
    Ok(update.exec(tx.conn()).await?.rows_affected == 1)
}
