use actix_web::http::Method;
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use tests::{County, Sample, file};
use uuid::Uuid;

const HEADER: &str = "姓名,身份证号,手机号,单位,学段,学科";

async fn with_school(county: &County) -> Sample<'_> {
    let sample = county.sample().await;
    sample.import("schools", "schools.csv").await;
    sample
}

/// A row of the sample county's own roster, as text.
fn people(count: usize) -> Vec<[String; 6]> {
    let text = String::from_utf8(file("roster.csv")).unwrap();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let titles: Vec<&str> = lines.next().unwrap().split(',').collect();
    let wanted: Vec<usize> = HEADER
        .split(',')
        .map(|title| titles.iter().position(|one| *one == title).unwrap())
        .collect();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        std::array::from_fn(|at| cells[wanted[at]].to_owned())
    };
    lines.take(count).map(row).collect()
}

fn csv(rows: &[[String; 6]]) -> String {
    let mut text = format!("{HEADER}\r\n");
    for row in rows {
        text += &format!("{}\r\n", row.join(","));
    }
    text
}

fn utf16(text: &str) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

async fn verdicts(sample: &Sample<'_>, job: &Value) -> Vec<Value> {
    let path = format!("/imports/{}/rows?limit=200", job["id"].as_str().unwrap());
    sample.office.get(&path).await.expect(200)["items"].as_array().unwrap().clone()
}

async fn commit(sample: &Sample<'_>, job: &Value, terms: &str) -> tests::Answer {
    let path = format!("/imports/{}/commit{terms}", job["id"].as_str().unwrap());
    sample.office.post(&path, json!({})).await
}

#[actix_web::test]
async fn encodings_separators_and_line_breaks_in_quotes_make_no_difference() {
    let county = County::new().await;
    let sample = with_school(&county).await;
    let plain = csv(&people(3));
    let titled =
        format!("扶余市参训教师名单,,,,,\n基本信息,,,,任教,\n{plain}\n,,,填表人：张三,,\n");
    let starred = plain.replacen("姓名,身份证号", "\"姓名\n（必填）\",\"* 身份证号 *\"", 1);
    for (name, content) in [
        ("utf-8", plain.clone().into_bytes()),
        ("bom", format!("\u{feff}{plain}").into_bytes()),
        ("utf-16", utf16(&plain)),
        ("semicolon", plain.replace(',', ";").into_bytes()),
        ("tab", plain.replace(',', "\t").into_bytes()),
        ("lf", plain.replace("\r\n", "\n").into_bytes()),
        ("titles", titled.into_bytes()),
        ("starred", starred.into_bytes()),
    ] {
        let job = sample.upload("roster", &format!("{name}.csv"), content).await;
        assert_eq!(
            (&job["counts"]["ok"], &job["counts"]["rows"]),
            (&json!(3), &json!(3)),
            "{name}: {job}"
        );
    }
}

#[actix_web::test]
async fn an_id_number_kept_as_a_number_is_lost_and_a_phone_is_not() {
    let county = County::new().await;
    let sample = with_school(&county).await;
    let people = people(2);
    let mut book = Workbook::new();
    book.add_worksheet().set_name("说明").unwrap().set_hidden(true);
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "参训教师名单").unwrap();
    for (column, title) in (0..).zip(HEADER.split(',')) {
        sheet.write_string(1, column, title).unwrap();
    }
    for (line, person) in (2..).zip(&people) {
        for (column, text) in (0..).zip(person) {
            sheet.write_string(line, column, text).unwrap();
        }
        sheet.write_number(line, 2, person[2].parse::<f64>().unwrap()).unwrap();
    }
    sheet.write_number(3, 1, people[1][1][..17].parse::<f64>().unwrap() * 10.0).unwrap();
    sheet.set_active(true);
    let job = sample.upload("roster", "a.xlsx", book.save_to_buffer().unwrap()).await;
    let rows = verdicts(&sample, &job).await;
    assert_eq!((&rows[0]["verdict"], &rows[0]["codes"]), (&json!("ok"), &json!([])), "{rows:?}");
    assert_eq!(rows[1]["codes"], json!(["id_no_format"]), "{rows:?}");
}

#[actix_web::test]
async fn hostile_and_oversized_files_are_refused_whole_by_name() {
    let county = County::new().await;
    let sample = with_school(&county).await;
    let mut compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    compound.resize(1024, 0);
    let mut encrypted = compound.clone();
    encrypted.extend(utf16("EncryptedPackage"));
    compound.extend(utf16("Workbook"));
    let roster = file("roster.xlsx");
    let mut far = Workbook::new();
    let sheet = far.add_worksheet();
    for (column, title) in (0..).zip(HEADER.split(',')) {
        sheet.write_string(0, column, title).unwrap();
    }
    sheet.write_string(1_048_575, 16_383, "x").unwrap();
    let long = format!("{HEADER}\n{}", "a,b,c,d,e,f\n".repeat(200_001));
    for (name, content, code) in [
        ("a.xls", compound, "unsupported_format"),
        ("b.xlsx", encrypted, "encrypted"),
        ("c.xlsx", roster[..roster.len() / 2].to_vec(), "corrupt_file"),
        ("d.xlsx", far.save_to_buffer().unwrap(), "file_too_large"),
        ("e.csv", long.into_bytes(), "file_too_large"),
    ] {
        let job = sample.upload("roster", name, content).await;
        assert_eq!(
            (&job["status"], &job["problem"]["code"]),
            (&json!("refused"), &json!(code)),
            "{name}: {job}"
        );
    }
}

#[actix_web::test]
async fn a_roster_that_changes_too_much_asks_first_and_all_or_nothing_means_it() {
    let county = County::new().await;
    let sample = with_school(&county).await;
    let good = people(40);
    let job = sample.upload("roster", "a.csv", csv(&good).into_bytes()).await;
    assert_eq!(job["needs_confirmation"], false);
    commit(&sample, &job, "?atomic=true").await.expect(200);
    let mut moved = good.clone();
    for person in moved.iter_mut().take(25) {
        person[0] = format!("{}新", person[0]);
    }
    let job = sample.upload("roster", "b.csv", csv(&moved).into_bytes()).await;
    assert_eq!((&job["needs_confirmation"], &job["counts"]["updated"]), (&json!(true), &json!(25)));
    let refused = commit(&sample, &job, "").await.refused(409, "invalid-transition");
    assert_eq!(refused["errors"][0]["code"], "change_threshold");
    commit(&sample, &job, "?confirm_threshold=true").await.expect(200);
    let mut bad = people(42);
    bad.drain(..40);
    bad[0][1] = "1".to_owned();
    let job = sample.upload("roster", "c.csv", csv(&bad).into_bytes()).await;
    let refused = commit(&sample, &job, "?atomic=true").await.refused(422, "import-rejected");
    assert_eq!(refused["errors"][0]["code"], "rows_rejected");
    assert_eq!(commit(&sample, &job, "").await.expect(200)["counts"]["created"], 1);
}

#[actix_web::test]
async fn a_class_over_its_size_takes_members_only_with_a_reason() {
    let county = County::new().await;
    let sample = with_school(&county).await;
    sample.import("roster", "roster.csv").await;
    let mut schools: Vec<String> = people(52).into_iter().map(|person| person[3].clone()).collect();
    schools.push(people(200).pop().unwrap()[3].clone());
    schools.sort();
    schools.dedup();
    let class =
        format!("班级编号,班级名称,组班方式,学校\nT1,大班,校际联片组班,{}\n", schools.join("|"));
    let job = sample.upload("classes", "a.csv", class.into_bytes()).await;
    assert_eq!(job["counts"]["ok"], 1, "{job} {:?}", verdicts(&sample, &job).await);
    commit(&sample, &job, "").await.expect(200);
    for (reason, over) in [("", json!(["class_full"])), ("县里同意", json!([]))] {
        let lines: String = (1..=52).map(|number| format!("T1,FY{number:04},{reason}\n")).collect();
        let text = format!("班级编号,学员编号,原因\n{lines}");
        let job = sample.upload("class_members", "b.csv", text.into_bytes()).await;
        let rows = verdicts(&sample, &job).await;
        assert_eq!(rows[49]["codes"], json!([]), "{reason}");
        assert_eq!((&rows[50]["codes"], &rows[51]["codes"]), (&over, &over), "{reason}");
    }
}

#[actix_web::test]
async fn the_progress_of_a_check_is_told_as_events() {
    let county = County::new().await;
    let sample = with_school(&county).await;
    let path = format!("/projects/{}/imports?kind=roster&file_name=roster.csv", sample.project);
    let key = Uuid::new_v4().to_string();
    let headers = [("idempotency-key", key.as_str())];
    let stream = Some("application/octet-stream");
    let office = &sample.office;
    let made = office.send(Method::POST, &path, stream, file("roster.csv"), &headers).await;
    let id = made.expect(202)["id"].as_str().unwrap().to_owned();
    let told = office.get(&format!("/imports/{id}/events")).await;
    assert_eq!(told.header("content-type"), "text/event-stream");
    let text = String::from_utf8(told.bytes).unwrap();
    let last = text.trim_end().rsplit("data: ").next().unwrap();
    let last: Value = serde_json::from_str(last).unwrap();
    assert_eq!((&last["status"], &last["counts"]["ok"]), (&json!("checked"), &json!(975)));
    let stranger = county.person("路人").await;
    stranger.get(&format!("/imports/{id}/events")).await.refused(404, "not-found");
}
