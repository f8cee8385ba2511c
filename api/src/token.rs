//! Access tokens: short-lived, EdDSA only, identity only. Rights are read from the database.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Mutex, PoisonError},
};

use app::{
    Error,
    secrets::{Vault, sha256},
};
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use jsonwebtoken::{
    Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How long a token lives, in seconds.
pub const LIFE: i64 = 600;
const LEEWAY: i64 = 5;
const ISSUER: &str = "tisheng";
const AUDIENCE: &str = "tisheng-api";
/// How many tokens are known to be ours before all are forgotten and proven anew.
const MOST_PROVEN: usize = 10_000;

/// What a token says: who, and by which session or client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    pub sub: Uuid,
    /// The session of a person, or nil for an API client.
    pub sid: Uuid,
    /// Whether `sub` is an API client.
    pub client: bool,
    iss: String,
    aud: String,
    iat: i64,
    nbf: i64,
    exp: i64,
}

/// Signs and checks tokens.
pub struct Tokens {
    key_id: String,
    signing: EncodingKey,
    known: BTreeMap<String, DecodingKey>,
    /// Claims whose signature was found good, by the digest of their token: a signature stays
    /// good, and checking one costs as much as a small query.
    proven: Mutex<HashMap<Vec<u8>, Claims>>,
}

impl Tokens {
    pub fn new(vault: &Vault) -> app::Result<Self> {
        let pair = Ed25519KeyPair::from_pkcs8(vault.token_key())
            .map_err(|_| Error::fault("token_key is no Ed25519 key"))?;
        let public = pair.public_key().as_ref();
        let mut known = BTreeMap::new();
        for (id, key) in vault.earlier_token_keys() {
            let raw = STANDARD.decode(key).map_err(Error::fault)?;
            known.insert(id.clone(), DecodingKey::from_ed_der(&raw));
        }
        known.insert(vault.key_id().to_owned(), DecodingKey::from_ed_der(public));
        let signing = EncodingKey::from_ed_der(vault.token_key());
        Ok(Self { key_id: vault.key_id().to_owned(), signing, known, proven: Mutex::default() })
    }

    /// A token for a person's session, or for an API client, that lives ten minutes.
    pub fn issue(
        &self,
        sub: Uuid,
        session: Option<Uuid>,
        now: DateTime<Utc>,
    ) -> app::Result<String> {
        let at = now.timestamp();
        let claims = Claims {
            sub,
            sid: session.unwrap_or_default(),
            client: session.is_none(),
            iss: ISSUER.to_owned(),
            aud: AUDIENCE.to_owned(),
            iat: at,
            nbf: at,
            exp: at.saturating_add(LIFE),
        };
        self.sign(&claims)
    }

    /// Signs anything; what is no access token must have another audience.
    pub fn sign(&self, claims: &impl Serialize) -> app::Result<String> {
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = Some(self.key_id.clone());
        encode(&header, claims, &self.signing).map_err(Error::fault)
    }

    /// The claims of a token that is ours, for us, and alive by our own clock.
    #[must_use]
    pub fn check(&self, token: &str, now: DateTime<Utc>) -> Option<Claims> {
        let claims = self.prove(token)?;
        let at = now.timestamp();
        let alive =
            at < claims.exp.saturating_add(LEEWAY) && at.saturating_add(LEEWAY) >= claims.nbf;
        let short = claims.exp.saturating_sub(claims.nbf) <= LIFE;
        (alive && short).then_some(claims)
    }

    /// The claims of a token that is ours and for us.
    fn prove(&self, token: &str) -> Option<Claims> {
        let digest = sha256(token.as_bytes());
        let proven = || self.proven.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(claims) = proven().get(&digest) {
            return Some(claims.clone());
        }
        let header = decode_header(token).ok().filter(|header| header.alg == Algorithm::EdDSA)?;
        let key = self.known.get(header.kid.as_deref()?)?;
        let mut rules = Validation::new(Algorithm::EdDSA);
        rules.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
        rules.set_issuer(&[ISSUER]);
        rules.set_audience(&[AUDIENCE]);
        rules.validate_exp = false; // judged at each use, by the clock that tests can turn
        rules.validate_nbf = false;
        let claims = decode::<Claims>(token, key, &rules).ok()?.claims;
        let mut proven = proven();
        if proven.len() >= MOST_PROVEN {
            proven.clear();
        }
        proven.insert(digest, claims.clone());
        Some(claims)
    }
}
