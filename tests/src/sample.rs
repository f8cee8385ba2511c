//! The sample county's files, imported over HTTP as a person would.

use std::path::PathBuf;

use actix_web::http::Method;
use domain::access::Role;
use entity::{organizations, practice_rounds, projects};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::{Value, json};
use store::Source;
use uuid::Uuid;

use crate::{County, Person, id_number, phone};

/// A project in a county, and the two people who bring files in.
pub struct Sample<'a> {
    pub project: Uuid,
    pub region: Uuid,
    /// Holds the county's and the project team's roles.
    pub office: Person<'a>,
}

/// A file of the sample county.
#[must_use]
pub fn file(name: &str) -> Vec<u8> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../data/fuyu")).join(name);
    std::fs::read(&path).unwrap_or_else(|_| panic!("{} is missing", path.display()))
}

impl County {
    /// An empty project in an empty county.
    pub async fn sample(&self) -> Sample<'_> {
        let (region, project, now) = (Uuid::new_v4(), Uuid::new_v4(), self.now());
        let write = self.state.services.db.write().await.expect("a transaction");
        let row = organizations::ActiveModel {
            id: Set(region),
            kind: Set("county".to_owned()),
            parent_id: Set(None),
            county_id: Set(Some(region)),
            code: Set(format!("220781-{region}")),
            name: Set("扶余市".to_owned()),
            aliases: Set("[]".to_owned()),
            school_type: Set(None),
            version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
        };
        let insert = organizations::Entity::insert(row).exec_without_returning(write.conn());
        insert.await.expect("a county");
        let row = projects::ActiveModel {
            id: Set(project),
            // Digits only, so that no search for a word finds a code by chance.
            code: Set(format!("FY-{}", project.as_u128() % 1_000_000_000)),
            name: Set("提升工程".to_owned()),
            programme: Set("itaa_1".to_owned()),
            level: Set("provincial".to_owned()),
            region_id: Set(region),
            provider: Set("示例课程机构".to_owned()),
            target_headcount: Set(975),
            status: Set("running".to_owned()),
            starts_on: Set(now.date_naive()),
            ends_on: Set((now + chrono::Duration::days(200)).date_naive()),
            selection_closes_at: Set(None),
            policy_id: Set(None),
            catalog_published_at: Set(None),
            catalog_revision: Set(0),
            version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
        };
        let insert = projects::Entity::insert(row).exec_without_returning(write.conn());
        insert.await.expect("a project");
        write.commit().await.expect("committed");
        let office = self.person("县办公室").await;
        let office = office.hold(Role::CountyAdmin, Some(project), Some(region)).await;
        let office = office.hold(Role::ProjectTeam, Some(project), Some(project)).await;
        Sample { project, region, office }
    }
}

impl Sample<'_> {
    /// Uploads a file and waits for its verdict.
    pub async fn upload(&self, kind: &str, name: &str, content: Vec<u8>) -> Value {
        let path = format!("/projects/{}/imports?kind={kind}&file_name={name}", self.project);
        let key = Uuid::new_v4().to_string();
        let headers = [("idempotency-key", key.as_str())];
        let stream = Some("application/octet-stream");
        let answer = self.office.send(Method::POST, &path, stream, content, &headers).await;
        let id = answer.expect(202)["id"].as_str().expect("an id").to_owned();
        self.office.get(&format!("/imports/{id}?wait=20")).await.expect(200)
    }

    /// Uploads a sample file and commits it.
    pub async fn import(&self, kind: &str, name: &str) -> Value {
        let checked = self.upload(kind, name, file(name)).await;
        assert_eq!(checked["status"], "checked", "{name}: {checked}");
        let path = format!("/imports/{}/commit", checked["id"].as_str().expect("an id"));
        let second = if kind.starts_with("online_") { Some(self.second().await) } else { None };
        let who = second.as_ref().unwrap_or(&self.office);
        who.post(&path, Value::Object(serde_json::Map::new())).await.expect(200)
    }

    /// Somebody else of the project team, who signs what the office brought in.
    pub async fn second(&self) -> Person<'_> {
        let second = self.office.county.person("项目组二").await;
        second.hold(Role::ProjectTeam, Some(self.project), Some(self.project)).await
    }

    /// A school of the county.
    pub async fn school(&self, name: &str) -> Uuid {
        let code = self.office.county.now().timestamp_micros() % 10_000_000_000;
        let new = json!({"kind": "school", "parent_id": self.region, "code": format!("{code:010}"), "name": name});
        let made = self.office.post("/organizations", new).await.expect(201);
        made["id"].as_str().and_then(|id| id.parse().ok()).expect("an id")
    }

    /// Somebody on the roster of a school, added by hand; each number is another person.
    pub async fn trainee(&self, school: Uuid, number: u32) -> Value {
        let new = json!({
            "school_id": school, "name": "李秀英", "id_no": id_number(number),
            "phone": phone(number), "stage": "小学", "subject": "语文",
        });
        let path = format!("/projects/{}/enrollments", self.project);
        self.office.post(&path, new).await.expect(201)
    }

    /// Opens a practice round, which practice scores are entered in.
    pub async fn open_round(&self) -> Uuid {
        let (id, now) = (Uuid::new_v4(), self.office.county.now());
        let write = self.office.county.state.services.db.write().await.expect("a transaction");
        let row = practice_rounds::ActiveModel {
            id: Set(id),
            project_id: Set(self.project),
            name: Set("线下实践测评".to_owned()),
            status: Set("open".to_owned()),
            completion_max: Set(5000),
            effect_max: Set(5000),
            opens_on: Set(now.date_naive()),
            closes_on: Set((now + chrono::Duration::days(30)).date_naive()),
            version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
        };
        let insert = practice_rounds::Entity::insert(row).exec_without_returning(write.conn());
        insert.await.expect("a round");
        write.commit().await.expect("committed");
        id
    }
}
