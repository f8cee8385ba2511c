//! Keys, and what is done with them: sealing personal fields, look-up digests, random codes.

use aws_lc_rs::{
    aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey},
    constant_time,
    digest::{SHA256, digest},
    hmac,
    rand::{SecureRandom, SystemRandom},
    signature::Ed25519KeyPair,
};
use base64::{Engine, engine::general_purpose::STANDARD, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};

use crate::{Error, Result};

/// The secrets of an installation, as kept in its key file (JSON, Base64 values).
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    /// Name of the keys in use, stored beside each sealed field.
    pub key_id: String,
    /// AES-256 key for personal fields: 32 bytes.
    pub field_key: String,
    /// HMAC-SHA-256 key for look-up digests: 32 bytes.
    pub index_key: String,
    /// Ed25519 private key (PKCS #8 DER) for access tokens.
    pub token_key: String,
    /// Public keys (raw, 32 bytes) of earlier token keys that are still honoured, by key id.
    #[serde(default)]
    pub earlier_token_keys: std::collections::BTreeMap<String, String>,
}

/// Seals, opens and digests.
pub struct Vault {
    key_id: String,
    field_key: RandomizedNonceKey,
    index_key: hmac::Key,
    token_key: Vec<u8>,
    earlier_token_keys: Vec<(String, String)>,
    random: SystemRandom,
}

impl KeyFile {
    /// Fresh random keys.
    pub fn generate() -> Result<Self> {
        let random = SystemRandom::new();
        let key = || -> Result<String> {
            let mut bytes = [0_u8; 32];
            random.fill(&mut bytes).map_err(Error::fault)?;
            Ok(STANDARD.encode(bytes))
        };
        let token_key = Ed25519KeyPair::generate_pkcs8(&random).map_err(Error::fault)?;
        Ok(Self {
            key_id: "k1".to_owned(),
            field_key: key()?,
            index_key: key()?,
            token_key: STANDARD.encode(token_key.as_ref()),
            earlier_token_keys: std::collections::BTreeMap::new(),
        })
    }
}

impl Vault {
    /// Refuses keys that are short, repeated or all of one byte, such as a sample's.
    pub fn open_with(file: &KeyFile) -> Result<Self> {
        let field_key = strong(&file.field_key, "field_key")?;
        let index_key = strong(&file.index_key, "index_key")?;
        if field_key == index_key {
            return Err(Error::fault("field_key and index_key must differ"));
        }
        let token_key = STANDARD.decode(&file.token_key).map_err(Error::fault)?;
        Ed25519KeyPair::from_pkcs8(&token_key).map_err(|_| Error::fault("token_key is no key"))?;
        Ok(Self {
            key_id: file.key_id.clone(),
            field_key: RandomizedNonceKey::new(&AES_256_GCM, &field_key).map_err(Error::fault)?,
            index_key: hmac::Key::new(hmac::HMAC_SHA256, &index_key),
            token_key,
            earlier_token_keys: file.earlier_token_keys.clone().into_iter().collect(),
            random: SystemRandom::new(),
        })
    }

    /// Name of the keys in use.
    #[must_use]
    pub fn key_id(&self) -> &str {
        &self.key_id
    }

    /// The Ed25519 private key of access tokens, PKCS #8 DER.
    #[must_use]
    pub fn token_key(&self) -> &[u8] {
        &self.token_key
    }

    /// Earlier token keys still honoured: (key id, Base64 of the raw public key).
    #[must_use]
    pub fn earlier_token_keys(&self) -> &[(String, String)] {
        &self.earlier_token_keys
    }

    /// Seals a field for its owner (AES-256-GCM; the owner's id is bound to it).
    pub fn seal(&self, owner: uuid::Uuid, plain: &str) -> Result<Vec<u8>> {
        self.seal_bytes(owner, plain.as_bytes())
    }

    /// Seals any bytes for their owner.
    pub fn seal_bytes(&self, owner: uuid::Uuid, plain: &[u8]) -> Result<Vec<u8>> {
        let mut sealed = plain.to_vec();
        let aad = Aad::from(owner.as_bytes().as_slice());
        let nonce =
            self.field_key.seal_in_place_append_tag(aad, &mut sealed).map_err(Error::fault)?;
        let mut whole = nonce.as_ref().to_vec();
        whole.append(&mut sealed);
        Ok(whole)
    }

    /// Opens what [`Vault::seal`] sealed for the same owner.
    pub fn open(&self, owner: uuid::Uuid, sealed: &[u8]) -> Result<String> {
        let plain = self.open_bytes(owner, sealed)?;
        String::from_utf8(plain).map_err(|_| Error::fault("a sealed field is no text"))
    }

    /// Opens what [`Vault::seal_bytes`] sealed for the same owner.
    pub fn open_bytes(&self, owner: uuid::Uuid, sealed: &[u8]) -> Result<Vec<u8>> {
        let broken = || Error::fault("a sealed field does not open");
        let (nonce, rest) = sealed.split_at_checked(NONCE_LEN).ok_or_else(broken)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| broken())?;
        let aad = Aad::from(owner.as_bytes().as_slice());
        let mut rest = rest.to_vec();
        let plain = self.field_key.open_in_place(nonce, aad, &mut rest).map_err(|_| broken())?;
        Ok(plain.to_vec())
    }

    /// A keyed digest by which a value can be found without being known; `kind` keeps ID
    /// numbers and phones apart.
    #[must_use]
    pub fn digest(&self, kind: &str, value: &str) -> Vec<u8> {
        let mut context = hmac::Context::with_key(&self.index_key);
        context.update(kind.as_bytes());
        context.update(&[0]);
        context.update(value.as_bytes());
        context.sign().as_ref().to_vec()
    }

    /// 32 random bytes, to seal something with.
    pub fn random_key(&self) -> Result<[u8; 32]> {
        let mut key = [0_u8; 32];
        self.random.fill(&mut key).map_err(Error::fault)?;
        Ok(key)
    }

    /// `bytes` random bytes as URL-safe text.
    pub fn random_text(&self, bytes: usize) -> Result<String> {
        let mut buffer = vec![0_u8; bytes];
        self.random.fill(&mut buffer).map_err(Error::fault)?;
        Ok(URL_SAFE_NO_PAD.encode(buffer))
    }

    /// A code for people to type: 16 characters of 32 that cannot be confused (80 bits).
    pub fn random_code(&self) -> Result<String> {
        const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        let mut buffer = [0_u8; 16];
        self.random.fill(&mut buffer).map_err(Error::fault)?;
        let letter =
            |byte: &u8| LETTERS.get(usize::from(byte & 31)).map(|letter| char::from(*letter));
        Ok(buffer.iter().filter_map(letter).collect())
    }
}

/// SHA-256.
#[must_use]
pub fn sha256(bytes: &[u8]) -> Vec<u8> {
    digest(&SHA256, bytes).as_ref().to_vec()
}

/// A digest as text.
#[must_use]
pub fn printed(digest: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(digest)
}

/// Compares without telling by its time where two digests differ.
#[must_use]
pub fn same(one: &[u8], other: &[u8]) -> bool {
    constant_time::verify_slices_are_equal(one, other).is_ok()
}

fn strong(text: &str, name: &str) -> Result<Vec<u8>> {
    let key = STANDARD.decode(text).map_err(|_| Error::fault(format!("{name} is not Base64")))?;
    let distinct = key.iter().collect::<std::collections::BTreeSet<_>>().len();
    if key.len() != 32 || distinct < 12 {
        return Err(Error::fault(format!("{name} must be 32 random bytes; make a new key file")));
    }
    Ok(key)
}
