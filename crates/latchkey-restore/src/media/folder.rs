//! A media folder being searched by path and by name.

use std::path::{Path, PathBuf};

use latchkey_index::FoundHow;

use super::listing::{FileId, Listing};
use super::opening::{Look, MediaRoot};
use super::stored::{APP_FOLDERS, StoredPath, name_variants};

/// What is looked for: the words of a message.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Wanted<'a> {
    /// Path as the phone had it.
    pub path: Option<&'a str>,
    /// File name shown to people.
    pub name: Option<&'a str>,
    /// Media type.
    pub mime: Option<&'a str>,
    /// Bytes.
    pub size: Option<u64>,
}

impl Wanted<'_> {
    /// Whether a file of this size can be it.
    fn fits(&self, size: u64) -> bool {
        !self.knows_size() || self.size == Some(size)
    }

    fn knows_size(&self) -> bool {
        self.size.is_some_and(|size| size > 0)
    }
}

/// What a search in one folder came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Finding {
    /// A file, relative to the folder.
    Found { place: String, how: FoundHow },
    /// Something is in the file's place that leads outside, is no file, or may not be read.
    Unusable,
    /// Nothing.
    Nothing,
}

/// A media folder.
#[derive(Debug)]
pub(crate) struct MediaFolder {
    root: MediaRoot,
    /// The app's folders in it.
    apps: Vec<&'static str>,
    /// Made when first needed.
    listing: Option<Listing>,
}

impl MediaFolder {
    pub(crate) fn open(root: &Path) -> std::io::Result<Self> {
        MediaRoot::open(root).map(Self::of)
    }

    /// One that the history remembers; see [`MediaRoot::open_again`].
    pub(crate) fn open_again(root: &Path) -> std::io::Result<Self> {
        MediaRoot::open_again(root).map(Self::of)
    }

    fn of(root: MediaRoot) -> Self {
        let is_there = |app: &&&str| app.is_empty() || root.path().join(app).is_dir();
        let apps = APP_FOLDERS.iter().filter(is_there).copied().collect();
        Self {
            root,
            apps,
            listing: None,
        }
    }

    pub(crate) fn root(&self) -> &MediaRoot {
        &self.root
    }

    pub(super) fn listing(&mut self) -> &mut Listing {
        let root = self.root.path();
        self.listing.get_or_insert_with(|| Listing::read(root))
    }

    /// Where the file of a message lies, by path, then by name. Of several files in such places the first of the right size
    /// is taken; where the message knows no size none of them is, and only the content can tell. A file in the right place
    /// whose size is another is given last of all: it may be a cut copy, or another phone's.
    pub(crate) fn find(&mut self, wanted: &Wanted<'_>) -> Finding {
        let stored = wanted.path.and_then(StoredPath::read);
        let (mut other_size, mut unusable) = (None, false);
        let mut sizeless: Vec<String> = Vec::new();
        for place in stored.iter().flat_map(|stored| stored.places(wanted.mime)) {
            for app in &self.apps {
                let place = Path::new(app).join(&place);
                match self.root.look(&place) {
                    Look::File(size) => match place.into_os_string().into_string() {
                        Ok(place) if !wanted.knows_size() => sizeless.push(place),
                        Ok(place) if wanted.fits(size) => {
                            let how = FoundHow::Path;
                            return Finding::Found { place, how };
                        }
                        Ok(place) => other_size = other_size.or(Some(place)),
                        Err(_) => {}
                    },
                    Look::Unusable => unusable = true,
                    Look::Nothing => {}
                }
            }
        }
        if let Some(place) = self.only_file(&sizeless) {
            let how = FoundHow::Path;
            return Finding::Found { place, how };
        }
        if !sizeless.is_empty() {
            return Finding::Nothing;
        }
        if let Some(place) = self.find_by_name(stored.as_ref(), wanted) {
            let how = FoundHow::Name;
            return Finding::Found { place, how };
        }
        match other_size {
            Some(place) => {
                let how = FoundHow::OtherSize;
                Finding::Found { place, how }
            }
            None if unusable => Finding::Unusable,
            None => Finding::Nothing,
        }
    }

    /// The first of these places, if all of them are one file.
    fn only_file(&self, places: &[String]) -> Option<String> {
        let (first, others) = places.split_first()?;
        let real = |place: &String| self.root.path().join(place).canonicalize().ok();
        let same = others.is_empty() || others.iter().all(|place| real(place) == real(first));
        same.then(|| first.clone())
    }

    /// The only file of that name, or the only one that also has the right size; at last in any spelling of it. The name
    /// shown to people says little: it counts with the right size alone.
    fn find_by_name(&mut self, stored: Option<&StoredPath>, wanted: &Wanted<'_>) -> Option<String> {
        let mut names = Vec::new();
        if let Some(stored) = stored {
            names = name_variants(stored.name(), wanted.mime);
        }
        if let Some(shown) = wanted
            .name
            .filter(|_| wanted.size.is_some_and(|size| size > 0))
        {
            names.push(shown.to_owned());
        }
        for name in &names {
            let candidates = self.listing().named(name);
            if let Some(only) = self.only_fitting(&candidates, wanted) {
                return Some(only);
            }
        }
        for name in &names {
            let candidates = self.listing().named_alike(name);
            if let Some(only) = self.only_fitting(&candidates, wanted) {
                return Some(only);
            }
        }
        None
    }

    fn only_fitting(&mut self, candidates: &[FileId], wanted: &Wanted<'_>) -> Option<String> {
        let mut only = None;
        for file in candidates {
            let place = self.listing().place(*file);
            let Look::File(size) = self.root.look(&PathBuf::from(&place)) else {
                continue;
            };
            if wanted.fits(size) && only.replace(place).is_some() {
                return None;
            }
        }
        only
    }
}
