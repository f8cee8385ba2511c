use super::*;

fn good() -> CatalogRow<'static> {
    CatalogRow {
        course_code: "YW-M1-001",
        title: "语文课堂为什么需要信息技术",
        subject: "语文",
        stage: "通用",
        module: "1",
        theme_code: "T1",
        theme: "信息技术引发的教育教学变革",
        ability_point: "I-1-1",
        micro_ability: "A1",
        hours: "6",
        kind: "视频课程",
        provider: "示例课程机构",
        provider_course_id: "P42913590",
    }
}

fn codes(row: &CatalogRow<'_>) -> Vec<&'static str> {
    judge_row(row, &Reference::builtin()).codes
}

#[test]
fn a_good_row_is_read_whole() {
    let judged = judge_row(&good(), &Reference::builtin());
    assert_eq!((judged.codes, judged.warnings), (vec![], vec![]));
    let entry = judged.value.unwrap();
    assert_eq!((entry.subject.as_str(), entry.stage), ("YW", CourseStage::General));
    assert_eq!((entry.hours, entry.module.number()), (Hundredths::whole(6), 1));
    assert_eq!(entry.theme_code.as_deref(), Some("T1"));
}

#[test]
fn each_fault_has_its_code() {
    for (row, code) in [
        (CatalogRow { course_code: " ", ..good() }, "course_code_missing"),
        (CatalogRow { title: "　", ..good() }, "title_missing"),
        (CatalogRow { subject: "奥数", ..good() }, "subject_unknown"),
        (CatalogRow { subject: "", ..good() }, "subject_unknown"),
        (CatalogRow { stage: "大学", ..good() }, "stage_unknown"),
        (CatalogRow { module: "5", ..good() }, "module_invalid"),
        (CatalogRow { module: "一", ..good() }, "module_invalid"),
        (CatalogRow { theme_code: "T28", ..good() }, "theme_unknown"),
        (CatalogRow { theme_code: "", theme: "无此主题", ..good() }, "theme_unknown"),
    ] {
        assert_eq!(codes(&row), [code]);
    }
    for hours in ["", "0", "-1", "100.5", "1.25", "六", "0.3"] {
        assert_eq!(codes(&CatalogRow { hours, ..good() }), ["hours_invalid"], "{hours}");
    }
    for hours in ["0.5", "100", "4.50", "4.500", "1e1", "６"] {
        assert_eq!(codes(&CatalogRow { hours, ..good() }), [""; 0], "{hours}");
    }
}

#[test]
fn the_second_course_of_a_code_is_a_duplicate() {
    let mut seen = SeenInFile::default();
    let mut verdicts = vec![];
    for row in [CatalogRow { hours: "x", ..good() }, good(), good()] {
        let mut judged = judge_row(&row, &Reference::builtin());
        seen.judge(&mut judged);
        assert_eq!(judged.value.is_some(), judged.codes.is_empty());
        verdicts.push(judged.codes);
    }
    assert_eq!(verdicts, [vec!["hours_invalid"], vec![], vec!["duplicate_course_code"]]);
}

#[test]
fn exactly_two_hundred_hours_are_not_enough() {
    let offer = |stage, hours| Offer { subject: "YW", stage, hours: Hundredths::new(hours) };
    let reference = Reference::builtin();
    let audited = |last| {
        let offers = [
            offer(CourseStage::General, 10_000),
            offer(CourseStage::Primary, 5_000),
            offer(CourseStage::Junior, last),
        ];
        audit(offers, &reference, Hundredths::whole(200))
    };
    let chinese = &audited(5_000)[0];
    assert_eq!((chinese.hours, chinese.enough), (Hundredths::whole(200), false));
    let of = |stage| chinese.stages.iter().find(|line| line.stage == stage).unwrap().hours;
    assert_eq!(of(StageOfSchooling::Primary), Hundredths::whole(150));
    assert_eq!(of(StageOfSchooling::Senior), Hundredths::whole(100));
    let more = audited(5_050);
    assert!(more[0].enough);
    assert_eq!(more.len(), 15);
    assert!(more[1..].iter().all(|line| !line.enough && line.hours == Hundredths::ZERO));
}
