use domain::access::Role;
use serde_json::{Value, json};
use tests::{County, Person};

fn founding(region: &uuid::Uuid) -> Value {
    json!({
        "code": "FY2021", "name": "提升工程二期", "programme": "itaa_2", "level": "county",
        "region_id": region, "provider": "示例课程机构", "target_headcount": 975,
        "starts_on": "2020-06-01", "ends_on": "2020-12-31",
    })
}

async fn phase(who: &Person<'_>, project: &str, whole: bool) -> Value {
    let mut new = json!({"name": "第一阶段", "starts_on": "2020-06-01", "ends_on": "2020-07-31"});
    if whole {
        new["modules"] = json!([2, 1, 1]);
        new["activities"] = json!(["启动会"]);
        new["grade_components"] = json!(["online"]);
    }
    who.post(&format!("/projects/{project}/phases"), new).await.expect(201)
}

fn id(value: &Value) -> &str {
    value["id"].as_str().expect("an id")
}

#[actix_web::test]
async fn a_project_is_founded_planned_published_run_and_closed() {
    let county = County::new().await;
    let sample = county.sample().await;
    let made = sample.office.post("/projects", founding(&sample.region)).await.expect(201);
    let project = id(&made).to_owned();
    let path = format!("/projects/{project}");
    let shown = sample.office.get(&path).await.expect(200);
    assert_eq!((&shown["status"], &shown["target_headcount"]), (&json!("draft"), &json!(975)));
    let publish = &shown["allowed_actions"][0];
    assert_eq!(
        (&publish["action"], &publish["blocked_by"]),
        (&json!("publish"), &json!("no_phases"))
    );

    let basis = json!({"title": "实施意见", "doc_no": "教师〔2019〕1号", "issuer": "教育部"});
    let basis = sample.office.post(&format!("{path}/policy-bases"), basis).await.expect(201);
    let bare = phase(&sample.office, &project, false).await;
    let no = sample.office.post(&format!("{path}/publications"), json!({})).await;
    let no = no.refused(422, "validation-failed");
    let codes: Vec<&str> =
        no["errors"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(
        codes,
        ["phase_without_modules", "phase_without_activities", "phase_without_grade_components"]
    );
    assert!(no["errors"][0]["detail"].as_str().unwrap().contains("第一阶段"));

    let at = format!("/phases/{}", id(&bare));
    let wrong = json!({"grade_components": ["luck"]});
    let no = sample.office.patch(&at, 1, wrong).await.refused(422, "validation-failed");
    assert_eq!(no["errors"][0]["code"], "grade_component_unknown");
    sample.office.patch(&at, 1, json!({"modules": [5]})).await.refused(422, "validation-failed");
    let late = json!({"ends_on": "2021-01-31"});
    sample.office.patch(&at, 1, late).await.refused(422, "validation-failed");
    let fill = json!({"modules": [1], "activities": ["启动会"], "grade_components": ["online", "offline"]});
    sample.office.patch(&at, 1, fill.clone()).await.expect(200);
    sample.office.patch(&at, 1, fill).await.refused(412, "precondition-failed");
    let done = sample.office.post(&format!("{path}/publications"), json!({})).await.expect(200);
    assert_eq!(done["status"], "published");

    let emptied = sample.office.patch(&at, 2, json!({"modules": []})).await;
    emptied.refused(422, "validation-failed");
    let removal =
        sample.office.ask(actix_web::http::Method::DELETE, &at, None, &[("if-match", "\"2\"")]);
    removal.await.refused(409, "invalid-transition");
    sample.office.delete(&format!("/policy-bases/{}", id(&basis))).await.expect(204);

    let moved = async |to: &str, reason: Option<&str>| {
        let body = json!({"to": to, "reason": reason});
        sample.office.post(&format!("{path}/status-changes"), body).await
    };
    moved("closed", None).await.refused(409, "invalid-transition");
    moved("running", None).await.expect(200);
    moved("closing", None).await.expect(200);
    moved("running", None).await.refused(422, "validation-failed");
    moved("running", Some("补考")).await.expect(200);
    moved("closing", None).await.expect(200);
    moved("closed", None).await.expect(200);
    let shown = sample.office.get(&path).await.expect(200);
    let version = shown["version"].as_i64().unwrap();
    let late = sample.office.patch(&path, version, json!({"name": "改"})).await;
    late.refused(409, "invalid-transition");
}

#[actix_web::test]
async fn a_change_keeps_what_it_leaves_out_and_null_clears() {
    let county = County::new().await;
    let sample = county.sample().await;
    let path = format!("/projects/{}", sample.project);
    let body = json!({"selection_closes_at": "2020-09-01T00:00:00Z", "target_headcount": 980});
    let now = sample.office.patch(&path, 1, body).await.expect(200);
    assert_eq!((&now["target_headcount"], &now["name"]), (&json!(980), &json!("提升工程")));
    assert_eq!(now["selection_closes_at"], "2020-09-01T00:00:00Z");
    let now = sample.office.patch(&path, 2, json!({"name": "新名"})).await.expect(200);
    assert_eq!(now["selection_closes_at"], "2020-09-01T00:00:00Z");
    let now = sample.office.patch(&path, 3, json!({"selection_closes_at": null})).await.expect(200);
    assert_eq!(now["selection_closes_at"], Value::Null);
    let backwards = json!({"ends_on": "2019-01-01"});
    sample.office.patch(&path, 4, backwards).await.refused(422, "validation-failed");
}

#[actix_web::test]
async fn only_its_team_leads_a_project_and_only_teams_and_operators_found_one() {
    let county = County::new().await;
    let sample = county.sample().await;
    let path = format!("/projects/{}", sample.project);
    let admin = county.person("县").await;
    let admin = admin.hold(Role::CountyAdmin, Some(sample.project), Some(sample.region)).await;
    admin.patch(&path, 1, json!({"name": "x"})).await.refused(403, "forbidden");
    admin.post("/projects", founding(&sample.region)).await.refused(403, "forbidden");
    admin.post(&format!("{path}/publications"), json!({})).await.refused(403, "forbidden");
    let stranger = county.person("外").await;
    stranger.patch(&path, 1, json!({"name": "x"})).await.refused(404, "not-found");
    let operator = county.person("运维").await.hold(Role::PlatformOperator, None, None).await;
    let made = operator.post("/projects", founding(&sample.region)).await.expect(201);
    let twice = operator.post("/projects", founding(&sample.region)).await;
    twice.refused(409, "duplicate");
    let path = format!("/projects/{}", id(&made));
    operator.patch(&path, 2, json!({"name": "x"})).await.refused(403, "forbidden");
}
