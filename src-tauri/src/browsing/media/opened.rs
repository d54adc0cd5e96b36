//! Plain copies for other programs, in a folder for the person alone. All of them go at a lock, at the end and at the next
//! start; what another program has kept of them is out of reach.

use std::fs::{self, DirBuilder, File, Permissions};
use std::io::{self, Read};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

/// The folder of the copies.
#[derive(Debug)]
pub struct Opened {
    folder: PathBuf,
}

impl Opened {
    /// In this folder, which need not be there.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Copies a file under a clean name, each copy in a folder of its own.
    ///
    /// # Errors
    /// What the disk says; nothing of the copy is left then.
    pub fn copy(&self, name: &str, from: &mut impl Read) -> io::Result<PathBuf> {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&self.folder)?;
        let own = tempfile::Builder::new()
            .prefix("copy-")
            .permissions(Permissions::from_mode(0o700))
            .tempdir_in(&self.folder)?;
        let path = own.path().join(name);
        let mut file = File::options()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path)?;
        io::copy(from, &mut file)?;
        let _ = own.keep();
        Ok(path)
    }

    /// Removes every copy. One that cannot be removed keeps no other, and is tried once more: another program may have
    /// been writing beside it.
    pub fn remove(&self) {
        if !is_own(&self.folder) {
            return;
        }
        for _ in 0..2 {
            for copy in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
                let _ = remove_copy(&copy.path());
            }
        }
        if let Err(error) = fs::remove_dir(&self.folder) {
            tracing::warn!(name: "opened-copies-left", kind = %error.kind());
        }
    }
}

/// The file first, whatever else another program has put beside it and made of its folder.
fn remove_copy(copy: &Path) -> io::Result<()> {
    if !is_own(copy) {
        return fs::remove_file(copy);
    }
    fs::set_permissions(copy, Permissions::from_mode(0o700))?;
    for beside in fs::read_dir(copy)?.flatten() {
        let _ = fs::remove_file(beside.path());
    }
    fs::remove_dir_all(copy)
}

/// A folder, not a link to somewhere else.
fn is_own(folder: &Path) -> bool {
    folder.symlink_metadata().is_ok_and(|found| found.is_dir())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_for_the_person_alone_and_gone_after_a_lock() {
        let place = tempfile::tempdir().unwrap();
        let opened = Opened::in_folder(place.path().join("state/opened"));
        let one = opened.copy("a.pdf", &mut &b"one"[..]).unwrap();
        let other = opened.copy("a.pdf", &mut &b"other"[..]).unwrap();
        assert_ne!(one, other);
        assert_eq!(fs::read(&other).unwrap(), b"other");
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&one), 0o600);
        assert_eq!(mode(one.parent().unwrap()), 0o700);
        assert_eq!(mode(&place.path().join("state/opened")), 0o700);
        opened.remove();
        assert!(!place.path().join("state/opened").exists());
        opened.remove();
    }

    #[test]
    fn an_obstacle_in_one_copy_keeps_no_copy() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("opened");
        let opened = Opened::in_folder(folder.clone());
        let copies =
            ["a.pdf", "b.pdf", "c.pdf"].map(|name| opened.copy(name, &mut &b"x"[..]).unwrap());
        for copy in &copies {
            // What another program leaves: a folder that lets nobody in, and one that nobody may write.
            let beside = copy.parent().unwrap().join("beside");
            fs::create_dir(&beside).unwrap();
            fs::write(beside.join("lock"), b"x").unwrap();
            fs::set_permissions(&beside, Permissions::from_mode(0o500)).unwrap();
            let own = copy.parent().unwrap();
            fs::set_permissions(own, Permissions::from_mode(0o500)).unwrap();
        }
        opened.remove();
        assert!(copies.iter().all(|copy| !copy.exists()));
        // Only root removes what is in such a folder; nobody else may leave it to the temporary folder either.
        for left in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let beside = left.path().join("beside");
            fs::set_permissions(beside, Permissions::from_mode(0o700)).unwrap();
        }
    }

    #[test]
    fn a_copy_that_breaks_off_leaves_nothing_and_a_link_is_not_followed() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
        }
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("opened");
        let opened = Opened::in_folder(folder.clone());
        assert!(opened.copy("a.pdf", &mut Broken).is_err());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
        fs::remove_dir(&folder).unwrap();
        let elsewhere = place.path().join("elsewhere");
        fs::create_dir(&elsewhere).unwrap();
        fs::write(elsewhere.join("kept"), b"x").unwrap();
        std::os::unix::fs::symlink(&elsewhere, &folder).unwrap();
        opened.remove();
        assert!(elsewhere.join("kept").exists());
    }
}
