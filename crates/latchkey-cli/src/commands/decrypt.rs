//! `latchkey decrypt BACKUP --out FILE`: the verified plaintext, whole or not at all.

use crate::arguments::{KeyArguments, UnlockArguments, byte_count};
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, bytes, clean};
use crate::progress::{Progress, Unit};
use crate::{Done, cancel, key_source};
use clap::Args;
use latchkey_backup::{Checksum, Limits, decrypt_to_file};
use serde_json::json;
use std::path::PathBuf;

/// Write the verified plaintext of a backup; nothing is overwritten, and nothing half-written stays.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey decrypt msgstore.db.crypt15 --key-file key.txt --out msgstore.db
  latchkey decrypt msgstore.db.crypt14 --key-file key --out msgstore.db --json")]
pub(crate) struct Decrypt {
    /// The encrypted backup
    backup: PathBuf,
    #[command(flatten)]
    key: KeyArguments,
    #[command(flatten)]
    unlock: UnlockArguments,
    /// The file to write; must not be there yet
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Refuse content larger than this
    #[arg(long, value_name = "SIZE", default_value = "64G", value_parser = byte_count)]
    max_size: u64,
}

pub(crate) fn run(verb: &Decrypt, output: &Output) -> Result<Done, Failure> {
    let backup = verb.backup.as_path();
    let given = key_source::get(backup, &verb.key, &verb.unlock, &Home::find(), output)?;
    let key = given.repaired(backup, output)?;
    cancel::listen();
    let limits = Limits {
        max_size: verb.max_size,
        ..Limits::default()
    };
    let mut progress = Progress::new();
    let name = output.words().say("stage-decrypting", &[]);
    let report = decrypt_to_file(backup, &key, &verb.out, &limits, &mut |step| {
        progress.at(&name, Unit::Bytes, step.read, step.total);
        cancel::asked()
    });
    progress.done();
    let report = report.map_err(|error| Failure::from(error).at(backup))?;
    let path = verb.out.to_string_lossy();
    if output.is_json() {
        output.json(&json!({
            "path": path,
            "plaintext_bytes": report.plaintext_bytes,
            "trailing_bytes": report.trailing_bytes,
            "checksum": report.checksum,
            "content": report.content,
        }))?;
    } else {
        let size = bytes(report.plaintext_bytes);
        output.say("decrypted", &[("size", size), ("path", clean(&path))])?;
    }
    if report.trailing_bytes > 0 {
        let count = report.trailing_bytes.to_string();
        output.note("trailing-bytes", &[("count", count)]);
    }
    if report.checksum == Checksum::Mismatch {
        output.note("checksum-damaged", &[]);
        return Ok(Done::LeftOut);
    }
    Ok(Done::Whole)
}
