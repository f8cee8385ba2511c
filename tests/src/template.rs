//! A world built once and copied as often as needed.

use std::sync::{Arc, Mutex, PoisonError};

use app::secrets::KeyFile;

use crate::{County, Folder, database};

/// A database with people and things in it, that counties are copied from.
pub struct Template {
    keys: KeyFile,
    url: String,
    folder: Folder,
}

impl Template {
    /// Builds the world that every copy begins with.
    pub async fn of(build: impl AsyncFn(&County)) -> Self {
        let (keys, folder) = (KeyFile::generate().expect("keys"), Folder::new());
        let url = database::fresh(&folder).await;
        let county = County::over(Folder::new(), url.clone(), &keys, |_| {}).await;
        build(&county).await;
        county.state.services.db.clone().close().await.expect("closed");
        Self { keys, url, folder }
    }

    /// A copy of its own.
    pub async fn county(&self) -> County {
        let folder = Folder::new();
        let url = database::copy(&self.url, &self.folder, &folder).await;
        County::over(folder, url, &self.keys, |_| {}).await
    }
}

/// The statements that a county's database was sent.
#[derive(Clone, Default)]
pub struct Statements(Arc<Mutex<Vec<String>>>);

impl Statements {
    pub(crate) fn note(&self, sql: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(sql.to_owned());
    }

    pub(crate) fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
