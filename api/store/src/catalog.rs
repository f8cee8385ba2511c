//! The course catalogue: what is offered, counted and summed (F17).

use chrono::{DateTime, Utc};
use entity::{courses, enrollments, projects};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter,
    QuerySelect, Select,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use crate::{Cut, Result, Source, Window, Write, page::contains, placements::AWAY};

/// A course; hours in hundredths.
pub type Course = courses::Model;

/// A course and what its project says about who may see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    pub course: Course,
    pub county: Uuid,
    pub published_at: Option<DateTime<Utc>>,
}

pub async fn find(db: &impl Source, id: Uuid) -> Result<Option<Placed>> {
    let found = courses::Entity::find_by_id(id)
        .join(
            sea_orm::JoinType::InnerJoin,
            courses::Entity::belongs_to(projects::Entity)
                .from(courses::Column::ProjectId)
                .to(projects::Column::Id)
                .into(),
        )
        .select_also(projects::Entity)
        .one(db.conn())
        .await?;
    Ok(found.and_then(|(course, project)| {
        let project = project?;
        let (county, published_at) = (project.region_id, project.catalog_published_at);
        Some(Placed { course, county, published_at })
    }))
}

/// A course for a change: nobody else changes it until the transaction ends.
pub async fn lock(tx: &Write, id: Uuid) -> Result<Option<Course>> {
    Ok(courses::Entity::find_by_id(id).lock_exclusive().one(tx.conn()).await?)
}

/// A course that is about to be chosen: its hours stay as they are until the transaction ends.
pub async fn hold(tx: &Write, id: Uuid) -> Result<Option<Course>> {
    Ok(courses::Entity::find_by_id(id).lock_shared().one(tx.conn()).await?)
}

/// Which courses a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub subject: Option<String>,
    pub stage: Option<String>,
    /// Courses that a teacher of this stage may choose: made for it, or general.
    pub suits: Option<String>,
    pub module: Option<i32>,
    pub theme: Option<String>,
    pub kind: Option<String>,
    pub status: Option<String>,
    pub provider: Option<String>,
    /// Part of the title or code.
    pub text: Option<String>,
}

impl Filter {
    fn condition(&self, project: Uuid) -> Condition {
        use courses::Column as C;
        let suits = self.suits.clone().map(|stage| C::Stage.is_in([stage, "general".to_owned()]));
        let text = self.text.as_deref().map(|text| {
            Condition::any().add(contains(C::Title, text)).add(contains(C::Code, text))
        });
        Condition::all()
            .add(C::ProjectId.eq(project))
            .add_option(self.subject.as_deref().map(|word| C::Subject.eq(word)))
            .add_option(self.stage.as_deref().map(|word| C::Stage.eq(word)))
            .add_option(suits)
            .add_option(self.module.map(|number| C::Module.eq(number)))
            .add_option(self.theme.as_deref().map(|code| C::ThemeCode.eq(code)))
            .add_option(self.kind.as_deref().map(|word| C::Kind.eq(word)))
            .add_option(self.status.as_deref().map(|word| C::Status.eq(word)))
            .add_option(self.provider.as_deref().map(|name| C::Provider.eq(name)))
            .add_option(text)
    }
}

/// What a list of courses is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    Code,
    Hours,
    Title,
}

pub async fn list(
    db: &impl Source,
    project: Uuid,
    filter: &Filter,
    order: Order,
    window: &Window,
) -> Result<Cut<Course>> {
    use courses::Column as C;
    let query = courses::Entity::find().filter(filter.condition(project));
    let query = match order {
        Order::Code => window.by_text(query, C::Code, C::Id),
        Order::Title => window.by_text(query, C::Title, C::Id),
        Order::Hours => {
            window.by_value(query, C::Hours, C::Id, |text| text.parse::<i64>().ok().map(Into::into))
        }
    };
    Ok(window.cut(query.all(db.conn()).await?))
}

pub async fn count(db: &impl Source, project: Uuid, filter: &Filter) -> Result<i64> {
    let all = courses::Entity::find().filter(filter.condition(project)).count(db.conn()).await?;
    Ok(i64::try_from(all).unwrap_or(i64::MAX))
}

/// Courses that agree in everything a facet counts.
#[derive(Debug, Clone, PartialEq, Eq, sea_orm::FromQueryResult)]
pub struct Group {
    pub subject: String,
    pub stage: String,
    pub module: i32,
    pub theme_code: Option<String>,
    pub kind: Option<String>,
    pub status: String,
    pub courses: i64,
    /// Hundredths of a credit-hour.
    pub hours: i64,
}

/// Counts and hours of the courses of a project, as finely as any facet needs; the filter's
/// own facets are left to the caller.
pub async fn groups(
    db: &impl Source,
    project: Uuid,
    provider: Option<&str>,
    text: Option<&str>,
) -> Result<Vec<Group>> {
    use courses::Column as C;
    let filter = Filter {
        provider: provider.map(str::to_owned),
        text: text.map(str::to_owned),
        ..Filter::default()
    };
    let by = [C::Subject, C::Stage, C::Module, C::ThemeCode, C::Kind, C::Status];
    let query: Select<courses::Entity> = courses::Entity::find()
        .select_only()
        .columns(by)
        .expr_as(C::Id.count(), "courses")
        .expr_as(C::Hours.sum().cast_as("bigint"), "hours")
        .filter(filter.condition(project));
    let query = by.into_iter().fold(query, QuerySelect::group_by);
    Ok(query.into_model::<Group>().all(db.conn()).await?)
}

/// The subjects that people of a project teach.
pub async fn taught(db: &impl Source, project: Uuid) -> Result<Vec<String>> {
    use enrollments::Column as C;
    let query = enrollments::Entity::find()
        .select_only()
        .column(C::Subject)
        .distinct()
        .filter(C::ProjectId.eq(project))
        .filter(C::Status.is_not_in(AWAY));
    Ok(query.into_tuple().all(db.conn()).await?)
}

/// Every course of a project.
pub async fn all(db: &impl Source, project: Uuid) -> Result<Vec<Course>> {
    let query = courses::Entity::find().filter(courses::Column::ProjectId.eq(project));
    Ok(query.all(db.conn()).await?)
}

/// The catalogue is another one from now on: what was remembered of it is read anew.
pub async fn revise(tx: &Write, project: Uuid) -> Result<()> {
    use projects::Column;
    projects::Entity::update_many()
        .col_expr(Column::CatalogRevision, Expr::col(Column::CatalogRevision).add(1))
        .filter(Column::Id.eq(project))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Adds a course; `false` where its code or the provider's own id is taken.
pub async fn insert(tx: &Write, course: Course) -> Result<bool> {
    revise(tx, course.project_id).await?;
    let row = courses::ActiveModel::from(course).reset_all();
    let inserted = courses::Entity::insert(row)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(tx.conn())
        .await?;
    Ok(inserted == 1)
}

/// Writes a changed course over the version it is based on; `false` where that is gone.
pub async fn update(tx: &Write, course: &Course, now: DateTime<Utc>) -> Result<bool> {
    use courses::Column as C;
    revise(tx, course.project_id).await?;
    let done = courses::Entity::update_many()
        .col_expr(C::Title, Expr::value(course.title.as_str()))
        .col_expr(C::Subject, Expr::value(course.subject.as_str()))
        .col_expr(C::Stage, Expr::value(course.stage.as_str()))
        .col_expr(C::Module, Expr::value(course.module))
        .col_expr(C::ThemeCode, Expr::value(course.theme_code.clone()))
        .col_expr(C::AbilityPoint, Expr::value(course.ability_point.clone()))
        .col_expr(C::MicroAbility, Expr::value(course.micro_ability.clone()))
        .col_expr(C::Hours, Expr::value(course.hours))
        .col_expr(C::Kind, Expr::value(course.kind.clone()))
        .col_expr(C::Status, Expr::value(course.status.as_str()))
        .col_expr(C::UpdatedAt, Expr::value(now))
        .col_expr(C::Version, Expr::col(C::Version).add(1))
        .filter(C::Id.eq(course.id))
        .filter(C::Version.eq(course.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Opens the catalogue to trainees, once; `false` where it is open already.
pub async fn publish(
    tx: &Write,
    project: Uuid,
    closes_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<bool> {
    use projects::Column as C;
    let mut update = projects::Entity::update_many()
        .col_expr(C::CatalogPublishedAt, Expr::value(now))
        .col_expr(C::UpdatedAt, Expr::value(now))
        .col_expr(C::Version, Expr::col(C::Version).add(1))
        .filter(C::Id.eq(project))
        .filter(C::CatalogPublishedAt.is_null());
    if let Some(at) = closes_at {
        update = update.col_expr(C::SelectionClosesAt, Expr::value(at));
    }
    Ok(update.exec(tx.conn()).await?.rows_affected == 1)
}
