use std::collections::{BTreeMap, HashMap};

use aws_lc_rs::digest::{Context as Digest, SHA256};
use domain::{
    Hundredths,
    policy::PolicySet,
    qualification::{Evidence, Outcome, Qualification, qualify_all},
};
use serde::{Deserialize, Serialize};
use store::qualifications::{self as rows, NewResult};
use uuid::Uuid;

use crate::{Error, Result, Work};

/// People outside any class judged at once.
const LOOSE: usize = 500;

/// People of one outcome in the previous run and another in this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Nothing for whoever was not in the previous run.
    pub from: Option<String>,
    /// Nothing for whoever is not in this run any more.
    pub to: Option<String>,
    pub count: u32,
}

/// The figures kept with a run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    pub total: u32,
    pub outcomes: BTreeMap<String, u32>,
    /// How many lack each mark of the grade: nobody has given or published it yet. Runs of
    /// earlier versions did not count them.
    #[serde(default)]
    pub missing: Option<BTreeMap<String, u32>>,
    /// How many of the unqualified lack a mark.
    #[serde(default)]
    pub awaiting: u32,
    pub previous: Option<Uuid>,
    pub moved: Vec<Moved>,
}

/// Judges and keeps everybody, and tells the figures and the digest. The evidence comes class
/// by class; a class is judged at once, since who is excellent is decided in it, and no more
/// results than a class has are held.
pub(super) async fn judge(
    work: &Work<'_>,
    run: Uuid,
    previous: Option<Uuid>,
    mut before: HashMap<Uuid, String>,
    evidence: &[Evidence],
    policy: &PolicySet,
) -> Result<(Figures, Vec<u8>)> {
    let mut digest = Digest::new(&SHA256);
    digest.update(&serde_json::to_vec(policy).map_err(Error::fault)?);
    let mut figures = Figures { previous, ..Figures::default() };
    let mut missing = counted(policy);
    let mut moved: BTreeMap<(Option<String>, Option<String>), u32> = BTreeMap::new();
    for class in groups(evidence) {
        let results = qualify_all(class, policy);
        let mut new = Vec::with_capacity(results.len());
        for (one, result) in class.iter().zip(&results) {
            let kept = kept(one, result)?;
            digest.update(&serde_json::to_vec(one).map_err(Error::fault)?);
            digest.update(kept.explanation.as_bytes());
            add(figures.outcomes.entry(result.outcome.to_string()).or_default());
            add(&mut figures.total);
            let lacks = one.lacks(policy);
            lacks.iter().for_each(|source| add(missing.entry(source.to_string()).or_default()));
            if !lacks.is_empty() && result.outcome == Outcome::Unqualified {
                add(&mut figures.awaiting);
            }
            let (from, to) = (before.remove(&one.enrollment), Some(result.outcome.to_string()));
            if previous.is_some() && from != to {
                add(moved.entry((from, to)).or_default());
            }
            new.push(kept);
        }
        rows::insert_results(&work.tx, run, new).await?;
    }
    for gone in before.into_values() {
        add(moved.entry((Some(gone), None)).or_default());
    }
    figures.missing = Some(missing);
    figures.moved =
        moved.into_iter().map(|((from, to), count)| Moved { from, to, count }).collect();
    Ok((figures, digest.finish().as_ref().to_vec()))
}

/// The marks that the policy's grade needs, which nobody lacks so far.
pub(super) fn counted(policy: &PolicySet) -> BTreeMap<String, u32> {
    policy.grade.sources().into_iter().map(|source| (source.to_string(), 0)).collect()
}

/// Whole classes; whoever is in no class has no part in the excellent, so these come in any cut.
fn groups(evidence: &[Evidence]) -> impl Iterator<Item = &[Evidence]> {
    let classes = evidence.chunk_by(|one, next| one.class == next.class);
    classes.flat_map(|class| {
        let loose = class.first().is_some_and(|one| one.class.is_none());
        class.chunks(if loose { LOOSE } else { class.len().max(1) })
    })
}

fn add(count: &mut u32) {
    *count = count.saturating_add(1);
}

fn kept(one: &Evidence, result: &Qualification) -> Result<NewResult> {
    Ok(NewResult {
        enrollment: one.enrollment,
        outcome: result.outcome.as_str(),
        total: result.total.get(),
        online: result.online.map(Hundredths::get),
        offline: result.offline.map(Hundredths::get),
        hours: result.hours.get(),
        explanation: serde_json::to_string(result).map_err(Error::fault)?,
    })
}
