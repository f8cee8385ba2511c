use std::collections::HashMap;

use domain::{Kind, Refusal, columns::ImportKind, text::clean};
use sheet::{Annotated, Column, FaultCode, FileFault, Limits, Row, TemplateColumn, Wanted};
use store::imports as rows;
use uuid::Uuid;

use super::jobs::readable;
use crate::{Error, Result, Unit};

/// The columns an import looks for, as the reader wants them.
pub(super) fn wanted(kind: ImportKind) -> Vec<Wanted> {
    let wanted = |column: &domain::columns::Column| Wanted {
        key: column.key,
        titles: column.titles,
        required: column.required,
    };
    kind.columns().iter().map(wanted).collect()
}

/// Hands over every row of a table.
pub(super) fn each_row(
    kind: ImportKind,
    content: &[u8],
    file_name: &str,
    mut visit: impl FnMut(&Row<'_>),
) -> Result<(), FileFault> {
    let wanted = wanted(kind);
    let table = sheet::read(content, file_name, &wanted, &Limits::default())?;
    table.rows(|row| {
        visit(row);
        Ok(())
    })
}

/// A cell's text, cleaned.
pub(super) fn cell(row: &Row<'_>, key: &str) -> String {
    clean(row.text(key)).value
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
            "stage" => ["小学", "初中", "高中"].map(str::to_owned).to_vec(),
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
    let sealed = rows::load_file(unit, id).await?;
    let content = unit.ctx().services.vault.open_bytes(id, &sealed)?;
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
        "already_enrolled" => "学员已在其他班级",
        "school_mismatch" => "学员不属于该班级的学校",
        "too_many_workshops" => "工作坊超过限额（可填写原因）",
        "family_taken" => "该类工作坊已有一个",
        "score_not_numeric" => "成绩不是数字",
        "score_out_of_range" => "成绩应在0至100之间",
        "name_mismatch" => "姓名与编号不符",
        "duplicate_trainee" => "同一学员出现多次",
        "subject_mismatch" => "课程不属于该学员的学科",
        "course_unknown" => "没有这门课程",
        "duplicate_selection" => "重复选课",
        other => return other.to_owned(),
    };
    format!("{word}（{code}）")
}
