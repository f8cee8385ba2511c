use actix_web::http::{StatusCode, header::HeaderMap};
use serde_json::Value;

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    /// The body, if it is JSON.
    pub body: Value,
    pub bytes: Vec<u8>,
}

/// What no answer may hold: it would tell how the program is made.
const TELLTALES: [&str; 7] =
    ["expected ", "i32", "sqlx", "panicked", "/src/", "SELECT ", "constraint failed"];

impl Answer {
    /// Every answer that is not a success is a problem of a known kind that gives nothing away.
    #[track_caller]
    pub(crate) fn hold(&self, path: &str) {
        if self.status.as_u16() < 400 {
            return;
        }
        assert_eq!(self.header("content-type"), "application/problem+json", "{path}");
        let code = self.body["code"].as_str().unwrap_or_default();
        let known = api::problems().into_iter().find(|(slug, ..)| *slug == code);
        let (_, status, _) = known.unwrap_or_else(|| panic!("{path}: {code:?} is no known kind"));
        assert_eq!(self.status.as_u16(), status, "{path}: {code}");
        assert_eq!(self.body["status"], status, "{path}");
        let text = String::from_utf8_lossy(&self.bytes);
        for telltale in TELLTALES {
            assert!(!text.contains(telltale), "{path} tells {telltale:?}: {text}");
        }
    }

    /// The body, after checking the status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self.body
    }

    /// Checks that this is a problem of a kind, with a known shape.
    #[track_caller]
    pub fn refused(self, status: u16, code: &str) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        assert_eq!(self.body["code"], code, "{}", self.body);
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(self.body["type"], format!("/problems/{code}"));
        self.body
    }

    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}
