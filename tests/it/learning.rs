use chrono::Duration;
use domain::access::Role;
use serde_json::{Value, json};
use tests::{County, Enrolled, Person, Sample, file, id_of};

const FILES: [(&str, &str); 3] =
    [("schools", "schools.csv"), ("roster", "roster.csv"), ("catalog", "catalog.csv")];

fn expected() -> Value {
    let all: Value = serde_json::from_slice(&file("expected-public.json")).expect("JSON");
    all["progress"].clone()
}

fn lines() -> Vec<Value> {
    let text = String::from_utf8(file("online-progress.jsonl")).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

async fn check_sample(sample: &Sample<'_>) {
    let path = format!("/projects/{}/progress", sample.project);
    let page = sample.office.get(&format!("{path}?include=summary&limit=3")).await.expect(200);
    let (have, want) = (&page["summary"], expected());
    for (ours, theirs) in [
        ("credited_hours", "completed_hours_sum"),
        ("courses_begun", "trainee_course_pairs"),
        ("courses_completed", "pairs_completed"),
        ("active", "trainees_with_activity"),
        ("with_enough_hours", "trainees_with_at_least_50_completed_hours"),
        ("watched_seconds", "watched_seconds_sum_of_max"),
        ("presence_passed", "presence_passed"),
        ("presence_missed", "presence_missed"),
    ] {
        assert_eq!(have[ours].as_f64(), want[theirs].as_f64(), "{ours}");
    }
    let good = format!("{path}?include=summary&min_hours=50&sort=-hours&limit=1");
    assert_eq!(sample.office.get(&good).await.expect(200)["total"], 791);
}

#[actix_web::test]
async fn the_sample_file_comes_to_its_numbers() {
    let county = County::new().await;
    county.pass(Duration::days(200));
    let sample = county.sample().await;
    for (kind, name) in FILES {
        sample.import(kind, name).await;
    }
    sample.import("online_progress", "online-progress.jsonl").await;
    check_sample(&sample).await;
}

#[actix_web::test]
async fn the_provider_delivering_in_any_order_and_twice_has_the_same_result() {
    let county = County::new().await;
    county.pass(Duration::days(200));
    let sample = county.sample().await;
    for (kind, name) in FILES {
        sample.import(kind, name).await;
    }
    let provider = sample.provider(&["learning-results:write"]).await;
    let path = format!("/projects/{}/learning-events", sample.project);
    let mut events = lines();
    // A fixed shuffle: every 7th of the rest in turn.
    let count = events.len();
    events = (0..count).map(|at| events[(at * 7_919) % count].clone()).collect();
    let (mut accepted, mut redelivered) = (0, 0);
    for (turn, batch) in events.chunks(1000).enumerate() {
        let body = json!({"events": batch});
        for _ in 0..=usize::from(turn == 2) {
            let done = provider.post(&path, body.clone()).await.expect(200);
            assert_eq!((&done["rejected"], &done["parked"]), (&json!(0), &json!(0)));
            accepted += done["accepted"].as_i64().unwrap();
            redelivered += done["redelivered"].as_i64().unwrap();
        }
    }
    let want = expected();
    assert_eq!(json!(accepted), want["unique_events"]);
    assert_eq!(json!(redelivered - 1000), want["redelivered"]);
    check_sample(&sample).await;
}

async fn ready(county: &County) -> (Sample<'_>, Enrolled<'_>, Person<'_>) {
    let sample = county.sample().await;
    let teacher = sample.enroll("FY1", "YW", sample.found_school("一中").await).await;
    sample.course("YW-1", "YW", 1, json!(6)).await;
    let scopes = ["learning-results:write", "learning-results:read"];
    let provider = sample.provider(&scopes).await;
    (sample, teacher, provider)
}

fn event(id: &str, trainee: &str, seconds: i64) -> Value {
    json!({"event_id": id, "type": "completed", "trainee_no": trainee, "course_code": "YW-1",
        "occurred_at": "2020-05-31T20:00:00+08:00", "watched_seconds": seconds})
}

#[actix_web::test]
async fn each_event_of_a_batch_is_judged_by_itself() {
    let county = County::new().await;
    let (sample, teacher, provider) = ready(&county).await;
    let path = format!("/projects/{}/learning-events", sample.project);
    let (mut future, mut score, mut course) =
        (event("e4", "FY1", 10), event("e5", "FY1", 10), event("e7", "FY1", 10));
    future["occurred_at"] = json!("2020-06-01T09:00:00+08:00");
    score["score"] = json!(101);
    course["course_code"] = json!("YW-9");
    let events = json!([
        event("e1", "FY1", 100),
        event("e1", "FY1", 100),
        event("e1", "FY1", 200),
        future,
        score,
        "text",
        course,
        event("e8", "FY9", 10),
        event("e8", "FY9", 11)
    ]);
    let done = provider.post(&path, json!({"events": events})).await.expect(200);
    let told: Vec<_> = done["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["status"].as_str().unwrap(), one["code"].as_str(), one["field"].as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("accepted", None, None),
            ("redelivered", None, None),
            ("rejected", Some("event_conflict"), None),
            ("rejected", Some("occurred_in_future"), Some("occurred_at")),
            ("rejected", Some("invalid_field"), Some("score")),
            ("rejected", Some("invalid_json"), None),
            ("parked", Some("course_unknown"), None),
            ("parked", Some("trainee_unknown"), None),
            ("rejected", Some("event_conflict"), None),
        ]
    );
    let many: Vec<Value> = (0..1001).map(|_| json!(1)).collect();
    provider.post(&path, json!({"events": many})).await.refused(422, "validation-failed");
    let mine = format!("/enrollments/{}/courses", teacher.enrollment);
    let mine = teacher.person.get(&mine).await.expect(200);
    assert_eq!((&mine["credited_hours"], &mine["items"][0]["chosen"]), (&json!(6), &json!(false)));
    assert_eq!(mine["items"][0]["watched_seconds"], 100);
    let facts = teacher.person.get(&format!("{path}?enrollment_id={}", teacher.enrollment)).await;
    assert_eq!(facts.expect(200)["items"][0]["event_id"], "e1");
}

#[actix_web::test]
async fn only_the_provider_writes_online_results() {
    let county = County::new().await;
    let (sample, teacher, _) = ready(&county).await;
    let reader = sample.provider(&["learning-results:read"]).await;
    let school = county.person("校管").await;
    let school = school.hold(Role::SchoolAdmin, Some(sample.project), Some(sample.region)).await;
    let events = json!({"events": [event("e1", "FY1", 100)]});
    let scores = json!({"scores": [
        {"trainee_no": "FY1", "score": 90, "source_at": "2020-05-31T00:00:00Z"}]});
    for (kind, body) in [("learning-events", events), ("online-scores", scores)] {
        let path = format!("/projects/{}/{kind}", sample.project);
        teacher.person.post(&path, body.clone()).await.refused(403, "forbidden");
        school.post(&path, body.clone()).await.refused(403, "forbidden");
        county.person("外人").await.post(&path, body.clone()).await.refused(404, "not-found");
        let refused = reader.post(&path, body.clone()).await.refused(403, "forbidden");
        assert_eq!(refused["errors"][0]["code"], "scope_missing");
        let told = sample.office.post(&path, body.clone()).await.refused(403, "forbidden");
        assert_eq!(told["errors"][0]["code"], "provider_only", "{told}");
        let writer = sample.provider(&["learning-results:write"]).await;
        writer.post(&path, body).await.expect(200);
    }
}

/// The other way in is a file, which two of the project team sign (S05).
#[actix_web::test]
async fn whoever_uploaded_online_results_does_not_commit_them() {
    let county = County::new().await;
    let (sample, teacher, _) = ready(&county).await;
    let second = sample.second().await;
    let line = event("e1", "FY1", 100).to_string();
    let files = [
        (
            "online_scores",
            "s.csv",
            "学员编号,网络研修成绩,成绩日期\nFY1,88,2020-05-31\n".to_owned(),
        ),
        ("online_progress", "p.jsonl", format!("{line}\n")),
    ];
    for (kind, name, content) in files {
        let checked = sample.upload(kind, name, content.into_bytes()).await;
        assert_eq!(checked["status"], "checked", "{checked}");
        let step = |seen: &Value, action: &str| {
            let all = seen["allowed_actions"].as_array().unwrap().clone();
            all.into_iter().find(|one| one["action"] == action).unwrap()
        };
        assert_eq!(step(&checked, "commit")["blocked_by"], "second_person_required");
        let import = format!("/imports/{}", id_of(&checked));
        let commit = format!("{import}/commit");
        let own = sample.office.post(&commit, json!({})).await.refused(403, "four-eyes-required");
        assert_eq!(own["errors"][0]["code"], "second_person_required");
        let other = second.get(&import).await.expect(200);
        assert_eq!(step(&other, "commit")["allowed"], true, "{other}");
        let done = second.post(&commit, json!({})).await.expect(200);
        assert_eq!((&done["status"], &done["counts"]["created"]), (&json!("committed"), &json!(1)));
        assert_eq!(step(&done, "undo")["allowed"], true);
    }
    let listed = second.get(&format!("/projects/{}/imports", sample.project)).await.expect(200);
    for one in listed["items"].as_array().unwrap() {
        assert_eq!(one["allowed_actions"].as_array().unwrap().len(), 2);
    }
    let own = format!("/enrollments/{}/courses", teacher.enrollment);
    assert_eq!(teacher.person.get(&own).await.expect(200)["credited_hours"], 6);
}

#[actix_web::test]
async fn parked_events_are_booked_for_whom_they_were_meant() {
    let county = County::new().await;
    let (sample, teacher, provider) = ready(&county).await;
    let path = format!("/projects/{}", sample.project);
    let sent = json!({"events": [event("e1", "FY-1", 100), event("e2", "FY0", 50), event("e3", "FY2", 70)]});
    let events = format!("{path}/learning-events");
    let send = || provider.post(&events, sent.clone());
    assert_eq!(send().await.expect(200)["parked"], 3);
    let waiting = format!("{path}/quarantined-events?status=open");
    let list = sample.office.get(&waiting).await.expect(200);
    assert_eq!((&list["total"], &list["items"][0]["trainee_no"]), (&json!(3), &json!("FY-1")));
    teacher.person.get(&waiting).await.refused(403, "forbidden");
    let resolve =
        |at: usize| format!("/quarantined-events/{}/resolutions", id_of(&list["items"][at]));
    let wrong = sample.office.post(&resolve(0), json!({"trainee_no": "FY7"})).await;
    assert_eq!(wrong.refused(422, "validation-failed")["errors"][0]["pointer"], "/trainee_no");
    provider.post(&resolve(0), json!({"trainee_no": "FY1"})).await.refused(403, "forbidden");
    let done = sample.office.post(&resolve(0), json!({"trainee_no": "FY1"})).await.expect(200);
    assert_eq!(done["status"], "resolved");
    sample
        .office
        .post(&resolve(0), json!({"discard": true, "reason": "x"}))
        .await
        .refused(409, "invalid-transition");
    sample
        .office
        .post(&resolve(1), json!({"discard": true}))
        .await
        .refused(422, "validation-failed");
    let body = json!({"discard": true, "reason": "测试数据"});
    assert_eq!(sample.office.post(&resolve(1), body).await.expect(200)["status"], "discarded");
    let school = sample.found_school("二中").await;
    sample.enroll("FY2", "YW", school).await;
    let replay = format!("{path}/quarantine-replays");
    let replayed = sample.office.post(&replay, json!({})).await.expect(200);
    assert_eq!(replayed, json!({"tried": 1, "placed": 1, "waiting": 0}));
    assert_eq!(send().await.expect(200)["redelivered"], 3, "all three are settled");
    assert_eq!(sample.office.get(&waiting).await.expect(200)["total"], 0);
    let mine = teacher.person.get(&format!("/enrollments/{}/courses", teacher.enrollment)).await;
    assert_eq!(mine.expect(200)["credited_hours"], 6);
}

#[actix_web::test]
async fn of_two_online_scores_the_newer_holds_and_both_are_kept() {
    let county = County::new().await;
    let (sample, teacher, provider) = ready(&county).await;
    let path = format!("/projects/{}/online-scores", sample.project);
    let send = async |score: Value, at: &str| {
        let one = json!({"trainee_no": "FY1", "score": score, "source_at": at});
        let done = provider.post(&path, json!({"scores": [one]})).await.expect(200);
        done["results"][0]["status"].as_str().unwrap().to_owned()
    };
    assert_eq!(send(json!(80), "2020-05-20T00:00:00Z").await, "accepted");
    assert_eq!(send(json!(80), "2020-05-20T00:00:00Z").await, "unchanged");
    assert_eq!(send(json!(70.5), "2020-05-10T00:00:00Z").await, "older");
    assert_eq!(send(json!(85.5), "2020-05-30T08:00:00+08:00").await, "accepted");
    assert_eq!(send(json!(10), "2021-05-30T00:00:00Z").await, "rejected");
    let unknown = json!({"scores": [
        {"trainee_no": "FY9", "score": 80, "source_at": "2020-05-20T00:00:00Z"}]});
    let unknown = provider.post(&path, unknown).await.expect(200);
    assert_eq!(unknown["results"][0]["code"], "trainee_unknown");
    let wild = json!({"scores": [
        {"trainee_no": "FY1", "score": 101, "source_at": "2020-05-20T00:00:00Z"}]});
    provider.post(&path, wild).await.refused(422, "validation-failed");
    let list = format!("/projects/{}/progress", sample.project);
    let own = teacher.person.get(&list).await.expect(200);
    assert_eq!(own["items"].as_array().unwrap().len(), 1);
    assert_eq!(own["items"][0]["online_score"], 85.5);
}
