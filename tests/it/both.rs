//! T28: SQLite and PostgreSQL give the same answers, save ids and times: every operation, and
//! what the two are known to see differently. Without a server there is nothing to compare.

use std::collections::BTreeMap;

use actix_web::http::Method;
use serde_json::{Value, json};
use tests::{Answer, County, Person};

use crate::access::{
    all,
    ask::ask,
    world::{self, PEOPLE, PLACES, id},
};

/// Random or told by the clock: not to be compared.
const SCRUBBED: [&str; 13] = [
    "next_cursor",
    "request_id",
    "trace_id",
    "code",
    "secret",
    "access_token",
    "hash",
    "head",
    "sha256",
    "signature",
    "digest",
    "prefix",
    "etag",
];

/// Answers by what was asked, ids numbered by when they first came.
#[derive(Default)]
struct Script {
    ids: BTreeMap<String, usize>,
    lines: Vec<(String, String)>,
}

impl Script {
    fn note(&mut self, asked: String, answer: &Answer) {
        let mut body = answer.body.clone();
        let problem = answer.status.as_u16() >= 400;
        scrub(&mut body, problem);
        let text = self.plain(&body.to_string());
        self.lines.push((asked, format!("{} {text}", answer.status.as_u16())));
    }

    /// The text with numbered ids and without instants.
    fn plain(&mut self, text: &str) -> String {
        let (mut rest, mut whole) = (text, String::new());
        while let Some(first) = rest.chars().next() {
            if let Some(uuid) = rest.get(..36).filter(|part| part.parse::<uuid::Uuid>().is_ok()) {
                let next = self.ids.len();
                let number = self.ids.entry(uuid.to_owned()).or_insert(next);
                whole.push_str(&format!("#{number}"));
                rest = &rest[36..];
                continue;
            }
            let end = rest.find('"').unwrap_or(rest.len());
            if first.is_ascii_digit()
                && rest[..end].parse::<chrono::DateTime<chrono::Utc>>().is_ok()
            {
                whole.push_str("an instant");
                rest = &rest[end..];
                continue;
            }
            whole.push(first);
            rest = &rest[first.len_utf8()..];
        }
        whole
    }
}

fn scrub(value: &mut Value, problem: bool) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let random = SCRUBBED.contains(&name.as_str()) && !(problem && name == "code");
                if random && !field.is_null() {
                    *field = json!("something");
                } else {
                    scrub(field, problem);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| scrub(item, problem)),
        _ => {}
    }
}

/// Every operation, asked by most roles one after another of a world that goes on.
async fn operations(county: &County) -> Script {
    world::build(county).await;
    let (document, mut script) = (api::document(), Script::default());
    for operation in all(&document) {
        // How long it waits is told by the machine; a stream goes on.
        if ["show_metrics", "stream_import", "show_health", "create_session"]
            .contains(&operation.name.as_str())
        {
            continue;
        }
        for who in PEOPLE.iter().filter(|who| who.code != "AN") {
            let Some(token) = who.token(county) else { continue };
            let caller = Person { token, ..county.nobody() };
            let ask = ask(&document, &operation, &PLACES[0]);
            let key = format!("{} {}", operation.name, who.code);
            let headers = [("idempotency-key", key.as_str()), ("if-match", "\"1\"")];
            let kind = (!ask.kind.is_empty()).then_some(ask.kind);
            let method = operation.method.to_uppercase();
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            let path = format!("/{}", ask.path);
            if HOLLOW.contains(&operation.name.as_str()) {
                continue;
            }
            // What is remembered for up to a second must not tell a slow database from a quick one.
            county.state.services.sessions.forget_all();
            let answer = caller.send(method, &path, kind, ask.body, &headers).await;
            script.note(key, &answer);
        }
    }
    script
}

/// What these give is not behind the rows of this world.
const HOLLOW: [&str; 2] = ["show_attachment_content", "show_import_errors"];

/// Searches, orders, bounds and odd signs.
async fn odds(county: &County) -> Script {
    world::build(county).await;
    let token = |code: &str| {
        let who = PEOPLE.iter().find(|who| who.code == code).unwrap();
        Person { token: who.token(county).unwrap(), ..county.nobody() }
    };
    let (team, office, mut script) = (token("PT"), token("CA"), Script::default());
    let (project, region) = (id("project A"), id("county A"));
    let names = [
        "第一小学",
        "第二小学",
        "第十小学",
        "实验%小学",
        "实验_小学",
        "实验小学",
        "ABC小学",
        "abc小学",
        "Ábc小学",
        "阿城小学",
        "重庆路小学",
        "éclair小学",
        "ＡＢＣ小学",
        "𠮷小学",
        " 空 格 小学 ",
    ];
    for (at, name) in names.iter().enumerate() {
        let new = json!({"kind": "school", "parent_id": region, "name": name,
            "code": format!("22078100{at:02}")});
        script.note(format!("school {name}"), &office.post("/organizations", new).await);
    }
    for name in ["nul\u{0}byte", "", " ", "\u{202e}bidi", "x\r\ny"] {
        let new = json!({"kind": "school", "parent_id": region, "name": name,
            "code": format!("2207820{:03}", name.len())});
        script.note(format!("odd {name:?}"), &office.post("/organizations", new).await);
    }
    let courses = format!("/projects/{project}/courses");
    let hours = [
        json!(0.5),
        json!(12.25),
        json!(0.01),
        json!(1.005),
        json!(0),
        json!(-1),
        json!(100),
        json!(2_147_483_647_i64),
        json!(2_147_483_648_i64),
        json!(9_223_372_036_854_775_807_i64),
        json!(1e300),
        json!("1"),
        Value::Null,
    ];
    for (at, hours) in hours.iter().enumerate() {
        let new = json!({"code": format!("O{at:02}"), "title": format!("课程{}", names[at]),
            "subject": "YW", "stage": "general", "module": 1, "hours": hours});
        script.note(format!("hours {hours}"), &team.post(&courses, new).await);
    }
    let words = [
        "%25",
        "_",
        "%5C",
        "abc",
        "ABC",
        "%E5%B0%8F",
        "%E5%AE%9E%E9%AA%8C%25",
        "%00",
        "%27",
        "",
        "%20",
        "%F0%A0%AE%B7",
        "%C3%81",
        "%C3%A1",
        "%C3%81B",
        "%C3%81b",
        "%EF%BC%A1",
    ];
    let lists = [
        "/organizations".to_owned(),
        courses.clone(),
        format!("/projects/{project}/schools"),
        format!("/projects/{project}/enrollments"),
        format!("/projects/{project}/classes"),
        format!("/projects/{project}/workshops"),
        format!("/projects/{project}/submissions"),
        format!("/projects/{project}/resources"),
    ];
    for list in &lists {
        let mut queries: Vec<String> = words.iter().map(|word| format!("q={word}")).collect();
        for sort in [
            "name",
            "-name",
            "title",
            "-title",
            "code",
            "-code",
            "hours",
            "-hours",
            "created_at",
            "-created_at",
            "trainee_no",
            "-trainee_no",
            "updated_at",
        ] {
            queries.push(format!("sort={sort}&limit=200"));
        }
        queries.extend(
            [
                "limit=0",
                "limit=1",
                "limit=201",
                "limit=-1",
                "limit=99999999999",
                "cursor=abc",
                "updated_since=2020-06-01T08:00:00%2B08:00",
                "updated_since=2020-06-01",
            ]
            .map(str::to_owned),
        );
        for query in queries {
            let path = format!("{list}?{query}");
            script.note(path.clone(), &office.get(&path).await);
            // Page by page the same rows come in the same order.
            if query.starts_with("sort=") {
                let page = format!("{list}?{}", query.replace("200", "4"));
                let first = office.get(&page).await;
                script.note(page.clone(), &first);
                if let Some(cursor) = first.body["next_cursor"].as_str() {
                    let next = format!("{page}&cursor={cursor}");
                    script.note(format!("{page} on"), &office.get(&next).await);
                }
            }
        }
    }
    let phases = format!("/projects/{project}/phases");
    for (from, to) in [
        ("2020-06-01", "2020-06-30"),
        ("2020-06-30", "2020-06-01"),
        ("2020-02-30", "2020-06-01"),
        ("0000-01-01", "9999-12-31"),
        ("2020-06-01T00:00:00Z", "x"),
    ] {
        let new = json!({"name": "阶段二", "starts_on": from, "ends_on": to, "modules": [1],
            "activities": ["homework"], "grade_components": ["offline"]});
        script.note(format!("phase {from} {to}"), &team.post(&phases, new).await);
    }
    script
}

fn compare(file: &Script, server: &Script) {
    assert_eq!(file.lines.len(), server.lines.len());
    let pairs = file.lines.iter().zip(&server.lines);
    let differences: Vec<String> = pairs
        .filter(|(one, other)| one != other)
        .map(|((asked, one), (_, other))| {
            format!("{asked}\n  SQLite     {one}\n  PostgreSQL {other}")
        })
        .collect();
    assert!(differences.is_empty(), "{} differ:\n{}", differences.len(), differences.join("\n"));
}

#[actix_web::test]
async fn every_operation_answers_the_same_on_both_databases() {
    if std::env::var_os("TISHENG_TEST_POSTGRES").is_none() {
        return;
    }
    let (file, server) = (County::in_a_file().await, County::new().await);
    let (one, other) = (operations(&file).await, operations(&server).await);
    assert!(one.lines.len() > 2_000, "{}", one.lines.len());
    compare(&one, &other);
}

#[actix_web::test]
async fn odd_words_orders_and_bounds_are_judged_the_same_on_both_databases() {
    let file = County::in_a_file().await;
    let one = odds(&file).await;
    let faults = one.lines.iter().filter(|(_, answer)| answer.starts_with('5'));
    assert_eq!(faults.collect::<Vec<_>>(), Vec::<&(String, String)>::new());
    if std::env::var_os("TISHENG_TEST_POSTGRES").is_some() {
        compare(&one, &odds(&County::new().await).await);
    }
}
