use super::{Breach, ClassKind, ClassSize, PolicySet};
use crate::refusal::{Kind, Refusal};

/// How a step passed its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passing {
    Within,
    /// Over the limit, to be shown as a warning.
    Warned,
    /// Over the limit with a reason, to be listed among the county's exceptions.
    Excepted,
}

impl Breach {
    fn pass(self, refusal: impl FnOnce() -> Refusal, reason: bool) -> Result<Passing, Refusal> {
        match (self, reason) {
            (Self::Ignore, _) => Ok(Passing::Within),
            (Self::Warn, _) => Ok(Passing::Warned),
            (Self::RequireReason, true) => Ok(Passing::Excepted),
            (Self::RequireReason, false) | (Self::Block, _) => Err(refusal()),
        }
    }
}

impl ClassSize {
    /// The seats that can be taken without asking anybody; `None` where there is no limit.
    #[must_use]
    pub fn seats(&self) -> Option<u32> {
        self.upper.filter(|_| matches!(self.on_breach, Breach::RequireReason | Breach::Block))
    }

    /// Whether the class is too small to stand alone and should join others (s.44).
    #[must_use]
    pub fn is_too_small(&self, members: u32) -> bool {
        self.on_breach != Breach::Ignore && self.lower.is_some_and(|lower| members < lower)
    }
}

impl PolicySet {
    /// Whether a class may have this many members (the one who joins counted).
    ///
    /// # Errors
    /// `class_full`.
    pub fn admit_member(
        &self,
        kind: ClassKind,
        members: u32,
        reason: Option<&str>,
    ) -> Result<Passing, Refusal> {
        let size = self.class_size(kind);
        let Some(upper) = size.upper.filter(|upper| members > *upper) else {
            return Ok(Passing::Within);
        };
        let full = || {
            let advice = advice(size.on_breach);
            let detail = format!("The class has its {upper} members; {advice}.");
            Refusal::rule(Kind::CapacityExceeded, "class_full", detail)
        };
        size.on_breach.pass(full, is_reason(reason))
    }

    /// Whether a school or joint class may host this many workshops (the new one counted).
    ///
    /// # Errors
    /// `too_many_workshops`.
    pub fn admit_workshop(&self, hosted: u32, reason: Option<&str>) -> Result<Passing, Refusal> {
        let limit = self.workshops;
        if hosted <= limit.upper {
            return Ok(Passing::Within);
        }
        let many = || {
            let (upper, advice) = (limit.upper, advice(limit.on_breach));
            let detail = format!("There are {upper} workshops already; {advice}.");
            Refusal::rule(Kind::CapacityExceeded, "too_many_workshops", detail)
        };
        limit.on_breach.pass(many, is_reason(reason))
    }
}

/// The number of works or people that a share of `total` stands for: rounded up and at least
/// one, so that small schools are not shut out; none of nothing, and none for a share of 0.
#[must_use]
pub fn quota(total: u32, percent: u32) -> u32 {
    if percent == 0 {
        return 0;
    }
    let share = u64::from(total).saturating_mul(u64::from(percent)).div_ceil(100);
    let share = u32::try_from(share).unwrap_or(u32::MAX);
    share.max(1).min(total)
}

fn is_reason(reason: Option<&str>) -> bool {
    reason.is_some_and(|text| !text.trim().is_empty())
}

fn advice(on_breach: Breach) -> &'static str {
    if on_breach == Breach::RequireReason {
        "give a reason to go on"
    } else {
        "the policy allows no exception"
    }
}
