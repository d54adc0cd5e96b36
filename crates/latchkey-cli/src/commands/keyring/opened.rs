//! A keyring opened to be changed: that of a history, or a file on its own.

use crate::arguments::UnlockArguments;
use crate::dates;
use crate::enrolment::KitPlace;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, clean};
use crate::unlock;
use latchkey_keyring::{FILE_NAME, LockedKeyring, OpenKeyring};
use latchkey_restore::{ChangeKeyringError, ErrorCode, History, Seen, SeenVerdict, change_keyring};
use serde_json::{Value, json};
use std::fmt;
use std::path::{Path, PathBuf};

/// What a PATH names.
pub(super) enum Place {
    /// The folder of a history.
    History(PathBuf),
    /// A keyring file that lies alone.
    File(PathBuf),
}

impl Place {
    pub(super) fn of(path: &Path) -> Self {
        if path.is_dir() {
            return Self::History(path.to_owned());
        }
        match path.parent() {
            Some(dir)
                if path.ends_with(FILE_NAME) && dir.join(latchkey_index::TABLES_FILE).exists() =>
            {
                Self::History(dir.to_owned())
            }
            _ => Self::File(path.to_owned()),
        }
    }

    pub(super) fn path(&self) -> &Path {
        match self {
            Self::History(path) | Self::File(path) => path,
        }
    }

    /// Where a kit for it goes.
    pub(super) fn kit<'a>(&'a self, file: Option<&'a Path>) -> KitPlace<'a> {
        KitPlace {
            file,
            index: self.path(),
            alone: matches!(self, Self::File(_)),
            backup: None,
        }
    }

    /// The keyring as it lies there.
    pub(super) fn read(&self) -> Result<LockedKeyring, Failure> {
        match self {
            Self::History(dir) => unlock::read_keyring(dir),
            Self::File(path) => {
                LockedKeyring::read(path).map_err(|error| Failure::from(error).at(path))
            }
        }
    }
}

/// An opened keyring and where it is written back to.
pub(super) enum Opened {
    History(Box<History>),
    File {
        path: PathBuf,
        keyring: Box<OpenKeyring>,
    },
}

impl Opened {
    pub(super) fn open(
        place: &Place,
        arguments: &UnlockArguments,
        home: &Home,
        output: &Output,
    ) -> Result<Self, Failure> {
        let path = match place {
            Place::History(dir) => {
                let history = unlock::history_in(dir, arguments, home, output)?;
                return Ok(Self::History(Box::new(history)));
            }
            Place::File(path) => path,
        };
        let locked = place.read()?;
        let identity = unlock::identity(&locked, arguments, home, output)
            .map_err(|failure| failure.at(path))?;
        let keyring = locked
            .open(&identity)
            .map_err(|error| Failure::from(error).at(path))?;
        judge(&home.seen()?, &keyring, arguments).map_err(|failure| failure.at(path))?;
        if !unlock::is_vouched_for(&keyring, arguments, home)? {
            let fingerprint = keyring.fingerprint().to_string();
            output.note("keyring-unknown", &[("fingerprint", fingerprint)]);
        }
        Ok(Self::File {
            path: path.clone(),
            keyring: Box::new(keyring),
        })
    }

    pub(super) fn keyring(&self) -> &OpenKeyring {
        match self {
            Self::History(history) => history.keyring(),
            Self::File { keyring, .. } => keyring,
        }
    }

    /// Changes the keyring and writes it; what fails leaves the file as it is.
    pub(super) fn change<T>(
        &mut self,
        home: &Home,
        change: impl FnOnce(&mut OpenKeyring) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let (seen, now) = (home.seen()?, dates::now());
        match self {
            Self::History(history) => {
                let dir = history.dir().to_owned();
                let changed = change_keyring(history, &seen, now, |keyring| {
                    change(keyring).map_err(Stopped)
                });
                changed.map_err(|error| match error {
                    ChangeKeyringError::Change(Stopped(failure)) => failure,
                    ChangeKeyringError::Stale(error) => Failure::from(error).at(&dir),
                    ChangeKeyringError::Save(error) => Failure::from(error).at(&dir),
                    _ => Failure::new(ErrorCode::Internal).detail("a change of the keyring"),
                })
            }
            Self::File { path, keyring } => {
                let given = change(keyring)?;
                keyring
                    .save(path)
                    .map_err(|error| Failure::from(error).at(path))?;
                // A convenience only.
                let _ = seen.note(keyring, now.as_millisecond());
                Ok(given)
            }
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
            Self::File { path, .. } => path,
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

fn judge(seen: &Seen, keyring: &OpenKeyring, arguments: &UnlockArguments) -> Result<(), Failure> {
    match seen.judge(keyring) {
        SeenVerdict::Older { .. } if !arguments.accept_older_keyring => {
            Err(Failure::new(ErrorCode::KeyringOlder))
        }
        SeenVerdict::OtherSigner => Err(Failure::new(ErrorCode::KeyringTampered)),
        _ => Ok(()),
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
