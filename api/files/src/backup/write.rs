use std::{
    fs::{File, OpenOptions},
    io::{BufWriter, Read, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{
    Entry, MANIFEST, MANIFEST_SEAL, Manifest, Origin, hex,
    seal::{Seal, damaged},
};
use crate::Fault;

/// Writes a backup. Under its own name it appears only when it is whole and on disk.
pub struct Writer {
    zip: Option<ZipWriter<BufWriter<File>>>,
    seal: Seal,
    entries: Vec<Entry>,
    part: PathBuf,
    path: PathBuf,
}

impl Writer {
    /// Begins a backup at a path where none is yet; `key` has 32 bytes.
    pub fn begin(path: &Path, key: &[u8]) -> Result<Self, Fault> {
        if path.exists() {
            return Err(damaged(&format!("{} exists", path.display())));
        }
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        let mut options = OpenOptions::new();
        let file = options.write(true).create(true).truncate(true).mode(0o600).open(&part)?;
        let zip = Some(ZipWriter::new(BufWriter::new(file)));
        Ok(Self { zip, seal: Seal::new(key)?, entries: vec![], part, path: path.to_owned() })
    }

    /// Adds an entry, read as it is written.
    pub fn add(&mut self, name: &str, from: &mut dyn Read) -> Result<(), Fault> {
        let Some(zip) = &mut self.zip else { return Err(damaged("it is closed")) };
        let number = u32::try_from(self.entries.len()).map_err(|_| damaged("too many entries"))?;
        zip.start_file(name, plain())?;
        let (size, digest) = self.seal.close(number, name, from, zip)?;
        self.entries.push(Entry { name: name.to_owned(), size, sha256: hex(&digest) });
        Ok(())
    }

    /// Ends the backup; answers its manifest and its size on disk in bytes.
    pub fn finish(mut self, origin: Origin) -> Result<(Manifest, u64), Fault> {
        let manifest = Manifest { origin, entries: std::mem::take(&mut self.entries) };
        let text = serde_json::to_vec_pretty(&manifest).map_err(|why| damaged(&why.to_string()))?;
        let Some(mut zip) = self.zip.take() else { return Err(damaged("it is closed")) };
        zip.start_file(MANIFEST, plain())?;
        zip.write_all(&text)?;
        zip.start_file(MANIFEST_SEAL, plain())?;
        zip.write_all(&self.seal.vouch(&text)?)?;
        let file = zip.finish()?.into_inner().map_err(|why| Fault::from(why.into_error()))?;
        file.sync_all()?;
        let size = file.metadata()?.len();
        std::fs::rename(&self.part, &self.path)?;
        if let Some(folder) = self.path.parent().filter(|one| !one.as_os_str().is_empty()) {
            File::open(folder)?.sync_all()?;
        }
        Ok((manifest, size))
    }
}

impl Drop for Writer {
    /// What broke off leaves nothing.
    fn drop(&mut self) {
        drop(self.zip.take());
        let _ = std::fs::remove_file(&self.part);
    }
}

/// Sealed bytes cannot be packed any tighter; an entry may be larger than 4 GiB.
fn plain() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true)
}
