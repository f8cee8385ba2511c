//! The house's own rules: layers, lengths, names.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::openapi::operations;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Which of our crates each may use; the tests use what they need.
const LAYERS: [(&str, &[&str]); 9] = [
    ("api", &["app", "domain", "sheet"]),
    ("app", &["domain", "files", "sheet", "store"]),
    ("domain", &[]),
    ("entity", &[]),
    ("files", &[]),
    ("migration", &[]),
    ("openapi", &["api"]),
    ("sheet", &[]),
    ("store", &["domain", "entity", "migration"]),
];

#[test]
fn dependencies_run_one_way() {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--no-deps", "--offline", "--format-version", "1"]).current_dir(root());
    let found = cargo.output().expect("cargo metadata");
    let found: Value = serde_json::from_slice(&found.stdout).expect("JSON");
    let packages = found["packages"].as_array().expect("packages");
    let ours: BTreeSet<&str> = packages.iter().filter_map(|one| one["name"].as_str()).collect();
    let layers: BTreeMap<&str, &[&str]> = LAYERS.into_iter().collect();
    for package in packages {
        let name = package["name"].as_str().expect("a name");
        let Some(allowed) = layers.get(name) else {
            assert_eq!(name, "tests", "{name} is a new crate: give it a layer in this test");
            continue;
        };
        for dependency in package["dependencies"].as_array().expect("dependencies") {
            let other = dependency["name"].as_str().expect("a name");
            let fine = !ours.contains(other) || allowed.contains(&other);
            assert!(fine || dependency["kind"] == "dev", "{name} must not use {other}");
        }
        let lints = std::fs::read_to_string(package["manifest_path"].as_str().unwrap()).unwrap();
        assert!(lints.contains("[lints]\nworkspace = true"), "{name} leaves the lints out");
    }
    let workspace = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    for lint in
        ["unwrap_used", "expect_used", "panic", "indexing_slicing", "arithmetic_side_effects"]
    {
        assert!(workspace.contains(&format!("{lint} = \"deny\"")), "{lint} is not denied");
    }
    assert!(workspace.contains("unsafe_code = \"forbid\""));
}

/// Every file that git knows or could know, with its text.
fn sources(ending: &str) -> Vec<(String, String)> {
    let mut git = Command::new("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard"]).current_dir(root());
    let listed = git.output().expect("git ls-files");
    let listed = String::from_utf8(listed.stdout).expect("UTF-8");
    let files = listed.lines().filter(|path| path.ends_with(ending));
    files
        .filter_map(|path| {
            Some((path.to_owned(), std::fs::read_to_string(root().join(path)).ok()?))
        })
        .collect()
}

#[test]
fn no_file_grows_beyond_what_can_be_read_at_once() {
    for (path, text) in sources(".rs") {
        let most =
            if path.starts_with("tests/") || path.ends_with("/tests.rs") { 500 } else { 400 };
        // Written before the rule; they may only get shorter.
        let most = match path.as_str() {
            "api/store/src/accounts.rs" => 488,
            _ => most,
        };
        let lines = text.lines().count();
        assert!(lines <= most, "{path} has {lines} lines, of at most {most}: split it");
    }
}

#[test]
fn nothing_is_left_for_later_and_no_lint_is_silenced() {
    for (path, text) in sources(".rs") {
        let ours = path == "tests/it/house.rs";
        for word in ["TODO", "FIXME", "XXX:", "todo!(", "unimplemented!(", "#[allow("] {
            assert!(ours || !text.contains(word), "{path} holds {word}");
        }
    }
}

#[test]
fn only_the_dialect_knows_one_database_from_the_other() {
    for (path, text) in sources(".rs") {
        let may = path.starts_with("api/store/src/dialect")
            || path.starts_with("migration/")
            || path.starts_with("tests/");
        let knows =
            ["DbBackend::", "PRAGMA ", "pg_advisory", "query_one_raw", "execute_unprepared"];
        let plumbing = path == "api/store/src/db.rs";
        for word in knows {
            assert!(may || plumbing || !text.contains(word), "{path} holds {word}");
        }
    }
}

#[test]
fn every_slice_of_the_api_has_its_use_cases() {
    let routes = std::fs::read_to_string(root().join("api/src/lib.rs")).unwrap();
    let (_, list) = routes.split_once("const SLICES").expect("the list of slices");
    let slices = list.lines().filter_map(|line| line.trim().strip_suffix("::routes,"));
    assert!(slices.clone().count() > 20, "{list}");
    for slice in slices.filter(|slice| *slice != "reference") {
        let layer = |folder: &str| {
            let base = root().join(folder);
            base.join(format!("{slice}.rs")).exists() || base.join(slice).is_dir()
        };
        assert!(layer("api/src"), "{slice} has no file in api/src");
        assert!(layer("api/app/src"), "{slice} has no use cases in api/app/src");
    }
}

#[test]
fn names_are_verb_and_noun_and_schemas_have_one_meaning() {
    let document = api::document();
    for (method, path, operation) in operations(&document) {
        let name = operation["operationId"].as_str().expect("a name");
        let plain = name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte.is_ascii_digit());
        assert!(plain && (name.contains('_') || name == "sign_out"), "{method} {path}: {name}");
    }
    let mut declared: BTreeMap<String, String> = BTreeMap::new();
    for (path, text) in sources(".rs").into_iter().filter(|(path, _)| path.starts_with("api/src/"))
    {
        for name in text.split("#[schema(as = ").skip(1).filter_map(|rest| rest.split(')').next()) {
            let earlier = declared.insert(name.to_owned(), path.clone());
            assert_eq!(earlier, None, "the schema {name} is declared in {path} too");
        }
    }
}

#[test]
fn every_rule_an_operation_names_is_in_the_matrix() {
    let table = std::fs::read_to_string(root().join("api/domain/data/access.csv")).unwrap();
    let rules: BTreeSet<&str> =
        table.lines().skip(1).filter_map(|row| row.split(',').next()).collect();
    for (method, path, operation) in operations(&api::document()) {
        let rule = operation["x-authz"].as_str().expect("a rule");
        assert!(rule == "none" || rules.contains(rule), "{method} {path} names {rule}");
    }
}

/// T1: an operation that is answered is in the document, and none is that is not.
#[test]
fn the_document_holds_every_route_and_no_other() {
    let mut routes = BTreeSet::new();
    for (path, text) in sources(".rs").iter().filter(|(path, _)| path.starts_with("api/src/")) {
        for method in ["get", "post", "put", "patch", "delete"] {
            for rest in text.split(&format!("#[{method}(")).skip(1) {
                let route = rest.split('"').nth(1).expect("a path");
                assert!(routes.insert(format!("{method} {route}")), "{path} has {route} twice");
            }
        }
    }
    let document = api::document();
    let told = operations(&document).into_iter().map(|(method, path, _)| {
        format!("{method} {}", path.strip_prefix("/api/v1").unwrap_or(&path))
    });
    assert_eq!(routes, told.collect());
}
