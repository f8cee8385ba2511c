//! Which files are taken: by their ending and by what they hold, both.

use std::{
    fs::File,
    io::{BufReader, Read},
    path::Path,
};

use crate::archive;

/// A kind of file that is taken.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    pub extension: &'static str,
    pub media_type: &'static str,
    content: Content,
}

/// How the content is recognised.
#[derive(Debug, PartialEq, Eq)]
enum Content {
    /// By its first bytes, under any of these names.
    Magic(&'static [&'static str]),
    /// An Office document of today: an archive with this part.
    Office(&'static str),
    /// An Office document of yesterday, without macros.
    Compound,
    Archive,
    Text,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// The ending is not on the list.
    Extension,
    /// The content is something else than the ending says.
    Content,
    Empty,
    Macros,
    Encrypted,
    /// An archive that is broken, too large, too dense, or that leads out of its folder.
    Archive(&'static str),
    Unreadable,
}

const fn kind(extension: &'static str, media_type: &'static str, content: Content) -> Kind {
    Kind { extension, media_type, content }
}

const MPEG4: &[&str] = &["video/mp4", "video/x-m4v", "audio/m4a", "video/quicktime"];

/// Pages and pictures that could run something (svg, html) and programs are not on the list.
static KINDS: [Kind; 20] = [
    kind(
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Content::Office("word/document.xml"),
    ),
    kind(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Content::Office("xl/workbook.xml"),
    ),
    kind(
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        Content::Office("ppt/presentation.xml"),
    ),
    kind("doc", "application/msword", Content::Compound),
    kind("xls", "application/vnd.ms-excel", Content::Compound),
    kind("ppt", "application/vnd.ms-powerpoint", Content::Compound),
    kind("wps", "application/vnd.ms-works", Content::Compound),
    kind("pdf", "application/pdf", Content::Magic(&["application/pdf"])),
    kind("jpg", "image/jpeg", Content::Magic(&["image/jpeg"])),
    kind("jpeg", "image/jpeg", Content::Magic(&["image/jpeg"])),
    kind("png", "image/png", Content::Magic(&["image/png"])),
    kind("webp", "image/webp", Content::Magic(&["image/webp"])),
    kind("gif", "image/gif", Content::Magic(&["image/gif"])),
    kind("mp4", "video/mp4", Content::Magic(MPEG4)),
    kind("mov", "video/quicktime", Content::Magic(MPEG4)),
    kind("mp3", "audio/mpeg", Content::Magic(&["audio/mpeg"])),
    kind("m4a", "audio/mp4", Content::Magic(MPEG4)),
    kind("wav", "audio/wav", Content::Magic(&["audio/x-wav", "audio/wav"])),
    kind("txt", "text/plain; charset=utf-8", Content::Text),
    kind("zip", "application/zip", Content::Archive),
];

/// The ending of a file's name, in lower case.
#[must_use]
pub fn extension(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((_, end)) => end.to_ascii_lowercase(),
        None => String::new(),
    }
}

impl Kind {
    /// The kind that a name promises.
    pub fn of_name(name: &str) -> Result<&'static Self, Unfit> {
        let wanted = extension(name);
        KINDS.iter().find(|kind| kind.extension == wanted).ok_or(Unfit::Extension)
    }

    /// The endings that are taken, for whoever chose another one.
    #[must_use]
    pub fn extensions() -> String {
        KINDS.iter().map(|kind| kind.extension).collect::<Vec<_>>().join(", ")
    }
}

pub(crate) fn judge(path: &Path, name: &str) -> Result<&'static Kind, Unfit> {
    let kind = Kind::of_name(name)?;
    let file = || File::open(path).map_err(|_| Unfit::Unreadable);
    let mut head = vec![];
    file()?.take(8 * 1024).read_to_end(&mut head).map_err(|_| Unfit::Unreadable)?;
    if head.is_empty() {
        return Err(Unfit::Empty);
    }
    let found = infer::get(&head).map(|found| found.mime_type());
    let right = match &kind.content {
        Content::Magic(names) => found.is_some_and(|found| names.contains(&found)),
        Content::Office(part) if head.starts_with(b"PK\x03\x04") => {
            archive::office(file()?, part)?;
            true
        }
        // An encrypted document of today hides in a compound file.
        Content::Office(_) if head.starts_with(COMPOUND) => return Err(Unfit::Encrypted),
        Content::Compound if head.starts_with(COMPOUND) => {
            if holds(file()?, &utf16("_VBA_PROJECT")) {
                return Err(Unfit::Macros);
            }
            true
        }
        Content::Archive if head.starts_with(b"PK\x03\x04") => {
            archive::plain(file()?)?;
            true
        }
        Content::Text => found.is_none() && !head.contains(&0),
        _ => false,
    };
    if right { Ok(kind) } else { Err(Unfit::Content) }
}

const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Whether a file holds these bytes anywhere; what cannot be read is taken for a yes.
fn holds(file: File, wanted: &[u8]) -> bool {
    let mut reader = BufReader::new(file);
    let mut seen: Vec<u8> = vec![];
    loop {
        let mut part = Vec::with_capacity(64 * 1024);
        match (&mut reader).take(64 * 1024).read_to_end(&mut part) {
            Ok(0) => return false,
            Err(_) => return true,
            Ok(_) => {}
        }
        seen.extend_from_slice(&part);
        if seen.windows(wanted.len()).any(|window| window == wanted) {
            return true;
        }
        let keep = seen.len().saturating_sub(wanted.len());
        seen.drain(..keep);
    }
}
