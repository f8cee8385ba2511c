use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reports")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub project_id: Uuid,
    pub code: String,
    pub format: String,
    pub filters: String,
    pub as_of: ChronoDateTimeUtc,
    pub digest: Vec<u8>,
    pub rows: i64,
    pub personal: bool,
    pub role: String,
    pub created_by: Uuid,
    pub created_at: ChronoDateTimeUtc,
    pub fetched_at: Option<ChronoDateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
