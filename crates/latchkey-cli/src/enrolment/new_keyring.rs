//! The keyring of a new history, made before anything is restored: recipients, a kit, a passkey, each of them proved.

use super::kit::{HandedOver, KitPlace, hand_over, recipient_of, slot_of};
use super::{enrol, kind_of, rehearse};
use crate::arguments::{CeremonyArguments, NewPasskeyArguments};
use crate::asking::Terminal;
use crate::dates;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, can_ask};
use clap::Args;
use latchkey_keyring::{OpenKeyring, RecoveryKit, RecoveryRecipient};
use latchkey_passkey::{AuthenticatorKind, Computer, Credential};
use latchkey_restore::{RestoreError, prepare_keyring};
use std::path::PathBuf;

/// Who can open a new keyring.
#[derive(Debug, Args)]
pub(crate) struct NewKeyringArguments {
    /// Who can open it: a public age recipient (repeatable)
    #[arg(long, value_name = "age1…")]
    pub(crate) recipient: Vec<String>,
    /// Write a recovery kit, which opens it when all else is lost, to this new file
    #[arg(long, value_name = "FILE")]
    pub(crate) kit: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) new_passkey: NewPasskeyArguments,
}

/// What was made on the way and is taken back unless it is kept: the kit's file, the passkey.
#[derive(Default)]
pub(crate) struct Undo {
    kit: Option<HandedOver>,
    passkey: Option<(Computer, Credential)>,
}

impl Undo {
    /// Everything stays; the kit's file, if there is one.
    pub(crate) fn keep(mut self) -> Option<PathBuf> {
        self.passkey = None;
        self.kit.take().and_then(HandedOver::keep)
    }
}

impl Drop for Undo {
    fn drop(&mut self) {
        if let Some((mut computer, credential)) = self.passkey.take()
            && let Ok(authenticator) = computer.of(credential.kind)
        {
            authenticator.forget(&credential);
        }
    }
}

/// The public recipients that were named.
pub(crate) fn recipients(texts: &[String]) -> Result<Vec<RecoveryRecipient>, Failure> {
    let parse = |text: &String| {
        text.parse::<RecoveryRecipient>()
            .map_err(|error| Failure::usage("bad_recipient").detail(&error.to_string()))
    };
    texts.iter().map(parse).collect()
}

/// Makes the keyring; nothing of it is written but the kit, at its place.
pub(crate) fn make(
    new: &NewKeyringArguments,
    passkey: Option<CeremonyArguments>,
    place: &KitPlace,
    home: &Home,
    output: &Output,
) -> Result<(OpenKeyring, Undo), Failure> {
    let mut all = recipients(&new.recipient)?;
    // A passkey alone may be lost: without another way in there is a kit, on paper if not in a file.
    let wants_kit = new.kit.is_some() || (passkey.is_some() && all.is_empty());
    if !wants_kit && all.is_empty() {
        return Err(Failure::usage("no_recipient"));
    }
    let kit = wants_kit.then(RecoveryKit::generate);
    if let Some(kit) = &kit {
        place.check()?;
        all.push(recipient_of(kit, None, output));
    }
    let mut enrolment = match passkey {
        Some(ceremony) => Some(Enrolment::begin(new, ceremony, home, output)?),
        None => None,
    };
    let mut keyring = prepare_keyring(&all, dates::now()).map_err(RestoreError::from)?;
    let mut undo = Undo::default();
    let mut kit_slot = None;
    if let Some(mut kit) = kit {
        kit.remember(&keyring);
        undo.kit = Some(hand_over(&kit, &keyring, place, output)?);
        kit_slot = slot_of(&kit, &keyring);
        keyring.prove_with(&kit.identity());
        if let Some(enrolment) = enrolment.take() {
            enrolment.run(new, &mut keyring, &mut undo, output)?;
            // Once more, now that every secret was sealed anew.
            keyring.rehearse().open(&kit.identity())?;
        }
    }
    if let Some(enrolment) = enrolment {
        enrolment.run(new, &mut keyring, &mut undo, output)?;
    }
    if let Some(slot) = kit_slot {
        keyring.mark_tested(&slot, dates::now())?;
    }
    Ok((keyring, undo))
}

/// A passkey about to be made: the authenticator is chosen and the PIN's line read before anything is written.
struct Enrolment<'a> {
    computer: Computer,
    kind: AuthenticatorKind,
    person: Terminal<'a>,
}

impl<'a> Enrolment<'a> {
    fn begin(
        new: &NewKeyringArguments,
        ceremony: CeremonyArguments,
        home: &Home,
        output: &'a Output,
    ) -> Result<Self, Failure> {
        let mut computer = home.computer(ceremony.insecure_demo)?;
        let kind = kind_of(new.new_passkey.authenticator, &mut computer, output)?;
        let person = Terminal::new(output.words(), ceremony.pin_stdin)?;
        Ok(Self {
            computer,
            kind,
            person,
        })
    }

    /// Adds the passkey and opens the keyring-to-be with it.
    fn run(
        mut self,
        new: &NewKeyringArguments,
        keyring: &mut OpenKeyring,
        undo: &mut Undo,
        output: &Output,
    ) -> Result<(), Failure> {
        let (computer, person) = (&mut self.computer, &self.person);
        let slot = enrol(
            keyring,
            &new.new_passkey,
            self.kind,
            computer,
            person,
            output,
        )?;
        let credential = keyring
            .slots()
            .find(|known| known.id == slot)
            .and_then(latchkey_keyring::Slot::passkey);
        if can_ask() {
            output.note("rehearse-passkey", &[]);
        }
        let rehearsed = rehearse(keyring, &slot, self.kind, computer, person);
        undo.passkey = credential.map(|credential| (self.computer, credential));
        rehearsed?;
        keyring.mark_tested(&slot, dates::now())?;
        Ok(())
    }
}
