//! Encrypts a made-up database as a phone would: `cargo run --release --example seal -- PLAIN KEY BACKUP`.
//!
//! For measurements; KEY is a file with the 64 digits that `latchkey demo` wrote.

use std::error::Error;
use std::fs::File;

use latchkey_backup::BackupKey;
use latchkey_backup::write::{Recipe, encrypt15};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(plain), Some(key), Some(backup)) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        return Err("PLAIN KEY BACKUP".into());
    };
    let key = BackupKey::from_bytes(&std::fs::read(key)?)?;
    let root = key.root().ok_or("64 digits are needed")?;
    let mut recipe = Recipe::new([0x5e; 16]);
    recipe.header.phone_suffix = None;
    encrypt15(root, &recipe, File::open(plain)?, File::create_new(backup)?)?;
    Ok(())
}
