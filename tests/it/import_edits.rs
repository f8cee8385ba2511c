//! What people change by hand survives the next file, and imports are taken back exactly.

use domain::access::Role;
use serde_json::{Value, json};
use tests::{County, Sample};

const HEADER: &str = "学员编号,姓名,身份证号,手机号,单位,学段,学科,职务";

fn roster(subject: &str, duty: &str) -> Vec<u8> {
    let (id, phone) = (tests::id_number(7), tests::phone(7));
    let school = "扶余市第一实验小学";
    format!("{HEADER}\nA1,李秀英,{id},{phone},{school},小学,{subject},{duty}\n").into_bytes()
}

async fn committed(sample: &Sample<'_>, content: Vec<u8>, terms: &str) -> (Value, Value) {
    let job = sample.upload("roster", "a.csv", content).await;
    assert_eq!(job["status"], "checked", "{job}");
    let id = job["id"].as_str().unwrap();
    let rows = sample.office.get(&format!("/imports/{id}/rows")).await.expect(200);
    let path = format!("/imports/{id}/commit{terms}");
    let done = sample.office.post(&path, json!({})).await.expect(200);
    (done, rows["items"][0].clone())
}

async fn trainee(sample: &Sample<'_>) -> Value {
    let path = format!("/projects/{}/enrollments", sample.project);
    sample.office.get(&path).await.expect(200)["items"][0].clone()
}

#[actix_web::test]
async fn a_change_by_hand_survives_the_next_import_unless_it_is_overridden() {
    let county = County::new().await;
    let sample = county.sample().await;
    sample.import("schools", "schools.csv").await;
    committed(&sample, roster("语文", "教师"), "").await;
    let before = trainee(&sample).await;
    let path = format!("/enrollments/{}", before["id"].as_str().unwrap());
    let version = before["version"].as_i64().unwrap();
    let change = json!({"subject": "数学", "duty": "副校长"});
    sample.office.patch(&path, version, change).await.expect(200);

    let (again, row) = committed(&sample, roster("语文", "教师"), "").await;
    assert_eq!(again["counts"]["unchanged"], 1, "{again}");
    assert!(row["warnings"].as_array().unwrap().contains(&json!("edit_kept")), "{row}");
    assert_eq!(again["counts"]["held"], 1, "{again}");
    let rows = format!("/imports/{}/rows", again["id"].as_str().unwrap());
    for (verdict, found) in [("held", 1), ("warned", 1), ("rejected", 0)] {
        let answer = sample.office.get(&format!("{rows}?verdict={verdict}")).await.expect(200);
        assert_eq!(answer["items"].as_array().unwrap().len(), found, "{verdict}");
    }
    let (newer, row) = committed(&sample, roster("英语", "教师"), "").await;
    assert_eq!(newer["counts"]["unchanged"], 1, "{newer}");
    assert!(row["warnings"].as_array().unwrap().contains(&json!("edit_differs")), "{row}");
    let difference = &row["differences"][0];
    assert_eq!(
        (&difference["field"], &difference["current"], &difference["file"], &difference["new"]),
        (&json!("subject"), &json!("SX"), &json!("YY"), &json!(true))
    );
    assert_eq!(trainee(&sample).await["duty"], "副校长");
    let (taken, _) = committed(&sample, roster("英语", "教师"), "?override_edits=true").await;
    assert_eq!(taken["counts"]["updated"], 1, "{taken}");
    assert_eq!(trainee(&sample).await["duty"], "教师");
    let (last, row) = committed(&sample, roster("英语", "教师"), "").await;
    assert_eq!((&last["counts"]["unchanged"], &row["differences"]), (&json!(1), &json!([])));
}

/// Numbers are kept in hundredths; a verdict shows them as the file writes them.
#[actix_web::test]
async fn a_difference_in_hours_is_told_in_hours() {
    let county = County::new().await;
    let sample = county.sample().await;
    let file = |hours: &str| {
        format!("课程编号,课程名称,学科,学段,模块,学时\nC1,课堂导入,语文,小学,1,{hours}\n")
            .into_bytes()
    };
    let bring = async |hours: &str| {
        let job = sample.upload("catalog", "c.csv", file(hours)).await;
        assert_eq!(job["status"], "checked", "{job}");
        let import = format!("/imports/{}", job["id"].as_str().unwrap());
        let rows = sample.office.get(&format!("{import}/rows")).await.expect(200);
        sample.office.post(&format!("{import}/commit"), json!({})).await.expect(200);
        rows["items"][0].clone()
    };
    bring("1.5").await;
    let list = format!("/projects/{}/courses", sample.project);
    let course = sample.office.get(&list).await.expect(200)["items"][0].clone();
    let path = format!("/courses/{}", course["id"].as_str().unwrap());
    let version = course["version"].as_i64().unwrap_or(1);
    sample.office.patch(&path, version, json!({"hours": 2})).await.expect(200);
    let row = bring("3.5").await;
    let difference = &row["differences"][0];
    assert_eq!(
        (&difference["field"], &difference["current"], &difference["file"]),
        (&json!("hours"), &json!("2"), &json!("3.5")),
        "{row}"
    );
}

#[actix_web::test]
async fn an_import_is_not_undone_over_the_head_of_whoever_changed_its_records_since() {
    let county = County::new().await;
    let sample = county.sample().await;
    sample.import("schools", "schools.csv").await;
    let (first, _) = committed(&sample, roster("语文", "教师"), "").await;
    let (second, _) = committed(&sample, roster("数学", "教师"), "").await;
    let undo = |job: &Value| format!("/imports/{}/undo", job["id"].as_str().unwrap());
    let no = sample.office.post(&undo(&first), json!({})).await.refused(409, "invalid-transition");
    assert_eq!(no["errors"][0]["code"], "imported_since");
    sample.office.post(&undo(&second), json!({})).await.expect(200);
    assert_eq!(trainee(&sample).await["subject"], "YW");
    sample.office.post(&undo(&first), json!({})).await.expect(200);
}

#[actix_web::test]
async fn columns_that_a_file_leaves_out_leave_the_record_alone() {
    let county = County::new().await;
    let sample = county.sample().await;
    sample.import("schools", "schools.csv").await;
    committed(&sample, roster("语文", "教师"), "").await;
    let (id, phone) = (tests::id_number(7), tests::phone(7));
    let text = format!(
        "姓名,身份证号,手机号,单位,学段,学科\n李秀英,{id},{phone},扶余市第一实验小学,小学,语文\n"
    );
    let (done, _) = committed(&sample, text.into_bytes(), "").await;
    assert_eq!(done["counts"]["unchanged"], 1, "{done}");
    assert_eq!(trainee(&sample).await["duty"], "教师");
}

#[actix_web::test]
async fn scores_choices_and_places_are_taken_back_to_what_they_were() {
    let county = County::new().await;
    county.pass(chrono::Duration::days(200));
    let sample = county.sample().await;
    for (kind, name) in [
        ("schools", "schools.csv"),
        ("roster", "roster.csv"),
        ("classes", "classes.csv"),
        ("class_members", "class-members.csv"),
        ("catalog", "catalog.csv"),
    ] {
        sample.import(kind, name).await;
    }
    sample.open_round().await;
    let before = trainee(&sample).await;
    let mut jobs = vec![];
    for (kind, name) in [
        ("workshops", "workshops.csv"),
        ("selections", "selections.csv"),
        ("online_scores", "online-scores.csv"),
        ("practice_scores", "practice-scores.xlsx"),
    ] {
        let job = sample.import(kind, name).await;
        jobs.push((kind, name, job["id"].as_str().unwrap().to_owned(), job["counts"].clone()));
    }
    for (_, _, id, _) in jobs.iter().rev() {
        sample.office.post(&format!("/imports/{id}/undo"), json!({})).await.expect(200);
    }
    let mut after = trainee(&sample).await;
    after["version"] = before["version"].clone();
    assert_eq!(after, before);
    for (kind, name, _, counts) in &jobs {
        let again = sample.import(kind, name).await;
        assert_eq!(&again["counts"], counts, "{kind}");
    }
}

#[actix_web::test]
async fn a_second_county_with_the_same_numbers_and_codes_is_judged_and_not_broken() {
    let county = County::new().await;
    let first = county.sample().await;
    first.import("schools", "schools.csv").await;
    committed(&first, roster("语文", "教师"), "").await;
    let second = county.sample().await;
    let own = "学校标识码,学校名称,乡镇,乡镇代码\n2199990001,榆树市小学,和兴街道,220781001\n合计：1所,,,\n";
    let job = second.upload("schools", "b.csv", own.as_bytes().to_vec()).await;
    let counts = &job["counts"];
    assert_eq!((&counts["ok"], &counts["skipped"]), (&json!(1), &json!(1)), "{job}");
    let path = format!("/imports/{}/commit", job["id"].as_str().unwrap());
    second.office.post(&path, json!({})).await.expect(200);
    let (id, phone) = (tests::id_number(9), tests::phone(9));
    let text = format!("{HEADER}\nA1,王伟,{id},{phone},榆树市小学,小学,语文,\n");
    let (done, _) = committed(&second, text.into_bytes(), "").await;
    assert_eq!(done["counts"]["created"], 1, "{done}");
}

#[actix_web::test]
async fn the_list_shows_what_its_reader_may_open_and_says_what_they_may_import() {
    let county = County::new().await;
    let sample = county.sample().await;
    sample.import("schools", "schools.csv").await;
    sample.import("catalog", "catalog.csv").await;
    let list = format!("/projects/{}/imports", sample.project);
    let team = county.person("项目组").await;
    let team = team.hold(Role::ProjectTeam, Some(sample.project), Some(sample.project)).await;
    let office = county.person("县管理员").await;
    let office = office.hold(Role::CountyAdmin, Some(sample.project), Some(sample.region)).await;
    for (reader, others, mine) in [(&team, "roster", "catalog"), (&office, "catalog", "roster")] {
        let page = reader.get(&list).await.expect(200);
        let kinds = page["kinds"].as_array().unwrap();
        assert!(kinds.contains(&json!(mine)) && !kinds.contains(&json!(others)), "{page}");
        for one in page["items"].as_array().unwrap() {
            assert!(kinds.contains(&one["kind"]), "{one}");
            reader.get(&format!("/imports/{}", one["id"].as_str().unwrap())).await.expect(200);
        }
    }
}
