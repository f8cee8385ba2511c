use chrono::Duration;
use domain::access::Role;
use serde_json::{Value, json};
use tests::{County, Person, Sample};
use uuid::Uuid;

fn at(value: &Value, what: &str) -> String {
    format!("/appointments/{}/{what}", value["id"].as_str().expect("an id"))
}

async fn give(who: &Person<'_>, project: Uuid, body: Value) -> tests::Answer {
    who.post(&format!("/projects/{project}/appointments"), body).await
}

async fn administrator(sample: &Sample<'_>, school: Uuid, staff_no: &str) -> Value {
    let body = json!({"person": {"name": "王芳", "staff_no": staff_no}, "role": "school_admin",
        "scope_id": school, "title": "副校长"});
    give(&sample.office, sample.project, body).await.expect(201)
}

#[actix_web::test]
async fn the_county_appoints_a_school_s_administrator_with_their_office() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    let made = administrator(&sample, school, "gz001").await;
    assert_eq!((&made["scope_name"], &made["status"]), (&json!("第一小学"), &json!("active")));
    assert_eq!(made["scope_kind"], "school");
    let untitled = json!({"person": {"name": "王芳", "staff_no": "gz002"}, "role": "school_admin",
        "scope_id": school});
    let no = give(&sample.office, sample.project, untitled).await.refused(422, "validation-failed");
    assert_eq!(no["errors"][0]["code"], "title_required");
    let twice = json!({"person_id": made["person_id"], "role": "school_admin",
        "scope_id": school, "title": "副校长"});
    give(&sample.office, sample.project, twice).await.refused(409, "duplicate");
    let taken = json!({"person": {"name": "李丽", "staff_no": "GZ001"}, "role": "school_admin",
        "scope_id": school, "title": "校长"});
    let no = give(&sample.office, sample.project, taken).await.refused(409, "duplicate");
    assert_eq!(no["errors"][0]["code"], "login_taken");
    for (person, code) in [
        (json!({"name": "王芳"}), "login_needed"),
        (json!({"name": "王1", "staff_no": "g"}), "name_invalid"),
        (json!({"name": "王芳", "phone": "12"}), "phone_format"),
    ] {
        let body = json!({"person": person, "role": "school_admin", "scope_id": school,
            "title": "校长"});
        let no = give(&sample.office, sample.project, body).await.refused(422, "validation-failed");
        assert_eq!(no["errors"][0]["code"], code);
    }
    let nobody = json!({"person_id": Uuid::new_v4(), "role": "school_admin", "scope_id": school,
        "title": "校长"});
    let no = give(&sample.office, sample.project, nobody).await.refused(422, "validation-failed");
    assert_eq!(no["errors"][0]["code"], "person_unknown");
}

#[actix_web::test]
async fn an_expert_needs_a_subject_and_an_auditor_stands_alone() {
    let county = County::new().await;
    let sample = county.sample().await;
    let expert = |no: &str, subject: Option<&str>| {
        json!({"person": {"name": "王芳", "staff_no": no}, "role": "subject_expert",
            "subject": subject})
    };
    let no = give(&sample.office, sample.project, expert("e1", None)).await;
    assert_eq!(no.refused(422, "validation-failed")["errors"][0]["code"], "subject_unknown");
    let made = give(&sample.office, sample.project, expert("e1", Some("YW"))).await.expect(201);
    assert_eq!((&made["scope_id"], &made["subject"]), (&json!(sample.region), &json!("YW")));
    let both = json!({"person_id": made["person_id"], "role": "auditor"});
    let no = give(&sample.office, sample.project, both).await.refused(409, "invalid-transition");
    assert_eq!(no["errors"][0]["code"], "auditor_independent");
    let auditor = json!({"person": {"name": "李丽", "staff_no": "a1"}, "role": "auditor"});
    let auditor = give(&sample.office, sample.project, auditor).await.expect(201);
    let also =
        json!({"person_id": auditor["person_id"], "role": "subject_expert", "subject": "SX"});
    give(&sample.office, sample.project, also).await.refused(409, "invalid-transition");
}

#[actix_web::test]
async fn roles_are_listed_as_far_as_one_may_see_them() {
    let county = County::new().await;
    let sample = county.sample().await;
    let (one, two) = (sample.school("第一小学").await, sample.school("第二小学").await);
    let first = administrator(&sample, one, "g1").await;
    administrator(&sample, two, "g2").await;
    let path = format!("/projects/{}/appointments", sample.project);
    let count = async |who: &Person<'_>, query: &str| {
        let page = who.get(&format!("{path}{query}")).await.expect(200);
        page["items"].as_array().unwrap().len()
    };
    assert_eq!(count(&sample.office, "").await, 4);
    assert_eq!(count(&sample.office, "?role=school_admin").await, 2);
    assert_eq!(count(&sample.office, &format!("?scope_id={one}")).await, 1);
    assert_eq!(count(&sample.office, "?q=%E7%8E%8B").await, 2);
    assert_eq!(count(&sample.office, "?status=future").await, 0);
    let admin = county.person("校长").await;
    let admin = admin.hold(Role::SchoolAdmin, Some(sample.project), Some(one)).await;
    assert_eq!(count(&admin, "").await, 2);
    let expert = county.person("专家").await;
    let expert = expert
        .hold_subject(Role::SubjectExpert, Some(sample.project), Some(sample.region), Some("YW"))
        .await;
    assert_eq!(count(&expert, "").await, 1);
    let hidden = format!("/appointments/{}", first["id"].as_str().unwrap());
    expert.get(&hidden).await.refused(404, "not-found");
    let seen = sample.office.get(&hidden).await;
    assert_eq!(seen.header("etag"), "\"1\"");
    let actions = &seen.expect(200)["allowed_actions"];
    assert_eq!(actions[0], json!({"action": "end", "allowed": true, "needs_reason": true}));
    county.person("外").await.get(&path).await.refused(404, "not-found");
}

#[actix_web::test]
async fn a_role_is_suspended_taken_up_again_and_ended_with_a_reason() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    let made = administrator(&sample, school, "g1").await;
    let reason = json!({"reason": "借调"});
    let hold = sample.office.post(&at(&made, "suspensions"), reason.clone()).await.expect(200);
    assert_eq!(hold["status"], "suspended");
    let again = sample.office.post(&at(&made, "suspensions"), reason.clone()).await;
    again.refused(409, "invalid-transition");
    let back = sample.office.post(&at(&made, "reinstatements"), json!({})).await.expect(200);
    assert_eq!(back["status"], "active");
    let empty = sample.office.post(&at(&made, "endings"), json!({"reason": " "})).await;
    empty.refused(422, "validation-failed");
    let ended = sample.office.post(&at(&made, "endings"), reason.clone()).await.expect(200);
    assert_eq!((&ended["status"], &ended["version"]), (&json!("ended"), &json!(4)));
    sample.office.post(&at(&made, "endings"), reason).await.refused(409, "invalid-transition");
}

#[actix_web::test]
async fn a_role_gives_rights_from_its_first_day_to_its_last() {
    let county = County::new().await;
    county.pass(Duration::minutes(23 * 60 + 55));
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    sample.trainee(school, 1).await;
    let (later, earlier) = (county.person("后任").await, county.person("前任").await);
    let role = |who: &Person<'_>, from: &str, to: Option<&str>| {
        json!({"person_id": who.id, "role": "school_admin", "scope_id": school, "title": "校长",
            "valid_from": from, "valid_to": to})
    };
    let next = give(&sample.office, sample.project, role(&later, "2020-06-02", None)).await;
    assert_eq!(next.expect(201)["status"], "future");
    let last = role(&earlier, "2020-05-01", Some("2020-06-01"));
    give(&sample.office, sample.project, last).await.expect(201);
    let backwards = role(&earlier, "2020-06-09", Some("2020-06-08"));
    give(&sample.office, sample.project, backwards).await.refused(422, "validation-failed");
    let path = format!("/projects/{}/enrollments", sample.project);
    later.get(&path).await.refused(404, "not-found");
    earlier.get(&path).await.expect(200);
    county.pass(Duration::minutes(6));
    tokio::time::sleep(std::time::Duration::from_millis(1_050)).await;
    later.get(&path).await.expect(200);
    earlier.get(&path).await.refused(404, "not-found");
}
