use std::collections::HashMap;

use domain::{
    Kind, Refusal,
    access::Role,
    columns::ImportKind,
    policy::ClassKind,
    practice::Absence,
    reference::Family,
    text::{clean, clean_code, clean_line},
};
use sheet::{Annotated, Column, FaultCode, FileFault, Limits, Row, TemplateColumn, Wanted};
use store::imports::{self as rows, Job};
use uuid::Uuid;

use super::{
    board::Progress,
    jobs::{admit, readable},
};
use crate::{Error, Result, Unit, Work};

/// The columns an import looks for, as the reader wants them.
pub(super) fn wanted(kind: ImportKind) -> Vec<Wanted> {
    let wanted = |column: &domain::columns::Column| Wanted {
        key: column.key,
        titles: column.titles,
        required: column.required,
    };
    kind.columns().iter().map(wanted).collect()
}

/// Bytes of one part of a stored file.
pub(super) const PART: usize = 1 << 20;
/// How a job says that its file is kept part by part.
pub(super) const PARTS: &str = "parts";

/// The id a part is sealed for: parts cannot change places.
fn owner(job: Uuid, part: i32) -> Uuid {
    Uuid::from_u128(job.as_u128() ^ u128::from(part.unsigned_abs()))
}

/// Keeps a file, each part sealed by itself: a large one is never in memory twice.
pub(super) async fn keep(work: &Work<'_>, job: Uuid, content: &[u8]) -> Result<()> {
    for (part, bytes) in (0_i32..).zip(content.chunks(PART)) {
        let sealed = work.ctx().services.vault.seal_bytes(owner(job, part), bytes)?;
        rows::insert_part(&work.tx, job, part, sealed).await?;
    }
    Ok(())
}

/// The file of a job as it was sent.
pub(super) async fn content(unit: &impl Unit, job: &Job) -> Result<Vec<u8>> {
    let vault = &unit.ctx().services.vault;
    let parts = usize::try_from(rows::count_parts(unit, job.id).await?).unwrap_or_default();
    // Reserved once: growing would hold a large file twice.
    let (mut content, mut part) = (Vec::with_capacity(parts.saturating_mul(PART)), 0_i32);
    while let Some(sealed) = rows::load_part(unit, job.id, part).await? {
        if job.file_key == PARTS {
            content.append(&mut vault.open_bytes(owner(job.id, part), &sealed)?);
        } else {
            content.extend_from_slice(&sealed);
        }
        part = part.saturating_add(1);
    }
    match job.file_key.as_str() {
        PARTS => Ok(content),
        _ if content.is_empty() => Err(crate::attachments::missing().into()),
        // Kept before files were sealed part by part.
        _ => vault.open_bytes(job.id, &content),
    }
}

/// Hands over every row of a table, and counts them on the way.
pub(super) fn each_row(
    kind: ImportKind,
    progress: &Progress,
    content: &[u8],
    file_name: &str,
    mut visit: impl FnMut(&Row<'_>),
) -> Result<(), FileFault> {
    let wanted = wanted(kind);
    let table = sheet::read(content, file_name, &wanted, &Limits::default())?;
    progress.expect(table.data_rows());
    table.rows(|row| {
        visit(row);
        progress.step();
        Ok(())
    })
}

/// Whether a row of a list without people is a total or a signature below it: few cells, of
/// which the first begins with such a word.
pub(super) fn is_note(row: &Row<'_>) -> bool {
    let mut texts =
        row.cells().iter().map(|cell| clean(&cell.text).value).filter(|text| !text.is_empty());
    let first = texts.next().unwrap_or_default();
    domain::columns::is_closing_word(&first) && texts.count() < 4
}

/// A cell's text, cleaned; control characters are spaces.
pub(super) fn cell(row: &Row<'_>, key: &str) -> String {
    clean_line(row.text(key)).value
}

/// A cell's code, cleaned; control characters are spaces.
pub(super) fn code(row: &Row<'_>, key: &str) -> String {
    clean_line(&clean_code(row.text(key)).value).value
}

/// Whether one of the texts has more characters than it may: nothing is cut off, and no index
/// of a database takes texts of any length.
pub(super) fn is_long(texts: &[(&str, usize)]) -> bool {
    texts.iter().any(|(text, most)| text.chars().count() > *most)
}

/// A refused file as a problem: the code, the limit or place, and nothing was changed.
pub(super) fn refusal(fault: &FileFault) -> Refusal {
    let kind = match fault.code {
        FaultCode::FileTooLarge => Kind::ContentTooLarge,
        FaultCode::UnsupportedFormat => Kind::UnsupportedFileType,
        _ => Kind::ImportRejected,
    };
    Refusal::rule(kind, fault.code.as_str(), format!("{}; nothing was changed.", fault.detail))
}

/// An empty workbook to fill in, with dictionaries of what may be chosen.
pub fn template(unit: &impl Unit, kind: ImportKind) -> Result<Vec<u8>> {
    let reference = domain::reference::Reference::builtin();
    let choices = |key: &str| -> Vec<String> {
        match key {
            "gender" => vec!["男".to_owned(), "女".to_owned()],
            "subject" => reference.subjects().iter().map(|one| one.name.clone()).collect(),
            "stage" if kind == ImportKind::Catalog => {
                ["小学", "初中", "高中", "通用"].map(str::to_owned).to_vec()
            }
            "stage" => ["小学", "初中", "高中"].map(str::to_owned).to_vec(),
            "kind" if kind == ImportKind::Classes => {
                ClassKind::ALL.map(|one| one.title().to_owned()).to_vec()
            }
            "absence" => Absence::ALL.map(|one| one.title().to_owned()).to_vec(),
            "family" => Family::ALL.map(|one| one.title().to_owned()).to_vec(),
            "theme_code" => reference.themes().iter().map(|one| one.code.clone()).collect(),
            "role" => Role::ALL
                .iter()
                .filter(|role| role.rank() > 0)
                .map(|role| role.as_str().to_owned())
                .collect(),
            "module" => ["1", "2", "3", "4"].map(str::to_owned).to_vec(),
            _ => vec![],
        }
    };
    let column = |one: &domain::columns::Column| TemplateColumn {
        column: if one.as_text {
            Column::text(one.title(), 20)
        } else {
            Column::number(one.title(), 14)
        },
        required: one.required,
        choices: choices(one.key),
        hint: None,
    };
    let columns: Vec<TemplateColumn> = kind.columns().iter().map(column).collect();
    if columns.is_empty() {
        let detail = "This kind of file has one JSON value per line and no template.";
        return Err(Refusal::field("/kind", "no_template", detail).into());
    }
    sheet::template_xlsx("模板", &columns, unit.ctx().now()).map_err(Error::fault)
}

/// The rejected rows as they stood in the file, with the reasons in a last column.
pub async fn error_workbook(unit: &impl Unit, id: Uuid) -> Result<Vec<u8>> {
    let (job, kind) = readable(unit, id).await?;
    if kind.is_json_lines() {
        let detail = "Files of JSON lines have no error workbook; read the rows instead.";
        return Err(Refusal::field("/kind", "no_workbook", detail).into());
    }
    let mut reasons: HashMap<u32, String> = HashMap::new();
    let mut after = 0;
    loop {
        let some = rows::list_rows(unit, id, Some("rejected"), after, 1_000).await?;
        let Some(last) = some.last() else { break };
        after = last.line;
        for row in some {
            let words: Vec<String> = row.codes.iter().map(|code| reason(code)).collect();
            reasons.insert(u32::try_from(row.line).unwrap_or(0), words.join("；"));
        }
    }
    let _room = admit(unit, id).await?;
    let content = content(unit, &job).await?;
    let wanted = wanted(kind);
    let table = sheet::read(&content, &job.file_name, &wanted, &Limits::default());
    let table = table.map_err(|fault| refusal(&fault))?;
    let mut kept = vec![];
    let read = table.rows(|row| {
        if let Some(reason) = reasons.remove(&row.line) {
            let cells = row.cells().iter().map(|cell| cell.text.clone()).collect();
            kept.push(Annotated { cells, reason });
        }
        Ok::<(), FileFault>(())
    });
    read.map_err(|fault| refusal(&fault))?;
    sheet::annotated_xlsx(table.titles(), kept, unit.ctx().now()).map_err(Error::fault)
}

/// A reason code in the words of whoever has to mend the row.
fn reason(code: &str) -> String {
    let word = match code {
        "name_missing" => "缺姓名",
        "name_invalid" => "姓名含有不允许的字符",
        "id_no_missing" => "缺身份证号",
        "id_no_format" => "身份证号应为18位（请把该列设为文本格式）",
        "id_no_birthdate" => "身份证号中的出生日期不对",
        "id_no_checksum" => "身份证号校验位不对",
        "phone_missing" => "缺手机号",
        "phone_format" => "手机号应为11位",
        "school_missing" => "缺单位",
        "school_unknown" => "学校名单中没有该单位",
        "stage_missing" => "缺学段",
        "stage_unknown" => "学段不在字典中",
        "subject_missing" => "缺学科",
        "subject_unknown" => "学科不在字典中",
        "duplicate_id_no" => "身份证号重复",
        "duplicate_phone" => "手机号重复",
        "duplicate_trainee_no" => "学员编号重复",
        "class_full" => "班级已满（可填写原因）",
        "class_unknown" => "没有这个班级",
        "trainee_unknown" => "没有这个学员",
        "already_enrolled" => "学员已在其他班级或工作坊",
        "school_mismatch" => "学员不属于该班级的学校",
        "too_many_workshops" => "工作坊超过限额（可填写原因）",
        "family_taken" => "该类工作坊已有一个（可填写原因）",
        "score_not_numeric" => "成绩不是数字",
        "score_out_of_range" => "成绩应在0至100之间",
        "name_mismatch" => "姓名与编号不符",
        "duplicate_trainee" => "同一学员出现多次",
        "subject_mismatch" => "课程不属于该学员的学科",
        "course_unknown" => "没有这门课程",
        "duplicate_selection" => "重复选课",
        "trainee_no_invalid" => "学员编号过长或含有控制字符",
        "sheet_locked" => "该班成绩表已由县级评定，不能再改",
        "self_dealing" => "不能办理本人的事项",
        "sum_differs" => "学校评分不等于完成情况与应用成效之和",
        "criterion_missing" => "完成情况与应用成效应同时填写",
        "absence_with_score" => "有成绩就不填缺考原因",
        "absence_unknown" => "缺考原因不在字典中",
        "class_code_missing" => "缺班级编号",
        "class_name_missing" => "缺班级名称",
        "class_kind_unknown" => "组班方式不在字典中",
        "class_schools_mismatch" => "组班方式与学校个数不符",
        "class_differs" => "班级的学校或组班方式与系统中不同",
        "duplicate_class_code" => "班级编号重复",
        "workshop_code_missing" => "缺工作坊编号",
        "workshop_name_missing" => "缺工作坊名称",
        "workshop_differs" => "工作坊与系统中不同",
        "duplicate_workshop_code" => "工作坊编号重复",
        "family_unknown" => "工作坊类别不在字典中",
        "host_unknown" => "没有这个学校或联片班",
        "role_not_yours" => "您无权授予该角色",
        "auditor_independent" => "审计员不能同时担任其他角色",
        "person_elsewhere" => "此人在其他学校或县，请由上级办理",
        "not_above" => "此人的角色不低于您，请由更上级的管理员办理",
        "role_unknown" => "角色不在字典中",
        "scope_unknown" => "没有这个范围",
        "person_invalid" => "缺人员或人员名称不合规",
        "school_code_missing" => "缺学校标识码",
        "school_code_invalid" => "学校标识码过长",
        "school_name_missing" => "缺学校名称",
        "school_name_invalid" => "学校名称过长或含有控制字符",
        "duplicate_school_code" => "学校标识码重复",
        "course_code_missing" => "缺课程编号",
        "course_code_invalid" => "课程编号过长或含有控制字符",
        "duplicate_course_code" => "课程编号重复",
        "title_missing" => "缺课程名称",
        "module_invalid" => "模块应为1至4",
        "hours_invalid" => "学时应大于0、不超过100且为0.5的倍数",
        "theme_unknown" => "主题不在字典中",
        "text_too_long" => "文字过长",
        "date_invalid" => "日期不对",
        other => return other.to_owned(),
    };
    format!("{word}（{code}）")
}
