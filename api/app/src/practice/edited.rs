//! What people write by hand into a sheet, noted so that the next file leaves it alone.

use store::{
    edits as rows,
    practice::{Known, Row},
};

use crate::{
    Result, Work,
    edits::{self, number},
};

/// The school's part of a row.
pub(super) const SCHOOL: [&str; 5] = ["completion", "effect", "absence", "school_score", "note"];
/// The county's part.
const COUNTY: [&str; 3] = ["county_score", "adjust_reason", "absence"];

fn school(row: &Row) -> [Option<String>; 5] {
    let marks = [row.completion, row.effect, row.school_score].map(number);
    let [completion, effect, score] = marks;
    [completion, effect, row.absence.clone(), score, row.note.clone()]
}

fn county(row: &Row) -> [Option<String>; 3] {
    [number(row.county_score), row.adjust_reason.clone(), row.absence.clone()]
}

/// Notes what a school changed, unless it is noted already; `new` are the rows before and after.
pub(super) async fn note_school(work: &Work<'_>, new: &[(Known, Row)]) -> Result<()> {
    let all = new.iter().flat_map(|(Known { row: before, noted }, after)| {
        let bits = (0..).map(|at| 1_i64 << at);
        let fields = SCHOOL.into_iter().zip(school(before).into_iter().zip(school(after)));
        let fields = fields.zip(bits).filter(|(_, bit)| noted & bit == 0);
        let fields = fields.map(|((name, (before, after)), _)| (name, before, after));
        edits::changed(work, "practice_scores", before.id, fields)
    });
    Ok(rows::note(&work.tx, &all.collect::<Vec<_>>()).await?)
}

/// Notes what the county changed in a row.
pub(super) async fn note_county(work: &Work<'_>, before: &Row, after: &Row) -> Result<()> {
    let fields = COUNTY.into_iter().zip(county(before).into_iter().zip(county(after)));
    let fields = fields.map(|(name, (before, after))| (name, before, after));
    edits::note(work, "practice_scores", before.id, fields).await
}
