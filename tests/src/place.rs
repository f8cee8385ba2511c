//! A school with one trainee in it, by hand.

use sea_orm::{ActiveModelTrait, EntityTrait};
use serde_json::json;
use store::Source;
use uuid::Uuid;

use crate::{Person, Sample};

impl Sample<'_> {
    /// A school of the county.
    pub async fn found_school(&self, name: &str) -> Uuid {
        let parent = Some(self.region);
        self.office.county.put_school(self.region, parent, name).await
    }

    /// Somebody who takes part in the project at a school; answers the place too.
    pub async fn enrolled(&self, name: &str, school: Uuid) -> (Person<'_>, Uuid) {
        let county = self.office.county;
        let person = county.person(name).await;
        let given = json!({"activated_at": county.now()});
        let id = self.put_place(person.id, school, given).await;
        (person, id)
    }
}

impl crate::County {
    /// Signs in somebody who exists, whatever their account says.
    pub async fn known(&self, person: Uuid) -> Person<'_> {
        use sea_orm::{ColumnTrait, QueryFilter};
        let write = self.state.services.db.write().await.expect("a transaction");
        let account = entity::accounts::Entity::find()
            .filter(entity::accounts::Column::PersonId.eq(person))
            .one(write.conn())
            .await
            .expect("a database")
            .expect("an account");
        let now = self.now();
        entity::accounts::Entity::update_many()
            .col_expr(entity::accounts::Column::Status, sea_orm::sea_query::Expr::value("active"))
            .filter(entity::accounts::Column::Id.eq(account.id))
            .exec(write.conn())
            .await
            .expect("activated");
        let session = entity::sessions::Model {
            id: Uuid::new_v4(),
            account_id: account.id,
            appointment_id: None,
            user_agent: String::new(),
            ip: String::new(),
            created_at: now,
            seen_at: now,
            confirmed_at: now,
            expires_at: now + chrono::Duration::hours(12),
            ended_at: None,
        };
        let row = entity::sessions::ActiveModel::from(session.clone()).reset_all();
        let insert = entity::sessions::Entity::insert(row).exec_without_returning(write.conn());
        insert.await.expect("a session");
        write.commit().await.expect("committed");
        self.signed_in(person, session.id)
    }
}
