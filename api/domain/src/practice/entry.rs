use crate::{
    number::Hundredths,
    policy::PracticePolicy,
    refusal::{Kind, Refusal},
    words::words,
};

const HUNDRED: Hundredths = Hundredths::whole(100);

words! {
    /// Why somebody has no practice mark.
    pub enum Absence {
        Absent = "absent",
        SickLeave = "sick_leave",
        MaternityLeave = "maternity_leave",
        OfficialLeave = "official_leave",
        Other = "other",
    }
}

impl Absence {
    /// The word of score sheets.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Absent => "缺考",
            Self::SickLeave => "病假",
            Self::MaternityLeave => "产假",
            Self::OfficialLeave => "公假",
            Self::Other => "其他",
        }
    }

    #[must_use]
    pub fn of_title(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|absence| absence.title() == text || absence.as_str() == text)
    }
}

/// What a school enters for one person: the two criterion groups, or one plain score, or the
/// reason why there is neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SchoolEntry {
    pub completion: Option<Hundredths>,
    pub effect: Option<Hundredths>,
    pub school_score: Option<Hundredths>,
    pub absence: Option<Absence>,
}

/// A school's entry that keeps all rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SchoolMark {
    pub completion: Option<Hundredths>,
    pub effect: Option<Hundredths>,
    /// The sum of both groups, or the plain score.
    pub school_score: Option<Hundredths>,
    pub absence: Option<Absence>,
}

impl SchoolMark {
    /// Whether the sheet may be submitted with it.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.school_score.is_some() || self.absence.is_some()
    }
}

/// Judges what a school entered. All empty is fine: not scored yet.
///
/// # Errors
/// `score_out_of_range`, `criterion_missing`, `sum_differs` or `absence_with_score`, each at
/// its field.
pub fn settle_school(entry: &SchoolEntry, policy: &PracticePolicy) -> Result<SchoolMark, Refusal> {
    let mut refusal = Refusal::new(Kind::ValidationFailed, "The marks contradict the rules.");
    for (pointer, value, max) in [
        ("/completion", entry.completion, policy.completion_max),
        ("/effect", entry.effect, policy.effect_max),
        ("/school_score", entry.school_score, HUNDRED),
    ] {
        if value.is_some_and(|value| !(Hundredths::ZERO..=max).contains(&value)) {
            let detail = format!("A mark from 0 to {max}.");
            refusal = refusal.with(pointer, "score_out_of_range", detail);
        }
    }
    let sum = entry.completion.zip(entry.effect).map(|(one, other)| one.plus(other));
    if entry.completion.is_some() != entry.effect.is_some() {
        let pointer = if entry.completion.is_none() { "/completion" } else { "/effect" };
        refusal = refusal.with(pointer, "criterion_missing", "Give both groups or neither.");
    }
    if sum.zip(entry.school_score).is_some_and(|(sum, score)| sum != score) {
        let detail = "The score differs from the sum of the two groups; leave it empty.";
        refusal = refusal.with("/school_score", "sum_differs", detail);
    }
    let school_score = sum.or(entry.school_score);
    if entry.absence.is_some() && (school_score.is_some() || entry.completion.is_some()) {
        let detail = "Give a mark or the reason why there is none, not both.";
        refusal = refusal.with("/absence", "absence_with_score", detail);
    }
    if !refusal.faults.is_empty() {
        return Err(refusal);
    }
    let SchoolEntry { completion, effect, absence, .. } = *entry;
    Ok(SchoolMark { completion, effect, school_score, absence })
}

/// The mark that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Determined {
    /// The county's mark where there is one, otherwise the school's.
    pub final_score: Option<Hundredths>,
    /// Whether the county's mark is another than the school's.
    pub adjusted: bool,
}

/// Puts the county's mark over the school's. A difference needs a reason that the teacher can
/// read; so does a mark where the school gave none.
///
/// # Errors
/// `score_out_of_range` or `adjust_reason_required`.
pub fn determine(
    school: Option<Hundredths>,
    county: Option<Hundredths>,
    reason: Option<&str>,
) -> Result<Determined, Refusal> {
    if county.is_some_and(|score| !(Hundredths::ZERO..=HUNDRED).contains(&score)) {
        let detail = "A mark from 0 to 100.";
        return Err(Refusal::field("/county_score", "score_out_of_range", detail));
    }
    let adjusted = county.is_some() && county != school;
    if adjusted && reason.is_none_or(|text| text.trim().is_empty()) {
        let detail = "Say why the mark differs from the school's.";
        return Err(Refusal::field("/adjust_reason", "adjust_reason_required", detail));
    }
    Ok(Determined { final_score: county.or(school), adjusted })
}
