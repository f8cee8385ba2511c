//! Appointments: who holds which role over what (F06).

mod list;
mod write;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list::list_appointments)
        .service(write::create_appointment)
        .service(list::show_appointment)
        .service(write::end_appointment)
        .service(write::suspend_appointment)
        .service(write::reinstate_appointment);
}
