//! Signing in and out, first sign-in, and who the caller is (F06, F07).

mod activation;
mod me;
mod people;
mod sessions;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(sessions::create_session)
        .service(sessions::refresh_session)
        .service(sessions::list_sessions)
        .service(sessions::sign_out)
        .service(sessions::remove_session)
        .service(sessions::confirm_session)
        .service(activation::check_activation)
        .service(activation::activate_account)
        .service(me::show_me)
        .service(me::choose_appointment)
        .service(me::change_password)
        .service(people::show_contact)
        .service(people::change_contact)
        .service(people::create_activation_codes)
        .service(people::create_reset_code)
        .service(people::create_reveal)
        .service(people::revoke_sessions);
}
