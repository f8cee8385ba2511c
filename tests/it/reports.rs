use chrono::Duration;
use domain::access::Role;
use entity::{enrollments, policies, qualification_results, qualification_runs};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::{Value, json};
use store::Source;
use tests::{County, Person, Sample, Trainee};
use uuid::Uuid;

/// Notes that these have signed in and have so many credited hours.
pub async fn studied(sample: &Sample<'_>, people: &[Trainee], hours: i64) {
    use enrollments::Column;
    let county = sample.office.county;
    let write = county.state.services.db.write().await.unwrap();
    enrollments::Entity::update_many()
        .col_expr(Column::ActivatedAt, Expr::value(county.now()))
        .col_expr(Column::CreditedHours, Expr::value(hours * 100))
        .filter(Column::Id.is_in(people.iter().map(|one| one.enrollment)))
        .exec(write.conn())
        .await
        .unwrap();
    write.commit().await.unwrap();
}

/// A published run with a verdict for each.
pub async fn run(sample: &Sample<'_>, verdicts: &[(Trainee, &str, i64)]) -> Uuid {
    let (county, id, policy) = (sample.office.county, Uuid::new_v4(), Uuid::new_v4());
    let now = county.now();
    let write = county.state.services.db.write().await.unwrap();
    let row = policies::ActiveModel {
        id: Set(policy),
        project_id: Set(sample.project),
        number: Set(1),
        effective_on: Set(now.date_naive()),
        body: Set(serde_json::to_string(&domain::policy::PolicySet::preset()).unwrap()),
        note: Set(String::new()),
        created_by: Set(None),
        created_at: Set(now),
    };
    policies::Entity::insert(row).exec_without_returning(write.conn()).await.unwrap();
    let row = qualification_runs::ActiveModel {
        id: Set(id),
        project_id: Set(sample.project),
        number: Set(1),
        policy_id: Set(policy),
        status: Set("published".to_owned()),
        digest: Set(vec![]),
        counts: Set("{}".to_owned()),
        created_by: Set(None),
        created_at: Set(now),
        published_at: Set(Some(now)),
        finalised_at: Set(None),
    };
    qualification_runs::Entity::insert(row).exec_without_returning(write.conn()).await.unwrap();
    let rows = verdicts.iter().map(|(one, outcome, total)| qualification_results::ActiveModel {
        run_id: Set(id),
        enrollment_id: Set(one.enrollment),
        outcome: Set((*outcome).to_owned()),
        total: Set(total * 100),
        online: Set(Some(total * 100)),
        offline: Set(Some(total * 100)),
        hours: Set(5_000),
        explanation: Set(json!({"components": [{"code": "online", "points": 42.5}]}).to_string()),
        certificate_no: Set(None),
    });
    qualification_results::Entity::insert_many(rows)
        .exec_without_returning(write.conn())
        .await
        .unwrap();
    write.commit().await.unwrap();
    id
}

struct Ground<'a> {
    sample: Sample<'a>,
    large: Uuid,
    small: Uuid,
    people: Vec<Trainee>,
}

/// A school of ten of whom eight signed in and two excel, and one of three.
async fn ground(county: &County) -> Ground<'_> {
    let sample = county.sample().await;
    let (large, small) =
        (sample.school_in("大校", None).await, sample.school_in("小校", None).await);
    let people = sample.trainees(large, "YW", 10).await;
    let few = sample.trainees(small, "SX", 3).await;
    studied(&sample, &people[..8], 50).await;
    studied(&sample, &few, 50).await;
    let outcomes = ["excellent", "excellent", "qualified", "qualified", "unqualified"];
    let verdicts: Vec<_> =
        people.iter().zip(outcomes).map(|(one, outcome)| (*one, outcome, 80)).collect();
    run(&sample, &verdicts).await;
    Ground { sample, large, small, people }
}

impl Ground<'_> {
    fn list(&self) -> String {
        format!("/projects/{}/reports", self.sample.project)
    }

    fn rows(&self, code: &str) -> String {
        format!("{}/{code}/rows", self.list())
    }

    async fn admin(&self, school: Uuid) -> Person<'_> {
        let person = self.sample.office.county.person("校管理员").await;
        person.hold(Role::SchoolAdmin, Some(self.sample.project), Some(school)).await
    }
}

fn row<'a>(page: &'a Value, name: &str) -> &'a Vec<Value> {
    let rows = page["items"].as_array().unwrap().iter().map(|row| row.as_array().unwrap());
    rows.into_iter().find(|row| row.contains(&json!(name))).expect("a row")
}

#[actix_web::test]
async fn the_bulletin_counts_by_school_and_keeps_small_ones_silent() {
    let county = County::new().await;
    let ground = ground(&county).await;
    let page = ground.sample.office.get(&ground.rows("R1")).await.expect(200);
    assert_eq!(page["columns"].as_array().unwrap().len(), 17);
    let large = row(&page, "大校");
    let figures = json!([10, 8, 80, 8, 80, 4, 40, 2, 20, 40, 80, null, 1, null]);
    assert_eq!(json!(&large[3..]), figures);
    let small = row(&page, "小校");
    assert_eq!(
        (&small[3], &small[4], &small[5], &small[15]),
        (&json!(3), &json!(3), &Value::Null, &Value::Null)
    );
    let total = page["total"].as_array().unwrap();
    assert_eq!((&total[3], &total[4], &total[5]), (&json!(13), &json!(11), &json!(84.62)));
}

#[actix_web::test]
async fn everybody_exports_what_they_reach_and_nothing_else() {
    let county = County::new().await;
    let ground = ground(&county).await;
    let admin = ground.admin(ground.small).await;
    let page = admin.get(&ground.rows("R7")).await.expect(200);
    assert_eq!(page["items"].as_array().unwrap().len(), 3);
    let foreign = format!("{}?school_id={}", ground.rows("R7"), ground.large);
    assert_eq!(admin.get(&foreign).await.expect(200)["items"], json!([]));
    county.person("外人").await.get(&ground.rows("R7")).await.refused(404, "not-found");
    let body = json!({"code": "R9", "format": "csv"});
    let viewer = county.person("坊主").await;
    let project = Some(ground.sample.project);
    let viewer = viewer.hold(Role::WorkshopLeader, project, Some(Uuid::new_v4())).await;
    viewer.post(&ground.list(), body).await.refused(403, "forbidden");
}

#[actix_web::test]
async fn pages_of_a_list_follow_one_another_and_go_on_counting() {
    let county = County::new().await;
    let ground = ground(&county).await;
    let office = &ground.sample.office;
    let (mut numbers, mut cursor) = (vec![], String::new());
    loop {
        let page = office.get(&format!("{}?limit=4{cursor}", ground.rows("R7"))).await.expect(200);
        for row in page["items"].as_array().unwrap() {
            numbers.push(row[0].as_i64().unwrap());
        }
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(numbers, (1..=13).collect::<Vec<_>>());
    let first = office.get(&format!("{}?limit=1", ground.rows("R1"))).await.expect(200);
    let next = first["next_cursor"].as_str().unwrap();
    let path = format!("{}?limit=1&cursor={next}", ground.rows("R1"));
    let second = office.get(&path).await.expect(200);
    assert_ne!(first["items"][0][2], second["items"][0][2]);
    assert_eq!((&second["items"][0][0], &second["next_cursor"]), (&json!(2), &Value::Null));
}

#[actix_web::test]
async fn a_list_is_kept_with_its_digest_and_fetched_as_it_was() {
    let county = County::new().await;
    let ground = ground(&county).await;
    let office = &ground.sample.office;
    for (code, rows) in [("R1", 2), ("R7", 13), ("R8", 0), ("R12", 0), ("R15", 0)] {
        for format in ["csv", "xlsx"] {
            let body = json!({"code": code, "format": format});
            let made = office.post(&ground.list(), body).await.expect(201);
            assert_eq!(made["rows"], rows, "{made}");
            let path = format!("/reports/{}/content", made["id"].as_str().unwrap());
            let file = office.get(&path).await;
            assert_eq!(file.status.as_u16(), 200);
            let start: &[u8] = if format == "csv" { &[0xEF, 0xBB, 0xBF] } else { b"PK" };
            assert!(file.bytes.starts_with(start), "{code} {format}");
            assert_eq!(office.get(&path).await.bytes, file.bytes);
            ground.admin(ground.large).await.get(&path).await.refused(404, "not-found");
        }
    }
    let history = office.get(&format!("{}?code=R1", ground.list())).await.expect(200);
    assert_eq!(history["items"].as_array().unwrap().len(), 2);
}

#[actix_web::test]
async fn the_list_of_the_qualified_needs_the_password_and_is_fetched_once() {
    let county = County::new().await;
    let ground = ground(&county).await;
    let office = &ground.sample.office;
    let body = json!({"code": "R9", "format": "csv"});
    let made = office.post(&ground.list(), body.clone()).await.expect(201);
    assert_eq!((&made["rows"], &made["personal"]), (&json!(4), &json!(true)));
    let path = format!("/reports/{}/content", made["id"].as_str().unwrap());
    let text = String::from_utf8(office.get(&path).await.bytes).unwrap();
    let header = "序号,县,学校,姓名,性别,身份证号(后四位),学段学科,学时,成绩,等次,证书编号";
    assert_eq!(text.lines().nth(1), Some(header));
    assert!(text.contains("小学语文,50,80,优秀"), "{text}");
    office.get(&path).await.refused(410, "link-expired");
    let late = office.post(&ground.list(), body.clone()).await.expect(201);
    county.pass(Duration::minutes(16));
    let again = county.signed_in(office.id, office.session);
    let path = format!("/reports/{}/content", late["id"].as_str().unwrap());
    again.get(&path).await.refused(410, "link-expired");
    again.post(&ground.list(), body).await.refused(403, "step-up-required");
    again.get(&ground.rows("R9")).await.refused(403, "step-up-required");
}

#[actix_web::test]
async fn a_name_that_looks_like_a_formula_runs_nothing() {
    use entity::persons::{Column, Entity};
    let county = County::new().await;
    let ground = ground(&county).await;
    let write = county.state.services.db.write().await.unwrap();
    Entity::update_many()
        .col_expr(Column::Name, Expr::value("=1+1"))
        .filter(Column::Id.eq(ground.people[0].person))
        .exec(write.conn())
        .await
        .unwrap();
    write.commit().await.unwrap();
    let office = &ground.sample.office;
    let body = json!({"code": "R7", "format": "csv"});
    let made = office.post(&ground.list(), body).await.expect(201);
    let path = format!("/reports/{}/content", made["id"].as_str().unwrap());
    let text = String::from_utf8(office.get(&path).await.bytes).unwrap();
    assert!(text.contains(",'=1+1,"), "{text}");
}
