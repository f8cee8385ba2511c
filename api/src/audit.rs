//! The audit trail and its chain (F69).

mod chain;
mod trail;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(trail::list_audit_events)
        .service(trail::list_platform_audit_events)
        .service(trail::list_own_audit_events)
        .service(chain::show_audit_verification)
        .service(chain::show_audit_checkpoint);
}
