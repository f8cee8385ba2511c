use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "practice_scores")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub sheet_id: Uuid,
    pub project_id: Uuid,
    pub enrollment_id: Uuid,
    pub completion: Option<i64>,
    pub effect: Option<i64>,
    pub absence: Option<String>,
    pub school_score: Option<i64>,
    pub county_score: Option<i64>,
    pub final_score: Option<i64>,
    pub adjust_reason: Option<String>,
    pub note: Option<String>,
    pub scored_by: Option<Uuid>,
    pub determined_by: Option<Uuid>,
    pub version: i64,
    pub updated_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
