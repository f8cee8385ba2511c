use std::{borrow::Cow, collections::HashSet};

use super::GradeNode;
use crate::{number::Hundredths, refusal::Fault};

const DEEPEST: usize = 4;
const MOST_NODES: usize = 50;
const LONGEST_CODE: usize = 40;

impl GradeNode {
    /// What is wrong with the tree's shape, by JSON pointer below `pointer`.
    #[must_use]
    pub fn faults(&self, pointer: &str) -> Vec<Fault> {
        let mut check = Check::default();
        check.visit(self, pointer.to_owned(), 1);
        if self.max != Hundredths::whole(100) {
            check.fault(format!("{pointer}/max"), "sum_is_not_100", "The root has 100 points.");
        }
        if check.codes.len() > MOST_NODES {
            check.fault(pointer.to_owned(), "too_many_parts", "A grade has at most 50 parts.");
        }
        check.faults
    }
}

#[derive(Default)]
struct Check {
    faults: Vec<Fault>,
    codes: HashSet<String>,
}

impl Check {
    fn fault(&mut self, pointer: String, code: &'static str, detail: &str) {
        let detail = detail.to_owned();
        self.faults.push(Fault { pointer, code: Cow::Borrowed(code), detail });
    }

    fn visit(&mut self, node: &GradeNode, at: String, depth: usize) {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let named = (1..=LONGEST_CODE).contains(&node.code.len()) && node.code.chars().all(plain);
        if !named {
            self.fault(format!("{at}/code"), "code_invalid", "a–z, 0–9 and _, at most 40.");
        } else if !self.codes.insert(node.code.clone()) {
            self.fault(format!("{at}/code"), "duplicate_code", "Each part has its own code.");
        }
        if node.max <= Hundredths::ZERO {
            self.fault(format!("{at}/max"), "out_of_range", "More than 0.");
        }
        if node.pass.is_some_and(|pass| !(Hundredths::ZERO..=node.max).contains(&pass)) {
            self.fault(format!("{at}/pass"), "out_of_range", "From 0 to the part's points.");
        }
        if node.source.is_some() == node.children.is_empty() {
            self.children(node, at, depth);
        } else {
            self.fault(at, "source_or_children", "A part has a source or children, one of them.");
        }
    }

    fn children(&mut self, node: &GradeNode, at: String, depth: usize) {
        if node.children.is_empty() {
            return;
        }
        if depth >= DEEPEST {
            self.fault(at, "too_deep", "A grade has at most four levels.");
            return;
        }
        let sum: Hundredths = node.children.iter().map(|child| child.max).sum();
        if sum != node.max {
            self.fault(format!("{at}/children"), "sum_differs", "The parts sum to their parent.");
        }
        for (place, child) in node.children.iter().enumerate() {
            self.visit(child, format!("{at}/children/{place}"), depth.saturating_add(1));
        }
    }
}
