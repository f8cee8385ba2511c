//! Trainees, courses and provider clients, made without files.

use domain::access::Role;
use entity::enrollments;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::{Value, json};
use store::Source;
use uuid::Uuid;

use crate::{Person, Sample};

/// Somebody enrolled.
pub struct Enrolled<'a> {
    pub person: Person<'a>,
    pub enrollment: Uuid,
}

impl<'a> Sample<'a> {
    /// A junior-secondary teacher of a subject, enrolled at a school.
    pub async fn enroll(&self, number: &str, subject: &str, school: Uuid) -> Enrolled<'a> {
        let person = self.office.county.person(&format!("学员{number}")).await;
        let given = json!({"trainee_no": number, "stage": "junior", "subject": subject,
            "status": "enrolled"});
        let id = self.put_place(person.id, school, given).await;
        Enrolled { person, enrollment: id }
    }

    /// A workshop of these members.
    pub async fn found_workshop(&self, members: &[Uuid]) -> Uuid {
        let id = self.put_workshop(Uuid::new_v4(), "chinese").await;
        let write = self.office.county.state.services.db.write().await.expect("a transaction");
        enrollments::Entity::update_many()
            .col_expr(enrollments::Column::WorkshopId, Expr::value(id))
            .filter(enrollments::Column::Id.is_in(members.to_vec()))
            .exec(write.conn())
            .await
            .expect("members");
        write.commit().await.expect("committed");
        id
    }

    /// A course made over HTTP; hours as JSON.
    pub async fn course(&self, code: &str, subject: &str, module: i32, hours: Value) -> Uuid {
        let body = json!({"code": code, "title": format!("课程 {code}"), "subject": subject,
            "stage": "general", "module": module, "hours": hours});
        let path = format!("/projects/{}/courses", self.project);
        let made = self.office.post(&path, body).await.expect(201);
        id_of(&made)
    }

    /// The catalogue file of the sample, published.
    pub async fn publish_catalog(&self, closes_at: Option<Value>) {
        self.import("catalog", "catalog.csv").await;
        let body = closes_at.map_or(json!({}), |at| json!({"selection_closes_at": at}));
        let path = format!("/projects/{}/catalog-publications", self.project);
        self.office.post(&path, body).await.expect(201);
    }

    /// A client of the course provider with these scopes.
    pub async fn provider(&self, scopes: &[&str]) -> Person<'a> {
        let body = json!({"name": "课程机构", "kind": Role::CourseProvider,
            "provider": "示例课程机构", "scopes": scopes});
        let path = format!("/projects/{}/clients", self.project);
        let made = self.office.post(&path, body).await.expect(201);
        let client = made.pointer("/client/id").unwrap_or(&made["id"]);
        let id = client.as_str().and_then(|id| id.parse().ok()).expect("an id");
        let county = self.office.county;
        let token = county.state.tokens.issue(id, None, county.now()).expect("a token");
        Person { county, id, session: Uuid::nil(), token }
    }
}

/// The id of what was answered.
#[must_use]
pub fn id_of(thing: &Value) -> Uuid {
    thing["id"].as_str().and_then(|id| id.parse().ok()).expect("an id")
}
