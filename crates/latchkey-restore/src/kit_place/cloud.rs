//! Folders that are copied to a cloud, by the names and marks that their programs give them.

use std::path::Path;

/// A provider, and how its folders are called: compared without case, alone or followed by something that is no letter
/// (`OneDrive - Contoso`, `Dropbox (Work)`, `GoogleDrive-name@example.org`, `Nextcloud2`).
const NAMES: &[(&str, &[&str])] = &[
    ("Dropbox", &["dropbox"]),
    ("OneDrive", &["onedrive", "skydrive"]),
    (
        "Google Drive",
        &[
            "google drive",
            "googledrive",
            "google-drive",
            "my drive",
            "insync",
            "drivefs",
        ],
    ),
    ("Nextcloud", &["nextcloud"]),
    ("ownCloud", &["owncloud"]),
    (
        "iCloud",
        &[
            "icloud",
            "iclouddrive",
            "icloud drive",
            "mobile documents",
            "cloudstorage",
        ],
    ),
    (
        "pCloud",
        &["pcloud", "pclouddrive", "pcloud drive", "pcloudsync"],
    ),
    ("MEGA", &["mega", "megasync", "mega uploads"]),
    ("Box", &["box sync", "box-box"]),
    ("Syncthing", &["syncthing"]),
    ("Resilio Sync", &["resilio sync", "resiliosync", "btsync"]),
    ("Seafile", &["seafile", "seadrive"]),
    (
        "Proton Drive",
        &["proton drive", "protondrive", "proton-drive"],
    ),
    ("Tresorit", &["tresorit", "tresors"]),
    ("SpiderOak", &["spideroak"]),
    ("Yandex Disk", &["yandex.disk", "yandexdisk", "yandex disk"]),
    ("Sync.com", &["sync.com"]),
    ("kDrive", &["kdrive"]),
    ("HiDrive", &["hidrive"]),
    ("MagentaCLOUD", &["magentacloud"]),
    ("Jottacloud", &["jottacloud"]),
    ("Koofr", &["koofr"]),
    ("Filen", &["filen"]),
    ("Internxt", &["internxt"]),
    ("IDrive", &["idrive"]),
    ("Amazon Drive", &["amazon drive", "amazondrive"]),
    ("Cozy", &["cozy drive", "cozydrive", "twake drive"]),
];

/// Names so short or ordinary that only they alone tell.
const WHOLE_NAMES: &[(&str, &str)] = &[("Box", "box"), ("Sync.com", "sync")];

/// Files and folders that a program puts into the folder it copies, and nowhere else: `.dropbox` and `.sync` also hold
/// settings, in the person's home.
const MARKS: &[(&str, &[&str])] = &[
    ("Dropbox", &[".dropbox.cache"]),
    ("OneDrive", &[".849c9593-d756-4e56-8d6e-42412f2a707b"]),
    ("Google Drive", &[".tmp.drivedownload", ".tmp.driveupload"]),
    ("Nextcloud", &[".nextcloudsync.log", ".owncloudsync.log"]),
    ("Syncthing", &[".stfolder"]),
    ("Seafile", &[".seafile-data"]),
    ("MEGA", &[".megaignore", ".debris"]),
];

/// Beginnings of the marks whose names go on at random.
const MARK_BEGINNINGS: &[(&str, &str)] = &[("Nextcloud", "._sync_"), ("Nextcloud", ".sync_")];

/// Whose program copies `place`, a file or folder, or a folder it lies in.
pub(super) fn provider_of(place: &Path) -> Option<&'static str> {
    let named = place
        .iter()
        .find_map(|part| by_name(&part.to_string_lossy().to_lowercase()));
    named.or_else(|| place.ancestors().skip(1).find_map(by_mark))
}

fn by_name(part: &str) -> Option<&'static str> {
    let is = |name: &str| {
        part.strip_prefix(name)
            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    };
    let known = NAMES
        .iter()
        .find(|(_, names)| names.iter().any(|name| is(name)));
    let whole = || WHOLE_NAMES.iter().find(|(_, name)| *name == part);
    known
        .map(|(provider, _)| *provider)
        .or_else(|| whole().map(|(provider, _)| *provider))
}

fn by_mark(folder: &Path) -> Option<&'static str> {
    let marked = |mark: &&str| folder.join(mark).symlink_metadata().is_ok();
    let known = MARKS.iter().find(|(_, marks)| marks.iter().any(marked));
    known
        .map(|(provider, _)| *provider)
        .or_else(|| by_beginning(folder))
}

/// Only where a folder of a sync client can be: reading every folder up to the root would be slow and tell little.
fn by_beginning(folder: &Path) -> Option<&'static str> {
    let entries = std::fs::read_dir(folder).ok()?;
    entries.flatten().take(MAX_ENTRIES).find_map(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let mut known = MARK_BEGINNINGS.iter();
        let found = known.find(|(_, beginning)| name.starts_with(beginning) && is_journal(&name));
        found.map(|(provider, _)| *provider)
    })
}

/// The sync journal of Nextcloud and ownCloud: `.sync_<random>.db`, `._sync_<random>.db`.
fn is_journal(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("db"))
}

/// Entries of a folder that are looked at.
const MAX_ENTRIES: usize = 10_000;
