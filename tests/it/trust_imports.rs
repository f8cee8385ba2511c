//! A file gives nobody more than its bringer could give by hand, and touches nobody beyond the
//! bringer's own school or county: T2 and T9 for the ways that bring in many rows at once.

use actix_web::http::Method;
use app::imports::{Terms, Upload};
use domain::{
    access::{Role, grants},
    columns::ImportKind,
};
use entity::{appointments, classes, enrollments, persons};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};
use store::Source;
use tests::{Answer, County, Person, Sample, file, id_number, phone};
use uuid::Uuid;

async fn send(who: &Person<'_>, project: Uuid, kind: &str, text: &str) -> Answer {
    let path = format!("/projects/{project}/imports?kind={kind}&file_name=a.csv");
    let key = Uuid::new_v4().to_string();
    let headers = [("idempotency-key", key.as_str())];
    let stream = Some("application/octet-stream");
    who.send(Method::POST, &path, stream, text.as_bytes().to_vec(), &headers).await
}

/// Brings a file in and commits it; tells the import and the first code of each row, or `ok`.
async fn bring(who: &Person<'_>, project: Uuid, kind: &str, text: &str) -> (String, Vec<String>) {
    let id = send(who, project, kind, text).await.expect(202)["id"].as_str().unwrap().to_owned();
    let checked = who.get(&format!("/imports/{id}?wait=20")).await.expect(200);
    assert_eq!(checked["status"], "checked", "{checked}");
    let rows = who.get(&format!("/imports/{id}/rows?limit=200")).await.expect(200);
    let code = |row: &Value| row["codes"][0].as_str().unwrap_or("ok").to_owned();
    let codes = rows["items"].as_array().unwrap().iter().map(code).collect();
    let commit = json!({"confirm_threshold": true});
    who.post(&format!("/imports/{id}/commit"), commit).await.expect(200);
    (id, codes)
}

/// Two schools with a trainee, a class and a workshop each, and an administrator of the first.
struct Two<'a> {
    sample: Sample<'a>,
    one: Uuid,
    other: Uuid,
    /// Numbers of the trainee of each school.
    numbers: [String; 2],
    admin: Person<'a>,
}

const CLASSES: &str = "班级编号,班级名称,组班方式,学校\nC1,一班,学校独立组班,第一小学\n\
                       C2,二班,学校独立组班,第二小学\n";

impl<'a> Two<'a> {
    async fn new(county: &'a County) -> Self {
        let sample = county.sample().await;
        let (one, other) = (sample.school("第一小学").await, sample.school("第二小学").await);
        let mut numbers = [String::new(), String::new()];
        for (at, school) in [one, other].into_iter().enumerate() {
            let made = sample.trainee(school, u32::try_from(at).unwrap() + 1).await;
            numbers[at] = made["trainee_no"].as_str().unwrap().to_owned();
        }
        bring(&sample.office, sample.project, "classes", CLASSES).await;
        let workshops = "工作坊编号,工作坊名称,所属,类别,坊主,成员\nW1,语文坊,第一小学,chinese,,\n\
                         W2,语文坊,第二小学,chinese,,\n";
        bring(&sample.office, sample.project, "workshops", workshops).await;
        let admin = county.person("校长").await;
        let admin = admin.hold(Role::SchoolAdmin, Some(sample.project), Some(one)).await;
        Self { sample, one, other, numbers, admin }
    }

    async fn by_admin(&self, kind: &str, text: &str) -> Vec<String> {
        bring(&self.admin, self.sample.project, kind, text).await.1
    }
}

/// What a role of the staff file is over.
fn scope_of(role: Role) -> &'static str {
    match role {
        Role::SchoolAdmin => "第一小学",
        Role::JointClassAdmin | Role::ClassTutor => "C1",
        Role::SubjectExpert => "YW",
        Role::WorkshopLeader | Role::DeputyWorkshopLeader | Role::GroupLeader => "W1",
        _ => "",
    }
}

#[actix_web::test]
async fn a_staff_file_gives_only_the_roles_that_its_bringer_could_give_by_hand() {
    let county = County::new().await;
    let two = Two::new(&county).await;
    let (project, region) = (two.sample.project, two.sample.region);
    let ranks: Vec<Role> = Role::ALL.into_iter().filter(|role| role.rank() > 0).collect();
    for giver in Role::ALL {
        let place = match giver {
            Role::SchoolAdmin => Some(two.one),
            Role::CountyAdmin | Role::SubjectExpert | Role::RegionalViewer => Some(region),
            _ => Some(project),
        };
        let inside = (giver != Role::PlatformOperator).then_some(project);
        let who = county.person(&format!("任命人{giver:?}")).await;
        let who = who.hold(giver, inside, place).await;
        let mut text = "role,scope_kind,scope_code,person\n".to_owned();
        for (number, role) in ('甲'..).zip(&ranks) {
            text.push_str(&format!("{},,{},{giver:?}{number}\n", role.as_str(), scope_of(*role)));
        }
        if !matches!(giver, Role::SchoolAdmin | Role::CountyAdmin) {
            let answer = send(&who, project, "staff", &text).await;
            assert!(matches!(answer.status.as_u16(), 403 | 404), "{giver:?}: {}", answer.status);
            continue;
        }
        let (_, codes) = bring(&who, project, "staff", &text).await;
        for (role, code) in ranks.iter().zip(codes) {
            let wanted = if grants(giver).contains(role) { "ok" } else { "role_not_yours" };
            assert_eq!(code, wanted, "{giver:?} gives {role:?}");
        }
        let read = county.state.services.db.read();
        let made = appointments::Entity::find()
            .filter(appointments::Column::CreatedBy.eq(who.id))
            .count(read.conn());
        assert_eq!(made.await.unwrap(), grants(giver).len() as u64);
    }
}

#[actix_web::test]
async fn nobody_names_themselves_or_a_place_of_another_school_in_a_staff_file() {
    let county = County::new().await;
    let two = Two::new(&county).await;
    let read = county.state.services.db.read();
    let own = two.sample.trainee(two.one, 9).await;
    let person: Uuid = own["person_id"].as_str().unwrap().parse().unwrap();
    let me = county.known(person).await;
    let me = me.hold(Role::SchoolAdmin, Some(two.sample.project), Some(two.one)).await;
    let number = own["trainee_no"].as_str().unwrap();
    let text = format!(
        "role,scope_kind,scope_code,person\nworkshop_leader,,W1,{number}\n\
         workshop_leader,,W2,{}\nclass_tutor,,C2,张三\nworkshop_leader,,W1,{}\n",
        two.numbers[0], two.numbers[0],
    );
    let (_, codes) = bring(&me, two.sample.project, "staff", &text).await;
    assert_eq!(codes, ["self_dealing", "scope_unknown", "scope_unknown", "ok"]);
    let text = format!(
        "工作坊编号,工作坊名称,所属,类别,坊主,成员\nW7,数学坊,第一小学,math,{number},\n\
         W8,数学坊,第二小学,math,,\nW9,数学坊,C2,math,,\n\
         W6,英语坊,第一小学,english,{},\nW5,英语坊,第一小学,english,,{}\n",
        two.numbers[1], two.numbers[1],
    );
    let (_, codes) = bring(&me, two.sample.project, "workshops", &text).await;
    let wanted =
        ["self_dealing", "host_unknown", "host_unknown", "trainee_unknown", "trainee_unknown"];
    assert_eq!(codes, wanted);
    let held = appointments::Entity::find().filter(appointments::Column::PersonId.eq(person));
    assert_eq!(held.count(read.conn()).await.unwrap(), 1);
}

#[actix_web::test]
async fn a_school_s_files_touch_nobody_of_another_school() {
    let county = County::new().await;
    let two = Two::new(&county).await;
    let members = format!(
        "班级编号,学员编号\nC1,{}\nC2,{}\nC2,{}\nC1,{}\n",
        two.numbers[1], two.numbers[1], two.numbers[0], two.numbers[0],
    );
    let codes = two.by_admin("class_members", &members).await;
    assert_eq!(codes, ["trainee_unknown", "class_unknown", "class_unknown", "ok"]);
    // Somebody of the other school, as if they were ours, and with another phone.
    let head = "姓名,身份证号,手机号,单位,学段,学科\n";
    let taken = format!("{head}李秀英,{},{},第一小学,小学,语文\n", id_number(2), phone(77));
    assert_eq!(two.by_admin("roster", &taken).await, ["person_elsewhere"]);
    // A row that is not taken frees no phone for the next one.
    let freed = format!(
        "{head}李秀英,{},{},第一小学,小学,语文\n赵六,{},{},第一小学,小学,语文\n钱七,{},{},第一小学,小学,语文\n",
        id_number(2),
        phone(77),
        id_number(6),
        phone(2),
        id_number(7),
        phone(7)
    );
    let codes = two.by_admin("roster", &freed).await;
    assert_eq!(codes, ["person_elsewhere", "duplicate_phone", "ok"]);
    let abroad = format!("{head}李秀英,{},{},第二小学,小学,语文\n", id_number(2), phone(2));
    assert_eq!(two.by_admin("roster", &abroad).await, ["school_unknown"]);
    let own = format!("{head}李秀英,{},{},第一小学,小学,数学\n", id_number(1), phone(1));
    assert_eq!(two.by_admin("roster", &own).await, ["ok"]);
    let schools = "学校标识码,学校名称\n9999999999,我的新学校\n";
    assert_eq!(two.by_admin("schools", schools).await, ["school_unknown"]);
    let read = county.state.services.db.read();
    let there = enrollments::Entity::find().filter(enrollments::Column::SchoolId.eq(two.other));
    let there = there.one(read.conn()).await.unwrap().expect("still there");
    assert_eq!((&there.trainee_no, there.class_id), (&two.numbers[1], None));
}

#[actix_web::test]
async fn a_class_that_a_school_brings_waits_for_the_county() {
    let county = County::new().await;
    let two = Two::new(&county).await;
    let text = "班级编号,班级名称,组班方式,学校\nC3,三班,学校独立组班,第一小学\n\
                C4,四班,学校独立组班,第二小学\nC5,联片班,联片组班,第一小学|第二小学\n";
    let codes = two.by_admin("classes", text).await;
    assert_eq!(codes[0], "ok");
    assert!(codes[1..].iter().all(|code| code == "school_unknown"), "{codes:?}");
    let read = county.state.services.db.read();
    let status = async |code: &str| {
        let one = classes::Entity::find().filter(classes::Column::Code.eq(code));
        one.one(read.conn()).await.unwrap().expect("a class").status
    };
    assert_eq!((status("C3").await.as_str(), status("C1").await.as_str()), ("draft", "approved"));
}

#[actix_web::test]
async fn the_phone_of_somebody_above_is_not_written_by_a_roster() {
    let county = County::new().await;
    let two = Two::new(&county).await;
    let read = county.state.services.db.read();
    let digest = async || {
        let hash = county.state.services.vault.digest("id_no", &id_number(1));
        let one = persons::Entity::find().filter(persons::Column::IdNoHash.eq(hash));
        let one = one.one(read.conn()).await.unwrap().expect("a person");
        (one.id, one.phone_hash)
    };
    let (person, before) = digest().await;
    county
        .known(person)
        .await
        .hold(Role::CountyAdmin, Some(two.sample.project), Some(two.sample.region))
        .await;
    let head = "姓名,身份证号,手机号,单位,学段,学科\n";
    let changed = format!("{head}李秀英,{},{},第一小学,小学,语文\n", id_number(1), phone(78));
    assert_eq!(two.by_admin("roster", &changed).await, ["not_above"]);
    let (_, codes) = bring(&two.sample.office, two.sample.project, "roster", &changed).await;
    assert_eq!(codes, ["not_above"]);
    assert_eq!(digest().await.1, before);
    let same = format!("{head}李秀英,{},{},第一小学,小学,数学\n", id_number(1), phone(1));
    assert_eq!(two.by_admin("roster", &same).await, ["ok"]);
}

#[actix_web::test]
async fn an_import_is_handled_by_whoever_could_bring_it_in_only() {
    let county = County::new().await;
    let two = Two::new(&county).await;
    let project = two.sample.project;
    let text = format!(
        "姓名,身份证号,手机号,单位,学段,学科\n赵六,{},{},第一小学,小学,语文\n",
        id_number(5),
        phone(5)
    );
    let (own, _) = bring(&two.admin, project, "roster", &text).await;
    let neighbour = county.person("邻校").await;
    let neighbour = neighbour.hold(Role::SchoolAdmin, Some(project), Some(two.other)).await;
    let (wide, _) = bring(&two.sample.office, project, "classes", CLASSES).await;
    for id in [&own, &wide] {
        neighbour.get(&format!("/imports/{id}")).await.refused(404, "not-found");
        neighbour.get(&format!("/imports/{id}/rows")).await.refused(404, "not-found");
        neighbour.post(&format!("/imports/{id}/undo"), json!({})).await.refused(404, "not-found");
        neighbour.post(&format!("/imports/{id}/commit"), json!({})).await.refused(404, "not-found");
    }
    // Whoever moved to another school leaves the old one's imports behind.
    let write = county.state.services.db.write().await.unwrap();
    appointments::Entity::update_many()
        .col_expr(appointments::Column::ScopeId, sea_orm::sea_query::Expr::value(two.other))
        .filter(appointments::Column::PersonId.eq(two.admin.id))
        .exec(write.conn())
        .await
        .unwrap();
    write.commit().await.unwrap();
    county.state.services.sessions.forget_all();
    let undo = format!("/imports/{own}/undo");
    two.admin.post(&undo, json!({})).await.refused(404, "not-found");
    two.sample.office.post(&undo, json!({})).await.expect(200);
}

#[actix_web::test]
async fn the_program_brings_in_the_whole_staff_and_the_county_cannot_take_its_superiors_back() {
    let county = County::new().await;
    let sample = county.sample().await;
    for (kind, name) in [
        ("schools", "schools.csv"),
        ("roster", "roster.csv"),
        ("classes", "classes.csv"),
        ("workshops", "workshops.csv"),
    ] {
        sample.import(kind, name).await;
    }
    let program = app::begin::of_program(&county.state.services, sample.project, sample.region);
    let content = file("staff.csv");
    let upload = Upload {
        project: sample.project,
        kind: ImportKind::Staff,
        file_name: "staff.csv".to_owned(),
        content: &content,
    };
    let job = program
        .run(async |work| app::imports::upload(work, upload.clone()).await)
        .await
        .unwrap()
        .id;
    app::imports::check(&program, job).await.unwrap();
    let done = program.run(async |work| app::imports::commit(work, job, Terms::default()).await);
    let counts: Value = serde_json::from_str(&done.await.unwrap().counts).unwrap();
    assert_eq!((&counts["rows"], &counts["rejected"]), (&json!(192), &json!(0)), "{counts}");
    let read = county.state.services.db.read();
    let expected: Value = serde_json::from_slice(&file("expected-public.json")).unwrap();
    for (role, wanted) in expected["staff"].as_object().unwrap() {
        let name = if role == "operator" { "platform_operator" } else { role };
        let held = appointments::Entity::find().filter(appointments::Column::Role.eq(name));
        let held = held.filter(appointments::Column::ScopeKind.ne("test"));
        assert_eq!(held.count(read.conn()).await.unwrap(), wanted.as_u64().unwrap(), "{role}");
    }
    let chief = county.person("县管理员").await;
    let chief = chief.hold(Role::CountyAdmin, Some(sample.project), Some(sample.region)).await;
    let undo = format!("/imports/{job}/undo");
    chief.post(&undo, json!({})).await.refused(403, "forbidden");
    let operators = appointments::Entity::find()
        .filter(appointments::Column::Role.eq("platform_operator"))
        .count(read.conn());
    assert_eq!(operators.await.unwrap(), 1);
}
