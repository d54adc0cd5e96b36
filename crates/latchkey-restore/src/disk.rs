//! Small truths about the disk: free space, folders that only the owner reads, names that survive a power cut.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// Bytes a person may still write into a folder; `None` where the system does not say.
#[must_use]
pub fn free_space(folder: &Path) -> Option<u64> {
    let state = rustix::fs::statvfs(folder).ok()?;
    Some(state.f_bavail.saturating_mul(state.f_frsize))
}

/// Opens a regular file for reading, and nothing else: a pipe or a device could block for ever and has no size.
pub(crate) fn open_regular(path: &Path) -> io::Result<File> {
    let not_a_file = || io::Error::new(io::ErrorKind::InvalidInput, "not a file");
    if !std::fs::metadata(path)?.is_file() {
        return Err(not_a_file());
    }
    let mut options = File::options();
    options.read(true);
    // If a pipe took the name meanwhile, opening it must not wait for its other end.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, NONBLOCK);
    let file = options.open(path)?;
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(not_a_file())
    }
}

/// open(2): do not wait for the other end of a pipe.
#[cfg(unix)]
const NONBLOCK: i32 = rustix::fs::OFlags::NONBLOCK.bits().cast_signed();

/// open(2): a link in the place of the file is an error. For files of ours, which are never links.
#[cfg(unix)]
pub(crate) const NO_LINK: i32 = rustix::fs::OFlags::NOFOLLOW.bits().cast_signed() | NONBLOCK;

/// Makes a folder (and those above it) that only its owner may enter.
pub(crate) fn create_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes the names in a folder survive a power cut.
///
/// # Errors
/// What the system says.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}

/// Renames a folder without ever replacing a non-empty one.
///
/// # Errors
/// `AlreadyExists` for a name that is taken; else what the system says.
pub fn rename_folder(from: &Path, to: &Path) -> io::Result<()> {
    // An empty folder that the person made for us is not in the way.
    match std::fs::remove_dir(to) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        Err(_) if to.symlink_metadata().is_ok() => return Err(io::ErrorKind::AlreadyExists.into()),
        Err(error) => return Err(error),
    }
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        // File systems without that promise: rename(2) replaces empty folders only, which is nearly as good.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS) => std::fs::rename(from, to)?,
        other => other.map_err(io::Error::from)?,
    }
    sync_folder(parent_of(to))
}

/// The folder something lies in; `.` for a bare name.
pub(crate) fn parent_of(path: &Path) -> &Path {
    path.parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Writes a small file whole or not at all.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::io::Write;
    let folder = parent_of(path);
    let mut beside = tempfile::Builder::new()
        .prefix(".latchkey-")
        .suffix(".unfinished")
        .tempfile_in(folder)?;
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    beside.persist(path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// Bytes of the regular files directly in a folder.
pub(crate) fn size_of(folder: &Path) -> u64 {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return 0;
    };
    let sizes = entries
        .flatten()
        .filter_map(|entry| entry.path().symlink_metadata().ok());
    sizes
        .filter(std::fs::Metadata::is_file)
        .map(|found| found.len())
        .sum()
}

/// What stands between a folder's name and the random end of the folder it is built in.
pub(crate) const UNFINISHED: &str = ".unfinished-";

/// A name beside `dir` for building it: `<dir>.unfinished-<random>`.
pub(crate) fn unfinished_name(dir: &Path) -> io::Result<PathBuf> {
    let mut random = [0; 6];
    getrandom::fill(&mut random).map_err(io::Error::other)?;
    let mut name = dir.file_name().unwrap_or_default().to_owned();
    name.push(UNFINISHED);
    name.push(hex::encode(random));
    Ok(dir.with_file_name(name))
}
