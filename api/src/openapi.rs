//! The OpenAPI document, gathered from the very services that answer.

mod words;

use actix_web::App;
use serde_json::{Value, json};
use utoipa::OpenApi as _;
use utoipa_actix_web::AppExt;

use crate::problem::{ProblemError, ProblemView};

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Tisheng API",
        description = "Runs teacher-training projects: roster, classes and workshops, the 50 credit-hours, homework, practice scores, qualification.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    servers((url = "/", description = "This server")),
    components(schemas(ProblemView, ProblemError)),
)]
struct Base;

/// Statuses that any operation may answer besides its own.
const PROBLEMS: [u16; 20] = [
    400, 401, 403, 404, 406, 408, 409, 410, 412, 413, 414, 415, 416, 422, 428, 429, 431, 500, 503,
    507,
];

/// The document as JSON.
#[must_use]
pub fn document() -> Value {
    let (_, doc) = App::new()
        .into_utoipa_app()
        .openapi(Base::openapi())
        .configure(crate::routes)
        .split_for_parts();
    let mut doc = serde_json::to_value(doc).unwrap_or_default();
    if let Some(components) = doc.get_mut("components").and_then(Value::as_object_mut) {
        components.insert(
            "securitySchemes".into(),
            json!({
                "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
            }),
        );
        components.insert("headers".into(), words::headers());
        components.insert(
            "responses".into(),
            json!({"Problem": {
                "description": "Anything but success",
                "headers": problem_headers(),
                "content": {"application/problem+json": {
                    "schema": {"$ref": "#/components/schemas/Problem"}
                }}
            }}),
        );
    }
    if let Some(fields) = doc.as_object_mut() {
        fields.insert("tags".into(), words::tags());
    }
    let paths = doc.get_mut("paths").and_then(Value::as_object_mut);
    for item in paths.into_iter().flat_map(|paths| paths.values_mut()) {
        for (method, operation) in item.as_object_mut().into_iter().flatten() {
            complete(method, operation);
        }
    }
    doc
}

fn problem_headers() -> Value {
    json!({
        "X-Request-Id": {"$ref": "#/components/headers/RequestId"},
        "Retry-After": {"$ref": "#/components/headers/RetryAfter"},
        "RateLimit": {"$ref": "#/components/headers/RateLimit"},
        "RateLimit-Policy": {"$ref": "#/components/headers/RateLimitPolicy"},
    })
}

/// Adds what holds for every operation of its method: the problems it may answer, who may call
/// it at all, and the headers it takes.
fn complete(method: &str, operation: &mut Value) {
    let Some(fields) = operation.as_object_mut() else { return };
    let open = fields.get("x-authz").and_then(Value::as_str) == Some("none");
    if !open {
        fields.entry("security").or_insert_with(|| json!([{"bearer": []}]));
    } else {
        fields.entry("security").or_insert_with(|| json!([]));
    }
    let mut headers = vec![];
    if method == "post" && !open {
        headers.push(json!({
            "name": "Idempotency-Key", "in": "header", "required": true,
            "description": "A fresh key for each act; repeating it repeats the answer, not the act.",
            "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"}
        }));
    }
    if fields.get("x-if-match").and_then(Value::as_bool) == Some(true) {
        headers.push(json!({
            "name": "If-Match", "in": "header", "required": true,
            "description": "The ETag of the version that the change is based on.",
            "schema": {"type": "string", "pattern": "^(W/)?\"[!#-~]*\"$"}
        }));
    }
    if !headers.is_empty() {
        let parameters = fields.entry("parameters").or_insert_with(|| json!([]));
        if let Some(list) = parameters.as_array_mut() {
            list.extend(headers);
        }
    }
    let parameters = fields.get_mut("parameters").and_then(Value::as_array_mut);
    let mut pages = false;
    for parameter in parameters.into_iter().flatten() {
        pages |= parameter.get("name").and_then(Value::as_str) == Some("cursor");
        words::explain(parameter);
    }
    describe(fields);
    answer(method, fields, pages);
}

/// Adds the headers of good answers and the problems that may stand in their place.
fn answer(method: &str, fields: &mut serde_json::Map<String, Value>, pages: bool) {
    let Some(responses) = fields.get_mut("responses").and_then(Value::as_object_mut) else {
        return;
    };
    if method == "get" {
        let unchanged = json!({"description": "The caller holds it already (`If-None-Match`)"});
        responses.entry("304").or_insert(unchanged);
    }
    for (status, answer) in responses.iter_mut() {
        if let Some(answer) = answer.as_object_mut() {
            answer.entry("headers").or_insert(words::headers_of(method, status, pages));
        }
    }
    for status in PROBLEMS {
        let problem = json!({"$ref": "#/components/responses/Problem"});
        responses.entry(status.to_string()).or_insert(problem);
    }
}

/// Says under which right an operation stands and what of the plan it serves.
fn describe(fields: &mut serde_json::Map<String, Value>) {
    let rule = fields.get("x-authz").and_then(Value::as_str).unwrap_or_default();
    let right = match rule {
        "none" => "Open to everybody.".to_owned(),
        rule => format!("Needs the right `{rule}` of the access matrix."),
    };
    let serves = fields.get("x-functions").and_then(Value::as_array);
    let serves: Vec<&str> = serves.into_iter().flatten().filter_map(Value::as_str).collect();
    let serves = match serves.as_slice() {
        [] => String::new(),
        serves => format!(" Serves {} of the plan.", serves.join(", ")),
    };
    let told = fields.get("description").and_then(Value::as_str).filter(|told| !told.is_empty());
    let told = told.map_or_else(String::new, |told| format!("{told}\n\n"));
    fields.insert("description".into(), format!("{told}{right}{serves}").into());
}

/// The media types that an operation answers in when all is well, if there is such an operation.
pub fn types_at(doc: &Value, method: &str, path: &str) -> Option<Vec<String>> {
    let paths = doc.get("paths")?.as_object()?;
    let parts: Vec<&str> = path.split('/').collect();
    let item = paths.get(path).or_else(|| {
        let found = paths.iter().find(|(template, _)| matches(template, &parts));
        found.map(|(_, item)| item)
    })?;
    let responses = item.get(method.to_lowercase())?.get("responses")?.as_object()?;
    let good = responses.iter().filter(|(status, _)| status.starts_with('2'));
    let kinds = good.filter_map(|(_, one)| one.get("content")?.as_object());
    let kinds: Vec<String> = kinds.flat_map(|content| content.keys().cloned()).collect();
    (!kinds.is_empty()).then_some(kinds)
}

fn matches(template: &str, parts: &[&str]) -> bool {
    let wanted: Vec<&str> = template.split('/').collect();
    wanted.len() == parts.len()
        && wanted.iter().zip(parts).all(|(want, part)| want.starts_with('{') || want == part)
}

/// The methods a path of the document takes, if there is such a path; for `Allow`. A path that
/// is spelled out goes before one with parameters. What is read by GET is read by HEAD too.
pub fn methods_at(doc: &Value, path: &str) -> Option<String> {
    let paths = doc.get("paths")?.as_object()?;
    if let Some(item) = paths.get(path) {
        return Some(methods_of(std::iter::once(item)));
    }
    let parts: Vec<&str> = path.split('/').collect();
    let found =
        paths.iter().filter(|(template, _)| matches(template, &parts)).map(|(_, item)| item);
    Some(methods_of(found)).filter(|methods| !methods.is_empty())
}

fn methods_of<'a>(items: impl Iterator<Item = &'a Value>) -> String {
    let keys = items.flat_map(|item| item.as_object().into_iter().flat_map(|item| item.keys()));
    let mut methods: Vec<String> = keys.map(|method| method.to_uppercase()).collect();
    if methods.is_empty() {
        return String::new();
    }
    if methods.iter().any(|method| method == "GET") {
        methods.push("HEAD".to_owned());
    }
    methods.push("OPTIONS".to_owned());
    methods.sort_unstable();
    methods.dedup();
    methods.join(", ")
}
