//! What the program is built from keeps to `deny.toml` also where cargo-deny is not at hand.

use std::{collections::BTreeSet, path::Path, process::Command};

use figment::{
    Figment,
    providers::{Format, Toml},
};
use serde_json::Value;
use spdx::{Expression, ParseMode};

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

#[test]
fn every_dependency_keeps_to_the_policy() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let policy: Value = Figment::from(Toml::file(root.join("deny.toml"))).extract().unwrap();
    let licences = texts(&policy["licenses"]["allow"]);
    let banned = texts(&policy["bans"]["deny"]);
    let mut faults = vec![];
    for package in packages(&root) {
        let name = package["name"].as_str().expect("a name");
        if banned.contains(name) {
            faults.push(format!("{name} is banned"));
        }
        // Our own crates have no source.
        let Some(source) = package["source"].as_str() else { continue };
        if source != CRATES_IO {
            faults.push(format!("{name} comes from {source}"));
        }
        let licence = package["license"].as_str().unwrap_or_default();
        if !allowed(licence, &licences) {
            faults.push(format!("{name} has the licence “{licence}”"));
        }
    }
    let lock = std::fs::read_to_string(root.join("frontend/package-lock.json")).unwrap();
    let lock: Value = serde_json::from_str(&lock).unwrap();
    let shipped = lock["packages"].as_object().expect("packages").iter();
    for (name, package) in shipped.filter(|(name, one)| !name.is_empty() && one["dev"] != true) {
        let licence = package["license"].as_str().unwrap_or_default();
        if !allowed(licence, &licences) {
            faults.push(format!("{name} has the licence “{licence}”"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The words of a list, or what its entries are of.
fn texts(list: &Value) -> BTreeSet<String> {
    let text = |one: &Value| one.as_str().or(one["crate"].as_str()).expect("a text").to_owned();
    list.as_array().expect("a list").iter().map(text).collect()
}

fn allowed(licence: &str, licences: &BTreeSet<String>) -> bool {
    Expression::parse_mode(licence, ParseMode::LAX)
        .is_ok_and(|one| one.evaluate(|asked| licences.contains(&asked.to_string())))
}

/// Whatever is built here, and what that needs.
fn packages(root: &Path) -> Vec<Value> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--locked", "--offline", "--format-version", "1"]);
    cargo.args(["--filter-platform", "x86_64-unknown-linux-gnu"]).current_dir(root);
    let answer = cargo.output().expect("cargo metadata");
    let found: Value = serde_json::from_slice(&answer.stdout).expect("JSON");
    let nodes = found["resolve"]["nodes"].as_array().expect("nodes").iter();
    let used: BTreeSet<&str> = nodes.filter_map(|node| node["id"].as_str()).collect();
    let every = found["packages"].as_array().expect("packages").iter();
    every.filter(|one| one["id"].as_str().is_some_and(|id| used.contains(id))).cloned().collect()
}
