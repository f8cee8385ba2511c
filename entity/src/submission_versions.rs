use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "submission_versions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub submission_id: Uuid,
    pub number: i32,
    pub title: String,
    pub body: String,
    pub content_hash: Vec<u8>,
    pub contributors: String,
    pub created_by: Uuid,
    pub created_at: ChronoDateTimeUtc,
    /// Ids of the files, as a JSON list.
    pub attachment_ids: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
