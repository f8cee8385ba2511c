use crate::words::words;

words! {
    /// What kind of work it is: the four kinds of resource that the plan asks for (s.13).
    pub enum WorkKind {
        /// 微课例
        MicroLesson = "micro_lesson",
        /// 课例诊断
        LessonDiagnosis = "lesson_diagnosis",
        /// 教学设计
        LessonPlan = "lesson_plan",
        /// 课件
        Courseware = "courseware",
        Other = "other",
    }
}

words! {
    /// How far a thing of the library is shared.
    pub enum ResourceLevel {
        School = "school",
        County = "county",
        Project = "project",
    }
}

impl WorkKind {
    /// The kind of a work that names none but says it in its title.
    #[must_use]
    pub fn of_title(title: &str) -> Self {
        let kinds = [
            ("微课", Self::MicroLesson),
            ("诊断", Self::LessonDiagnosis),
            ("教学设计", Self::LessonPlan),
            ("课件", Self::Courseware),
        ];
        // The kind stands behind the lesson's name: 《静夜思》教学设计.
        let end = title.rsplit('》').next().unwrap_or(title);
        kinds.into_iter().find(|(word, _)| end.contains(word)).map_or(Self::Other, |found| found.1)
    }
}

#[cfg(test)]
mod tests {
    use super::WorkKind;

    #[test]
    fn the_kind_stands_behind_the_name_of_the_lesson() {
        let kinds = [
            ("《静夜思》教学设计", WorkKind::LessonPlan),
            ("《平行四边形的面积》课例诊断", WorkKind::LessonDiagnosis),
            ("《教学设计入门》微课例", WorkKind::MicroLesson),
            ("课件说明", WorkKind::Courseware),
            ("我的作业", WorkKind::Other),
        ];
        for (title, kind) in kinds {
            assert_eq!(WorkKind::of_title(title), kind, "{title}");
        }
    }
}
