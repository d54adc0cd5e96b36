//! Every file of a folder by name, for names that are not where their path says. Two million names take about 150 MB.
//!
//! Links are not followed, no folder is entered twice, and names that are not UTF-8 are passed over.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizerBorrowed;

use super::opening::holds_files;

/// The most entries looked at.
const MAX_FILES: u32 = 2_000_000;
/// The most bytes of names kept.
const MAX_NAMES: usize = 256 << 20;
/// The deepest folder looked into.
const MAX_DEPTH: usize = 12;

/// A file of a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FileId(u32);

/// The files of a folder.
#[derive(Debug)]
pub(super) struct Listing {
    /// Paths of folders, relative to the root.
    folders: Vec<String>,
    files: Vec<Entry>,
    /// All names, one after the other.
    names: String,
    /// Hashes of names, sorted.
    exact: Vec<(u64, u32)>,
    /// Hashes of folded names, sorted; made when first needed.
    folded: Option<Vec<(u64, u32)>>,
    hasher: RandomState,
    /// There were more files, or longer names, than are looked at.
    cut_short: bool,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    folder: u32,
    start: u32,
    length: u16,
}

impl Listing {
    pub(super) fn read(root: &Path) -> Self {
        Self::read_at_most(root, MAX_FILES, MAX_NAMES)
    }

    fn read_at_most(root: &Path, most_files: u32, most_names: usize) -> Self {
        let mut listing = Self {
            folders: Vec::new(),
            files: Vec::new(),
            names: String::new(),
            exact: Vec::new(),
            folded: None,
            hasher: RandomState::new(),
            cut_short: false,
        };
        listing.walk(root, most_files, most_names);
        if listing.cut_short {
            tracing::warn!("a folder has more files than are looked at");
        }
        let hashes = (0..).zip(&listing.files).map(|(id, entry)| {
            let name = listing.name_of(*entry);
            (listing.hasher.hash_one(name), id)
        });
        let mut exact: Vec<_> = hashes.collect();
        exact.sort_unstable();
        listing.exact = exact;
        listing
    }

    fn walk(&mut self, root: &Path, most_files: u32, most_names: usize) {
        let disk = root.metadata().map_or(0, |found| found.dev());
        let mut open = vec![(String::new(), 0)];
        let (mut count, mut bytes) = (0, 0);
        while let Some((folder, depth)) = open.pop() {
            let path = root.join(&folder);
            // Between listing it and entering it a link may have taken its place; mounted file systems may hold no files.
            let Ok(found) = path.symlink_metadata() else {
                continue;
            };
            if !found.is_dir() || (found.dev() != disk && !holds_files(&path)) {
                continue;
            }
            let Ok(number) = u32::try_from(self.folders.len()) else {
                return;
            };
            let entries = std::fs::read_dir(&path).into_iter().flatten().flatten();
            for entry in entries {
                let (Ok(kind), Ok(name)) = (entry.file_type(), entry.file_name().into_string())
                else {
                    continue;
                };
                count += 1;
                bytes += name.len() + if kind.is_dir() { folder.len() } else { 0 };
                if count > most_files || bytes > most_names {
                    self.cut_short = true;
                    self.folders.push(folder);
                    return;
                }
                if kind.is_dir() && depth < MAX_DEPTH {
                    open.push((join(&folder, &name), depth + 1));
                } else if kind.is_file() {
                    self.push(number, &name);
                }
            }
            self.folders.push(folder);
        }
    }

    fn push(&mut self, folder: u32, name: &str) {
        // The bound on bytes keeps the one, the file system's longest name the other.
        let (Ok(start), Ok(length)) = (self.names.len().try_into(), name.len().try_into()) else {
            return;
        };
        self.names.push_str(name);
        self.files.push(Entry {
            folder,
            start,
            length,
        });
    }

    fn name_of(&self, entry: Entry) -> &str {
        let start = entry.start as usize;
        let name = self.names.get(start..start + usize::from(entry.length));
        name.unwrap_or_default()
    }

    /// Every file.
    pub(super) fn files(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..u32::try_from(self.files.len()).unwrap_or(u32::MAX)).map(FileId)
    }

    /// A file's own name.
    pub(super) fn name(&self, file: FileId) -> &str {
        self.files
            .get(file.0 as usize)
            .map_or("", |entry| self.name_of(*entry))
    }

    /// Where a file lies, relative to the root.
    pub(super) fn place(&self, file: FileId) -> String {
        let entry = self.files.get(file.0 as usize);
        let folder = entry.and_then(|entry| self.folders.get(entry.folder as usize));
        join(folder.map_or("", String::as_str), self.name(file))
    }

    /// The files of exactly this name.
    pub(super) fn named(&self, name: &str) -> Vec<FileId> {
        let same = |file: &FileId| self.name(*file) == name;
        within(&self.exact, self.hasher.hash_one(name))
            .filter(same)
            .collect()
    }

    /// The files of this name in any case and any Unicode normal form.
    pub(super) fn named_alike(&mut self, name: &str) -> Vec<FileId> {
        let folded = self.folded.take().unwrap_or_else(|| {
            let hash =
                |(id, entry): (u32, &Entry)| (self.hasher.hash_one(fold(self.name_of(*entry))), id);
            let mut folded: Vec<_> = (0..).zip(&self.files).map(hash).collect();
            folded.sort_unstable();
            folded
        });
        let wanted = fold(name);
        let same = |file: &FileId| fold(self.name(*file)) == wanted;
        let found = within(&folded, self.hasher.hash_one(&wanted))
            .filter(same)
            .collect();
        self.folded = Some(folded);
        found
    }
}

fn within(sorted: &[(u64, u32)], hash: u64) -> impl Iterator<Item = FileId> + '_ {
    let from = sorted.partition_point(|(other, _)| *other < hash);
    let rest = sorted.get(from..).unwrap_or_default().iter();
    rest.take_while(move |(other, _)| *other == hash)
        .map(|(_, id)| FileId(*id))
}

fn join(folder: &str, name: &str) -> String {
    match folder {
        "" => name.to_owned(),
        _ => format!("{folder}/{name}"),
    }
}

/// One spelling for all that a file system, a phone and a ZIP make of a name (Unicode UAX 15; case folding).
fn fold(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    let folded = CaseMapper::new()
        .fold_string(&nfc.normalize(name))
        .into_owned();
    nfc.normalize(&folded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(names: &[&str]) -> (tempfile::TempDir, Listing) {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, name).unwrap();
        }
        let listing = Listing::read(folder.path());
        (folder, listing)
    }

    #[test]
    fn a_name_is_found_in_any_case_and_normal_form() {
        let decomposed = "Media/Cafe\u{301} Straße.JPG";
        let (_folder, mut listing) = listed(&[decomposed, "Media/other.jpg"]);
        assert!(listing.named("Caf\u{e9} Straße.jpg").is_empty());
        let alike = listing.named_alike("caf\u{e9} STRASSE.jpg");
        assert_eq!(alike.len(), 1);
        assert_eq!(listing.place(alike[0]), decomposed);
        assert_eq!(listing.named("other.jpg").len(), 1);
    }

    #[test]
    fn a_folder_without_an_end_is_cut_short() {
        let names: Vec<String> = (0..50).map(|n| format!("x/{n}.jpg")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let (folder, whole) = listed(&names);
        assert_eq!((whole.files().count(), whole.cut_short), (50, false));
        let few = Listing::read_at_most(folder.path(), 20, MAX_NAMES);
        assert!(few.cut_short && few.files().count() < 20);
        let short = Listing::read_at_most(folder.path(), MAX_FILES, 40);
        assert!(short.cut_short && short.files().count() < 10);
        for file in few.files() {
            assert!(folder.path().join(few.place(file)).is_file());
        }
    }

    #[test]
    fn loops_of_links_and_odd_names_end() {
        let (folder, _) = listed(&["a/b/c.jpg", "a/line\nbreak\u{1b}[2J.jpg"]);
        std::os::unix::fs::symlink(folder.path(), folder.path().join("a/again")).unwrap();
        std::os::unix::fs::symlink("/proc", folder.path().join("proc")).unwrap();
        let listing = Listing::read(folder.path());
        assert_eq!(listing.files().count(), 2);
        assert_eq!(listing.named("line\nbreak\u{1b}[2J.jpg").len(), 1);
    }
}
