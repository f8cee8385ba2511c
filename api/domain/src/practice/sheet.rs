use uuid::Uuid;

use crate::{
    access::Rule,
    machine::{self, By, Edge},
    refusal::{Kind, Refusal},
    words::words,
};

words! {
    /// Where a scoring round stands.
    pub enum RoundStatus {
        Draft = "draft",
        Open = "open",
        Closed = "closed",
        Locked = "locked",
    }
}

words! {
    /// What moves a round.
    pub enum RoundAction {
        Open = "open",
        Close = "close",
        Reopen = "reopen",
        Lock = "lock",
    }
}

words! {
    /// Where one school's sheet of a class stands.
    pub enum SheetStatus {
        Open = "open",
        SchoolDraft = "school_draft",
        SchoolSubmitted = "school_submitted",
        CountyReviewing = "county_reviewing",
        Returned = "returned",
        CountyDetermined = "county_determined",
        Published = "published",
        AppealWindow = "appeal_window",
        Locked = "locked",
    }
}

impl SheetStatus {
    /// Whether the scored teachers see their marks, and the marks count for the grade.
    #[must_use]
    pub fn is_public(self) -> bool {
        matches!(self, Self::Published | Self::AppealWindow | Self::Locked)
    }
}

words! {
    /// What moves a sheet.
    pub enum SheetAction {
        /// The school writes marks.
        Fill = "fill",
        Submit = "submit",
        StartReview = "start_review",
        /// The county writes its own mark for one person.
        Adjust = "adjust",
        Return = "return",
        Determine = "determine",
        Publish = "publish",
        OpenAppeals = "open_appeals",
        Lock = "lock",
    }
}

type RoundEdge = Edge<RoundStatus, RoundAction>;
type SheetEdge = Edge<SheetStatus, SheetAction>;

const COUNTY: By = By::Rule(Rule::F03Determine);
const SCHOOL: By = By::Rule(Rule::F02Fill);
const SIGN: By = By::Rule(Rule::F04Sign);

const fn round(
    action: RoundAction,
    from: &'static [RoundStatus],
    to: RoundStatus,
    by: By,
    reason: bool,
) -> RoundEdge {
    Edge { action, from, to, by, reason }
}

const fn sheet(
    action: SheetAction,
    from: &'static [SheetStatus],
    to: SheetStatus,
    by: By,
    reason: bool,
) -> SheetEdge {
    Edge { action, from, to, by, reason }
}

/// All moves of a round.
pub const ROUND_EDGES: &[RoundEdge] = {
    use {RoundAction as A, RoundStatus as S};
    &[
        round(A::Open, &[S::Draft], S::Open, COUNTY, false),
        round(A::Close, &[S::Open], S::Closed, COUNTY, false),
        round(A::Reopen, &[S::Closed], S::Open, COUNTY, true),
        round(A::Lock, &[S::Closed], S::Locked, SIGN, false),
    ]
};

/// All moves of a sheet. Nothing leads out of `locked`: what is wrong after that is rectified
/// by two people, beside the sheet.
pub const SHEET_EDGES: &[SheetEdge] = {
    use {SheetAction as A, SheetStatus as S};
    &[
        sheet(A::Fill, &[S::Open, S::SchoolDraft, S::Returned], S::SchoolDraft, SCHOOL, false),
        sheet(A::Submit, &[S::SchoolDraft], S::SchoolSubmitted, SCHOOL, false),
        sheet(A::StartReview, &[S::SchoolSubmitted], S::CountyReviewing, COUNTY, false),
        sheet(A::Adjust, &[S::CountyReviewing], S::CountyReviewing, COUNTY, false),
        sheet(
            A::Return,
            &[S::SchoolSubmitted, S::CountyReviewing, S::CountyDetermined],
            S::Returned,
            COUNTY,
            true,
        ),
        sheet(A::Determine, &[S::CountyReviewing], S::CountyDetermined, COUNTY, false),
        sheet(A::Publish, &[S::CountyDetermined], S::Published, SIGN, false),
        sheet(A::OpenAppeals, &[S::Published], S::AppealWindow, By::System, false),
        sheet(A::Lock, &[S::Published, S::AppealWindow], S::Locked, SIGN, false),
    ]
};

/// States in which no mark moves, whoever writes it: the county has determined.
pub const SETTLED: [&str; 4] = ["county_determined", "published", "appeal_window", "locked"];

/// Refuses the signature of the determiner where the policy wants two people (S5).
///
/// # Errors
/// `second_person_required`.
pub fn second_person(
    required: bool,
    determined_by: Option<Uuid>,
    signer: Uuid,
) -> Result<(), Refusal> {
    if required && determined_by == Some(signer) {
        let detail = "You determined this sheet; somebody else has to sign it.";
        return Err(Refusal::rule(Kind::FourEyesRequired, "second_person_required", detail));
    }
    Ok(())
}

/// Refuses a step on a sheet where it stands: a lock is told apart from any other state.
///
/// # Errors
/// `score_locked` or `invalid_transition`.
pub fn step(
    from: SheetStatus,
    action: SheetAction,
) -> Result<&'static Edge<SheetStatus, SheetAction>, Refusal> {
    unlocked(from)?;
    machine::edge(SHEET_EDGES, from, action)
}

/// Refuses whatever would move a locked sheet.
///
/// # Errors
/// `score_locked`.
pub fn unlocked(status: SheetStatus) -> Result<(), Refusal> {
    if status == SheetStatus::Locked {
        let detail = "The sheet is locked; its marks do not move any more.";
        return Err(Refusal::rule(Kind::ScoreLocked, "score_locked", detail));
    }
    Ok(())
}

/// Refuses a sheet on which the county's mark differs from one that the school wrote since, and
/// nobody says why (O3). `silent` counts such rows.
///
/// # Errors
/// `adjust_reason_required`.
pub fn explained(silent: usize) -> Result<(), Refusal> {
    if silent == 0 {
        return Ok(());
    }
    Err(Refusal::rule(
        Kind::InvalidTransition,
        "adjust_reason_required",
        format!(
            "{silent} marks of the county differ from what the school wrote since; say why, or \
             empty them so that the school's count."
        ),
    ))
}

/// Refuses a sheet that leaves somebody without mark or absence reason. `open` counts them.
///
/// # Errors
/// `sheet_incomplete`.
pub fn complete(open: usize) -> Result<(), Refusal> {
    if open == 0 {
        return Ok(());
    }
    Err(Refusal::rule(
        Kind::InvalidTransition,
        "sheet_incomplete",
        format!("{open} people have neither a mark nor a reason why there is none."),
    ))
}
