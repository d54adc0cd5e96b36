//! Opening and measuring the person's files, with the errors sorted into the situations they are in.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// The most bytes read to recognise a file and its header: the longest header length prefix plus the
/// longest header (`docs/backup-format.md` 3.1).
pub(crate) const HEAD_BYTES: usize = 10 + 64 * 1024;

/// The most bytes of a file's end that the formats give a meaning (`docs/backup-format.md` 5).
pub(crate) const TAIL_BYTES: usize = 36;

/// A file that was opened for reading, its size, and its first and last bytes.
pub(crate) struct OpenFile {
    pub(crate) file: File,
    pub(crate) size: u64,
    pub(crate) head: Vec<u8>,
    pub(crate) tail: Vec<u8>,
}

/// Opens a file and reads what is needed to recognise it. The position afterwards is unspecified.
pub(crate) fn open(path: &Path) -> io::Result<OpenFile> {
    open_head(path, HEAD_BYTES)
}

/// As [`open`], reading at most `head` bytes of the start: for looking over many files.
pub(crate) fn open_head(path: &Path, head: usize) -> io::Result<OpenFile> {
    let mut file = open_regular(path)?;
    let size = file.metadata()?.len();
    let head = read_up_to(&mut file, head)?;
    let tail_size = size.min(TAIL_BYTES as u64);
    file.seek(SeekFrom::Start(size - tail_size))?;
    let tail = read_up_to(&mut file, TAIL_BYTES)?;
    Ok(OpenFile {
        file,
        size,
        head,
        tail,
    })
}

/// Opens a regular file for reading, and nothing else: a pipe or a device could block for ever and has no size.
pub(crate) fn open_regular(path: &Path) -> io::Result<File> {
    let not_a_file = || io::Error::new(io::ErrorKind::InvalidInput, "not a file");
    // Opening a device can already act on it.
    if !std::fs::metadata(path)?.is_file() {
        return Err(not_a_file());
    }
    let mut options = File::options();
    options.read(true);
    // If a pipe took the name meanwhile, opening it must not wait for its other end.
    #[cfg(target_os = "linux")]
    std::os::unix::fs::OpenOptionsExt::custom_flags(
        &mut options,
        rustix::fs::OFlags::NONBLOCK.bits().cast_signed(),
    );
    let file = options.open(path)?;
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(not_a_file())
    }
}

/// Reads until `limit` bytes or the end, whichever comes first.
pub(crate) fn read_up_to(file: &mut impl Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(limit.min(HEAD_BYTES));
    file.take(limit as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether an error means that the person may not read or write there.
pub(crate) fn is_permission(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
    )
}

/// Whether an error means that the disk is full.
pub(crate) fn is_no_space(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge
    )
}
