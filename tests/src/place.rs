//! A school with one trainee in it, by hand.

use entity::{enrollments, organizations};
use sea_orm::{ActiveModelTrait, EntityTrait};
use store::Source;
use uuid::Uuid;

use crate::{Person, Sample};

impl Sample<'_> {
    /// A school of the county.
    pub async fn found_school(&self, name: &str) -> Uuid {
        let county = self.office.county;
        let (id, now) = (Uuid::new_v4(), county.now());
        let school = organizations::Model {
            id,
            kind: "school".to_owned(),
            parent_id: Some(self.region),
            county_id: Some(self.region),
            code: id.to_string(),
            name: name.to_owned(),
            aliases: "[]".to_owned(),
            school_type: None,
            version: 1,
            created_at: now,
            updated_at: now,
        };
        let row = organizations::ActiveModel::from(school).reset_all();
        let write = county.state.services.db.write().await.expect("a transaction");
        let insert = organizations::Entity::insert(row).exec_without_returning(write.conn());
        insert.await.expect("a school");
        write.commit().await.expect("committed");
        id
    }

    /// Somebody who takes part in the project at a school; answers the place too.
    pub async fn enrolled(&self, name: &str, school: Uuid) -> (Person<'_>, Uuid) {
        let county = self.office.county;
        let person = county.person(name).await;
        let (id, now) = (Uuid::new_v4(), county.now());
        let place = enrollments::Model {
            id,
            project_id: self.project,
            person_id: person.id,
            trainee_no: id.simple().to_string(),
            county_id: self.region,
            school_id: school,
            stage: "primary".to_owned(),
            subject: "chinese".to_owned(),
            duty: None,
            job_title: None,
            teaching_years: None,
            education: None,
            note: None,
            status: "active".to_owned(),
            class_id: None,
            workshop_id: None,
            activated_at: Some(now),
            selection_closes_at: None,
            selected_hours: 0,
            credited_hours: 0,
            online_score: None,
            offline_score: None,
            version: 1,
            created_at: now,
            updated_at: now,
        };
        let row = enrollments::ActiveModel::from(place).reset_all();
        let write = county.state.services.db.write().await.expect("a transaction");
        let insert = enrollments::Entity::insert(row).exec_without_returning(write.conn());
        insert.await.expect("a place");
        write.commit().await.expect("committed");
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
