//! The roster of a project (F05).

mod list;
mod write;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list::list_enrollments)
        .service(list::show_enrollment_by_number)
        .service(write::create_enrollment)
        .service(list::show_enrollment)
        .service(write::change_enrollment)
        .service(write::change_enrollment_status)
        .service(write::transfer_enrollment);
}
