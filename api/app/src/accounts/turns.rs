use std::{
    collections::HashMap,
    num::NonZero,
    sync::{Arc, Mutex, PoisonError, Weak},
};

use domain::{Kind, Refusal};
use tokio::sync::{OwnedMutexGuard, Semaphore, SemaphorePermit};

use crate::{Error, Result};

/// How many may wait for their turn at one name before they are told to come back.
const QUEUE: usize = 64;
/// How many may wait at the door before sign-in says that it is overloaded.
const CROWD: usize = 128;
/// How many are let in for each core: while one is hashed another is looked up.
const FOR_EACH_CORE: usize = 2;
/// How many names are kept before those that nobody waits at are forgotten.
const KEPT: usize = 1_024;

type Door = tokio::sync::Mutex<()>;

/// Few attempts at once, so that a rush leaves connections and cores to everybody else; and one
/// after the other at each name: an attempt counts as failed until its password has been
/// verified, and of many right ones at once none is to be refused for the others.
pub struct Turns {
    /// Those who wait and those who are in.
    crowd: Semaphore,
    inside: Semaphore,
    doors: Mutex<HashMap<String, Weak<Door>>>,
}

impl Default for Turns {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        let inside = cores.saturating_mul(FOR_EACH_CORE);
        Self {
            crowd: Semaphore::new(CROWD.saturating_add(inside)),
            inside: Semaphore::new(inside),
            doors: Mutex::default(),
        }
    }
}

impl Turns {
    /// Waits to be let in, before anything is looked up; who is in stays so until what is
    /// answered is dropped.
    pub(super) async fn enter(&self) -> Result<[SemaphorePermit<'_>; 2]> {
        let place = self.crowd.try_acquire().map_err(|_| overloaded())?;
        Ok([place, self.inside.acquire().await.map_err(Error::fault)?])
    }

    /// Waits for one's turn; it lasts until what is answered is dropped.
    pub(super) async fn take(&self, name: &str) -> Result<OwnedMutexGuard<()>> {
        let door = self.door(name);
        if Arc::strong_count(&door) > QUEUE {
            return Err(overloaded().into());
        }
        Ok(door.lock_owned().await)
    }

    fn door(&self, name: &str) -> Arc<Door> {
        let mut doors = self.doors.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(door) = doors.get(name).and_then(Weak::upgrade) {
            return door;
        }
        if doors.len() >= KEPT {
            doors.retain(|_, door| door.strong_count() > 0);
        }
        let door = Arc::new(Door::default());
        doors.insert(name.to_owned(), Arc::downgrade(&door));
        door
    }
}

/// What those are told for whom there is no room.
pub(super) fn overloaded() -> Refusal {
    let detail = "Too many people are signing in; try again soon.";
    Refusal::new(Kind::Overloaded, detail).retry_after(2)
}
