//! Who may do what: every operation of the document, asked by every role about what is its own,
//! its sister school's and another project's. `access.txt` is the whole truth; write it anew
//! with `UPDATE_GOLDEN=1` and read what changed.

mod ask;
mod world;

use std::{fmt::Write as _, pin::Pin, rc::Rc};

use actix_web::{
    App,
    http::{Method, header},
    middleware::from_fn,
    test,
};
use ask::{Operation, ask};
use serde_json::Value;
use tests::{County, Template};
use uuid::Uuid;
use world::{PEOPLE, PLACES, Place, Who};

use crate::openapi::operations;

type Asker = Rc<dyn Fn(test::TestRequest) -> Pin<Box<dyn Future<Output = u16>>>>;

/// A world of its own, and the service over it.
struct Fresh {
    county: County,
    asker: Asker,
}

impl Fresh {
    async fn of(template: &Template) -> Self {
        let county = template.county().await;
        let app =
            App::new().wrap(from_fn(api::around)).configure(api::configure(county.state.clone()));
        let service = Rc::new(test::init_service(app).await);
        let asker: Asker = Rc::new(move |request: test::TestRequest| {
            let service = service.clone();
            Box::pin(async move {
                test::call_service(&*service, request.to_request()).await.status().as_u16()
            })
        });
        Self { county, asker }
    }

    /// The status of a request, and the tables it wrote to.
    async fn ask(
        &self,
        document: &Value,
        operation: &Operation,
        place: &Place,
        who: Who,
    ) -> (u16, Vec<String>) {
        let ask = ask(document, operation, place);
        let mut request = test::TestRequest::with_uri(&ask.path)
            .method(Method::from_bytes(operation.method.to_uppercase().as_bytes()).unwrap())
            .peer_addr("127.0.0.1:5000".parse().unwrap())
            .insert_header(("idempotency-key", Uuid::new_v4().to_string()))
            .insert_header(("if-match", "\"1\""));
        if !ask.kind.is_empty() {
            request = request.insert_header((header::CONTENT_TYPE, ask.kind)).set_payload(ask.body);
        }
        if let Some(token) = who.token(&self.county) {
            request = request.insert_header((header::AUTHORIZATION, format!("Bearer {token}")));
        }
        drop(self.county.statements());
        let status = (self.asker)(request).await;
        let written = self.county.statements().iter().filter_map(|sql| written(sql)).collect();
        (status, written)
    }
}

/// The table that a statement puts a row into. A conditional update that finds nothing is how
/// some refusals are found out, so updates tell nothing here.
fn written(sql: &str) -> Option<String> {
    let rest = sql.strip_prefix("INSERT INTO ")?;
    Some(rest.split_whitespace().next()?.trim_matches('"').to_owned())
}

/// What these give is not behind the rows of this world: whoever is let through meets a fault.
const HOLLOW: [&str; 2] = ["show_attachment_content", "show_import_errors"];

/// Where a refused request may have begun to write: its key (rolled back) and its audit row.
const TRACES: [&str; 3] = ["audit_events", "idempotency_keys", "sign_in_throttles"];

fn refused(status: u16) -> bool {
    matches!(status, 401 | 403 | 404)
}

async fn rows_of(
    template: &Template,
    document: &Value,
    operation: &Operation,
    faults: &mut Vec<String>,
) -> String {
    let mut text = format!(
        "{} {} {} {}\n",
        operation.name,
        operation.method.to_uppercase(),
        operation.path,
        operation.rule
    );
    let mut fresh = Fresh::of(template).await;
    for place in &PLACES {
        write!(text, "  {:<7}", place.name).unwrap();
        for who in PEOPLE {
            let (status, written) = fresh.ask(document, operation, place, who).await;
            let at = format!("{} by {} at {}", operation.name, who.code, place.name);
            if status >= 500 && !HOLLOW.contains(&operation.name.as_str()) {
                faults.push(format!("{at}: {status}"));
            }
            if operation.rule != "none" && who.code == "AN" && status != 401 {
                faults.push(format!("{at}: {status} without signing in"));
            }
            let strange = written.iter().find(|table| !TRACES.contains(&table.as_str()));
            if let Some(table) = strange.filter(|_| refused(status)) {
                faults.push(format!("{at} was refused but wrote to {table}"));
            }
            let rows = written.iter().filter(|table| *table == "audit_events").count();
            let denied = matches!(status, 403 | 404)
                && operation.method != "get"
                && operation.rule != "none";
            if rows > 1 || (denied && rows != 1) {
                faults.push(format!("{at} left {rows} audit rows"));
            }
            write!(text, " {status}").unwrap();
            if status < 400 && operation.method != "get" {
                fresh.county.end().await;
                fresh = Fresh::of(template).await;
            }
        }
        text.push('\n');
    }
    fresh.county.end().await;
    text
}

#[actix_web::test]
async fn every_role_gets_from_every_operation_what_the_golden_file_says() {
    let template = Template::of(world::build).await;
    let document = api::document();
    let mut list: Vec<Operation> = operations(&document)
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
    let heads = PEOPLE.map(|who| format!(" {:<3}", who.code)).concat();
    let mut text = format!(
        "# Written by UPDATE_GOLDEN=1 cargo test -p tests --test it access::\n#        {heads}\n"
    );
    let mut faults = vec![];
    for operation in &list {
        text.push_str(&rows_of(&template, &document, operation, &mut faults).await);
    }
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
