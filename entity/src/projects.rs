use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "projects")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub code: String,
    pub name: String,
    pub programme: String,
    pub level: String,
    pub region_id: Uuid,
    pub provider: String,
    pub target_headcount: i64,
    pub status: String,
    pub starts_on: ChronoDate,
    pub ends_on: ChronoDate,
    pub selection_closes_at: Option<ChronoDateTimeUtc>,
    pub policy_id: Option<Uuid>,
    pub catalog_published_at: Option<ChronoDateTimeUtc>,
    /// Grows with every change of a course.
    pub catalog_revision: i64,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub updated_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
