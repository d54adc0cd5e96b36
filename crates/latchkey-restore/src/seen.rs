//! What this computer remembers of the keyrings it opened: the highest generation, the key that signed it, and whom it
//! let in.
//!
//! So an old copy that was put back, a keyring forged for an identity without pins, and a way in that somebody added who
//! once held the keyring, are noticed (docs/keyring-format.md 6). It holds no secret; whoever deletes it loses the warning, nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use latchkey_keyring::{Authenticity, Fingerprint, LockedKeyring, OpenKeyring};
use serde::{Deserialize, Serialize};

use crate::disk::write_whole;
use crate::lock::Turn;

/// Most changes between two openings on this computer that are believed: a higher number is not remembered, so that
/// nobody makes every real keyring look old.
const LONGEST_JUMP: u64 = 10_000;

/// The file of keyrings seen.
#[derive(Debug, Clone)]
pub struct Seen {
    path: PathBuf,
}

/// What an opened keyring is to this computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeenVerdict {
    /// Never seen, or at least as new as the newest seen.
    Fine,
    /// A newer one was seen: an old copy was put back.
    Older {
        /// The highest generation seen.
        seen: u64,
    },
    /// The same keyring, signed by another key than before.
    OtherSigner,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct SeenKeyring {
    generation: u64,
    fingerprint: Fingerprint,
    /// When it was last opened here, milliseconds UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    opened: Option<i64>,
    /// Its signer is vouched for: by an identity with pins, by a restore on this computer, or by the person. Having
    /// been read is not enough: anybody can make a keyring for a public recipient.
    #[serde(default)]
    trusted: bool,
    /// The recipients of the slots that were vouched for with it, or added here. Who was removed still knows the seed that
    /// signs and could put itself back. `None`: noted before this was remembered, or not vouched for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recipients: Option<BTreeSet<String>>,
}

impl SeenKeyring {
    /// Everyone in the keyring is known here.
    fn knows_all_in(&self, keyring: &OpenKeyring) -> bool {
        let known = self.recipients.as_ref();
        known.is_none_or(|known| keyring.slots().all(|slot| known.contains(&slot.recipient)))
    }
}

impl Seen {
    /// Remembers in this file, which need not exist yet.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
        }
    }

    /// Compares an opened keyring with what was seen. One whose identity pins its signer comes before one that was only
    /// read here: anybody can make a keyring of any id.
    #[must_use]
    pub fn judge(&self, keyring: &OpenKeyring) -> SeenVerdict {
        let known = self.read().remove(keyring.id());
        let proven = keyring.authenticity() == Authenticity::Pinned;
        verdict(
            known.as_ref(),
            keyring.generation(),
            &keyring.fingerprint(),
            proven,
        )
    }

    /// Compares what a keyring that is not opened yet claims with what was seen: before a person is asked for a PIN, or
    /// an authenticator for anything, on the word of a file. `Fine` says little, [`Self::judge`] comes after opening.
    #[must_use]
    pub fn judge_claimed(&self, keyring: &LockedKeyring) -> SeenVerdict {
        let known = self.read().remove(keyring.id());
        verdict(
            known.as_ref(),
            keyring.generation(),
            &keyring.fingerprint_claimed(),
            true,
        )
    }

    /// Whether an opened keyring is vouched for: its signer, because its identity has pins or this computer remembers
    /// that a restore here or the person did ([`Seen::trust`]), and everyone in it, as far as this computer remembers the
    /// ways in. Otherwise somebody else may have made it, or be in it, and nothing secret should be sealed into it.
    #[must_use]
    pub fn trusts(&self, keyring: &OpenKeyring) -> bool {
        is_trusted(self.read().get(keyring.id()), keyring)
    }

    /// Remembers an opened keyring, and that its signer and everyone in it are vouched for. `now`: milliseconds UTC.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn trust(&self, keyring: &OpenKeyring, now: i64) -> io::Result<()> {
        self.remember(keyring, now, true, u64::max)
    }

    /// Remembers an opened keyring. The highest generation stays the highest, and the signer that was seen first stays
    /// the one that is known. `now`: milliseconds UTC.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn note(&self, keyring: &OpenKeyring, now: i64) -> io::Result<()> {
        self.remember(keyring, now, false, u64::max)
    }

    /// Remembers that the person wants this keyring although a newer one was seen. `now`: milliseconds UTC.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(crate) fn accept(&self, keyring: &OpenKeyring, now: i64) -> io::Result<()> {
        self.remember(keyring, now, false, |_, accepted| accepted)
    }

    /// `generation` makes the number to remember of the one known and that of `keyring`. Trust once given stays, with
    /// those to whom it was given.
    fn remember(
        &self,
        keyring: &OpenKeyring,
        now: i64,
        vouched: bool,
        generation: fn(u64, u64) -> u64,
    ) -> io::Result<()> {
        let _turn = self.turn()?;
        let mut all = self.read();
        let known = all.get(keyring.id());
        let trusted = vouched || is_trusted(known, keyring);
        let present = || keyring.slots().map(|slot| slot.recipient.clone()).collect();
        let mut fresh = SeenKeyring {
            generation: keyring.generation(),
            fingerprint: keyring.fingerprint(),
            opened: Some(now),
            trusted,
            // Whoever is not in it any more is not let in again.
            recipients: trusted.then(present),
        };
        match known {
            Some(known) if known.fingerprint == fresh.fingerprint => {
                let jumps = fresh.generation.saturating_sub(known.generation) > LONGEST_JUMP;
                fresh.generation = match jumps {
                    true => known.generation,
                    false => generation(known.generation, fresh.generation),
                };
                // An old copy, too, has some in it who were removed since.
                if !trusted || (!vouched && keyring.generation() < known.generation) {
                    fresh.trusted = known.trusted;
                    fresh.recipients.clone_from(&known.recipients);
                }
            }
            Some(known) if known.trusted || !trusted => {
                tracing::warn!("a keyring of another signer is not remembered");
                return Ok(());
            }
            _ => {}
        }
        all.insert(keyring.id().to_owned(), fresh);
        self.write(&all)
    }

    /// When a keyring was last opened here, milliseconds UTC.
    #[must_use]
    pub fn last_opened(&self, keyring: &str) -> Option<i64> {
        self.read().get(keyring)?.opened
    }

    /// Forgets a keyring whose history was deleted.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn forget(&self, keyring: &str) -> io::Result<()> {
        let _turn = self.turn()?;
        let mut all = self.read();
        match all.remove(keyring) {
            Some(_) => self.write(&all),
            None => Ok(()),
        }
    }

    /// Reading, changing and writing is one step: two programs must not undo each other.
    fn turn(&self) -> io::Result<Turn> {
        let mut name = self.path.file_name().unwrap_or_default().to_owned();
        name.push(".lock");
        Ok(Turn::wait(&self.path.with_file_name(name))?)
    }

    fn read(&self) -> BTreeMap<String, SeenKeyring> {
        let Ok(text) = std::fs::read(&self.path) else {
            return BTreeMap::new();
        };
        serde_json::from_slice(&text).unwrap_or_else(|_| {
            tracing::warn!("the file of keyrings seen cannot be read and is begun anew");
            BTreeMap::new()
        })
    }

    fn write(&self, all: &BTreeMap<String, SeenKeyring>) -> io::Result<()> {
        let text = serde_json::to_vec_pretty(all).map_err(io::Error::other)?;
        write_whole(&self.path, &text)
    }
}

/// [`Seen::trusts`], beside what is known under the keyring's id.
fn is_trusted(known: Option<&SeenKeyring>, keyring: &OpenKeyring) -> bool {
    let pinned = keyring.authenticity() == Authenticity::Pinned;
    match known {
        Some(known) if known.fingerprint == keyring.fingerprint() => {
            (known.trusted || pinned) && known.knows_all_in(keyring)
        }
        // One that was only read gives way to the one that its identity knows.
        Some(known) => pinned && !known.trusted,
        None => pinned,
    }
}

/// What a keyring is beside the one known under its id. `proven`: its signer is, so that one nobody vouches for gives way.
fn verdict(
    known: Option<&SeenKeyring>,
    generation: u64,
    fingerprint: &Fingerprint,
    proven: bool,
) -> SeenVerdict {
    match known {
        None => SeenVerdict::Fine,
        Some(known) if known.fingerprint != *fingerprint => match known.trusted || !proven {
            true => SeenVerdict::OtherSigner,
            false => SeenVerdict::Fine,
        },
        Some(known) if known.generation > generation => SeenVerdict::Older {
            seen: known.generation,
        },
        Some(_) => SeenVerdict::Fine,
    }
}
