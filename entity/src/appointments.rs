use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "appointments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    pub project_id: Option<Uuid>,
    pub role: String,
    pub scope_kind: String,
    pub scope_id: Option<Uuid>,
    pub subject: Option<String>,
    pub title: Option<String>,
    pub valid_from: ChronoDate,
    pub valid_to: Option<ChronoDate>,
    pub ended_at: Option<ChronoDateTimeUtc>,
    pub suspended_at: Option<ChronoDateTimeUtc>,
    pub created_by: Option<Uuid>,
    pub created_at: ChronoDateTimeUtc,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
