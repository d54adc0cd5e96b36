//! A recovery kit in the person's hands: shown on the terminal and typed back in part, or written to a file of
//! their own; and the keyring opened with it before it counts.

use super::place::{self, Written};
use crate::asking;
use crate::dates;
use crate::failure::Failure;
use crate::output::{Output, can_ask, clean};
use crate::unlock;
use latchkey_keyring::{OpenKeyring, RecoveryKit, RecoveryRecipient, SlotIdentity};
use latchkey_restore::{KitPlaceError, kit_place};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Groups of the kit in one line.
const GROUPS_IN_LINE: usize = 5;

/// How often the last groups may be typed wrong.
const TRIES: usize = 3;

/// Where a kit goes, and where it must not.
pub(crate) struct KitPlace<'a> {
    /// Its file; without one it is shown on the terminal.
    pub(crate) file: Option<&'a Path>,
    /// What it opens: the folder of a history, or a keyring file that lies alone.
    pub(crate) index: &'a Path,
    /// It is a keyring file that lies alone.
    pub(crate) alone: bool,
    /// The backup that it opens, where one is known.
    pub(crate) backup: Option<&'a Path>,
}

/// A kit that the person has, and its file; taken back unless kept.
pub(crate) struct HandedOver {
    written: Option<Written>,
}

impl KitPlace<'_> {
    /// Refuses before anything is made what would be refused later.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        let Some(path) = self.file else {
            return match can_ask() {
                true => Ok(()),
                false => Err(Failure::usage("no_kit")),
            };
        };
        kit_place(path, self.index, self.backup).map_err(|error| Failure::from(error).at(path))?;
        if self.alone && place::in_one_folder(path, self.index) {
            return Err(Failure::from(KitPlaceError::InsideIndex).at(path));
        }
        place::require_free(path)
    }
}

impl HandedOver {
    pub(super) fn shown() -> Self {
        Self { written: None }
    }

    pub(super) fn written(file: Written) -> Self {
        Self {
            written: Some(file),
        }
    }

    /// The file stays.
    pub(crate) fn keep(self) -> Option<PathBuf> {
        self.written.map(Written::keep)
    }
}

/// The recipient of a new kit, with the name its slot gets.
pub(crate) fn recipient_of(
    kit: &RecoveryKit,
    label: Option<&str>,
    output: &Output,
) -> RecoveryRecipient {
    let label = match label {
        Some(label) => label.to_owned(),
        None => output.words().say("default-label-kit", &[]),
    };
    kit.recipient().labelled(label)
}

/// The slot that a kit opens.
pub(crate) fn slot_of(kit: &RecoveryKit, keyring: &OpenKeyring) -> Option<String> {
    let recipient = kit.recipient().to_string();
    let slot = keyring.slots().find(|slot| slot.recipient == recipient)?;
    Some(slot.id.clone())
}

/// Gives the person a kit that remembers its keyring, and opens the keyring-to-be with what they have got.
pub(crate) fn hand_over(
    kit: &RecoveryKit,
    keyring: &OpenKeyring,
    place: &KitPlace,
    output: &Output,
) -> Result<HandedOver, Failure> {
    place.check()?;
    let Some(path) = place.file else {
        prove_on_terminal(kit, output)?;
        open_with(keyring, &kit.identity())?;
        return Ok(HandedOver::shown());
    };
    let text = kit.identity_file(dates::now());
    let written = place::write_private(path, text.as_bytes())?;
    let found = unlock::parse(&unlock::read_text(path)?)?;
    open_with(keyring, &found)?;
    let shown = clean(&path.to_string_lossy());
    output.note("kit-written", &[("path", shown)]);
    Ok(HandedOver::written(written))
}

/// Opens the keyring as it would be written.
fn open_with(keyring: &OpenKeyring, identity: &SlotIdentity) -> Result<(), Failure> {
    keyring.rehearse().open(identity)?;
    Ok(())
}

/// Shows the kit and asks for its last three groups: who can type them has it on paper, or says so.
fn prove_on_terminal(kit: &RecoveryKit, output: &Output) -> Result<(), Failure> {
    let words = output.words();
    output.note("kit-write-down", &[]);
    let groups = kit.groups();
    let mut err = std::io::stderr().lock();
    for (at, group) in groups.iter().enumerate() {
        // The prefix has a line of its own.
        let end = if at % GROUPS_IN_LINE == 0 { "\n" } else { "  " };
        let _ = write!(
            err,
            "{}{}{end}",
            if at == 0 { "\n    " } else { "" },
            group.as_str()
        );
        if end == "\n" {
            let _ = write!(err, "    ");
        }
    }
    let _ = writeln!(err, "\n");
    drop(err);
    if let Some(fingerprint) = kit.fingerprint() {
        output.note(
            "kit-fingerprint",
            &[("fingerprint", fingerprint.to_string())],
        );
    }
    for _ in 0..TRIES {
        let prompt = format!("{} ", words.say("kit-prove-prompt", &[]));
        if kit.prove(&asking::shown(&prompt)?) {
            output.note("kit-proved", &[]);
            return Ok(());
        }
        output.note("kit-not-proved", &[]);
    }
    Err(Failure::usage("kit_not_proved"))
}
