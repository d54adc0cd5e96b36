//! Names for numbers and communities of groups: the contacts database beside the backup, and the person's own address book file.

use std::path::{Path, PathBuf};

use latchkey_backup::{DecryptError, Limits, Purpose};
use latchkey_messages::{AddressBookEntry, ContactsDatabase, PrivateFile, PrivatePlace};

use super::progress::{Progress, Stage};
use super::{RestoreError, RestoreRequest};
use crate::contacts;
use crate::disk::parent_of;

/// Largest contacts database that is read, bytes.
const MAX_CONTACTS: u64 = 1 << 30;

/// What `wa.db` beside the backup says, where it opens with the same key: names, which most no longer have, and communities.
/// That it does not is usual and no error. Of several files the first that has any names is the last that is read.
pub(super) fn of_contacts_database(
    request: &RestoreRequest,
    place: &PrivatePlace,
    progress: &mut Progress,
) -> Result<ContactsDatabase, RestoreError> {
    let mut known = ContactsDatabase::default();
    for path in contacts_databases(&request.backup) {
        let Ok(file) = PrivateFile::create(place, path.metadata().map_or(0, |found| found.len()))
        else {
            continue;
        };
        let limits = Limits {
            max_size: MAX_CONTACTS,
            free_space: None,
        };
        let step = &mut |_| progress.step(Stage::Reading, 0, 1);
        match latchkey_backup::decrypt(&path, &request.key, file, &limits, step) {
            Err(DecryptError::Cancelled) => return Err(RestoreError::Cancelled),
            Err(error) => tracing::debug!(%error, "a contacts database was passed over"),
            Ok(verified) => match latchkey_messages::contacts_database(verified.inner) {
                Ok(found) => {
                    if known.groups.is_empty() {
                        known.groups = found.groups;
                    }
                    if !found.names.is_empty() {
                        known.names = found.names;
                        break;
                    }
                }
                Err(error) => tracing::debug!(%error, "a contacts database was passed over"),
            },
        }
    }
    Ok(known)
}

/// Files named like a contacts database, where a phone keeps them or beside the backup.
fn contacts_databases(backup: &Path) -> Vec<PathBuf> {
    let beside = parent_of(backup);
    let mut found: Vec<PathBuf> = Vec::new();
    for folder in [
        beside.join("../Backups"),
        beside.join("Backups"),
        beside.to_owned(),
    ] {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let named = entries.filter(|entry| {
            Purpose::from_name(&entry.file_name().to_string_lossy()) == Purpose::Contacts
                && entry.file_type().is_ok_and(|kind| kind.is_file())
        });
        found.extend(named.map(|entry| entry.path()));
    }
    // The newest format first: `wa.db.crypt15` before `wa.db.crypt14`.
    found.sort_by(|a, b| b.file_name().cmp(&a.file_name()));
    found
}

/// All names: those of the contacts database, and those of the person's file. `phones`: numbers of the people in the
/// chats, to guess the country from.
pub(super) fn address_book(
    request: &RestoreRequest,
    phones: impl FnOnce() -> Result<Vec<String>, RestoreError>,
    contacts_database: Vec<AddressBookEntry>,
) -> Result<Vec<AddressBookEntry>, RestoreError> {
    let mut book = contacts_database;
    if let Some(path) = &request.contacts {
        let phones = phones()?;
        let phones: Vec<&str> = phones.iter().map(String::as_str).collect();
        let country = contacts::region(&request.home_country);
        book.extend(contacts::read_with(path, country, &phones)?.entries);
    }
    Ok(book)
}
