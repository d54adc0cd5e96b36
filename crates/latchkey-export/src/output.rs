//! The files of an export while it is being written: named safely, never over anything, hashed on the way.

pub(crate) mod names;
mod writer_thread;

use std::collections::{BTreeMap, HashSet};
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use latchkey_proof::FileSum;
use serde::{Deserialize, Serialize};

pub use names::{Names, SafePath, safe_name};

use self::writer_thread::WriterThread;
use crate::error::OutputError;

/// Bytes of a file that are gathered before they go to the disk.
const BLOCK: usize = 1 << 20;

/// The folder inside an unfinished export that is ours and goes before it is published.
pub(crate) const OWN_FOLDER: &str = ".latchkey-export";

/// A file that is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(u64);

/// The files of an export.
pub struct Output {
    folder: PathBuf,
    writer: WriterThread,
    open: BTreeMap<FileId, OpenFile>,
    next: u64,
    folders: HashSet<String>,
    /// Files that are whole, since the last checkpoint was taken.
    finished: Vec<FileSum>,
    bytes: u64,
}

struct OpenFile {
    path: SafePath,
    block: Vec<u8>,
    length: u64,
}

/// How far a file was at a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct OpenedFile {
    pub(crate) path: String,
    pub(crate) bytes: u64,
}

impl std::fmt::Debug for Output {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Output")
    }
}

impl Output {
    /// Into a folder that is there.
    pub(crate) fn into_folder(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            writer: WriterThread::begin(folder),
            open: BTreeMap::new(),
            next: 0,
            folders: HashSet::new(),
            finished: Vec::new(),
            bytes: 0,
        }
    }

    /// Begins a file, for its owner only; its folders are made.
    ///
    /// # Errors
    /// [`OutputError::NameTaken`] for a name that is there already, whatever its case where the disk knows none.
    pub fn create(&mut self, path: &SafePath) -> Result<FileId, OutputError> {
        let file = self.create_file(path)?;
        self.opened(path, file, 0)
    }

    /// Goes on with a file that was open at the checkpoint that an unfinished export is resumed from.
    ///
    /// # Errors
    /// What the system says; a file that is not there is an error.
    pub fn reopen(&mut self, path: &SafePath) -> Result<FileId, OutputError> {
        let place = self.folder.join(path.as_str());
        let mut options = OpenOptions::new();
        options.read(true).write(true).custom_flags(NO_LINK);
        let file = options.open(place).map_err(|source| self.failed(source))?;
        let length = file.metadata().map_err(|source| self.failed(source))?.len();
        self.opened(path, file, length)
    }

    fn opened(&mut self, path: &SafePath, file: File, length: u64) -> Result<FileId, OutputError> {
        let id = FileId(self.next);
        self.next += 1;
        self.writer.open(id, path.as_str(), file)?;
        let open = OpenFile {
            path: path.clone(),
            block: Vec::new(),
            length,
        };
        self.open.insert(id, open);
        Ok(id)
    }

    /// Adds bytes to a file.
    ///
    /// # Errors
    /// [`OutputError`], also for bytes that were given before.
    pub fn write(&mut self, file: FileId, bytes: &[u8]) -> Result<(), OutputError> {
        let open = self.open.get_mut(&file).ok_or(OutputError::NotOpen)?;
        open.block.extend_from_slice(bytes);
        open.length += bytes.len() as u64;
        self.bytes += bytes.len() as u64;
        match open.block.len() >= BLOCK {
            true => self.writer.write(file, &mut open.block),
            false => Ok(()),
        }
    }

    /// Adds one JSON value to a file, in one line without a line end.
    ///
    /// # Errors
    /// As [`Output::write`].
    pub fn write_json(
        &mut self,
        file: FileId,
        value: &impl Serialize,
    ) -> Result<(), crate::error::FormatError> {
        let open = self.open.get_mut(&file).ok_or(OutputError::NotOpen)?;
        let before = open.block.len();
        serde_json::to_writer(&mut open.block, value)?;
        let added = (open.block.len() - before) as u64;
        open.length += added;
        self.bytes += added;
        if open.block.len() >= BLOCK {
            self.writer.write(file, &mut open.block)?;
        }
        Ok(())
    }

    /// Bytes that a file has so far.
    #[must_use]
    pub fn length(&self, file: FileId) -> u64 {
        self.open.get(&file).map_or(0, |open| open.length)
    }

    /// The file is whole.
    ///
    /// # Errors
    /// As [`Output::write`].
    pub fn close(&mut self, file: FileId) -> Result<(), OutputError> {
        let mut open = self.open.remove(&file).ok_or(OutputError::NotOpen)?;
        if !open.block.is_empty() {
            self.writer.write(file, &mut open.block)?;
        }
        self.writer.close(file)
    }

    /// A whole file at once.
    ///
    /// # Errors
    /// As [`Output::create`].
    pub fn put(&mut self, path: &SafePath, bytes: &[u8]) -> Result<(), OutputError> {
        let file = self.create(path)?;
        self.write(file, bytes)?;
        self.close(file)
    }

    /// A file that is written here and there: an archive, a table in columns. It is not in an export that is resumed unless
    /// it was closed before the checkpoint.
    ///
    /// # Errors
    /// As [`Output::create`].
    pub fn seekable(&mut self, path: &SafePath) -> Result<SeekableFile, OutputError> {
        Ok(SeekableFile {
            file: self.create_file(path)?,
            path: path.clone(),
        })
    }

    /// The file is whole; it is read once more for its sum.
    ///
    /// # Errors
    /// As [`Output::write`].
    pub fn close_seekable(&mut self, file: SeekableFile) -> Result<(), OutputError> {
        let length = file.file.metadata().map(|found| found.len());
        self.bytes += length.map_err(|source| self.failed(source))?;
        self.writer.hash(file.path.as_str(), file.file)
    }

    /// A file without a name, on the same disk, for what a format cannot keep in memory. It is gone when it is dropped.
    ///
    /// # Errors
    /// What the system says.
    pub fn scratch(&mut self) -> Result<File, OutputError> {
        let own = self.folder.join(OWN_FOLDER);
        tempfile::tempfile_in(own).map_err(|source| self.failed(source))
    }

    /// Bytes given so far.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The export's folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// A file that somebody else has written whole, such as one that a message carries.
    pub(crate) fn adopt(&mut self, sum: FileSum) {
        self.bytes += sum.bytes;
        self.finished.push(sum);
    }

    /// Everything that was given is on the disk: the files that became whole since the last time, and how far the others are.
    pub(crate) fn settle(&mut self) -> Result<(Vec<FileSum>, Vec<OpenedFile>), OutputError> {
        for (id, open) in &mut self.open {
            if !open.block.is_empty() {
                self.writer.write(*id, &mut open.block)?;
            }
        }
        self.finished.extend(self.writer.settle()?);
        let folder = File::open(&self.folder).map_err(|source| self.failed(source))?;
        rustix::fs::syncfs(&folder).map_err(|error| self.failed(error.into()))?;
        let opened = self.open.values().map(|open| OpenedFile {
            path: open.path.as_str().to_owned(),
            bytes: open.length,
        });
        Ok((std::mem::take(&mut self.finished), opened.collect()))
    }

    /// Makes a new file, read and written by its owner only.
    pub(crate) fn create_file(&mut self, path: &SafePath) -> Result<File, OutputError> {
        if let Some((folder, _)) = path.as_str().rsplit_once('/') {
            self.make_folder(folder)?;
        }
        let mut options = OpenOptions::new();
        options
            .read(true)
            .write(true)
            .create_new(true)
            .mode(0o600)
            .custom_flags(NO_LINK);
        let file = options.open(self.folder.join(path.as_str()));
        file.map_err(|source| self.failed(source))
    }

    pub(crate) fn make_folder(&mut self, folder: &str) -> Result<(), OutputError> {
        if self.folders.contains(folder) {
            return Ok(());
        }
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true).mode(0o700);
        let made = builder.create(self.folder.join(folder));
        made.map_err(|source| self.failed(source))?;
        self.folders.insert(folder.to_owned());
        Ok(())
    }

    pub(crate) fn failed(&self, source: io::Error) -> OutputError {
        let path = self.folder.clone();
        match source.kind() {
            io::ErrorKind::AlreadyExists => OutputError::NameTaken,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                OutputError::NoSpace { path }
            }
            _ => OutputError::Io { path, source },
        }
    }
}

/// open(2): a link in the place of a file of ours is an error.
const NO_LINK: i32 = rustix::fs::OFlags::NOFOLLOW.bits().cast_signed();

/// A file that is written here and there; see [`Output::seekable`].
#[derive(Debug)]
pub struct SeekableFile {
    file: File,
    path: SafePath,
}

impl SeekableFile {
    /// Its path in the export.
    #[must_use]
    pub fn path(&self) -> &SafePath {
        &self.path
    }
}

impl Write for SeekableFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Read for SeekableFile {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.file.read(into)
    }
}

impl Seek for SeekableFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output() -> (tempfile::TempDir, Output) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join(OWN_FOLDER)).unwrap();
        let output = Output::into_folder(folder.path());
        (folder, output)
    }

    #[test]
    fn a_file_is_hashed_as_it_is_written_and_nothing_is_overwritten() {
        let (folder, mut out) = output();
        let path = SafePath::fixed("a/b.txt");
        let file = out.create(&path).unwrap();
        out.write(file, &[b'x'; 3 << 20]).unwrap();
        assert_eq!(out.length(file), 3 << 20);
        assert!(matches!(out.create(&path), Err(OutputError::NameTaken)));
        out.close(file).unwrap();
        assert!(matches!(out.write(file, b"y"), Err(OutputError::NotOpen)));
        let (finished, open) = out.settle().unwrap();
        assert_eq!((finished.len(), open.len()), (1, 0));
        let written = std::fs::read(folder.path().join("a/b.txt")).unwrap();
        assert_eq!(finished[0], FileSum::of("a/b.txt", &written));
    }

    #[test]
    fn a_file_goes_on_where_it_was_and_its_sum_is_of_all_of_it() {
        let (folder, mut out) = output();
        let path = SafePath::fixed("a.txt");
        let file = out.create(&path).unwrap();
        out.write(file, b"one").unwrap();
        let (_, open) = out.settle().unwrap();
        assert_eq!((open[0].path.as_str(), open[0].bytes), ("a.txt", 3));
        drop(out);
        let mut out = Output::into_folder(folder.path());
        let file = out.reopen(&path).unwrap();
        out.write(file, b"two").unwrap();
        out.close(file).unwrap();
        assert_eq!(out.settle().unwrap().0, [FileSum::of("a.txt", b"onetwo")]);
    }

    #[test]
    fn an_archive_is_written_here_and_there() {
        let (_folder, mut out) = output();
        let mut file = out.seekable(&SafePath::fixed("a.zip")).unwrap();
        file.write_all(b"....two").unwrap();
        file.rewind().unwrap();
        file.write_all(b"one ").unwrap();
        out.close_seekable(file).unwrap();
        assert_eq!(out.settle().unwrap().0, [FileSum::of("a.zip", b"one two")]);
        assert_eq!(out.bytes(), 7);
    }
}
