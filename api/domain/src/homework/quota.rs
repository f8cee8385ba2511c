use super::{HomeworkAction, Rung};
use crate::{
    policy::{self, PromotionQuotas},
    words::words,
};

words! {
    /// The steps of the ladder that only a share of the submitted works may take.
    pub enum QuotaStep {
        /// From a workshop to its school.
        Workshop = "workshop",
        /// From a school to the region, subject by subject.
        School = "school",
        /// From the region to the exhibition, subject by subject.
        Region = "region",
    }
}

impl QuotaStep {
    /// The quota that an action counts against.
    #[must_use]
    pub fn of(action: HomeworkAction, from: Rung) -> Option<Self> {
        match (action, from) {
            (HomeworkAction::Recommend, Rung::Personal) => Some(Self::Workshop),
            (HomeworkAction::Push, _) => Some(Self::School),
            (HomeworkAction::RecommendRegionally, _) => Some(Self::Region),
            _ => None,
        }
    }

    /// The quota that a work on a rung meets next.
    #[must_use]
    pub fn next(from: Rung) -> Option<Self> {
        match from {
            Rung::Personal => Some(Self::Workshop),
            Rung::School => Some(Self::School),
            Rung::Regional => Some(Self::Region),
            Rung::Exhibition | Rung::Library => None,
        }
    }

    /// The rungs whose works have taken this step.
    #[must_use]
    pub fn beyond(self) -> &'static [Rung] {
        match self {
            Self::Workshop => &[Rung::School, Rung::Regional, Rung::Exhibition, Rung::Library],
            Self::School => &[Rung::Regional, Rung::Exhibition, Rung::Library],
            Self::Region => &[Rung::Exhibition, Rung::Library],
        }
    }

    /// How many of `submitted` works may take this step.
    #[must_use]
    pub fn allowed(self, quotas: &PromotionQuotas, submitted: u32) -> u32 {
        let percent = match self {
            Self::Workshop => quotas.workshop_percent,
            Self::School => quotas.school_percent,
            Self::Region => quotas.region_percent,
        };
        policy::quota(submitted, percent)
    }
}

#[cfg(test)]
mod tests {
    use super::QuotaStep;
    use crate::{
        homework::{HomeworkAction, Rung},
        policy::PolicySet,
    };

    #[test]
    fn only_the_three_climbing_steps_are_counted() {
        let counted = |action| Rung::ALL.map(|rung| QuotaStep::of(action, rung));
        assert_eq!(
            counted(HomeworkAction::Recommend),
            [Some(QuotaStep::Workshop), None, None, None, None]
        );
        assert_eq!(counted(HomeworkAction::Publish), [None; 5]);
    }

    #[test]
    fn shares_are_rounded_up_and_at_least_one() {
        let quotas = PolicySet::preset().quotas;
        for (step, submitted, allowed) in [
            (QuotaStep::Workshop, 8, 3),
            (QuotaStep::School, 3, 1),
            (QuotaStep::Region, 41, 3),
            (QuotaStep::Region, 0, 0),
        ] {
            assert_eq!(step.allowed(&quotas, submitted), allowed, "{step} {submitted}");
        }
    }
}
