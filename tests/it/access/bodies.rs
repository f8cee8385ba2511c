//! An id in a body is judged as one in a path: what lies beyond the caller's reach does not
//! exist, and nobody who may act on the one thing gets at another by naming it (T2, S16).

use std::collections::BTreeMap;

use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Fresh, Outcome, all,
    ask::{Ask, Operation, alias, ask, example},
    world::{self, PEOPLE, PLACES, Place, Who},
};
use tests::Template;

/// A place in a body where an id belongs: the way to it, and what it is the id of.
struct Hole {
    way: Vec<String>,
    thing: String,
}

fn resolve<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(name) => document.pointer(&name[1..]).expect("a schema"),
        None => match schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
            Some(choices) => {
                let real = choices.iter().find(|one| one["type"] != "null");
                resolve(document, real.unwrap_or(&choices[0]))
            }
            None => schema,
        },
    }
}

/// Every place for an id, at most three steps down.
fn holes(document: &Value, schema: &Value, way: &[String], found: &mut Vec<Hole>) {
    let schema = resolve(document, schema);
    if schema["format"] == "uuid" {
        let name = way.iter().rev().find(|step| *step != "0").expect("a name");
        let name = name.trim_end_matches('s').trim_end_matches("_id");
        let thing = match name {
            "parent" => "county",
            "replace" => "course",
            "team" => "person",
            "run" | "round" | "class" | "clas" => name,
            other => alias(other),
        };
        let thing = if thing == "clas" { "class" } else { thing }.to_owned();
        found.push(Hole { way: way.to_vec(), thing });
        return;
    }
    if way.len() > 4 {
        return;
    }
    let step = |name: &str| [way, &[name.to_owned()]].concat();
    if schema["items"].is_object() {
        holes(document, &schema["items"], &step("0"), found);
    }
    for (name, value) in schema["properties"].as_object().into_iter().flatten() {
        holes(document, value, &step(name), found);
    }
}

/// Puts an id into its place, making what is needed around it.
fn put(document: &Value, schema: &Value, body: &mut Value, way: &[String], id: Uuid) {
    let schema = resolve(document, schema);
    let Some((step, rest)) = way.split_first() else {
        *body = id.to_string().into();
        return;
    };
    if step == "0" {
        if !body.is_array() || body == &json!([]) {
            *body = json!([example(document, &schema["items"], "", &PLACES[0])]);
        }
        return put(document, &schema["items"], &mut body[0], rest, id);
    }
    if !body.is_object() {
        *body = example(document, schema, "", &PLACES[0]);
    }
    if body.get(step).is_none() {
        body[step] = Value::Null;
    }
    put(document, &schema["properties"][step], &mut body[step], rest, id);
}

/// The request with another id in the hole.
fn with(document: &Value, operation: &Operation, hole: &Hole, id: Uuid) -> Ask {
    let mut ask = ask(document, operation, &PLACES[0]);
    let schema = &operation.value["requestBody"]["content"]["application/json"]["schema"];
    let mut body: Value = serde_json::from_slice(&ask.body).expect("JSON");
    put(document, schema, &mut body, &hole.way, id);
    // One of two ways to say the same.
    let fields = body.as_object_mut().expect("an object");
    match (operation.name.as_str(), hole.way[0].as_str()) {
        ("create_appointment", "person_id") => drop(fields.remove("person")),
        ("create_workshop", "class_id") => drop(fields.remove("school_id")),
        ("create_activation_codes", "school_id") => drop(fields.remove("enrollment_ids")),
        _ => {}
    }
    ask.body = body.to_string().into_bytes();
    ask
}

/// The schools of the own county are known to everybody in the project (O01).
fn open_to_all(hole: &Hole, place: &Place) -> bool {
    hole.thing == "school" && place.county == "A"
}

/// Whether a role of the own place may know what lies at another one.
fn reaches(who: Who, place: &Place) -> bool {
    match who.code {
        "PT" => place.project == "A",
        "CA" | "SE" | "TP" => place.county == "A",
        "PO" => true,
        _ => false,
    }
}

/// Operations that answer for each id by itself, or narrow a list by it: what is answered, and
/// whether anything was written, tells whether an id was taken.
const EACH: [&str; 5] = [
    "add_class_members",
    "add_workshop_members",
    "fill_practice_sheet",
    "create_report",
    "create_activation_codes",
];

/// What an answer says beside the ids and instants in it.
fn gist(outcome: &Outcome, id: Uuid) -> String {
    let Ok(body) = serde_json::from_slice::<Value>(&outcome.body) else { return String::new() };
    let rows = body.get("results").or(body.get("items")).or(body.get("rows"));
    rows.map_or_else(String::new, |rows| rows.to_string().replace(&id.to_string(), "id"))
}

/// What only notes that somebody asked.
fn business(outcome: &Outcome) -> Vec<&String> {
    let notes = ["audit_events", "idempotency_keys", "reports"];
    outcome.written.iter().filter(|table| !notes.contains(&table.as_str())).collect()
}

/// Operations whose ids are not those of things in a scope.
const APART: [&str; 3] = ["issue_token", "choose_appointment", "create_project"];

#[actix_web::test]
async fn an_id_in_a_body_reaches_no_further_than_one_in_a_path() {
    let template = Template::of(world::build).await;
    let document = api::document();
    let mut fresh = Fresh::of(&template).await;
    let (mut faults, mut tried, mut taken) = (vec![], 0, BTreeMap::new());
    for operation in all(&document) {
        let schema = &operation.value["requestBody"]["content"]["application/json"]["schema"];
        if !schema.is_object() || APART.contains(&operation.name.as_str()) {
            continue;
        }
        let mut found = vec![];
        holes(&document, schema, &[], &mut found);
        for hole in &found {
            let name = format!("{} {}", operation.name, hole.way.join("/"));
            for who in PEOPLE {
                let token = who.token(&fresh.county);
                let own = with(&document, &operation, hole, PLACES[0].of(&hole.thing));
                let own = fresh.send(own, &operation, token.clone()).await;
                fresh.set_back(&own).await;
                *taken.entry(name.clone()).or_insert(0) += usize::from(own.status < 300);
                let random = with(&document, &operation, hole, Uuid::from_u128(7));
                let random = fresh.send(random, &operation, token.clone()).await;
                fresh.set_back(&random).await;
                for place in &PLACES[2..] {
                    let id = place.of(&hole.thing);
                    if id == PLACES[0].of(&hole.thing) || reaches(who, place) {
                        continue;
                    }
                    let ask = with(&document, &operation, hole, id);
                    let outcome = fresh.send(ask, &operation, token.clone()).await;
                    tried += 1;
                    let changed = fresh.kept.changed(Some(&outcome.written)).await;
                    let at = format!("{name} by {} with one of {}", who.code, place.name);
                    if outcome.status < 400 && EACH.contains(&operation.name.as_str()) {
                        let (is, none) = (gist(&outcome, id), gist(&random, Uuid::from_u128(7)));
                        if is != none || business(&outcome) != business(&random) {
                            let wrote = business(&outcome);
                            faults.push(format!("{at}: {is} {wrote:?}, where nothing is {none}"));
                        }
                    } else if outcome.status < 400 {
                        faults.push(format!("{at}: {}", outcome.status));
                    } else if !changed.is_empty() {
                        faults.push(format!("{at}: refused, but {changed:?} changed"));
                    } else if outcome.problem() != random.problem() && !open_to_all(hole, place) {
                        let (is, none) = (outcome.problem(), random.problem());
                        faults.push(format!("{at}: {is}, where nothing is {none}"));
                    }
                    fresh.set_back(&outcome).await;
                }
            }
        }
    }
    fresh.end().await;
    let idle: Vec<_> =
        taken.iter().filter(|(_, count)| **count == 0).map(|(name, _)| name).collect();
    assert!(tried > 800, "{tried} tried");
    assert!(faults.is_empty(), "{} of {tried}, never taken {idle:#?}: {faults:#?}", faults.len());
}
