//! How many requests an account or an address may make, and what each answer says of it.
//!
//! Each node counts by itself: several nodes let through that many times more, which protects
//! the database just as well and costs no statement. Guesses of passwords are counted in the
//! database instead.

use std::num::NonZeroU32;

use actix_web::{
    HttpMessage, HttpRequest,
    http::header::{HeaderMap, HeaderName, HeaderValue},
};
use governor::{
    Quota, RateLimiter,
    clock::{Clock, DefaultClock},
    middleware::StateInformationMiddleware,
    state::keyed::DefaultKeyedStateStore,
};

use crate::{config::Config, problem::Problem};

type Limiter =
    RateLimiter<String, DefaultKeyedStateStore<String>, DefaultClock, StateInformationMiddleware>;

/// The counts of this node.
pub struct Limits {
    account: Option<Policy>,
    address: Option<Policy>,
}

struct Policy {
    name: &'static str,
    per_minute: u32,
    limiter: Limiter,
}

/// What an answer says about the limit that applied.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    name: &'static str,
    per_minute: u32,
    remaining: u32,
    seconds: u64,
}

impl Limits {
    #[must_use]
    pub fn new(config: &Config) -> Self {
        Self {
            account: Policy::new("account", config.requests_per_minute),
            address: Policy::new("address", config.requests_per_minute),
        }
    }

    /// Counts a request of somebody signed in.
    pub fn count_account(&self, request: &HttpRequest, id: uuid::Uuid) -> Result<(), Problem> {
        self.account.as_ref().map_or(Ok(()), |policy| policy.count(request, id.to_string()))
    }

    /// Counts a request of somebody unknown.
    pub fn count_address(&self, request: &HttpRequest, ip: &str) -> Result<(), Problem> {
        self.address.as_ref().map_or(Ok(()), |policy| policy.count(request, ip.to_owned()))
    }

    /// Lets go of those who have not asked for a while.
    pub fn shrink(&self) {
        for policy in [&self.account, &self.address].into_iter().flatten() {
            policy.limiter.retain_recent();
        }
    }
}

impl Policy {
    fn new(name: &'static str, per_minute: u32) -> Option<Self> {
        let quota = Quota::per_minute(NonZeroU32::new(per_minute)?);
        let limiter = RateLimiter::keyed(quota).with_middleware::<StateInformationMiddleware>();
        Some(Self { name, per_minute, limiter })
    }

    fn count(&self, request: &HttpRequest, key: String) -> Result<(), Problem> {
        let checked = self.limiter.check_key(&key);
        let (remaining, seconds) = match &checked {
            Ok(left) => {
                let left = left.remaining_burst_capacity();
                let spent = u64::from(self.per_minute.saturating_sub(left));
                (left, spent.saturating_mul(60).div_ceil(u64::from(self.per_minute).max(1)))
            }
            Err(until) => {
                let wait = until.wait_time_from(DefaultClock::default().now());
                (0, wait.as_secs().saturating_add(1))
            }
        };
        let (name, per_minute) = (self.name, self.per_minute);
        request.extensions_mut().insert(Standing { name, per_minute, remaining, seconds });
        checked.map(|_| ()).map_err(|_| {
            let wait = u32::try_from(seconds).unwrap_or(60);
            let detail = format!("At most {per_minute} requests a minute; wait a little.");
            Problem::http("rate-limited", detail).retry_after(wait)
        })
    }
}

/// The limit that a request was counted under.
pub fn standing(request: &HttpRequest) -> Option<Standing> {
    request.extensions().get::<Standing>().copied()
}

impl Standing {
    /// Says on the answer which limit applied and how much of it is left.
    pub fn tell(self, headers: &mut HeaderMap) {
        let Self { name, per_minute, remaining, seconds } = self;
        let policy = format!("\"{name}\";q={per_minute};w=60");
        let limit = format!("\"{name}\";r={remaining};t={seconds}");
        for (header, text) in [("ratelimit-policy", policy), ("ratelimit", limit)] {
            if let Ok(value) = HeaderValue::from_str(&text) {
                headers.insert(HeaderName::from_static(header), value);
            }
        }
    }
}
