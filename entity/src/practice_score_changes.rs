use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "practice_score_changes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub score_id: Uuid,
    pub sheet_id: Uuid,
    pub project_id: Uuid,
    pub enrollment_id: Uuid,
    pub source: String,
    pub actor_id: Option<Uuid>,
    pub role: String,
    pub before: String,
    pub after: String,
    pub reason: Option<String>,
    pub at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
