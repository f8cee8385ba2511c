//! The words of the document that are the same wherever a thing is met: what a slice is about,
//! what a parameter of a common name means, what a header says.

use serde_json::{Value, json};

/// The slices, as the reference pages group the operations.
const TAGS: [(&str, &str); 24] = [
    ("accounts", "Signing in, one's own account, activation, passwords and sessions."),
    ("appointments", "Who acts in which role, where, and from when to when."),
    ("attachments", "Files that belong to homework."),
    ("audit", "The trail of everything that was done or refused, and its seal."),
    ("catalog", "The courses that trainees choose from."),
    ("classes", "Independent and joint classes with their members."),
    ("clients", "Programs that use the API in their own name."),
    ("grades", "What a trainee's marks come to by the policy's tree."),
    ("home", "What the caller should do next."),
    ("homework", "Tasks, works, reviews and the ladder from a work to the shared library."),
    ("imports", "Files on their way in: checked, committed, undone."),
    ("learning", "Results of the online courses and what is held back of them."),
    ("library", "Published works."),
    ("operation", "Health and backups of this installation."),
    ("organizations", "Provinces, cities, counties, towns and schools."),
    ("practice", "Scores of offline practice, entered by schools and determined by the county."),
    ("projects", "Training projects with their phases, policies and documents."),
    ("qualifications", "Who has qualified, who has not yet, and why."),
    ("reference", "The lists of values that everything else refers to."),
    ("reports", "The official lists, to look at and to download."),
    ("roster", "The trainees of a project."),
    ("selections", "The fifty hours that each trainee chooses."),
    ("statistics", "The four rates, by school and beyond."),
    ("workshops", "Workshops by subject family with leaders, deputies and members."),
];

/// What a parameter means that has the same meaning everywhere.
const PARAMETERS: [(&str, &str); 26] = [
    ("limit", "How many items a page holds at most; 50 when left out."),
    ("cursor", "`next_cursor` of the page before, as it was; left out for the first page."),
    ("sort", "The order of the list."),
    ("status", "Only what is in this state."),
    ("kind", "Only what is of this kind."),
    ("project_id", "The project."),
    ("school_id", "Only what belongs to this school."),
    ("school", "Only what belongs to this school."),
    ("class_id", "Only what belongs to this class."),
    ("class", "Only what belongs to this class."),
    ("workshop_id", "Only what belongs to this workshop."),
    ("enrollment_id", "The place that a person has in a project."),
    ("person_id", "The person."),
    ("phase_id", "Only what belongs to this phase of the project."),
    ("course_id", "Only what belongs to this course."),
    ("task_id", "Only what was handed in for this task."),
    ("subject", "Only what is of this subject."),
    ("stage", "Only what is of this stage of schooling."),
    ("family", "Only what is of this family of subjects."),
    ("level", "Only what is of this level."),
    ("module", "Only what is of this module."),
    ("role", "Only those in this role."),
    ("round", "Only what belongs to this round."),
    ("rung", "Only what stands on this rung of the ladder."),
    ("outcome", "Only what ended so."),
    ("reason", "Only what is there for this reason."),
];

/// Tags with their descriptions.
pub(super) fn tags() -> Value {
    TAGS.iter().map(|(name, about)| json!({"name": name, "description": about})).collect()
}

/// Says what a parameter means where its own operation does not, and how a cursor is written.
pub(super) fn explain(parameter: &mut Value) {
    let Some(name) = parameter.get("name").and_then(Value::as_str).map(str::to_owned) else {
        return;
    };
    let in_path = parameter.get("in").and_then(Value::as_str) == Some("path");
    let Some(fields) = parameter.as_object_mut() else { return };
    let common = PARAMETERS.iter().find(|(known, _)| *known == name).map(|(_, about)| *about);
    fields.entry("description").or_insert_with(|| match common {
        Some(about) if !in_path || name.ends_with("_id") => about.into(),
        _ if in_path => format!("The `{name}` of the record that the address names.").into(),
        _ => format!("Only what has this `{name}`.").into(),
    });
    let schema = fields.get_mut("schema").and_then(Value::as_object_mut);
    if let Some(schema) = schema.filter(|_| name == "cursor") {
        schema.insert("minLength".into(), 1.into());
        schema.insert("maxLength".into(), 4096.into());
        schema.insert("pattern".into(), "^[A-Za-z0-9_-]+$".into());
    }
}

/// Headers that answers carry, by the name under which the document keeps them.
pub(super) fn headers() -> Value {
    let text = |about: &str| json!({"description": about, "schema": {"type": "string"}});
    json!({
        "RequestId": text("Under this id the request stands in the log."),
        "ETag": text("The version of what is shown; send it as `If-Match` with a change."),
        "Location": text("The address of the record that was made."),
        "Link": text("`<…>; rel=\"next\"`: the page that follows, where one does."),
        "RetryAfter": text("How many seconds to wait before trying again."),
        "RateLimit": text("How many requests are left now: `\"account\";r=299;t=1`."),
        "RateLimitPolicy": text("How many requests a minute holds: `\"account\";q=300;w=60`."),
        "IdempotencyReplayed": text("`true` where the answer is that of an earlier request with the same key."),
    })
}

/// References to the headers that an answer of this kind may carry.
pub(super) fn headers_of(method: &str, status: &str, pages: bool) -> Value {
    let mut names = vec![
        ("X-Request-Id", "RequestId"),
        ("RateLimit", "RateLimit"),
        ("RateLimit-Policy", "RateLimitPolicy"),
    ];
    match (method, status) {
        ("get", "200") if pages => names.push(("Link", "Link")),
        (_, "200" | "201") => names.push(("ETag", "ETag")),
        _ => {}
    }
    if matches!(status, "201" | "202") {
        names.push(("Location", "Location"));
    }
    if method == "post" {
        names.push(("Idempotency-Replayed", "IdempotencyReplayed"));
    }
    let reference = |part: &str| json!({"$ref": format!("#/components/headers/{part}")});
    names.into_iter().map(|(name, part)| (name.to_owned(), reference(part))).collect()
}
