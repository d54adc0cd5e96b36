//! Where nameless storage may lie: memory while the database is small against what is free, else a folder on disk.
//!
//! Nothing here reads the environment except [`PrivatePlace::of_this_computer`].

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// The part of the available memory that a plaintext may take.
const SHARE_OF_MEMORY: u64 = 4;
/// `f_type` of tmpfs and ramfs (statfs(2)).
const MEMORY_BACKED: [u64; 2] = [0x0102_1994, 0x8584_58f6];
/// Bits of a folder's mode (inode(7)): only the owner of an entry may rename or delete it; group or others may write.
const STICKY: u32 = 0o1000;
const OTHERS_WRITE: u32 = 0o022;

/// The folders that private storage may use, and how much memory it may take.
#[derive(Debug, Clone)]
pub struct PrivatePlace {
    disk: PathBuf,
    memory: Option<PathBuf>,
    /// Bytes of memory that one plaintext may take at most.
    allowance: u64,
}

impl PrivatePlace {
    /// Only the given folder on disk.
    #[must_use]
    pub fn disk_only(disk: &Path) -> Self {
        Self {
            disk: disk.to_owned(),
            memory: None,
            allowance: 0,
        }
    }

    /// The first memory-backed folder of `candidates`, for plaintexts under a quarter of `available_memory` bytes;
    /// the folder `disk` for all others. Candidates that do not lie in memory are passed over.
    #[must_use]
    pub fn new(disk: &Path, candidates: &[PathBuf], available_memory: u64) -> Self {
        let memory = candidates.iter().find(|folder| is_memory(folder)).cloned();
        Self {
            disk: disk.to_owned(),
            memory,
            allowance: available_memory / SHARE_OF_MEMORY,
        }
    }

    /// What this computer offers: `$XDG_RUNTIME_DIR`, then `/dev/shm`, and the memory available now.
    #[must_use]
    pub fn of_this_computer(disk: &Path) -> Self {
        let mut candidates: Vec<PathBuf> = std::env::var_os("XDG_RUNTIME_DIR")
            .map(PathBuf::from)
            .into_iter()
            .collect();
        candidates.push(PathBuf::from("/dev/shm"));
        Self::new(disk, &candidates, available_memory().unwrap_or(0))
    }

    /// The folder on disk.
    pub(super) fn disk(&self) -> &Path {
        &self.disk
    }

    /// The memory-backed folder, if `size` bytes may lie there.
    pub(super) fn memory_for(&self, size: u64) -> Option<&Path> {
        let folder = self.memory.as_deref()?;
        (size < self.allowance && free(folder) > size).then_some(folder)
    }

    /// A plaintext in memory may grow to `size` bytes.
    pub(super) fn still_fits(&self, size: u64) -> bool {
        size < self.allowance
    }
}

/// Nobody but us and root can rename what we make in the folder: it is ours alone, or root's and sticky like `/dev/shm`.
fn is_ours_to_use(folder: &Path) -> bool {
    let Ok(found) = folder.metadata() else {
        return false;
    };
    let ours = found.uid() == rustix::process::geteuid().as_raw();
    let alone = found.mode() & OTHERS_WRITE == 0 || found.mode() & STICKY != 0;
    found.is_dir() && alone && (ours || found.uid() == 0)
}

/// The folder exists, lies in memory and can be written to by us.
fn is_memory(folder: &Path) -> bool {
    let Ok(stat) = rustix::fs::statfs(folder) else {
        return false;
    };
    MEMORY_BACKED.contains(&(stat.f_type.cast_unsigned() & 0xffff_ffff))
        && is_ours_to_use(folder)
        && rustix::fs::access(folder, rustix::fs::Access::WRITE_OK).is_ok()
}

/// Bytes free in the folder's file system.
fn free(folder: &Path) -> u64 {
    rustix::fs::statvfs(folder).map_or(0, |stat| stat.f_bavail.saturating_mul(stat.f_frsize))
}

/// `MemAvailable` of proc(5), in bytes.
fn available_memory() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("MemAvailable:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}
