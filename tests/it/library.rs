use domain::access::Role;
use serde_json::{Value, json};
use tests::{County, Sample, file};

fn expected() -> Value {
    serde_json::from_slice(&file("expected-public.json")).expect("JSON")
}

async fn with_works(sample: &Sample<'_>) -> Value {
    for (kind, name) in [
        ("schools", "schools.csv"),
        ("roster", "roster.csv"),
        ("classes", "classes.csv"),
        ("class_members", "class-members.csv"),
        ("workshops", "workshops.csv"),
    ] {
        sample.import(kind, name).await;
    }
    sample.import("homework", "homework.jsonl").await
}

async fn rungs(county: &County) -> Vec<(String, usize)> {
    use sea_orm::EntityTrait;
    use store::Source;
    let read = county.state.services.db.read();
    let works = entity::submissions::Entity::find().all(read.conn()).await.unwrap();
    ["personal", "school", "regional", "exhibition", "library"]
        .map(|rung| (rung.to_owned(), works.iter().filter(|work| work.rung == rung).count()))
        .to_vec()
}

#[actix_web::test]
async fn the_works_of_the_county_come_in_with_their_way_and_their_numbers() {
    let county = County::new().await;
    county.pass(chrono::Duration::days(200));
    let sample = county.sample().await;
    let done = with_works(&sample).await;
    let wanted = &expected()["homework"];
    assert_eq!(done["counts"]["created"], wanted["total"]);
    assert_eq!(done["counts"]["rejected"], 0);
    let stages = ["personal", "school_polish", "region", "exhibition", "library"];
    for ((rung, count), stage) in rungs(&county).await.iter().zip(stages) {
        assert_eq!(&json!(count), &wanted["by_stage"][stage], "{rung}");
    }
    // What was handed in at one instant is not told to have been handed in at another.
    let works = format!("/projects/{}/submissions?limit=5&rung=exhibition", sample.project);
    for work in sample.office.get(&works).await.expect(200)["items"].as_array().unwrap() {
        let way = format!("/submissions/{}/history", work["id"].as_str().unwrap());
        let way = sample.office.get(&way).await.expect(200);
        assert_eq!(way["items"][0]["at"], work["submitted_at"], "{work}");
    }
    let again = sample.upload("homework", "homework.jsonl", file("homework.jsonl")).await;
    assert_eq!(again["counts"]["unchanged"], wanted["total"], "{again}");
    let path = format!("/projects/{}/resources?limit=3", sample.project);
    let first = sample.office.get(&path).await.expect(200);
    let cursor = first["next_cursor"].as_str().expect("more");
    let rest = sample.office.get(&format!("{path}&cursor={cursor}")).await.expect(200);
    assert_eq!(first["items"].as_array().unwrap().len(), 3);
    assert_ne!(first["items"][2]["id"], rest["items"][0]["id"]);
    let all = format!("/projects/{}/resources", sample.project);
    let all = sample.office.get(&all).await.expect(200);
    assert_eq!(all["items"].as_array().unwrap().len(), 7);
    let mut at: Vec<&str> = vec![];
    at.extend(
        all["items"].as_array().unwrap().iter().map(|one| one["published_at"].as_str().unwrap()),
    );
    assert!(at.windows(2).all(|pair| pair[0] >= pair[1]), "{at:?}");
    let title = all["items"][0]["title"].as_str().unwrap();
    let word: String = title.chars().skip(1).take(2).collect();
    let word: String = word.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let path = format!("/projects/{}/resources?q={word}&sort=title", sample.project);
    let found = sample.office.get(&path).await.expect(200);
    assert!(found["items"].as_array().unwrap().iter().any(|one| one["title"] == title), "{found}");
    let none = format!("/projects/{}/resources?q=%25&level=school", sample.project);
    assert_eq!(sample.office.get(&none).await.expect(200)["items"], json!([]));
    let id = all["items"][0]["id"].as_str().unwrap();
    let whole = sample.office.get(&format!("/resources/{id}")).await.expect(200);
    let way: Vec<_> =
        whole["provenance"].as_array().unwrap().iter().map(|step| step["action"].clone()).collect();
    assert_eq!(
        json!(way),
        json!(["submit", "recommend", "push", "recommend_regionally", "publish"])
    );
    assert_eq!(whole["provenance"][0]["actor_name"], whole["author"]["name"]);
    assert_eq!(whole["versions"].as_array().unwrap().len(), 1);
    let undo = format!("/imports/{}/undo", done["id"].as_str().unwrap());
    sample.office.post(&undo, json!({})).await.expect(200);
    assert!(rungs(&county).await.iter().all(|(_, count)| *count == 0));
}

#[actix_web::test]
async fn each_bad_line_of_works_gets_its_code_and_the_good_ones_come_in() {
    let county = County::new().await;
    county.pass(chrono::Duration::days(200));
    let sample = county.sample().await;
    sample.import("schools", "schools.csv").await;
    sample.import("roster", "roster.csv").await;
    let good = r#"{"homework_id":"H1","trainee_no":"FY0001","title":"t","body":"b","submitted_at":"2020-10-03T20:49:00+08:00","stage":"personal","history":[{"stage":"personal","at":"2020-10-03T20:49:00+08:00"}]}"#;
    let lines = [
        good.to_owned(),
        good.to_owned(),
        good.replace("H1", "H2").replace("FY0001", "nobody"),
        good.replace("H1", "H3").replace("\"title\"", "\"workshop\":\"none\",\"title\""),
        good.replace("H1", "H4").replace("\"title\"", "\"subject\":\"炼丹\",\"title\""),
        good.replace("H1", "H5")
            .replace("\"stage\":\"personal\",\"history", "\"stage\":\"region\",\"history"),
        good.replace("H1", "H6")
            .replace("2020-10-03T20:49:00+08:00\",\"stage", "2040-10-03T20:49:00+08:00\",\"stage"),
        String::new(),
    ];
    let content = lines.join("\n").into_bytes();
    let checked = sample.upload("homework", "works.jsonl", content).await;
    let path = format!("/imports/{}/rows", checked["id"].as_str().unwrap());
    let rows = sample.office.get(&path).await.expect(200);
    let codes: Vec<_> =
        rows["items"].as_array().unwrap().iter().map(|row| row["codes"].clone()).collect();
    assert_eq!(
        json!(codes),
        json!([
            [],
            ["duplicate_homework_id"],
            ["trainee_unknown"],
            ["workshop_unknown"],
            ["subject_unknown"],
            ["history_broken"],
            ["occurred_in_future"]
        ])
    );
}

#[actix_web::test]
async fn authors_ask_for_removal_the_county_decides_and_old_links_say_why() {
    let county = County::new().await;
    county.pass(chrono::Duration::days(200));
    let sample = county.sample().await;
    with_works(&sample).await;
    let list = format!("/projects/{}/resources", sample.project);
    let all = sample.office.get(&list).await.expect(200);
    let (id, author) = (&all["items"][0]["id"], &all["items"][0]["author"]["id"]);
    let path = format!("/resources/{}", id.as_str().unwrap());
    let down = format!("{path}/take-downs");
    let school = sample.found_school("别处小学").await;
    let (reader, _) = sample.enrolled("读者", school).await;
    let seen = reader.get(&path).await.expect(200);
    assert!(seen["allowed_actions"].as_array().unwrap().iter().all(|one| one["allowed"] == false));
    reader.post(&down, json!({"reason": "我不喜欢"})).await.refused(403, "forbidden");
    let author = county.known(author.as_str().unwrap().parse().unwrap()).await;
    let asked = author.post(&down, json!({"reason": "照片里有学生"})).await.expect(201);
    assert_eq!(asked["status"], "take_down_requested");
    author.post(&down, json!({"reason": "再问"})).await.refused(409, "invalid-transition");
    assert_eq!(reader.get(&list).await.expect(200)["items"].as_array().unwrap().len(), 7);
    sample.office.post(&down, json!({"reason": ""})).await.refused(422, "validation-failed");
    let gone = sample.office.post(&down, json!({"reason": "照片里有学生"})).await.expect(201);
    assert_eq!((&gone["status"], &gone["attachments"]), (&json!("taken_down"), &json!([])));
    assert_eq!(reader.get(&list).await.expect(200)["items"].as_array().unwrap().len(), 6);
    let old = reader.get(&path).await.expect(200);
    assert_eq!(old["provenance"].as_array().unwrap().last().unwrap()["reason"], "照片里有学生");
    let stranger = county.person("路人").await;
    stranger.get(&path).await.refused(404, "not-found");
    let other = county.person("外县").await.hold(Role::CountyAdmin, None, None).await;
    other.get(&list).await.refused(404, "not-found");
}
