//! What is wrong with a body or a query, field by field.

use std::fmt::Display;

use domain::{Kind, Refusal};
use serde_path_to_error::{Path, Segment};
use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

use crate::problem::Problem;

/// What could not be read, with the field that it is about and what is expected there. The words
/// of serde are taken apart: it has no other way to say which field is missing.
pub(super) fn misread(path: &Path, cause: &impl Display) -> Refusal {
    let cause = cause.to_string();
    let told = cause.rsplit_once(" at line ").map_or(cause.as_str(), |(told, _)| told);
    let pointer = pointer_of(path);
    let expected = told.rsplit_once(", expected ").map(|(_, expected)| expected);
    let expected = expected.map_or_else(String::new, |one| format!(" Expected: {one}."));
    let named = format!("{pointer}/{}", told.split('`').nth(1).unwrap_or_default());
    if told.starts_with("missing field") {
        return Refusal::field(named, "required", "It is missing; send it.");
    }
    if told.starts_with("duplicate field") {
        let detail = "It is given more than once; send it once.";
        return Refusal::field(named, "duplicate_field", detail);
    }
    let (code, detail) = if told.starts_with("unknown field") {
        ("unknown_field", format!("There is no such field here.{expected}"))
    } else if told.starts_with("unknown variant") {
        ("unknown_choice", format!("This is none of the values on offer.{expected}"))
    } else {
        ("invalid_value", "This value is of the wrong type or out of range.".to_owned())
    };
    Refusal::field(pointer, code, detail)
}

fn pointer_of(path: &Path) -> String {
    let part = |segment: &Segment| match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
        Segment::Enum { .. } | Segment::Unknown => String::new(),
    };
    path.iter().map(part).collect()
}

/// A problem document that names each invalid field.
pub(super) fn invalid(errors: &ValidationErrors) -> Problem {
    let mut refusal = Refusal::new(Kind::ValidationFailed, "Some fields are wrong; see `errors`.");
    gather("", errors, &mut refusal);
    refusal.into()
}

fn gather(prefix: &str, errors: &ValidationErrors, into: &mut Refusal) {
    for (name, kind) in errors.errors() {
        let pointer = format!("{prefix}/{name}");
        match kind {
            ValidationErrorsKind::Field(faults) => {
                for fault in faults {
                    let detail = fault.message.clone().unwrap_or_else(|| bounds(fault).into());
                    let faulty = std::mem::replace(into, Refusal::not_found());
                    *into = faulty.with(pointer.clone(), fault.code.clone(), detail);
                }
            }
            ValidationErrorsKind::Struct(inner) => gather(&pointer, inner, into),
            ValidationErrorsKind::List(items) => {
                for (index, inner) in items {
                    gather(&format!("{pointer}/{index}"), inner, into);
                }
            }
        }
    }
}

/// The limit that a value passes: a length counts characters or entries.
fn bounds(fault: &ValidationError) -> String {
    let given = |name| fault.params.get(name).filter(|limit| limit.is_number());
    let unit = if fault.code == "length" { " characters or entries" } else { "" };
    match (given("equal"), given("min"), given("max")) {
        (Some(just), ..) => format!("Exactly {just}{unit}."),
        (None, Some(least), Some(most)) => format!("Between {least} and {most}{unit}."),
        (None, Some(least), None) => format!("At least {least}{unit}."),
        (None, None, Some(most)) => format!("At most {most}{unit}."),
        (None, None, None) => "Out of bounds.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use validator::Validate;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Colour {
        Red,
        Green,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Wish {
        #[serde(rename = "colour")]
        _colour: Colour,
        #[serde(rename = "count")]
        _count: u8,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Wishes {
        #[serde(rename = "list")]
        _list: Vec<Wish>,
    }

    fn fault_of(body: &str) -> (String, String, String) {
        let mut reader = serde_json::Deserializer::from_str(body);
        let error = serde_path_to_error::deserialize::<_, Wishes>(&mut reader).unwrap_err();
        let fault = misread(error.path(), error.inner()).faults.remove(0);
        (fault.pointer, fault.code.into_owned(), fault.detail)
    }

    #[test]
    fn each_fault_names_its_field_and_what_is_expected() {
        let cases = [
            ("{}", "/list", "required"),
            (r#"{"list":[{"colour":"red"}]}"#, "/list/0/count", "required"),
            (r#"{"list":[],"a/b, expected `x`":1}"#, "/a~1b, expected `x`", "unknown_field"),
            (r#"{"list":[],"list":[]}"#, "/list", "duplicate_field"),
            (r#"{"list":[{"colour":"blue","count":1}]}"#, "/list/0/colour", "unknown_choice"),
            (r#"{"list":[{"colour":"red","count":256}]}"#, "/list/0/count", "invalid_value"),
            (r#"{"list":7}"#, "/list", "invalid_value"),
        ];
        for (body, pointer, code) in cases {
            let (at, told, _) = fault_of(body);
            assert_eq!((at.as_str(), told.as_str()), (pointer, code), "{body}");
        }
        let (_, _, detail) = fault_of(r#"{"list":[{"colour":"blue","count":1}]}"#);
        assert!(detail.ends_with("Expected: `red` or `green`."), "{detail}");
    }

    #[derive(Validate)]
    struct Bounded {
        #[validate(length(min = 1, max = 3))]
        name: String,
        #[validate(range(max = 9))]
        count: u8,
    }

    #[test]
    fn a_limit_is_named_with_the_field_that_passes_it() {
        let wish = Bounded { name: "abcd".to_owned(), count: 10 };
        let mut refusal = Refusal::not_found();
        gather("", &wish.validate().unwrap_err(), &mut refusal);
        let mut told: Vec<_> = refusal.faults.iter().map(|one| one.detail.as_str()).collect();
        told.sort_unstable();
        assert_eq!(told, ["At most 9.", "Between 1 and 3 characters or entries."]);
    }

    #[test]
    fn a_query_names_its_parameters_too() {
        let read = |query: &str| {
            let reader =
                serde_urlencoded::Deserializer::new(form_urlencoded::parse(query.as_bytes()));
            let error = serde_path_to_error::deserialize::<_, Wish>(reader).unwrap_err();
            misread(error.path(), error.inner()).faults.remove(0).pointer
        };
        assert_eq!(read("count=1"), "/colour");
        assert_eq!(read("count=many&colour=red"), "/count");
        assert_eq!(read("count=1&colour=red&size=2"), "/size");
    }
}
