use domain::access::Role;
use serde_json::{Value, json};
use tests::County;
use uuid::Uuid;

fn names(page: &Value) -> Vec<String> {
    let items = page["items"].as_array().expect("items");
    items.iter().map(|item| item["name"].as_str().expect("a name").to_owned()).collect()
}

#[actix_web::test]
async fn the_county_office_builds_its_towns_and_schools_and_finds_them() {
    let county = County::new().await;
    let sample = county.sample().await;
    let town = json!({"kind": "town", "parent_id": sample.region, "code": "220781101", "name": "三岔河镇"});
    let town = sample.office.post("/organizations", town).await.expect(201);
    for (code, name) in [("2200000002", "第二小学"), ("2200000001", "第一_小学")] {
        let school = json!({"kind": "school", "parent_id": town["id"], "code": code, "name": name,
            "aliases": ["老校区"], "school_type": "小学"});
        let made = sample.office.post("/organizations", school).await;
        assert!(made.header("location").starts_with("/api/v1/organizations/"));
        assert_eq!(made.expect(201)["county_id"], json!(sample.region));
    }
    let twice =
        json!({"kind": "school", "parent_id": town["id"], "code": "2200000001", "name": "x"});
    sample.office.post("/organizations", twice).await.refused(409, "duplicate");

    let all = sample.office.get("/organizations?kind=school").await.expect(200);
    assert_eq!(names(&all), ["第一_小学", "第二小学"]);
    let path = format!("/organizations?parent_id={}&q=_", town["id"].as_str().unwrap());
    assert_eq!(names(&sample.office.get(&path).await.expect(200)), ["第一_小学"]);
    let path = "/organizations?kind=school&q=%E8%80%81%E6%A0%A1&limit=1";
    let first = sample.office.get(path).await.expect(200);
    let next = format!("{path}&cursor={}", first["next_cursor"].as_str().expect("a cursor"));
    let second = sample.office.get(&next).await.expect(200);
    assert_eq!(
        (names(&first), names(&second)),
        (vec!["第一_小学".into()], vec!["第二小学".into()])
    );
    assert_eq!(second["next_cursor"], Value::Null);
}

#[actix_web::test]
async fn a_place_lies_where_its_kind_can_lie() {
    let county = County::new().await;
    let sample = county.sample().await;
    let orphan = json!({"kind": "school", "code": "1", "name": "无"});
    let no = sample.office.post("/organizations", orphan).await.refused(422, "validation-failed");
    assert_eq!(no["errors"][0]["code"], "parent_unknown");
    let nowhere = json!({"kind": "town", "parent_id": Uuid::new_v4(), "code": "1", "name": "无"});
    sample.office.post("/organizations", nowhere).await.refused(422, "validation-failed");
}

#[actix_web::test]
async fn a_school_keeps_its_profile_but_not_its_official_name() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    let admin = county.person("校长").await;
    let admin = admin.hold(Role::SchoolAdmin, Some(sample.project), Some(school)).await;
    let path = format!("/organizations/{school}");
    let seen = admin.get(&path).await;
    assert_eq!(seen.header("etag"), "\"1\"");
    let rename = admin.patch(&path, 1, json!({"name": "名校"})).await;
    rename.refused(403, "field-forbidden");
    let now = admin.patch(&path, 1, json!({"aliases": ["一小"]})).await;
    assert_eq!(now.header("etag"), "\"2\"");
    assert_eq!(now.expect(200)["aliases"], json!(["一小"]));
    admin.patch(&path, 1, json!({"aliases": []})).await.refused(412, "precondition-failed");
    let bare = admin.ask(actix_web::http::Method::PATCH, &path, Some(json!({})), &[]).await;
    bare.refused(428, "precondition-required");
    let other = sample.school("第二小学").await;
    let foreign = admin.patch(&format!("/organizations/{other}"), 1, json!({"aliases": []})).await;
    foreign.refused(403, "forbidden");
    let renamed = sample.office.patch(&path, 2, json!({"name": "实验小学"})).await;
    assert_eq!(renamed.expect(200)["name"], "实验小学");
}

#[actix_web::test]
async fn another_county_does_not_exist() {
    let county = County::new().await;
    let (one, other) = (county.sample().await, county.sample().await);
    let admin = county.person("县").await;
    let admin = admin.hold(Role::CountyAdmin, Some(one.project), Some(one.region)).await;
    let theirs = other.school("第一小学").await;
    admin.get(&format!("/organizations/{theirs}")).await.refused(404, "not-found");
    admin.patch(&format!("/organizations/{theirs}"), 1, json!({})).await.refused(404, "not-found");
    let list = admin.get(&format!("/organizations?county_id={}", other.region)).await.expect(200);
    assert_eq!(list["items"], json!([]));
}

#[actix_web::test]
async fn schools_come_with_their_headcounts() {
    let county = County::new().await;
    let sample = county.sample().await;
    let (one, two) = (sample.school("第一小学").await, sample.school("第二小学").await);
    for number in 0..3 {
        sample.trainee(one, number).await;
    }
    let leaving = sample.trainee(two, 3).await;
    let path = format!("/enrollments/{}/status-changes", leaving["id"].as_str().unwrap());
    sample.office.post(&path, json!({"to": "withdrawn", "reason": "调出"})).await.expect(200);
    let path = format!("/projects/{}/schools", sample.project);
    let all = sample.office.get(&path).await.expect(200);
    let counts: Vec<_> =
        all["items"].as_array().unwrap().iter().map(|one| &one["enrolled"]).collect();
    assert_eq!(counts, [3, 0]);
    let admin = county.person("校长").await;
    let admin = admin.hold(Role::SchoolAdmin, Some(sample.project), Some(two)).await;
    assert_eq!(names(&admin.get(&path).await.expect(200)), ["第二小学"]);
}
