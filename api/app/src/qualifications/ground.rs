use std::collections::BTreeMap;

use domain::access::{Rule, Target};
use store::qualifications as rows;
use uuid::Uuid;

use super::judge::counted;
use crate::{Result, Unit, projects};

/// What a run that starts now would read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ground {
    /// Everybody in the denominator.
    pub total: u32,
    /// How many lack each mark of the grade.
    pub missing: BTreeMap<String, u32>,
    /// Practice sheets whose marks do not count, since they are not published.
    pub unpublished_sheets: u32,
}

/// What a new run would judge by; nothing for whoever may not start one.
pub(super) async fn ground(
    unit: &impl Unit,
    project: Uuid,
    target: &Target,
) -> Result<Option<Ground>> {
    if unit.ctx().actor.may(Rule::Q01Run, target).is_err() {
        return Ok(None);
    }
    let policy = projects::policy_of(unit, project).await?;
    let marked = rows::marked(unit, project).await?;
    let small = |count: i64| u32::try_from(count).unwrap_or_default();
    let mut missing = counted(&policy);
    for (source, with) in [("online_score", marked.online), ("practice_score", marked.offline)] {
        if let Some(count) = missing.get_mut(source) {
            *count = small(marked.total.saturating_sub(with));
        }
    }
    let unpublished_sheets = small(rows::unpublished_sheets(unit, project).await?);
    Ok(Some(Ground { total: small(marked.total), missing, unpublished_sheets }))
}
