//! Finding the media files of messages in a folder that the person points to.
//!
//! Paths in a database are a stranger's words: no path leaves the folder, links that lead out of it are not followed.
//! Nothing is copied; only where a file lies is noted. Variants of the path: docs/backup-format.md, android media layout.

use std::collections::HashMap;
use std::fs::Metadata;
use std::path::{Component, Path, PathBuf};

use crate::disk::parent_of;

/// The most files looked at when searching by base name.
const MAX_FILES: usize = 2_000_000;
/// Longest stored path that is looked for, bytes (limits.h, `PATH_MAX`), and its most parts: a longer one is no path of
/// a phone, and every part is tried.
const MAX_STORED: usize = 4096;
const MAX_PARTS: usize = 32;
/// The deepest folder looked into.
const MAX_DEPTH: usize = 12;

/// The media folder that belongs to a backup, if it lies where the phone had it: `Media` beside `Databases`.
#[must_use]
pub fn suggested_media(backup: &Path) -> Option<PathBuf> {
    let databases = parent_of(backup);
    let candidates = [databases.join("../Media"), databases.join("Media")];
    candidates
        .iter()
        .find(|folder| folder.is_dir())
        .and_then(|folder| folder.canonicalize().ok())
}

/// A media folder being searched.
pub(crate) struct MediaFolder {
    /// Without links.
    root: PathBuf,
    /// Files by base name, made when first needed.
    names: Option<HashMap<String, Vec<PathBuf>>>,
}

impl MediaFolder {
    pub(crate) fn open(root: &Path) -> std::io::Result<Self> {
        let root = root.canonicalize()?;
        if !root.is_dir() {
            return Err(std::io::ErrorKind::NotADirectory.into());
        }
        Ok(Self { root, names: None })
    }

    /// The folder, without links.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where the file of a message lies, relative to the folder. `stored`: path as the phone had it. `size`: bytes, if known.
    pub(crate) fn find(&mut self, stored: &str, size: Option<u64>) -> Option<String> {
        if stored.len() > MAX_STORED {
            return None;
        }
        let mut parts = plain_parts(stored);
        parts.drain(..parts.len().saturating_sub(MAX_PARTS));
        // The whole path, without `Media/`, without the kind's folder …: whatever part of the tree the person has.
        for from in 0..parts.len() {
            let relative: PathBuf = parts[from..].iter().collect();
            if self.holds(&relative).is_some() {
                return relative.to_str().map(str::to_owned);
            }
        }
        self.find_by_name(parts.last()?, size)
    }

    /// The only file of that name, or the only one that also has the right size.
    fn find_by_name(&mut self, name: &str, size: Option<u64>) -> Option<String> {
        if self.names.is_none() {
            self.names = Some(files_by_name(&self.root));
        }
        let candidates = self.names.as_ref()?.get(name)?;
        let fits = |path: &&PathBuf| {
            let found = self.holds(path);
            found.is_some_and(|found| size.is_none_or(|size| size == 0 || found.len() == size))
        };
        let mut fitting = candidates.iter().filter(fits);
        let only = fitting.next()?;
        match fitting.next() {
            None => only.to_str().map(str::to_owned),
            Some(_) => None,
        }
    }

    /// A regular file at this place, inside the folder when all links are followed.
    fn holds(&self, relative: &Path) -> Option<Metadata> {
        let path = self.root.join(relative);
        let found = path.symlink_metadata().ok()?;
        let real = path.canonicalize().ok()?;
        if !real.starts_with(&self.root) {
            return None;
        }
        let found = if found.is_symlink() {
            real.metadata().ok()?
        } else {
            found
        };
        found.is_file().then_some(found)
    }
}

/// The components of a stored path that are plain names; all of them after the last `..` or root.
fn plain_parts(stored: &str) -> Vec<String> {
    let mut parts = Vec::new();
    // Some phones wrote backslashes; no media name contains one.
    for component in Path::new(&stored.replace('\\', "/")).components() {
        match component {
            Component::Normal(name) => parts.extend(name.to_str().map(str::to_owned)),
            Component::CurDir => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => parts.clear(),
        }
    }
    // An absolute path of the phone: what counts begins at `Media`.
    match parts.iter().rposition(|part| part == "Media") {
        Some(at) => parts.split_off(at),
        None => parts,
    }
}

fn files_by_name(root: &Path) -> HashMap<String, Vec<PathBuf>> {
    let mut names: HashMap<String, Vec<PathBuf>> = HashMap::new();
    let mut folders = vec![(PathBuf::new(), 0)];
    let mut count = 0;
    while let Some((folder, depth)) = folders.pop() {
        let entries = std::fs::read_dir(root.join(&folder))
            .into_iter()
            .flatten()
            .flatten();
        for entry in entries {
            let (Ok(kind), Ok(name)) = (entry.file_type(), entry.file_name().into_string()) else {
                continue;
            };
            count += 1;
            if count > MAX_FILES {
                tracing::warn!("more files than are searched by name");
                return names;
            }
            if kind.is_dir() && depth < MAX_DEPTH {
                folders.push((folder.join(name), depth + 1));
            } else if kind.is_file() {
                names
                    .entry(name.clone())
                    .or_default()
                    .push(folder.join(name));
            }
        }
    }
    names
}

#[cfg(test)]
mod tests;
