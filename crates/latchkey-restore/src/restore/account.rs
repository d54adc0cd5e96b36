//! Whose backup this is: proof before a merge, and what the keyring remembers afterwards.

use latchkey_backup::{BackupKey, Inspection};
use latchkey_index::{AccountProof, Index, Origin};
use latchkey_keyring::{AccountHint, DeviceKeyBytes, OpenKeyring, RootKeyBytes, Timestamp};

use super::{RestoreError, RestoreRequest};

/// How sure it is that the backup belongs to this history's account.
///
/// # Errors
/// [`RestoreError::OtherAccount`] when the phone numbers' last digits differ.
pub(super) fn proof(
    keyring: &OpenKeyring,
    index: &Index,
    inspection: &Inspection,
    key: &BackupKey,
) -> Result<AccountProof, RestoreError> {
    if let Some(suffix) = &inspection.phone_suffix {
        let mut known: Vec<String> = keyring
            .accounts()
            .filter_map(|hint| hint.phone_suffix.clone())
            .collect();
        known.extend(
            index
                .imports()?
                .into_iter()
                .filter_map(|import| import.phone_suffix),
        );
        if !known.is_empty() && !known.contains(suffix) {
            return Err(RestoreError::OtherAccount);
        }
    }
    Ok(if holds(keyring, key) {
        AccountProof::Known
    } else {
        AccountProof::BySharedMessage
    })
}

/// The keyring has this very key.
fn holds(keyring: &OpenKeyring, key: &BackupKey) -> bool {
    let root = key.root().map(RootKeyBytes::new);
    let device = key.device_payload().map(DeviceKeyBytes::new);
    root.is_some_and(|root| keyring.root_keys().any(|(_, known)| *known == root))
        || device.is_some_and(|device| keyring.device_keys().any(|(_, known)| *known == device))
}

/// Where the messages come from, for the list of imports.
pub(super) fn origin(
    request: &RestoreRequest,
    inspection: &Inspection,
    account: AccountProof,
    sha256: [u8; 32],
) -> Origin {
    let name = request.backup.file_name().unwrap_or_default();
    Origin {
        file_name: name.to_string_lossy().into_owned(),
        size: inspection.size,
        sha256: Some(sha256),
        created: inspection.created,
        app_version: inspection.app_version.clone(),
        phone_suffix: inspection.phone_suffix.clone(),
        imported_at: request.now.as_millisecond(),
        account,
    }
}

/// Puts the backup's key and the account's hint into the keyring, once.
pub(super) fn remember(
    keyring: &mut OpenKeyring,
    inspection: &Inspection,
    key: &BackupKey,
    now: Timestamp,
) -> Result<(), RestoreError> {
    let secret = match (key.root(), key.device_payload()) {
        (Some(root), _) => Some(keyring.add_root_key(root, now)?),
        (None, Some(device)) => Some(keyring.add_device_key(device, now)?),
        (None, None) => None,
    };
    if inspection.phone_suffix.is_some() || secret.is_some() {
        keyring.add_account(AccountHint {
            phone_suffix: inspection.phone_suffix.clone(),
            secret,
        });
    }
    Ok(())
}
