use actix_web::http::Method;
use chrono::Duration;
use domain::access::Role;
use entity::{resources, submissions};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::{Value, json};
use store::Source;
use tests::{Answer, County, Person, Sample};
use uuid::Uuid;

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";

async fn send(person: &Person<'_>, project: Uuid, name: &str, content: &[u8]) -> Answer {
    let key = Uuid::new_v4().to_string();
    send_as(person, project, name, content, &key).await
}

async fn send_as(
    person: &Person<'_>,
    project: Uuid,
    name: &str,
    content: &[u8],
    key: &str,
) -> Answer {
    let name: String = name.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let path = format!("/attachments?project_id={project}&name={name}");
    let headers = [("idempotency-key", key)];
    let stream = Some("application/octet-stream");
    person.send(Method::POST, &path, stream, content.to_vec(), &headers).await
}

fn id(view: &Value) -> Uuid {
    view["id"].as_str().expect("an id").parse().expect("a UUID")
}

/// How many files lie in the folder.
fn kept(county: &County) -> usize {
    fn count(folder: &std::path::Path) -> usize {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|one| if one.path().is_dir() { count(&one.path()) } else { 1 }).sum()
    }
    count(&county.state.config.data_dir.join("files"))
}

/// A work of somebody that has a file.
async fn work(sample: &Sample<'_>, author: &Person<'_>, place: Uuid, school: Uuid, file: Uuid) {
    let (work, now) = (Uuid::new_v4(), sample.office.county.now());
    let row = submissions::Model {
        id: work,
        project_id: sample.project,
        task_id: None,
        enrollment_id: place,
        person_id: author.id,
        county_id: sample.region,
        school_id: school,
        class_id: None,
        workshop_id: None,
        subject: "chinese".to_owned(),
        stage: "primary".to_owned(),
        title: "《静夜思》教学设计".to_owned(),
        kind: "lesson_plan".to_owned(),
        rung: "library".to_owned(),
        status: "accepted".to_owned(),
        latest_version: 1,
        score: None,
        late: false,
        consent: true,
        external_id: None,
        reviews: 0,
        recommendations: 0,
        version: 1,
        submitted_at: Some(now),
        created_at: now,
        updated_at: now,
    };
    let write = sample.office.county.state.services.db.write().await.unwrap();
    let row = submissions::ActiveModel::from(row).reset_all();
    submissions::Entity::insert(row).exec_without_returning(write.conn()).await.unwrap();
    write.commit().await.unwrap();
    bind(sample.office.county, work, file).await;
}

/// Makes a file one of a work's first version.
async fn bind(county: &County, work: Uuid, file: Uuid) {
    use entity::attachments::{Column, Entity};
    let write = county.state.services.db.write().await.unwrap();
    Entity::update_many()
        .col_expr(Column::SubmissionId, Expr::value(work))
        .col_expr(Column::VersionNumber, Expr::value(1))
        .filter(Column::Id.eq(file))
        .exec(write.conn())
        .await
        .unwrap();
    write.commit().await.unwrap();
}

async fn publish(sample: &Sample<'_>, author: Uuid, school: Uuid) {
    let db = sample.office.county.state.services.db.write().await.unwrap();
    let work = submissions::Entity::find().one(db.conn()).await.unwrap().unwrap();
    let now = sample.office.county.now();
    let row = resources::Model {
        id: Uuid::new_v4(),
        project_id: sample.project,
        county_id: sample.region,
        school_id: school,
        submission_id: Some(work.id),
        level: "project".to_owned(),
        title: work.title,
        kind: work.kind,
        subject: work.subject,
        stage: work.stage,
        author_id: author,
        licence: "CC BY 4.0".to_owned(),
        status: "published".to_owned(),
        published_at: now,
        version: 1,
        updated_at: now,
    };
    let row = resources::ActiveModel::from(row).reset_all();
    resources::Entity::insert(row).exec_without_returning(db.conn()).await.unwrap();
    db.commit().await.unwrap();
}

#[actix_web::test]
async fn a_file_comes_back_byte_for_byte_whole_or_in_parts_and_never_inside_a_page() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.found_school("第一小学").await;
    let (author, _) = sample.enrolled("李老师", school).await;
    let name = "教案（一）;\"a\".pdf";
    let made = send(&author, sample.project, name, PDF).await;
    assert_eq!(made.header("location").rsplit('/').next(), made.body["id"].as_str());
    let made = made.expect(201);
    assert_eq!((&made["name"], &made["size"]), (&json!(name), &json!(PDF.len())));
    assert_eq!(made["media_type"], "application/pdf");
    let path = format!("/attachments/{}/content", id(&made));
    let whole = author.get(&path).await;
    assert_eq!((whole.status.as_u16(), &whole.bytes[..]), (200, PDF));
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "sandbox; default-src 'none'; frame-ancestors 'none'"),
        ("cross-origin-resource-policy", "same-origin"),
        ("accept-ranges", "bytes"),
    ] {
        assert_eq!(whole.header(name), value, "{name}");
    }
    let disposition = whole.header("content-disposition");
    assert!(disposition.starts_with("attachment; filename=\"file.pdf\"; filename*=UTF-8''%E6%95"));
    assert!(disposition.contains("%3B%22a%22.pdf"), "{disposition}");
    for (range, place, bytes) in [
        ("bytes=0-3", format!("bytes 0-3/{}", PDF.len()), &PDF[..4]),
        ("bytes=5-", format!("bytes 5-{}/{}", PDF.len() - 1, PDF.len()), &PDF[5..]),
        (
            "bytes=-6",
            format!("bytes {}-{}/{}", PDF.len() - 6, PDF.len() - 1, PDF.len()),
            b"%%EOF\n",
        ),
    ] {
        let part = author.ask(Method::GET, &path, None, &[("range", range)]).await;
        assert_eq!((part.status.as_u16(), &part.bytes[..]), (206, bytes), "{range}");
        assert_eq!(part.header("content-range"), place);
    }
    let beyond = author.ask(Method::GET, &path, None, &[("range", "bytes=9999-")]).await;
    beyond.refused(416, "range-not-satisfiable");
    let stale = [("range", "bytes=0-3"), ("if-range", "\"other\"")];
    let whole = author.ask(Method::GET, &path, None, &stale).await;
    assert_eq!((whole.status.as_u16(), &whole.bytes[..]), (200, PDF));
}

#[actix_web::test]
async fn what_is_not_what_its_name_says_or_could_run_something_is_refused_and_leaves_nothing() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.found_school("第一小学").await;
    let (author, _) = sample.enrolled("李老师", school).await;
    let cases: [(&str, &[u8], u16, &str); 12] = [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", 415, "file_type_not_taken"),
        ("a.html", b"<html>", 415, "file_type_not_taken"),
        ("a.exe", b"MZ\x90\0", 415, "file_type_not_taken"),
        ("a.docm", b"PK\x03\x04", 415, "file_type_not_taken"),
        ("a", PDF, 415, "file_type_not_taken"),
        ("a.pdf", b"<html><script>1</script>", 415, "content_differs"),
        ("a.png", PDF, 415, "content_differs"),
        ("a.txt", b"MZ\x90\0\x03", 415, "content_differs"),
        ("a.docx", b"PK\x03\x04 nothing", 422, "archive_broken"),
        ("a.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 415, "encrypted"),
        ("a.pdf", b"", 422, "file_empty"),
        ("../a.pdf", PDF, 422, "name_invalid"),
    ];
    for (name, content, status, code) in cases {
        let answer = send(&author, sample.project, name, content).await;
        assert_eq!(answer.status.as_u16(), status, "{name}: {}", answer.body);
        assert_eq!(answer.body["errors"][0]["code"], code, "{name}: {}", answer.body);
    }
    assert_eq!(kept(&county), 0);
    send(&author, sample.project, "图.png", PNG).await.expect(201);
    send(&author, sample.project, "说明.txt", "反思：很好。\n".as_bytes()).await.expect(201);
    assert_eq!(kept(&county), 2);
}

#[actix_web::test]
async fn the_bytes_decide_about_the_limit_and_the_quota_refuses_whole_files() {
    let county = County::with(|config| {
        (config.file_mib, config.person_files, config.person_mib) = (1, 2, 1);
    })
    .await;
    let sample = county.sample().await;
    let school = sample.found_school("第一小学").await;
    let (author, _) = sample.enrolled("李老师", school).await;
    let mut large = PDF.to_vec();
    large.resize(1024 * 1024 + 1, b' ');
    let refused = send(&author, sample.project, "a.pdf", &large).await;
    let refused = refused.refused(413, "content-too-large");
    assert!(refused["detail"].as_str().unwrap().contains("1048576"), "{refused}");
    large.truncate(700 * 1024);
    send(&author, sample.project, "a.pdf", &large).await.expect(201);
    let over = send(&author, sample.project, "b.pdf", &large).await.refused(409, "quota-exceeded");
    assert_eq!(over["errors"][0]["code"], "bytes_of_person");
    assert_eq!(kept(&county), 1);
    let second = send(&author, sample.project, "c.pdf", PDF).await.expect(201);
    let over = send(&author, sample.project, "d.pdf", PDF).await.refused(409, "quota-exceeded");
    assert_eq!(over["errors"][0]["code"], "files_of_person");
    let gone = author.delete(&format!("/attachments/{}", id(&second))).await;
    assert_eq!((gone.status.as_u16(), kept(&county)), (204, 1));
    send(&author, sample.project, "d.pdf", PDF).await.expect(201);
}

#[actix_web::test]
async fn the_same_key_keeps_one_file() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.found_school("第一小学").await;
    let (author, _) = sample.enrolled("李老师", school).await;
    let first = send_as(&author, sample.project, "a.pdf", PDF, "k").await.expect(201);
    let again = send_as(&author, sample.project, "a.pdf", PDF, "k").await.expect(201);
    assert_eq!((&first, kept(&county)), (&again, 1));
    let other = send_as(&author, sample.project, "a.pdf", b"%PDF-1.4 other", "k").await;
    other.refused(422, "idempotency-key-reused");
    assert_eq!(kept(&county), 1);
}

#[actix_web::test]
async fn a_file_is_read_by_whoever_may_read_its_work_and_by_all_once_the_library_has_it() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.found_school("第一小学").await;
    let (author, place) = sample.enrolled("李老师", school).await;
    let (colleague, _) = sample.enrolled("王老师", school).await;
    let made = send(&author, sample.project, "a.pdf", PDF).await.expect(201);
    let path = format!("/attachments/{}", id(&made));
    let content = format!("{path}/content");
    sample.office.get(&path).await.refused(404, "not-found");
    colleague.delete(&path).await.refused(404, "not-found");
    work(&sample, &author, place, school, id(&made)).await;
    assert_eq!(sample.office.get(&path).await.expect(200)["version_number"], 1);
    author.get(&path).await.expect(200);
    colleague.get(&content).await.refused(404, "not-found");
    author.delete(&path).await.refused(409, "invalid-transition");
    publish(&sample, author.id, school).await;
    assert_eq!(colleague.get(&content).await.bytes, PDF);
    county.person("路人").await.get(&content).await.refused(404, "not-found");
    send(&sample.office, sample.project, "a.pdf", PDF).await.refused(403, "forbidden");
}

/// Holds who reads the files of a work on this rung against who reads the work.
async fn readers_agree(rung: &str) {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let (project, region) = (ladder.sample.project, ladder.sample.region);
    let classmate = county.trainee(&ladder.sample, "王老师", ladder.school, None).await;
    let stranger = county.person("路人").await;
    let other = county.person("别校校长").await;
    let other = other.hold(Role::SchoolAdmin, Some(project), Some(ladder.other_school)).await;
    let office = county.person("县管理员").await;
    let office = office.hold(Role::CountyAdmin, Some(project), Some(region)).await;
    let work = match rung {
        "personal" => ladder.handed_in(&ladder.author, "《静夜思》教学设计").await,
        _ => ladder.carried_to(&ladder.author, rung).await,
    };
    let file = id(&send(&ladder.author, project, "教案.pdf", PDF).await.expect(201));
    bind(&county, work.parse().unwrap(), file).await;
    let everybody = [
        &ladder.author,
        &ladder.leader,
        &ladder.school_admin,
        &ladder.experts[0],
        &ladder.experts[2],
        &ladder.sample.office,
        &classmate,
        &other,
        &office,
        &stranger,
    ];
    let mut readers = 0;
    for (place, person) in everybody.into_iter().enumerate() {
        let whole = person.get(&format!("/submissions/{work}")).await.status;
        for path in [format!("/attachments/{file}"), format!("/attachments/{file}/content")] {
            let part = person.get(&path).await.status;
            assert_eq!(part, whole, "{rung}: reader {place} of {path}");
        }
        readers += u32::from(whole == 200);
    }
    assert!((2..9).contains(&readers), "{rung}: {readers}");
}

#[actix_web::test]
async fn a_works_file_is_read_by_exactly_those_who_read_the_work_on_every_rung() {
    for rung in ["personal", "school", "regional", "exhibition"] {
        readers_agree(rung).await;
    }
}

#[actix_web::test]
async fn a_judge_gets_the_files_of_an_exhibit_under_names_that_tell_nothing() {
    let county = County::new().await;
    let ladder = county.ladder().await;
    let work = ladder.carried_to(&ladder.author, "exhibition").await;
    let file = send(&ladder.author, ladder.sample.project, "李秀英.pdf", PDF).await.expect(201);
    bind(&county, work.parse().unwrap(), id(&file)).await;
    let path = format!("/attachments/{}", id(&file));
    let [_, judge, second] = &ladder.experts;
    let called = json!({"expert_ids": [judge.id, second.id]});
    let assign = format!("/submissions/{work}/expert-assignments");
    ladder.sample.office.post(&assign, called).await.expect(201);
    assert_eq!(judge.get(&path).await.expect(200)["name"], "附件.pdf");
    judge.get(&format!("/submissions/{work}")).await.refused(404, "not-found");
    assert_eq!(ladder.author.get(&path).await.expect(200)["name"], "李秀英.pdf");
}

#[actix_web::test]
async fn the_sweep_clears_what_nobody_took_for_a_day_and_nothing_else() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.found_school("第一小学").await;
    let (author, place) = sample.enrolled("李老师", school).await;
    let taken = send(&author, sample.project, "a.pdf", PDF).await.expect(201);
    let free = send(&author, sample.project, "b.pdf", PDF).await.expect(201);
    work(&sample, &author, place, school, id(&taken)).await;
    let folder = county.state.config.data_dir.join("files");
    let (lost, broken) = (county.state.services.new_id(), county.state.services.new_id());
    std::fs::create_dir_all(folder.join("kept/00")).unwrap();
    std::fs::write(folder.join(format!("kept/00/{lost}")), b"x").unwrap();
    std::fs::write(folder.join(format!("arriving/{broken}")), b"x").unwrap();
    let system = county.system();
    assert_eq!(app::attachments::sweep(&system).await.unwrap(), 0);
    county.pass(Duration::hours(25));
    let author = county.known(author.id).await;
    let young = send(&author, sample.project, "c.pdf", PDF).await.expect(201);
    app::attachments::sweep(&system).await.unwrap();
    assert!(!folder.join(format!("arriving/{broken}")).exists());
    author.get(&format!("/attachments/{}", id(&free))).await.refused(404, "not-found");
    for file in [taken, young] {
        let content = author.get(&format!("/attachments/{}/content", id(&file))).await;
        assert_eq!(content.bytes, PDF);
    }
}
