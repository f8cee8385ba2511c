//! A backup as one file: a plain zip archive whose entries are sealed (AES-256-GCM, part by
//! part), with a readable manifest. `sha256sum` alone tells whether it is whole; reading it takes
//! the key, which it never holds.

mod read;
mod seal;
mod write;

use serde::{Deserialize, Serialize};

pub use read::Reader;
pub use write::Writer;

/// Name of the entry that says what the others are.
const MANIFEST: &str = "manifest.json";
/// Name of the entry that shows whether the manifest was meddled with.
const MANIFEST_SEAL: &str = "manifest.seal";
/// Bytes that are sealed together.
const PART: usize = 64 * 1024;

/// Whence a backup comes.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// Of this layout: 1.
    pub format: u32,
    pub id: uuid::Uuid,
    /// RFC 3339; the instant from which on writes may be missing.
    pub made_at: String,
    /// Version of the program that made it.
    pub program: String,
    /// `sqlite` or `postgresql`.
    pub database: String,
    /// Name of the keys in whose key file the key of this backup opens.
    pub key_id: String,
    /// The key of this backup, sealed with those keys, in hexadecimal.
    pub sealed_key: String,
    /// The end of the audit chain just before: the restored one must still hold it.
    pub audit_position: i64,
    pub audit_hash: String,
}

/// What a backup holds.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
pub struct Manifest {
    #[serde(flatten)]
    pub origin: Origin,
    pub entries: Vec<Entry>,
}

/// One sealed part of a backup: the database, or a file.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    /// Bytes before sealing.
    pub size: u64,
    /// SHA-256 of the entry as it stands in the archive, in hexadecimal.
    pub sha256: String,
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
