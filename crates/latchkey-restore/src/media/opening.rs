//! Opening what lies in a media folder, and nothing that lies outside of it.
//!
//! Between finding a file and showing it anything can have changed: so it is opened part by part from the folder down,
//! no link is followed on the way, and what counts is what was opened.

use std::fs::File;
use std::io;
use std::path::{Component, Path, PathBuf};

use rustix::fs::{Access, AtFlags, FileType, Mode, OFlags};

/// `f_type` of file systems that hold no person's files: proc and sysfs (statfs(2)).
const NO_FILES: [u64; 2] = [0x9fa0, 0x6265_6572];

/// What lies at a place of a media folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// A regular file that can be read, of this many bytes.
    File(u64),
    /// Something that leads outside, is no regular file, or may not be read.
    Unusable,
    /// Nothing.
    Nothing,
}

/// A media folder, without links in its path.
#[derive(Debug, Clone)]
pub(crate) struct MediaRoot(PathBuf);

impl MediaRoot {
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let path = path.canonicalize()?;
        if !path.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        if !holds_files(&path) {
            return Err(io::ErrorKind::Unsupported.into());
        }
        Ok(Self(path))
    }

    /// A folder that was opened before, under the path that it had then. One that has become a link, or lies behind one,
    /// leads to a folder that nobody has pointed to.
    pub(crate) fn open_again(path: &Path) -> io::Result<Self> {
        let root = Self::open(path)?;
        match root.0 == path {
            true => Ok(root),
            false => Err(io::ErrorKind::InvalidInput.into()),
        }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// What lies at a place, which must consist of plain names.
    pub(crate) fn look(&self, place: &Path) -> Look {
        let path = self.0.join(place);
        match path.symlink_metadata() {
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                return Look::Unusable;
            }
            Err(_) => return Look::Nothing,
        }
        let inside = path.canonicalize().ok();
        let inside = inside.filter(|path| path.starts_with(&self.0));
        let found = inside.as_ref().and_then(|path| path.metadata().ok());
        match found {
            Some(found)
                if found.is_file() && rustix::fs::access(&path, Access::READ_OK).is_ok() =>
            {
                Look::File(found.len())
            }
            _ => Look::Unusable,
        }
    }

    /// Opens a file for reading.
    pub(crate) fn open_file(&self, place: &Path) -> io::Result<File> {
        open_inside(&self.0, place)
    }
}

/// Whether a person's files can lie on the file system of this folder.
pub(crate) fn holds_files(folder: &Path) -> bool {
    rustix::fs::statfs(folder)
        .is_ok_and(|found| !NO_FILES.contains(&(found.f_type.cast_unsigned() & 0xffff_ffff)))
}

/// Opens a regular file of a media folder for reading, wherever links inside the folder lead and whoever changes the
/// folder meanwhile; never anything outside of it. `place` is relative to `root`, of plain names only.
///
/// # Errors
/// `InvalidInput` for a place that is none, leads outside or is no regular file; else what the system says.
pub fn open_media(root: &Path, place: &Path) -> io::Result<File> {
    open_inside(&root.canonicalize()?, place)
}

/// As [`open_media`], in a folder whose path has no links; one that has become a link meanwhile is not followed.
fn open_inside(root: &Path, place: &Path) -> io::Result<File> {
    let refused = || io::Error::new(io::ErrorKind::InvalidInput, "not a file of this folder");
    let plain = |part: Component<'_>| matches!(part, Component::Normal(_));
    if place.as_os_str().is_empty() || !place.components().all(plain) {
        return Err(refused());
    }
    let real = root.join(place).canonicalize()?;
    // Without links, so that every part of it may be opened without following one.
    let inside = real.strip_prefix(root).map_err(|_| refused())?;
    let name = inside.file_name().ok_or_else(refused)?;
    let folder_flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let mut folder = rustix::fs::open(root, folder_flags, Mode::empty())?;
    for part in inside.parent().into_iter().flat_map(Path::components) {
        let Component::Normal(part) = part else {
            return Err(refused());
        };
        folder = rustix::fs::openat(&folder, part, folder_flags, Mode::empty())?;
    }
    // Opening a device can already act on it.
    let found = rustix::fs::statat(&folder, name, AtFlags::SYMLINK_NOFOLLOW)?;
    if FileType::from_raw_mode(found.st_mode) != FileType::RegularFile {
        return Err(refused());
    }
    // If a pipe took the name meanwhile, opening it must not wait for its other end.
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = File::from(rustix::fs::openat(&folder, name, flags, Mode::empty())?);
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(refused()),
    }
}
