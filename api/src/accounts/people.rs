use actix_web::{get, patch, post, web::Path};
use app::accounts::{self, Contact, ForWhom, Sheet};
use chrono::{DateTime, Utc};
use domain::Refusal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::{
    answer::{self, Reply, show_version},
    body::{Body, IfMatch},
    caller::Caller,
};

/// How one is reached, masked.
#[derive(Serialize, ToSchema)]
#[schema(as = Contact)]
pub struct ContactView {
    /// `138****5678`; one signs in by it.
    #[schema(required)]
    phone: Option<String>,
    /// `****************1X`.
    #[schema(required)]
    id_no: Option<String>,
}

fn contact(contact: Contact) -> ContactView {
    ContactView { phone: contact.phone, id_no: contact.id_no }
}

/// Show one's own phone and ID number, masked.
#[utoipa::path(
    tag = "accounts",
    operation_id = "show_contact",
    responses((status = 200, description = "The caller's contact", body = ContactView)),
    extensions(("x-authz" = json!("P02")), ("x-functions" = json!(["F06", "F07"])))
)]
#[get("/me/contact")]
pub(super) async fn show_contact(caller: Caller) -> Reply {
    let found = accounts::contact(&caller.look()).await?;
    let version = found.version;
    Ok(show_version(&contact(found), version))
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeContact {
    #[validate(length(min = 1, max = 40), custom(function = "crate::body::not_blank"))]
    #[schema(min_length = 1, max_length = 40)]
    phone: String,
}

/// Change one's own phone; the password is given again first.
#[utoipa::path(
    tag = "accounts",
    operation_id = "change_contact",
    request_body = ChangeContact,
    responses((status = 200, description = "As it is now", body = ContactView)),
    extensions(
        ("x-authz" = json!("P04")),
        ("x-functions" = json!(["F06", "F07"])),
        ("x-if-match" = json!(true))
    )
)]
#[patch("/me/contact")]
pub(super) async fn change_contact(
    caller: Caller,
    IfMatch(version): IfMatch,
    Body(wish): Body<ChangeContact>,
) -> Reply {
    caller
        .write(async |work| {
            let now = accounts::change_contact(work, version, &wish.phone).await?;
            let version = now.version;
            answer::changed(&contact(now), version)
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateActivationCodes {
    /// Everybody of this school who has not signed in yet; or else `enrollment_ids`.
    school_id: Option<Uuid>,
    /// These places; or else `school_id`.
    #[validate(length(min = 1, max = 500))]
    #[schema(min_items = 1, max_items = 500)]
    enrollment_ids: Option<Vec<Uuid>>,
}

/// A line of the sheet that the school hands out.
#[derive(Serialize, ToSchema)]
pub struct ActivationCode {
    enrollment_id: Uuid,
    person_id: Uuid,
    name: String,
    trainee_no: String,
    school_name: String,
    /// Typed together with the code at the first sign-in.
    login: String,
    /// Sixteen letters and digits, good for one use.
    code: String,
}

/// Somebody who got no code.
#[derive(Serialize, ToSchema)]
pub struct ActivationLeftOut {
    enrollment_id: Uuid,
    /// `already_active`, `account_suspended`, or `not_above`: ask whoever stands above them.
    code: String,
}

/// Codes to be printed; they are shown this once.
#[derive(Serialize, ToSchema)]
#[schema(as = ActivationSheet)]
pub struct ActivationSheetView {
    items: Vec<ActivationCode>,
    left_out: Vec<ActivationLeftOut>,
    expires_at: DateTime<Utc>,
}

fn sheet(sheet: Sheet) -> ActivationSheetView {
    let line = |line: accounts::Line| ActivationCode {
        enrollment_id: line.enrollment,
        person_id: line.person,
        name: line.name,
        trainee_no: line.trainee_no,
        school_name: line.school_name,
        login: line.login,
        code: line.code,
    };
    let left_out = |(enrollment_id, code): (Uuid, &'static str)| ActivationLeftOut {
        enrollment_id,
        code: code.to_owned(),
    };
    ActivationSheetView {
        items: sheet.lines.into_iter().map(line).collect(),
        left_out: sheet.left_out.into_iter().map(left_out).collect(),
        expires_at: sheet.expires_at,
    }
}

/// Make activation codes for a school's paper sheet; earlier unused codes end.
#[utoipa::path(
    tag = "accounts",
    operation_id = "create_activation_codes",
    params(("id" = Uuid, Path)),
    request_body = CreateActivationCodes,
    responses((status = 200, description = "The sheet", body = ActivationSheetView)),
    extensions(("x-authz" = json!("A03")), ("x-functions" = json!(["F06", "F07"])))
)]
#[post("/projects/{id}/activation-codes")]
pub(super) async fn create_activation_codes(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<CreateActivationCodes>,
) -> Reply {
    let whom = match (wish.school_id, wish.enrollment_ids) {
        (Some(school), None) => ForWhom::School(school),
        (None, Some(places)) => ForWhom::Places(places),
        _ => {
            let detail = "Send either school_id or enrollment_ids.";
            return Err(Refusal::field("/school_id", "school_or_places", detail).into());
        }
    };
    caller
        .write(async |work| {
            let made = accounts::issue_sheet(work, *id, whom.clone()).await?;
            answer::done(&sheet(made))
        })
        .await
}

/// A code, shown this once.
#[derive(Serialize, ToSchema)]
#[schema(as = ResetCode)]
pub struct ResetCodeView {
    code: String,
    expires_at: DateTime<Utc>,
}

/// Make a code by which somebody sets a new password; nobody chooses one for them.
#[utoipa::path(
    tag = "accounts",
    operation_id = "create_reset_code",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "The code", body = ResetCodeView)),
    extensions(("x-authz" = json!("A03")), ("x-functions" = json!(["F06", "F07"])))
)]
#[post("/persons/{id}/reset-codes")]
pub(super) async fn create_reset_code(caller: Caller, id: Path<Uuid>) -> Reply {
    caller
        .write(async |work| {
            let made = accounts::reset_code(work, *id).await?;
            let view = ResetCodeView { code: made.code, expires_at: made.expires_at };
            answer::done(&view)
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateReveal {
    /// What it is needed for; kept in the audit trail.
    #[validate(length(min = 4, max = 500))]
    #[schema(min_length = 4, max_length = 500)]
    reason: String,
}

/// Phone and ID number in full.
#[derive(Serialize, ToSchema)]
#[schema(as = Reveal)]
pub struct RevealView {
    name: String,
    #[schema(required)]
    phone: Option<String>,
    #[schema(required)]
    id_no: Option<String>,
}

/// Show somebody's phone and ID number in full, for a reason; at most thirty people a day.
#[utoipa::path(
    tag = "accounts",
    operation_id = "create_reveal",
    params(("id" = Uuid, Path)),
    request_body = CreateReveal,
    responses((status = 200, description = "In full", body = RevealView)),
    extensions(("x-authz" = json!("P03")), ("x-functions" = json!(["F06"])))
)]
#[post("/persons/{id}/reveals")]
pub(super) async fn create_reveal(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<CreateReveal>,
) -> Reply {
    caller
        .write(async |work| {
            let found = accounts::reveal(work, *id, &wish.reason).await?;
            let view = RevealView { name: found.name, phone: found.phone, id_no: found.id_no };
            answer::done(&view)
        })
        .await
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevokeSessions {
    #[validate(length(min = 1, max = 500), custom(function = "crate::body::reasoned"))]
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

/// How many sessions ended.
#[derive(Serialize, ToSchema)]
#[schema(as = SessionRevocation)]
pub struct SessionRevocationView {
    ended: i64,
}

/// Sign somebody out everywhere.
#[utoipa::path(
    tag = "accounts",
    operation_id = "revoke_sessions",
    params(("id" = Uuid, Path)),
    request_body = RevokeSessions,
    responses((status = 200, description = "Done", body = SessionRevocationView)),
    extensions(("x-authz" = json!("A02")), ("x-functions" = json!(["F06"])))
)]
#[post("/persons/{id}/session-revocations")]
pub(super) async fn revoke_sessions(
    caller: Caller,
    id: Path<Uuid>,
    Body(wish): Body<RevokeSessions>,
) -> Reply {
    caller
        .write(async |work| {
            let ended = accounts::revoke_sessions(work, *id, &wish.reason).await?;
            answer::done(&SessionRevocationView { ended: i64::try_from(ended).unwrap_or(0) })
        })
        .await
}
