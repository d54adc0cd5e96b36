//! Whoever never held a slot cannot make one, move one, or put new secrets behind one.

use ed25519_dalek::SigningKey;
use latchkey_keyring::{LockedKeyring, OpenKeyringError, SlotIdentity, UnlockSlotError};
use latchkey_passkey::{
    Authenticator, AuthenticatorKind, CeremonyError, CreateRequest, Credential, Evaluation,
    Interaction, Posture, PrfInputs, PrfOutput,
};
use serde_json::{Value, json};

use crate::known_passkeys::Typist;
use crate::stranger::{
    CREDENTIAL, Draft, FIDO2, KIT, PRF, Prf, SECURITY_KEY_SLOT, WORDS, WORDS_SLOT, decrypt,
    encrypt, pinned,
};

/// The made-up passkey of the golden files: it answers the same to everything.
pub struct Constant(pub AuthenticatorKind, pub [u8; 64]);

impl Authenticator for Constant {
    fn kind(&self) -> AuthenticatorKind {
        self.0
    }

    fn postures(&mut self) -> Result<Vec<Posture>, CeremonyError> {
        Ok(Vec::new())
    }

    fn create(
        &mut self,
        _request: &CreateRequest,
        _ask: &dyn Interaction,
    ) -> Result<Credential, CeremonyError> {
        Err(CeremonyError::Denied)
    }

    fn evaluate(
        &mut self,
        credential: &Credential,
        _inputs: &PrfInputs,
        _ask: &dyn Interaction,
    ) -> Result<Evaluation, CeremonyError> {
        assert_eq!(credential.id, CREDENTIAL);
        let halves = self.1.split_at(32);
        let output = PrfOutput::new(halves.0.try_into().unwrap(), halves.1.try_into().unwrap());
        Ok(Evaluation {
            output,
            backup_eligible: false,
            backed_up: false,
        })
    }
}

fn key() -> Constant {
    Constant(AuthenticatorKind::SecurityKey, PRF)
}

/// What opening with the security key's slot ends with.
fn with_passkey(draft: &Draft) -> Result<(), UnlockSlotError> {
    let locked = LockedKeyring::from_bytes(&draft.sign()).unwrap();
    let identity =
        locked.identity_from_passkey(SECURITY_KEY_SLOT, &mut key(), &Typist::default())?;
    locked
        .open(&identity)
        .map(drop)
        .map_err(|error| match error {
            OpenKeyringError::Tampered => UnlockSlotError::Tampered,
            other => panic!("{other:?}"),
        })
}

fn with_words(draft: &Draft) -> Result<(), UnlockSlotError> {
    let locked = LockedKeyring::from_bytes(&draft.sign()).unwrap();
    let identity = locked.identity_from_passphrase(None, WORDS)?;
    locked
        .open(&identity)
        .map(drop)
        .map_err(|error| match error {
            OpenKeyringError::Tampered => UnlockSlotError::Tampered,
            other => panic!("{other:?}"),
        })
}

fn is_tampered(result: Result<(), UnlockSlotError>) -> bool {
    match result {
        Err(UnlockSlotError::Tampered) => true,
        other => panic!("{other:?}"),
    }
}

fn slot<'a>(draft: &'a mut Draft, id: &str) -> &'a mut Value {
    let slots = draft.value["slots"].as_array_mut().unwrap();
    slots.iter_mut().find(|slot| slot["id"] == id).unwrap()
}

/// The identity text inside the security key's slot.
fn text_in(draft: &mut Draft) -> String {
    let armored = slot(draft, SECURITY_KEY_SLOT)["identity"]
        .as_str()
        .unwrap()
        .to_owned();
    decrypt(&armored, &prf())
}

fn prf() -> Prf {
    Prf {
        label: FIDO2,
        outputs: PRF,
        nonce: [2; 16],
    }
}

fn put_text(draft: &mut Draft, text: &str) {
    slot(draft, SECURITY_KEY_SLOT)["identity"] = json!(encrypt(text.as_bytes(), &[&prf()]));
}

/// Another keyring of the same person, whose slots the same passkey and the same words open.
fn other() -> Draft {
    let mut draft = Draft::every_kind_of("ffeeddccbbaa99887766554433221100", [0x56; 32]);
    draft.put_secret("5100000000000003", "root_key", &[0x57; 32]);
    draft
}

#[test]
fn a_strangers_keyring_opens_with_passkey_and_words() {
    let draft = Draft::every_kind();
    with_passkey(&draft).unwrap();
    with_words(&draft).unwrap();
    with_passkey(&other()).unwrap();
}

#[test]
fn fresh_secrets_for_the_real_recipients_are_refused_by_every_way_in() {
    let mut draft = Draft::every_kind();
    let own = SigningKey::from_bytes(&[0x66; 32]);
    draft.put_secret("5100000000000001", "signing_key", own.as_bytes());
    draft.put_secret("5100000000000002", "index_key", &[0x66; 32]);
    draft.put_secret("5100000000000003", "root_key", &[0x66; 32]);
    draft.state_signer(own);
    assert!(is_tampered(with_passkey(&draft)));
    assert!(is_tampered(with_words(&draft)));
    let identity = SlotIdentity::parse(&pinned(
        KIT,
        "aa00000000000001",
        &Draft::every_kind().signer,
    ));
    let locked = LockedKeyring::from_bytes(&draft.sign()).unwrap();
    assert!(matches!(
        locked.open(&identity.unwrap()),
        Err(OpenKeyringError::Tampered)
    ));
}

#[test]
fn a_slot_of_another_keyring_of_the_same_passkey_is_refused() {
    for id in [SECURITY_KEY_SLOT, WORDS_SLOT] {
        // The whole slot, signed by an editor and by the keyring's own signer.
        let theirs = slot(&mut other(), id).clone();
        let mut draft = Draft::every_kind();
        *slot(&mut draft, id) = theirs;
        draft.reseal();
        let open = |draft: &Draft| match id {
            WORDS_SLOT => with_words(draft),
            _ => with_passkey(draft),
        };
        assert!(is_tampered(open(&draft)), "{id}, own signer");
        draft.state_signer(SigningKey::from_bytes(&[0x66; 32]));
        assert!(is_tampered(open(&draft)), "{id}, editor");
    }
}

#[test]
fn the_identity_of_another_slot_is_refused_under_this_one() {
    let theirs = slot(&mut other(), SECURITY_KEY_SLOT)["identity"].clone();
    let mut draft = Draft::every_kind();
    slot(&mut draft, SECURITY_KEY_SLOT)["identity"] = theirs;
    assert!(is_tampered(with_passkey(&draft)), "of another keyring");
    let mut draft = Draft::every_kind();
    let phones = slot(&mut draft, "cc00000000000003")["identity"].clone();
    slot(&mut draft, SECURITY_KEY_SLOT)["identity"] = phones;
    assert!(
        is_tampered(with_passkey(&draft)),
        "of another slot of this one"
    );
}

#[test]
fn an_identity_text_that_lacks_a_pin_is_refused() {
    let mut intact = Draft::every_kind();
    let whole = text_in(&mut intact);
    for pin in ["# keyring:", "# slot:", "# signed by:"] {
        let without: String = whole
            .lines()
            .filter(|line| !line.starts_with(pin))
            .map(|line| format!("{line}\n"))
            .collect();
        let mut draft = Draft::every_kind();
        draft.value = intact.value.clone();
        put_text(&mut draft, &without);
        assert!(is_tampered(with_passkey(&draft)), "{pin}");
        // Nor does it open the keyring when somebody unwraps it by hand.
        let locked = LockedKeyring::from_bytes(&intact.sign()).unwrap();
        let identity = SlotIdentity::parse(&without).unwrap();
        assert!(
            matches!(locked.open(&identity), Err(OpenKeyringError::Tampered)),
            "{pin}"
        );
    }
    let mut draft = Draft::every_kind();
    let twice = format!("{whole}{}", whole.lines().last().unwrap());
    put_text(&mut draft, &format!("{twice}\n"));
    assert!(is_tampered(with_passkey(&draft)), "two keys");
    put_text(&mut draft, "nothing\n");
    assert!(is_tampered(with_passkey(&draft)), "no key");
}

#[test]
fn a_slot_that_names_another_authenticator_is_refused() {
    let mut draft = Draft::every_kind();
    slot(&mut draft, SECURITY_KEY_SLOT)["authenticator"] = json!("phone");
    assert!(matches!(
        with_passkey(&draft),
        Err(UnlockSlotError::OtherKindOfSlot)
    ));
    let mut draft = Draft::every_kind();
    slot(&mut draft, "cc00000000000013")["authenticator"] = json!("security_key");
    let locked = LockedKeyring::from_bytes(&draft.sign()).unwrap();
    let opened = locked.identity_from_passkey("cc00000000000013", &mut key(), &Typist::default());
    assert!(
        matches!(opened, Err(UnlockSlotError::Tampered)),
        "a TPM's stanza is no passkey's"
    );
}

#[test]
fn a_tpm_slot_without_its_binding_is_refused() {
    for broken in [json!(null), json!({"parent_name": "AA"}), json!(5)] {
        let mut draft = Draft::every_kind();
        slot(&mut draft, "cc00000000000013")["tpm"] = broken;
        assert!(LockedKeyring::from_bytes(&draft.sign()).is_err());
    }
    // For others it is a member that version 1 does not know.
    let mut draft = Draft::every_kind();
    slot(&mut draft, SECURITY_KEY_SLOT)["tpm"] = json!(5);
    with_passkey(&draft).unwrap();
}

/// An editor changes one byte anywhere and signs with a key of their own: nobody with a pinned identity takes it.
#[test]
fn every_flipped_byte_is_refused_even_when_it_is_signed_again() {
    let mut draft = Draft::every_kind();
    draft.state_signer(SigningKey::from_bytes(&[0x66; 32]));
    let document = draft.document();
    let identity = SlotIdentity::parse(&pinned(
        KIT,
        "aa00000000000001",
        &Draft::every_kind().signer,
    ));
    let identity = identity.unwrap();
    let mut parsed = 0;
    for at in 0..document.len() {
        let mut changed = document.clone().into_bytes();
        changed[at] ^= 1;
        let Ok(text) = String::from_utf8(changed) else {
            continue;
        };
        let Ok(locked) = LockedKeyring::from_bytes(&crate::stranger::sign(&text, &draft.signer))
        else {
            continue;
        };
        parsed += 1;
        let refused = locked.open(&identity).unwrap_err();
        assert!(
            matches!(
                refused,
                OpenKeyringError::Tampered | OpenKeyringError::NoMatchingSlot
            ),
            "byte {at}"
        );
    }
    assert!(
        parsed > document.len() / 2,
        "{parsed} of {}",
        document.len()
    );
}

/// Changed and signed again with the keyring's own key, as only an old holder could: never a panic, never a key.
#[test]
fn a_changed_character_in_a_wrapped_identity_opens_nothing() {
    for id in [SECURITY_KEY_SLOT, WORDS_SLOT] {
        let mut draft = Draft::every_kind();
        let whole = slot(&mut draft, id)["identity"]
            .as_str()
            .unwrap()
            .to_owned();
        for (at, character) in whole.char_indices() {
            let mut changed = whole.clone();
            let other = if character == 'x' { "y" } else { "x" };
            changed.replace_range(at..=at, other);
            slot(&mut draft, id)["identity"] = json!(changed);
            let refused = match id {
                WORDS_SLOT => with_words(&draft),
                _ => with_passkey(&draft),
            };
            assert!(
                matches!(
                    refused,
                    Err(UnlockSlotError::Tampered
                        | UnlockSlotError::OtherSecret
                        | UnlockSlotError::WrongPassphrase
                        | UnlockSlotError::TooMuchWork)
                ),
                "{id}, character {at}: {refused:?}"
            );
        }
    }
}
