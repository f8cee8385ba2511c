use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "courses")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub project_id: Uuid,
    pub code: String,
    pub title: String,
    pub subject: String,
    pub stage: String,
    pub module: i32,
    pub theme_code: Option<String>,
    pub ability_point: Option<String>,
    pub micro_ability: Option<String>,
    pub hours: i64,
    pub kind: Option<String>,
    pub provider: String,
    pub provider_course_id: Option<String>,
    pub required: bool,
    pub status: String,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub updated_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
