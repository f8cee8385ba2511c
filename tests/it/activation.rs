use chrono::Duration;
use domain::access::Role;
use serde_json::{Value, json};
use tests::{County, Sample, phone};
use uuid::Uuid;

const NEW: &str = "a long enough secret";

async fn sheet(sample: &Sample<'_>, school: Uuid) -> Value {
    let path = format!("/projects/{}/activation-codes", sample.project);
    sample.office.post(&path, json!({"school_id": school})).await.expect(200)
}

#[actix_web::test]
async fn a_trainee_signs_in_the_first_time_with_the_paper_code() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    sample.trainee(school, 1).await;
    let sheet = sheet(&sample, school).await;
    let line = &sheet["items"][0];
    let (login, code) = (line["login"].as_str().unwrap(), line["code"].as_str().unwrap());
    assert_eq!((login, code.len()), ("T000001", 16));

    let nobody = county.nobody();
    let check = json!({"login": login, "code": code});
    let seen = nobody.post("/activation-checks", check.clone()).await.expect(200);
    assert_eq!(
        seen["places"][0],
        json!({"trainee_no": "T000001", "school_name": "第一小学", "stage": "primary",
            "subject": "YW", "subject_name": "语文"})
    );
    let wrong = json!({"login": login, "code": "AAAAAAAAAAAAAAAA"});
    nobody.post("/activation-checks", wrong).await.refused(401, "invalid-credentials");
    let start = |consent: bool| json!({"login": login, "code": code, "new_password": NEW, "consent": consent});
    nobody.post("/activations", start(false)).await.refused(422, "validation-failed");
    let session = nobody.post("/activations", start(true)).await.expect(201);
    nobody.post("/activations", start(true)).await.refused(401, "invalid-credentials");
    nobody.post("/activation-checks", check).await.refused(401, "invalid-credentials");

    let me = county.signed_in(
        session["person_id"].as_str().unwrap().parse().unwrap(),
        session["session_id"].as_str().unwrap().parse().unwrap(),
    );
    let path = format!("/projects/{}/enrollments", sample.project);
    let own = me.get(&path).await.expect(200);
    assert_eq!(own["total"], 1);
    assert_ne!(own["items"][0]["activated_at"], Value::Null);
    let shown = sample.office.get(&format!("/projects/{}", sample.project)).await.expect(200);
    assert_eq!((&shown["enrolled"], &shown["activated"]), (&json!(1), &json!(1)));
    let again = json!({"login": phone(1), "password": NEW});
    nobody.post("/sessions", again).await.expect(201);
}

#[actix_web::test]
async fn a_code_runs_out_and_a_newer_one_ends_it() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    sample.trainee(school, 1).await;
    let code = |sheet: &Value| json!({"login": "T000001", "code": sheet["items"][0]["code"].as_str().unwrap()});
    let first = code(&sheet(&sample, school).await);
    let second = code(&sheet(&sample, school).await);
    let check = async |body: Value| county.nobody().post("/activation-checks", body).await;
    check(first).await.refused(401, "invalid-credentials");
    check(second.clone()).await.expect(200);
    county.pass(Duration::hours(73));
    check(second).await.refused(401, "invalid-credentials");
}

#[actix_web::test]
async fn a_repeated_request_gets_the_same_sheet_though_it_is_kept_sealed() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    sample.trainee(school, 1).await;
    let path = format!("/projects/{}/activation-codes", sample.project);
    let ask = async || {
        let body = Some(json!({"school_id": school}));
        sample
            .office
            .ask(actix_web::http::Method::POST, &path, body, &[("idempotency-key", "k")])
            .await
    };
    let first = ask().await.expect(200);
    let second = ask().await;
    assert_eq!(second.header("idempotency-replayed"), "true");
    assert_eq!(second.expect(200), first);
}

#[actix_web::test]
async fn codes_are_made_within_the_own_scope_and_never_for_peers_or_superiors() {
    let county = County::new().await;
    let sample = county.sample().await;
    let (one, two) = (sample.school("第一小学").await, sample.school("第二小学").await);
    let (mine, theirs) = (sample.trainee(one, 1).await, sample.trainee(two, 2).await);
    let admin = county.person("校长").await;
    let admin = admin.hold(Role::SchoolAdmin, Some(sample.project), Some(one)).await;
    let path = format!("/projects/{}/activation-codes", sample.project);
    admin.post(&path, json!({"school_id": two})).await.refused(404, "not-found");
    let foreign = json!({"enrollment_ids": [mine["id"], theirs["id"]]});
    admin.post(&path, foreign).await.refused(422, "validation-failed");
    admin.post(&path, json!({})).await.refused(422, "validation-failed");
    let grant = json!({"person_id": mine["person_id"], "role": "school_admin", "scope_id": one,
        "title": "副校长"});
    let appointments = format!("/projects/{}/appointments", sample.project);
    sample.office.post(&appointments, grant).await.expect(201);
    let left = admin.post(&path, json!({"school_id": one})).await.expect(200);
    assert_eq!((&left["items"], &left["left_out"][0]["code"]), (&json!([]), &json!("not_above")));
    let reset = format!("/persons/{}/reset-codes", mine["person_id"].as_str().unwrap());
    admin.post(&reset, json!({})).await.refused(403, "forbidden");
    sample.office.post(&reset, json!({})).await.expect(200);
    let own = format!("/persons/{}/reset-codes", admin.id);
    admin.post(&own, json!({})).await.refused(403, "self-dealing");
    let reset = format!("/persons/{}/reset-codes", theirs["person_id"].as_str().unwrap());
    admin.post(&reset, json!({})).await.refused(404, "not-found");
}

#[actix_web::test]
async fn a_reset_code_sets_a_new_password_and_ends_the_old_sessions() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    let made = sample.trainee(school, 1).await;
    let line = sheet(&sample, school).await["items"][0].clone();
    let start = |code: &Value, password: &str| json!({"login": "T000001", "code": code, "new_password": password, "consent": true});
    let nobody = county.nobody();
    let session = nobody.post("/activations", start(&line["code"], NEW)).await.expect(201);
    let person: Uuid = session["person_id"].as_str().unwrap().parse().unwrap();
    let old = county.signed_in(person, session["session_id"].as_str().unwrap().parse().unwrap());
    old.get("/me").await.expect(200);
    let path = format!("/persons/{}/reset-codes", made["person_id"].as_str().unwrap());
    let reset = sample.office.post(&path, json!({})).await.expect(200);
    nobody.post("/activations", start(&reset["code"], "another long secret")).await.expect(201);
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    old.get("/me").await.refused(401, "unauthenticated");
    let stale = json!({"login": "T000001", "password": NEW});
    nobody.post("/sessions", stale).await.refused(401, "invalid-credentials");
}

#[actix_web::test]
async fn an_administrator_signs_a_trainee_out_everywhere() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    let stranger = county.person("外").await;
    let leader = county.person("坊主").await;
    let leader = leader.hold(Role::SchoolAdmin, Some(sample.project), Some(school)).await;
    leader.get("/me").await.expect(200);
    let path = format!("/persons/{}/session-revocations", leader.id);
    let body = json!({"reason": "手机丢失"});
    stranger.post(&path, body.clone()).await.refused(404, "not-found");
    leader.post(&path, body.clone()).await.refused(403, "self-dealing");
    assert_eq!(sample.office.post(&path, body).await.expect(200)["ended"], 1);
    leader.get("/me").await.refused(401, "unauthenticated");
}
