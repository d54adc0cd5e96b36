//! Looks at a path and makes cards of what was found.

use std::path::{Path, PathBuf};

use latchkey_backup::{
    Format, InspectError, Inspection, Purpose as Named, inspect as inspect_file, scan_folder,
};

use crate::views::{BackupView, InspectedView, Purpose};
use crate::wizard::path_book::PathBook;

/// Looks at files and folders, and shows what was found under ids of `book`.
///
/// # Errors
/// When one path alone was given and it cannot be read; among several, those are counted as skipped.
pub fn inspect(paths: &[PathBuf], book: &mut PathBook) -> Result<InspectedView, InspectError> {
    let mut found = Vec::new();
    let mut skipped = 0_u64;
    for path in paths {
        match look_at(path) {
            Ok((inspections, others)) => {
                found.extend(inspections);
                skipped += others;
            }
            Err(error) if paths.len() == 1 => return Err(error),
            Err(_) => skipped += 1,
        }
    }
    Ok(InspectedView {
        backups: found
            .iter()
            .map(|inspection| view(inspection, book))
            .collect(),
        skipped: u32::try_from(skipped).unwrap_or(u32::MAX),
        history: None,
    })
}

/// What lies at a path, and how many files there were none of ours.
fn look_at(path: &Path) -> Result<(Vec<Inspection>, u64), InspectError> {
    let one = inspect_file(path);
    match one {
        Ok(inspection) => Ok((vec![inspection], 0)),
        Err(InspectError::WrongKindOfPath { .. }) => {
            let scan = scan_folder(path)?;
            Ok((scan.found, scan.skipped))
        }
        Err(error) => Err(error),
    }
}

fn view(inspection: &Inspection, book: &mut PathBook) -> BackupView {
    let path = &inspection.path;
    let shown =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    BackupView {
        id: book.id(path),
        name: shown(path.file_name()),
        folder: shown(path.parent().map(Path::as_os_str)),
        format: inspection.format.as_str().to_owned(),
        secret: inspection.secret.as_str().to_owned(),
        purpose: purpose(inspection),
        end_to_end: inspection.end_to_end,
        app_version: inspection.app_version.clone(),
        phone_suffix: inspection.phone_suffix.clone(),
        size: inspection.size,
        created: inspection.created,
        restorable: is_restorable(inspection),
        locked_elsewhere: inspection.secret.is_kept_elsewhere(),
    }
}

/// Whether this version can restore it: an encrypted database of chats, whatever its name.
fn is_restorable(inspection: &Inspection) -> bool {
    let part_of_one = matches!(
        inspection.purpose,
        Named::Increment { .. } | Named::Contacts
    );
    inspection.format.is_encrypted_backup() && !part_of_one
}

/// The bytes decide first; the name is a hint for what the bytes leave open.
fn purpose(inspection: &Inspection) -> Purpose {
    match (inspection.format, &inspection.purpose) {
        (Format::KeyFile, _) => Purpose::KeyFile,
        (Format::IphoneBackup, _) => Purpose::Iphone,
        (Format::ExportedChat, _) => Purpose::ExportedChat,
        (_, Named::FullDatabase) => Purpose::Full,
        (_, Named::DatedDatabase { .. }) => Purpose::Dated,
        (_, Named::Increment { .. }) => Purpose::Increment,
        (_, Named::Contacts) => Purpose::Contacts,
        _ => Purpose::Other,
    }
}
