//! What a file may do and what it may not: limits passed with a reason, roles, people in no
//! class, counties that number alike, and files that come back.

use domain::access::Role;
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use tests::{Answer, County, Sample, file, id_number, phone};
use uuid::Uuid;

async fn rows(sample: &Sample<'_>, job: &Value) -> Vec<Value> {
    let path = format!("/imports/{}/rows?limit=200", job["id"].as_str().unwrap());
    sample.office.get(&path).await.expect(200)["items"].as_array().unwrap().clone()
}

async fn commit(sample: &Sample<'_>, job: &Value) -> Value {
    let path = format!("/imports/{}/commit", job["id"].as_str().unwrap());
    sample.office.post(&path, json!({})).await.expect(200)
}

async fn undo(sample: &Sample<'_>, job: &Value) -> Answer {
    let path = format!("/imports/{}/undo", job["id"].as_str().unwrap());
    sample.office.post(&path, json!({})).await
}

async fn exceptions(sample: &Sample<'_>) -> Vec<Value> {
    let path = format!("/projects/{}/exceptions?limit=200", sample.project);
    sample.office.get(&path).await.expect(200)["items"].as_array().unwrap().clone()
}

/// A roster of so many people at one school.
fn roster(school: &str, people: std::ops::Range<u32>) -> Vec<u8> {
    let mut text = "学员编号,姓名,身份证号,手机号,单位,学段,学科\n".to_owned();
    for n in people {
        text += &format!("T{n:03},李秀英,{},{},{school},小学,语文\n", id_number(n), phone(n));
    }
    text.into_bytes()
}

async fn school(sample: &Sample<'_>, name: &str) -> Uuid {
    sample.school(name).await
}

#[actix_web::test]
async fn the_seventh_workshop_needs_a_reason_and_is_listed_with_it() {
    let county = County::new().await;
    let sample = county.sample().await;
    school(&sample, "甲小学").await;
    let six: String = ["chinese", "math", "english", "science", "humanities", "general"]
        .iter()
        .map(|family| format!("W-{family},{family}坊,甲小学,{family},\n"))
        .collect();
    let text =
        |more: &str| format!("工作坊编号,工作坊名称,所属,类别,原因\n{six}{more}").into_bytes();
    let job = sample.upload("workshops", "a.csv", text("W7,又一语文坊,甲小学,chinese,\n")).await;
    let judged = rows(&sample, &job).await;
    assert_eq!(judged[6]["codes"], json!(["too_many_workshops", "family_taken"]), "{judged:?}");
    let job = sample.upload("workshops", "a.csv", text("W7,又一语文坊,甲小学,语文坊,人多\n")).await;
    assert_eq!(job["counts"]["ok"], 7, "{:?}", rows(&sample, &job).await);
    commit(&sample, &job).await;
    let listed = exceptions(&sample).await;
    let mut kinds: Vec<&str> = listed.iter().filter_map(|one| one["kind"].as_str()).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["family_taken", "too_many_workshops"]);
    assert_eq!(listed[0]["reason"], "人多");
    let again =
        sample.upload("workshops", "a.csv", text("W7,又一语文坊,甲小学,chinese,人多\n")).await;
    assert_eq!(again["counts"]["unchanged"], 7, "{again}");
    undo(&sample, &job).await.expect(200);
    assert!(exceptions(&sample).await.is_empty());
}

#[actix_web::test]
async fn who_sits_over_the_limit_of_a_class_by_a_file_is_listed() {
    let county = County::new().await;
    let sample = county.sample().await;
    school(&sample, "乙小学").await;
    let job = sample.upload("roster", "r.csv", roster("乙小学", 0..52)).await;
    commit(&sample, &job).await;
    let class = "班级编号,班级名称,组班方式,学校\nC1,一班,学校独立组班,乙小学\n";
    let job = sample.upload("classes", "c.csv", class.as_bytes().to_vec()).await;
    commit(&sample, &job).await;
    let lines: String = (0..52).map(|n| format!("C1,T{n:03},县里同意\n")).collect();
    let text = format!("班级编号,学员编号,原因\n{lines}").into_bytes();
    let job = sample.upload("class_members", "m.csv", text).await;
    assert_eq!(commit(&sample, &job).await["counts"]["created"], 52);
    let listed = exceptions(&sample).await;
    assert_eq!(listed.len(), 2, "{listed:?}");
    assert!(listed.iter().all(|one| one["kind"] == "class_full"));
    undo(&sample, &job).await.expect(200);
    assert!(exceptions(&sample).await.is_empty());
}

#[actix_web::test]
async fn nobody_sits_in_two_workshops_by_a_file() {
    let county = County::new().await;
    let sample = county.sample().await;
    school(&sample, "丙小学").await;
    let job = sample.upload("roster", "r.csv", roster("丙小学", 0..2)).await;
    commit(&sample, &job).await;
    let text = "工作坊编号,工作坊名称,所属,类别,坊主,成员\n\
                W1,一坊,丙小学,chinese,T000,T000|T001\nW2,二坊,丙小学,math,T001,T001\n";
    let job = sample.upload("workshops", "w.csv", text.as_bytes().to_vec()).await;
    let judged = rows(&sample, &job).await;
    assert_eq!(judged[0]["codes"], json!([]), "{judged:?}");
    assert_eq!(judged[1]["codes"], json!(["already_enrolled"]), "{judged:?}");
}

#[actix_web::test]
async fn a_file_gives_no_role_that_its_bearer_could_not_give() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school_id = school(&sample, "丁小学").await;
    let head = county.person("校管理员").await;
    let head = head.hold(Role::SchoolAdmin, Some(sample.project), Some(school_id)).await;
    let bearer = Sample { project: sample.project, region: sample.region, office: head };
    let text = "role,scope_kind,scope_code,person\noperator,platform,,甲\n\
                project_team,project,,乙\ncounty_admin,county,,丙\nschool_admin,school,丁小学,丁\n";
    let job = bearer.upload("staff", "s.csv", text.as_bytes().to_vec()).await;
    let judged = rows(&bearer, &job).await;
    assert_eq!(job["counts"]["rejected"], 4, "{judged:?}");
    assert!(judged.iter().all(|row| row["codes"] == json!(["role_not_yours"])), "{judged:?}");
    let job = sample.upload("staff", "s.csv", text.as_bytes().to_vec()).await;
    let codes: Vec<Value> =
        rows(&sample, &job).await.iter().map(|row| row["codes"].clone()).collect();
    let not_yours = json!(["role_not_yours"]);
    assert_eq!(codes, [not_yours.clone(), not_yours, json!([]), json!([])]);
}

#[actix_web::test]
async fn staff_get_the_phone_they_sign_in_by() {
    let county = County::new().await;
    let sample = county.sample().await;
    school(&sample, "戊小学").await;
    let head = "role,scope_kind,scope_code,person,phone\n";
    let text =
        |phone: &str| format!("{head}school_admin,school,戊小学,王五,{phone}\n").into_bytes();
    let job = sample.upload("staff", "s.csv", text("0438-5861234")).await;
    assert_eq!(rows(&sample, &job).await[0]["codes"], json!(["phone_format"]));
    let job = sample.upload("staff", "s.csv", text("154 0000 1234")).await;
    commit(&sample, &job).await;
    let again = sample.upload("staff", "s.csv", text("15400001234")).await;
    assert_eq!(again["counts"]["unchanged"], 1, "{again}");
    let other = format!("{head}school_admin,school,戊小学,赵六,15400001234\n").into_bytes();
    let job = sample.upload("staff", "s.csv", other).await;
    assert_eq!(rows(&sample, &job).await[0]["codes"], json!(["duplicate_phone"]));
}

#[actix_web::test]
async fn staff_without_a_phone_get_one_from_a_later_file_and_lose_it_with_its_undoing() {
    let county = County::new().await;
    let sample = county.sample().await;
    school(&sample, "戊小学").await;
    let text = |phone: &str| {
        let head = "role,scope_kind,scope_code,person,phone\n";
        format!("{head}school_admin,school,戊小学,王五,{phone}\n").into_bytes()
    };
    let job = sample.upload("staff", "s.csv", text("")).await;
    commit(&sample, &job).await;
    let job = sample.upload("staff", "s.csv", text("15400001234")).await;
    assert_eq!((&job["counts"]["updated"], &job["counts"]["created"]), (&json!(1), &json!(0)));
    commit(&sample, &job).await;
    let again = sample.upload("staff", "s.csv", text("15400001234")).await;
    assert_eq!(again["counts"]["unchanged"], 1, "{again}");
    let undo = format!("/imports/{}/undo", job["id"].as_str().unwrap());
    sample.office.post(&undo, json!({"reason": "另一个人的号码"})).await.expect(200);
    let again = sample.upload("staff", "s.csv", text("15400001234")).await;
    assert_eq!(again["counts"]["updated"], 1, "{again}");
    // What its owner wrote since is not taken away with it.
    commit(&sample, &again).await;
    let roles = sample.office.get(&format!("/projects/{}/appointments", sample.project)).await;
    let roles = roles.expect(200);
    let owner = roles["items"].as_array().unwrap().iter().find(|one| one["person_name"] == "王五");
    let owner = county.known(owner.unwrap()["person_id"].as_str().unwrap().parse().unwrap()).await;
    let seen = owner.get("/me/contact").await;
    let version = seen.header("etag").trim_matches('"').parse().unwrap();
    let own = json!({"phone": "15400005678"});
    owner.patch("/me/contact", version, own).await.expect(200);
    let undo = format!("/imports/{}/undo", again["id"].as_str().unwrap());
    let kept = sample.office.post(&undo, json!({})).await.refused(409, "invalid-transition");
    assert_eq!(kept["errors"][0]["code"], "edited_since");
}

#[actix_web::test]
async fn people_in_no_class_are_scored_on_a_sheet_of_their_school() {
    let county = County::new().await;
    let sample = county.sample().await;
    school(&sample, "己小学").await;
    let job = sample.upload("roster", "r.csv", roster("己小学", 0..3)).await;
    commit(&sample, &job).await;
    sample.open_round().await;
    let text =
        "学员编号,姓名,学校评分,县级评分\nT000,李秀英,80,82\nT001,李秀英,90.5,\nT009,某,1,\n";
    let job = sample.upload("practice_scores", "p.csv", text.as_bytes().to_vec()).await;
    let judged = rows(&sample, &job).await;
    assert_eq!(judged[0]["codes"], json!([]), "{judged:?}");
    assert_eq!(judged[2]["codes"], json!(["trainee_unknown"]), "{judged:?}");
    commit(&sample, &job).await;
    let again = sample.upload("practice_scores", "p.csv", text.as_bytes().to_vec()).await;
    assert_eq!(again["counts"]["unchanged"], 2, "{again}");
    let sheets = format!("/projects/{}/practice-sheets", sample.project);
    let sheets = sample.office.get(&sheets).await.expect(200);
    let sheet = &sheets["items"][0];
    assert_eq!((&sheet["class_id"], &sheet["class_name"]), (&Value::Null, &json!("未编班")));
    assert_eq!(sheet["counts"]["rows"], 2, "{sheet}");
    let scores = format!("/practice-sheets/{}", sheet["id"].as_str().unwrap());
    sample.office.get(&scores).await.expect(200);
    undo(&sample, &job).await.expect(200);
}

#[actix_web::test]
async fn two_counties_may_number_their_schools_alike() {
    let county = County::new().await;
    let one = county.sample().await;
    one.import("schools", "schools.csv").await;
    one.import("roster", "roster.csv").await;
    let other = county.sample().await;
    let done = other.import("schools", "schools.csv").await;
    assert_eq!(done["counts"]["created"], 40, "{done}");
    let again = one.upload("schools", "schools.csv", file("schools.csv")).await;
    assert_eq!(again["counts"]["unchanged"], 40, "{again}");
    let lone = String::from_utf8(file("schools.csv")).unwrap();
    let taken = lone.lines().nth(1).unwrap().split(',').next().unwrap().to_owned();
    let new = json!({"kind": "school", "parent_id": one.region, "code": taken, "name": "重号小学"});
    one.office.post("/organizations", new).await.refused(409, "duplicate");
}

#[actix_web::test]
async fn text_that_no_database_takes_spoils_no_check() {
    let county = County::new().await;
    let sample = county.sample().await;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let titles = ["学校标识码", "学校名称", "乡镇", "办学类型"];
    for (column, title) in (0..).zip(titles) {
        sheet.write_string(0, column, title).unwrap();
        sheet.write_string(1, column, format!("a_x0000_{column}")).unwrap();
        sheet.write_string(2, column, "长".repeat(3_000)).unwrap();
    }
    let job = sample.upload("schools", "a.xlsx", book.save_to_buffer().unwrap()).await;
    assert_eq!(job["status"], "checked", "{job}");
    assert_eq!((&job["counts"]["ok"], &job["counts"]["rejected"]), (&json!(1), &json!(1)), "{job}");
    commit(&sample, &job).await;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, title) in (0..).zip(["姓名", "身份证号", "单位", "备注"]) {
        sheet.write_string(0, column, title).unwrap();
        sheet.write_string(1, column, "张_x0000_三").unwrap();
    }
    let job = sample.upload("roster", "a.xlsx", book.save_to_buffer().unwrap()).await;
    assert_eq!(
        (&job["status"], &job["counts"]["rejected"]),
        (&json!("checked"), &json!(1)),
        "{job}"
    );
}

#[actix_web::test]
async fn an_error_workbook_is_imported_once_its_fault_is_mended() {
    let county = County::new().await;
    let sample = county.sample().await;
    let job = sample.upload("roster", "r.csv", roster("庚小学", 0..3)).await;
    assert_eq!(job["counts"]["rejected"], 3, "{job}");
    let path = format!("/imports/{}/errors.xlsx", job["id"].as_str().unwrap());
    let errors = sample.office.get(&path).await.bytes;
    school(&sample, "庚小学").await;
    let job = sample.upload("roster", "errors.xlsx", errors).await;
    assert_eq!(job["counts"]["created"], 3, "{job} {:?}", rows(&sample, &job).await);
    commit(&sample, &job).await;
}

#[actix_web::test]
async fn an_exported_roster_comes_back_and_changes_nothing() {
    let county = County::new().await;
    let sample = county.sample().await;
    sample.import("schools", "schools.csv").await;
    sample.import("roster", "roster.csv").await;
    let lists = format!("/projects/{}/reports", sample.project);
    for (code, format) in [("roster", "xlsx"), ("roster", "csv"), ("roster_masked", "csv")] {
        let made = sample.office.post(&lists, json!({"code": code, "format": format})).await;
        let made = made.expect(201);
        assert_eq!((&made["rows"], &made["personal"]), (&json!(975), &json!(code == "roster")));
        let path = format!("/reports/{}/content", made["id"].as_str().unwrap());
        let content = sample.office.get(&path).await.bytes;
        let job = sample.upload("roster", &format!("r.{format}"), content.clone()).await;
        let known = if code == "roster" { 975 } else { 0 };
        assert_eq!(job["counts"]["unchanged"], known, "{code}.{format}: {job}");
        assert_eq!(job["counts"]["ok"], known, "{code}.{format}: {job}");
        if code == "roster" {
            sample.office.get(&path).await.refused(410, "link-expired");
        } else {
            let text = String::from_utf8(content).unwrap();
            assert!(text.contains("154****") && !text.contains("220781196404175507"), "{text}");
        }
    }
    let screen = format!("/projects/{}/reports/roster/rows?limit=5", sample.project);
    let shown = sample.office.get(&screen).await.expect(200);
    assert_eq!(shown["items"][0][5], "154****9442", "{shown}");
}

#[actix_web::test]
async fn two_people_may_change_phones_with_each_other() {
    let county = County::new().await;
    let sample = county.sample().await;
    school(&sample, "辛小学").await;
    let job = sample.upload("roster", "r.csv", roster("辛小学", 0..2)).await;
    commit(&sample, &job).await;
    let text = String::from_utf8(roster("辛小学", 0..3)).unwrap();
    let (one, other) = (phone(0), phone(1));
    let text = text.replace(&one, "-").replace(&other, &one).replace(",-,", &format!(",{other},"));
    let job = sample.upload("roster", "r.csv", text.into_bytes()).await;
    let counts = &job["counts"];
    assert_eq!((&counts["updated"], &counts["created"]), (&json!(2), &json!(1)), "{job}");
    commit(&sample, &job).await;
    undo(&sample, &job).await.expect(200);
    let job = sample.upload("roster", "r.csv", roster("辛小学", 0..2)).await;
    assert_eq!(job["counts"]["unchanged"], 2, "{job}");
}
