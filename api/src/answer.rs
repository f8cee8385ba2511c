//! What is answered: bodies with their version, created things with their address.

use actix_web::{
    HttpResponse,
    http::{
        StatusCode,
        header::{CONTENT_TYPE, ETAG},
    },
};
use app::Answer;
use serde::Serialize;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{KnownFormat, ObjectBuilder, RefOr, Schema, SchemaFormat, schema::Type},
};

use crate::problem::Problem;

/// What a handler returns.
pub type Reply = Result<HttpResponse, Problem>;

/// The bytes of a file, as they are.
pub struct FileBytes;

impl PartialSchema for FileBytes {
    fn schema() -> RefOr<Schema> {
        let format = SchemaFormat::KnownFormat(KnownFormat::Binary);
        ObjectBuilder::new().schema_type(Type::String).format(Some(format)).into()
    }
}

impl ToSchema for FileBytes {}

/// 200 with a body.
pub fn done(view: &impl Serialize) -> app::Result<Answer> {
    answer(StatusCode::OK, vec![], view)
}

/// 200 with a body and its version.
pub fn changed(view: &impl Serialize, version: i64) -> app::Result<Answer> {
    answer(StatusCode::OK, vec![etag(version)], view)
}

/// 201 with a body, its address under `/api/v1` and its version.
pub fn created(view: &impl Serialize, path: String, version: i64) -> app::Result<Answer> {
    let address = ("location".to_owned(), format!("/api/v1{path}"));
    answer(StatusCode::CREATED, vec![etag(version), address], view)
}

/// 202 with a body: the work goes on.
pub fn accepted(view: &impl Serialize, path: String) -> app::Result<Answer> {
    let address = ("location".to_owned(), format!("/api/v1{path}"));
    answer(StatusCode::ACCEPTED, vec![address], view)
}

/// 204.
pub fn gone() -> app::Result<Answer> {
    let status = StatusCode::NO_CONTENT.as_u16();
    Ok(Answer { status, headers: vec![], body: vec![], replayed: false })
}

fn etag(version: i64) -> (String, String) {
    ("etag".to_owned(), format!("\"{version}\""))
}

fn answer(
    status: StatusCode,
    headers: Vec<(String, String)>,
    view: &impl Serialize,
) -> app::Result<Answer> {
    let body = serde_json::to_vec(view).map_err(app::Error::fault)?;
    Ok(Answer { status: status.as_u16(), headers, body, replayed: false })
}

/// Turns what a unit answered into a response; a remembered answer says that it is one.
pub fn send(answer: Answer) -> HttpResponse {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = HttpResponse::build(status);
    for (name, value) in answer.headers {
        response.insert_header((name, value));
    }
    if answer.replayed {
        response.insert_header(("idempotency-replayed", "true"));
    }
    if answer.body.is_empty() {
        return response.finish();
    }
    response.insert_header((CONTENT_TYPE, "application/json")).body(answer.body)
}

/// 200 for a read.
pub fn show(view: &impl Serialize) -> HttpResponse {
    HttpResponse::Ok().json(view)
}

/// 200 for a read of one thing, with its version.
pub fn show_version(view: &impl Serialize, version: i64) -> HttpResponse {
    HttpResponse::Ok().insert_header((ETAG, format!("\"{version}\""))).json(view)
}
