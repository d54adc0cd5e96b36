//! A made-up phone for the shell's tests: a small backup, its key, and a shell that keeps everything in a folder of its own.

use std::path::PathBuf;

use latchkey_backup::write::{Recipe, digits, encrypt15};
use latchkey_demo::source::{SchemaState, chat, group, phone};

use crate::shell::Shell;

/// An obviously fake root key.
pub const ROOT: [u8; 32] = [0x42; 32];

/// A folder with a phone, and a shell beside it.
pub struct MadeUp {
    /// Deleted with everything in it.
    pub place: tempfile::TempDir,
    /// The shell, with its settings and histories in the folder.
    pub shell: Shell,
    /// The backup.
    pub backup: PathBuf,
}

impl MadeUp {
    /// A phone with three chats whose words a search can find.
    pub fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let phone_folder = place.path().join("phone");
        std::fs::create_dir(&phone_folder).unwrap();
        let shell = Shell::in_folder(place.path());
        let backup = phone_folder.join("msgstore.db.crypt15");
        let ana = chat("Ana")
            .sent("hi")
            .received("see you at the harbour")
            .sent("at seven");
        let walk = group("Sunday walk")
            .from("Ben", "rain again")
            .sent("boots then");
        let database = place.path().join("plain.db");
        phone()
            .with(ana)
            .with(walk)
            .write(&database, SchemaState::Modern)
            .unwrap();
        let plain = std::fs::File::open(&database).unwrap();
        encrypt15(
            &ROOT,
            &Recipe::new([7; 16]),
            plain,
            std::fs::File::create(&backup).unwrap(),
        )
        .unwrap();
        std::fs::remove_file(database).unwrap();
        Self {
            place,
            shell,
            backup,
        }
    }

    /// The 64 digits.
    pub fn digits() -> String {
        digits(&ROOT).to_string()
    }
}
