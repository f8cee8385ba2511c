use std::borrow::Cow;

use aws_lc_rs::digest::{SHA256, digest};
use domain::access::Target;
use serde::Serialize;
use uuid::Uuid;

/// What an act leaves in the audit trail: what was done to what, by which rule's target, and
/// digests of the thing before and after. Never personal data.
#[derive(Debug, Clone, Default)]
pub struct Event {
    pub(crate) action: Cow<'static, str>,
    pub(crate) object_kind: &'static str,
    pub(crate) object_id: Option<String>,
    pub(crate) project: Option<Uuid>,
    pub(crate) county: Option<Uuid>,
    pub(crate) school: Option<Uuid>,
    pub(crate) person: Option<Uuid>,
    pub(crate) reason: Option<String>,
    pub(crate) before: Option<Vec<u8>>,
    pub(crate) after: Option<Vec<u8>>,
    pub(crate) detail: serde_json::Map<String, serde_json::Value>,
}

impl Event {
    /// `Event::new("class.created", "class", id)`.
    #[must_use]
    pub fn new(
        action: impl Into<Cow<'static, str>>,
        kind: &'static str,
        id: impl ToString,
    ) -> Self {
        Self {
            action: action.into(),
            object_kind: kind,
            object_id: Some(id.to_string()),
            ..Self::default()
        }
    }

    /// Where it happened and whose thing it was, so that the trail can be read by county, by
    /// school and by the person it is about.
    #[must_use]
    pub fn at(mut self, target: &Target) -> Self {
        self.project = target.project;
        self.county = target.county;
        self.school = target.school;
        self.person = self.person.or(target.owner);
        self
    }

    /// Whom it is about, where that is not the target's owner.
    #[must_use]
    pub fn about(mut self, person: Uuid) -> Self {
        self.person = Some(person);
        self
    }

    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    #[must_use]
    pub fn before(mut self, thing: &impl Serialize) -> Self {
        self.before = hash(thing);
        self
    }

    #[must_use]
    pub fn after(mut self, thing: &impl Serialize) -> Self {
        self.after = hash(thing);
        self
    }

    /// A figure or code worth reading in the trail.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<serde_json::Value>) -> Self {
        self.detail.insert(name.to_owned(), value.into());
        self
    }
}

fn hash(thing: &impl Serialize) -> Option<Vec<u8>> {
    let text = serde_json::to_vec(thing).ok()?;
    Some(digest(&SHA256, &text).as_ref().to_vec())
}
