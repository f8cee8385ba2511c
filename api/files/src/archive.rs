//! Archives are looked at by their list of contents and never unpacked here.

use std::{
    fs::File,
    io::{BufReader, Read, Seek, SeekFrom},
};

use zip::ZipArchive;

use crate::Unfit;

/// What an archive may declare.
const MOST_BYTES: u64 = 500 * 1024 * 1024;
const MOST_DENSE: u64 = 100;
const MOST_PARTS: usize = 5_000;
const MOST_FILES: usize = 1_000;
/// The record at the end of an archive, with the longest comment it may have.
const END: u64 = 22 + 65_535;

const NESTED: [&str; 9] = ["zip", "rar", "7z", "gz", "bz2", "xz", "tar", "jar", "cab"];

/// An Office document: it has its main part and no macros.
pub(crate) fn office(file: File, part: &str) -> Result<(), Unfit> {
    let names = names(file, MOST_PARTS)?;
    if names.iter().any(|name| name.rsplit('/').next() == Some("vbaProject.bin")) {
        return Err(Unfit::Macros);
    }
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    if has(part) && has("[Content_Types].xml") { Ok(()) } else { Err(Unfit::Content) }
}

/// An archive of files: nothing in it is an archive again or a program.
pub(crate) fn plain(file: File) -> Result<(), Unfit> {
    let nested = |name: &String| NESTED.contains(&crate::extension(name).as_str());
    if names(file, MOST_FILES)?.iter().any(nested) {
        return Err(Unfit::Archive("archive_nested"));
    }
    Ok(())
}

/// The names in an archive that keeps to the limits.
fn names(mut file: File, most: usize) -> Result<Vec<String>, Unfit> {
    let broken = Unfit::Archive("archive_broken");
    let packed = file.metadata().map_err(|_| broken)?.len();
    if entries(&mut file).ok_or(broken)? > most {
        return Err(Unfit::Archive("archive_too_many_files"));
    }
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|_| broken)?;
    let (mut declared, mut names) = (0_u64, vec![]);
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|_| broken)?;
        if entry.encrypted() {
            return Err(Unfit::Encrypted);
        }
        if entry.enclosed_name().is_none() || entry.is_symlink() {
            return Err(Unfit::Archive("archive_leads_out"));
        }
        declared = declared.saturating_add(entry.size());
        names.push(entry.name().map_err(|_| broken)?.into_owned());
    }
    let dense = declared > 1024 * 1024 && declared > packed.saturating_mul(MOST_DENSE);
    if declared > MOST_BYTES || dense {
        return Err(Unfit::Archive("archive_too_large"));
    }
    Ok(names)
}

/// How many files the archive's last record tells of, before room is made for any of them.
fn entries(file: &mut File) -> Option<usize> {
    let size = file.seek(SeekFrom::End(0)).ok()?;
    file.seek(SeekFrom::Start(size.saturating_sub(END))).ok()?;
    let mut tail = vec![];
    file.read_to_end(&mut tail).ok()?;
    file.rewind().ok()?;
    let at = tail.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let count = tail.get(at.checked_add(10)?..at.checked_add(12)?)?;
    Some(usize::from(u16::from_le_bytes(count.try_into().ok()?)))
}
