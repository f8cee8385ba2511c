use std::borrow::Cow;

use crate::cell::{Cell, Row};
use crate::decode::decode;
use crate::delimited::{Delimited, SEPARATORS};
use crate::fault::{FaultCode, FileFault};
use crate::header::{self, HEAD_ROWS, HeadRow, Header, Wanted};
use crate::limits::Limits;
use crate::merge::{Carrier, Merge};
use crate::package::Package;
use crate::workbook::Workbook;
use crate::worksheet::Worksheet;
use crate::xml::Budget;

/// How workbooks of the old kind, and encrypted ones of the new, begin.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const ARCHIVE: &[u8] = b"PK";

/// A file that was read once from end to end and found sound. Its rows are read again when asked
/// for, so that no table is ever held in memory.
#[derive(Debug)]
pub struct Table<'a> {
    content: Content<'a>,
    header: Header,
    data_rows: u32,
    limits: Limits,
}

#[derive(Debug)]
enum Content<'a> {
    Text { text: Cow<'a, str>, separator: u8 },
    Workbook { package: Package<'a>, book: Workbook, sheet: String, merges: Vec<Merge> },
}

/// What one pass over the rows has seen.
#[derive(Default)]
struct Survey {
    head: Vec<HeadRow>,
    below: u32,
}

/// Reads a file from end to end, finds its header and judges it as a whole: whatever is wrong with
/// the file itself is told here, before the first row is handed out. The kind of file is told by
/// its content; the name only decides how a file that is neither is called.
pub fn read<'a>(
    bytes: &'a [u8],
    file_name: &str,
    wanted: &[Wanted],
    limits: &Limits,
) -> Result<Table<'a>, FileFault> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits.file_bytes {
        return Err(FileFault::too_large("bytes", limits.file_bytes));
    }
    let extension = file_name.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
    if bytes.starts_with(COMPOUND) {
        return Err(compound_fault(bytes));
    }
    if bytes.starts_with(ARCHIVE) {
        return read_workbook(bytes, wanted, limits);
    }
    match extension.as_str() {
        "xlsx" | "xlsm" => Err(FileFault::corrupt("the file is no workbook, whatever its name")),
        "csv" | "txt" | "tsv" | "" => read_text(bytes, wanted, limits),
        _ => Err(FileFault::unsupported("only .xlsx and .csv files are read")),
    }
}

fn compound_fault(bytes: &[u8]) -> FileFault {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        return FileFault::encrypted();
    }
    FileFault::unsupported("workbooks of the old kind (.xls) are not read; save it as .xlsx")
}

fn read_text<'a>(
    bytes: &'a [u8],
    wanted: &[Wanted],
    limits: &Limits,
) -> Result<Table<'a>, FileFault> {
    let text = decode(bytes)?;
    let mut best: Option<(usize, u8)> = None;
    let mut broken = None;
    // The separator is the one by which the header has the most columns that are wanted.
    for separator in SEPARATORS {
        let mut reader = Delimited::new(&text, separator, limits);
        match survey(HEAD_ROWS, |cells| reader.next_row(cells)) {
            Ok(seen) => {
                let columns =
                    header::find(&seen.head, &[], wanted).map(|found| found.columns.len());
                let better = best.is_none_or(|(most, _)| columns.is_some_and(|more| more > most));
                best = columns.filter(|_| better).map(|more| (more, separator)).or(best);
            }
            Err(fault) => broken = Some(fault),
        }
    }
    let Some((_, separator)) = best else {
        return Err(broken.unwrap_or_else(no_header));
    };
    let mut reader = Delimited::new(&text, separator, limits);
    let seen = survey(u32::MAX, |cells| reader.next_row(cells))?;
    let found = header::find(&seen.head, &[], wanted).ok_or_else(no_header)?;
    unambiguous(&found)?;
    let data_rows = seen.data_rows(&found, limits)?;
    Ok(Table {
        content: Content::Text { text, separator },
        header: found,
        data_rows,
        limits: limits.clone(),
    })
}

fn read_workbook<'a>(
    bytes: &'a [u8],
    wanted: &[Wanted],
    limits: &Limits,
) -> Result<Table<'a>, FileFault> {
    let mut budget = Budget::new(limits);
    let mut package = Package::open(bytes, limits)?;
    let book = Workbook::read(&mut package, &mut budget)?;
    for sheet in &book.sheets {
        let mut worksheet = Worksheet::new(package.xml(sheet, &mut budget)?, &book);
        let seen = survey(u32::MAX, |cells| worksheet.next_row(cells))?;
        let merges = worksheet.into_merges();
        if let Some(found) = header::find(&seen.head, &merges, wanted) {
            unambiguous(&found)?;
            let data_rows = seen.data_rows(&found, limits)?;
            let sheet = sheet.clone();
            return Ok(Table {
                content: Content::Workbook { package, book, sheet, merges },
                header: found,
                data_rows,
                limits: limits.clone(),
            });
        }
    }
    Err(no_header())
}

/// Of two columns with the same title nobody can say which is meant.
fn unambiguous(header: &Header) -> Result<(), FileFault> {
    let Some(title) = header.twice() else { return Ok(()) };
    let title: String = title.chars().filter(|c| !c.is_control()).take(60).collect();
    Err(FileFault {
        code: FaultCode::DuplicateColumn,
        detail: format!("two columns are called {title}; keep one of them or rename the other"),
    })
}

fn no_header() -> FileFault {
    FileFault {
        code: FaultCode::NoHeader,
        detail: "none of the first 10 rows has all the required columns".into(),
    }
}

/// Reads rows up to line `last`: keeps the first ones, counts the others that are not blank.
fn survey(
    last: u32,
    mut next: impl FnMut(&mut Vec<Cell>) -> Result<Option<u32>, FileFault>,
) -> Result<Survey, FileFault> {
    let mut seen = Survey::default();
    let mut cells = Vec::new();
    while let Some(line) = next(&mut cells)? {
        if line <= HEAD_ROWS {
            let texts = cells.iter().map(|cell| cell.text.clone()).collect();
            seen.head.push(HeadRow { line, texts });
        } else if cells.iter().any(|cell| !cell.is_blank()) {
            seen.below = seen.below.saturating_add(1);
        }
        if line >= last {
            break;
        }
    }
    Ok(seen)
}

impl Survey {
    fn data_rows(&self, header: &Header, limits: &Limits) -> Result<u32, FileFault> {
        let data = |row: &&HeadRow| {
            row.line > header.line && row.texts.iter().any(|text| !header::is_blank(text))
        };
        let in_head = u32::try_from(self.head.iter().filter(data).count()).unwrap_or(u32::MAX);
        let rows = self.below.saturating_add(in_head);
        match rows {
            0 => Err(FileFault {
                code: FaultCode::NoRows,
                detail: format!("there is no row below the header in row {}", header.line),
            }),
            _ if rows > limits.rows => Err(FileFault::too_large("rows", u64::from(limits.rows))),
            _ => Ok(rows),
        }
    }
}

impl Table<'_> {
    /// The number of the header's row, counted from 1.
    pub fn header_line(&self) -> u32 {
        self.header.line
    }

    /// The titles of all columns as they stand in the file, unknown ones included.
    pub fn titles(&self) -> &[String] {
        &self.header.titles
    }

    /// Whether the file has a column for this key.
    pub fn has(&self, key: &str) -> bool {
        self.header.columns.iter().any(|(name, _)| *name == key)
    }

    /// How many rows that are not blank stand below the header.
    pub fn data_rows(&self) -> u32 {
        self.data_rows
    }

    /// Hands every row below the header that is not blank to `visit`, in order, and stops at its
    /// first error. Merged cells have their value in every row they cover.
    ///
    /// # Errors
    /// Those of `visit`; a [`FileFault`] only if merged values add up to more text than the limit.
    pub fn rows<E: From<FileFault>>(
        &self,
        mut visit: impl FnMut(&Row<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut cells = Vec::new();
        match &self.content {
            Content::Text { text, separator } => {
                let mut reader = Delimited::new(text, *separator, &self.limits);
                while let Some(line) = reader.next_row(&mut cells)? {
                    self.visit(line, &cells, &mut visit)?;
                }
            }
            Content::Workbook { package, book, sheet, merges } => {
                let mut package = package.clone();
                let mut budget = Budget::new(&self.limits);
                let mut reader = Worksheet::new(package.xml(sheet, &mut budget)?, book);
                let mut carrier = Carrier::new(merges);
                while let Some(line) = reader.next_row(&mut cells)? {
                    // A row that only a merged region reaches is as blank as it looks.
                    let blank = cells.is_empty();
                    let carried = carrier.step(line, &mut cells);
                    reader.spend_text(carried)?;
                    if !blank {
                        self.visit(line, &cells, &mut visit)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn visit<E>(
        &self,
        line: u32,
        cells: &[Cell],
        visit: &mut impl FnMut(&Row<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        if line <= self.header.line || cells.is_empty() {
            return Ok(());
        }
        visit(&Row { line, cells, columns: &self.header.columns })
    }
}
