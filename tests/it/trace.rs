//! The plan's functions held against what the operations say they serve.

use std::collections::{BTreeMap, BTreeSet};

use crate::openapi::operations;

const FUNCTIONS: &str = include_str!("../../api/domain/data/functions.csv");
const SENTENCES: &str = include_str!("../../api/domain/data/sentences.csv");
const UNSERVED: &str = include_str!("../../openapi/unserved.txt");

fn functions() -> BTreeMap<&'static str, &'static str> {
    FUNCTIONS.lines().skip(1).filter_map(|line| line.split_once(',')).collect()
}

fn served() -> BTreeSet<String> {
    let mut served = BTreeSet::new();
    for (_, _, operation) in operations(&api::document()) {
        for function in operation["x-functions"].as_array().expect("functions") {
            served.insert(function.as_str().expect("a function").to_owned());
        }
    }
    served
}

#[test]
fn every_operation_serves_functions_of_the_plan() {
    let known = functions();
    for function in served() {
        assert!(known.contains_key(function.as_str()), "{function} is no function of the plan");
    }
}

#[test]
fn what_nothing_serves_yet_is_listed_and_the_list_only_shrinks() {
    let (known, served) = (functions(), served());
    let listed: BTreeSet<&str> =
        UNSERVED.lines().filter_map(|line| line.split_whitespace().next()).collect();
    for function in known.keys() {
        let (is_served, is_listed) = (served.contains(*function), listed.contains(function));
        assert!(
            !(is_served && is_listed),
            "{function} is served: take it off openapi/unserved.txt"
        );
        assert!(
            is_served || is_listed,
            "no operation serves {function} ({}) any more",
            known[function]
        );
    }
    assert!(
        listed.iter().all(|one| known.contains_key(one)),
        "unserved.txt names what is not there"
    );
}

#[test]
fn every_sentence_of_the_plan_leads_to_functions() {
    let known = functions();
    for line in SENTENCES.lines().skip(1) {
        let (sentence, list) = line.split_once(',').expect("two columns");
        let list: Vec<&str> = list.split_whitespace().collect();
        assert!(!list.is_empty(), "sentence {sentence} leads nowhere");
        for function in list.iter().filter(|one| one.starts_with('F')) {
            assert!(known.contains_key(function), "sentence {sentence} names {function}");
        }
    }
}
