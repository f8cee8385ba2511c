use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "practice_sheets")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub round_id: Uuid,
    pub project_id: Uuid,
    pub county_id: Uuid,
    pub school_id: Uuid,
    pub class_id: Option<Uuid>,
    pub status: String,
    pub submitted_by: Option<Uuid>,
    pub determined_by: Option<Uuid>,
    pub return_reason: Option<String>,
    pub version: i64,
    pub updated_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
