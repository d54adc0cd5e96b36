//! Claims about enrolling passkeys and passphrases.

use std::sync::atomic::Ordering;

use latchkey_passkey::{
    CeremonyError, Interaction, Moment, Pin, PinRequest, Question, SoftwarePasskeys,
};

use super::*;
use crate::document::SlotKind;
use crate::locked::UnlockSlotError;

#[test]
fn a_passkey_is_asked_for_its_pin_once_and_answers_twice() {
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    let mut key = KnownPasskey::new(AuthenticatorKind::SecurityKey, 1);
    let typist = Typist::default();
    let slot = keyring
        .add_passkey("Blue key", &mut key, &typist, now())
        .unwrap();
    assert_eq!(
        (typist.pins_asked.load(Ordering::SeqCst), key.evaluations),
        (1, 2)
    );
    let rehearsal = keyring.rehearse();
    let identity = rehearsal
        .identity_from_passkey(&slot, &mut key, &typist)
        .unwrap();
    let open = rehearsal.open(&identity).unwrap();
    assert_eq!(open.authenticity(), Authenticity::Pinned);
    assert_eq!(open.opened_by(), Some(slot.as_str()));
    assert!(open.secrets.equal(&keyring.secrets));
}

#[test]
fn every_kind_of_authenticator_opens_what_it_was_enrolled_in() {
    let (_folder, path) = place();
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    let typist = Typist::default();
    let kinds = [
        AuthenticatorKind::SecurityKey,
        AuthenticatorKind::Tpm,
        AuthenticatorKind::Phone,
        AuthenticatorKind::Software,
    ];
    let mut devices: Vec<KnownPasskey> = (1..)
        .zip(kinds)
        .map(|(n, kind)| KnownPasskey::new(kind, n))
        .collect();
    for device in &mut devices {
        keyring.add_passkey("", device, &typist, now()).unwrap();
    }
    keyring.save(&path).unwrap();
    let read = || LockedKeyring::read(&path).unwrap();
    let slots: Vec<Slot> = read().slots().skip(1).cloned().collect();
    for (slot, device) in slots.iter().zip(&mut devices) {
        let identity = read()
            .identity_from_passkey(&slot.id, device, &typist)
            .unwrap();
        assert!(
            read()
                .open(&identity)
                .unwrap()
                .secrets
                .equal(&keyring.secrets)
        );
    }
    let flags = |slot: &Slot| {
        slot.passkey()
            .map(|p| (p.backup_eligible, p.backed_up, p.tpm.is_some()))
    };
    assert_eq!(
        flags(&slots[1]),
        Some((false, false, true)),
        "a TPM keeps its binding"
    );
    assert_eq!(
        flags(&slots[2]),
        Some((true, true, false)),
        "a phone's flags are those last seen"
    );
    assert_eq!(
        slots.iter().filter(|slot| slot.counts_as_passkey()).count(),
        3
    );
}

#[test]
fn a_keyring_without_a_kit_gets_no_passkey() {
    let (_folder, path) = place();
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    let (words, _) = keyring.add_passphrase_at("", QUICK, now()).unwrap();
    keyring.save(&path).unwrap();
    let recovery = keyring.slots().next().unwrap().id.clone();
    keyring.remove_slot(&recovery, now()).unwrap();
    let mut key = KnownPasskey::new(AuthenticatorKind::SecurityKey, 1);
    let refused = keyring.add_passkey("", &mut key, &Typist::default(), now());
    assert!(matches!(refused, Err(AddSlotError::NoRecovery)));
    assert_eq!(
        keyring
            .slots()
            .map(|slot| slot.id.as_str())
            .collect::<Vec<_>>(),
        [words]
    );
}

#[test]
fn a_device_is_not_enrolled_twice() {
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    let mut key = KnownPasskey::new(AuthenticatorKind::SecurityKey, 1);
    let typist = Typist::default();
    keyring.add_passkey("", &mut key, &typist, now()).unwrap();
    let twice = keyring.add_passkey("", &mut key, &typist, now());
    assert!(matches!(
        twice,
        Err(AddSlotError::Ceremony(CeremonyError::AlreadyEnrolled))
    ));
    assert_eq!(keyring.slots().len(), 2);
}

#[test]
fn a_credential_that_is_handed_out_twice_is_refused_and_never_forgotten() {
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    let mut key = KnownPasskey::new(AuthenticatorKind::Tpm, 1);
    let typist = Typist::default();
    keyring.add_passkey("", &mut key, &typist, now()).unwrap();
    key.fault = Some(Fault::HandsOutTwice);
    let twice = keyring.add_passkey("", &mut key, &typist, now());
    assert!(matches!(
        twice,
        Err(AddSlotError::Ceremony(CeremonyError::AlreadyEnrolled))
    ));
    assert!(key.forgotten.is_empty());
}

#[test]
fn an_enrolment_that_fails_is_forgotten_and_changes_nothing() {
    let faults = [
        Fault::AnswersDifferently,
        Fault::AnswersAlike,
        Fault::AnswersNothing,
        Fault::GoneAfterCreating,
        Fault::OtherRelyingParty,
    ];
    for fault in faults {
        let mut kit = RecoveryKit::generate();
        let mut keyring = keyring_for(&mut kit);
        let before = keyring.document.to_text(1);
        let mut key = KnownPasskey::failing(AuthenticatorKind::Phone, fault);
        let failed = keyring.add_passkey("", &mut key, &Typist::default(), now());
        match (fault, failed) {
            (
                Fault::GoneAfterCreating,
                Err(AddSlotError::Ceremony(CeremonyError::NotThisPasskey)),
            ) => {}
            (_, Err(AddSlotError::Ceremony(CeremonyError::Inconsistent { .. }))) => {}
            (_, other) => panic!("{fault:?}: {other:?}"),
        }
        assert_eq!(key.forgotten.len(), 1, "{fault:?}");
        assert_eq!(keyring.document.to_text(1), before, "{fault:?}");
    }
}

#[test]
fn whoever_stops_after_the_last_touch_has_enrolled_nothing() {
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    let mut key = KnownPasskey::new(AuthenticatorKind::SecurityKey, 1);
    let typist = Typist::default();
    typist.stops.store(true, Ordering::SeqCst);
    let stopped = keyring.add_passkey("", &mut key, &typist, now());
    assert!(matches!(
        stopped,
        Err(AddSlotError::Ceremony(CeremonyError::Cancelled))
    ));
    assert_eq!((key.forgotten.len(), keyring.slots().len()), (1, 1));
}

#[test]
fn another_passkey_or_another_kind_does_not_open_a_slot() {
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    let mut key = KnownPasskey::new(AuthenticatorKind::SecurityKey, 1);
    let typist = Typist::default();
    let slot = keyring.add_passkey("", &mut key, &typist, now()).unwrap();
    let credential = keyring.slots().find_map(Slot::passkey).unwrap();
    let unlock = |slot: &str, with: &mut KnownPasskey| {
        let rehearsal = keyring.rehearse();
        rehearsal
            .identity_from_passkey(slot, with, &typist)
            .unwrap_err()
    };
    let mut other = KnownPasskey::new(AuthenticatorKind::SecurityKey, 2);
    assert!(matches!(
        unlock(&slot, &mut other),
        UnlockSlotError::Ceremony(CeremonyError::NotThisPasskey)
    ));
    other.hold(&credential.id);
    assert!(matches!(
        unlock(&slot, &mut other),
        UnlockSlotError::OtherSecret
    ));
    let mut phone = KnownPasskey::new(AuthenticatorKind::Phone, 1);
    assert!(matches!(
        unlock(&slot, &mut phone),
        UnlockSlotError::OtherKindOfSlot
    ));
    assert!(matches!(
        unlock("none", &mut key),
        UnlockSlotError::UnknownSlot
    ));
}

#[test]
fn words_open_whichever_slot_they_fit() {
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    let none = keyring
        .rehearse()
        .identity_from_passphrase(None, "any")
        .unwrap_err();
    assert!(matches!(none, UnlockSlotError::OtherKindOfSlot));
    let (one, first) = keyring.add_passphrase_at("one", QUICK, now()).unwrap();
    let (two, second) = keyring.add_passphrase_at("two", QUICK, now()).unwrap();
    for (slot, words) in [(&one, &first), (&two, &second)] {
        let rehearsal = keyring.rehearse();
        let identity = rehearsal
            .identity_from_passphrase(None, words.as_str())
            .unwrap();
        let open = rehearsal.open(&identity).unwrap();
        assert_eq!(open.opened_by(), Some(slot.as_str()));
    }
    let crossed = keyring
        .rehearse()
        .identity_from_passphrase(Some(&one), second.as_str());
    assert!(matches!(crossed, Err(UnlockSlotError::WrongPassphrase)));
    let wrong = keyring
        .rehearse()
        .identity_from_passphrase(None, "wrong words");
    assert!(matches!(wrong, Err(UnlockSlotError::WrongPassphrase)));
}

#[test]
fn a_save_is_refused_when_a_new_way_in_does_not_open_it() {
    let (_folder, path) = place();
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    let mut key = KnownPasskey::new(AuthenticatorKind::SecurityKey, 1);
    let typist = Typist::default();
    keyring.add_passkey("", &mut key, &typist, now()).unwrap();
    // As if the wrapped identity were damaged between memory and disk.
    let entry = keyring.document.slots.pop().unwrap();
    let mut slot = entry.value;
    if let SlotKind::Passkey(passkey) = &mut slot.kind {
        passkey.identity = passkey.identity.replace('A', "B");
    }
    keyring.document.slots.push(slot.into_entry());
    assert!(matches!(
        keyring.save(&path),
        Err(SaveKeyringError::NotProven)
    ));
    assert!(!path.exists());
}

#[test]
fn what_a_passkey_answered_is_wiped_after_the_save_that_it_proved() {
    let (_folder, path) = place();
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    let mut key = KnownPasskey::new(AuthenticatorKind::SecurityKey, 1);
    keyring
        .add_passkey("", &mut key, &Typist::default(), now())
        .unwrap();
    keyring.add_passphrase_at("", QUICK, now()).unwrap();
    assert!(
        keyring
            .added
            .iter()
            .all(|added| added.unwrapped_by.is_some())
    );
    keyring.save(&path).unwrap();
    assert!(
        keyring
            .added
            .iter()
            .all(|added| added.unwrapped_by.is_none())
    );
    keyring
        .rename_slot(&keyring.added[0].slot.clone(), "Blue key")
        .unwrap();
    keyring.save(&path).unwrap();
    assert_eq!(LockedKeyring::read(&path).unwrap().generation(), 2);
}

#[test]
fn a_software_passkey_is_enrolled_and_opens_with_its_pin_only() {
    /// Types a PIN and, when it was wrong, stops.
    struct Typed(&'static str);
    impl Interaction for Typed {
        fn tell(&self, _moment: &Moment) {}
        fn pin(&self, request: &PinRequest) -> Option<Pin> {
            (!request.was_wrong).then(|| Pin::new(self.0)).flatten()
        }
        fn confirm(&self, _question: &Question) -> bool {
            false
        }
        fn is_cancelled(&self) -> bool {
            false
        }
    }
    let (folder, path) = place();
    let passkeys = folder.path().join("passkeys");
    let mut kit = RecoveryKit::generate();
    let mut keyring = keyring_for(&mut kit);
    let right = Typed("2468 obviously fake");
    let mut device = SoftwarePasskeys::in_folder(&passkeys);
    let slot = keyring.add_passkey("", &mut device, &right, now()).unwrap();
    keyring.save(&path).unwrap();
    let read = || LockedKeyring::read(&path).unwrap();
    // As after a restart.
    let mut device = SoftwarePasskeys::in_folder(&passkeys);
    let wrong = read().identity_from_passkey(&slot, &mut device, &Typed("1357 wrong"));
    assert!(matches!(wrong, Err(UnlockSlotError::Ceremony(_))));
    let identity = read().identity_from_passkey(&slot, &mut device, &right);
    let open = read().open(&identity.unwrap()).unwrap();
    assert!(open.secrets.equal(&keyring.secrets));
    assert!(!open.slots().any(Slot::counts_as_passkey));
    // Another computer has no such file.
    let mut elsewhere = SoftwarePasskeys::in_folder(&folder.path().join("elsewhere"));
    let absent = read().identity_from_passkey(&slot, &mut elsewhere, &right);
    assert!(matches!(
        absent,
        Err(UnlockSlotError::Ceremony(CeremonyError::NoAuthenticator(_)))
    ));
}
