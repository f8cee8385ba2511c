use std::{collections::HashMap, sync::Arc};

use moka::future::Cache;
use store::catalog::{self as rows, Course};
use uuid::Uuid;

use crate::{Result, Unit};

/// Enough for a hundred counties; beyond that the ones asked for least are read again.
const MOST_COURSES: u64 = 100_000;

/// The catalogues of projects as they were last read, each with its revision.
pub struct Catalogs(Cache<Uuid, Arc<Known>>);

/// The courses of a project by id, at least as new as the revision.
pub(crate) struct Known {
    revision: i64,
    pub courses: HashMap<Uuid, Arc<Course>>,
}

impl Default for Catalogs {
    fn default() -> Self {
        let weight = |_: &Uuid, known: &Arc<Known>| {
            u32::try_from(known.courses.len()).unwrap_or(u32::MAX).max(1)
        };
        Self(Cache::builder().max_capacity(MOST_COURSES).weigher(weight).build())
    }
}

/// The catalogue of a project at this revision, which the caller has just read: every change of
/// a course makes another one.
pub(crate) async fn known(unit: &impl Unit, project: Uuid, revision: i64) -> Result<Arc<Known>> {
    let catalogs = &unit.ctx().services.catalogs.0;
    if let Some(known) = catalogs.get(&project).await
        && known.revision == revision
    {
        return Ok(known);
    }
    let courses = rows::all(unit, project).await?;
    let courses = courses.into_iter().map(|course| (course.id, Arc::new(course))).collect();
    let known = Arc::new(Known { revision, courses });
    catalogs.insert(project, known.clone()).await;
    Ok(known)
}
