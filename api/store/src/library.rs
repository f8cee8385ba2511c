//! The shared library: what was published, under whose name, and where it comes from.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{organizations, persons, resources, submission_versions};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QuerySelect, Select,
    sea_query::{Expr, LikeExpr},
};
use uuid::Uuid;

use crate::{Cut, Result, Source, Window, Write};

/// A thing of the library with the names people know it by.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Resource {
    pub id: Uuid,
    pub project_id: Uuid,
    pub county_id: Uuid,
    pub school_id: Uuid,
    pub school_name: String,
    pub submission_id: Option<Uuid>,
    pub level: String,
    pub title: String,
    pub kind: String,
    pub subject: String,
    pub stage: String,
    pub author_id: Uuid,
    pub author_name: String,
    pub licence: String,
    pub status: String,
    pub published_at: DateTime<Utc>,
    pub version: i64,
}

/// A version of the work behind a thing of the library.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Version {
    pub number: i32,
    pub title: String,
    pub created_at: DateTime<Utc>,
}

/// What a list is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub level: Option<String>,
    pub kind: Option<String>,
    pub subject: Option<String>,
    pub stage: Option<String>,
    pub school: Option<Uuid>,
    /// Part of the title or of the author's name.
    pub text: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    PublishedAt,
    Title,
}

fn with_names() -> Select<resources::Entity> {
    let author = resources::Entity::belongs_to(persons::Entity)
        .from(resources::Column::AuthorId)
        .to(persons::Column::Id);
    let school = resources::Entity::belongs_to(organizations::Entity)
        .from(resources::Column::SchoolId)
        .to(organizations::Column::Id);
    resources::Entity::find()
        .join(JoinType::InnerJoin, author.into())
        .join(JoinType::InnerJoin, school.into())
        .column_as(persons::Column::Name, "author_name")
        .column_as(organizations::Column::Name, "school_name")
}

pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<Resource>> {
    let query = with_names().filter(resources::Column::Id.eq(id));
    Ok(query.into_model::<Resource>().one(db.conn()).await?)
}

/// What the library of a project shows.
pub async fn list(
    db: &impl Source,
    project: Uuid,
    filter: &Filter,
    sort: Sort,
    window: &Window,
) -> Result<Cut<Resource>> {
    use resources::Column;
    let mut query =
        with_names().filter(Column::ProjectId.eq(project)).filter(Column::Status.ne("taken_down"));
    for (column, value) in [
        (Column::Level, &filter.level),
        (Column::Kind, &filter.kind),
        (Column::Subject, &filter.subject),
        (Column::Stage, &filter.stage),
    ] {
        if let Some(value) = value {
            query = query.filter(column.eq(value.as_str()));
        }
    }
    if let Some(school) = filter.school {
        query = query.filter(Column::SchoolId.eq(school));
    }
    if let Some(text) = &filter.text {
        let like = || LikeExpr::new(pattern(text)).escape('\\');
        let title = Expr::col((resources::Entity, Column::Title)).like(like());
        let author = Expr::col((persons::Entity, persons::Column::Name)).like(like());
        query = query.filter(Condition::any().add(title).add(author));
    }
    let query = match sort {
        Sort::Title => window.by_text(query, Column::Title, Column::Id),
        Sort::PublishedAt => window.by_value(query, Column::PublishedAt, Column::Id, |text| {
            let at = DateTime::parse_from_rfc3339(text).ok()?;
            Some(at.with_timezone(&Utc).into())
        }),
    };
    Ok(window.cut(query.into_model::<Resource>().all(db.conn()).await?))
}

/// The text anywhere, with its own wild cards taken as letters.
fn pattern(text: &str) -> String {
    let plain = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{plain}%")
}

/// The experts' marks of works, in hundredths.
pub async fn marks(db: &impl Source, works: &[Uuid]) -> Result<HashMap<Uuid, Vec<i64>>> {
    if works.is_empty() {
        Ok(HashMap::new())
    } else {
        crate::reports::expert_marks(db, works).await
    }
}

/// The versions of a work, the first one first.
pub async fn versions(db: &impl Source, submission: Uuid) -> Result<Vec<Version>> {
    use submission_versions::Column;
    Ok(submission_versions::Entity::find()
        .select_only()
        .columns([Column::Number, Column::Title, Column::CreatedAt])
        .filter(Column::SubmissionId.eq(submission))
        .order_by_asc(Column::Number)
        .into_model::<Version>()
        .all(db.conn())
        .await?)
}

/// Changes the status of a thing that is still as it was read; tells whether it was.
pub async fn advance(
    tx: &Write,
    resource: &Resource,
    status: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    use resources::Column;
    let done = resources::Entity::update_many()
        .col_expr(Column::Status, Expr::value(status))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(resource.id))
        .filter(Column::Version.eq(resource.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}
