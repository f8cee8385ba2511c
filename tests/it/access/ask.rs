//! A minimal valid request for each operation, made from the document; what the document cannot
//! know is said in [`special`].

use serde_json::{Map, Value, json};

use super::world::{Place, thing_of};

/// One operation of the document.
pub struct Operation {
    pub name: String,
    pub method: String,
    pub path: String,
    pub rule: String,
    pub value: Value,
}

/// What is sent.
pub struct Ask {
    pub path: String,
    pub kind: &'static str,
    pub body: Vec<u8>,
}

pub fn ask(document: &Value, operation: &Operation, place: &Place) -> Ask {
    let mut path = fill(&operation.path, place);
    let mut query = vec![];
    for parameter in operation.value["parameters"].as_array().into_iter().flatten() {
        if parameter["in"] == "query" && parameter["required"] == true {
            let name = parameter["name"].as_str().expect("a name");
            let value = example(document, &parameter["schema"], name, place);
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            query.push(format!("{name}={}", text.replace(':', "%3A").replace('+', "%2B")));
        }
    }
    let content = operation.value.pointer("/requestBody/content").and_then(Value::as_object);
    let (kind, body) = match content.and_then(|content| content.iter().next()) {
        Some((kind, media)) => body(document, operation, kind, &media["schema"], place),
        None => ("", vec![]),
    };
    if !query.is_empty() {
        path = format!("{path}?{}", query.join("&"));
    }
    Ask { path, kind, body }
}

fn body(
    document: &Value,
    operation: &Operation,
    kind: &str,
    schema: &Value,
    place: &Place,
) -> (&'static str, Vec<u8>) {
    match kind {
        "application/json" => {
            let mut whole = example(document, schema, "", place);
            if let (Some(fields), Value::Object(said)) =
                (whole.as_object_mut(), special(&operation.name, place))
            {
                fields.extend(said);
            }
            ("application/json", whole.to_string().into_bytes())
        }
        "application/x-www-form-urlencoded" => {
            let whole = example(document, schema, "", place);
            let pair = |(name, value): (&String, &Value)| {
                format!("{name}={}", value.as_str().unwrap_or_default())
            };
            let pairs: Vec<String> = whole.as_object().unwrap().iter().map(pair).collect();
            ("application/x-www-form-urlencoded", pairs.join("&").into_bytes())
        }
        "multipart/form-data" => {
            let part = "--x\r\nContent-Disposition: form-data; name=\"file\"; \
                        filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nhello\r\n--x--\r\n";
            ("multipart/form-data; boundary=x", part.as_bytes().to_vec())
        }
        _ => ("application/octet-stream", "姓名\n".as_bytes().to_vec()),
    }
}

/// Fills in a path: an id stands for the thing that its name or the word before it says.
fn fill(template: &str, place: &Place) -> String {
    let mut before = "";
    let mut whole = vec![];
    for part in template.split('/') {
        let Some((lead, name)) = part.split_once('{') else {
            whole.push(part.to_owned());
            before = part;
            continue;
        };
        let name = name.trim_end_matches('}');
        let value = match (name, name.strip_suffix("_id")) {
            ("id", _) => place.of(thing_of(before)).to_string(),
            (_, Some(thing)) => place.of(alias(thing)).to_string(),
            ("number", _) => "1".to_owned(),
            ("code", _) => "R7".to_owned(),
            ("kind", _) => "roster".to_owned(),
            ("trainee_no", _) => format!("author%20{}", place.name),
            ("slug", _) => "not-found".to_owned(),
            _ => panic!("access/ask.rs does not know {name} of {template}"),
        };
        whole.push(format!("{lead}{value}"));
    }
    whole.join("/")
}

/// The same thing by another name.
pub fn alias(thing: &str) -> &str {
    match thing {
        "region" => "county",
        "member" | "leader" | "lead" | "admin" | "deputy" | "reviewer" | "expert" | "owner"
        | "author" => "person",
        "organization" | "host" | "scope" | "target" => "school",
        "homework_task" => "task",
        "practice_round" => "round",
        "practice_sheet" => "sheet",
        other => other,
    }
}

/// The smallest value that a schema takes.
pub fn example(document: &Value, schema: &Value, name: &str, place: &Place) -> Value {
    if let Some(reference) = schema["$ref"].as_str() {
        let found = document.pointer(&reference[1..]).expect("a schema");
        return example(document, found, name, place);
    }
    for choice in ["oneOf", "anyOf"] {
        if let Some(choices) = schema[choice].as_array() {
            let real = choices.iter().find(|one| one["type"] != "null").unwrap_or(&choices[0]);
            return example(document, real, name, place);
        }
    }
    if let Some(parts) = schema["allOf"].as_array() {
        let mut whole = Map::new();
        for part in parts {
            if let Value::Object(fields) = example(document, part, name, place) {
                whole.extend(fields);
            }
        }
        return Value::Object(whole);
    }
    if let Some(first) = schema["enum"].as_array().and_then(|values| values.first()) {
        return first.clone();
    }
    let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str()).unwrap_or("object");
    match kind {
        "string" => text(schema, name, place),
        "integer" => schema["minimum"].as_i64().unwrap_or(1).into(),
        "number" => schema["minimum"].as_f64().unwrap_or(1.0).into(),
        "boolean" => true.into(),
        "null" => Value::Null,
        "array" => {
            let least = usize::try_from(schema["minItems"].as_u64().unwrap_or(0)).unwrap();
            let singular = name.trim_end_matches('s');
            vec![example(document, &schema["items"], singular, place); least].into()
        }
        _ => {
            let required = schema["required"].as_array().into_iter().flatten();
            let names = required.filter_map(Value::as_str);
            let field = |name: &str| {
                (name.to_owned(), example(document, &schema["properties"][name], name, place))
            };
            Value::Object(names.map(field).collect())
        }
    }
}

fn text(schema: &Value, name: &str, place: &Place) -> Value {
    match schema["format"].as_str() {
        Some("uuid") => {
            let thing = name.strip_suffix("_id").unwrap_or(name);
            return place.of(alias(thing)).to_string().into();
        }
        Some("date") => return "2020-07-01".into(),
        Some("date-time") => return "2020-07-01T00:00:00Z".into(),
        _ => {}
    }
    if let Some(said) = schema["example"].as_str() {
        return said.into();
    }
    let word = match name {
        "subject" | "subject_code" => "YW",
        "stage" => "primary",
        "phone" => "13812345678",
        _ => "text",
    };
    let least = usize::try_from(schema["minLength"].as_u64().unwrap_or(0)).unwrap();
    format!("{word}{}", "x".repeat(least.saturating_sub(word.len()))).into()
}

/// What the document cannot know of a body.
fn special(operation: &str, place: &Place) -> Value {
    match operation {
        "create_policy" => {
            json!({"body": domain::policy::PolicySet::preset(), "effective_on": "2020-07-01"})
        }
        "choose_appointment" => json!({"appointment_id": null}),
        "change_password" => json!({"new_password": "a rather long password 7"}),
        "create_client" => json!({"kind": "third_party", "scopes": ["roster:read"]}),
        "create_appointment" => json!({"role": "workshop_leader",
            "person": {"name": "王芳", "staff_no": "N1"}, "scope_id": place.of("workshop")}),
        "create_workshop" => json!({"school_id": place.of("school"), "reason": "例外"}),
        "create_activation_codes" => json!({"enrollment_ids": [place.of("enrollment")]}),
        "change_enrollment_status" => json!({"to": "deferred", "reason": "产假"}),
        "create_class" => json!({"school_ids": [place.of("school")]}),
        _ => json!({}),
    }
}
