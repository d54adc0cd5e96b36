//! Each answer of the loss drill, executed: what it names is lost, and what it says still opens is opened.

use latchkey_keyring::{
    Drill, DrillVerdict, LockedKeyring, Loss, OpenKeyring, RecoveryKit, SlotId, drill,
};
use latchkey_passkey::AuthenticatorKind;

use crate::known_passkeys::{KnownPasskey, Typist};
use crate::saving::{new_keyring, now, place};

/// What a person has in the hand, by the slot it opens.
enum Way {
    Kit(Box<RecoveryKit>),
    Words(String),
    Device(KnownPasskey),
}

/// A keyring on disk and everything that opens it.
struct Household {
    _folder: tempfile::TempDir,
    path: std::path::PathBuf,
    index_key: [u8; 32],
    ways: Vec<(SlotId, Way)>,
}

fn household(kinds: &[AuthenticatorKind], words: bool) -> Household {
    let (folder, path) = place();
    let mut kit = RecoveryKit::generate();
    let mut keyring: OpenKeyring = new_keyring(&kit);
    kit.remember(&keyring);
    let kit_slot = keyring.slots().next().unwrap().id.clone();
    let mut ways = vec![(kit_slot, Way::Kit(Box::new(kit)))];
    for (seed, kind) in (1..).zip(kinds) {
        let mut device = KnownPasskey::new(*kind, seed);
        let slot = keyring.add_passkey("", &mut device, &Typist::default(), now());
        ways.push((slot.unwrap(), Way::Device(device)));
    }
    if words {
        let (slot, words) = keyring.add_passphrase("", now()).unwrap();
        ways.push((slot, Way::Words(words.as_str().to_owned())));
    }
    keyring.save(&path).unwrap();
    Household {
        _folder: folder,
        path,
        index_key: *keyring.index_key().as_bytes(),
        ways,
    }
}

impl Household {
    fn answer(&self, loss: Loss) -> Drill {
        drill(LockedKeyring::read(&self.path).unwrap().slots(), loss)
    }

    /// Takes away what the drill says is lost, and opens the keyring with every way it says is left.
    fn execute(mut self, loss: Loss) -> Drill {
        let answer = self.answer(loss);
        self.ways
            .retain(|(slot, _)| !answer.affected.contains(slot));
        let left: Vec<&SlotId> = self.ways.iter().map(|(slot, _)| slot).collect();
        assert_eq!(left, answer.still_open.iter().collect::<Vec<_>>());
        for (slot, way) in &mut self.ways {
            let locked = LockedKeyring::read(&self.path).unwrap();
            let identity = match way {
                Way::Kit(kit) => kit.identity(),
                Way::Words(words) => locked.identity_from_passphrase(Some(slot), words).unwrap(),
                Way::Device(device) => locked
                    .identity_from_passkey(slot, device, &Typist::default())
                    .unwrap(),
            };
            let open = locked.open(&identity).unwrap();
            assert_eq!(open.index_key().as_bytes(), &self.index_key);
        }
        answer
    }
}

const KEY: AuthenticatorKind = AuthenticatorKind::SecurityKey;
const TPM: AuthenticatorKind = AuthenticatorKind::Tpm;
const PHONE: AuthenticatorKind = AuthenticatorKind::Phone;
const FILE: AuthenticatorKind = AuthenticatorKind::Software;

#[test]
fn whoever_has_everything_loses_one_thing_and_uses_another_passkey() {
    for loss in Loss::ALL {
        let answer = household(&[KEY, TPM, PHONE, FILE], false).execute(loss);
        assert_eq!(answer.verdict, DrillVerdict::OtherPasskey, "{loss:?}");
        assert!(!answer.affected.is_empty());
    }
}

#[test]
fn whoever_loses_the_only_passkey_uses_the_kit() {
    for (loss, kind) in [
        (Loss::PhoneLost, PHONE),
        (Loss::SecurityKeyLost, KEY),
        (Loss::ComputerDead, TPM),
        (Loss::ComputerDead, FILE),
        (Loss::PinBlocked, KEY),
        (Loss::PinBlocked, TPM),
        (Loss::PinBlocked, FILE),
    ] {
        let answer = household(&[kind], false).execute(loss);
        assert_eq!(
            (answer.affected.len(), answer.verdict),
            (1, DrillVerdict::KitOnly),
            "{loss:?}"
        );
    }
}

#[test]
fn a_software_passkey_is_no_other_passkey() {
    let answer = household(&[KEY, FILE], false).execute(Loss::SecurityKeyLost);
    assert_eq!(answer.verdict, DrillVerdict::KitOnly);
    assert_eq!(answer.still_open.len(), 2);
}

#[test]
fn the_spare_key_opens_it_when_the_other_is_lost() {
    let answer = household(&[KEY, KEY], false).execute(Loss::SecurityKeyLost);
    assert_eq!(
        (answer.affected.len(), answer.verdict),
        (1, DrillVerdict::OtherPasskey)
    );
}

#[test]
fn without_a_passkey_nothing_is_lost_and_the_words_open_it() {
    for loss in [Loss::PhoneLost, Loss::ComputerDead] {
        let answer = household(&[], true).execute(loss);
        assert_eq!(answer.verdict, DrillVerdict::NotAffected, "{loss:?}");
    }
    let answer = household(&[PHONE], true).execute(Loss::PhoneLost);
    assert_eq!(
        (answer.verdict, answer.still_open.len()),
        (DrillVerdict::KitOnly, 2)
    );
}
