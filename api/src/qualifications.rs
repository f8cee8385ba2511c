//! Qualification runs, their results, and why somebody is not qualified yet (F48).

mod results;
mod runs;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.configure(runs::routes).configure(results::routes);
}
