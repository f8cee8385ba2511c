//! Which kind is judged and written by which module.

use domain::columns::ImportKind;
use store::imports::Change;
use uuid::Uuid;

use super::{
    catalog, class_members, classes, homework, learning, online_scores,
    plan::{Ground, Plan, Writes},
    practice_scores, roster, schools, selections, staff, workshops,
};
use crate::{Result, Unit, Work};

/// Judges a whole file.
pub(super) async fn plan(
    unit: &impl Unit,
    ground: &Ground,
    name: &str,
    content: Vec<u8>,
) -> Result<Plan> {
    match ground.kind {
        ImportKind::Schools => schools::plan(unit, ground, name, &content).await,
        ImportKind::Roster => roster::plan(unit, ground, name, content).await,
        ImportKind::Classes => classes::plan(unit, ground, name, &content).await,
        ImportKind::ClassMembers => class_members::plan(unit, ground, name, &content).await,
        ImportKind::Workshops => workshops::plan(unit, ground, name, &content).await,
        ImportKind::Staff => staff::plan(unit, ground, name, &content).await,
        ImportKind::Catalog => catalog::plan(unit, ground, name, &content).await,
        ImportKind::Selections => selections::plan(unit, ground, name, &content).await,
        ImportKind::OnlineProgress => learning::plan(unit, ground, &content).await,
        ImportKind::OnlineScores => online_scores::plan(unit, ground, name, &content).await,
        ImportKind::PracticeScores => practice_scores::plan(unit, ground, name, &content).await,
        ImportKind::Homework => homework::plan(unit, ground, &content).await,
    }
}

/// Writes what was judged; tells what was made and changed, so that it can be undone.
pub(super) async fn apply(work: &Work<'_>, project: Uuid, writes: Writes) -> Result<Vec<Change>> {
    match writes {
        Writes::Schools(writes) => schools::apply(work, writes).await,
        Writes::Roster(writes) => roster::apply(work, project, writes).await,
        Writes::Classes(writes) => classes::apply(work, project, writes).await,
        Writes::ClassMembers(writes) => class_members::apply(work, project, writes).await,
        Writes::Workshops(writes) => workshops::apply(work, project, writes).await,
        Writes::Staff(writes) => staff::apply(work, writes).await,
        Writes::Catalog(writes) => catalog::apply(work, project, writes).await,
        Writes::Selections(writes) => selections::apply(work, project, writes).await,
        Writes::Learning(writes) => learning::apply(work, project, writes).await,
        Writes::OnlineScores(writes) => online_scores::apply(work, project, writes).await,
        Writes::PracticeScores(writes) => practice_scores::apply(work, project, writes).await,
        Writes::Homework(writes) => homework::apply(work, writes).await,
    }
}
