use std::sync::atomic::{AtomicU32, Ordering};

use domain::access::Role;
use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::{County, Person, Sample, Trainee};
use uuid::Uuid;

fn ids(trainees: &[Trainee]) -> Vec<Uuid> {
    trainees.iter().map(|one| one.enrollment).collect()
}

/// The administrator of a school.
async fn admin<'a>(sample: &Sample<'a>, school: Uuid) -> Person<'a> {
    let person = sample.office.county.person("校管理员").await;
    person.hold(Role::SchoolAdmin, Some(sample.project), Some(school)).await
}

async fn class(sample: &Sample<'_>, by: &Person<'_>, schools: &[Uuid]) -> Value {
    // Names are a school's own: two classes of one school cannot share one.
    static NUMBER: AtomicU32 = AtomicU32::new(1);
    let name = format!("{}班", NUMBER.fetch_add(1, Ordering::Relaxed));
    let kind = if schools.len() == 1 { "independent" } else { "joint" };
    let body = json!({"kind": kind, "name": name, "school_ids": schools, "reason": "都很小"});
    by.post(&format!("/projects/{}/classes", sample.project), body).await.expect(201)
}

fn path(class: &Value, part: &str) -> String {
    format!("/classes/{}{part}", class["id"].as_str().unwrap())
}

#[actix_web::test]
async fn a_school_forms_a_class_and_the_county_approves_it() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school_in("第一小学", None).await;
    let admin = admin(&sample, school).await;
    let made = class(&sample, &admin, &[school]).await;
    assert_eq!((&made["status"], &made["members"]), (&json!("draft"), &json!(0)));
    assert!(made["code"].as_str().unwrap().ends_with("-C01"));
    admin.post(&path(&made, "/approvals"), json!({})).await.refused(403, "forbidden");
    admin.post(&path(&made, "/submittals"), json!({})).await.expect(200);
    let office = &sample.office;
    let silent = office.post(&path(&made, "/returns"), json!({})).await;
    assert_eq!(silent.refused(422, "validation-failed")["errors"][0]["code"], "reason_required");
    office.post(&path(&made, "/returns"), json!({"reason": "名称重复"})).await.expect(200);
    admin
        .patch(&path(&made, ""), 1, json!({"name": "新名"}))
        .await
        .refused(412, "precondition-failed");
    let renamed = admin.patch(&path(&made, ""), 3, json!({"name": "二班"})).await.expect(200);
    assert_eq!((&renamed["name"], &renamed["version"]), (&json!("二班"), &json!(4)));
    admin.post(&path(&made, "/submittals"), json!({})).await.expect(200);
    let approved = office.post(&path(&made, "/approvals"), json!({})).await.expect(200);
    assert_eq!(approved["status"], "approved");
    office.post(&path(&made, "/approvals"), json!({})).await.refused(409, "invalid-transition");
    let second = class(&sample, &admin, &[school]).await;
    assert!(second["code"].as_str().unwrap().ends_with("-C02"));
}

#[actix_web::test]
async fn lists_show_only_what_one_may_see_and_missing_and_hidden_look_alike() {
    let county = County::new().await;
    let sample = county.sample().await;
    let (one, other) = (sample.school_in("甲校", None).await, sample.school_in("乙校", None).await);
    let (first, second) = (admin(&sample, one).await, admin(&sample, other).await);
    let own = class(&sample, &first, &[one]).await;
    class(&sample, &sample.office, &[one, other]).await;
    let list = format!("/projects/{}/classes", sample.project);
    let count = |page: Value| page["items"].as_array().unwrap().len();
    assert_eq!(count(first.get(&list).await.expect(200)), 2);
    assert_eq!(count(second.get(&list).await.expect(200)), 1);
    assert_eq!(count(first.get(&format!("{list}?kind=joint")).await.expect(200)), 1);
    assert_eq!(count(first.get(&format!("{list}?school_id={other}")).await.expect(200)), 1);
    assert_eq!(count(first.get(&format!("{list}?q=%25")).await.expect(200)), 0);
    assert_eq!(count(first.get(&format!("{list}?q=c01")).await.expect(200)), 1);
    let page = first.get(&format!("{list}?limit=1")).await.expect(200);
    let next = page["next_cursor"].as_str().unwrap();
    let rest = first.get(&format!("{list}?limit=1&cursor={next}")).await.expect(200);
    assert_ne!(page["items"][0]["id"], rest["items"][0]["id"]);
    assert_eq!(rest["next_cursor"], Value::Null);
    second.get(&path(&own, "")).await.refused(404, "not-found");
    second.post(&path(&own, "/submittals"), json!({})).await.refused(404, "not-found");
    first.get(&format!("/classes/{}", Uuid::new_v4())).await.refused(404, "not-found");
    let nobody = county.person("外人").await;
    nobody.get(&list).await.refused(404, "not-found");
}

#[actix_web::test]
async fn members_join_one_by_one_answer_by_answer() {
    let county = County::new().await;
    let sample = county.sample().await;
    let (one, other) = (sample.school_in("甲校", None).await, sample.school_in("乙校", None).await);
    let first = admin(&sample, one).await;
    let made = class(&sample, &sample.office, &[one]).await;
    let (own, foreign) =
        (sample.trainees(one, "YW", 3).await, sample.trainees(other, "YW", 1).await);
    let mut wish = ids(&own);
    wish.extend([own[0].enrollment, foreign[0].enrollment, Uuid::new_v4()]);
    let answer = first.post(&path(&made, "/members"), json!({"enrollment_ids": wish})).await;
    let answer = answer.expect(200);
    assert_eq!((&answer["added"], &answer["refused"]), (&json!(3), &json!(3)));
    let code = |at: usize| answer["results"][at]["code"].as_str().map(str::to_owned);
    assert_eq!(code(2), None);
    assert_eq!(code(3).as_deref(), Some("duplicate"));
    assert_eq!((code(4), code(5)), (Some("not_found".into()), Some("not_found".into())));
    let by_county = json!({"enrollment_ids": ids(&foreign)});
    let answer = sample.office.post(&path(&made, "/members"), by_county).await.expect(200);
    assert_eq!(answer["results"][0]["code"], "school_mismatch");
    let again = first.post(&path(&made, "/members"), json!({"enrollment_ids": ids(&own)})).await;
    assert_eq!(again.expect(200)["results"][1]["status"], "unchanged");
    let leave = format!("{}/{}", path(&made, "/members"), own[0].enrollment);
    first.delete(&leave).await.expect(204);
    first.delete(&leave).await.refused(404, "not-found");
    assert_eq!(first.get(&path(&made, "")).await.expect(200)["members"], 2);
    let all = json!({"enrollment_ids": [own[0].enrollment, foreign[0].enrollment], "atomic": true});
    let refused = first.post(&path(&made, "/members"), all).await.refused(422, "validation-failed");
    assert_eq!(refused["errors"][0]["pointer"], "/enrollment_ids/1");
    assert_eq!(first.get(&path(&made, "")).await.expect(200)["members"], 2);
}

#[actix_web::test]
async fn a_full_class_takes_more_only_with_a_reason_that_is_listed() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school_in("大校", None).await;
    let made = class(&sample, &sample.office, &[school]).await;
    let people = sample.trainees(school, "YW", 53).await;
    let body = json!({"enrollment_ids": ids(&people)});
    let answer = sample.office.post(&path(&made, "/members"), body).await.expect(200);
    assert_eq!((&answer["added"], &answer["refused"]), (&json!(50), &json!(3)));
    assert_eq!(answer["results"][50]["code"], "class_full");
    let late = ids(&people[50..]);
    let body = json!({"enrollment_ids": late, "atomic": true});
    let full = sample.office.post(&path(&made, "/members"), body).await;
    assert_eq!(full.refused(409, "capacity-exceeded")["errors"][0]["code"], "class_full");
    let body = json!({"enrollment_ids": late, "reason": "同校只多三人"});
    let answer = sample.office.post(&path(&made, "/members"), body).await.expect(200);
    assert_eq!(answer["added"], 3);
    let shown = sample.office.get(&path(&made, "")).await.expect(200);
    assert_eq!(shown["findings"][0]["code"], "over_upper");
    let list = format!("/projects/{}/exceptions?kind=class_full", sample.project);
    let listed = sample.office.get(&list).await.expect(200);
    assert_eq!(listed["items"].as_array().unwrap().len(), 3);
    assert_eq!(listed["items"][0]["reason"], "同校只多三人");
}

#[actix_web::test]
async fn of_two_hundred_at_once_exactly_fifty_get_a_seat() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school_in("大校", None).await;
    let made = class(&sample, &sample.office, &[school]).await;
    let people = sample.trainees(school, "YW", 200).await;
    let to = path(&made, "/members");
    // Who is told that the database is busy asks again, as a client would.
    let join = async |one: &Trainee| {
        let body = json!({"enrollment_ids": [one.enrollment]});
        loop {
            let answer = sample.office.post(&to, body.clone()).await;
            if answer.status.as_u16() != 503 {
                return answer;
            }
        }
    };
    let answers = join_all(people.iter().map(join)).await;
    let (mut seated, mut full) = (0, 0);
    for answer in answers {
        let answer = answer.expect(200);
        match answer["results"][0]["code"].as_str() {
            None => seated += 1,
            Some(code) => {
                assert_eq!(code, "class_full");
                full += 1;
            }
        }
    }
    assert_eq!((seated, full), (50, 150));
    assert_eq!(sample.office.get(&path(&made, "")).await.expect(200)["members"], 50);
}

#[actix_web::test]
async fn a_joint_class_is_led_by_one_of_its_schools() {
    let county = County::new().await;
    let sample = county.sample().await;
    let (one, other) = (sample.school_in("甲校", None).await, sample.school_in("乙校", None).await);
    let (first, second) = (admin(&sample, one).await, admin(&sample, other).await);
    let stranger = admin(&sample, sample.school_in("丙校", None).await).await;
    let made = class(&sample, &sample.office, &[one, other]).await;
    let lead = path(&made, "/lead");
    let wrong = first.put(&lead, 1, json!({"person_id": stranger.id})).await;
    assert_eq!(wrong.refused(422, "validation-failed")["errors"][0]["code"], "not_a_co_admin");
    let led = first.put(&lead, 1, json!({"person_id": second.id})).await.expect(200);
    assert_eq!(led["lead"]["person_id"], json!(second.id));
    assert_eq!(led["co_admins"].as_array().unwrap().len(), 2);
    first.put(&lead, 1, json!({"person_id": first.id})).await.refused(412, "precondition-failed");
    let led = first.put(&lead, 2, json!({"person_id": first.id})).await.expect(200);
    assert_eq!(led["lead"]["person_id"], json!(first.id));
    stranger.put(&lead, 3, json!({"person_id": first.id})).await.refused(404, "not-found");
    let alone = json!({"kind": "joint", "name": "联", "school_ids": [one, other]});
    let silent = first.post(&format!("/projects/{}/classes", sample.project), alone).await;
    assert_eq!(silent.refused(422, "validation-failed")["errors"][0]["code"], "reason_required");
}

#[actix_web::test]
async fn a_trainee_moves_in_one_act_and_the_old_seat_is_free() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school_in("大校", None).await;
    let office = &sample.office;
    let (one, other) =
        (class(&sample, office, &[school]).await, class(&sample, office, &[school]).await);
    let people = sample.trainees(school, "YW", 51).await;
    let body = json!({"enrollment_ids": ids(&people[..50])});
    office.post(&path(&one, "/members"), body).await.expect(200);
    let to = |who: &Trainee| format!("/enrollments/{}/placements", who.enrollment);
    let full = office.post(&to(&people[50]), json!({"class_id": one["id"]})).await;
    assert_eq!(full.refused(409, "capacity-exceeded")["errors"][0]["code"], "class_full");
    let moved = office.post(&to(&people[0]), json!({"class_id": other["id"]})).await.expect(200);
    assert_eq!(moved["class_id"], other["id"]);
    office.post(&to(&people[50]), json!({"class_id": one["id"]})).await.expect(200);
    assert_eq!(office.get(&path(&one, "")).await.expect(200)["members"], 50);
    assert_eq!(office.get(&path(&other, "")).await.expect(200)["members"], 1);
    office.post(&to(&people[0]), json!({})).await.refused(422, "validation-failed");
}

#[actix_web::test]
async fn the_assistant_cuts_large_schools_and_joins_small_ones() {
    let county = County::new().await;
    let sample = county.sample().await;
    let town = sample.school_in("某镇", None).await;
    let large = sample.school_in("大校", None).await;
    let (one, other) =
        (sample.school_in("甲校", Some(town)).await, sample.school_in("乙校", Some(town)).await);
    sample.trainees(large, "YW", 62).await;
    sample.trainees(one, "SX", 12).await;
    sample.trainees(other, "SX", 9).await;
    let proposals = format!("/projects/{}/formation-proposals", sample.project);
    let proposed = sample.office.get(&proposals).await.expect(200);
    let classes = proposed["classes"].as_array().unwrap();
    let sizes: Vec<(String, usize)> = classes
        .iter()
        .map(|one| {
            let kind = one["kind"].as_str().unwrap().to_owned();
            (kind, one["enrollment_ids"].as_array().unwrap().len())
        })
        .collect();
    let half = ("independent".to_owned(), 31);
    assert_eq!(sizes, vec![half.clone(), half, ("joint".to_owned(), 21)]);
    assert_eq!(proposed["workshops"].as_array().unwrap().len(), 3);
    let admin = admin(&sample, one).await;
    let own = admin.get(&proposals).await.expect(200);
    assert_eq!(own["classes"].as_array().unwrap().len(), 1);
    admin.get(&format!("{proposals}?school_id={large}")).await.refused(404, "not-found");
}

/// Nobody can tell two classes of one name in one school apart.
#[actix_web::test]
async fn a_school_gives_a_name_to_one_class() {
    let county = County::new().await;
    let sample = county.sample().await;
    let [first, other] =
        [sample.school_in("第一小学", None).await, sample.school_in("第二小学", None).await];
    let list = format!("/projects/{}/classes", sample.project);
    let new = |school: Uuid, name: &str| {
        sample
            .office
            .post(&list, json!({"kind": "independent", "name": name, "school_ids": [school]}))
    };
    let at_once = join_all((0..3).map(|_| new(first, "一班"))).await;
    let made = at_once.iter().filter(|one| one.status == 201).count();
    assert_eq!(made, 1, "of three at once");
    let refused = new(first, "一班").await.refused(409, "duplicate");
    assert_eq!(refused["errors"][0]["code"], "class_name_taken");
    new(other, "一班").await.expect(201);
    let second = new(first, "二班").await.expect(201);
    let rename = sample.office.patch(&path(&second, ""), 1, json!({"name": "一班"})).await;
    rename.refused(409, "duplicate");
    let file = "班级编号,班级名称,组班方式,学校\nK1,一班,学校独立组班,第一小学\n\
                K2,三班,学校独立组班,第一小学\nK3,三班,学校独立组班,第一小学\n\
                K4,三班,学校独立组班,第二小学\n";
    let job = sample.upload("classes", "c.csv", file.as_bytes().to_vec()).await;
    let rows = format!("/imports/{}/rows", job["id"].as_str().unwrap());
    let rows = sample.office.get(&rows).await.expect(200);
    let codes: Vec<&Value> =
        rows["items"].as_array().unwrap().iter().map(|row| &row["codes"]).collect();
    let taken = json!(["class_name_taken"]);
    assert_eq!(codes, [&taken, &json!([]), &taken, &json!([])], "{rows}");
    assert!(sample.office.get(&list).await.expect(200)["items"].is_array());
}

/// RFC 9110 §13.1.1: `If-Match` compares strongly.
#[actix_web::test]
async fn a_weak_tag_matches_no_version() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school_in("第一小学", None).await;
    let made = class(&sample, &sample.office, &[school]).await;
    let change = async |tag: &str| {
        let body = Some(json!({"name": "二班"}));
        let headers = [("if-match", tag)];
        sample.office.ask(actix_web::http::Method::PATCH, &path(&made, ""), body, &headers).await
    };
    change("W/\"1\"").await.refused(412, "precondition-failed");
    change("*").await.refused(428, "precondition-required");
    change("W/1").await.refused(400, "malformed-request");
    change("\"1\"").await.expect(200);
}
