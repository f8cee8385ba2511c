//! Who may do what: every operation of the document, asked by every role about what is its own,
//! another workshop's, another school's, another county's and another project's. `access.txt` is the whole truth; write it anew
//! with `UPDATE_GOLDEN=1` and read what changed.

mod actions;
pub mod ask;
mod bodies;
pub mod crowd;
pub mod world;

use std::{collections::BTreeSet, fmt::Write as _, pin::Pin, rc::Rc};

use actix_web::{
    App,
    http::{Method, header},
    middleware::from_fn,
    test,
};
use ask::{Operation, ask};
use entity::audit_events;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;
use store::Source;
use tests::{County, Kept, Template};
use uuid::Uuid;
use world::{PEOPLE, PLACES, Place, Who, id};

use crate::openapi::operations;

type Asker = Rc<dyn Fn(test::TestRequest) -> Pin<Box<dyn Future<Output = (u16, Vec<u8>)>>>>;

/// A world of its own, and the service over it.
struct Fresh {
    county: County,
    kept: Kept,
    asker: Asker,
    /// The last row of the trail that was judged.
    seq: i64,
}

/// What a request came to.
struct Outcome {
    status: u16,
    body: Vec<u8>,
    /// Business tables that were written to, whether anything came of it or not.
    written: BTreeSet<String>,
    events: Vec<audit_events::Model>,
}

impl Fresh {
    async fn of(template: &Template) -> Self {
        let county = template.county().await;
        let kept = template.kept(&county).await;
        let app =
            App::new().wrap(from_fn(api::around)).configure(api::configure(county.state.clone()));
        let service = Rc::new(test::init_service(app).await);
        let asker: Asker = Rc::new(move |request: test::TestRequest| {
            let service = service.clone();
            Box::pin(async move {
                let answer = test::call_service(&*service, request.to_request()).await;
                let status = answer.status().as_u16();
                (status, test::read_body(answer).await.to_vec())
            })
        });
        Self { county, kept, asker, seq: 0 }
    }

    async fn ask(
        &mut self,
        document: &Value,
        operation: &Operation,
        place: &Place,
        who: Who,
    ) -> Outcome {
        self.send(ask(document, operation, place), operation, who.token(&self.county)).await
    }

    async fn send(
        &mut self,
        ask: ask::Ask,
        operation: &Operation,
        token: Option<String>,
    ) -> Outcome {
        let mut request = test::TestRequest::with_uri(&ask.path)
            .method(Method::from_bytes(operation.method.to_uppercase().as_bytes()).unwrap())
            .peer_addr("127.0.0.1:5000".parse().unwrap())
            .insert_header(("idempotency-key", Uuid::new_v4().to_string()))
            .insert_header(("if-match", "\"1\""));
        if !ask.kind.is_empty() {
            request = request.insert_header((header::CONTENT_TYPE, ask.kind)).set_payload(ask.body);
        }
        if let Some(token) = token {
            request = request.insert_header((header::AUTHORIZATION, format!("Bearer {token}")));
        }
        drop(self.county.statements());
        let (status, body) = (self.asker)(request).await;
        let sent = self.county.statements();
        let written: BTreeSet<String> = sent.iter().filter_map(|sql| written(sql)).collect();
        let mut events = vec![];
        if written.contains("audit_events") {
            let read = self.county.state.services.db.read();
            let newer = audit_events::Column::Seq.gt(self.seq);
            let query = audit_events::Entity::find().filter(newer);
            events = query.order_by_asc(audit_events::Column::Seq).all(read.conn()).await.unwrap();
        }
        self.seq = events.last().map_or(self.seq, |event| event.seq);
        Outcome { status, body, written, events }
    }

    /// Sets back what was written, so that the next one asks of the same world.
    async fn set_back(&self, outcome: &Outcome) {
        self.kept.set_back(&outcome.written).await;
        self.county.state.services.sessions.forget_all();
    }

    async fn end(self) {
        self.kept.close().await;
        self.county.end().await;
    }
}

impl Outcome {
    /// The problem and the first code of a refusal.
    fn problem(&self) -> String {
        let body: Value = serde_json::from_slice(&self.body).unwrap_or_default();
        let say = |value: &Value| value.as_str().unwrap_or("-").to_owned();
        format!("{} {} {}", self.status, say(&body["code"]), say(&body["errors"][0]["code"]))
    }
}

/// The table that a statement writes to.
fn written(sql: &str) -> Option<String> {
    let start = ["INSERT INTO ", "UPDATE ", "DELETE FROM "];
    let rest = start.iter().find_map(|start| sql.strip_prefix(start))?;
    Some(rest.split([' ', '(']).next()?.trim_matches('"').to_owned())
}

/// Signing in: each try leaves one row, whatever comes of it.
const DOORS: [&str; 1] = ["create_session"];

/// What is wrong with how a request ended: a refusal that changed something, or a trail that
/// does not tell exactly once who did what (T2, T65).
async fn faults_of(
    fresh: &Fresh,
    operation: &Operation,
    who: Who,
    outcome: &Outcome,
) -> Vec<String> {
    let (status, mut faults) = (outcome.status, vec![]);
    if status >= 500 {
        faults.push("a fault of ours".to_owned());
    }
    if operation.rule != "none" && who.code == "AN" && status != 401 {
        faults.push("answered without signing in".to_owned());
    }
    if status >= 400 {
        for table in fresh.kept.changed(Some(&outcome.written)).await {
            faults.push(format!("refused, but {table} changed"));
        }
    }
    let (writes, rows) = (operation.method != "get", outcome.events.len());
    let told = match status {
        _ if DOORS.contains(&operation.name.as_str()) => matches!(status, 200..=299 | 401),
        200..=299 => writes,
        403 | 404 => writes && operation.rule != "none",
        _ => false,
    };
    if rows > 1 || (told && rows != 1) {
        faults.push(format!("{rows} rows in the trail"));
    }
    for event in &outcome.events {
        faults.extend(gaps(operation, who, status, event));
    }
    faults
}

/// What a row of the trail leaves untold, or tells too much.
fn gaps(operation: &Operation, who: Who, status: u16, event: &audit_events::Model) -> Vec<String> {
    let denied = matches!(status, 403 | 404);
    let asked = event.actor_id.or(event.client_id) == Some(id(&format!("person {}", who.code)));
    let plain = format!("{:?} {:?} {}", event.object_id, event.reason, event.detail);
    // A part of an id has eight, four or twelve signs.
    let phone = |run: &str| run.len() == 11 && run.bytes().all(|sign| sign.is_ascii_digit());
    let digits = plain.split(|sign: char| !sign.is_ascii_alphanumeric()).any(phone);
    let own = ["A01", "P04", "none"].contains(&operation.rule.as_str());
    let said = [
        ("the moment", event.at.timestamp() > 0),
        ("the request", !event.request_id.is_empty()),
        ("the address", event.ip == "127.0.0.1"),
        ("who", asked || operation.rule == "none"),
        ("the outcome", (event.outcome == "denied") == denied),
        ("the role", denied || own || event.role != "none"),
        ("the action", event.action.contains('.')),
        ("what", !event.object_kind.is_empty() && event.object_id.is_some()),
        ("no phone", !digits),
    ];
    let gap = |(what, told): (&str, bool)| (!told).then(|| format!("does not tell {what}"));
    said.into_iter().filter_map(gap).collect()
}

async fn rows_of(
    template: &Template,
    document: &Value,
    operation: &Operation,
    fresh: &mut Fresh,
    faults: &mut Vec<String>,
) -> String {
    let mut text = format!(
        "{} {} {} {}\n",
        operation.name,
        operation.method.to_uppercase(),
        operation.path,
        operation.rule
    );
    for place in &PLACES {
        write!(text, "  {:<7}", place.name).unwrap();
        for who in PEOPLE {
            let outcome = fresh.ask(document, operation, place, who).await;
            let status = outcome.status;
            for fault in faults_of(fresh, operation, who, &outcome).await {
                let at = format!("{} by {} at {}", operation.name, who.code, place.name);
                faults.push(format!("{at}, {status}: {fault}"));
            }
            write!(text, " {status}").unwrap();
            if status == 202 {
                // Work goes on behind the answer; a new world does not hear of it.
                let old = std::mem::replace(fresh, Fresh::of(template).await);
                old.end().await;
            } else if status < 400 {
                fresh.set_back(&outcome).await;
            }
        }
        text.push('\n');
    }
    let left = fresh.kept.changed(None).await;
    if !left.is_empty() {
        faults.push(format!("{} left a change in {left:?}", operation.name));
        fresh.kept.set_back(&left).await;
    }
    text
}

/// Every operation of the document, by name.
pub fn all(document: &Value) -> Vec<Operation> {
    let mut list: Vec<Operation> = operations(document)
        .into_iter()
        .map(|(method, path, value)| Operation {
            name: value["operationId"].as_str().expect("a name").to_owned(),
            rule: value["x-authz"].as_str().expect("a rule").to_owned(),
            method,
            path,
            value,
        })
        .collect();
    list.sort_by(|one, other| one.name.cmp(&other.name));
    list
}

#[actix_web::test]
async fn every_role_gets_from_every_operation_what_the_golden_file_says() {
    let template = Template::of(world::build).await;
    let document = api::document();
    let list = all(&document);
    let heads = PEOPLE.map(|who| format!(" {:<3}", who.code)).concat();
    let mut text = format!(
        "# Written by UPDATE_GOLDEN=1 cargo test -p tests --test it access::\n#        {heads}\n"
    );
    let mut faults = vec![];
    let mut fresh = Fresh::of(&template).await;
    for operation in &list {
        text.push_str(&rows_of(&template, &document, operation, &mut fresh, &mut faults).await);
    }
    fresh.end().await;
    assert!(list.len() * PLACES.len() * PEOPLE.len() >= 3_000, "too little was asked");
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/it/access.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(file, &text).expect("the golden file");
    }
    assert!(faults.is_empty(), "{faults:#?}");
    let kept = std::fs::read_to_string(file).expect("the golden file");
    for (line, (kept, now)) in kept.lines().zip(text.lines()).enumerate() {
        assert_eq!(now, kept, "line {}: run with UPDATE_GOLDEN=1 and read what changed", line + 1);
    }
    assert_eq!(
        text.lines().count(),
        kept.lines().count(),
        "an operation has no row: UPDATE_GOLDEN=1"
    );
}
