use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
};

use domain::{Kind, Refusal};
use tokio::sync::OwnedMutexGuard;

use crate::Result;

/// How many may wait for their turn at one name before they are told to come back.
const QUEUE: usize = 64;
/// How many names are kept before those that nobody waits at are forgotten.
const KEPT: usize = 1_024;

type Door = tokio::sync::Mutex<()>;

/// One attempt after the other at each name: an attempt counts as failed until its password has
/// been verified, and of many right ones at once none is to be refused for the others.
#[derive(Default)]
pub struct Turns(Mutex<HashMap<String, Weak<Door>>>);

impl Turns {
    /// Waits for one's turn; it lasts until what is answered is dropped.
    pub(super) async fn take(&self, name: &str) -> Result<OwnedMutexGuard<()>> {
        let door = self.door(name);
        if Arc::strong_count(&door) > QUEUE {
            let detail = "Too many people are signing in; try again soon.";
            return Err(Refusal::new(Kind::Overloaded, detail).retry_after(2).into());
        }
        Ok(door.lock_owned().await)
    }

    fn door(&self, name: &str) -> Arc<Door> {
        let mut doors = self.0.lock().unwrap_or_else(PoisonError::into_inner);
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
