use app::submissions::{Content, Contributor, Meter, Moved, Submission, Whole};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Hundredths,
    homework::{Credit, CriterionMark},
    machine::AllowedAction,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Where a work stands after what was done.
#[derive(Serialize, ToSchema)]
#[schema(as = SubmissionStanding)]
pub struct StandingView {
    id: Uuid,
    /// `personal`, `school`, `regional`, `exhibition` or `library`.
    rung: String,
    /// `draft`, `submitted`, `under_review`, `returned`, `accepted`, `not_selected` or `withdrawn`.
    #[schema(value_type = domain::homework::HomeworkStatus)]
    status: String,
    #[schema(required)]
    score: Option<Hundredths>,
    latest_version: i32,
    version: i64,
}

pub fn standing(row: Submission) -> StandingView {
    StandingView {
        id: row.id,
        rung: row.rung,
        status: row.status,
        score: row.score.map(Hundredths::new),
        latest_version: row.latest_version,
        version: row.version,
    }
}

pub fn moved(moved: Moved) -> StandingView {
    standing(moved.row)
}

/// Somebody named under a work.
#[derive(Serialize, ToSchema)]
#[schema(as = Contributor)]
pub struct ContributorView {
    person_id: Uuid,
    name: String,
    credit: Credit,
}

pub fn contributor(one: Contributor) -> ContributorView {
    ContributorView { person_id: one.person_id, name: one.name, credit: one.credit }
}

/// A draft.
#[derive(Serialize, ToSchema)]
#[schema(as = SubmissionDraft)]
pub struct DraftView {
    title: String,
    body: String,
    attachment_ids: Vec<Uuid>,
    contributors: Vec<ContributorView>,
}

fn draft(content: Content) -> DraftView {
    DraftView {
        title: content.title,
        body: content.body,
        attachment_ids: content.attachment_ids,
        contributors: content.contributors.into_iter().map(contributor).collect(),
    }
}

/// Naming somebody under a work.
#[derive(Deserialize, Serialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NameContributor {
    pub person_id: Uuid,
    pub credit: Credit,
}

/// A version in the list of a work.
#[derive(Serialize, ToSchema)]
#[schema(as = VersionSummary)]
pub struct VersionSummaryView {
    number: i32,
    title: String,
    /// SHA-256 in hexadecimal digits.
    sha256: String,
    submitted_at: DateTime<Utc>,
    #[schema(required)]
    submitted_by: Option<String>,
}

/// A review of one version.
#[derive(Serialize, ToSchema)]
#[schema(as = Review)]
pub struct ReviewView {
    id: Uuid,
    /// The number of the version it speaks of.
    version: i32,
    reviewer_id: Uuid,
    #[schema(required)]
    reviewer_name: Option<String>,
    role: String,
    #[schema(required)]
    score: Option<Hundredths>,
    criteria: Vec<CriterionMark>,
    comment: String,
    created_at: DateTime<Utc>,
}

pub fn review(row: app::reviews::Review, name: Option<String>) -> ReviewView {
    ReviewView {
        id: row.id,
        version: row.version_number,
        reviewer_id: row.reviewer_id,
        reviewer_name: name,
        role: row.role,
        score: row.score.map(Hundredths::new),
        criteria: serde_json::from_str(&row.criteria).unwrap_or_default(),
        comment: row.comment,
        created_at: row.created_at,
    }
}

/// A recommendation.
#[derive(Serialize, ToSchema)]
#[schema(as = Recommendation)]
pub struct RecommendationView {
    id: Uuid,
    submission_id: Uuid,
    /// Where it leads: `school` or `exhibition`.
    rung: String,
    recommender_id: Uuid,
    #[schema(required)]
    recommender_name: Option<String>,
    role: String,
    reason: String,
    created_at: DateTime<Utc>,
    #[schema(required)]
    cancelled_at: Option<DateTime<Utc>>,
    #[schema(required)]
    cancel_reason: Option<String>,
    /// Whether the caller gave it (mine).
    mine: bool,
    /// Whether it holds (effective).
    effective: bool,
    /// Whether the work has a newer version than the one recommended.
    changed_since: bool,
}

pub fn recommendation(
    row: app::recommendations::Recommendation,
    name: Option<String>,
    changed_since: bool,
    me: Uuid,
) -> RecommendationView {
    RecommendationView {
        id: row.id,
        submission_id: row.submission_id,
        rung: row.rung,
        mine: row.recommender_id == me,
        recommender_id: row.recommender_id,
        recommender_name: name,
        role: row.role,
        reason: row.reason,
        created_at: row.created_at,
        effective: row.cancelled_at.is_none(),
        cancelled_at: row.cancelled_at,
        cancel_reason: row.cancel_reason,
        changed_since,
    }
}

/// A polishing round.
#[derive(Serialize, ToSchema)]
#[schema(as = PolishingRound)]
pub struct RoundView {
    id: Uuid,
    number: i32,
    team: Vec<Uuid>,
    task: String,
    #[schema(required)]
    due_on: Option<NaiveDate>,
    created_at: DateTime<Utc>,
    #[schema(required)]
    closed_at: Option<DateTime<Utc>>,
}

pub fn round(row: app::recommendations::Round) -> RoundView {
    RoundView {
        id: row.id,
        number: row.number,
        team: serde_json::from_str(&row.team).unwrap_or_default(),
        task: row.task,
        due_on: row.due_on,
        created_at: row.created_at,
        closed_at: row.closed_at,
    }
}

/// A quota as it stands.
#[derive(Serialize, ToSchema)]
#[schema(as = QuotaMeter)]
pub struct MeterView {
    /// `workshop`, `school` or `region`.
    #[schema(value_type = domain::homework::QuotaStep)]
    step: String,
    submitted: u32,
    allowed: u32,
    used: u32,
    left: u32,
}

pub fn meter(meter: Meter) -> MeterView {
    MeterView {
        step: meter.step.to_string(),
        submitted: meter.submitted,
        allowed: meter.allowed,
        used: meter.used,
        left: meter.left(),
    }
}

/// An expert's part in judging an exhibit, as the project team sees it.
#[derive(Serialize, ToSchema)]
#[schema(as = ExpertAssignment)]
pub struct ExpertView {
    id: Uuid,
    expert_id: Uuid,
    #[schema(required)]
    expert_name: Option<String>,
    /// `assigned` or `done`.
    status: String,
    #[schema(required)]
    score: Option<Hundredths>,
    #[schema(required)]
    comment: Option<String>,
    assigned_at: DateTime<Utc>,
    #[schema(required)]
    reviewed_at: Option<DateTime<Utc>>,
}

pub fn expert(row: app::exhibitions::ExpertReview, name: Option<String>) -> ExpertView {
    ExpertView {
        id: row.id,
        expert_id: row.expert_id,
        expert_name: name,
        status: row.status,
        score: row.score.map(Hundredths::new),
        comment: row.comment,
        assigned_at: row.assigned_at,
        reviewed_at: row.reviewed_at,
    }
}

/// A work with everything around it.
#[derive(Serialize, ToSchema)]
#[schema(as = Submission)]
pub struct SubmissionView {
    #[serde(flatten)]
    standing: StandingView,
    project_id: Uuid,
    #[schema(required)]
    task_id: Option<Uuid>,
    author_id: Uuid,
    author_name: String,
    school_id: Uuid,
    school_name: String,
    #[schema(required)]
    workshop_id: Option<Uuid>,
    #[schema(required)]
    workshop_name: Option<String>,
    subject: String,
    stage: String,
    title: String,
    kind: String,
    late: bool,
    /// Whether the author agrees that the work leaves the school.
    consent: bool,
    #[schema(required)]
    submitted_at: Option<DateTime<Utc>>,
    waiting_since: DateTime<Utc>,
    /// What is being written; only for those who write.
    #[schema(required)]
    draft: Option<DraftView>,
    versions: Vec<VersionSummaryView>,
    reviews: Vec<ReviewView>,
    recommendations: Vec<RecommendationView>,
    /// Whether the caller recommends it now (mine).
    recommended_by_me: bool,
    /// Whether anybody recommends it now (effective).
    recommended: bool,
    polishing_rounds: Vec<RoundView>,
    /// Only for the project team.
    expert_assignments: Vec<ExpertView>,
    /// The mean of the experts' marks, once they agree.
    #[schema(required)]
    expert_score: Option<Hundredths>,
    /// The quota that the work meets next.
    #[schema(required)]
    quota: Option<MeterView>,
    allowed_actions: Vec<AllowedAction>,
}

pub fn whole(whole: Whole, me: Uuid) -> SubmissionView {
    let row = whole.found.row;
    let holds = |mine: bool| {
        let mut voices = whole.voices.iter().map(|voice| &voice.row);
        voices.any(|row| row.cancelled_at.is_none() && (!mine || row.recommender_id == me))
    };
    let versions = whole.versions.into_iter().map(|(number, title, hash, at, by)| {
        VersionSummaryView { number, title, sha256: hex(&hash), submitted_at: at, submitted_by: by }
    });
    SubmissionView {
        recommended_by_me: holds(true),
        recommended: holds(false),
        project_id: row.project_id,
        task_id: row.task_id,
        author_id: row.person_id,
        author_name: whole.names.author,
        school_id: row.school_id,
        school_name: whole.names.school,
        workshop_id: row.workshop_id,
        workshop_name: whole.names.workshop,
        subject: row.subject.clone(),
        stage: row.stage.clone(),
        title: row.title.clone(),
        kind: row.kind.clone(),
        late: row.late,
        consent: row.consent,
        submitted_at: row.submitted_at,
        waiting_since: row.updated_at,
        draft: whole.draft.map(draft),
        versions: versions.collect(),
        reviews: whole.reviews.into_iter().map(|(row, name)| review(row, Some(name))).collect(),
        recommendations: whole
            .voices
            .into_iter()
            .map(|one| recommendation(one.row, Some(one.name), one.changed_since, me))
            .collect(),
        polishing_rounds: whole.rounds.into_iter().map(round).collect(),
        expert_assignments: whole
            .experts
            .into_iter()
            .map(|(row, name)| expert(row, Some(name)))
            .collect(),
        expert_score: whole.expert_score,
        quota: whole.meter.map(meter),
        allowed_actions: whole.actions,
        standing: standing(row),
    }
}

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
