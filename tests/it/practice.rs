use chrono::Duration;
use domain::access::Role;
use entity::{appointments, enrollments};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use store::Source;
use tests::{County, Person, Sample, file};
use uuid::Uuid;

struct Place<'a> {
    sample: Sample<'a>,
    sheet: String,
    /// The school's administrator who is no trainee of the sheet.
    school: Person<'a>,
    second: Person<'a>,
}

/// The sample county with an opened round; the smallest sheet of one school.
async fn place(county: &County) -> Place<'_> {
    county.pass(Duration::days(200));
    let sample = county.sample().await;
    for (kind, name) in [
        ("schools", "schools.csv"),
        ("roster", "roster.csv"),
        ("classes", "classes.csv"),
        ("class_members", "class-members.csv"),
    ] {
        sample.import(kind, name).await;
    }
    let body = json!({"name": "实践测评", "opens_on": "2020-10-01", "closes_on": "2020-12-15"});
    let path = format!("/projects/{}/practice-rounds", sample.project);
    let round = sample.office.post(&path, body).await.expect(201);
    assert_eq!(round["status"], "draft");
    let open = format!("/practice-rounds/{}/openings", round["id"].as_str().unwrap());
    let round = sample.office.post(&open, json!({})).await.expect(201);
    assert_eq!(round["status"], "open");
    let path = format!("/projects/{}/practice-sheets?limit=200", sample.project);
    let sheets = sample.office.get(&path).await.expect(200);
    let sheets = sheets["items"].as_array().unwrap();
    let rows: i64 = sheets.iter().map(|sheet| sheet["counts"]["rows"].as_i64().unwrap()).sum();
    assert_eq!(rows, 975);
    let small = sheets.iter().min_by_key(|sheet| sheet["counts"]["rows"].as_i64()).unwrap();
    let school: Uuid = small["school_id"].as_str().unwrap().parse().unwrap();
    let id = small["id"].as_str().unwrap().to_owned();
    let (project, region) = (Some(sample.project), Some(sample.region));
    let school = county.person("校管").await.hold(Role::SchoolAdmin, project, Some(school)).await;
    let second = county.person("县二").await.hold(Role::CountyAdmin, project, region).await;
    Place { sheet: format!("/practice-sheets/{id}"), sample, school, second }
}

fn full(sheet: &Value, score: f64) -> Value {
    let rows = sheet["rows"].as_array().unwrap().iter().map(|row| {
        json!({
            "enrollment_id": row["enrollment_id"], "version": row["version"],
            "completion": score / 2.0, "effect": score / 2.0,
        })
    });
    json!({"rows": rows.collect::<Vec<_>>()})
}

async fn fill(place: &Place<'_>, score: f64) {
    let sheet = place.school.get(&place.sheet).await.expect(200);
    let path = format!("{}/scores", place.sheet);
    let done = patch(&place.school, &path, full(&sheet, score)).await.expect(200);
    assert_eq!(done["saved"], sheet["rows"].as_array().unwrap().len(), "{done}");
}

async fn patch(person: &Person<'_>, path: &str, body: Value) -> tests::Answer {
    person.ask(actix_web::http::Method::PATCH, path, Some(body), &[]).await
}

#[actix_web::test]
async fn a_sheet_goes_its_way_and_each_false_step_is_refused() {
    let county = County::new().await;
    let place = place(&county).await;
    let (school, office, sheet) = (&place.school, &place.sample.office, &place.sheet);
    let step = |name: &str| format!("{sheet}/{name}");
    let early = school.post(&step("submittals"), json!({})).await;
    early.refused(409, "invalid-transition");
    office.post(&step("submittals"), json!({})).await.refused(403, "forbidden");
    let whole = school.get(sheet).await.expect(200);
    let first = &whole["rows"][0];
    let one = json!({"rows": [{
        "enrollment_id": first["enrollment_id"], "version": 1, "completion": 60, "effect": 40,
    }, {"enrollment_id": Uuid::new_v4(), "version": 1, "school_score": 80}]});
    let path = step("scores");
    let refused = patch(school, &path, one.clone()).await.expect(200);
    assert_eq!(refused["results"][0]["errors"][0]["code"], "score_out_of_range");
    assert_eq!(refused["results"][1]["errors"][0]["code"], "not_on_sheet");
    patch(office, &path, one).await.refused(403, "forbidden");
    let incomplete = school.post(&step("submittals"), json!({})).await;
    let incomplete = incomplete.refused(409, "invalid-transition");
    assert_eq!(incomplete["errors"][0]["code"], "sheet_incomplete");
    fill(&place, 90.0).await;
    let sent = school.post(&step("submittals"), json!({})).await.expect(201);
    assert_eq!(sent["status"], "school_submitted");
    patch(school, &path, full(&whole, 1.0)).await.refused(409, "invalid-transition");
    school.post(&step("returns"), json!({"reason": "x"})).await.refused(403, "forbidden");
    office.post(&step("returns"), json!({"reason": ""})).await.refused(422, "validation-failed");
    let back = office.post(&step("returns"), json!({"reason": "缺少依据"})).await.expect(201);
    assert_eq!(back["return_reason"], "缺少依据");
    fill(&place, 85.5).await;
    school.post(&step("submittals"), json!({})).await.expect(201);
    office.post(&step("determinations"), json!({})).await.refused(409, "invalid-transition");
    office.post(&step("reviews"), json!({})).await.expect(201);
    let whole = office.get(sheet).await.expect(200);
    let row = &whole["rows"][0];
    let score = format!("/practice-scores/{}", row["id"].as_str().unwrap());
    let version = row["version"].as_i64().unwrap();
    let silent = office.patch(&score, version, json!({"county_score": 70})).await;
    assert_eq!(
        silent.refused(422, "validation-failed")["errors"][0]["code"],
        "adjust_reason_required"
    );
    let wish = json!({"county_score": 70, "adjust_reason": "抽查"});
    office.patch(&score, version - 1, wish.clone()).await.refused(412, "precondition-failed");
    school.patch(&score, version, wish.clone()).await.refused(403, "forbidden");
    let changed = office.patch(&score, version, wish.clone()).await.expect(200);
    assert_eq!((&changed["final_score"], &changed["school_score"]), (&json!(70), &json!(85.5)));
    let changes = office.get(&format!("{score}/changes")).await.expect(200);
    assert_eq!(changes["items"].as_array().unwrap().len(), 3, "{changes}");
    office.post(&step("determinations"), json!({})).await.expect(201);
    office.post(&step("publications"), json!({})).await.refused(403, "four-eyes-required");
    place.second.post(&step("publications"), json!({})).await.expect(201);
    office.post(&step("locks"), json!({})).await.refused(403, "four-eyes-required");
    let locked = place.second.post(&step("locks"), json!({})).await.expect(201);
    assert!(locked["allowed_actions"].as_array().unwrap().iter().all(|one| {
        one["allowed"] == json!(false) && one["blocked_by"] == json!("score_locked")
    }));
    patch(school, &path, full(&whole, 1.0)).await.refused(409, "score-locked");
    office.patch(&score, version + 1, wish).await.refused(409, "score-locked");
    let history = school.get(sheet).await.expect(200);
    assert_eq!(history["history"].as_array().unwrap().len(), 7);
}

#[actix_web::test]
async fn a_trainee_sees_the_mark_with_its_reason_only_after_publication() {
    let county = County::new().await;
    let place = place(&county).await;
    let whole = place.school.get(&place.sheet).await.expect(200);
    let enrollment: Uuid = whole["rows"][0]["enrollment_id"].as_str().unwrap().parse().unwrap();
    let db = county.state.services.db.read();
    let row = enrollments::Entity::find_by_id(enrollment).one(db.conn()).await.unwrap().unwrap();
    let trainee = county.sign_in(row.person_id).await;
    let own = format!("/enrollments/{enrollment}/practice");
    fill(&place, 88.0).await;
    assert_eq!(trainee.get(&own).await.expect(200)["items"], json!([]));
    trainee.get(&place.sheet).await.refused(404, "not-found");
    for (person, step) in [
        (&place.school, "submittals"),
        (&place.sample.office, "reviews"),
        (&place.sample.office, "determinations"),
        (&place.second, "publications"),
    ] {
        person.post(&format!("{}/{step}", place.sheet), json!({})).await.expect(201);
    }
    let seen = trainee.get(&own).await.expect(200);
    assert_eq!(seen["items"][0]["final_score"], 88);
    let bill = trainee.get(&format!("/enrollments/{enrollment}/grade")).await.expect(200);
    let offline = bill["lines"].as_array().unwrap().iter().find(|line| line["code"] == "offline");
    assert_eq!(offline.unwrap()["points"], 44, "{bill}");
    county.person("生人").await.get(&own).await.refused(404, "not-found");
}

#[actix_web::test]
async fn nobody_fills_or_adjusts_the_own_row() {
    let county = County::new().await;
    let place = place(&county).await;
    let whole = place.school.get(&place.sheet).await.expect(200);
    let row = &whole["rows"][0];
    let enrollment: Uuid = row["enrollment_id"].as_str().unwrap().parse().unwrap();
    let read = county.state.services.db.read();
    let found = enrollments::Entity::find_by_id(enrollment).one(read.conn()).await.unwrap();
    let found = found.unwrap();
    let own = county.sign_in(found.person_id).await;
    let own = own.hold(Role::SchoolAdmin, Some(found.project_id), Some(found.school_id)).await;
    let own = own.hold(Role::CountyAdmin, Some(found.project_id), Some(found.county_id)).await;
    let path = format!("{}/scores", place.sheet);
    let done = patch(&own, &path, full(&whole, 90.0)).await.expect(200);
    assert_eq!(done["results"][0]["errors"][0]["code"], "self_dealing", "{done}");
    assert_eq!(done["results"][0]["row"]["not_yours"], true);
    own.post(&format!("{}/submittals", place.sheet), json!({})).await.expect(201);
    own.post(&format!("{}/reviews", place.sheet), json!({})).await.expect(201);
    let score = format!("/practice-scores/{}", row["id"].as_str().unwrap());
    let wish = json!({"county_score": 100, "adjust_reason": "自评"});
    own.patch(&score, 1, wish.clone()).await.refused(403, "self-dealing");
    own.post(&format!("{}/determinations", place.sheet), json!({}))
        .await
        .refused(409, "invalid-transition");
    place.sample.office.patch(&score, 1, wish).await.expect(200);
    own.post(&format!("{}/determinations", place.sheet), json!({})).await.expect(201);
    let roles = appointments::Entity::find()
        .filter(appointments::Column::PersonId.eq(own.id))
        .all(read.conn())
        .await
        .unwrap();
    assert_eq!(roles.len(), 2);
}

#[actix_web::test]
async fn two_editors_lose_nothing() {
    let county = County::new().await;
    let place = place(&county).await;
    let whole = place.school.get(&place.sheet).await.expect(200);
    let row = whole["rows"][0].clone();
    let path = format!("{}/scores", place.sheet);
    let edit = |version: i64, score: i64| {
        let body = json!({"rows": [{
            "enrollment_id": row["enrollment_id"], "version": version, "school_score": score,
        }]});
        patch(&place.school, &path, body)
    };
    let (mut seen, mut saved, mut stale) = ([1_i64, 1], 0, 0);
    let mut random = 7_u32;
    for turn in 0..200_i64 {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let editor = usize::from(random >> 31 == 1);
        let done = edit(seen[editor], turn % 100).await.expect(200);
        let result = &done["results"][0];
        match result["status"].as_str().unwrap() {
            "saved" => saved += 1,
            "stale" => stale += 1,
            other => assert_eq!(other, "unchanged"),
        }
        seen[editor] = result["row"]["version"].as_i64().unwrap();
    }
    assert!(stale > 20, "{stale}");
    let score = format!("/practice-scores/{}/changes?limit=200", row["id"].as_str().unwrap());
    let kept = place.school.get(&score).await.expect(200);
    let kept = kept["items"].as_array().unwrap();
    assert_eq!(kept.len(), saved);
    for pair in kept.windows(2) {
        assert_eq!(pair[0]["after"], pair[1]["before"]);
    }
    let both = futures(edit(seen[0].max(seen[1]), 11), edit(seen[0].max(seen[1]), 12)).await;
    let saved = both.iter().filter(|done| done["results"][0]["status"] == "saved").count();
    assert_eq!(saved, 1);
}

async fn futures(
    one: impl Future<Output = tests::Answer>,
    other: impl Future<Output = tests::Answer>,
) -> [Value; 2] {
    let (one, other) = tokio::join!(one, other);
    [one.expect(200), other.expect(200)]
}

#[actix_web::test]
async fn a_mark_is_before_the_submittal_and_kept_or_it_is_refused() {
    let county = County::new().await;
    let place = place(&county).await;
    fill(&place, 80.0).await;
    let whole = place.school.get(&place.sheet).await.expect(200);
    let (path, submit) = (format!("{}/scores", place.sheet), format!("{}/submittals", place.sheet));
    let (one, sent, other) = tokio::join!(
        patch(&place.school, &path, full(&whole, 81.0)),
        place.school.post(&submit, json!({})),
        patch(&place.school, &path, full(&whole, 82.0)),
    );
    sent.expect(201);
    let after = place.school.get(&place.sheet).await.expect(200);
    assert_eq!(after["status"], "school_submitted");
    let saved =
        [(one, json!(81)), (other, json!(82))].into_iter().find_map(|(answer, score)| match answer
            .status
            .as_u16()
        {
            200 => (answer.body["saved"] != 0).then_some(score),
            status => {
                assert_eq!(status, 409);
                None
            }
        });
    let expected = saved.unwrap_or(json!(80));
    assert!(after["rows"].as_array().unwrap().iter().all(|row| row["school_score"] == expected));
}

#[actix_web::test]
async fn a_countys_mark_from_a_file_is_shown_and_needs_words_once_the_school_writes_another() {
    let county = County::new().await;
    let place = place(&county).await;
    let (office, sheet) = (&place.sample.office, &place.sheet);
    let whole = place.school.get(sheet).await.expect(200);
    let rows = whole["rows"].as_array().unwrap();
    let mut file = "学员编号,姓名,学校评分,县级评分,备注\n".to_owned();
    for (at, row) in rows.iter().enumerate() {
        let (number, name) = (row["trainee_no"].as_str().unwrap(), row["name"].as_str().unwrap());
        let marks = if at == 0 { ",,未提交实践材料" } else { "80,73," };
        file.push_str(&format!("{number},{name},{marks}\n"));
    }
    let checked = place.sample.upload("practice_scores", "marks.csv", file.into_bytes()).await;
    assert_eq!(checked["status"], "checked", "{checked}");
    let commit = format!("/imports/{}/commit", checked["id"].as_str().unwrap());
    office.post(&commit, json!({})).await.expect(200);
    let whole = place.school.get(sheet).await.expect(200);
    let counts = &whole["counts"];
    let (all, marked) = (rows.len(), rows.len() - 1);
    assert_eq!(counts["county_scored"], marked);
    assert_eq!((&counts["determined"], &counts["done"]), (&json!(0), &json!(marked)));
    assert_eq!(counts["unexplained"], 0, "one file brought both marks");
    assert_eq!(whole["origins"].as_array().unwrap().len(), marked);
    assert_eq!(whole["origins"][0]["county_source"], "import");
    fill(&place, 89.0).await;
    let whole = place.school.get(sheet).await.expect(200);
    assert_eq!(
        (&whole["counts"]["done"], &whole["counts"]["unexplained"]),
        (&json!(all), &json!(marked))
    );
    let second = &whole["rows"][1];
    assert_eq!((&second["school_score"], &second["final_score"]), (&json!(89), &json!(73)));
    place.school.post(&format!("{sheet}/submittals"), json!({})).await.expect(201);
    office.post(&format!("{sheet}/reviews"), json!({})).await.expect(201);
    let determine = format!("{sheet}/determinations");
    let silent = office.post(&determine, json!({})).await.refused(409, "invalid-transition");
    assert_eq!(silent["errors"][0]["code"], "adjust_reason_required", "{silent}");
    for row in office.get(sheet).await.expect(200)["rows"].as_array().unwrap() {
        let path = format!("/practice-scores/{}", row["id"].as_str().unwrap());
        let wish = json!({"county_score": null});
        office.patch(&path, row["version"].as_i64().unwrap(), wish).await.expect(200);
    }
    let done = office.post(&determine, json!({})).await.expect(201);
    assert_eq!(
        (&done["counts"]["determined"], &done["counts"]["unexplained"]),
        (&json!(all), &json!(0))
    );
    let todo = format!("/me/todo?project_id={}", place.sample.project);
    let waits = |todo: &Value| {
        todo["items"].as_array().unwrap().iter().any(|one| one["code"] == "sign_sheets")
    };
    assert!(waits(&place.second.get(&todo).await.expect(200)));
    assert!(!waits(&office.get(&todo).await.expect(200)), "whoever determined does not sign");
}

/// What is noted as changed by hand before a file stays noted, so it is the record of the marks
/// that tells whether somebody wrote since.
#[actix_web::test]
async fn a_file_is_not_undone_over_marks_that_were_written_again_since() {
    let county = County::new().await;
    let place = place(&county).await;
    let (office, sheet) = (&place.sample.office, &place.sheet);
    for score in [90.0, 88.0] {
        fill(&place, score).await;
    }
    let row = office.get(sheet).await.expect(200)["rows"][0].clone();
    let (number, name) = (row["trainee_no"].as_str().unwrap(), row["name"].as_str().unwrap());
    let file = format!("学员编号,姓名,学校评分\n{number},{name},70\n").into_bytes();
    let checked = place.sample.upload("practice_scores", "marks.csv", file).await;
    let job = format!("/imports/{}", checked["id"].as_str().unwrap());
    let rows = office.get(&format!("{job}/rows")).await.expect(200);
    assert_eq!(rows["items"][0]["warnings"], json!(["edit_kept", "edit_differs"]), "{rows}");
    office.post(&format!("{job}/commit?override_edits=true"), json!({})).await.expect(200);
    let now = office.get(sheet).await.expect(200)["rows"][0].clone();
    assert_eq!(now["school_score"], 70);
    for score in [86.0, 84.0] {
        fill(&place, score).await;
    }
    let no =
        office.post(&format!("{job}/undo"), json!({})).await.refused(409, "invalid-transition");
    assert_eq!(no["errors"][0]["code"], "edited_since", "{no}");
}

/// The sheet a mark lies on decides, not the class its person is in by now.
#[actix_web::test]
async fn no_file_moves_a_mark_of_a_determined_sheet_wherever_its_person_went_since() {
    let county = County::new().await;
    let place = place(&county).await;
    let (office, sheet) = (&place.sample.office, &place.sheet);
    fill(&place, 90.0).await;
    place.school.post(&format!("{sheet}/submittals"), json!({})).await.expect(201);
    for step in ["reviews", "determinations"] {
        office.post(&format!("{sheet}/{step}"), json!({})).await.expect(201);
    }
    let before = office.get(sheet).await.expect(200);
    let row = &before["rows"][0];
    let new = json!({"name": "新班", "kind": "independent", "school_ids": [before["school_id"]]});
    let path = format!("/projects/{}/classes", place.sample.project);
    let other = office.post(&path, new).await.expect(201);
    let path = format!("/enrollments/{}/placements", row["enrollment_id"].as_str().unwrap());
    let moved = office.post(&path, json!({"class_id": other["id"]})).await.expect(200);
    assert_eq!(moved["class_id"], other["id"]);
    let (number, name) = (row["trainee_no"].as_str().unwrap(), row["name"].as_str().unwrap());
    let file = format!("学员编号,姓名,学校评分,县级评分\n{number},{name},1,1\n");
    let checked = place.sample.upload("practice_scores", "marks.csv", file.into_bytes()).await;
    let rows = format!("/imports/{}/rows", checked["id"].as_str().unwrap());
    let rows = office.get(&rows).await.expect(200);
    assert_eq!(rows["items"][0]["codes"], json!(["sheet_locked"]), "{rows}");
    assert_eq!(office.get(sheet).await.expect(200)["rows"], before["rows"]);
}

#[actix_web::test]
async fn the_sample_countys_marks_come_out_as_they_went_in() {
    let county = County::new().await;
    let place = place(&county).await;
    place.sample.import("practice_scores", "practice-scores.xlsx").await;
    let expected: Value = serde_json::from_slice(&file("expected-public.json")).unwrap();
    let path = format!("/projects/{}/practice-sheets?limit=200", place.sample.project);
    let sheets = place.sample.office.get(&path).await.expect(200);
    let (mut rows, mut school, mut counted, mut passed) = (0, 0, 0, 0);
    for sheet in sheets["items"].as_array().unwrap() {
        let path = format!("/practice-sheets/{}", sheet["id"].as_str().unwrap());
        let whole = place.sample.office.get(&path).await.expect(200);
        for row in whole["rows"].as_array().unwrap() {
            rows += 1;
            school += i32::from(row["school_score"].is_number());
            counted += i32::from(row["county_score"].is_number());
            passed += i32::from(row["county_score"].as_f64().is_some_and(|score| score >= 60.0));
        }
    }
    let found = json!({
        "rows": rows, "school_scored": school, "county_scored": counted,
        "county_at_least_60": passed,
    });
    assert_eq!(found, expected["practice"]);
}

/// T47: an act that PostgreSQL chooses to break a deadlock is tried again and gets through.
#[actix_web::test]
async fn an_act_that_breaks_a_deadlock_gets_through_at_its_next_try() {
    if std::env::var_os("TISHENG_TEST_POSTGRES").is_none() {
        return; // SQLite has one writer at a time.
    }
    let county = County::new().await;
    let place = place(&county).await;
    let sheet = place.school.get(&place.sheet).await.expect(200);
    let id = place.sheet.rsplit('/').next().unwrap();
    let other = county.state.services.db.write().await.unwrap();
    let hold = |table: &str, key: &str| {
        format!("UPDATE {table} SET version = version WHERE {key} = '{id}'")
    };
    // The act takes the sheet and then its rows; this takes the rows and then the sheet.
    other.conn().execute_unprepared(&hold("practice_scores", "sheet_id")).await.unwrap();
    let path = format!("{}/scores", place.sheet);
    let act = patch(&place.school, &path, full(&sheet, 80.0));
    let cross = async {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        other.conn().execute_unprepared(&hold("practice_sheets", "id")).await.unwrap();
        drop(county.statements());
        other.commit().await.unwrap();
    };
    let (done, ()) = tokio::join!(act, cross);
    let done = done.expect(200);
    assert_eq!(done["saved"], sheet["rows"].as_array().unwrap().len(), "{done}");
    // What it sent after the deadlock was broken is the whole act once more.
    let again = county.statements();
    assert!(again.iter().any(|sql| sql.contains("UPDATE \"practice_sheets\"")), "{again:#?}");
    county.end().await;
}
