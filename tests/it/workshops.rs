use domain::access::Role;
use futures_util::future::join_all;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use store::Source;
use tests::{County, Person, Sample};
use uuid::Uuid;

struct Ground<'a> {
    sample: Sample<'a>,
    school: Uuid,
    admin: Person<'a>,
}

async fn ground(county: &County) -> Ground<'_> {
    let sample = county.sample().await;
    let school = sample.school_in("第一小学", None).await;
    let admin = county.person("校管理员").await;
    let admin = admin.hold(Role::SchoolAdmin, Some(sample.project), Some(school)).await;
    Ground { sample, school, admin }
}

impl Ground<'_> {
    fn list(&self) -> String {
        format!("/projects/{}/workshops", self.sample.project)
    }

    async fn open(&self, family: &str, reason: Option<&str>) -> tests::Answer {
        let body =
            json!({"school_id": self.school, "family": family, "name": "坊", "reason": reason});
        self.admin.post(&self.list(), body).await
    }
}

fn path(workshop: &Value, part: &str) -> String {
    format!("/workshops/{}{part}", workshop["id"].as_str().unwrap())
}

/// Writes a work handed in to a workshop.
async fn hand_in(ground: &Ground<'_>, workshop: &Value, trainee: tests::Trainee) {
    use entity::submissions::{ActiveModel, Entity};
    use sea_orm::ActiveValue::Set;
    let now = ground.sample.office.county.now();
    let row = ActiveModel {
        id: Set(Uuid::new_v4()),
        project_id: Set(ground.sample.project),
        task_id: Set(None),
        enrollment_id: Set(trainee.enrollment),
        person_id: Set(trainee.person),
        county_id: Set(ground.sample.region),
        school_id: Set(ground.school),
        class_id: Set(None),
        workshop_id: Set(workshop["id"].as_str().unwrap().parse().ok()),
        subject: Set("YW".to_owned()),
        stage: Set("primary".to_owned()),
        title: Set("教学设计".to_owned()),
        kind: Set("lesson_plan".to_owned()),
        rung: Set("personal".to_owned()),
        status: Set("submitted".to_owned()),
        latest_version: Set(1),
        score: Set(None),
        late: Set(false),
        consent: Set(true),
        external_id: Set(None),
        reviews: Set(0),
        recommendations: Set(0),
        version: Set(1),
        submitted_at: Set(Some(now)),
        created_at: Set(now),
        updated_at: Set(now),
    };
    let write = ground.sample.office.county.state.services.db.write().await.unwrap();
    Entity::insert(row).exec_without_returning(write.conn()).await.unwrap();
    write.commit().await.unwrap();
}

#[actix_web::test]
async fn a_school_opens_a_workshop_for_each_family_and_more_only_with_a_reason() {
    let county = County::new().await;
    let ground = ground(&county).await;
    for family in ["chinese", "math", "english", "science", "humanities"] {
        ground.open(family, None).await.expect(201);
    }
    let taken = ground.open("math", None).await.refused(409, "duplicate");
    assert_eq!(taken["errors"][0]["code"], "family_taken");
    ground.open("general", None).await.expect(201);
    let many = ground.open("math", None).await.refused(409, "capacity-exceeded");
    assert_eq!(many["errors"][0]["code"], "too_many_workshops");
    let seventh = ground.open("math", Some("数学教师多")).await.expect(201);
    assert!(seventh["code"].as_str().unwrap().ends_with("-W07"));
    let path = format!("/projects/{}/exceptions", ground.sample.project);
    let listed = ground.admin.get(&path).await.expect(200);
    assert_eq!(listed["items"].as_array().unwrap().len(), 2);
    let filtered = ground.admin.get(&format!("{}?family=math", ground.list())).await.expect(200);
    assert_eq!(filtered["items"].as_array().unwrap().len(), 2);
    assert_eq!(filtered["items"][0]["host_name"], "第一小学");
}

#[actix_web::test]
async fn of_fifty_opened_at_once_exactly_six_exist() {
    let county = County::new().await;
    let ground = ground(&county).await;
    let families = ["chinese", "math", "english", "science", "humanities", "general"];
    // Who is told that the database is busy asks again, as a client would.
    let open = async |at: usize| {
        loop {
            let answer = ground.open(families[at % 6], None).await;
            if answer.status.as_u16() != 503 {
                return answer;
            }
        }
    };
    let answers = join_all((0..50).map(open)).await;
    let made = answers.iter().filter(|answer| answer.status.as_u16() == 201).count();
    assert_eq!(made, 6);
    assert!(answers.iter().all(|answer| [201, 409].contains(&answer.status.as_u16())));
    let page = ground.admin.get(&ground.list()).await.expect(200);
    assert_eq!(page["items"].as_array().unwrap().len(), 6);
}

#[actix_web::test]
async fn members_are_of_the_school_and_of_the_family() {
    let county = County::new().await;
    let ground = ground(&county).await;
    let made = ground.open("chinese", None).await.expect(201);
    let fitting = ground.sample.trainees(ground.school, "YW", 2).await;
    let strange = ground.sample.trainees(ground.school, "SX", 1).await;
    let away = ground.sample.school_in("乙校", None).await;
    let away = ground.sample.trainees(away, "YW", 1).await;
    let all = [fitting[0], fitting[1], strange[0], away[0]].map(|one| one.enrollment);
    let answer = ground.admin.post(&path(&made, "/members"), json!({"enrollment_ids": all})).await;
    let answer = answer.expect(200);
    let codes: Vec<&Value> = (0..4).map(|at| &answer["results"][at]["code"]).collect();
    assert_eq!(codes, [&Value::Null, &Value::Null, &json!("family_mismatch"), &json!("not_found")]);
    let wish = json!({"enrollment_ids": [strange[0].enrollment], "reason": "兼教语文"});
    let answer = ground.admin.post(&path(&made, "/members"), wish).await.expect(200);
    assert_eq!(answer["added"], 1);
    let lead = json!({"person_id": fitting[0].person});
    ground.admin.put(&path(&made, "/leader"), 1, lead).await.expect(200);
    let member = |at: usize| format!("{}/{}", path(&made, "/members"), fitting[at].enrollment);
    let leads = ground.admin.delete(&member(0)).await.refused(409, "invalid-transition");
    assert_eq!(leads["errors"][0]["code"], "leads_workshop");
    ground.admin.delete(&member(1)).await.expect(204);
    assert_eq!(ground.admin.get(&path(&made, "")).await.expect(200)["members"], 2);
}

#[actix_web::test]
async fn whoever_is_made_leader_has_the_right_and_whoever_led_before_has_not() {
    let county = County::new().await;
    let ground = ground(&county).await;
    let made = ground.open("chinese", None).await.expect(201);
    let people = ground.sample.trainees(ground.school, "YW", 3).await;
    let held = async |person: Uuid| {
        use entity::appointments::{Column, Entity};
        let read = county.state.services.db.read();
        let query = Entity::find().filter(Column::PersonId.eq(person));
        let rows = query.filter(Column::EndedAt.is_null()).all(read.conn()).await.unwrap();
        rows.into_iter().map(|row| row.role).collect::<Vec<_>>()
    };
    let lead = |at: usize| json!({"person_id": people[at].person});
    let leader = path(&made, "/leader");
    ground.admin.put(&leader, 1, lead(0)).await.expect(200);
    assert_eq!(held(people[0].person).await, ["workshop_leader"]);
    let led = ground.admin.put(&leader, 2, lead(1)).await.expect(200);
    assert_eq!(led["leader"]["person_id"], json!(people[1].person));
    assert_eq!(held(people[0].person).await, Vec::<String>::new());
    ground.admin.put(&leader, 2, lead(0)).await.refused(412, "precondition-failed");
    let own = json!({"person_id": ground.admin.id});
    ground.admin.put(&leader, 3, own).await.refused(403, "self-dealing");
    let stranger = json!({"person_id": county.person("外人").await.id});
    ground.admin.put(&leader, 3, stranger).await.refused(422, "validation-failed");
    let deputies = path(&made, "/deputies");
    let made = ground.admin.post(&deputies, lead(2)).await.expect(201);
    assert_eq!(made["deputies"][0]["person_id"], json!(people[2].person));
    ground.admin.post(&deputies, lead(2)).await.refused(409, "duplicate");
    let end = format!("{deputies}/{}", people[2].person);
    ground.admin.delete(&end).await.expect(204);
    ground.admin.delete(&end).await.refused(404, "not-found");
    ground.sample.office.put(&leader, 3, lead(0)).await.refused(403, "forbidden");
}

#[actix_web::test]
async fn a_workshop_with_works_stays_and_an_empty_one_goes() {
    let county = County::new().await;
    let ground = ground(&county).await;
    let people = ground.sample.trainees(ground.school, "YW", 1).await;
    let made = ground.open("chinese", None).await.expect(201);
    let join = json!({"enrollment_ids": [people[0].enrollment]});
    ground.admin.post(&path(&made, "/members"), join).await.expect(200);
    let remove = async |workshop: &Value| {
        let headers = [("if-match", "\"1\"")];
        let method = actix_web::http::Method::DELETE;
        ground.admin.ask(method, &path(workshop, ""), None, &headers).await
    };
    ground.admin.delete(&path(&made, "")).await.refused(428, "precondition-required");
    remove(&made).await.expect(204);
    ground.admin.get(&path(&made, "")).await.refused(404, "not-found");
    let again = ground.open("chinese", None).await.expect(201);
    hand_in(&ground, &again, people[0]).await;
    let kept = remove(&again).await.refused(409, "invalid-transition");
    assert_eq!(kept["errors"][0]["code"], "workshop_in_use");
}

#[actix_web::test]
async fn an_expert_sees_the_workshops_of_the_own_family_and_a_member_the_own_one() {
    let county = County::new().await;
    let ground = ground(&county).await;
    let made = ground.open("chinese", None).await.expect(201);
    ground.open("math", None).await.expect(201);
    let (project, region) = (Some(ground.sample.project), Some(ground.sample.region));
    let expert = county.person("专家").await;
    let expert = expert.hold_subject(Role::SubjectExpert, project, region, Some("YW")).await;
    let page = expert.get(&ground.list()).await.expect(200);
    assert_eq!(page["items"].as_array().unwrap().len(), 1);
    let shown = expert.get(&path(&made, "")).await.expect(200);
    assert!(shown["allowed_actions"].as_array().unwrap().iter().all(|one| one["allowed"] == false));
    let leader = county.person("坊主").await;
    let scope = shown["id"].as_str().unwrap().parse().ok();
    let leader = leader.hold(Role::WorkshopLeader, project, scope).await;
    let page = leader.get(&ground.list()).await.expect(200);
    assert_eq!(page["items"].as_array().unwrap().len(), 1);
    let name = json!({"name": "新名"});
    leader.patch(&path(&made, ""), 1, name).await.refused(403, "forbidden");
}
