//! `latchkey inspect PATH…`: what files and folders hold, before any key.

use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, bytes, clean};
use crate::progress::{Progress, Unit};
use crate::{Done, cancel, dates};
use clap::Args;
use jiff::tz::TimeZone;
use latchkey_backup::{
    Checksum, Format, InspectError, Inspection, Purpose, Secret, checksum, inspect, scan_folder,
};
use latchkey_restore::ErrorCode;
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// Say what files and folders hold; needs no key.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey inspect ~/Downloads/msgstore.db.crypt15
  latchkey inspect /media/phone/WhatsApp --json
  latchkey inspect ~/Backups --quick      without reading whole files for their checksum")]
pub(crate) struct Inspect {
    /// Files or folders
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Do not read whole files to compare their checksum
    #[arg(long)]
    quick: bool,
}

pub(crate) fn run(verb: &Inspect, output: &Output) -> Result<Done, Failure> {
    let mut found = Vec::new();
    let mut done = Done::Whole;
    for path in &verb.paths {
        match look(path, output) {
            Ok((inspections, whole)) => {
                found.extend(inspections);
                if !whole {
                    done = Done::LeftOut;
                }
            }
            // With several paths one that cannot be read does not hide the others.
            Err(failure) if verb.paths.len() > 1 => {
                output.unread(&failure);
                done = Done::LeftOut;
            }
            Err(failure) => return Err(failure),
        }
    }
    if !verb.quick {
        found = with_checksums(found, output)?;
    }
    if output.is_json() {
        output.json(&found.iter().map(as_json).collect::<Vec<_>>())?;
        return Ok(done);
    }
    let zone = Home::find().time_zone();
    for inspection in &found {
        output.text(&format!("{}\n", as_text(inspection, &zone, output)))?;
    }
    Ok(done)
}

/// What is at a path, and whether all of it was seen.
fn look(path: &Path, output: &Output) -> Result<(Vec<Inspection>, bool), Failure> {
    match inspect(path) {
        Ok(inspection) => Ok((vec![inspection], true)),
        Err(InspectError::WrongKindOfPath { .. }) => {
            let scan = scan_folder(path)?;
            let shown = [("path", clean(&path.to_string_lossy()))];
            if scan.found.is_empty() {
                output.note("nothing-found", &shown);
            }
            if scan.stopped_early {
                output.note("stopped-early", &shown);
            }
            Ok((scan.found, !scan.stopped_early && scan.unreadable == 0))
        }
        Err(error) => Err(error.into()),
    }
}

fn with_checksums(found: Vec<Inspection>, output: &Output) -> Result<Vec<Inspection>, Failure> {
    cancel::listen();
    let mut progress = Progress::new();
    let name = output.words().say("stage-reading", &[]);
    let summed = found.into_iter().map(|inspection| {
        if !inspection.format.is_encrypted_backup() {
            return Ok(inspection.with_checksum(Checksum::Absent));
        }
        let sum = checksum(&inspection.path, &mut |read, total| {
            progress.at(&name, Unit::Bytes, read, total);
            cancel::asked()
        });
        match sum {
            Ok(sum) => Ok(inspection.with_checksum(sum)),
            Err(InspectError::Cancelled) => Err(Failure::new(ErrorCode::Cancelled)),
            // The file went away or is unreadable further on: its header was read all the same.
            Err(_) => Ok(inspection),
        }
    });
    let summed = summed.collect();
    progress.done();
    summed
}

/// The fields of the contract, and what else is known.
fn as_json(found: &Inspection) -> Value {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    put("path", found.path.to_string_lossy().into());
    put("format", found.format.as_str().into());
    put("container", json!(found.container));
    put("secret", found.secret.as_str().into());
    put("end_to_end", json!(found.end_to_end));
    put("app_version", json!(found.app_version));
    put("phone_suffix", json!(found.phone_suffix));
    put("size", found.size.into());
    put("checksum", json!(found.checksum));
    put("created", json!(found.created));
    put("whole", json!(found.whole));
    put("purpose", json!(found.purpose));
    put("backup_version", json!(found.backup_version));
    put("migrations_finished", json!(found.migrations_finished));
    if let Some(version) = &found.unknown_version {
        put("unknown_version", version.as_str().into());
    }
    Value::Object(fields)
}

fn as_text(found: &Inspection, zone: &TimeZone, output: &Output) -> String {
    let words = output.words();
    let mut parts = vec![what_it_is(found, output)];
    if found.format.is_encrypted_backup() {
        parts.extend(purpose(&found.purpose, output));
        parts.push(words.say(&format!("secret-{}", found.secret.as_str()), &[]));
    }
    if let Some(suffix) = &found.phone_suffix {
        parts.push(words.say("phone-suffix", &[("suffix", suffix.clone())]));
    }
    parts.extend(found.app_version.clone());
    if found.size > 0 {
        parts.push(bytes(found.size));
    }
    parts.extend(found.created.map(|ms| dates::show(ms, zone)));
    if found.format.is_encrypted_backup() {
        parts.push(words.say(wholeness(found), &[]));
    }
    let path = clean(&found.path.to_string_lossy());
    format!("{path}\n  {}", parts.join(" · "))
}

fn wholeness(found: &Inspection) -> &'static str {
    match found.whole {
        Some(true) => "whole",
        Some(false) => "not-whole",
        None => "not-known-whole",
    }
}

fn what_it_is(found: &Inspection, output: &Output) -> String {
    let words = output.words();
    if let Some(version) = &found.unknown_version {
        return words.say("format-newer", &[("found", version.clone())]);
    }
    let format = found.format.as_str();
    let locked = found.format == Format::IphoneBackup && found.secret == Secret::Password;
    let id = if locked {
        format!("format-{format}-locked")
    } else {
        format!("format-{format}")
    };
    // The encrypted formats are called by their names.
    words.find(&id, &[]).unwrap_or_else(|| format.to_owned())
}

fn purpose(purpose: &Purpose, output: &Output) -> Option<String> {
    let words = output.words();
    match purpose {
        Purpose::FullDatabase => Some(words.say("purpose-full_database", &[])),
        Purpose::DatedDatabase { date, .. } => {
            Some(words.say("purpose-dated_database", &[("date", date.clone())]))
        }
        Purpose::Increment { number, .. } => {
            Some(words.say("purpose-increment", &[("number", number.to_string())]))
        }
        Purpose::Contacts => Some(words.say("purpose-contacts", &[])),
        _ => None,
    }
}
