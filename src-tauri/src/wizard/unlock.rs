//! Tries digits and key files on a backup: at once, from its first block.

use std::path::Path;

use latchkey_backup::{
    BackupKey, CheckKeyError, KeyCheck, ReadKeyError, Repair, Slip, check_key, propose_repair,
};
use zeroize::Zeroizing;

use super::HeldKey;
use crate::files;
use crate::views::{CommandError, DigitsVerdict, DigitsView, SlipKind, SlipView};

/// No key file is longer, in bytes.
const LONGEST_KEY_FILE: u64 = 64 * 1024;

/// What the window is told, and what the shell keeps.
pub struct Attempt {
    /// For the window.
    pub view: DigitsView,
    /// For the wizard.
    pub outcome: Outcome,
}

/// What the shell keeps of an attempt.
pub enum Outcome {
    /// The key opens the backup.
    Fits(HeldKey),
    /// A repaired key opens it; the person has to confirm.
    Proposed(HeldKey),
    /// Nothing.
    Nothing,
}

/// Tries typed digits on a backup.
///
/// # Errors
/// When the backup cannot be judged at all.
pub fn try_digits(backup: &Path, typed: &str) -> Result<Attempt, CommandError> {
    match BackupKey::from_digits(typed) {
        Ok(key) => match check_key(backup, &key)? {
            KeyCheck::Fits => Ok(fits(held(backup, &key))),
            KeyCheck::DoesNotFit => {
                Ok(with_repair(backup, typed, DigitsVerdict::DoesNotFit, None)?)
            }
        },
        Err(ReadKeyError::Digits(problem)) => {
            let group = problem.group().and_then(|group| u8::try_from(group).ok());
            with_repair(backup, typed, DigitsVerdict::Incomplete, group)
        }
        Err(error) => Err(error.into()),
    }
}

/// Tries a key file on a backup.
///
/// # Errors
/// When the file is no key, is of the wrong kind, or the backup cannot be judged.
pub fn try_key_file(backup: &Path, file: &Path) -> Result<Attempt, CommandError> {
    let bytes = files::read_secret(file, LONGEST_KEY_FILE)?;
    let key = BackupKey::from_bytes(&bytes)?;
    Ok(match check_key(backup, &key)? {
        KeyCheck::Fits => fits(HeldKey::new(backup, bytes)),
        KeyCheck::DoesNotFit => answer(DigitsVerdict::DoesNotFit, None, Outcome::Nothing),
    })
}

fn fits(key: HeldKey) -> Attempt {
    answer(DigitsVerdict::Fits, None, Outcome::Fits(key))
}

fn answer(verdict: DigitsVerdict, bad_group: Option<u8>, outcome: Outcome) -> Attempt {
    let view = DigitsView {
        verdict,
        bad_group,
        slip: None,
    };
    Attempt { view, outcome }
}

/// An answer that also proposes the one slip that explains what was typed, if there is one.
fn with_repair(
    backup: &Path,
    typed: &str,
    verdict: DigitsVerdict,
    group: Option<u8>,
) -> Result<Attempt, CommandError> {
    let found = match propose_repair(backup, typed) {
        Err(CheckKeyError::WrongKindOfKey { .. }) if verdict == DigitsVerdict::Incomplete => None,
        found => found?,
    };
    let mut attempt = answer(verdict, group, Outcome::Nothing);
    if let Some(Repair { key, slip }) = found {
        attempt.view.slip = slip_view(slip);
        attempt.outcome = Outcome::Proposed(held(backup, &key));
    }
    Ok(attempt)
}

/// A root key's bytes are themselves a form of key file.
fn held(backup: &Path, key: &BackupKey) -> HeldKey {
    let bytes = key.root().map(|root| root.to_vec()).unwrap_or_default();
    HeldKey::new(backup, Zeroizing::new(bytes))
}

fn slip_view(slip: Slip) -> Option<SlipView> {
    let (kind, group) = match slip {
        Slip::WrongDigit { group } => (SlipKind::WrongDigit, Some(group)),
        Slip::Swapped { group } => (SlipKind::Swapped, Some(group)),
        Slip::LookAlike { group } => (SlipKind::LookAlike, Some(group)),
        Slip::Transposed => (SlipKind::Transposed, None),
        _ => return None,
    };
    let group = group.and_then(|group| u8::try_from(group).ok());
    Some(SlipView { kind, group })
}
