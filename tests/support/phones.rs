//! Made-up phones for the tests.

use std::fs::{self, File};
use std::ops::ControlFlow::Continue;
use std::path::{Path, PathBuf};

use latchkey_backup::write::{Recipe, digits, encrypt15};
use latchkey_demo::{Phone, PhoneOptions, SchemaState, write_phone};

use crate::home::Home;

/// 18 November 2026, in milliseconds: the last day of every phone here.
pub const NOW: i64 = 1_795_000_000_000;

/// Options for a phone without media.
#[must_use]
pub fn plain(messages: u64, schema: SchemaState) -> PhoneOptions {
    PhoneOptions {
        messages,
        schema,
        media: false,
        older_copy: false,
        ..PhoneOptions::demo(NOW)
    }
}

/// Writes a phone.
#[must_use]
pub fn phone(folder: &Path, options: &PhoneOptions) -> Phone {
    write_phone(folder, options, &mut |_| Continue(())).unwrap()
}

/// Encrypts a plain database as a backup in the home's work folder, under an obviously fake key; returns both files.
/// The plain one is removed.
#[must_use]
pub fn encrypted(home: &Home, plain: &Path) -> (PathBuf, PathBuf) {
    let backup = home.path("work/msgstore.db.crypt15");
    let key = home.path("work/key.txt");
    let into = File::create(&backup).unwrap();
    let recipe = Recipe::new([7; 16]);
    encrypt15(&[0x42; 32], &recipe, File::open(plain).unwrap(), into).unwrap();
    fs::write(&key, digits(&[0x42; 32]).as_bytes()).unwrap();
    fs::remove_file(plain).unwrap();
    (backup, key)
}
