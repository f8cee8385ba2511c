//! The fixed lists that every part of the platform shares: subjects, stages, modules, themes
//! and workshop families, with their names in both languages (F17).

use actix_web::{HttpResponse, get, http::header::CACHE_CONTROL};
use domain::reference::{
    CourseStage, Family, Module, Reference, StageOfSchooling, Subject, english_subject,
};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(show_reference);
}

/// A name in both languages.
#[derive(Serialize, ToSchema)]
#[schema(as = Label)]
pub struct LabelView {
    zh: String,
    en: String,
}

fn label(zh: &str, en: &str) -> LabelView {
    LabelView { zh: zh.to_owned(), en: en.to_owned() }
}

#[derive(Serialize, ToSchema)]
#[schema(as = Subject)]
pub struct SubjectView {
    code: String,
    label: LabelView,
    /// The family its teachers form workshops in (s.60).
    family: Family,
    /// The stages it is taught in.
    stages: Vec<StageOfSchooling>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = StageLabel)]
pub struct StageView {
    code: CourseStage,
    label: LabelView,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ModuleLabel)]
pub struct ModuleView {
    number: u8,
    label: LabelView,
}

#[derive(Serialize, ToSchema)]
#[schema(as = Theme)]
pub struct ThemeView {
    code: String,
    name: String,
    /// `I`, `II` or `III`: the series of the course standard (s.32).
    series: String,
    kind: String,
    module: u8,
}

#[derive(Serialize, ToSchema)]
#[schema(as = FamilyLabel)]
pub struct FamilyView {
    code: Family,
    label: LabelView,
}

/// The fixed lists.
#[derive(Serialize, ToSchema)]
#[schema(as = ReferenceLists)]
pub struct ReferenceView {
    subjects: Vec<SubjectView>,
    /// The stages a course can be made for; `general` suits every one.
    stages: Vec<StageView>,
    modules: Vec<ModuleView>,
    themes: Vec<ThemeView>,
    families: Vec<FamilyView>,
}

fn subject(one: &Subject) -> SubjectView {
    SubjectView {
        code: one.code.clone(),
        label: label(&one.name, english_subject(&one.code).unwrap_or(&one.name)),
        family: one.family,
        stages: one.stages.clone(),
    }
}

fn stage(one: CourseStage) -> StageView {
    let english = one.only().map_or("All stages", StageOfSchooling::title_en);
    StageView { code: one, label: label(one.title(), english) }
}

fn lists() -> ReferenceView {
    let reference = Reference::builtin();
    let themes = reference.themes().iter().map(|theme| ThemeView {
        code: theme.code.clone(),
        name: theme.name.clone(),
        series: theme.series.clone(),
        kind: theme.kind.clone(),
        module: theme.module.number(),
    });
    let module = |one: Module| ModuleView {
        number: one.number(),
        label: label(one.title(), one.title_en()),
    };
    let family = |one: Family| FamilyView { code: one, label: label(one.title(), one.title_en()) };
    ReferenceView {
        subjects: reference.subjects().iter().map(subject).collect(),
        stages: CourseStage::ALL.map(stage).into(),
        modules: Module::ALL.map(module).into(),
        themes: themes.collect(),
        families: Family::ALL.map(family).into(),
    }
}

/// Show subjects, stages, modules, themes and workshop families with their names.
#[utoipa::path(
    tag = "reference",
    operation_id = "show_reference",
    responses((status = 200, description = "The lists", body = ReferenceView)),
    extensions(("x-authz" = json!("none")), ("x-functions" = json!(["F17"])))
)]
#[get("/reference")]
async fn show_reference() -> HttpResponse {
    HttpResponse::Ok().insert_header((CACHE_CONTROL, "public, max-age=3600")).json(lists())
}
