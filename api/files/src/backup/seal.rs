use std::io::{Read, Write};

use aws_lc_rs::{
    aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey},
    digest::{Context, SHA256, digest},
};

use super::PART;
use crate::Fault;

/// Bytes that sealing adds to each part.
const TAG: usize = 16;

/// Seals and opens the entries of one backup. Each part is bound to its entry, its place there
/// and to being the last one, so that parts can be neither swapped nor cut off unseen.
pub(super) struct Seal(LessSafeKey);

impl Seal {
    pub fn new(key: &[u8]) -> Result<Self, Fault> {
        let key = UnboundKey::new(&AES_256_GCM, key);
        Ok(Self(LessSafeKey::new(key.map_err(|_| damaged("its key is none"))?)))
    }

    /// Seals a whole stream; answers its size before, and the digest after.
    pub fn close(
        &self,
        entry: u32,
        name: &str,
        from: &mut dyn Read,
        to: &mut dyn Write,
    ) -> Result<(u64, Vec<u8>), Fault> {
        let (mut size, mut context) = (0_u64, Context::new(&SHA256));
        let (mut part, mut place) = (take(from, PART)?, 0_u64);
        loop {
            let next = if part.len() < PART { vec![] } else { take(from, PART)? };
            size = size.saturating_add(u64::try_from(part.len()).unwrap_or(u64::MAX));
            let (nonce, aad) = (nonce(entry, place), aad(name, next.is_empty()));
            let sealed = self.0.seal_in_place_append_tag(nonce, Aad::from(aad), &mut part);
            sealed.map_err(|_| damaged("it cannot be sealed"))?;
            context.update(&part);
            to.write_all(&part)?;
            if next.is_empty() {
                return Ok((size, context.finish().as_ref().to_vec()));
            }
            (part, place) = (next, place.saturating_add(1));
        }
    }

    /// Opens a whole stream; answers its size after, and the digest before.
    pub fn open(
        &self,
        entry: u32,
        name: &str,
        from: &mut dyn Read,
        to: &mut dyn Write,
    ) -> Result<(u64, Vec<u8>), Fault> {
        let (mut size, mut context) = (0_u64, Context::new(&SHA256));
        let whole = PART.saturating_add(TAG);
        let (mut part, mut place) = (take(from, whole)?, 0_u64);
        loop {
            let next = if part.len() < whole { vec![] } else { take(from, whole)? };
            context.update(&part);
            let (nonce, aad) = (nonce(entry, place), aad(name, next.is_empty()));
            let plain = self.0.open_in_place(nonce, Aad::from(aad), &mut part);
            let plain = plain.map_err(|_| damaged(&format!("{name} does not open")))?;
            size = size.saturating_add(u64::try_from(plain.len()).unwrap_or(u64::MAX));
            to.write_all(plain)?;
            if next.is_empty() {
                return Ok((size, context.finish().as_ref().to_vec()));
            }
            (part, place) = (next, place.saturating_add(1));
        }
    }

    /// What only the holder of the key can put beside a manifest.
    pub fn vouch(&self, manifest: &[u8]) -> Result<Vec<u8>, Fault> {
        let mut seal = digest(&SHA256, manifest).as_ref().to_vec();
        let (nonce, aad) = (nonce(u32::MAX, 0), aad(super::MANIFEST, true));
        let sealed = self.0.seal_in_place_append_tag(nonce, Aad::from(aad), &mut seal);
        sealed.map_err(|_| damaged("it cannot be sealed"))?;
        Ok(seal)
    }
}

fn nonce(entry: u32, place: u64) -> Nonce {
    let mut bytes = [0_u8; 12];
    let whole = entry.to_be_bytes().into_iter().chain(place.to_be_bytes());
    bytes.iter_mut().zip(whole).for_each(|(to, from)| *to = from);
    Nonce::assume_unique_for_key(bytes)
}

fn aad(name: &str, last: bool) -> Vec<u8> {
    let mut whole = name.as_bytes().to_vec();
    whole.extend([0, u8::from(last)]);
    whole
}

fn take(from: &mut dyn Read, limit: usize) -> Result<Vec<u8>, Fault> {
    let mut part = Vec::with_capacity(limit);
    from.take(u64::try_from(limit).unwrap_or(u64::MAX)).read_to_end(&mut part)?;
    Ok(part)
}

pub(super) fn damaged(what: &str) -> Fault {
    Fault::Damaged(what.to_owned())
}
