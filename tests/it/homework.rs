//! Tasks, drafts, versions, reviews and the inbox.

use actix_web::http::Method;
use domain::access::Role;
use futures_util::future::join_all;
use serde_json::json;
use tests::{County, id};

#[actix_web::test]
async fn a_task_says_what_is_asked_and_shows_each_trainee_their_own_work() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let project = ladder.sample.project;
    let path = format!("/projects/{project}/homework-tasks");
    let wish = json!({
        "title": "微课例", "instructions": "十分钟以内", "subject": "SX",
        "criteria": [{"name": "设计", "max": 60}, {"name": "技术", "max": 40.5}],
        "due_at": "2020-07-01T00:00:00Z", "late_allowed": true
    });
    ladder.author.post(&path, wish.clone()).await.refused(403, "forbidden");
    let made = ladder.sample.office.post(&path, wish.clone()).await;
    assert_eq!(made.header("etag"), "\"1\"");
    let made = made.expect(201);
    assert_eq!(made["max_score"], json!(100.5));
    let mut twice = wish.clone();
    twice["criteria"][1]["name"] = json!("设计");
    let twice = ladder.sample.office.post(&path, twice).await.refused(422, "validation-failed");
    assert_eq!(twice["errors"][0]["code"], "criterion_twice");
    let work = ladder.handed_in(&ladder.author, "《静夜思》教学设计").await;
    let mine = ladder.author.get(&format!("{path}?mine=true")).await.expect(200);
    assert_eq!(mine["items"].as_array().unwrap().len(), 1, "{mine}");
    assert_eq!(mine["items"][0]["my_submission"]["id"], json!(work));
    let all = ladder.leader.get(&path).await.expect(200);
    assert_eq!(all["items"].as_array().unwrap().len(), 2);
    let one = format!("/homework-tasks/{}", id(&made));
    let mut changed = wish;
    changed["title"] = json!("微课例一");
    ladder.sample.office.patch(&one, 1, changed.clone()).await.expect(200);
    ladder.sample.office.patch(&one, 1, changed).await.refused(412, "precondition-failed");
}

#[actix_web::test]
async fn a_version_gets_a_receipt_and_never_changes() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let begin = format!("/homework-tasks/{}/submissions", ladder.task);
    let begun = ladder.author.post(&begin, json!({})).await.expect(201);
    let work = id(&begun);
    ladder.author.post(&begin, json!({})).await.refused(409, "duplicate");
    let path = format!("/submissions/{work}");
    // Nobody else meets a work that was never handed in.
    ladder.leader.get(&path).await.refused(404, "not-found");
    let versions = format!("{path}/versions");
    let empty = ladder.author.post(&versions, json!({"originality_confirmed": true})).await;
    assert_eq!(empty.refused(422, "validation-failed")["errors"][0]["code"], "content_missing");
    ladder.write(&ladder.author, &work, "《静夜思》教学设计").await;
    let unsure = ladder.author.post(&versions, json!({"originality_confirmed": false})).await;
    let unsure = unsure.refused(422, "validation-failed");
    assert_eq!(unsure["errors"][0]["code"], "originality_not_confirmed");
    let receipt = ladder.submit(&ladder.author, &work).await;
    assert_eq!((&receipt["number"], &receipt["late"]), (&json!(1), &json!(false)));
    assert_eq!(receipt["sha256"].as_str().unwrap().len(), 64);
    let first = ladder.leader.get(&format!("{versions}/1")).await.expect(200);
    assert_eq!(first["sha256"], receipt["sha256"]);
    let draft = format!("{path}/draft");
    let locked = json!({"title": "改", "body": "改"});
    let locked = ladder.author.put(&draft, 3, locked).await;
    locked.refused(409, "invalid-transition");
    ladder.act(&ladder.leader, &work, "returns").await.expect(201);
    ladder.write(&ladder.author, &work, "《静夜思》教学设计二稿").await;
    // What others read is still the first version.
    let read = ladder.standing(&ladder.leader, &work).await;
    assert_eq!((&read["title"], &read["draft"]), (&json!("《静夜思》教学设计"), &json!(null)));
    let second = ladder.submit(&ladder.author, &work).await;
    assert_eq!(second["number"], 2);
    assert_ne!(second["sha256"], receipt["sha256"]);
    assert_eq!(ladder.leader.get(&format!("{versions}/1")).await.expect(200), first);
    let read = ladder.standing(&ladder.leader, &work).await;
    assert_eq!((&read["kind"], &read["latest_version"]), (&json!("lesson_plan"), &json!(2)));
}

#[actix_web::test]
async fn of_two_editors_of_one_draft_the_second_is_told() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let begin = format!("/homework-tasks/{}/submissions", ladder.task);
    let work = id(&ladder.author.post(&begin, json!({})).await.expect(201));
    let path = format!("/submissions/{work}/draft");
    let draft = |text: &str| json!({"title": "课", "body": text});
    ladder.author.put(&path, 1, draft("甲")).await.expect(200);
    ladder.author.put(&path, 1, draft("乙")).await.refused(412, "precondition-failed");
    let bare = ladder.author.ask(Method::PUT, &path, Some(draft("丙")), &[]).await;
    bare.refused(428, "precondition-required");
    let save = async |at: i32| ladder.author.put(&path, 2, draft(&at.to_string())).await;
    let many = join_all((0..20).map(save)).await;
    let statuses: Vec<u16> = many.iter().map(|answer| answer.status.as_u16()).collect();
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 412).count(), 19, "{statuses:?}");
    let etag = [("if-match", "\"3\"")];
    ladder.author.ask(Method::DELETE, &path, None, &etag).await.expect(204);
    ladder.author.get(&format!("/submissions/{work}")).await.refused(404, "not-found");
}

#[actix_web::test]
async fn a_late_work_is_marked_so_or_refused() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let path = format!("/projects/{}/homework-tasks", ladder.sample.project);
    for (late_allowed, status) in [(true, 201), (false, 409)] {
        let task = json!({
            "title": "作业", "due_at": "2020-05-01T00:00:00Z", "late_allowed": late_allowed
        });
        let task = id(&ladder.sample.office.post(&path, task).await.expect(201));
        let begin = format!("/homework-tasks/{task}/submissions");
        let begun = ladder.author.post(&begin, json!({})).await;
        assert_eq!(begun.status.as_u16(), status, "{}", begun.body);
        if status == 201 {
            let work = id(&begun.body);
            ladder.write(&ladder.author, &work, "迟交").await;
            assert_eq!(ladder.submit(&ladder.author, &work).await["late"], true);
        }
    }
}

#[actix_web::test]
async fn a_review_speaks_of_one_version_and_an_expert_overrides_the_leader() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let work = ladder.handed_in(&ladder.author, "《静夜思》教学设计").await;
    let path = format!("/submissions/{work}/reviews");
    let say =
        |version: i64, score: i64| json!({"version": version, "score": score, "comment": "好"});
    let early = ladder.leader.post(&path, say(2, 80)).await.refused(412, "precondition-failed");
    assert_eq!(early["errors"][0]["code"], "version_outdated");
    let high = ladder.leader.post(&path, say(1, 101)).await.refused(422, "validation-failed");
    assert_eq!(high["errors"][0]["code"], "score_out_of_range");
    let marks = json!({"version": 1, "comment": "好", "criteria": [{"name": "x", "score": 1}]});
    let marks = ladder.leader.post(&path, marks).await.refused(422, "validation-failed");
    assert_eq!(marks["errors"][0]["code"], "criterion_unknown");
    let comment = json!({"version": 1, "comment": "先看看"});
    ladder.leader.post(&path, comment).await.expect(201);
    let read = ladder.standing(&ladder.author, &work).await;
    assert_eq!((&read["status"], &read["score"]), (&json!("submitted"), &json!(null)));
    for (by, score, effective) in
        [(&ladder.leader, 70, 70), (&ladder.experts[0], 88, 88), (&ladder.leader, 75, 88)]
    {
        ladder.score(by, &work, score).await;
        assert_eq!(ladder.standing(&ladder.author, &work).await["score"], json!(effective));
    }
    let read = ladder.standing(&ladder.author, &work).await;
    assert_eq!(read["reviews"].as_array().unwrap().len(), 4);
    assert_eq!(read["reviews"][2]["role"], "subject_expert");
}

#[actix_web::test]
async fn the_inbox_shows_what_waits_longest_first_and_only_what_one_reaches() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let (sample, workshop) = (&ladder.sample, Some(ladder.workshop));
    let mut works = vec![];
    for name in ["甲", "乙", "丙"] {
        let author = county.trainee(sample, name, ladder.school, workshop).await;
        works.push(ladder.handed_in(&author, &format!("{name}的50%课件")).await);
    }
    let stranger = county.trainee(sample, "丁", ladder.other_school, None).await;
    ladder.handed_in(&stranger, "丁的课件").await;
    ladder.score(&ladder.leader, &works[0], 95).await;
    ladder.act(&ladder.leader, &works[0], "recommendations").await.expect(201);
    let path = format!("/projects/{}/submissions", sample.project);
    let titles = async |query: &str| {
        let page = ladder.leader.get(&format!("{path}?{query}")).await.expect(200);
        let items = page["items"].as_array().unwrap();
        assert_eq!(page["total"], items.len(), "{query}");
        let first = |item: &serde_json::Value| item["author_name"].as_str().unwrap().to_owned();
        items.iter().map(first).collect::<Vec<_>>().concat()
    };
    for (query, wanted) in [
        ("", "乙丙甲"),
        ("sort=-waiting_since", "甲丙乙"),
        ("sort=score", "甲"),
        ("reviewed=true", "甲"),
        ("reviewed=false", "乙丙"),
        ("recommended=true", "甲"),
        ("recommended=false&sort=-waiting_since", "丙乙"),
        ("rung=school&status=under_review", "甲"),
        ("kind=courseware", "乙丙甲"),
        ("kind=lesson_plan", ""),
        ("q=%E4%B8%99", "丙"),
        ("q=50%25", "乙丙甲"),
        ("q=5_%25", ""),
        ("subject=YW", "乙丙甲"),
        ("mine=true", ""),
        ("mine=false", "乙丙甲"),
    ] {
        assert_eq!(titles(query).await, wanted, "{query}");
    }
    let by_place = format!("workshop_id={}&school_id={}", ladder.workshop, ladder.school);
    assert_eq!(titles(&by_place).await, "乙丙甲");
    for sort in ["waiting_since", "title", "-title"] {
        let mut seen = vec![];
        let mut next = format!("{path}?limit=1&sort={sort}");
        for _ in 0..3 {
            let page = ladder.leader.get(&next).await.expect(200);
            assert_eq!(page["total"], 3);
            seen.push(id(&page["items"][0]));
            let cursor = page["next_cursor"].as_str().unwrap_or_default();
            next = format!("{path}?limit=1&sort={sort}&cursor={cursor}");
        }
        seen.sort();
        let mut all = works.clone();
        all.sort();
        assert_eq!(seen, all, "{sort}");
    }
    let everything = ladder.sample.office.get(&path).await.expect(200);
    assert_eq!(everything["total"], 4);
    let outsider = county.person("外人").await;
    outsider.get(&path).await.refused(404, "not-found");
    outsider.get(&format!("/submissions/{}", works[0])).await.refused(404, "not-found");
    ladder.leader.get(&format!("{path}?rung=moon")).await.refused(422, "validation-failed");
}

#[actix_web::test]
async fn the_step_of_a_leader_who_wrote_the_work_falls_to_the_expert_then_to_the_school() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let sample = &ladder.sample;
    let workshop = sample.put_workshop(ladder.other_school, "another").await;
    let admin = county.person("吴校长").await;
    let admin =
        admin.hold(Role::SchoolAdmin, Some(sample.project), Some(ladder.other_school)).await;
    let only = county.trainee(sample, "郑坊主", ladder.other_school, Some(workshop)).await;
    let only = only.hold(Role::WorkshopLeader, Some(sample.project), Some(workshop)).await;
    let work = ladder.handed_in(&only, "坊主的课").await;
    // One's own work is none that waits for one's review.
    let list = format!("/projects/{}/submissions?mine=false", sample.project);
    assert_eq!(only.get(&list).await.expect(200)["total"], 0);
    let todo = format!("/me/todo?project_id={}", sample.project);
    let before = only.get(&todo).await.expect(200);
    assert_eq!(before["elsewhere"], json!([]));
    let second = county.trainee(sample, "王学员", ladder.other_school, Some(workshop)).await;
    ladder.handed_in(&second, "学员的课").await;
    let waits = only.get(&todo).await.expect(200)["elsewhere"][0].clone();
    assert_eq!((&waits["code"], &waits["count"]), (&json!("review_homework"), &json!(1)));
    assert_eq!(only.get(&list).await.expect(200)["total"], 1);
    let path = format!("/submissions/{work}/reviews");
    let review = json!({"version": 1, "score": 90, "comment": "好"});
    only.post(&path, review.clone()).await.refused(403, "self-dealing");
    // While an expert is there the school does not step in.
    admin.post(&path, review.clone()).await.refused(403, "forbidden");
    ladder.experts[0].post(&path, review.clone()).await.expect(201);
    county.end_appointments("subject_expert").await;
    admin.post(&path, review).await.expect(201);
    let read = ladder.standing(&admin, &work).await;
    let may = |action: &str| {
        let actions = read["allowed_actions"].as_array().unwrap();
        actions.iter().find(|one| one["action"] == action).unwrap()["allowed"].clone()
    };
    assert_eq!((may("recommend"), may("push")), (json!(true), json!(false)));
}
