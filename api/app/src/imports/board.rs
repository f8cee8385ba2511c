use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use uuid::Uuid;

/// How much memory all imports of a process may take together, in MiB.
const ROOM: u32 = 240;
/// How often a file's bytes are there while it comes in: as sent, and a part of them sealed.
const SENT: u32 = 2;
/// How often while it is judged: their text, what it says, the verdicts, what is there already.
const JUDGED: u32 = 10;
/// What of the room the largest file leaves to small ones, in MiB.
const SMALL: u32 = 24;
/// Files judged at the same time; the others wait, so that requests find a processor.
const TURNS: usize = 2;

/// The imports that this process is working on: how far they are, and who has to wait.
pub struct Board {
    running: Mutex<HashMap<Uuid, Arc<Progress>>>,
    room: Arc<Semaphore>,
    turns: Arc<Semaphore>,
}

/// How far an import is, in rows.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicI64,
    total: AtomicI64,
}

impl Progress {
    pub(super) fn expect(&self, rows: u32) {
        self.total.store(i64::from(rows), Ordering::Relaxed);
        self.done.store(0, Ordering::Relaxed);
    }

    pub(super) fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// Rows done and in all.
    pub(super) fn now(&self) -> (i64, i64) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }
}

/// The right to hold a file in memory; given back when it is dropped.
pub struct Admission {
    _room: Option<OwnedSemaphorePermit>,
    _turn: Option<OwnedSemaphorePermit>,
}

impl Default for Board {
    fn default() -> Self {
        Self {
            running: Mutex::default(),
            room: Arc::new(Semaphore::new(usize::try_from(ROOM).unwrap_or(1))),
            turns: Arc::new(Semaphore::new(TURNS)),
        }
    }
}

fn mebibytes(bytes: u64) -> u32 {
    u32::try_from(bytes >> 20).unwrap_or(ROOM).saturating_add(1)
}

impl Board {
    /// Waits until a file of so many bytes may be taken in.
    pub async fn admit_upload(&self, bytes: u64) -> Admission {
        let room = mebibytes(bytes).saturating_mul(SENT).min(ROOM);
        Admission { _room: self.room.clone().acquire_many_owned(room).await.ok(), _turn: None }
    }

    /// Waits until a file of so many bytes may be judged.
    pub async fn admit_check(&self, bytes: u64) -> Admission {
        let room = mebibytes(bytes).saturating_mul(JUDGED).min(ROOM.saturating_sub(SMALL));
        let turn = self.turns.clone().acquire_owned().await.ok();
        Admission { _room: self.room.clone().acquire_many_owned(room).await.ok(), _turn: turn }
    }

    /// Notes that an import is being worked on.
    pub(super) fn begin(&self, id: Uuid) -> Arc<Progress> {
        self.lock().entry(id).or_default().clone()
    }

    pub(super) fn end(&self, id: Uuid) {
        self.lock().remove(&id);
    }

    pub(super) fn find(&self, id: Uuid) -> Option<Arc<Progress>> {
        self.lock().get(&id).cloned()
    }

    pub(super) fn all(&self) -> Vec<Uuid> {
        self.lock().keys().copied().collect()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<Uuid, Arc<Progress>>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn large_files_wait_for_one_another_and_small_ones_do_not() {
        let board = Board::default();
        let large = board.admit_check(48 << 20).await;
        let second = board.admit_upload(48 << 20);
        let waits = tokio::time::timeout(std::time::Duration::from_millis(20), second).await;
        assert!(waits.is_err());
        let small =
            tokio::time::timeout(std::time::Duration::from_millis(500), board.admit_check(100_000));
        assert!(small.await.is_ok());
        drop(large);
        board.admit_upload(48 << 20).await;
    }
}
