use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "exceptions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub project_id: Uuid,
    pub county_id: Uuid,
    pub school_id: Option<Uuid>,
    pub kind: String,
    pub object_kind: String,
    pub object_id: Uuid,
    pub enrollment_id: Option<Uuid>,
    pub reason: String,
    pub actor_id: Uuid,
    pub role: String,
    pub at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
