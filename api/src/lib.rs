//! HTTP: routes, extractors, views and problems. Nothing here knows SQL or the rules.

mod accounts;
mod answer;
mod appointments;
mod attachments;
mod audit;
mod background;
mod backups;
mod body;
mod caller;
mod catalog;
mod classes;
mod clients;
pub mod config;
mod cookies;
mod cors;
mod exhibitions;
mod grades;
mod health;
mod home;
mod homework;
mod imports;
mod learning;
mod library;
mod limits;
mod metrics;
mod middleware;
mod openapi;
mod organizations;
mod page;
mod practice;
mod problem;
mod projects;
mod qualifications;
mod quarantine;
mod quotas;
mod recommendations;
mod reference;
mod reports;
mod reviews;
mod roster;
mod routing;
mod selections;
mod server;
mod statistics;
mod submissions;
mod token;
mod workshops;

pub use caller::State;
pub use middleware::around;
pub use openapi::document;
pub use problem::catalogue as problems;
pub use server::{configure, files, keys, serve, state, state_as_it_is};
pub use token::Tokens;
use utoipa_actix_web::{scope, service_config::ServiceConfig};

/// Every operation of the API.
pub fn routes(config: &mut ServiceConfig) {
    config.configure(health::routes).service(scope::scope("/api/v1").configure(slices));
}

/// One slice a line.
const SLICES: &[routing::Routes] = &[
    accounts::routes,
    appointments::routes,
    attachments::routes,
    audit::routes,
    backups::routes,
    catalog::routes,
    classes::routes,
    clients::routes,
    exhibitions::routes,
    grades::routes,
    homework::routes,
    home::routes,
    imports::routes,
    learning::routes,
    library::routes,
    organizations::routes,
    practice::routes,
    projects::routes,
    qualifications::routes,
    quarantine::routes,
    quotas::routes,
    recommendations::routes,
    reference::routes,
    reviews::routes,
    roster::routes,
    selections::routes,
    submissions::routes,
    reports::routes,
    statistics::routes,
    workshops::routes,
];

fn slices(config: &mut ServiceConfig) {
    static SHAPES: std::sync::OnceLock<routing::Shapes> = std::sync::OnceLock::new();
    routing::serve(config, "/api/v1", SLICES, &SHAPES);
}
