//! Trainees, courses and provider clients, made without files.

use domain::access::Role;
use entity::{enrollments, workshops};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
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
        let (id, now) = (Uuid::new_v4(), self.office.county.now());
        let write = self.office.county.state.services.db.write().await.expect("a transaction");
        let row = enrollments::ActiveModel {
            id: Set(id),
            project_id: Set(self.project),
            person_id: Set(person.id),
            trainee_no: Set(number.to_owned()),
            county_id: Set(self.region),
            school_id: Set(school),
            stage: Set("junior".to_owned()),
            subject: Set(subject.to_owned()),
            duty: Set(None),
            job_title: Set(None),
            teaching_years: Set(None),
            education: Set(None),
            note: Set(None),
            status: Set("enrolled".to_owned()),
            class_id: Set(None),
            workshop_id: Set(None),
            activated_at: Set(None),
            selection_closes_at: Set(None),
            selected_hours: Set(0),
            credited_hours: Set(0),
            online_score: Set(None),
            offline_score: Set(None),
            version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
        };
        let insert = enrollments::Entity::insert(row).exec_without_returning(write.conn());
        insert.await.expect("an enrolment");
        write.commit().await.expect("committed");
        Enrolled { person, enrollment: id }
    }

    /// A workshop of these members.
    pub async fn found_workshop(&self, members: &[Uuid]) -> Uuid {
        let (id, now) = (Uuid::new_v4(), self.office.county.now());
        let write = self.office.county.state.services.db.write().await.expect("a transaction");
        let row = workshops::ActiveModel {
            id: Set(id),
            project_id: Set(self.project),
            county_id: Set(self.region),
            code: Set(id.to_string()),
            name: Set("语文坊".to_owned()),
            family: Set("chinese".to_owned()),
            level: Set("school".to_owned()),
            host_kind: Set("school".to_owned()),
            host_id: Set(id),
            leader_id: Set(None),
            status: Set("active".to_owned()),
            reason: Set(None),
            version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
        };
        let insert = workshops::Entity::insert(row).exec_without_returning(write.conn());
        insert.await.expect("a workshop");
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
