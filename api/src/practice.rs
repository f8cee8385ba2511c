//! Offline practice: rounds, sheets and their rows (F44, F45).

mod acts;
mod rounds;
mod scores;
mod sheets;

pub use scores::{OwnView, own};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config
        .configure(rounds::routes)
        .configure(sheets::routes)
        .configure(acts::routes)
        .configure(scores::routes);
}
