use actix_web::{get, web::Data};
use app::audit::{self, Checkpoint};
use chrono::{DateTime, Utc};
use domain::Refusal;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use crate::{
    answer::{Reply, show},
    body::Params,
    caller::{Caller, State},
};

/// The first place where the chain does not hold.
#[derive(Serialize, ToSchema)]
#[schema(as = BrokenLink)]
pub struct BrokenLinkView {
    position: i64,
    #[schema(required)]
    event_seq: Option<i64>,
    /// `event_changed`, `event_missing`, `link_broken`, `link_missing`, `chain_cut` or
    /// `checkpoint_differs`.
    code: &'static str,
}

/// What checking the whole chain found.
#[derive(Serialize, ToSchema)]
#[schema(as = AuditVerification)]
pub struct AuditVerificationView {
    intact: bool,
    /// Links that stand in the chain.
    sealed: u64,
    /// Events not yet in it; the sealer is seconds behind at most.
    unsealed: u64,
    /// The last link that holds.
    head_position: i64,
    /// Its SHA-256, in hexadecimal.
    head_hash: String,
    #[schema(required)]
    broken: Option<BrokenLinkView>,
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ShowAuditVerification {
    /// Position of an earlier checkpoint that the chain must still hold; with `hash`.
    #[validate(range(min = 1))]
    #[param(minimum = 1)]
    position: Option<i64>,
    /// Hash of that checkpoint, 64 hexadecimal digits.
    #[validate(length(equal = 64))]
    #[param(min_length = 64, max_length = 64)]
    hash: Option<String>,
}

/// Check the chain over the whole trail; the first broken link is named.
#[utoipa::path(
    tag = "audit",
    operation_id = "show_audit_verification",
    params(ShowAuditVerification),
    responses((status = 200, description = "What was found", body = AuditVerificationView)),
    extensions(("x-authz" = json!("L02")), ("x-functions" = json!(["F69"])))
)]
#[get("/audit/verification")]
pub(super) async fn show_audit_verification(
    caller: Caller,
    Params(wish): Params<ShowAuditVerification>,
) -> Reply {
    let earlier = match (wish.position, wish.hash) {
        (Some(position), Some(hash)) => Some(Checkpoint { position, hash }),
        (None, None) => None,
        _ => {
            let detail = "Send `position` and `hash` of the checkpoint together.";
            return Err(Refusal::field("", "half_a_checkpoint", detail).into());
        }
    };
    let found = audit::verification(&caller.look(), earlier.as_ref()).await?;
    Ok(show(&AuditVerificationView {
        intact: found.intact,
        sealed: found.sealed,
        unsealed: found.unsealed,
        head_position: found.head.position,
        head_hash: found.head.hash,
        broken: found.broken.map(|link| BrokenLinkView {
            position: link.position,
            event_seq: link.event_seq,
            code: link.code,
        }),
    }))
}

/// The end of the chain, signed: keep it elsewhere, and nobody can shorten the trail unseen.
#[derive(Serialize, ToSchema)]
#[schema(as = AuditCheckpoint)]
pub struct AuditCheckpointView {
    position: i64,
    /// SHA-256 of the last link, in hexadecimal.
    hash: String,
    at: DateTime<Utc>,
    /// A JSON Web Signature (EdDSA) over position, hash and instant.
    signature: String,
}

#[derive(Serialize)]
struct Signed<'a> {
    position: i64,
    hash: &'a str,
    iat: i64,
    aud: &'static str,
}

/// Fetch a signed checkpoint of the chain.
#[utoipa::path(
    tag = "audit",
    operation_id = "show_audit_checkpoint",
    responses((status = 200, description = "The checkpoint", body = AuditCheckpointView)),
    extensions(("x-authz" = json!("L02")), ("x-functions" = json!(["F69"])))
)]
#[get("/audit/checkpoint")]
pub(super) async fn show_audit_checkpoint(caller: Caller, state: Data<State>) -> Reply {
    let end = audit::last_checkpoint(&caller.look()).await?;
    let at = caller.ctx.now();
    let signed = Signed {
        position: end.position,
        hash: &end.hash,
        iat: at.timestamp(),
        aud: "tisheng-audit-checkpoint",
    };
    let signature = state.tokens.sign(&signed)?;
    Ok(show(&AuditCheckpointView { position: end.position, hash: end.hash, at, signature }))
}
