//! Where a stored path can lie in the folder that a person has: the variants, likeliest first.
//!
//! A stored path is a stranger's words: only plain names of it are ever used.

use std::path::{Component, Path, PathBuf};

/// Longest stored path that is looked for, bytes (limits.h, `PATH_MAX`), and its most parts: a longer one is no path of
/// a phone, and every part is tried.
const MAX_STORED: usize = 4096;
const MAX_PARTS: usize = 32;

/// Where the app's folder can lie in what somebody copied from a phone.
pub(super) const APP_FOLDERS: [&str; 10] = [
    "",
    "WhatsApp",
    "WhatsApp Business",
    "com.whatsapp/WhatsApp",
    "com.whatsapp.w4b/WhatsApp Business",
    "media/com.whatsapp/WhatsApp",
    "media/com.whatsapp.w4b/WhatsApp Business",
    "Android/media/com.whatsapp/WhatsApp",
    "Android/media/com.whatsapp.w4b/WhatsApp Business",
    "sdcard/WhatsApp",
];

const MEDIA: &str = "Media";
const PERSONAL: &str = "WhatsApp ";
const BUSINESS: &str = "WhatsApp Business ";

/// The plain names of a stored path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StoredPath {
    parts: Vec<String>,
}

impl StoredPath {
    /// `None` where nothing of it can be a file's name.
    pub(super) fn read(stored: &str) -> Option<Self> {
        if stored.len() > MAX_STORED {
            return None;
        }
        let mut parts = plain_parts(stored);
        parts.drain(..parts.len().saturating_sub(MAX_PARTS));
        (!parts.is_empty()).then_some(Self { parts })
    }

    /// The file's own name.
    pub(super) fn name(&self) -> &str {
        self.parts.last().map_or("", String::as_str)
    }

    /// The path from `Media` on, as one word: to be compared with another such path.
    pub(super) fn key(&self) -> String {
        self.parts.join("/")
    }

    /// Every place, under one of the app's folders, where the file can lie; the likeliest first. The whole path, without
    /// `Media/`, without the kind's folder …: whatever part of the tree the person has.
    pub(super) fn places(&self, mime: Option<&str>) -> Vec<PathBuf> {
        let names = name_variants(self.name(), mime);
        let folders = &self.parts[..self.parts.len() - 1];
        let business: Vec<String> = folders.iter().map(|part| other_edition(part)).collect();
        let mut places = Vec::new();
        for name in &names {
            for folders in [folders, &business] {
                for from in 0..=folders.len() {
                    let place: PathBuf = folders[from..].iter().collect();
                    push_new(&mut places, place.join(name));
                }
                if folders.first().is_none_or(|first| first != MEDIA) {
                    let place: PathBuf = folders.iter().collect();
                    push_new(&mut places, Path::new(MEDIA).join(place).join(name));
                }
            }
        }
        places
    }
}

fn push_new(places: &mut Vec<PathBuf>, place: PathBuf) {
    if !places.contains(&place) {
        places.push(place);
    }
}

/// The same folder of the app's other edition: `WhatsApp Images` and `WhatsApp Business Images`.
fn other_edition(part: &str) -> String {
    match (part.strip_prefix(BUSINESS), part.strip_prefix(PERSONAL)) {
        (Some(kind), _) => format!("{PERSONAL}{kind}"),
        (None, Some(kind)) => format!("{BUSINESS}{kind}"),
        _ => part.to_owned(),
    }
}

/// A name as it is stored, and how it can have become on another disk: names that end in a dot, or have no extension,
/// lose the dot or get an extension by what they hold.
pub(super) fn name_variants(name: &str, mime: Option<&str>) -> Vec<String> {
    let mut names = vec![name.to_owned()];
    let bare = name.trim_end_matches('.');
    if bare.is_empty() {
        return names;
    }
    if bare != name {
        names.push(bare.to_owned());
    }
    let has_extension = bare == name && Path::new(name).extension().is_some();
    if let Some(extension) = extension_of(mime).filter(|_| !has_extension) {
        names.push(format!("{bare}.{extension}"));
    }
    names
}

/// The usual extension of a media type.
fn extension_of(mime: Option<&str>) -> Option<&'static str> {
    let mime = mime?.split(';').next()?.trim();
    Some(match mime {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        "image/gif" => "gif",
        "video/mp4" => "mp4",
        "video/3gpp" => "3gp",
        "audio/ogg" => "opus",
        "audio/mpeg" => "mp3",
        "audio/mp4" => "m4a",
        "audio/aac" => "aac",
        "audio/amr" => "amr",
        "application/pdf" => "pdf",
        "application/zip" => "zip",
        "text/plain" => "txt",
        "text/vcard" | "text/x-vcard" => "vcf",
        "application/vnd.android.package-archive" => "apk",
        "application/msword" => "doc",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "docx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "xlsx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => "pptx",
        _ => return None,
    })
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
    match parts.iter().rposition(|part| part == MEDIA) {
        Some(at) => parts.split_off(at),
        None => parts,
    }
}
