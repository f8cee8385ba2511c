use actix_web::http::Method;
use domain::access::Role;
use serde_json::{Value, json};
use tests::{County, id_number, phone};
use uuid::Uuid;

fn at(value: &Value) -> String {
    format!("/enrollments/{}", value["id"].as_str().expect("an id"))
}

#[actix_web::test]
async fn somebody_is_added_by_hand_by_the_rules_of_a_file() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    let path = format!("/projects/{}/enrollments", sample.project);
    let wrong = json!({"school_id": Uuid::new_v4(), "name": "=1+1", "id_no": "220781198001010000",
        "phone": "12345", "stage": "大学", "subject": "魔法"});
    let no = sample.office.post(&path, wrong).await.refused(422, "validation-failed");
    let found: Vec<(&str, &str)> = no["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["pointer"].as_str().unwrap(), one["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        found,
        [
            ("/name", "name_invalid"),
            ("/id_no", "id_no_checksum"),
            ("/phone", "phone_format"),
            ("/school_id", "school_unknown"),
            ("/stage", "stage_unknown"),
            ("/subject", "subject_unknown"),
        ]
    );
    let made = sample.trainee(school, 1).await;
    assert_eq!((&made["trainee_no"], &made["subject"]), (&json!("T000001"), &json!("YW")));
    assert_eq!((&made["phone"], &made["gender"]), (&json!("154****0001"), &json!("male")));
    let again = |number: u32, phone_number: u32, no: &str| {
        json!({"school_id": school, "name": "王", "id_no": id_number(number), "trainee_no": no,
            "phone": phone(phone_number), "stage": "primary", "subject": "SX"})
    };
    for (body, code) in [
        (again(1, 2, ""), "duplicate_id_no"),
        (again(2, 1, ""), "duplicate_phone"),
        (again(2, 2, "T000001"), "duplicate_trainee_no"),
    ] {
        let no = sample.office.post(&path, body).await.refused(409, "duplicate");
        assert_eq!(no["errors"][0]["code"], code);
    }
    let number = format!("{path}/ext:trainee_no:T000001");
    assert_eq!(sample.office.get(&number).await.expect(200)["id"], made["id"]);
    let unknown = sample.office.get(&format!("{path}/ext:trainee_no:T9")).await;
    unknown.refused(404, "not-found");
}

#[actix_web::test]
async fn the_roster_is_filtered_searched_sorted_and_paged() {
    let county = County::new().await;
    let sample = county.sample().await;
    let (one, two) = (sample.school("第一小学").await, sample.school("第二小学").await);
    for number in 0..5 {
        sample.trainee(if number < 3 { one } else { two }, number).await;
    }
    let path = format!("/projects/{}/enrollments", sample.project);
    let count = async |query: &str| {
        let page = sample.office.get(&format!("{path}?{query}")).await.expect(200);
        assert_eq!(page["total"], json!(page["items"].as_array().unwrap().len()), "{query}");
        page["total"].as_i64().unwrap()
    };
    assert_eq!(count(&format!("school_id={one}")).await, 3);
    assert_eq!(count("unplaced=class").await, 5);
    assert_eq!(count("activated=true").await, 0);
    assert_eq!(count("status=imported&stage=primary&subject=YW").await, 5);
    assert_eq!(count("q=t00000").await, 5);
    assert_eq!(count("q=%25").await, 0);
    assert_eq!(count("q=_").await, 0);
    assert_eq!(count("q=%E7%A7%80").await, 5);
    for sort in ["trainee_no", "name"] {
        let (mut seen, mut cursor) = (vec![], String::new());
        loop {
            let page = sample.office.get(&format!("{path}?limit=2&sort={sort}{cursor}")).await;
            let page = page.expect(200);
            let items = page["items"].as_array().unwrap();
            seen.extend(items.iter().map(|item| item["trainee_no"].as_str().unwrap().to_owned()));
            assert_eq!(page["total"].as_i64(), cursor.is_empty().then_some(5));
            let Some(next) = page["next_cursor"].as_str() else { break };
            cursor = format!("&cursor={next}");
        }
        assert_eq!(seen, ["T000001", "T000002", "T000003", "T000004", "T000005"], "{sort}");
    }
    sample.office.get(&format!("{path}?status=asleep")).await.refused(422, "validation-failed");
}

#[actix_web::test]
async fn everybody_sees_their_own_part_and_nothing_of_another_project() {
    let county = County::new().await;
    let (sample, foreign) = (county.sample().await, county.sample().await);
    let (one, two) = (sample.school("第一小学").await, sample.school("第二小学").await);
    let (mine, theirs) = (sample.trainee(one, 1).await, sample.trainee(two, 2).await);
    let admin = county.person("校长").await;
    let admin = admin.hold(Role::SchoolAdmin, Some(sample.project), Some(one)).await;
    let path = format!("/projects/{}/enrollments", sample.project);
    let list = admin.get(&path).await.expect(200);
    assert_eq!((&list["items"][0]["id"], &list["total"]), (&mine["id"], &json!(1)));
    admin.get(&at(&mine)).await.expect(200);
    admin.get(&at(&theirs)).await.refused(404, "not-found");
    admin.patch(&at(&theirs), 1, json!({"duty": "x"})).await.refused(404, "not-found");
    foreign.office.get(&path).await.refused(404, "not-found");
    foreign.office.get(&at(&mine)).await.refused(404, "not-found");
    let elsewhere = json!({"school_id": two, "name": "王", "id_no": id_number(9), "phone": phone(9),
        "stage": "小学", "subject": "语文"});
    admin.post(&path, elsewhere).await.refused(403, "forbidden");
}

#[actix_web::test]
async fn a_school_corrects_its_roster_against_the_version_it_saw() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school("第一小学").await;
    let made = sample.trainee(school, 1).await;
    let admin = county.person("校长").await;
    let admin = admin.hold(Role::SchoolAdmin, Some(sample.project), Some(school)).await;
    let body = json!({"subject": "数学", "stage": "junior", "duty": "教研组长"});
    let now = admin.patch(&at(&made), 1, body).await.expect(200);
    assert_eq!(
        (&now["subject"], &now["stage"], &now["version"]),
        (&json!("SX"), &json!("junior"), &json!(2))
    );
    admin.patch(&at(&made), 1, json!({"duty": ""})).await.refused(412, "precondition-failed");
    let now = admin.patch(&at(&made), 2, json!({"duty": ""})).await.expect(200);
    assert_eq!((&now["duty"], &now["subject"]), (&Value::Null, &json!("SX")));
    let bare = admin.ask(Method::PATCH, &at(&made), Some(json!({})), &[]).await;
    bare.refused(428, "precondition-required");
}

#[actix_web::test]
async fn the_county_takes_people_out_of_the_count_and_back_with_a_reason() {
    let county = County::new().await;
    let sample = county.sample().await;
    let (one, two) = (sample.school("第一小学").await, sample.school("第二小学").await);
    let made = sample.trainee(one, 1).await;
    let admin = county.person("校长").await;
    let admin = admin.hold(Role::SchoolAdmin, Some(sample.project), Some(one)).await;
    let change = |to: &str| json!({"to": to, "reason": "病假"});
    let path = format!("{}/status-changes", at(&made));
    admin.post(&path, change("deferred")).await.refused(403, "forbidden");
    let bare = json!({"to": "deferred", "reason": " "});
    sample.office.post(&path, bare).await.refused(422, "validation-failed");
    sample.office.post(&path, change("completed")).await.refused(422, "validation-failed");
    sample.office.post(&path, change("deferred")).await.expect(200);
    let shown = sample.office.get(&format!("/projects/{}", sample.project)).await.expect(200);
    assert_eq!(shown["enrolled"], 0);
    sample.office.post(&path, change("deferred")).await.refused(409, "invalid-transition");
    let back = sample.office.post(&path, change("active")).await.expect(200);
    assert_eq!(back["status"], "active");
    let path = format!("{}/transfers", at(&made));
    let to = json!({"school_id": two, "reason": "调动"});
    let moved = sample.office.post(&path, to.clone()).await.expect(200);
    assert_eq!((&moved["school_name"], &moved["status"]), (&json!("第二小学"), &json!("active")));
    sample.office.post(&path, to).await.refused(409, "invalid-transition");
    let nowhere = json!({"school_id": sample.region, "reason": "调动"});
    sample.office.post(&path, nowhere).await.refused(422, "validation-failed");
    admin.get(&at(&made)).await.refused(404, "not-found");
}
