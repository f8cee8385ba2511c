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
fn slices(config: &mut ServiceConfig) {
    config.configure(accounts::routes);
    config.configure(appointments::routes);
    config.configure(attachments::routes);
    config.configure(audit::routes);
    config.configure(backups::routes);
    config.configure(catalog::routes);
    config.configure(classes::routes);
    config.configure(clients::routes);
    config.configure(exhibitions::routes);
    config.configure(grades::routes);
    config.configure(homework::routes);
    config.configure(home::routes);
    config.configure(imports::routes);
    config.configure(learning::routes);
    config.configure(library::routes);
    config.configure(organizations::routes);
    config.configure(practice::routes);
    config.configure(projects::routes);
    config.configure(qualifications::routes);
    config.configure(quarantine::routes);
    config.configure(quotas::routes);
    config.configure(recommendations::routes);
    config.configure(reference::routes);
    config.configure(reviews::routes);
    config.configure(roster::routes);
    config.configure(selections::routes);
    config.configure(submissions::routes);
    config.configure(reports::routes);
    config.configure(statistics::routes);
    config.configure(workshops::routes);
}
