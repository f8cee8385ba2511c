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
    reasons::reason,
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
