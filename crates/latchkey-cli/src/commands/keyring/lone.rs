//! A keyring file that lies alone, opened to be changed. What this computer remembers of keyrings is not touched: the
//! file may be a copy, and the history's own keyring would count as older from then on.

use crate::arguments::UnlockArguments;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::Output;
use crate::unlock::vouching::{fingerprint, is_typed, person_vouches, unknown};
use crate::unlock::{self, Sealing};
use latchkey_keyring::{LockedKeyring, OpenKeyring};
use latchkey_restore::refuse_stale;
use std::path::{Path, PathBuf};

/// An opened keyring file.
pub(super) struct Lone {
    path: PathBuf,
    keyring: OpenKeyring,
    /// Somebody vouches for its signer.
    vouched: bool,
}

impl Lone {
    /// Opens it; the person is asked to vouch for it where something will be sealed.
    pub(super) fn open(
        path: &Path,
        sealing: Option<Sealing>,
        arguments: &UnlockArguments,
        home: &Home,
        output: &Output,
    ) -> Result<Self, Failure> {
        let failed = |failure: Failure| failure.at(path);
        let locked = LockedKeyring::read(path).map_err(|error| failed(error.into()))?;
        let identity = unlock::identity(&locked, arguments, home, output).map_err(failed)?;
        let keyring = locked
            .open(&identity)
            .map_err(|error| failed(error.into()))?;
        unlock::judge(&keyring, arguments, home).map_err(failed)?;
        let mut vouched = is_typed(&keyring, arguments)? || home.seen()?.trusts(&keyring);
        match sealing {
            None if !vouched => output.note("keyring-unknown", &[fingerprint(&keyring)]),
            Some(sealing) if !vouched => {
                vouched = person_vouches(&keyring, sealing, output);
                if !vouched {
                    return Err(unknown(&keyring, sealing, path));
                }
            }
            _ => {}
        }
        Ok(Self {
            path: path.to_owned(),
            keyring,
            vouched,
        })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn keyring(&self) -> &OpenKeyring {
        &self.keyring
    }

    /// As [`Lone::change`], for what is sealed into it.
    pub(super) fn seal<T>(
        &mut self,
        change: impl FnOnce(&mut OpenKeyring) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        match self.vouched {
            true => self.change(change),
            false => Err(unknown(&self.keyring, Sealing::WayIn, &self.path)),
        }
    }

    /// Changes the keyring and writes it, if the file is still the one that was opened; on failure it stays as it is.
    pub(super) fn change<T>(
        &mut self,
        change: impl FnOnce(&mut OpenKeyring) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        // Before a person is asked for anything.
        self.require_unchanged()?;
        let mut changed = self.keyring.draft();
        let given = change(&mut changed)?;
        self.require_unchanged()?;
        match changed.save(&self.path) {
            Err(error) if !error.is_in_place() => return Err(Failure::from(error).at(&self.path)),
            _ => {}
        }
        self.keyring = changed;
        Ok(given)
    }

    fn require_unchanged(&self) -> Result<(), Failure> {
        let found =
            LockedKeyring::read(&self.path).map_err(|error| Failure::from(error).at(&self.path))?;
        refuse_stale(&found, &self.keyring).map_err(|error| Failure::from(error).at(&self.path))
    }
}

#[cfg(test)]
mod tests;
