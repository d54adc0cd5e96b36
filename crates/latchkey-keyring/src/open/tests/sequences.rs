//! Any sequence of changes: what is left opens everything, what was removed opens nothing that was written after.

use proptest::prelude::*;

use super::*;
use crate::envelope::{UnsealError, unseal};

/// One thing a person does.
#[derive(Debug, Clone)]
enum Step {
    Kit,
    Words,
    Passkey(AuthenticatorKind),
    Remove(usize),
    Rename(usize),
    Rekey,
    Root([u8; 32]),
    /// Saved, and opened again with one of the ways in.
    Reopen(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let kind = prop_oneof![
        Just(AuthenticatorKind::SecurityKey),
        Just(AuthenticatorKind::Tpm),
        Just(AuthenticatorKind::Phone),
        Just(AuthenticatorKind::Software),
    ];
    prop_oneof![
        1 => Just(Step::Kit),
        2 => Just(Step::Words),
        3 => kind.prop_map(Step::Passkey),
        4 => (0usize..8).prop_map(Step::Remove),
        1 => (0usize..8).prop_map(Step::Rename),
        1 => Just(Step::Rekey),
        1 => any::<[u8; 32]>().prop_map(Step::Root),
        3 => (0usize..8).prop_map(Step::Reopen),
    ]
}

/// What a person has in the hand.
enum Way {
    Kit(Box<RecoveryKit>),
    Words(String),
    Passkey(KnownPasskey),
}

impl Way {
    fn identity(&mut self, slot: &str, locked: &LockedKeyring, typist: &Typist) -> SlotIdentity {
        match self {
            Self::Kit(kit) => kit.identity(),
            Self::Words(words) => locked.identity_from_passphrase(Some(slot), words).unwrap(),
            Self::Passkey(device) => locked.identity_from_passkey(slot, device, typist).unwrap(),
        }
    }
}

/// A keyring on disk, the ways into it, and the identities of those that were removed.
struct Story {
    keyring: OpenKeyring,
    path: std::path::PathBuf,
    ways: Vec<(SlotId, Way)>,
    gone: Vec<SlotIdentity>,
    typist: Typist,
    devices: u8,
}

impl Story {
    fn begin(path: std::path::PathBuf) -> Self {
        let mut kit = RecoveryKit::generate();
        let mut keyring = keyring_for(&mut kit);
        keyring.save(&path).unwrap();
        let slot = keyring.slots().next().unwrap().id.clone();
        Self {
            keyring,
            path,
            ways: vec![(slot, Way::Kit(Box::new(kit)))],
            gone: Vec::new(),
            typist: Typist::default(),
            devices: 0,
        }
    }

    fn play(&mut self, step: Step) {
        match step {
            Step::Kit => {
                let mut kit = RecoveryKit::generate();
                let slot = self.keyring.add_recovery(kit.recipient(), now()).unwrap();
                assert!(kit.remember(&self.keyring));
                self.ways.push((slot, Way::Kit(Box::new(kit))));
            }
            Step::Words => {
                let (slot, words) = self.keyring.add_passphrase_at("", QUICK, now()).unwrap();
                self.ways
                    .push((slot, Way::Words(words.as_str().to_owned())));
            }
            Step::Passkey(kind) => self.enrol(kind),
            Step::Remove(number) => self.remove(number % self.ways.len()),
            Step::Rename(number) => {
                let slot = self.ways[number % self.ways.len()].0.clone();
                self.keyring
                    .rename_slot(&slot, &format!("number {number}"))
                    .unwrap();
                self.keyring.mark_tested(&slot, now()).unwrap();
            }
            Step::Rekey => {
                let old = *self.keyring.index_key().as_bytes();
                if !self.keyring.finish_rekey() {
                    self.keyring.begin_rekey(now()).unwrap();
                    assert_eq!(self.keyring.index_key().as_bytes(), &old);
                }
            }
            Step::Root(key) => drop(self.keyring.add_root_key(&key, now()).unwrap()),
            Step::Reopen(number) => self.reopen(number % self.ways.len()),
        }
    }

    fn enrol(&mut self, kind: AuthenticatorKind) {
        self.devices += 1;
        let mut device = KnownPasskey::new(kind, self.devices);
        match self
            .keyring
            .add_passkey("", &mut device, &self.typist, now())
        {
            Ok(slot) => self.ways.push((slot, Way::Passkey(device))),
            Err(AddSlotError::NoRecovery) => {
                let kits = self
                    .ways
                    .iter()
                    .filter(|(_, way)| matches!(way, Way::Kit(_)));
                assert_eq!(kits.count(), 0);
            }
            Err(error) => panic!("{error:?}"),
        }
    }

    fn remove(&mut self, number: usize) {
        let slot = self.ways[number].0.clone();
        let identity = self.ways[number]
            .1
            .identity(&slot, &self.keyring.rehearse(), &self.typist);
        match self.keyring.remove_slot(&slot, now()) {
            Ok(()) => {
                self.ways.remove(number);
                self.gone.push(identity);
            }
            Err(RemoveSlotError::LastSlot) => assert_eq!(self.ways.len(), 1),
            Err(RemoveSlotError::LastRecovery) => {
                let kits = self
                    .ways
                    .iter()
                    .filter(|(_, way)| matches!(way, Way::Kit(_)));
                assert_eq!(kits.count(), 1);
            }
            Err(RemoveSlotError::RekeyUnderWay) => {
                self.keyring.finish_rekey();
            }
            Err(error) => panic!("{error:?}"),
        }
    }

    fn reopen(&mut self, number: usize) {
        self.keyring.save(&self.path).unwrap();
        let locked = LockedKeyring::read(&self.path).unwrap();
        let (slot, way) = &mut self.ways[number];
        let identity = way.identity(slot, &locked, &self.typist);
        self.keyring = locked.open(&identity).unwrap();
        assert_eq!(self.keyring.opened_by(), Some(slot.as_str()));
        assert_eq!(self.keyring.authenticity(), Authenticity::Pinned);
    }

    /// The claim, about the file as it is written now.
    fn holds(&mut self) {
        self.keyring.save(&self.path).unwrap();
        let read = || LockedKeyring::read(&self.path).unwrap();
        assert_eq!(read().slots().len(), self.ways.len());
        for (slot, way) in &mut self.ways {
            let identity = way.identity(slot, &read(), &self.typist);
            let open = read().open(&identity).unwrap();
            assert!(open.secrets.equal(&self.keyring.secrets));
        }
        for gone in &self.gone {
            assert!(read().open(gone).is_err());
            for entry in &self.keyring.document.secrets {
                let opened = unseal(&entry.value.age, &gone.keys);
                assert!(matches!(opened, Err(UnsealError::NotForUs)));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_left_opens_everything_and_what_is_gone_nothing(steps in proptest::collection::vec(step(), 1..14)) {
        let (_folder, path) = place();
        let mut story = Story::begin(path);
        for step in steps {
            story.play(step);
        }
        story.holds();
    }
}
