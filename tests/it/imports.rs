use domain::access::Role;
use serde_json::{Value, json};
use tests::{County, file};

fn expected() -> Value {
    serde_json::from_slice(&file("expected-public.json")).expect("JSON")
}

#[actix_web::test]
async fn the_dirty_sample_is_judged_row_by_row() {
    let county = County::new().await;
    let sample = county.sample().await;
    sample.import("schools", "schools.csv").await;
    let name = "roster-dirty-sample.csv";
    let checked = sample.upload("roster", name, file(name)).await;
    let wanted = &expected()["roster_dirty_sample"];
    for key in ["rows", "ok", "rejected", "skipped"] {
        assert_eq!(checked["counts"][key], wanted[key], "{key}: {checked}");
    }
    let path = format!("/imports/{}/rows?limit=200", checked["id"].as_str().unwrap());
    let rows = sample.office.get(&path).await.expect(200);
    let rows = rows["items"].as_array().unwrap();
    for verdict in wanted["verdicts"].as_array().unwrap() {
        let row = rows.iter().find(|row| row["line"] == verdict["line"]).expect("a row");
        match verdict["verdict"].as_str().unwrap() {
            "ok" => assert_eq!((&row["verdict"], &row["codes"]), (&json!("ok"), &json!([]))),
            code => assert!(row["codes"].as_array().unwrap().contains(&json!(code)), "{row}"),
        }
        let warnings = row["warnings"].as_array().unwrap();
        match verdict["warning"].as_str() {
            Some(warning) => assert_eq!(warnings, &[json!(warning)], "{row}"),
            None => assert!(warnings.is_empty() || row["verdict"] != "ok", "{row}"),
        }
    }
}

#[actix_web::test]
async fn the_whole_county_comes_in_with_its_numbers_and_twice_changes_nothing() {
    let county = County::new().await;
    county.pass(chrono::Duration::days(200));
    let sample = county.sample().await;
    let files = [
        ("schools", "schools.csv", 40),
        ("roster", "roster.xlsx", 975),
        ("classes", "classes.csv", 25),
        ("class_members", "class-members.csv", 975),
        ("workshops", "workshops.csv", 120),
        ("staff", "staff.csv", 192),
        ("catalog", "catalog.csv", 840),
        ("selections", "selections.csv", 13_086),
        ("online_progress", "online-progress.jsonl", 15_631),
        ("online_scores", "online-scores.csv", 0),
        ("practice_scores", "practice-scores.xlsx", 975),
    ];
    sample.open_round().await;
    for (kind, name, rows) in files {
        let done = sample.import(kind, name).await;
        let counts = &done["counts"];
        // Two of the project's own team and the operator are not the office's to appoint.
        let above = if kind == "staff" { 3 } else { 0 };
        assert_eq!(counts["rejected"], above, "{name}: {done}");
        if rows > 0 {
            assert_eq!(counts["rows"], rows, "{name}: {done}");
        }
        let again = sample.upload(kind, name, file(name)).await;
        assert_eq!(again["counts"]["unchanged"], counts["ok"], "{name}: {again}");
        assert_eq!(again["counts"]["rejected"], above, "{name}: {again}");
    }
    let csv = sample.upload("roster", "roster.csv", file("roster.csv")).await;
    assert_eq!(csv["counts"]["unchanged"], 975, "{csv}");
}

#[actix_web::test]
async fn the_list_of_imports_names_the_kinds_that_one_may_import() {
    let county = County::new().await;
    let sample = county.sample().await;
    let path = format!("/projects/{}/imports?limit=1", sample.project);
    let kinds = async |role, scope| {
        let person = county.person("某人").await.hold(role, Some(sample.project), scope).await;
        person.get(&path).await.expect(200)["kinds"].clone()
    };
    let school = sample.school_in("甲校", None).await;
    assert_eq!(
        kinds(Role::CountyAdmin, Some(sample.region)).await,
        json!([
            "schools",
            "roster",
            "classes",
            "class_members",
            "workshops",
            "staff",
            "selections",
            "practice_scores"
        ])
    );
    assert_eq!(
        kinds(Role::ProjectTeam, Some(sample.project)).await,
        json!(["catalog", "selections", "online_progress", "online_scores", "homework"])
    );
    assert_eq!(
        kinds(Role::SchoolAdmin, Some(school)).await,
        json!(["schools", "roster", "classes", "class_members", "workshops", "staff"])
    );
}

#[actix_web::test]
async fn a_refused_file_says_why_and_changes_nothing() {
    let county = County::new().await;
    let sample = county.sample().await;
    let cases: [(&str, &[u8], &str); 7] = [
        ("a.xlsx", b"PK\x03\x04 nothing", "corrupt_file"),
        ("a.csv", "甲,乙\n1,2\n".as_bytes(), "no_header"),
        ("a.csv", "姓名,身份证号,单位\n".as_bytes(), "no_rows"),
        ("a.csv", "姓名,身份证号,单位\n,,\n,,合计\n".as_bytes(), "no_rows"),
        ("a.csv", "姓名,身份证号,单位,姓 名\n甲,1,乙,丙\n".as_bytes(), "duplicate_column"),
        ("a.csv", "姓名,身份证号,单位,其他,其他\n,,,,\n".as_bytes(), "no_rows"),
        ("a.pdf", b"%PDF-1.7", "unsupported_format"),
    ];
    for (name, content, code) in cases {
        let refused = sample.upload("roster", name, content.to_vec()).await;
        assert_eq!(
            (&refused["status"], &refused["problem"]["code"]),
            (&json!("refused"), &json!(code)),
            "{}: {refused}",
            String::from_utf8_lossy(content)
        );
        let path = format!("/imports/{}/commit", refused["id"].as_str().unwrap());
        sample.office.post(&path, json!({})).await.refused(409, "invalid-transition");
    }
}

#[actix_web::test]
async fn a_commit_can_be_undone_while_nothing_depends_on_it() {
    let county = County::new().await;
    let sample = county.sample().await;
    let schools = sample.import("schools", "schools.csv").await;
    let roster = sample.import("roster", "roster.csv").await;
    let undo = |job: &Value| format!("/imports/{}/undo", job["id"].as_str().unwrap());
    let early = sample.office.post(&undo(&schools), json!({})).await;
    let early = early.refused(409, "invalid-transition");
    assert_eq!(early["errors"][0]["code"], "import_in_use");
    sample.office.post(&undo(&roster), json!({})).await.expect(200);
    sample.office.post(&undo(&schools), json!({})).await.expect(200);
    let again = sample.import("schools", "schools.csv").await;
    assert_eq!(again["counts"]["created"], 40);
    sample.office.post(&undo(&roster), json!({})).await.refused(409, "invalid-transition");
}

#[actix_web::test]
async fn rejected_rows_come_back_as_a_workbook_with_reasons() {
    let county = County::new().await;
    let sample = county.sample().await;
    sample.import("schools", "schools.csv").await;
    let name = "roster-dirty-sample.csv";
    let checked = sample.upload("roster", name, file(name)).await;
    let path = format!("/imports/{}/errors.xlsx", checked["id"].as_str().unwrap());
    let workbook = sample.office.get(&path).await;
    assert_eq!(workbook.status.as_u16(), 200);
    assert!(workbook.bytes.starts_with(b"PK"));
    let template = sample.office.get("/import-templates/roster").await;
    assert!(template.bytes.starts_with(b"PK"));
}
