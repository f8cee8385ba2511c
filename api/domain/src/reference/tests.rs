use super::*;

#[test]
fn all_lines_of_the_lists_are_read() {
    let reference = Reference::builtin();
    assert_eq!(reference.subjects().len(), 15);
    assert_eq!(reference.themes().len(), 27);
    assert!(reference.subjects().iter().all(|subject| !subject.stages.is_empty()));
}

#[test]
fn module_titles_are_those_of_the_list() {
    let list = include_str!("../../data/reference/modules.csv");
    for (line, module) in list.lines().skip(1).zip(Module::ALL) {
        assert_eq!(line, format!("{},{}", module.number(), module.title()));
    }
    assert_eq!(Module::new(0), None);
    assert_eq!(Module::new(5), None);
}

#[test]
fn families_and_their_names_are_those_of_the_list() {
    let list = include_str!("../../data/reference/workshop-families.csv");
    let reference = Reference::builtin();
    for line in list.lines().skip(1) {
        let cells: Vec<_> = line.split(',').collect();
        let family = Family::parse(cells[0]).unwrap();
        assert_eq!(family.title(), cells[1]);
        for subject in cells[2].split('|') {
            let code = &reference.subject(subject).unwrap().code;
            assert_eq!(reference.family_of(code), Some(family), "{subject}");
        }
    }
}

#[test]
fn subjects_and_stages_are_found_by_name_and_alias() {
    let reference = Reference::builtin();
    for name in ["道德与法治", "政治", "思品", "ZZ"] {
        assert_eq!(reference.subject(name).unwrap().code, "ZZ", "{name}");
    }
    assert!(reference.subject("奥数").is_none());
    assert_eq!(reference.stage("初级中学"), Some(StageOfSchooling::Junior));
    assert_eq!(reference.stage("幼儿园"), None);
    assert_eq!(reference.stage(""), None);
}

#[test]
fn a_general_course_suits_everybody() {
    for stage in StageOfSchooling::ALL {
        assert!(CourseStage::General.suits(stage));
        assert!(CourseStage::from(stage).suits(stage));
    }
    assert!(!CourseStage::Primary.suits(StageOfSchooling::Junior));
}

#[test]
fn words_in_json_are_the_stored_words() {
    for family in Family::ALL {
        let json = serde_json::to_string(&family).unwrap();
        assert_eq!(json, format!("\"{}\"", family.as_str()));
        assert_eq!(serde_json::from_str::<Family>(&json).unwrap(), family);
    }
}

#[test]
fn the_api_document_lists_the_same_words() {
    let schema = serde_json::to_value(<Family as utoipa::PartialSchema>::schema()).unwrap();
    let words: Vec<_> = Family::ALL.iter().map(|family| family.as_str()).collect();
    assert_eq!(schema["enum"], serde_json::json!(words));
}
