use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use domain::{Kind, Refusal};
use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicUsize, Ordering},
};
use tokio::sync::Semaphore;

use crate::{Error, Result};

/// Argon2id with 19 MiB, two passes, one lane: some 20 ms on one core.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
/// How many may wait for a core before sign-in says that it is overloaded.
const QUEUE: usize = 128;

/// Made once, however many instances a process has.
static NOBODY: OnceLock<String> = OnceLock::new();

/// Hashes and verifies, at most as many at once as there are cores, so that a rush of sign-ins
/// takes neither the memory nor the cores of everything else.
pub struct Passwords {
    cores: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
    /// A hash of nothing: verified in vain where no account exists, to take the same time.
    nobody: &'static str,
}

impl Default for Passwords {
    fn default() -> Self {
        Self::new()
    }
}

impl Passwords {
    #[must_use]
    pub fn new() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self {
            cores: Arc::new(Semaphore::new(cores)),
            waiting: Arc::default(),
            nobody: NOBODY.get_or_init(|| hash("nobody's password").unwrap_or_default()),
        }
    }

    /// Refuses what is easily guessed (at least 12 characters, not made of the person's own
    /// names or of one run), then hashes.
    pub async fn hash(&self, password: &str, own_words: &[&str]) -> Result<String> {
        judge(password, own_words)?;
        let password = password.to_owned();
        self.on_a_core(move || hash(&password)).await?
    }

    /// Whether the password fits; `None` takes as long and never fits.
    pub async fn verify(&self, password: &str, stored: Option<&str>) -> Result<bool> {
        let exists = stored.is_some();
        let stored = stored.unwrap_or(self.nobody).to_owned();
        let password = password.to_owned();
        let fits = self
            .on_a_core(move || {
                PasswordHash::new(&stored)
                    .is_ok_and(|hash| argon().verify_password(password.as_bytes(), &hash).is_ok())
            })
            .await?;
        Ok(fits && exists)
    }

    /// The password hashed anew, where the stored hash is weaker than today's.
    pub async fn renew(&self, password: &str, stored: Option<&str>) -> Result<Option<String>> {
        let current = format!("m={MEMORY_KIB},t={PASSES},p=1");
        let weak = |hash: &str| !hash.starts_with("$argon2id$v=19$") || !hash.contains(&current);
        if !stored.is_some_and(weak) {
            return Ok(None);
        }
        let password = password.to_owned();
        Ok(Some(self.on_a_core(move || hash(&password)).await??))
    }

    async fn on_a_core<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T> {
        let queued = self.waiting.fetch_add(1, Ordering::AcqRel);
        let permit = if queued >= QUEUE {
            Err(Refusal::new(Kind::Overloaded, "Too many people are signing in; try again soon.")
                .retry_after(2)
                .into())
        } else {
            self.cores.acquire().await.map_err(Error::fault)
        };
        self.waiting.fetch_sub(1, Ordering::AcqRel);
        let _permit = permit?;
        tokio::task::spawn_blocking(work).await.map_err(Error::fault)
    }
}

fn argon() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn hash(password: &str) -> Result<String> {
    let hash = argon().hash_password(password.as_bytes()).map_err(Error::fault)?;
    Ok(hash.to_string())
}

fn judge(password: &str, own_words: &[&str]) -> Result<()> {
    const COMMON: [&str; 8] =
        ["password", "123456", "qwerty", "tisheng", "abc123", "111111", "iloveyou", "teacher"];
    let weak = |code, detail: &str| {
        Refusal::new(Kind::WeakPassword, detail).with("/new_password", code, detail)
    };
    let lower = password.to_lowercase();
    let length = password.chars().count();
    let distinct = lower.chars().collect::<std::collections::BTreeSet<_>>().len();
    if length < 12 {
        return Err(weak("too_short", "Use at least 12 characters.").into());
    }
    if length > 256 {
        return Err(weak("too_long", "Use at most 256 characters.").into());
    }
    if distinct < 5 {
        return Err(weak("too_simple", "Use at least five different characters.").into());
    }
    if COMMON.iter().any(|word| lower.contains(word)) {
        return Err(weak("too_common", "Leave out words that everybody tries first.").into());
    }
    if own_words.iter().any(|word| word.len() > 3 && lower.contains(&word.to_lowercase())) {
        return Err(weak("own_words", "Leave out your own name, number and phone.").into());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Passwords, judge};

    #[test]
    fn easy_passwords_are_refused_and_long_ones_taken() {
        for weak in ["short", "aaaaaaaaaaaaaaaa", "Password12345", "FY0001-abcdefg"] {
            assert!(judge(weak, &["FY0001"]).is_err(), "{weak}");
        }
        assert!(judge("春风又绿江南岸明月何时照我还", &["FY0001"]).is_ok());
        assert!(judge("correct horse battery", &["FY0001"]).is_ok());
    }

    #[tokio::test]
    async fn a_hash_fits_its_password_only() {
        let passwords = Passwords::new();
        let hash = passwords.hash("correct horse battery", &[]).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.verify("correct horse battery", Some(&hash)).await.unwrap());
        assert!(!passwords.verify("correct horse", Some(&hash)).await.unwrap());
        assert!(!passwords.verify("nobody's password", None).await.unwrap());
    }
}
