use actix_web::post;
use app::accounts::{self, Activation};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::sessions::{SessionView, opened};
use crate::{
    answer::{Reply, show},
    body::Body,
    caller::Visitor,
};

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckActivation {
    /// Phone, staff number or ID number.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    login: String,
    /// The code from the school's sheet; spaces and hyphens do not matter.
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40)]
    code: String,
}

/// The person a code belongs to, to be confirmed by that person.
#[derive(Serialize, ToSchema)]
#[schema(as = ActivationCheck)]
pub struct ActivationCheckView {
    name: String,
    #[schema(required)]
    gender: Option<String>,
    /// Where they are enrolled; whoever is wrong here tells the school before going on.
    places: Vec<ActivationPlace>,
}

/// A place on the roster as its holder confirms it.
#[derive(Serialize, ToSchema)]
pub struct ActivationPlace {
    trainee_no: String,
    school_name: String,
    /// The stage of schooling taught in (学段).
    stage: String,
    /// Code of the subject.
    subject: String,
    subject_name: String,
}

/// Look up whose activation code it is, without using it.
#[utoipa::path(
    tag = "accounts",
    operation_id = "check_activation",
    request_body = CheckActivation,
    responses((status = 200, description = "The code is good", body = ActivationCheckView)),
    extensions(("x-authz" = json!("none")), ("x-functions" = json!(["F07"])))
)]
#[post("/activation-checks")]
pub(super) async fn check_activation(
    visitor: Visitor,
    Body(given): Body<CheckActivation>,
) -> Reply {
    let found = accounts::check_code(&visitor.ctx, &given.login, &given.code).await?;
    let place = |one: accounts::OwnPlace| ActivationPlace {
        trainee_no: one.trainee_no,
        school_name: one.school_name,
        stage: one.stage,
        subject: one.subject,
        subject_name: one.subject_name,
    };
    Ok(show(&ActivationCheckView {
        name: found.person.name,
        gender: found.person.gender,
        places: found.places.into_iter().map(place).collect(),
    }))
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivateAccount {
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    login: String,
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40)]
    code: String,
    /// At least 12 characters, without the own name or number.
    #[validate(length(min = 1, max = 256))]
    #[schema(min_length = 1, max_length = 256)]
    new_password: String,
    /// The data shown is right, and its use for the project is agreed to.
    consent: bool,
}

/// First sign-in: set a password and activate. This instant counts as taking part (参训).
#[utoipa::path(
    tag = "accounts",
    operation_id = "activate_account",
    request_body = ActivateAccount,
    responses((status = 201, description = "Activated and signed in", body = SessionView)),
    extensions(("x-authz" = json!("none")), ("x-functions" = json!(["F07"])))
)]
#[post("/activations")]
pub(super) async fn activate_account(
    visitor: Visitor,
    Body(given): Body<ActivateAccount>,
) -> Reply {
    let given = Activation {
        login: given.login,
        code: given.code,
        new_password: given.new_password,
        consent: given.consent,
    };
    let session = accounts::activate(&visitor.ctx, &given).await?;
    opened(&visitor.state, &session, true)
}
