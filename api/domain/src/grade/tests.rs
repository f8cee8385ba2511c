use proptest::prelude::*;

use super::*;

fn marks(online: Option<i64>, offline: Option<i64>) -> Marks {
    Marks { online: online.map(Hundredths::new), offline: offline.map(Hundredths::new) }
}

fn points(online: Option<i64>, offline: Option<i64>) -> Vec<(i64, bool, bool)> {
    GradeNode::online_50_offline_50()
        .evaluate(&marks(online, offline))
        .iter()
        .map(|part| (part.points.get(), part.passed, part.incomplete))
        .collect()
}

#[test]
fn halves_are_weighted_and_lines_are_held_for_each() {
    assert_eq!(
        points(Some(9050), Some(8875)),
        [(8963, true, false), (4525, true, false), (4438, true, false)]
    );
    assert_eq!(
        points(Some(10_000), Some(5900)),
        [(7950, true, false), (5000, true, false), (2950, false, false)]
    );
    assert_eq!(
        points(Some(9050), None),
        [(4525, false, true), (4525, true, false), (0, false, true)]
    );
}

#[test]
fn the_total_is_rounded_once_from_exact_parts() {
    let grade = points(Some(6001), Some(6001));
    assert_eq!(grade[0].0, 6001);
    assert_eq!((grade[1].0, grade[2].0), (3001, 3001));
}

#[test]
fn a_crooked_tree_is_refused() {
    let codes = |change: fn(&mut GradeNode)| {
        let mut tree = GradeNode::online_50_offline_50();
        change(&mut tree);
        tree.faults("/grade")
            .iter()
            .map(|f| format!("{} {}", f.pointer, f.code))
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(|_| ()), Vec::<String>::new());
    assert_eq!(
        codes(|tree| tree.children[1].max = Hundredths::whole(40)),
        ["/grade/children sum_differs"]
    );
    assert_eq!(
        codes(|tree| tree.children[1].code = "online".into()),
        ["/grade/children/1/code duplicate_code"]
    );
    assert_eq!(
        codes(|tree| tree.children[0].source = None),
        ["/grade/children/0 source_or_children"]
    );
    assert_eq!(
        codes(|tree| tree.children[0].pass = Some(Hundredths::whole(51))),
        ["/grade/children/0/pass out_of_range"]
    );
    assert_eq!(
        codes(|tree| {
            tree.max = Hundredths::whole(90);
            tree.children.clear();
            tree.code = "总".into();
        }),
        ["/grade/code code_invalid", "/grade source_or_children", "/grade/max sum_is_not_100"]
    );
}

proptest! {
    #[test]
    fn more_points_never_make_a_grade_worse(
        online in 0_i64..=10_000, offline in 0_i64..=10_000, more in 0_i64..=500,
    ) {
        let tree = GradeNode::online_50_offline_50();
        let before = tree.evaluate(&marks(Some(online), Some(offline)));
        let after = tree.evaluate(&marks(Some(online.saturating_add(more)), Some(offline)));
        for (one, other) in before.iter().zip(&after) {
            prop_assert!(one.points <= other.points);
            prop_assert!(!one.passed || other.passed);
        }
        prop_assert!(before[0].points <= Hundredths::whole(100));
    }
}
