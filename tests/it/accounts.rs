use actix_web::http::Method;
use chrono::Duration;
use domain::access::Role;
use serde_json::json;
use tests::{County, PASSWORD, Person};
use uuid::Uuid;

#[actix_web::test]
async fn who_is_signed_in_sees_themselves() {
    let county = County::new().await;
    let person = county.person("李秀英").await;
    let me = person.get("/me").await.expect(200);
    assert_eq!((me["name"].as_str(), me["appointments"].clone()), (Some("李秀英"), json!([])));
}

#[actix_web::test]
async fn a_token_ends_after_ten_minutes_and_with_its_session() {
    let county = County::new().await;
    let person = county.person("李秀英").await;
    county.pass(Duration::seconds(590));
    person.get("/me").await.expect(200);
    county.pass(Duration::seconds(30));
    person.get("/me").await.refused(401, "unauthenticated");
    let again = county.signed_in(person.id, person.session);
    again.delete("/sessions/current").await.expect(204);
    again.get("/me").await.refused(401, "unauthenticated");
}

#[actix_web::test]
async fn a_wrong_password_and_an_unknown_name_get_the_same_answer() {
    let county = County::new().await;
    let known = county.person("李秀英").await;
    let mut answers = vec![];
    for login in [known.id.to_string(), "nobody".to_owned()] {
        let guess = json!({"login": login, "password": "wrong"});
        let answer = county.nobody().post("/sessions", guess).await;
        let mut body = answer.refused(401, "invalid-credentials");
        body["request_id"] = json!("");
        answers.push(body);
    }
    assert_eq!(answers[0], answers[1]);
}

#[actix_web::test]
async fn the_sixth_guess_has_to_wait() {
    let county = County::new().await;
    let guess = json!({"login": "FY0001", "password": "wrong"});
    for _ in 0..5 {
        county.nobody().post("/sessions", guess.clone()).await.refused(401, "invalid-credentials");
    }
    let sixth = county.nobody().post("/sessions", guess.clone()).await;
    assert_eq!(sixth.header("retry-after"), "59");
    sixth.refused(429, "too-many-attempts");
    county.pass(Duration::seconds(61));
    county.nobody().post("/sessions", guess).await.refused(401, "invalid-credentials");
}

#[actix_web::test]
async fn an_unreadable_body_names_what_is_wrong() {
    let county = County::new().await;
    let nobody = county.nobody();
    nobody.post("/sessions", json!({"login": "x"})).await.refused(422, "validation-failed");
    let extra = json!({"login": "x", "password": "y", "is_admin": true});
    let unknown = nobody.post("/sessions", extra).await.refused(422, "validation-failed");
    assert_eq!(unknown["errors"][0]["pointer"], "/is_admin");
    let empty = nobody.post("/sessions", json!({"login": "", "password": "y"})).await;
    assert_eq!(empty.refused(422, "validation-failed")["errors"][0]["pointer"], "/login");
    nobody.post("/sessions", json!(["x", "y"])).await.refused(422, "validation-failed");
    let send = |kind, body: &str| {
        nobody.send(Method::POST, "/sessions", Some(kind), body.as_bytes().to_vec(), &[])
    };
    send("text/plain", "{}").await.refused(415, "unsupported-media-type");
    send("application/json", "{").await.refused(400, "malformed-request");
}

#[actix_web::test]
async fn unknown_paths_and_wrong_methods_are_problems_too() {
    let county = County::new().await;
    county.nobody().get("/nowhere").await.refused(404, "not-found");
    let wrong = county.nobody().ask(Method::PATCH, "/sessions", None, &[]).await;
    assert_eq!(wrong.header("allow"), "GET, HEAD, OPTIONS, POST");
    wrong.refused(405, "method-not-allowed");
    county.person("李").await.delete("/sessions/not-a-uuid").await.refused(404, "not-found");
}

#[actix_web::test]
async fn a_session_of_somebody_else_does_not_exist() {
    let county = County::new().await;
    let (one, other) = (county.person("甲").await, county.person("乙").await);
    let foreign = one.delete(&format!("/sessions/{}", other.session)).await;
    let foreign = foreign.refused(404, "not-found");
    let missing = one.delete(&format!("/sessions/{}", Uuid::new_v4())).await;
    assert_eq!(foreign["detail"], missing.refused(404, "not-found")["detail"]);
    other.get("/me").await.expect(200);
}

/// Signs in by password, and tells the role that one finds oneself in.
async fn begins_as<'a>(county: &'a County, person: &Person<'_>) -> (Person<'a>, String) {
    let given = json!({"login": "FY9001", "password": PASSWORD});
    let opened = county.nobody().post("/sessions", given).await.expect(201);
    let session = opened["session_id"].as_str().unwrap().parse().unwrap();
    let person = county.signed_in(person.id, session);
    let me = person.get("/me").await.expect(200);
    let held = me["appointments"].as_array().unwrap().iter();
    let mut held = held.filter(|one| one["id"] == me["active_appointment_id"]);
    let role = held.next().map_or("trainee", |one| one["role"].as_str().unwrap()).to_owned();
    (person, role)
}

#[actix_web::test]
async fn signing_in_leads_to_the_highest_duty_and_then_to_the_role_of_last_time() {
    let county = County::new().await;
    let sample = county.sample().await;
    let project = Some(sample.project);
    let person = county.person("云欣畅").await;
    let person = person.hold(Role::WorkshopLeader, project, Some(Uuid::new_v4())).await;
    let person = person.hold(Role::SchoolAdmin, project, Some(sample.region)).await;
    let hash = county.state.services.passwords.hash(PASSWORD, &[]).await.unwrap();
    person.can_sign_in("FY9001", &hash).await;
    county.pass(Duration::seconds(2));
    let (signed_in, role) = begins_as(&county, &person).await;
    assert_eq!(role, "school_admin");
    let me = signed_in.get("/me").await.expect(200);
    let all = me["appointments"].as_array().unwrap().iter();
    let leader = all.clone().find(|one| one["role"] == "workshop_leader").unwrap();
    let wish = json!({"appointment_id": leader["id"]});
    signed_in.ask(Method::PUT, "/me/active-appointment", Some(wish), &[]).await.expect(204);
    county.pass(Duration::seconds(2));
    assert_eq!(begins_as(&county, &person).await.1, "workshop_leader");
}
