//! A keyring opened to be changed: that of a history, or a file on its own.

use super::lone::Lone;
use super::place::Place;
use crate::arguments::UnlockArguments;
use crate::dates;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, clean};
use crate::unlock::{self, Sealing, vouching};
use latchkey_keyring::OpenKeyring;
use latchkey_passkey::Credential;
use latchkey_restore::{
    ChangeKeyringError, ErrorCode, History, change_keyring, mark_tested, rename_slot,
};
use serde_json::{Value, json};
use std::fmt;

/// An opened keyring and where it is written back to.
pub(super) enum Opened {
    History(Box<History>),
    File(Box<Lone>),
}

impl Opened {
    /// Opens it to be renamed, tested, or rid of a way in.
    pub(super) fn open(
        place: &Place,
        arguments: &UnlockArguments,
        home: &Home,
        output: &Output,
    ) -> Result<Self, Failure> {
        Ok(match place {
            Place::History(dir) => {
                let history = unlock::history_in(dir, arguments, home, output)?;
                Self::History(Box::new(history))
            }
            Place::File(path) => {
                Self::File(Box::new(Lone::open(path, None, arguments, home, output)?))
            }
        })
    }

    /// Opens it for a new way in: somebody has to vouch for it, because the new way knows its signer from then on.
    pub(super) fn open_to_add(
        place: &Place,
        arguments: &UnlockArguments,
        home: &Home,
        output: &Output,
    ) -> Result<Self, Failure> {
        let sealing = Sealing::WayIn;
        Ok(match place {
            Place::History(dir) => {
                let opened = unlock::history_to_seal_into(dir, sealing, arguments, home, output);
                Self::History(Box::new(opened?))
            }
            Place::File(path) => {
                let opened = Lone::open(path, Some(sealing), arguments, home, output);
                Self::File(Box::new(opened?))
            }
        })
    }

    pub(super) fn keyring(&self) -> &OpenKeyring {
        match self {
            Self::History(history) => history.keyring(),
            Self::File(lone) => lone.keyring(),
        }
    }

    /// Adds a way in and writes the keyring; what fails leaves the file as it is.
    pub(super) fn add<T>(
        &mut self,
        home: &Home,
        add: impl FnOnce(&mut OpenKeyring) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        match self {
            Self::History(history) => {
                let (seen, now) = (home.seen()?, dates::now());
                let added =
                    change_keyring(history, &seen, now, |keyring| add(keyring).map_err(Stopped));
                added.map_err(|error| failure_of(error, history))
            }
            Self::File(lone) => lone.seal(add),
        }
    }

    /// Gives a slot another name.
    pub(super) fn rename(&mut self, slot: &str, name: &str, home: &Home) -> Result<(), Failure> {
        match self {
            Self::History(history) => rename_slot(history, slot, name, &home.seen()?, dates::now())
                .map_err(|error| failure_of(error, history)),
            Self::File(lone) => lone.change(|keyring| Ok(keyring.rename_slot(slot, name)?)),
        }
    }

    /// Notes that a slot has just opened it.
    pub(super) fn mark_tested(&mut self, slot: &str, home: &Home) -> Result<(), Failure> {
        let now = dates::now();
        match self {
            Self::History(history) => mark_tested(history, slot, &home.seen()?, now)
                .map_err(|error| failure_of(error, history)),
            Self::File(lone) => lone.change(|keyring| Ok(keyring.mark_tested(slot, now)?)),
        }
    }

    /// Tells what was done to which slot.
    pub(super) fn tell(
        &self,
        id: &str,
        slot: Option<&str>,
        output: &Output,
    ) -> Result<(), Failure> {
        self.tell_with(id, slot, json!({}), output)
    }

    /// As [`Opened::tell`], with more fields.
    pub(super) fn tell_with(
        &self,
        id: &str,
        slot: Option<&str>,
        more: Value,
        output: &Output,
    ) -> Result<(), Failure> {
        let path = match self {
            Self::History(history) => history.dir(),
            Self::File(lone) => lone.path(),
        };
        let path = path.to_string_lossy();
        let generation = self.keyring().generation();
        if output.is_json() {
            let mut said = json!({ "path": path, "generation": generation });
            if let Some(slot) = slot {
                said["slot"] = slot.into();
            }
            for (name, value) in more.as_object().into_iter().flatten() {
                said[name] = value.clone();
            }
            return output.json(&said);
        }
        let slot = slot.and_then(|id| self.keyring().slots().find(|slot| slot.id == id));
        let name = slot.map(|slot| unlock::slots::name(slot, output.words()));
        let facts = [
            ("path", clean(&path)),
            ("slot", name.unwrap_or_default()),
            ("generation", generation.to_string()),
        ];
        output.say(id, &facts)
    }
}

/// The passkey of a slot, if it is one's.
pub(super) fn credential_of(keyring: &OpenKeyring, slot: &str) -> Option<Credential> {
    let mut slots = keyring.slots();
    slots.find(|known| known.id == slot)?.passkey()
}

/// Why the keyring of a history was not changed.
fn failure_of<E>(error: ChangeKeyringError<E>, history: &History) -> Failure
where
    E: std::error::Error + Into<Failure>,
{
    let dir = history.dir();
    match error {
        ChangeKeyringError::Change(source) => source.into(),
        ChangeKeyringError::Unknown => vouching::unknown(history.keyring(), Sealing::WayIn, dir),
        ChangeKeyringError::Stale(error) => Failure::from(error).at(dir),
        ChangeKeyringError::Save(error) => Failure::from(error).at(dir),
        ChangeKeyringError::InUse => Failure::new(ErrorCode::InUse).at(dir),
        ChangeKeyringError::Io(error) => {
            let failure = Failure::of(&error).detail(&error.to_string());
            failure.at(dir)
        }
        _ => Failure::new(ErrorCode::Internal).detail("a change of the keyring"),
    }
}

/// A change that the command itself stopped.
#[derive(Debug)]
struct Stopped(Failure);

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("stopped")
    }
}

impl std::error::Error for Stopped {}

impl From<Stopped> for Failure {
    fn from(Stopped(failure): Stopped) -> Self {
        failure
    }
}
