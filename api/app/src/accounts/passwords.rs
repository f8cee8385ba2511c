use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use domain::{Kind, Refusal};
use rustix::process::setpriority_process;
use std::{
    num::NonZero,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicUsize, Ordering},
        mpsc::{self, Receiver, RecvError, Sender},
    },
};
use tokio::sync::oneshot;

use super::turns::overloaded;
use crate::{Error, Result};

/// Argon2id with 19 MiB, two passes, one lane: some 20 ms on one core.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
/// How many may wait for a core before sign-in says that it is overloaded.
const QUEUE: usize = 128;
/// How far the threads that hash stand behind all others, in steps of `nice`.
const NICE: i32 = 10;

/// Made once, however many instances a process has.
static NOBODY: OnceLock<String> = OnceLock::new();

/// Hashes and verifies, at most as many at once as there are cores, so that a rush of sign-ins
/// takes neither the memory nor the cores of everything else.
pub struct Passwords {
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
        Self {
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
        let place = Place::take(&self.waiting)?;
        let (told, answer) = oneshot::channel();
        let job = move || {
            drop(place);
            // Nobody may be waiting for it any more.
            if !told.is_closed() {
                let _ = told.send(work());
            }
        };
        crew().send(Box::new(job)).map_err(Error::fault)?;
        answer.await.map_err(Error::fault)
    }
}

/// A place in the queue for a core; given back when its work begins.
struct Place(Arc<AtomicUsize>);

impl Place {
    fn take(waiting: &Arc<AtomicUsize>) -> Result<Self> {
        let place = Self(waiting.clone());
        if waiting.fetch_add(1, Ordering::AcqRel) < QUEUE {
            return Ok(place);
        }
        Err(overloaded().into())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

type Job = Box<dyn FnOnce() + Send>;

/// The threads that hash, one for each core. They give way to those that answer requests:
/// a rush of sign-ins slows down nothing but signing in.
fn crew() -> &'static Sender<Job> {
    static CREW: OnceLock<Sender<Job>> = OnceLock::new();
    CREW.get_or_init(|| {
        let (sender, jobs) = mpsc::channel::<Job>();
        let jobs = Arc::new(Mutex::new(jobs));
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        for _ in 0..cores {
            let jobs = jobs.clone();
            let hasher = std::thread::Builder::new().name("hasher".to_owned());
            // Where one cannot be had, its fellows do the work; where none can, sign-in fails.
            let _ = hasher.spawn(move || {
                let _ = setpriority_process(None, NICE);
                while let Ok(job) = next(&jobs) {
                    let _ = catch_unwind(AssertUnwindSafe(job));
                }
            });
        }
        sender
    })
}

fn next(jobs: &Mutex<Receiver<Job>>) -> Result<Job, RecvError> {
    jobs.lock().unwrap_or_else(PoisonError::into_inner).recv()
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
    use super::{Ordering, Passwords, QUEUE, judge};

    #[test]
    fn easy_passwords_are_refused_and_long_ones_taken() {
        for weak in ["short", "aaaaaaaaaaaaaaaa", "Password12345", "FY0001-abcdefg"] {
            assert!(judge(weak, &["FY0001"]).is_err(), "{weak}");
        }
        assert!(judge("春风又绿江南岸明月何时照我还", &["FY0001"]).is_ok());
        assert!(judge("correct horse battery", &["FY0001"]).is_ok());
    }

    #[tokio::test]
    async fn those_who_go_away_give_their_place_in_the_queue_back() {
        let passwords = Passwords::new();
        for _ in 0..4 {
            let rush = (0..QUEUE).map(|_| passwords.verify("correct horse", None));
            let rush = futures_util::future::join_all(rush);
            let left = tokio::time::timeout(std::time::Duration::from_millis(1), rush).await;
            assert!(left.is_err());
            while passwords.waiting.load(Ordering::Acquire) > 0 {
                tokio::task::yield_now().await;
            }
        }
        assert!(!passwords.verify("correct horse", None).await.unwrap());
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
