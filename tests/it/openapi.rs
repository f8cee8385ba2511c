use std::collections::BTreeMap;

use serde_json::Value;

fn each_ref(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            found.extend(map.get("$ref").and_then(Value::as_str).map(str::to_owned));
            map.values().for_each(|value| each_ref(value, found));
        }
        Value::Array(list) => list.iter().for_each(|value| each_ref(value, found)),
        _ => {}
    }
}

pub fn operations(document: &Value) -> Vec<(String, String, Value)> {
    let mut found = vec![];
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("an item") {
            found.push((method.clone(), path.clone(), operation.clone()));
        }
    }
    found
}

#[test]
fn every_reference_leads_somewhere() {
    let (document, mut found) = (api::document(), vec![]);
    each_ref(&document, &mut found);
    for reference in found {
        assert!(document.pointer(&reference[1..]).is_some(), "{reference} is dangling");
    }
}

#[test]
fn every_operation_has_its_own_name_its_rule_and_its_functions() {
    let document = api::document();
    let mut names = BTreeMap::new();
    for (method, path, operation) in operations(&document) {
        let at = format!("{method} {path}");
        let name = operation["operationId"].as_str().expect("an operation id").to_owned();
        assert!(operation["summary"].is_string(), "{at} has no summary");
        assert!(operation["x-authz"].is_string(), "{at} names no rule");
        assert!(operation["x-functions"].is_array(), "{at} names no function");
        assert_eq!(names.insert(name.clone(), at.clone()), None, "{name} is taken twice");
    }
}

#[test]
fn every_replacing_operation_says_what_it_takes() {
    for (method, path, operation) in operations(&api::document()) {
        if matches!(method.as_str(), "put" | "patch") {
            assert!(operation.get("requestBody").is_some(), "{method} {path} has no body");
        }
    }
}

#[test]
fn the_committed_document_is_not_stale() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../openapi/openapi.json");
    let kept: Value =
        serde_json::from_str(&std::fs::read_to_string(file).expect("the document")).expect("JSON");
    assert!(kept == api::document(), "run `cargo run -p openapi -- write`");
}
