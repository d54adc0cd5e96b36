//! Says what a file is without any key: format, which secret opens it, whose it is, whether it is whole.

mod exported_chat;
mod folder;
mod iphone;

pub use folder::{FolderScan, inspect_folder, scan_folder};

use crate::content::{self, SQLITE_MAGIC, ZIP_MAGIC};
use crate::files::{self, OpenFile};
use crate::format::{Checksum, Container, Format, Secret};
use crate::header::{self, HeaderFault, Words};
use crate::key::{self, KeyFileKind};
use crate::purpose::Purpose;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// The longest file that is looked at as a key file, in bytes.
const MAX_KEY_FILE: u64 = 4096;

/// What a file is, as far as it says without a key.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Inspection {
    /// The file, or the folder of an iPhone backup. It need not be UTF-8.
    pub path: PathBuf,
    /// What the bytes are.
    pub format: Format,
    /// How it ends, when that is known.
    pub container: Option<Container>,
    /// What its name says it was written for: a hint.
    pub purpose: Purpose,
    /// Which secret opens it.
    pub secret: Secret,
    /// Whether it is end-to-end encrypted; `None` where the question has no meaning.
    pub end_to_end: Option<bool>,
    /// The version of the app that wrote it.
    pub app_version: Option<String>,
    /// The last digits of the account's phone number, usually two.
    pub phone_suffix: Option<String>,
    /// Size in bytes; of an iPhone backup's folder, 0.
    pub size: u64,
    /// The file's own checksum; `None` until [`crate::checksum()`] was run (it reads the whole file).
    pub checksum: Option<Checksum>,
    /// Whether the file is whole, when that is known.
    pub whole: Option<bool>,
    /// When the file was last written, in milliseconds UTC.
    pub created: Option<i64>,
    /// The migration flags that are set, by their header field numbers (5 to 37, 39).
    pub migrations_finished: Vec<u32>,
    /// The `backup_version` of the header.
    pub backup_version: Option<u64>,
    /// For a header of a version this program does not know: what it says, safe to show. The format is then
    /// [`Format::Unknown`].
    pub unknown_version: Option<String>,
}

/// Why a file or folder could not be inspected.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum InspectError {
    /// There is nothing at this path.
    #[error("not found")]
    NotFound {
        /// The path.
        path: PathBuf,
    },
    /// A folder was given where a file is needed, or the reverse.
    #[error("a folder instead of a file or the reverse")]
    WrongKindOfPath {
        /// The path.
        path: PathBuf,
    },
    /// The person may not read there.
    #[error("no permission to read")]
    Permission {
        /// The path.
        path: PathBuf,
    },
    /// Reading failed.
    #[error("reading failed")]
    Io {
        /// The path.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The caller cancelled.
    #[error("cancelled")]
    Cancelled,
}

impl InspectError {
    pub(crate) fn io(path: &Path, source: io::Error) -> Self {
        let path = path.to_path_buf();
        match source.kind() {
            io::ErrorKind::NotFound => Self::NotFound { path },
            io::ErrorKind::InvalidInput | io::ErrorKind::NotADirectory => {
                Self::WrongKindOfPath { path }
            }
            _ if files::is_permission(&source) => Self::Permission { path },
            _ => Self::Io { path, source },
        }
    }
}

impl Inspection {
    /// Adds the result of [`crate::checksum()`], and what follows from it.
    #[must_use]
    pub fn with_checksum(mut self, checksum: Checksum) -> Self {
        self.checksum = Some(checksum);
        match checksum {
            Checksum::Ok => {
                self.whole = Some(true);
                self.container = Some(Container::SingleFile);
            }
            Checksum::Mismatch => self.whole = Some(false),
            Checksum::Absent => {}
        }
        self
    }

    /// Whether this file is a whole chat backup by what its name and header say, not an increment, the
    /// contacts or something else.
    #[must_use]
    pub fn is_full_backup(&self) -> bool {
        self.format.is_encrypted_backup() && self.purpose.is_full()
    }

    fn new(path: &Path, format: Format, size: u64, created: Option<i64>) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Self {
            path: path.to_path_buf(),
            format,
            container: None,
            purpose: Purpose::from_name(&name),
            secret: Secret::None,
            end_to_end: None,
            app_version: None,
            phone_suffix: None,
            size,
            checksum: None,
            whole: None,
            created,
            migrations_finished: Vec::new(),
            backup_version: None,
            unknown_version: None,
        }
    }

    fn with_words(mut self, words: Words) -> Self {
        self.secret = words.secret;
        self.end_to_end = Some(self.format == Format::Crypt15);
        self.app_version = words.app_version;
        self.phone_suffix = words.phone_suffix;
        self.backup_version = words.backup_version;
        self.migrations_finished = words.migrations_finished;
        if words.checksum_certain {
            self.container = Some(Container::SingleFile);
            // Only the chat database carries migration flags, whatever a person called the file.
            if self.purpose == Purpose::Other && self.format != Format::Crypt12 {
                self.purpose = Purpose::FullDatabase;
            }
        }
        self
    }
}

/// Inspects a file, or the folder of an iPhone backup, by its first and last bytes. Quick, whatever the
/// size; the checksum is a second step ([`crate::checksum()`]).
///
/// Bytes that are nothing known give [`Format::Unknown`], not an error.
///
/// # Errors
/// [`InspectError`] when it cannot be read; [`InspectError::WrongKindOfPath`] for any other folder.
pub fn inspect(path: &Path) -> Result<Inspection, InspectError> {
    inspect_head(path, files::HEAD_BYTES)
}

/// As [`inspect`], reading at most `head` bytes of the start unless they ask for more.
fn inspect_head(path: &Path, head: usize) -> Result<Inspection, InspectError> {
    let metadata = std::fs::metadata(path).map_err(|e| InspectError::io(path, e))?;
    let created = modified_ms(&metadata);
    if metadata.is_dir() {
        let path_given = path.to_path_buf();
        return iphone::recognise(path, created)
            .ok_or(InspectError::WrongKindOfPath { path: path_given });
    }
    let mut opened = files::open_head(path, head).map_err(|e| InspectError::io(path, e))?;
    if head < files::HEAD_BYTES && wants_more(&opened) {
        opened = files::open(path).map_err(|e| InspectError::io(path, e))?;
    }
    let bare = |format| Inspection::new(path, format, opened.size, created);
    let inspection = match header::read(&opened.head, &opened.tail, opened.size) {
        Ok(envelope) => bare(envelope.format).with_words(envelope.words),
        Err(HeaderFault::Damaged { format, words }) => Inspection {
            whole: Some(false),
            ..bare(format).with_words(*words)
        },
        Err(fault) => match recognise_plain(&opened.head, opened.size) {
            Some(Format::Zip) if exported_chat::is_in_zip(&mut opened.file) => {
                bare(Format::ExportedChat)
            }
            Some(format) => bare(format),
            None => unknown(bare(Format::Unknown), fault),
        },
    };
    let damaged_key = inspection.format == Format::KeyFile
        && key::recognise(&opened.head) == Some(KeyFileKind::Damaged);
    Ok(Inspection {
        whole: if damaged_key {
            Some(false)
        } else {
            inspection.whole
        },
        ..inspection
    })
}

fn unknown(bare: Inspection, fault: HeaderFault) -> Inspection {
    let unknown_version = match fault {
        HeaderFault::UnknownVersion { found } => Some(found),
        _ => None,
    };
    Inspection {
        unknown_version,
        ..bare
    }
}

/// Whether a short look may have cut a protobuf header that says it is longer.
fn wants_more(opened: &OpenFile) -> bool {
    let cut = opened.size > opened.head.len() as u64;
    let announced = header::wire::varint(&opened.head).map(|(length, _)| length);
    cut && announced
        .is_ok_and(|length| length > opened.head.len() as u64 - 10 && length <= header::MAX_HEADER)
}

/// Recognises what is not an encrypted backup, by its first bytes (`docs/backup-format.md` 2). `head` is
/// the whole file when it is small.
pub(crate) fn recognise_plain(head: &[u8], size: u64) -> Option<Format> {
    if head.starts_with(SQLITE_MAGIC) {
        return Some(Format::Sqlite);
    }
    if head.starts_with(ZIP_MAGIC) {
        return Some(Format::Zip);
    }
    let look = head.get(..content::FIRST_LOOK).unwrap_or(head);
    if content::has_zlib_header(look) && content::magic(&content::inflate_start(look)).is_some() {
        return Some(Format::Zlib);
    }
    if size <= MAX_KEY_FILE && key::recognise(head).is_some() {
        return Some(Format::KeyFile);
    }
    exported_chat::is_text(head).then_some(Format::ExportedChat)
}

fn modified_ms(metadata: &std::fs::Metadata) -> Option<i64> {
    let modified = metadata.modified().ok()?;
    match modified.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_millis()).ok(),
        Err(before) => i64::try_from(before.duration().as_millis())
            .ok()
            .map(|ms| -ms),
    }
}
