use std::collections::BTreeMap;

use actix_web::http::Method;
use serde_json::{Value, json};
use tests::{County, file, id_of};
use uuid::Uuid;

fn expected() -> Value {
    let all: Value = serde_json::from_slice(&file("expected-public.json")).expect("JSON");
    all["catalog"].clone()
}

#[actix_web::test]
async fn the_lists_name_fifteen_subjects_in_both_languages_to_anybody() {
    let county = County::new().await;
    let lists = county.nobody().get("/reference").await.expect(200);
    assert_eq!(lists["subjects"].as_array().unwrap().len(), 15);
    assert_eq!(lists["themes"].as_array().unwrap().len(), 27);
    let math = &lists["subjects"][1];
    assert_eq!(math["label"], json!({"zh": "数学", "en": "Mathematics"}));
    assert_eq!(
        (&math["family"], &math["stages"]),
        (&json!("math"), &json!(["primary", "junior", "senior"]))
    );
    assert_eq!(lists["modules"].as_array().unwrap().len(), 4);
}

#[actix_web::test]
async fn only_the_subjects_that_somebody_teaches_need_their_hours() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    sample.trainee(school, 1).await;
    let path = format!("/projects/{}/catalog-audit", sample.project);
    let audit = sample.office.get(&path).await.expect(200);
    assert_eq!((&audit["short_subjects"], &audit["passed"]), (&json!(["YW"]), &json!(false)));
    assert_eq!(audit["subjects"].as_array().unwrap().len(), 15);
}

#[actix_web::test]
async fn the_sample_catalogue_comes_to_its_hours_and_is_then_published() {
    let county = County::new().await;
    let sample = county.sample().await;
    let path = format!("/projects/{}", sample.project);
    let publish = format!("{path}/catalog-publications");
    let short = sample.office.post(&publish, json!({})).await.refused(409, "invalid-transition");
    assert_eq!(short["errors"].as_array().unwrap().len(), 15);
    assert_eq!(short["errors"][0]["code"], "subject_hours_too_few");
    sample.import("catalog", "catalog.csv").await;
    let audit = sample.office.get(&format!("{path}/catalog-audit")).await.expect(200);
    let wanted = expected();
    assert_eq!((&audit["courses"], &audit["passed"]), (&wanted["courses"], &json!(true)));
    let lists = county.nobody().get("/reference").await.expect(200);
    let names: BTreeMap<&str, &str> = lists["subjects"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["code"].as_str().unwrap(), one["label"]["zh"].as_str().unwrap()))
        .collect();
    for line in audit["subjects"].as_array().unwrap() {
        let name = names[line["subject"].as_str().unwrap()];
        assert_eq!(line["hours"].as_f64(), wanted["hours_by_subject"][name].as_f64(), "{name}");
    }
    for line in audit["modules"].as_array().unwrap() {
        let number = line["module"].to_string();
        assert_eq!(line["hours"].as_f64(), wanted["hours_by_module"][&number].as_f64());
    }
    sample.office.post(&publish, json!({})).await.expect(201);
    let again = sample.office.post(&publish, json!({})).await.refused(409, "invalid-transition");
    assert_eq!(again["errors"][0]["code"], "catalog_published");
}

#[actix_web::test]
async fn every_course_is_on_exactly_one_page_however_it_is_sorted() {
    let county = County::new().await;
    let sample = county.sample().await;
    sample.import("catalog", "catalog.csv").await;
    for sort in ["code", "-code", "hours", "-hours", "title", "-title"] {
        let (mut seen, mut cursor) = (vec![], String::new());
        loop {
            let path =
                format!("/projects/{}/courses?limit=200&sort={sort}{cursor}", sample.project);
            let page = sample.office.get(&path).await.expect(200);
            seen.extend(page["items"].as_array().unwrap().iter().map(id_of));
            let Some(next) = page["next_cursor"].as_str() else { break };
            cursor = format!("&cursor={next}");
        }
        assert_eq!(seen.len(), 840, "{sort}");
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 840, "{sort}");
    }
}

#[actix_web::test]
async fn facets_tell_what_each_value_would_leave() {
    let county = County::new().await;
    let sample = county.sample().await;
    sample.import("catalog", "catalog.csv").await;
    let path = format!("/projects/{}/courses?limit=1&include=facets", sample.project);
    let all = sample.office.get(&path).await.expect(200);
    assert_eq!(all["total"], 840);
    let stages: i64 = all["facets"]["stage"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["courses"].as_i64().unwrap())
        .sum();
    assert_eq!(stages, 840);
    let chinese =
        sample.office.get(&format!("{path}&subject=YW&suits=junior&module=2")).await.expect(200);
    let of_subject = chinese["facets"]["subject"].as_array().unwrap();
    assert_eq!(of_subject.len(), 15, "its own filter does not narrow a facet");
    let own = of_subject.iter().find(|one| one["value"] == "YW").unwrap();
    assert_eq!(own["courses"], chinese["total"]);
    let found = sample.office.get(&format!("{path}&q=100%25")).await.expect(200);
    assert_eq!(found["total"], 0, "a percent sign is text, not a pattern");
}

#[actix_web::test]
async fn the_project_team_edits_courses_and_nobody_else() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.found_school("一中").await;
    let teacher = sample.enroll("FY1", "YW", school).await;
    let courses = format!("/projects/{}/courses", sample.project);
    let body = json!({"code": "YW-1", "title": "导入", "subject": "YW", "stage": "junior",
        "module": 3, "hours": 2.5, "theme_code": "T11"});
    let made = sample.office.post(&courses, body.clone()).await.expect(201);
    let twice = sample.office.post(&courses, body.clone()).await.refused(409, "duplicate");
    assert_eq!(twice["errors"][0]["code"], "duplicate_course_code");
    for (field, value, code) in [
        ("hours", json!(0.3), "hours_invalid"),
        ("subject", json!("QQ"), "subject_unknown"),
        ("theme_code", json!("T99"), "theme_unknown"),
        ("stage", json!("vocational"), "stage_unknown"),
    ] {
        let mut wrong = body.clone();
        wrong[field] = value;
        let refused = sample.office.post(&courses, wrong).await.refused(422, "validation-failed");
        assert_eq!(refused["errors"][0]["code"], code, "{refused}");
        assert_eq!(refused["errors"][0]["pointer"], format!("/{field}"));
    }
    teacher.person.post(&courses, body).await.refused(403, "forbidden");
    county.person("外人").await.get(&courses).await.refused(404, "not-found");
    let path = format!("/courses/{}", id_of(&made));
    let change = json!({"hours": 3});
    let blind = sample.office.ask(Method::PATCH, &path, Some(change.clone()), &[]).await;
    blind.refused(428, "precondition-required");
    sample.office.patch(&path, 7, change.clone()).await.refused(412, "precondition-failed");
    let changed = sample.office.patch(&path, 1, change).await;
    assert_eq!(changed.header("etag"), "\"2\"");
    assert_eq!(changed.expect(200)["hours"], 3);
    let withdraw = format!("{path}/withdrawals");
    sample.office.post(&withdraw, json!({})).await.refused(422, "validation-failed");
    let gone = sample.office.post(&withdraw, json!({"reason": "版权到期"})).await.expect(200);
    assert_eq!(
        (&gone["status"], &gone["withdrawal_reason"]),
        (&json!("withdrawn"), &json!("版权到期"))
    );
    assert_eq!(gone["allowed_actions"][0]["allowed"], false);
    sample
        .office
        .post(&withdraw, json!({"reason": "再次"}))
        .await
        .refused(409, "invalid-transition");
}

#[actix_web::test]
async fn trainees_see_the_catalogue_once_it_is_published_and_a_provider_its_own() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.found_school("一中").await;
    let teacher = sample.enroll("FY1", "YW", school).await;
    let foreign = json!({"code": "X-1", "title": "他家课程", "subject": "YW", "stage": "general",
        "module": 1, "hours": 1, "provider": "另一机构"});
    let courses = format!("/projects/{}/courses", sample.project);
    let foreign = id_of(&sample.office.post(&courses, foreign).await.expect(201));
    let path = format!("{courses}?include=total");
    assert_eq!(teacher.person.get(&path).await.expect(200)["total"], 0);
    teacher.person.get(&format!("/courses/{foreign}")).await.refused(404, "not-found");
    sample.publish_catalog(None).await;
    assert_eq!(teacher.person.get(&path).await.expect(200)["total"], 841);
    teacher.person.get(&format!("/courses/{foreign}")).await.expect(200);
    let provider = sample.provider(&["catalog:write"]).await;
    assert_eq!(provider.get(&path).await.expect(200)["total"], 840);
    provider.get(&format!("/courses/{foreign}")).await.refused(404, "not-found");
    let withdraw = format!("/courses/{foreign}/withdrawals");
    provider.post(&withdraw, json!({"reason": "x"})).await.refused(404, "not-found");
    let own = json!({"code": "P-1", "title": "本家课程", "subject": "YW", "stage": "general",
        "module": 1, "hours": 1});
    provider.post(&courses, own.clone()).await.expect(201);
    let reader = sample.provider(&["learning-results:write"]).await;
    let refused = reader.post(&courses, own).await.refused(403, "forbidden");
    assert_eq!(refused["errors"][0]["code"], "scope_missing");
    county
        .person("外人")
        .await
        .get(&format!("/courses/{}", Uuid::new_v4()))
        .await
        .refused(404, "not-found");
}
