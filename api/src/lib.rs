//! HTTP: routes, extractors, views and problems. Nothing here knows SQL or the rules.

mod accounts;
mod answer;
mod appointments;
mod attachments;
mod body;
mod caller;
mod clients;
pub mod config;
mod cookies;
mod grades;
mod health;
mod imports;
mod library;
mod middleware;
mod openapi;
mod organizations;
mod page;
mod practice;
mod problem;
mod projects;
mod roster;
mod server;
mod token;

pub use caller::State;
pub use middleware::around;
pub use openapi::document;
pub use server::{configure, files, serve, state};
pub use token::Tokens;
use utoipa_actix_web::{scope, service_config::ServiceConfig};

/// Every operation of the API, slice by slice.
pub fn routes(config: &mut ServiceConfig) {
    config.configure(health::routes).service(
        scope::scope("/api/v1")
            .configure(accounts::routes)
            .configure(appointments::routes)
            .configure(attachments::routes)
            .configure(clients::routes)
            .configure(grades::routes)
            .configure(imports::routes)
            .configure(library::routes)
            .configure(organizations::routes)
            .configure(practice::routes)
            .configure(projects::routes)
            .configure(roster::routes),
    );
}
