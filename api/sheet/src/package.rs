//! The archive a workbook is packed in, opened only after its directory looks sane.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::fault::FileFault;
use crate::limits::Limits;
use crate::xml::{Budget, Xml};

/// How every entry of an archive's directory begins.
const DIRECTORY_ENTRY: &[u8] = b"PK\x01\x02";

#[derive(Debug, Clone)]
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, FileFault> {
        // The archive keeps every entry it reads, so they are counted before it is opened.
        let entries = bytes.windows(4).filter(|window| *window == DIRECTORY_ENTRY).count();
        let most = u64::try_from(limits.parts).unwrap_or(u64::MAX);
        if entries > limits.parts {
            return Err(FileFault::too_large("parts", most));
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(fault)?;
        if archive.has_duplicate_names() || archive.has_overlapping_files().map_err(fault)? {
            return Err(FileFault::corrupt("its archive has parts that overlap"));
        }
        let mut declared = 0_u64;
        for index in 0..archive.len() {
            let entry = archive.by_index_raw(index).map_err(fault)?;
            if entry.encrypted() {
                return Err(FileFault::encrypted());
            }
            declared = declared.saturating_add(entry.size());
        }
        if declared > limits.expanded_bytes {
            return Err(FileFault::too_large("bytes when expanded", limits.expanded_bytes));
        }
        Ok(Self { archive })
    }

    /// The part's index; names of parts do not distinguish case, and some programs separate their
    /// folders as Windows does.
    fn index(&self, name: &str) -> Option<usize> {
        let name = name.trim_start_matches('/').as_bytes();
        let plain = |byte: &u8| if *byte == b'\\' { b'/' } else { byte.to_ascii_lowercase() };
        self.archive.file_names_raw().position(|other| {
            other.len() == name.len() && other.iter().map(plain).eq(name.iter().map(plain))
        })
    }

    pub fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    /// The declared size of a part: a hint, never a promise.
    pub fn declared_bytes(&mut self, name: &str) -> u64 {
        let index = self.index(name);
        index.and_then(|at| self.archive.by_index_raw(at).ok()).map_or(0, |entry| entry.size())
    }

    /// Opens a part as XML.
    pub fn xml<'p>(&'p mut self, name: &str, budget: &'p mut Budget) -> Result<Xml<'p>, FileFault> {
        let missing = || FileFault::corrupt(format!("the part {name} is missing"));
        let index = self.index(name).ok_or_else(missing)?;
        let entry = self.archive.by_index(index).map_err(fault)?;
        let source: Box<dyn Read + 'p> = Box::new(entry);
        Ok(Xml::new(name, source, budget))
    }
}

fn fault(error: ZipError) -> FileFault {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            FileFault::encrypted()
        }
        ZipError::CompressionMethodNotSupported(_) => {
            FileFault::unsupported("its archive is packed by a method spreadsheets do not use")
        }
        other => FileFault::corrupt(format!("its archive cannot be read: {other}")),
    }
}
