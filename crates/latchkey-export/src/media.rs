//! The files of messages: each once on the shelf `media/`, under the hash of its bytes; or handed to a format that keeps
//! them itself.
//!
//! A file that cannot be had is a reason, never the end of an export. Where rules are followed, no file goes out that was
//! not looked into.

pub(crate) mod cleaning;

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Cursor, Read, Write};
use std::path::Path;

use latchkey_index::{MessageId, MissingReason, WalkedMessage};
use latchkey_proof::FileSum;
use latchkey_redact::FileRule;
use latchkey_restore::{History, MediaFile, MediaTrust, sniff};
use rustix::fs::{Timespec, Timestamps};
use sha2::{Digest, Sha256};

use crate::error::OutputError;
use crate::output::{OWN_FOLDER, Output, SafePath};
use crate::report::FileCounts;

/// Bytes that tell what a file is.
const BEGINNING: usize = 4096;
/// Read at a time.
const BLOCK: usize = 256 << 10;

/// A file on the shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Its path in the export: `media/3f/3f2a….jpg`.
    pub path: String,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// Bytes.
    pub bytes: u64,
    /// What it is, by its own first bytes.
    pub mime: &'static str,
    /// The ending of its name.
    pub ending: &'static str,
    /// It was decrypted, and nothing shows that it is whole.
    pub unverified: bool,
}

impl Placed {
    /// A picture that a page may show.
    #[must_use]
    pub fn is_picture(&self) -> bool {
        matches!(self.ending, "jpg" | "png" | "gif" | "webp")
    }
}

/// Why there is no file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFile {
    /// It could not be had.
    Missing(MissingReason),
    /// A rule leaves it out.
    LeftOut,
}

/// The file of one message, for a format that takes the bytes itself.
pub struct MediaSource<'m> {
    history: &'m History,
    message: MessageId,
    name: &'m str,
    rule: FileRule,
    counts: &'m RefCell<FileCounts>,
}

impl std::fmt::Debug for MediaSource<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MediaSource")
    }
}

impl<'m> MediaSource<'m> {
    pub(crate) fn new(
        history: &'m History,
        message: &'m WalkedMessage,
        rule: FileRule,
        counts: &'m RefCell<FileCounts>,
    ) -> Self {
        let media = message.row.media.as_ref();
        let name = media.and_then(|media| media.name.as_deref().or(media.path.as_deref()));
        Self {
            history,
            message: message.row.id,
            name: name.unwrap_or_default(),
            rule,
            counts,
        }
    }

    /// Opens the file and counts it as written, or as missing: call it once for a message, and write what it gives.
    ///
    /// # Errors
    /// [`NoFile`]: say so in the export.
    pub fn open(&self) -> Result<OpenedMedia, NoFile> {
        let opened = open(self.history, self.message, self.name, self.rule);
        let mut counts = self.counts.borrow_mut();
        match &opened {
            Ok(file) => {
                counts.written += 1;
                counts.bytes += file.bytes;
            }
            Err(NoFile::Missing(reason)) => counts.miss(*reason),
            Err(NoFile::LeftOut) => counts.left_out += 1,
        }
        opened
    }
}

/// A message's file, open for reading from its beginning.
#[derive(Debug)]
pub struct OpenedMedia {
    content: Content,
    /// Bytes in it.
    pub bytes: u64,
    /// What it is, by its own first bytes.
    pub mime: &'static str,
    /// The ending that its name should have.
    pub ending: &'static str,
    /// It was decrypted, and nothing shows that it is whole.
    pub unverified: bool,
}

#[derive(Debug)]
enum Content {
    File(io::Chain<Cursor<Vec<u8>>, MediaFile>),
    Cleaned(Cursor<Vec<u8>>),
}

impl Read for OpenedMedia {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match &mut self.content {
            Content::File(file) => file.read(into),
            Content::Cleaned(bytes) => bytes.read(into),
        }
    }
}

fn open(
    history: &History,
    message: MessageId,
    name: &str,
    rule: FileRule,
) -> Result<OpenedMedia, NoFile> {
    if rule == FileRule::None {
        return Err(NoFile::LeftOut);
    }
    let unreadable = NoFile::Missing(MissingReason::Unreadable);
    let mut file = history.open_media(message).map_err(|_| unreadable)?;
    let bytes = file.len();
    let unverified = file.trust() == MediaTrust::Unverified;
    let mut beginning = Vec::with_capacity(BEGINNING);
    let read = file
        .by_ref()
        .take(BEGINNING as u64)
        .read_to_end(&mut beginning);
    read.map_err(|_| unreadable)?;
    let ending = sniff::file_type(&beginning, name).map_or("bin", |kind| kind.ending);
    let opened = OpenedMedia {
        content: Content::File(Cursor::new(beginning).chain(file)),
        bytes,
        mime: mime(ending),
        ending,
        unverified,
    };
    match rule {
        FileRule::Pictures => cleaned(opened),
        _ => Ok(opened),
    }
}

/// The picture without anything but its pixels; no other file.
fn cleaned(file: OpenedMedia) -> Result<OpenedMedia, NoFile> {
    let picture = cleaning::picture(file).ok_or(NoFile::LeftOut)?;
    Ok(OpenedMedia {
        bytes: picture.bytes.len() as u64,
        content: Content::Cleaned(Cursor::new(picture.bytes)),
        mime: mime(picture.ending),
        ending: picture.ending,
        unverified: false,
    })
}

/// The media type that goes with an ending.
fn mime(ending: &str) -> &'static str {
    match ending {
        "jpg" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "heic" => "image/heic",
        "mp4" => "video/mp4",
        "mov" => "video/quicktime",
        "3gp" => "video/3gpp",
        "webm" => "video/webm",
        "avi" => "video/x-msvideo",
        "ogg" => "audio/ogg",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "aac" => "audio/aac",
        "amr" => "audio/amr",
        "wav" => "audio/wav",
        "flac" => "audio/flac",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "epub" => "application/epub+zip",
        "txt" | "md" => "text/plain",
        "vcf" => "text/vcard",
        _ => "application/octet-stream",
    }
}

/// The files that are on the shelf already.
#[derive(Debug, Default)]
pub(crate) struct MediaShelf {
    /// By the first half of the hash: enough to tell a billion files apart.
    known: HashMap<[u8; 16], u64>,
    next: u64,
}

impl MediaShelf {
    /// The shelf of an export that is resumed: the files that it had then.
    pub(crate) fn of<'f>(files: impl Iterator<Item = &'f FileSum>) -> Self {
        let on_shelf = files.filter(|file| file.path.starts_with("media/"));
        Self {
            known: on_shelf
                .map(|file| (half(&file.sha256), file.bytes))
                .collect(),
            next: 0,
        }
    }

    /// Puts the file of a message on the shelf, unless the same bytes are there.
    pub(crate) fn place(
        &mut self,
        history: &History,
        message: &WalkedMessage,
        rule: FileRule,
        counts: &RefCell<FileCounts>,
        out: &mut Output,
    ) -> Result<Result<Placed, NoFile>, OutputError> {
        let source = MediaSource::new(history, message, rule, counts);
        let mut file = match open(history, source.message, source.name, rule) {
            Ok(file) => file,
            Err(why) => {
                match why {
                    NoFile::Missing(reason) => counts.borrow_mut().miss(reason),
                    NoFile::LeftOut => counts.borrow_mut().left_out += 1,
                }
                return Ok(Err(why));
            }
        };
        let beside = out
            .folder()
            .join(OWN_FOLDER)
            .join(format!("file-{}", self.next));
        self.next += 1;
        let copied = copy(&mut file, &beside).map_err(|error| match error {
            Copying::Reading => None,
            Copying::Writing(source) => Some(out.failed(source)),
        });
        let sum = match copied {
            Ok(sum) => sum,
            Err(why) => {
                let _ = std::fs::remove_file(&beside);
                if let Some(error) = why {
                    return Err(error);
                }
                counts.borrow_mut().miss(MissingReason::Unreadable);
                return Ok(Err(NoFile::Missing(MissingReason::Unreadable)));
            }
        };
        let placed = self.keep(&beside, sum, &file, message, counts, out)?;
        counts.borrow_mut().written += 1;
        Ok(Ok(placed))
    }

    fn keep(
        &mut self,
        beside: &Path,
        (sha256, bytes): ([u8; 32], u64),
        file: &OpenedMedia,
        message: &WalkedMessage,
        counts: &RefCell<FileCounts>,
        out: &mut Output,
    ) -> Result<Placed, OutputError> {
        let digits = hex::encode(sha256);
        let folder = format!("media/{}", digits.get(..2).unwrap_or_default());
        let stem = digits.get(..24).unwrap_or_default();
        let path = SafePath::root().join(&format!("{folder}/{stem}.{}", file.ending));
        if self.known.insert(half(&sha256), bytes).is_some() {
            let _ = std::fs::remove_file(beside);
        } else {
            out.make_folder(&folder)?;
            let place = out.folder().join(path.as_str());
            let kept =
                set_time(beside, message.row.sent_at).and_then(|()| std::fs::rename(beside, place));
            kept.map_err(|source| out.failed(source))?;
            counts.borrow_mut().bytes += bytes;
            out.adopt(FileSum {
                path: path.as_str().to_owned(),
                sha256,
                bytes,
            });
        }
        Ok(Placed {
            path: path.as_str().to_owned(),
            sha256,
            bytes,
            mime: file.mime,
            ending: file.ending,
            unverified: file.unverified,
        })
    }
}

fn half(sha256: &[u8; 32]) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(sha256.split_at(16).0);
    half
}

/// Which side of a copy failed.
enum Copying {
    Reading,
    Writing(io::Error),
}

fn copy(from: &mut OpenedMedia, to: &Path) -> Result<([u8; 32], u64), Copying> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    let mut into = options.open(to).map_err(Copying::Writing)?;
    let (mut hash, mut bytes, mut block) = (Sha256::new(), 0, vec![0; BLOCK]);
    loop {
        let count = match from.read(&mut block) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => return Err(Copying::Reading),
        };
        let read = block.get(..count).unwrap_or_default();
        hash.update(read);
        into.write_all(read).map_err(Copying::Writing)?;
        bytes += count as u64;
    }
    Ok((hash.finalize().into(), bytes))
}

/// Gives a file the date of its message, for file managers; without one it keeps today's.
pub(crate) fn set_time(path: &Path, at: Option<i64>) -> io::Result<()> {
    let Some(at) = at else {
        return Ok(());
    };
    let time = Timespec {
        tv_sec: at.div_euclid(1000),
        tv_nsec: at.rem_euclid(1000) * 1_000_000,
    };
    let times = Timestamps {
        last_access: time,
        last_modification: time,
    };
    // A date that the disk cannot keep is no reason to have no file.
    let _ = rustix::fs::futimens(File::open(path)?, &times);
    Ok(())
}
