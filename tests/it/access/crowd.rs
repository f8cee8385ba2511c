//! The same world with much more in it: a dozen more schools in the near project, each with
//! all that the first one has, and a dozen more rows under each thing that holds rows.

use chrono::Duration;
use entity::*;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::json;
use store::Source;
use tests::County;
use uuid::Uuid;

use super::world::{PLACES, Place, World, id};

const NAMES: [&str; 12] = [
    "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "last", "least",
];

const ACTING: [&str; 6] = ["ST", "TR", "CA", "PT", "PO", "AU"];

/// The world of few rows: as [`super::world::build`] makes it, and one act of everybody.
pub async fn begin(county: &County) {
    super::world::build(county).await;
    let write = county.state.services.db.write().await.unwrap();
    let world = World { county, write };
    world.trail(1).await;
    world.write.commit().await.unwrap();
}

/// Fills what [`begin`] made.
pub async fn gather(county: &County) {
    let write = county.state.services.db.write().await.unwrap();
    let world = World { county, write };
    for (number, name) in (2..).zip(NAMES) {
        let place = Place { name, school: name, county: "A", project: "A" };
        world.place(&place).await;
        world.member(&format!("crowd {name}"), &PLACES[0]).await;
        world.of_project(number, &place).await;
        world.of_submission(number, &place).await;
        world.of_enrollment(number, &place).await;
        world.of_people(&place).await;
        world.trail(number).await;
    }
    world.write.commit().await.unwrap();
}

/// Puts the work that is asked about somewhere on the ladder.
pub async fn place_work(county: &County, rung: &str, status: &str) {
    use submissions::Column;
    let write = county.state.services.db.write().await.unwrap();
    submissions::Entity::update_many()
        .col_expr(Column::Rung, Expr::value(rung))
        .col_expr(Column::Status, Expr::value(status))
        .filter(Column::Id.eq(PLACES[0].of("submission")))
        .exec(write.conn())
        .await
        .unwrap();
    write.commit().await.unwrap();
}

impl World<'_> {
    async fn of_project(&self, number: i64, place: &Place) {
        let (own, name) = (|kind: &str| id(&format!("{kind} {}", place.name)), place.name);
        let project = place.of("project");
        let later = self.county.now().date_naive() + Duration::days(30);
        self.put::<projects::Entity>(json!({"id": own("project"), "code": name, "name": name,
            "programme": "itaa_1", "level": "provincial", "region_id": place.of("county"),
            "provider": "机构", "status": "running", "target_headcount": 10}))
            .await;
        self.put::<phases::Entity>(json!({"id": own("phase"), "project_id": project,
            "seq": number, "name": name, "modules": "[1]", "activities": "[\"homework\"]",
            "grade_components": "[\"offline\"]"}))
            .await;
        self.put::<policy_bases::Entity>(
            json!({"id": own("basis"), "project_id": project, "title": name, "position": number}),
        )
        .await;
        let preset = serde_json::to_string(&domain::policy::PolicySet::preset()).unwrap();
        self.put::<policies::Entity>(json!({"id": own("policy"), "project_id": project,
            "number": number, "body": preset}))
            .await;
        self.put::<courses::Entity>(json!({"id": own("course"), "project_id": project,
            "code": name, "title": name, "subject": "YW", "stage": "primary", "hours": 1000,
            "provider": "机构", "status": "published"}))
            .await;
        self.put::<homework_tasks::Entity>(json!({"id": own("task"), "project_id": project,
            "title": name, "rubric": "[]", "max_score": 10000, "status": "open"}))
            .await;
        self.put::<qualification_runs::Entity>(json!({"id": own("run"), "project_id": project,
            "number": number, "policy_id": place.of("policy"), "status": "provisional",
            "counts": "{\"total\":0,\"outcomes\":{},\"previous\":null,\"moved\":[]}"}))
            .await;
        self.put::<practice_rounds::Entity>(json!({"id": own("round"), "project_id": project,
            "name": name, "status": "open", "completion_max": 5000, "effect_max": 5000,
            "closes_on": later}))
            .await;
        self.put::<exceptions::Entity>(json!({"project_id": project,
            "county_id": place.of("county"), "school_id": place.of("school"),
            "kind": "class_size", "object_kind": "class", "object_id": place.of("class"),
            "actor_id": id("person CA"), "role": "county_admin"}))
            .await;
        self.put::<import_rows::Entity>(json!({"job_id": PLACES[0].of("import"), "line": number,
            "verdict": "refused", "codes": "[]", "warnings": "[]", "change": "{}"}))
            .await;
    }

    async fn of_submission(&self, number: i64, place: &Place) {
        let (near, expert) = (&PLACES[0], id(&format!("expert {}", place.name)));
        let (project, submission) = (near.of("project"), near.of("submission"));
        let judge = id(&format!("judge {}", place.name));
        // Who had no part in the work may be called to judge it.
        let free = id(&format!("free {}", place.name));
        for person in [expert, judge, free] {
            let row = json!({"id": person, "name": "专家", "key_id": "k1"});
            self.put::<persons::Entity>(row).await;
        }
        self.put::<submission_versions::Entity>(json!({"submission_id": submission,
            "number": number, "title": "作品", "contributors": "[]",
            "attachment_ids": format!("[\"{}\"]", near.of("attachment")),
            "created_by": near.of("person")}))
            .await;
        self.put::<reviews::Entity>(json!({"submission_id": submission, "version_number": 1,
            "reviewer_id": expert, "role": "workshop_leader", "criteria": "[]"}))
            .await;
        self.put::<recommendations::Entity>(json!({"submission_id": submission,
            "rung": "school", "recommender_id": expert, "role": "workshop_leader"}))
            .await;
        self.put::<expert_reviews::Entity>(json!({"submission_id": submission,
            "expert_id": judge, "status": "assigned", "assigned_by": id("person PT")}))
            .await;
        self.put::<state_events::Entity>(json!({"project_id": project,
            "entity_kind": "submission", "entity_id": submission, "action": "return",
            "from_state": "personal/submitted", "to_state": "personal/returned",
            "actor_id": expert, "role": "workshop_leader"}))
            .await;
        self.put::<appointments::Entity>(json!({"person_id": free, "project_id": project,
            "role": "subject_expert", "scope_kind": "county", "scope_id": near.of("county"),
            "subject": "YW", "valid_from": (self.county.now() - Duration::days(1)).date_naive()}))
            .await;
        self.put::<polishing_rounds::Entity>(json!({"submission_id": submission,
            "number": number, "team": "[]", "created_by": expert}))
            .await;
    }

    async fn of_enrollment(&self, number: i64, place: &Place) {
        let (near, name) = (&PLACES[0], place.name);
        let (project, course) = (near.of("project"), id(&format!("course {name}")));
        for who in ["TR", near.name] {
            let enrollment = id(&format!("enrollment {who}"));
            self.put::<course_progress::Entity>(json!({"enrollment_id": enrollment,
                "course_id": course, "project_id": project}))
                .await;
            self.put::<progress_events::Entity>(json!({"project_id": project,
                "event_id": format!("{who} {name}"), "enrollment_id": enrollment,
                "course_id": course, "kind": "watch"}))
                .await;
        }
        let enrollment = near.of("enrollment");
        self.put::<selection_items::Entity>(
            json!({"enrollment_id": enrollment, "course_id": course, "hours": 1000}),
        )
        .await;
        let sheet = id(&format!("another sheet {name}"));
        self.put::<practice_sheets::Entity>(json!({"id": sheet,
            "round_id": id(&format!("round {name}")), "project_id": project,
            "county_id": near.of("county"), "school_id": near.of("school"),
            "class_id": near.of("class"), "status": "open"}))
            .await;
        for who in ["TR", near.name] {
            self.put::<practice_scores::Entity>(json!({"sheet_id": sheet, "project_id": project,
                "enrollment_id": id(&format!("enrollment {who}"))}))
                .await;
        }
        self.put::<practice_scores::Entity>(json!({"sheet_id": near.of("sheet"),
            "project_id": project, "enrollment_id": id(&format!("enrollment crowd {name}"))}))
            .await;
        self.put::<practice_score_changes::Entity>(json!({"score_id": near.of("score"),
            "sheet_id": near.of("sheet"), "project_id": project, "enrollment_id": enrollment,
            "source": "school", "role": "school_admin", "before": "{}", "after": "{}"}))
            .await;
        self.put::<qualification_results::Entity>(json!({"run_id": near.of("run"),
            "enrollment_id": id(&format!("enrollment {name}")), "outcome": "qualified",
            "total": number,
            "explanation": "{\"components\":[],\"unmet\":[],\"steps\":[]}"}))
            .await;
    }

    /// What everybody did, in the project and beside it; far apart, for asking leaves traces too.
    async fn trail(&self, number: i64) {
        let (near, now) = (&PLACES[0], self.county.now());
        for (at, code) in (0..).zip(ACTING) {
            let person = id(&format!("person {code}"));
            self.put::<audit_events::Entity>(json!({"seq": 1_000_000 * number + at, "at": now,
                "actor_id": person, "person_id": person, "action": "session.opened",
                "object_kind": "session", "outcome": "done", "detail": "{}"}))
                .await;
            self.put::<audit_events::Entity>(
                json!({"seq": 1_000_000 * number + 10 + at, "at": now,
                "project_id": near.of("project"), "county_id": near.of("county"),
                "school_id": near.of("school"), "actor_id": person, "person_id": person,
                "action": "class.created", "object_kind": "class",
                "object_id": near.of("class").to_string(), "outcome": "done", "detail": "{}"}),
            )
            .await;
        }
    }

    async fn of_people(&self, place: &Place) {
        let now = self.county.now();
        for code in ACTING {
            let account = id(&format!("account {}", id(&format!("person {code}"))));
            self.put::<sessions::Entity>(
                json!({"account_id": account, "expires_at": now + Duration::hours(12)}),
            )
            .await;
        }
        self.put::<appointments::Entity>(json!({"id": Uuid::new_v4(),
            "person_id": place.of("person"), "project_id": place.of("project"),
            "role": "school_admin", "scope_kind": "school", "scope_id": place.of("school")}))
            .await;
        for role in ["project_team", "auditor", "county_admin"] {
            let code = match role {
                "project_team" => "PT",
                "auditor" => "AU",
                _ => "CA",
            };
            let project = id(&format!("project {}", place.name));
            let scope = if code == "CA" { place.of("county") } else { project };
            self.put::<appointments::Entity>(json!({"person_id": id(&format!("person {code}")),
                "project_id": project, "role": role, "scope_kind": "test", "scope_id": scope,
                "valid_from": (now - Duration::days(1)).date_naive()}))
                .await;
        }
    }
}
