//! The files of a cloud download in a media folder, `<64 digits>.mcrypt1`: which message each belongs to.
//!
//! By the path that its metadata names, else by decrypting and comparing hashes. Nothing decrypted is kept: the index
//! remembers the encrypted file, and whoever looks at it decrypts it then (docs/backup-format.md 11).

use std::collections::HashMap;
use std::io::Read as _;
use std::ops::ControlFlow;
use std::path::Path;

use latchkey_backup::{
    CloudMediaLook, CloudMediaName, RootKey, look_at_cloud_media, read_cloud_metadata,
};
use latchkey_index::MediaRow;

use super::content::WantedContents;
use super::folder::MediaFolder;
use super::opening::Look;
use super::stored::StoredPath;

/// No metadata is longer, in bytes.
const LONGEST_METADATA: u64 = 64 * 1024;
/// Length of a tag, which may end a file or not.
const TAG: u64 = 16;

/// The encrypted files of a folder.
#[derive(Debug, Default)]
pub(super) struct CloudFiles {
    /// By the path that their metadata names, from `Media` on.
    by_path: HashMap<String, CloudFile>,
    /// By what they hold.
    by_content: HashMap<[u8; 32], String>,
}

#[derive(Debug)]
struct CloudFile {
    place: String,
    size: u64,
}

impl CloudFiles {
    /// Looks at every encrypted file of a folder: reads its metadata, and decrypts it where a message waits for a file of
    /// its size.
    pub(super) fn look(
        folder: &mut MediaFolder,
        roots: &[&RootKey],
        wanted: &WantedContents,
        go_on: &mut dyn FnMut() -> ControlFlow<()>,
    ) -> Self {
        let mut files = Self::default();
        if roots.is_empty() {
            return files;
        }
        for file in folder.listing().files() {
            let listing = folder.listing();
            let name = listing.name(file);
            if let Some(media) = CloudMediaName::from_file_name(name) {
                let place = listing.place(file);
                if files
                    .add_content(folder, media, place, roots, wanted, go_on)
                    .is_break()
                {
                    break;
                }
            } else if CloudMediaName::from_metadata_file_name(name).is_some() {
                let place = listing.place(file);
                files.add_metadata(folder, place, roots);
            }
        }
        files
    }

    fn add_metadata(&mut self, folder: &MediaFolder, place: String, roots: &[&RootKey]) {
        let mut text = Vec::new();
        let read = folder
            .root()
            .open_file(Path::new(&place))
            .and_then(|file| file.take(LONGEST_METADATA + 1).read_to_end(&mut text));
        if read.is_err() || text.len() as u64 > LONGEST_METADATA {
            return;
        }
        let words = roots
            .iter()
            .find_map(|root| read_cloud_metadata(&text, root).ok());
        let path = words.and_then(|words| StoredPath::read(&words.name));
        let Some((path, mut place)) = path.zip(Some(place)) else {
            return;
        };
        // `….mcrypt1-metadata` lies beside `….mcrypt1`.
        place.truncate(place.len().saturating_sub("-metadata".len()));
        if let Look::File(size) = folder.root().look(Path::new(&place)) {
            self.by_path.insert(path.key(), CloudFile { place, size });
        }
    }

    fn add_content(
        &mut self,
        folder: &MediaFolder,
        name: CloudMediaName,
        place: String,
        roots: &[&RootKey],
        wanted: &WantedContents,
        go_on: &mut dyn FnMut() -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let Look::File(size) = folder.root().look(Path::new(&place)) else {
            return ControlFlow::Continue(());
        };
        let is_wanted = wanted.has_size(size)
            || size
                .checked_sub(TAG)
                .is_some_and(|plain| wanted.has_size(plain));
        if !is_wanted {
            return ControlFlow::Continue(());
        }
        for root in roots {
            let Ok(mut file) = folder.root().open_file(Path::new(&place)) else {
                return ControlFlow::Continue(());
            };
            let mut stopped = false;
            let look = look_at_cloud_media(&mut file, &name, root, &mut |_| {
                let answer = go_on();
                stopped = answer.is_break();
                answer
            });
            if stopped {
                return ControlFlow::Break(());
            }
            let Ok(look) = look else { continue };
            if let Some(sha256) = hashes(&look).find(|sha256| wanted.has(sha256)) {
                self.by_content.insert(sha256, place);
                return ControlFlow::Continue(());
            }
        }
        ControlFlow::Continue(())
    }

    /// The encrypted file of a message: the one that holds what the message's hash says, else the one whose metadata names
    /// its path and whose size fits.
    pub(super) fn of(&self, row: &MediaRow) -> Option<String> {
        let by_content = row.sha256.and_then(|sha256| self.by_content.get(&sha256));
        if let Some(place) = by_content {
            return Some(place.clone());
        }
        let path = row.path.as_deref().and_then(StoredPath::read)?;
        let file = self.by_path.get(&path.key())?;
        let fits = row
            .size
            .filter(|size| *size > 0)
            .is_none_or(|size| file.size == size || file.size.checked_sub(TAG) == Some(size));
        fits.then(|| file.place.clone())
    }
}

fn hashes(look: &CloudMediaLook) -> impl Iterator<Item = [u8; 32]> {
    look.sha256_before_tag
        .into_iter()
        .chain([look.sha256_whole])
}
