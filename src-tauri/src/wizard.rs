//! What the shell knows while a person goes through the wizard: paths by id, the key that fits, a proposed repair, the kit.
//! Everything secret in it is wiped when the wizard is left.

pub mod arrivals;
mod found;
mod kit;
pub mod kit_page;
pub mod passkeys;
mod path_book;
mod unlock;

use std::path::{Path, PathBuf};

use latchkey_backup::BackupKey;
use latchkey_passkey::Credential;
use zeroize::Zeroizing;

use crate::keys::Pending;
use crate::views::{CommandError, InspectedView};
pub use path_book::PathBook;

pub use found::inspect;
pub use kit::{Kit, Purpose as KitPurpose};
pub use unlock::{Outcome, try_digits, try_key_file};

/// The wizard's memory.
#[derive(Default)]
pub struct Wizard {
    /// The paths the window was shown.
    pub book: PathBook,
    /// What came by itself and nobody has asked for yet.
    pub arrived: Option<InspectedView>,
    /// The recovery kit, until the wizard is left.
    pub kit: Option<Kit>,
    /// A passphrase of the open history whose words are yet to be typed.
    pub passphrase: Option<Pending>,
    /// The media folder the person chose.
    pub media: Option<PathBuf>,
    /// The contacts file the person chose.
    pub contacts: Option<PathBuf>,
    /// The one the person went on with.
    backup: Option<PathBuf>,
    key: Option<HeldKey>,
    proposed: Option<HeldKey>,
}

/// A key that fits a backup, in the form it can be read from again.
pub struct HeldKey {
    backup: PathBuf,
    bytes: Zeroizing<Vec<u8>>,
}

impl HeldKey {
    /// Keeps the bytes of a key, in any form of a key file.
    pub fn new(backup: &Path, bytes: Zeroizing<Vec<u8>>) -> Self {
        Self {
            backup: backup.to_owned(),
            bytes,
        }
    }
}

impl Wizard {
    /// The path of an id the window was given.
    ///
    /// # Errors
    /// `usage` for an id that was not given out.
    pub fn path(&self, id: &str) -> Result<PathBuf, CommandError> {
        self.book
            .path(id)
            .map(Path::to_owned)
            .ok_or(CommandError::usage("no such file was found before"))
    }

    /// The recovery kit.
    ///
    /// # Errors
    /// `usage` when none was made.
    pub fn kit(&mut self) -> Result<&mut Kit, CommandError> {
        self.kit
            .as_mut()
            .ok_or(CommandError::usage("no kit was made"))
    }

    /// Remembers what an attempt came to: a key that fits, or a repair that waits for the person's word.
    pub fn keep(&mut self, outcome: Outcome) {
        self.proposed = None;
        match outcome {
            Outcome::Fits(key) => self.key = Some(key),
            Outcome::Proposed(key) => self.proposed = Some(key),
            Outcome::Nothing => {}
        }
    }

    /// The person confirmed the proposed repair.
    ///
    /// # Errors
    /// `usage` when none was proposed.
    pub fn accept_proposed(&mut self) -> Result<(), CommandError> {
        let proposed = self
            .proposed
            .take()
            .ok_or(CommandError::usage("no repair was proposed"))?;
        self.key = Some(proposed);
        Ok(())
    }

    /// The key for a backup.
    ///
    /// # Errors
    /// `usage` when none was found to fit it.
    pub fn key_for(&self, backup: &Path) -> Result<BackupKey, CommandError> {
        let held = self.key.as_ref().filter(|held| held.backup == backup);
        let held = held.ok_or(CommandError::usage("no key was found to fit this backup"))?;
        Ok(BackupKey::from_bytes(&held.bytes)?)
    }

    /// The person goes on with this backup, whoever has its key.
    pub fn goes_on_with(&mut self, backup: &Path) {
        self.backup = Some(backup.to_owned());
    }

    /// The backups that a key was given for or that a keyring may open.
    pub fn backups_in_use(&self) -> Vec<PathBuf> {
        let keys = [&self.key, &self.proposed].into_iter().flatten();
        let keyed = keys.map(|held| held.backup.clone());
        keyed.chain(self.backup.clone()).collect()
    }

    /// Whether it holds anything secret.
    pub fn holds_secrets(&self) -> bool {
        self.kit.is_some()
            || self.passphrase.is_some()
            || self.key.is_some()
            || self.proposed.is_some()
    }

    /// Forgets everything that is secret or about one restore; the paths keep their ids. What comes back are passkeys
    /// that were enrolled for nothing.
    #[must_use]
    pub fn forget(&mut self) -> Vec<Credential> {
        let book = std::mem::take(&mut self.book);
        let left = std::mem::replace(
            self,
            Self {
                book,
                ..Self::default()
            },
        );
        left.kit.map(|kit| kit.enrolled()).unwrap_or_default()
    }
}
