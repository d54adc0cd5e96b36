//! Made-up backups of a few messages, kits, and folders to restore into.

use std::fs::File;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use latchkey_backup::write::{Recipe, encrypt15};
use latchkey_backup::{BackupKey, Limits};
use latchkey_demo::SchemaState;
use latchkey_demo::source::{PhoneSource, chat, group, phone};
use latchkey_keyring::{RecoveryKit, Timestamp};
use latchkey_messages::PrivatePlace;
use latchkey_restore::{
    DataFolder, History, RestoreError, RestoreProgress, RestoreReport, RestoreRequest, Target,
    restore,
};

/// The obviously fake root key of most backups here.
pub const ROOT: [u8; 32] = [0x42; 32];
/// A word that must stand in no file.
pub const CANARY: &str = "canarybird";

pub fn now() -> Timestamp {
    "2026-11-22T10:00:00Z".parse().unwrap()
}

/// A phone with a chat and a group.
pub fn small_phone() -> PhoneSource {
    phone()
        .with(chat("Ana").sent("hi").received(CANARY).starred())
        .with(
            group("Family")
                .from("Ana", "dinner?")
                .from("Ben", "yes")
                .reacted("Ana", "👍"),
        )
}

/// As [`small_phone`], some days later.
pub fn grown_phone() -> PhoneSource {
    small_phone().with(chat("Carl").received("new here").sent("and later"))
}

/// Someone else's phone.
pub fn strangers_phone() -> PhoneSource {
    phone().with(
        chat("Zoe")
            .sent("never seen")
            .keyed("Z1")
            .received("before")
            .keyed("Z2"),
    )
}

/// Everything a test needs on disk; deleted at the end.
pub struct Desk {
    pub root: tempfile::TempDir,
    pub kit: RecoveryKit,
    pub folder: DataFolder,
}

impl Desk {
    pub fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let folder = DataFolder::at(&root.path().join("data")).unwrap();
        Self {
            root,
            kit: RecoveryKit::generate(),
            folder,
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// The usual place of this desk's history.
    pub fn dir(&self) -> PathBuf {
        self.folder.path().join("histories").join("h1")
    }

    /// Writes a backup of `phone` named `name`.
    pub fn backup(
        &self,
        name: &str,
        phone: &PhoneSource,
        root: &[u8; 32],
        suffix: &str,
    ) -> PathBuf {
        let plain = self.path("plain.db");
        phone.write(&plain, SchemaState::Modern).unwrap();
        let path = self.encrypt(name, &plain, root, suffix);
        std::fs::remove_file(&plain).unwrap();
        path
    }

    /// Encrypts any file as a backup.
    pub fn encrypt(&self, name: &str, plain: &Path, root: &[u8; 32], suffix: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let mut recipe = Recipe::new([7; 16]);
        recipe.header.phone_suffix = Some(suffix.to_owned());
        encrypt15(
            root,
            &recipe,
            File::open(plain).unwrap(),
            File::create(&path).unwrap(),
        )
        .unwrap();
        path
    }

    pub fn new_target(&self) -> Target {
        Target::New {
            dir: self.dir(),
            recipients: vec![self.kit.recipient()],
        }
    }

    pub fn history(&self) -> History {
        History::open(
            &self.dir(),
            &self.kit.identity(),
            &self.folder.seen(),
            now(),
        )
        .unwrap()
    }

    /// Restores with [`ROOT`] and no wishes.
    pub fn restore(&self, backup: &Path, target: Target) -> Result<RestoreReport, RestoreError> {
        restore(self.request(backup, target), &mut |_| {
            ControlFlow::Continue(())
        })
    }

    pub fn request(&self, backup: &Path, history: Target) -> RestoreRequest {
        let key = BackupKey::from_bytes(&ROOT).unwrap();
        let mut request = RestoreRequest::new(backup.to_owned(), key, history, now());
        request.seen = Some(self.folder.seen());
        request.limits = Limits::default();
        // On disk, so that tests see what would be left there.
        request.place = Some(PrivatePlace::disk_only(self.root.path()));
        request
    }

    /// A history of [`small_phone`].
    pub fn first(&self) -> RestoreReport {
        let backup = self.backup("msgstore.db.crypt15", &small_phone(), &ROOT, "21");
        self.restore(&backup, self.new_target()).unwrap()
    }
}

/// Every regular file under `folder`, with its bytes.
pub fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = std::fs::read(&path).unwrap();
                found.push((path, bytes));
            }
        }
    }
    found.sort();
    found
}

pub fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Says "stop" at the `count`th step of a stage.
pub fn stop_at(
    stage: latchkey_restore::Stage,
    mut count: u64,
) -> impl FnMut(RestoreProgress) -> ControlFlow<()> {
    move |step| {
        if step.stage == stage {
            count = count.saturating_sub(1);
            if count == 0 {
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    }
}
