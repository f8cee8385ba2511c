use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "resources")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub project_id: Uuid,
    pub county_id: Uuid,
    pub school_id: Uuid,
    pub submission_id: Option<Uuid>,
    pub level: String,
    pub title: String,
    pub kind: String,
    pub subject: String,
    pub stage: String,
    pub author_id: Uuid,
    pub licence: String,
    pub status: String,
    pub published_at: ChronoDateTimeUtc,
    pub version: i64,
    pub updated_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
