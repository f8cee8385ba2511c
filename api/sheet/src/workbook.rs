//! What a workbook says about itself: its sheets in order, which are visible, and its styles.

use crate::fault::FileFault;
use crate::number::{Shown, is_date_code, is_date_format};
use crate::package::Package;
use crate::strings::Strings;
use crate::xml::{Budget, Node};

/// Programs stop at 65,490 styles.
const STYLES: usize = 70_000;
/// More sheets than any list of teachers has.
const SHEETS: usize = 1_000;

#[derive(Debug)]
pub(crate) struct Workbook {
    /// The parts of the visible worksheets, in the order of the tabs.
    pub sheets: Vec<String>,
    pub from_1904: bool,
    pub styles: Vec<Shown>,
    pub strings: Strings,
}

/// One relationship of a part: its id, the last word of its type, and the part it leads to.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

impl Workbook {
    pub fn read(package: &mut Package<'_>, budget: &mut Budget) -> Result<Self, FileFault> {
        let main = main_part(package, budget)?;
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let rels = relations(package, &format!("{folder}/_rels/{file}.rels"), folder, budget)?;
        let (ids, from_1904) = visible_sheets(package, &main, budget)?;
        let sheets = ids
            .iter()
            .filter_map(|id| rels.iter().find(|rel| rel.id == *id && rel.kind == "worksheet"))
            .map(|rel| rel.target.clone())
            .collect();
        let part = |kind: &str| rels.iter().find(|rel| rel.kind == kind).map(|rel| &rel.target);
        let styles = match part("styles").filter(|name| package.has(name)) {
            Some(name) => styles(package, name, budget)?,
            None => Vec::new(),
        };
        let strings = match part("sharedStrings").filter(|name| package.has(name)) {
            Some(name) => Strings::read(package, name, budget)?,
            None => Strings::default(),
        };
        Ok(Self { sheets, from_1904, styles, strings })
    }
}

fn main_part(package: &mut Package<'_>, budget: &mut Budget) -> Result<String, FileFault> {
    let rels = if package.has("_rels/.rels") {
        relations(package, "_rels/.rels", "", budget)?
    } else {
        Vec::new()
    };
    let named = rels.into_iter().find(|rel| rel.kind == "officeDocument").map(|rel| rel.target);
    let main = named.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    if !package.has(&main) || !main.to_ascii_lowercase().ends_with(".xml") {
        return Err(FileFault::unsupported("the archive holds no .xlsx workbook"));
    }
    let is_other = |name: &str| main.starts_with(name);
    if is_other("word/") || is_other("ppt/") {
        return Err(FileFault::unsupported("the file is an Office document but no workbook"));
    }
    Ok(main)
}

fn relations(
    package: &mut Package<'_>,
    part: &str,
    folder: &str,
    budget: &mut Budget,
) -> Result<Vec<Relation>, FileFault> {
    let mut xml = package.xml(part, budget)?;
    let mut found = Vec::new();
    loop {
        match xml.next()? {
            Node::Open(tag) if tag.name() == "Relationship" => {
                let text = |name| tag.attribute(name).map(|value| value.into_owned());
                if let (Some(id), Some(kind), Some(target)) =
                    (text("Id"), text("Type"), text("Target"))
                {
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    found.push(Relation { id, kind, target: resolve(folder, &target) });
                }
                if found.len() > SHEETS {
                    return Err(FileFault::too_large("parts", 1_000));
                }
            }
            Node::End => return Ok(found),
            _ => {}
        }
    }
}

/// The part a target names, seen from the folder of the part that names it.
fn resolve(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

/// The relationship ids of the visible sheets, and whether days are counted from 1904.
fn visible_sheets(
    package: &mut Package<'_>,
    main: &str,
    budget: &mut Budget,
) -> Result<(Vec<String>, bool), FileFault> {
    let mut xml = package.xml(main, budget)?;
    let (mut ids, mut from_1904) = (Vec::new(), false);
    loop {
        match xml.next()? {
            Node::Open(tag) if tag.name() == "sheet" => {
                let hidden = tag.attribute("state").is_some_and(|state| state != "visible");
                if let Some(id) = tag.attribute("id").filter(|_| !hidden) {
                    ids.push(id.into_owned());
                }
                if ids.len() > SHEETS {
                    return Err(FileFault::too_large("sheets", 1_000));
                }
            }
            Node::Open(tag) if tag.name() == "workbookPr" => {
                let set = tag.attribute("date1904");
                from_1904 = set.is_some_and(|value| value == "1" || value == "true");
            }
            Node::End => return Ok((ids, from_1904)),
            _ => {}
        }
    }
}

/// How the numbers of each cell style are shown.
fn styles(
    package: &mut Package<'_>,
    part: &str,
    budget: &mut Budget,
) -> Result<Vec<Shown>, FileFault> {
    let mut xml = package.xml(part, budget)?;
    let (mut own_dates, mut own_others) = (Vec::new(), Vec::new());
    let mut shown = Vec::new();
    let mut in_cell_styles = false;
    loop {
        match xml.next()? {
            Node::Open(tag) => match tag.name() {
                "numFmt" => {
                    if let (Some(id), Some(code)) =
                        (tag.number("numFmtId"), tag.attribute("formatCode"))
                    {
                        let list =
                            if is_date_code(&code) { &mut own_dates } else { &mut own_others };
                        list.push(id);
                    }
                }
                "cellXfs" => in_cell_styles = true,
                "xf" if in_cell_styles => {
                    let id = tag.number("numFmtId").unwrap_or(0);
                    let date = own_dates.binary_search(&id).is_ok()
                        || is_date_format(id) && own_others.binary_search(&id).is_err();
                    shown.push(if date { Shown::Date } else { Shown::Number });
                }
                _ => {}
            },
            Node::Close(tag) if tag.name() == "numFmts" => {
                own_dates.sort_unstable();
                own_others.sort_unstable();
            }
            Node::Close(tag) if tag.name() == "cellXfs" => in_cell_styles = false,
            Node::End => return Ok(shown),
            _ => {}
        }
        if shown.len() > STYLES || own_dates.len() > STYLES || own_others.len() > STYLES {
            return Err(FileFault::too_large("cell styles", 70_000));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_seen_from_the_folder_or_from_the_root() {
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "../../other/a.xml"), "other/a.xml");
    }
}
