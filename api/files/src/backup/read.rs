use std::{
    fs::File,
    io::{BufReader, Read, Write, sink},
    path::Path,
};

use zip::ZipArchive;

use super::{
    MANIFEST, MANIFEST_SEAL, Manifest, hex,
    seal::{Seal, damaged},
};
use crate::Fault;

/// A manifest larger than this is none of ours.
const MANIFEST_LIMIT: u64 = 1 << 30;

/// Reads a backup; nothing of it is believed before [`Reader::check`] went through.
pub struct Reader {
    zip: ZipArchive<BufReader<File>>,
    pub manifest: Manifest,
    text: Vec<u8>,
}

impl Reader {
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let mut zip = ZipArchive::new(BufReader::new(File::open(path)?))?;
        let text = whole(&mut zip, MANIFEST)?;
        let manifest: Manifest = serde_json::from_slice(&text)
            .map_err(|why| damaged(&format!("its manifest cannot be read: {why}")))?;
        if manifest.origin.format != 1 {
            return Err(damaged("a later version of the program made it"));
        }
        Ok(Self { zip, manifest, text })
    }

    /// Holds the manifest against its seal and every entry against the manifest.
    pub fn check(&mut self, key: &[u8]) -> Result<(), Fault> {
        if whole(&mut self.zip, MANIFEST_SEAL)? != Seal::new(key)?.vouch(&self.text)? {
            return Err(damaged("its manifest was changed, or this is not its key"));
        }
        for number in 0..self.manifest.entries.len() {
            self.copy(key, number, &mut sink())?;
        }
        Ok(())
    }

    /// Opens an entry into `to`.
    pub fn copy(&mut self, key: &[u8], number: usize, to: &mut dyn Write) -> Result<(), Fault> {
        let entry = self.manifest.entries.get(number).ok_or_else(|| damaged("no such entry"))?;
        let place = u32::try_from(number).map_err(|_| damaged("too many entries"))?;
        let mut from = self.zip.by_name(&entry.name)?;
        let opened = Seal::new(key)?.open(place, &entry.name, &mut from, to);
        let (size, digest) = opened.map_err(unreadable)?;
        if size != entry.size || hex(&digest) != entry.sha256 {
            return Err(damaged(&format!("{} is not what was put in", entry.name)));
        }
        Ok(())
    }
}

fn whole(zip: &mut ZipArchive<BufReader<File>>, name: &str) -> Result<Vec<u8>, Fault> {
    let mut text = vec![];
    let mut entry = zip.by_name(name)?.take(MANIFEST_LIMIT);
    entry.read_to_end(&mut text).map_err(|why| unreadable(why.into()))?;
    Ok(text)
}

/// The archive's own check sums fail while it is read.
fn unreadable(fault: Fault) -> Fault {
    match fault {
        Fault::Io(why) => damaged(&why.to_string()),
        other => other,
    }
}
