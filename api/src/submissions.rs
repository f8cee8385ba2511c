//! Works on the ladder (F26, F27, F29–F32): the inbox, one work, drafts, versions, moves.

mod drafts;
mod inbox;
mod moves;
mod versions;
mod views;

pub(crate) use moves::GiveReason;
use utoipa_actix_web::service_config::ServiceConfig;
pub(crate) use views::*;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(inbox::list_submissions)
        .service(inbox::show_submission)
        .service(inbox::list_submission_history)
        .service(drafts::create_submission)
        .service(drafts::save_submission_draft)
        .service(drafts::remove_submission_draft)
        .service(drafts::change_submission_consent)
        .service(versions::submit_homework)
        .service(versions::show_submission_version)
        .service(moves::return_homework)
        .service(moves::push_homework)
        .service(moves::decline_homework)
        .service(moves::veto_homework)
        .service(moves::withdraw_homework);
}
