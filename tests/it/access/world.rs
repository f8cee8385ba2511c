//! Two projects in two counties. What is asked about is near the people who ask, in the sister
//! school beside them, or in the far project.

use std::collections::BTreeMap;

use domain::access::Role;
use entity::*;
use sea_orm::Iterable;
use serde_json::{Value, json};
use store::Write;
use tests::{County, put};
use uuid::Uuid;

/// An id that is the same in every world.
pub fn id(name: &str) -> Uuid {
    let digest = app::secrets::sha256(name.as_bytes());
    let bytes: [u8; 16] = digest[..16].try_into().unwrap();
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// What there is around one workshop.
pub struct Place {
    pub name: &'static str,
    pub school: &'static str,
    pub county: &'static str,
    pub project: &'static str,
}

const fn place(
    name: &'static str,
    school: &'static str,
    county: &'static str,
    project: &'static str,
) -> Place {
    Place { name, school, county, project }
}

/// The own workshop; another of the school; another school; another county of the project;
/// another project.
pub const PLACES: [Place; 5] = [
    place("own", "own", "A", "A"),
    place("peer", "own", "A", "A"),
    place("sister", "sister", "A", "A"),
    place("county", "county", "C", "A"),
    place("far", "far", "B", "B"),
];

impl Place {
    /// The id of a kind of thing here.
    pub fn of(&self, kind: &str) -> Uuid {
        let at = match kind {
            "project" | "phase" | "basis" | "policy" | "course" | "task" | "round" | "run" => {
                self.project
            }
            "county" => self.county,
            "school" => self.school,
            _ => self.name,
        };
        id(&format!("{kind} {at}"))
    }
}

/// Whoever asks, as a column of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Who {
    pub code: &'static str,
    pub role: Option<Role>,
}

/// Everybody but the anonymous one belongs to the own place; ST holds no role at all, and FT is
/// another trainee of the workshop.
pub const PEOPLE: [Who; 14] = [
    Who { code: "AN", role: None },
    Who { code: "ST", role: None },
    Who { code: "TR", role: Some(Role::Trainee) },
    Who { code: "FT", role: Some(Role::Trainee) },
    Who { code: "WL", role: Some(Role::WorkshopLeader) },
    Who { code: "SE", role: Some(Role::SubjectExpert) },
    Who { code: "SA", role: Some(Role::SchoolAdmin) },
    Who { code: "JA", role: Some(Role::JointClassAdmin) },
    Who { code: "CA", role: Some(Role::CountyAdmin) },
    Who { code: "PT", role: Some(Role::ProjectTeam) },
    Who { code: "PO", role: Some(Role::PlatformOperator) },
    Who { code: "AU", role: Some(Role::Auditor) },
    Who { code: "CP", role: Some(Role::CourseProvider) },
    Who { code: "TP", role: Some(Role::ThirdParty) },
];

impl Who {
    /// The token to ask with; clients have theirs without a session.
    pub fn token(&self, county: &County) -> Option<String> {
        let person = id(&format!("person {}", self.code));
        let session = match self.code {
            "AN" => return None,
            "CP" | "TP" => None,
            _ => Some(id(&format!("session {}", self.code))),
        };
        Some(county.state.tokens.issue(person, session, county.now()).unwrap())
    }

    fn scope(&self, place: &Place) -> Option<Uuid> {
        match self.role? {
            Role::WorkshopLeader => Some(place.of("workshop")),
            Role::SubjectExpert | Role::CountyAdmin => Some(place.of("county")),
            Role::SchoolAdmin => Some(place.of("school")),
            Role::JointClassAdmin => Some(place.of("class")),
            Role::ProjectTeam | Role::Auditor => Some(place.of("project")),
            _ => None,
        }
    }
}

/// Fills an empty database.
pub async fn build(county: &County) {
    let write = county.state.services.db.write().await.unwrap();
    let world = World { county, write };
    for county in [&PLACES[0], &PLACES[3], &PLACES[4]] {
        world.county(county).await;
    }
    for project in [&PLACES[0], &PLACES[4]] {
        world.project(project).await;
    }
    for place in &PLACES {
        world.place(place).await;
    }
    for who in PEOPLE {
        world.person(who).await;
    }
    world.write.commit().await.unwrap();
}

pub(super) struct World<'a> {
    pub(super) county: &'a County,
    pub(super) write: Write,
}

impl World<'_> {
    pub(super) async fn put<E>(&self, given: Value)
    where
        E: sea_orm::EntityTrait,
        E::Column: Iterable,
        E::ActiveModel: Default + sea_orm::ActiveModelTrait<Entity = E> + Send,
    {
        put::<E>(&self.write, self.county.now(), given).await;
    }

    async fn county(&self, place: &Place) {
        let county = place.of("county");
        let code = format!("22078{}", place.county);
        self.put::<organizations::Entity>(json!({"id": county, "kind": "county",
            "county_id": county, "code": code, "name": "县", "aliases": "[]"}))
            .await;
    }

    async fn project(&self, place: &Place) {
        let (project, county) = (place.of("project"), place.of("county"));
        let code = place.project;
        let today = self.county.now().date_naive();
        let later = today + chrono::Duration::days(200);
        self.put::<projects::Entity>(json!({"id": project, "code": code, "name": "提升工程",
            "programme": "itaa_1", "level": "provincial", "region_id": county,
            "provider": "机构", "status": "running", "target_headcount": 10,
            "starts_on": today, "ends_on": later}))
            .await;
        self.put::<phases::Entity>(json!({"id": place.of("phase"), "project_id": project,
            "name": "阶段", "starts_on": today, "ends_on": later, "modules": "[1]",
            "activities": "[\"homework\"]", "grade_components": "[\"offline\"]"}))
            .await;
        self.put::<policy_bases::Entity>(json!({"id": place.of("basis"), "project_id": project,
            "title": "通知"}))
            .await;
        let preset = domain::policy::PolicySet::preset();
        self.put::<policies::Entity>(json!({"id": place.of("policy"), "project_id": project,
            "effective_on": today, "body": serde_json::to_string(&preset).unwrap()}))
            .await;
        self.put::<courses::Entity>(json!({"id": place.of("course"), "project_id": project,
            "code": format!("KC{code}"), "title": "课程", "subject": "YW", "stage": "primary",
            "hours": 1000, "provider": "机构", "status": "published"}))
            .await;
        self.put::<homework_tasks::Entity>(json!({"id": place.of("task"), "project_id": project,
            "title": "作业", "rubric": "[]", "max_score": 10000, "status": "open"}))
            .await;
        self.put::<qualification_runs::Entity>(json!({"id": place.of("run"),
            "project_id": project, "policy_id": place.of("policy"), "status": "provisional",
            "counts": "{\"total\":0,\"outcomes\":{},\"previous\":null,\"moved\":[]}"}))
            .await;
        self.put::<practice_rounds::Entity>(json!({"id": place.of("round"),
            "project_id": project, "name": "测评", "status": "open", "completion_max": 5000,
            "effect_max": 5000, "opens_on": today, "closes_on": later}))
            .await;
    }

    pub(super) async fn place(&self, place: &Place) {
        let of = |kind: &str| place.of(kind);
        let (project, county, school) = (of("project"), of("county"), of("school"));
        let (class, workshop) = (of("class"), of("workshop"));
        if place.name == place.school {
            self.put::<organizations::Entity>(json!({"id": school, "kind": "school",
                "parent_id": county, "county_id": county, "code": place.name,
                "name": place.name, "aliases": "[]", "school_type": "primary"}))
                .await;
        }
        self.put::<classes::Entity>(json!({"id": class, "project_id": project,
            "county_id": county, "code": place.name, "name": "班", "kind": "independent",
            "status": "approved"}))
            .await;
        self.put::<class_schools::Entity>(json!({"class_id": class, "school_id": school})).await;
        self.put::<workshops::Entity>(json!({"id": workshop, "project_id": project,
            "county_id": county, "code": place.name, "name": "坊", "family": "chinese",
            "level": "school", "host_kind": "school", "host_id": school, "status": "active"}))
            .await;
        self.member(&format!("author {}", place.name), place).await;
        let (enrollment, author) = (of("enrollment"), of("person"));
        self.put::<appointments::Entity>(json!({"id": of("appointment"), "person_id": author,
            "project_id": project, "role": "workshop_leader", "scope_kind": "workshop",
            "scope_id": workshop,
            "valid_from": (self.county.now() - chrono::Duration::days(1)).date_naive()}))
            .await;
        self.put::<selections::Entity>(json!({"enrollment_id": enrollment,
            "project_id": project, "status": "draft", "hours_total": 0}))
            .await;
        self.put::<submissions::Entity>(json!({"id": of("submission"), "project_id": project,
            "task_id": of("task"), "enrollment_id": enrollment, "person_id": author,
            "county_id": county, "school_id": school, "class_id": class,
            "workshop_id": workshop, "subject": "YW", "stage": "primary", "title": "作品",
            "kind": "lesson_plan", "rung": "personal", "status": "submitted"}))
            .await;
        self.put::<submission_versions::Entity>(json!({"id": of("version"),
            "submission_id": of("submission"), "number": 1, "title": "作品", "body": "正文",
            "contributors": "[]", "created_by": author}))
            .await;
        self.put::<recommendations::Entity>(json!({"id": of("recommendation"),
            "submission_id": of("submission"), "rung": "school", "role": "workshop_leader",
            "recommender_id": id("person WL"), "reason": "好"}))
            .await;
        self.put::<expert_reviews::Entity>(json!({"id": of("expert-review"),
            "submission_id": of("submission"), "expert_id": id("person SE"),
            "status": "assigned", "assigned_by": id("person PT")}))
            .await;
        self.put::<resources::Entity>(json!({"id": of("resource"), "project_id": project,
            "county_id": county, "school_id": school, "submission_id": of("submission"),
            "level": "school", "title": "资源", "kind": "lesson_plan", "subject": "YW",
            "stage": "primary", "author_id": author, "status": "published"}))
            .await;
        self.put::<attachments::Entity>(json!({"id": of("attachment"), "project_id": project,
            "submission_id": of("submission"), "version_number": 1, "person_id": author,
            "name": "a.txt", "media_type": "text/plain", "size": 5,
            "storage_key": "none"}))
            .await;
        self.put::<quarantined_events::Entity>(json!({"id": of("quarantined"),
            "project_id": project, "event_id": place.name, "payload": "{}",
            "reason": "unknown_person", "status": "parked"}))
            .await;
        self.put::<practice_sheets::Entity>(json!({"id": of("sheet"), "round_id": of("round"),
            "project_id": project, "county_id": county, "school_id": school, "class_id": class,
            "status": "open"}))
            .await;
        self.put::<practice_scores::Entity>(json!({"id": of("score"), "sheet_id": of("sheet"),
            "project_id": project, "enrollment_id": enrollment}))
            .await;
        self.put::<backups::Entity>(json!({"id": of("backup"), "state": "done",
            "started_by": place.of("person"), "started_at": self.county.now(),
            "seen_at": self.county.now()}))
            .await;
        self.put::<reports::Entity>(json!({"id": of("report"), "project_id": project,
            "code": "R7", "format": "csv", "filters": "{}", "role": "county_admin",
            "created_by": id("person CA")}))
            .await;
        self.put::<import_jobs::Entity>(json!({"id": of("import"), "project_id": project,
            "kind": "roster", "status": "refused", "file_name": "a.csv", "options": "{}",
            "counts": "{}"}))
            .await;
        self.put::<api_clients::Entity>(json!({"id": of("client"), "name": "程序",
            "kind": "third_party", "project_id": project, "scopes": "[\"roster:read\"]",
            "expires_at": self.county.now() + chrono::Duration::days(30)}))
            .await;
    }

    /// A trainee of the place with an account; the author of what is asked about is `person`.
    pub(super) async fn member(&self, name: &str, place: &Place) {
        let author = name.starts_with("author");
        let own = |kind: &str| if author { place.of(kind) } else { id(&format!("{kind} {name}")) };
        self.account(own("person"), own("session"), name).await;
        self.put::<enrollments::Entity>(json!({"id": own("enrollment"),
            "project_id": place.of("project"), "person_id": own("person"), "trainee_no": name,
            "county_id": place.of("county"), "school_id": place.of("school"),
            "stage": "primary", "subject": "YW", "status": "active",
            "class_id": place.of("class"), "workshop_id": place.of("workshop"),
            "selected_hours": 0, "credited_hours": 0}))
            .await;
    }

    async fn account(&self, person: Uuid, session: Uuid, name: &str) {
        let now = self.county.now();
        self.put::<persons::Entity>(json!({"id": person, "name": name, "key_id": "k1"})).await;
        let account = id(&format!("account {person}"));
        self.put::<accounts::Entity>(json!({"id": account, "person_id": person,
            "status": "active", "consent_at": now}))
            .await;
        self.put::<sessions::Entity>(json!({"id": session, "account_id": account,
            "expires_at": now + chrono::Duration::hours(12)}))
            .await;
    }

    async fn person(&self, who: Who) {
        let place = &PLACES[0];
        let own = |kind: &str| id(&format!("{kind} {}", who.code));
        match who.code {
            "AN" => {}
            "TR" | "FT" => self.member(who.code, place).await,
            "CP" | "TP" => {
                let kind = who.role.unwrap().as_str();
                self.put::<api_clients::Entity>(json!({"id": own("person"), "name": kind,
                    "kind": kind, "project_id": place.of("project"),
                    "organization_id": place.of("county"), "provider": "机构",
                    "scopes": serde_json::to_string(&app::clients::SCOPES).unwrap(),
                    "expires_at": self.county.now() + chrono::Duration::days(30)}))
                    .await;
            }
            _ => self.account(own("person"), own("session"), who.code).await,
        }
        let Some(role) = who.role.filter(|role| *role != Role::Trainee) else { return };
        if matches!(who.code, "CP" | "TP") {
            return;
        }
        let project = (role != Role::PlatformOperator).then(|| place.of("project"));
        let subject = (role == Role::SubjectExpert).then_some("YW");
        self.put::<appointments::Entity>(json!({"id": own("appointment"),
            "person_id": own("person"), "project_id": project, "role": role.as_str(),
            "scope_kind": "test", "scope_id": who.scope(place), "subject": subject,
            "valid_from": (self.county.now() - chrono::Duration::days(1)).date_naive()}))
            .await;
    }
}

/// Which thing a path's id stands for, by the word before it.
pub fn thing_of(collection: &str) -> &'static str {
    let known = BTreeMap::from([
        ("api-clients", "client"),
        ("appointments", "appointment"),
        ("attachments", "attachment"),
        ("backups", "backup"),
        ("classes", "class"),
        ("clients", "client"),
        ("courses", "course"),
        ("deputies", "person"),
        ("expert-reviews", "expert-review"),
        ("enrollments", "enrollment"),
        ("homework-tasks", "task"),
        ("imports", "import"),
        ("members", "enrollment"),
        ("organizations", "school"),
        ("persons", "person"),
        ("phases", "phase"),
        ("policy-bases", "basis"),
        ("practice-rounds", "round"),
        ("practice-scores", "score"),
        ("practice-sheets", "sheet"),
        ("projects", "project"),
        ("qualification-runs", "run"),
        ("quarantined-events", "quarantined"),
        ("recommendations", "recommendation"),
        ("reports", "report"),
        ("resources", "resource"),
        ("schools", "school"),
        ("selections", "enrollment"),
        ("sessions", "session"),
        ("submissions", "submission"),
        ("tasks", "task"),
        ("workshops", "workshop"),
    ]);
    let found = known.get(collection);
    found.unwrap_or_else(|| panic!("access/world.rs does not know what stands under {collection}"))
}
