use super::{
    Guard as G, HomeworkAction as A, HomeworkEdge, HomeworkState, HomeworkStatus as S, Rung,
};
use crate::{
    access::Rule,
    machine::{By, Edge},
};

const fn at(rung: Rung, status: S) -> HomeworkState {
    HomeworkState::new(rung, status)
}

const fn row(
    action: A,
    from: &'static [HomeworkState],
    to: HomeworkState,
    rule: Rule,
    reason: bool,
) -> HomeworkEdge {
    Edge { action, from, to, by: By::Rule(rule), reason }
}

const DRAFT: HomeworkState = at(Rung::Personal, S::Draft);
const SUBMITTED: HomeworkState = at(Rung::Personal, S::Submitted);
const RETURNED: HomeworkState = at(Rung::Personal, S::Returned);
const SCORED: HomeworkState = at(Rung::Personal, S::Accepted);
const AT_SCHOOL: HomeworkState = at(Rung::School, S::UnderReview);
const BACK_AT_SCHOOL: HomeworkState = at(Rung::School, S::Returned);
const IN_REGION: HomeworkState = at(Rung::Regional, S::UnderReview);
const EXHIBITED: HomeworkState = at(Rung::Exhibition, S::UnderReview);
const SETTLED: HomeworkState = at(Rung::Exhibition, S::Accepted);
const PUBLISHED: HomeworkState = at(Rung::Library, S::Accepted);

/// All moves of a work, rung by rung. A row that leads where it comes from records a decision
/// that moves nothing: a further recommendation, a polishing round, an expert's mark.
pub const EDGES: &[HomeworkEdge] = &[
    row(A::Submit, &[DRAFT, RETURNED], SUBMITTED, Rule::W02Submit, false),
    row(A::Submit, &[BACK_AT_SCHOOL], AT_SCHOOL, Rule::W02Submit, false),
    row(A::Return, &[SUBMITTED, SCORED], RETURNED, Rule::W04Return, true),
    row(A::Review, &[SUBMITTED, SCORED], SCORED, Rule::W05Review, false),
    row(A::Recommend, &[SCORED, AT_SCHOOL], AT_SCHOOL, Rule::W06Recommend, true),
    row(A::CancelRecommendation, &[AT_SCHOOL, BACK_AT_SCHOOL], SCORED, Rule::W06Recommend, true),
    row(A::Polish, &[AT_SCHOOL, BACK_AT_SCHOOL], AT_SCHOOL, Rule::W07Push, false),
    row(A::Revise, &[AT_SCHOOL], AT_SCHOOL, Rule::W02Submit, false),
    row(A::Push, &[AT_SCHOOL, BACK_AT_SCHOOL], IN_REGION, Rule::W07Push, true),
    row(
        A::Decline,
        &[AT_SCHOOL, BACK_AT_SCHOOL],
        at(Rung::School, S::NotSelected),
        Rule::W07Push,
        true,
    ),
    row(A::Return, &[IN_REGION], BACK_AT_SCHOOL, Rule::W08Recommend, true),
    row(A::RecommendRegionally, &[IN_REGION], EXHIBITED, Rule::W08Recommend, true),
    row(A::Decline, &[IN_REGION], at(Rung::Regional, S::NotSelected), Rule::W08Recommend, true),
    row(A::Veto, &[EXHIBITED, SETTLED], at(Rung::Regional, S::NotSelected), Rule::W08Veto, true),
    row(A::AssignExperts, &[EXHIBITED], EXHIBITED, Rule::W09Assign, false),
    row(A::ReviewExhibit, &[EXHIBITED], EXHIBITED, Rule::W09Review, true),
    Edge { action: A::Settle, from: &[EXHIBITED], to: SETTLED, by: By::System, reason: false },
    row(A::Publish, &[SETTLED], PUBLISHED, Rule::W10Publish, true),
    row(
        A::Decline,
        &[EXHIBITED, SETTLED],
        at(Rung::Exhibition, S::NotSelected),
        Rule::W10Publish,
        true,
    ),
    row(
        A::Withdraw,
        &[DRAFT, SUBMITTED, RETURNED, SCORED],
        at(Rung::Personal, S::Withdrawn),
        Rule::W02Submit,
        false,
    ),
    row(
        A::Withdraw,
        &[AT_SCHOOL, BACK_AT_SCHOOL],
        at(Rung::School, S::Withdrawn),
        Rule::W02Submit,
        false,
    ),
    row(A::Withdraw, &[IN_REGION], at(Rung::Regional, S::Withdrawn), Rule::W02Submit, true),
    row(
        A::Withdraw,
        &[EXHIBITED, SETTLED],
        at(Rung::Exhibition, S::Withdrawn),
        Rule::W02Submit,
        true,
    ),
];

/// The conditions of an edge besides the actor's right, in the order in which they are told.
/// `from` matters where one action both moves and merely records.
#[must_use]
pub fn guards_of(edge: &HomeworkEdge, from: HomeworkState) -> &'static [G] {
    match (edge.action, from.rung) {
        (A::Submit, Rung::Personal) => &[G::TaskOpen, G::ContentGiven, G::OriginalityConfirmed],
        (A::Submit, _) => &[G::ContentGiven, G::OriginalityConfirmed],
        (A::Revise, _) => &[G::RoundOpen, G::ContentGiven, G::OriginalityConfirmed],
        (A::Return, Rung::Personal) => &[G::RoundsLeft],
        (A::Review, _) => &[G::ScoreInRange],
        (A::ReviewExhibit, _) => &[G::Impartial, G::ScoreInRange],
        (A::Recommend, Rung::Personal) => &[G::NotYetRecommended, G::ScoreReached, G::QuotaLeft],
        (A::Recommend, _) => &[G::NotYetRecommended, G::ScoreReached],
        (A::CancelRecommendation, _) => &[G::OwnRecommendation],
        (A::Push, _) => &[G::AuthorConsents, G::QuotaLeft],
        (A::RecommendRegionally, _) => &[G::OutsideExpert, G::QuotaLeft],
        (A::Settle, _) => &[G::MarksSettled],
        (A::Publish, _) => &[G::LicenceConfirmed, G::PersonalDataChecked],
        _ => &[],
    }
}
