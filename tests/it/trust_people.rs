//! The bars T6, T9, T69 and T70 of the trust plan.

use std::collections::BTreeSet;

use actix_web::http::Method;
use domain::access::{Role, grants};
use entity::{classes, workshops};
use sea_orm::{ColumnTrait, ConnectionTrait, Database, EntityTrait, QueryFilter, Statement};
use serde_json::{Value, json};
use store::Source;
use tests::{County, Person, Sample, file, id_number, phone};
use uuid::Uuid;

fn id(value: &Value) -> Uuid {
    value["id"].as_str().and_then(|id| id.parse().ok()).expect("an id")
}

/// T6: a right that ended is gone within a second, in open sessions too.
#[actix_web::test]
async fn an_ended_or_suspended_role_gives_no_right_in_a_hundred_of_a_hundred_cases() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    sample.trainee(school, 1).await;
    let holder = county.person("校长").await;
    let roster = format!("/projects/{}/enrollments", sample.project);
    for round in 0..100 {
        if round % 25 == 24 {
            county.pass(chrono::Duration::seconds(1));
        }
        let body = json!({"person_id": holder.id, "role": "school_admin", "scope_id": school,
            "title": "校长"});
        let path = format!("/projects/{}/appointments", sample.project);
        let made = id(&sample.office.post(&path, body).await.expect(201));
        holder.get(&roster).await.expect(200);
        if round % 2 == 1 {
            let path = format!("/appointments/{made}/suspensions");
            sample.office.post(&path, json!({"reason": "借调"})).await.expect(200);
            holder.get(&roster).await.refused(404, "not-found");
        }
        let path = format!("/appointments/{made}/endings");
        sample.office.post(&path, json!({"reason": "离任"})).await.expect(200);
        holder.get(&roster).await.refused(404, "not-found");
    }
}

/// T6: what a role was shown is not shown again once it ended: neither by the key of the request
/// that asked for it, nor as a list drawn up before.
#[actix_web::test]
async fn an_ended_role_is_not_answered_again_with_what_it_was_shown() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    let trainee = sample.trainee(school, 1).await;
    let holder = county.person("校长").await;
    let body = json!({"person_id": holder.id, "role": "school_admin", "scope_id": school,
        "title": "校长"});
    let path = format!("/projects/{}/appointments", sample.project);
    let made = id(&sample.office.post(&path, body).await.expect(201));
    let reset = format!("/persons/{}/reset-codes", trainee["person_id"].as_str().unwrap());
    let ask = async || {
        let key = [("idempotency-key", "k")];
        holder.ask(actix_web::http::Method::POST, &reset, Some(json!({})), &key).await
    };
    let code = ask().await.expect(200);
    assert_eq!(ask().await.expect(200), code);
    let lists = format!("/projects/{}/reports", sample.project);
    let list = holder.post(&lists, json!({"code": "R7", "format": "csv"})).await.expect(201);
    let list = format!("/reports/{}/content", id(&list));
    assert_eq!(holder.get(&list).await.status, 200);
    let path = format!("/appointments/{made}/endings");
    sample.office.post(&path, json!({"reason": "离任"})).await.expect(200);
    ask().await.refused(422, "idempotency-key-reused");
    holder.get(&list).await.refused(404, "not-found");
}

/// T6 between nodes: another process ended the role; the memory of this one lasts a second.
#[actix_web::test]
async fn a_role_ended_on_another_node_is_gone_after_a_second() {
    use entity::appointments::{Column, Entity};
    use sea_orm::sea_query::Expr;
    let county = County::new().await;
    let sample = county.sample().await;
    let roster = format!("/projects/{}/enrollments", sample.project);
    sample.office.get(&roster).await.expect(200);
    let write = county.state.services.db.write().await.expect("a transaction");
    Entity::update_many()
        .col_expr(Column::EndedAt, Expr::value(county.now()))
        .filter(Column::PersonId.eq(sample.office.id))
        .exec(write.conn())
        .await
        .expect("ended");
    write.commit().await.expect("committed");
    tokio::time::sleep(std::time::Duration::from_millis(1_050)).await;
    sample.office.get(&roster).await.refused(404, "not-found");
}

/// Two schools with a class and a workshop each, made by files as an office would.
struct World<'a> {
    sample: Sample<'a>,
    schools: [Uuid; 2],
    classes: [Uuid; 2],
    workshops: [Uuid; 2],
}

impl<'a> World<'a> {
    async fn new(county: &'a County) -> Self {
        let sample = county.sample().await;
        let schools = [sample.school("第一小学").await, sample.school("第二小学").await];
        commit(&sample, "classes", "班级编号,班级名称,组班方式,学校,人数\nC1,一班,学校独立组班,第一小学,0\nC2,二班,学校独立组班,第二小学,0\n").await;
        commit(&sample, "workshops", "工作坊编号,工作坊名称,所属,类别,坊主,成员\nW1,语文坊,第一小学,chinese,,\nW2,语文坊,第二小学,chinese,,\n").await;
        let db = county.state.services.db.read();
        let mut world =
            Self { sample, schools, classes: [Uuid::nil(); 2], workshops: [Uuid::nil(); 2] };
        for (at, code) in ["1", "2"].iter().enumerate() {
            let class =
                classes::Entity::find().filter(classes::Column::Code.eq(format!("C{code}")));
            world.classes[at] = class.one(db.conn()).await.expect("read").expect("a class").id;
            let shop =
                workshops::Entity::find().filter(workshops::Column::Code.eq(format!("W{code}")));
            world.workshops[at] = shop.one(db.conn()).await.expect("read").expect("a workshop").id;
        }
        world
    }

    /// The scope of a role: its own, or that of the other school.
    fn scope(&self, role: Role, at: usize) -> Option<Uuid> {
        match role {
            Role::ProjectTeam | Role::Auditor => Some(self.sample.project),
            Role::CountyAdmin | Role::SubjectExpert => Some(self.sample.region),
            Role::SchoolAdmin => Some(self.schools[at]),
            Role::JointClassAdmin | Role::ClassTutor => Some(self.classes[at]),
            Role::WorkshopLeader | Role::DeputyWorkshopLeader | Role::GroupLeader => {
                Some(self.workshops[at])
            }
            _ => None,
        }
    }

    async fn holder(&self, county: &'a County, role: Role) -> Person<'a> {
        let person = county.person("持有人").await;
        let subject = (role == Role::SubjectExpert).then_some("YW");
        let project = (role != Role::PlatformOperator).then_some(self.sample.project);
        match role {
            Role::Trainee => person,
            _ => person.hold_subject(role, project, self.scope(role, 0), subject).await,
        }
    }
}

async fn commit(sample: &Sample<'_>, kind: &str, text: &str) {
    let checked = sample.upload(kind, "file.csv", text.as_bytes().to_vec()).await;
    assert_eq!(
        (&checked["status"], &checked["counts"]["rejected"]),
        (&json!("checked"), &json!(0)),
        "{checked}"
    );
    let path = format!("/imports/{}/commit", checked["id"].as_str().expect("an id"));
    sample.office.post(&path, json!({})).await.expect(200);
}

const ROLES: [Role; 12] = [
    Role::Trainee,
    Role::ClassTutor,
    Role::GroupLeader,
    Role::WorkshopLeader,
    Role::DeputyWorkshopLeader,
    Role::SubjectExpert,
    Role::SchoolAdmin,
    Role::JointClassAdmin,
    Role::CountyAdmin,
    Role::ProjectTeam,
    Role::PlatformOperator,
    Role::Auditor,
];

/// T9: of 12 × 12 grants over five scopes exactly the listed ones succeed.
#[actix_web::test]
async fn only_the_listed_roles_are_granted_and_only_within_the_own_scope() {
    let county = County::new().await;
    let world = World::new(&county).await;
    let foreign = county.sample().await;
    let path = format!("/projects/{}/appointments", world.sample.project);
    let mut number = 0;
    for giver in ROLES {
        let holder = world.holder(&county, giver).await;
        for given in ROLES {
            let wide = matches!(
                given,
                Role::CountyAdmin
                    | Role::SubjectExpert
                    | Role::ProjectTeam
                    | Role::Auditor
                    | Role::PlatformOperator
            );
            let county_wide =
                matches!(giver, Role::CountyAdmin | Role::ProjectTeam | Role::PlatformOperator);
            let scopes = [
                (world.scope(given, 0), true),
                (world.scope(given, 1), wide || county_wide),
                (Some(foreign.region), false),
                (Some(Uuid::new_v4()), false),
                (None, wide),
            ];
            for (at, (scope, fits)) in scopes.into_iter().enumerate() {
                number += 1;
                let body = json!({"person": {"name": "王芳", "staff_no": format!("N{number}")},
                    "role": given, "scope_id": scope, "title": "校长", "subject": "YW"});
                let answer = holder.post(&path, body).await;
                let wanted = fits && grants(giver).contains(&given);
                let status = answer.status.as_u16();
                assert_eq!(status == 201, wanted, "{giver:?} {given:?} {at}: {}", answer.body);
                assert!(
                    wanted || matches!(status, 403 | 404 | 422),
                    "{giver:?} {given:?} {status}"
                );
            }
        }
        if giver != Role::Trainee {
            let own = json!({"person_id": holder.id, "role": "workshop_leader",
                "scope_id": world.workshops[0]});
            let answer = holder.post(&path, own).await;
            assert!(matches!(answer.status.as_u16(), 403 | 404), "{giver:?} {}", answer.body);
        }
    }
}

/// T9: the last administrator above cannot be removed, by two ends at once either.
#[actix_web::test]
async fn the_last_county_administrator_cannot_be_ended() {
    let county = County::new().await;
    let sample = county.sample().await;
    let team = county.person("项目组").await;
    let team = team.hold(Role::ProjectTeam, Some(sample.project), Some(sample.project)).await;
    let path = format!("/projects/{}/appointments", sample.project);
    let body = json!({"person": {"name": "王芳", "staff_no": "C2"}, "role": "county_admin"});
    let second = id(&team.post(&path, body).await.expect(201));
    let all = team.get(&format!("{path}?role=county_admin")).await.expect(200);
    assert_eq!(all["items"].as_array().unwrap().len(), 2);
    let first = all["items"].as_array().unwrap().iter().map(id).find(|one| *one != second).unwrap();
    let end = async |one: Uuid| {
        let path = format!("/appointments/{one}/endings");
        team.post(&path, json!({"reason": "离任"})).await
    };
    let (one, other) = tokio::join!(end(first), end(second));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{} {}", one.body, other.body);
    let refused = if one.status.as_u16() == 409 { one } else { other };
    assert_eq!(refused.body["errors"][0]["code"], "last_admin");
}

/// Every eleven digits and every seventeen with a check character, wherever they stand.
fn numbers(bytes: &[u8]) -> BTreeSet<String> {
    let digits = |window: &[u8]| window.iter().all(u8::is_ascii_digit);
    let phones = bytes.windows(11).filter(|window| digits(window));
    let ids = bytes.windows(18).filter(|window| {
        digits(&window[..17]) && (window[17].is_ascii_digit() || window[17] == b'X')
    });
    let found = phones.chain(ids).map(|window| String::from_utf8_lossy(window).into_owned());
    found.collect()
}

/// T69: at rest no phone and no ID number stands anywhere in the clear.
#[actix_web::test]
async fn no_phone_and_no_id_number_stands_in_the_raw_database() {
    let county = County::new().await;
    let sample = county.sample().await;
    sample.import("schools", "schools.csv").await;
    sample.import("roster", "roster.csv").await;
    let dirty = "roster-dirty-sample.csv";
    sample.upload("roster", dirty, file(dirty)).await;
    let list = format!("/projects/{}/enrollments?limit=3", sample.project);
    let page = sample.office.get(&list).await.expect(200);
    let person = page["items"][0]["person_id"].as_str().expect("a person");
    let path = format!("/persons/{person}/reveals");
    let shown = sample.office.post(&path, json!({"reason": "核对身份"})).await.expect(200);
    let mut secrets = numbers(&file("roster.csv"));
    assert!(secrets.len() > 1_900, "{}", secrets.len());
    assert!(secrets.contains(shown["phone"].as_str().expect("a phone")));
    secrets.extend(numbers(&file(dirty)));
    for bytes in at_rest(&county).await {
        let found: Vec<String> = numbers(&bytes).intersection(&secrets).cloned().collect();
        assert_eq!(found, Vec::<String>::new());
    }
}

/// All that the database holds: the raw bytes of SQLite's files, or every row as text.
async fn at_rest(county: &County) -> Vec<Vec<u8>> {
    let url = &county.state.config.database_url;
    if let Some(path) = url.strip_prefix("sqlite:") {
        let path = path.split('?').next().expect("a path");
        let read = |suffix: &str| std::fs::read(format!("{path}{suffix}")).unwrap_or_default();
        let files = [read(""), read("-wal")];
        assert!(files[0].len() + files[1].len() > 500_000);
        return files.into();
    }
    let db = Database::connect(url).await.expect("a connection");
    let ask = async |sql: String| {
        let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await;
        let text = |row: &sea_orm::QueryResult| row.try_get_by_index::<String>(0).expect("text");
        rows.expect("rows").iter().map(text).collect::<Vec<String>>()
    };
    let tables =
        ask("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'".into()).await;
    let mut all = vec![];
    for table in tables {
        let rows = ask(format!("SELECT replace(t::text, '\\x', ' ') FROM \"{table}\" t")).await;
        all.extend(rows.into_iter().map(String::into_bytes));
    }
    assert!(all.len() > 1_000);
    all
}

/// T70: whoever asks, and whatever for, phone and ID number come masked or not at all.
#[actix_web::test]
async fn every_role_gets_masks_or_nothing() {
    let county = County::new().await;
    let world = World::new(&county).await;
    let sample = &world.sample;
    let mut secrets = BTreeSet::new();
    let mut places = vec![];
    for number in 0..6 {
        places.push(sample.trainee(world.schools[usize::from(number % 2 == 1)], number).await);
        secrets.extend([id_number(number), phone(number)]);
    }
    let members = "班级编号,学员编号\nC1,T000001\nC1,T000003\n";
    commit(sample, "class_members", members).await;
    let mut asked = 0;
    for role in ROLES {
        let holder = world.holder(&county, role).await;
        let mut paths = vec![
            format!("/projects/{}/enrollments", sample.project),
            format!("/projects/{}/appointments", sample.project),
            format!("/projects/{}/enrollments/ext:trainee_no:T000001", sample.project),
            "/me".to_owned(),
            "/me/contact".to_owned(),
        ];
        paths.extend(places.iter().map(|place| format!("/enrollments/{}", id(place))));
        for path in paths {
            let answer = holder.get(&path).await;
            asked += 1;
            let shown = numbers(&answer.bytes);
            assert!(shown.is_disjoint(&secrets), "{role:?} {path} {}", answer.body);
            let rows = answer.body["items"].as_array().cloned().unwrap_or_default();
            for row in rows.iter().chain([&answer.body]) {
                judge_masks(role, row);
            }
        }
    }
    assert!(asked >= 120);
}

fn judge_masks(role: Role, row: &Value) {
    let keeper = matches!(role, Role::SchoolAdmin | Role::CountyAdmin);
    if let Some(masked) = row["phone"].as_str() {
        assert!(keeper || role == Role::WorkshopLeader || role == Role::DeputyWorkshopLeader);
        assert_eq!(masked.matches('*').count(), 4, "{masked}");
    }
    if let Some(masked) = row["id_no"].as_str() {
        assert!(keeper, "{role:?}");
        assert_eq!(masked.trim_start_matches('*').len(), 2, "{masked}");
    }
}

/// P03: in full only after a fresh sign-in, with a reason, and for thirty people a day.
#[actix_web::test]
async fn the_thirty_first_reveal_of_a_day_has_to_wait() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    let made = sample.trainee(school, 1).await;
    let path = format!("/persons/{}/reveals", made["person_id"].as_str().expect("a person"));
    let body = json!({"reason": "核对身份"});
    let team = county.person("项目组").await;
    let team = team.hold(Role::ProjectTeam, Some(sample.project), Some(sample.project)).await;
    team.post(&path, body.clone()).await.refused(403, "forbidden");
    county.person("外").await.post(&path, body.clone()).await.refused(404, "not-found");
    sample.office.post(&path, json!({"reason": ""})).await.refused(422, "validation-failed");
    for _ in 0..30 {
        let shown = sample.office.post(&path, body.clone()).await.expect(200);
        assert_eq!((&shown["phone"], &shown["id_no"]), (&json!(phone(1)), &json!(id_number(1))));
    }
    let last = sample.office.post(&path, body.clone()).await;
    assert!(last.header("retry-after").parse::<u32>().expect("seconds") > 80_000);
    last.refused(429, "rate-limited");
    county.pass(chrono::Duration::minutes(6));
    sample.office.post(&path, body).await.refused(403, "step-up-required");
}

/// P04: one's own phone, against the version seen; nobody takes another's.
#[actix_web::test]
async fn somebody_changes_the_own_phone_after_a_fresh_sign_in() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    sample.trainee(school, 1).await;
    let seen = sample.office.get("/me/contact").await;
    assert_eq!(seen.header("etag"), "\"1\"");
    seen.expect(200);
    let office = &sample.office;
    let to = |number: u32| json!({"phone": phone(number)});
    office.patch("/me/contact", 1, json!({"phone": "1"})).await.refused(422, "validation-failed");
    office.patch("/me/contact", 1, to(1)).await.refused(409, "duplicate");
    let now = office.patch("/me/contact", 1, to(7)).await.expect(200);
    assert_eq!(now["phone"], "154****0007");
    office.patch("/me/contact", 1, to(8)).await.refused(412, "precondition-failed");
    let bare = office.ask(Method::PATCH, "/me/contact", Some(to(8)), &[]).await;
    bare.refused(428, "precondition-required");
    county.pass(chrono::Duration::minutes(6));
    office.patch("/me/contact", 2, to(8)).await.refused(403, "step-up-required");
}
