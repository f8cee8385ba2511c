use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "persons")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    pub gender: Option<String>,
    pub id_type: Option<String>,
    pub id_no_sealed: Option<Vec<u8>>,
    pub id_no_hash: Option<Vec<u8>>,
    pub phone_sealed: Option<Vec<u8>>,
    pub phone_hash: Option<Vec<u8>>,
    pub key_id: String,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub updated_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
