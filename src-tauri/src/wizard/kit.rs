//! A recovery kit and the keyring it opens: of a new history, before the restore, so that the paper already knows its
//! keyring; or of the open history, whose keyring gets the slot only when the person has proved that the paper is there.

use latchkey_keyring::{KitWords, NewKeyring, OpenKeyring, RecoveryKit, Slot, Timestamp};
use latchkey_passkey::Credential;
use zeroize::Zeroizing;

use crate::shell::words::Words;
use crate::views::{CommandError, KitView};

/// How many of the last groups are typed as a proof.
const PROOF: u32 = 3;

/// What a kit is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The history that a restore will make.
    NewHistory,
    /// The history that is open.
    OpenHistory,
}

/// A kit, its keyring until a restore takes it, and whether the person has proved that the paper is there.
pub struct Kit {
    kit: RecoveryKit,
    /// The kit's slot.
    slot: String,
    keyring: Option<OpenKeyring>,
    purpose: Purpose,
    proved: bool,
    made: Timestamp,
    page: Zeroizing<String>,
}

impl Kit {
    /// A fresh kit with a fresh keyring; neither is written anywhere.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn make(words: &Words) -> Result<Self, CommandError> {
        let made = Timestamp::now();
        let kit = RecoveryKit::generate();
        let keyring = OpenKeyring::create(NewKeyring {
            recipients: vec![kit.recipient()],
            account: None,
            index_format: latchkey_restore::index_format(),
            now: made,
        })?;
        Self::of(kit, keyring, Purpose::NewHistory, made, words)
    }

    /// A fresh kit for the open history, in a draft of its keyring.
    ///
    /// # Errors
    /// As [`Kit::make`].
    pub fn for_open_history(mut draft: OpenKeyring, words: &Words) -> Result<Self, CommandError> {
        let made = Timestamp::now();
        let kit = RecoveryKit::generate();
        draft.add_recovery(kit.recipient(), made)?;
        Self::of(kit, draft, Purpose::OpenHistory, made, words)
    }

    fn of(
        mut kit: RecoveryKit,
        keyring: OpenKeyring,
        purpose: Purpose,
        made: Timestamp,
        words: &Words,
    ) -> Result<Self, CommandError> {
        let recipient = kit.recipient().to_string();
        let slot = keyring
            .slots()
            .find(|slot| slot.recipient == recipient)
            .map(|slot| slot.id.clone())
            .filter(|_| kit.remember(&keyring))
            .ok_or(CommandError::internal("the kit has no slot in its keyring"))?;
        let page = kit.html(&page_words(words, made), made);
        Ok(Self {
            kit,
            slot,
            keyring: Some(keyring),
            purpose,
            proved: false,
            made,
            page,
        })
    }

    /// For the window, which shows it once.
    pub fn view(&self) -> KitView {
        KitView {
            groups: self
                .kit
                .groups()
                .iter()
                .map(|group| group.to_string())
                .collect(),
            last_groups: PROOF,
            fingerprint: self
                .kit
                .fingerprint()
                .map(ToString::to_string)
                .unwrap_or_default(),
            html: self.page.to_string(),
        }
    }

    /// The printable page.
    pub fn page(&self) -> &str {
        &self.page
    }

    /// The kit as an age identity file.
    pub fn identity_file(&self) -> Zeroizing<String> {
        self.kit.identity_file(self.made)
    }

    /// Whether the typed groups are the last ones. The first time they are, the kit opens the keyring as it would be
    /// written, and counts as kept and tested.
    ///
    /// # Errors
    /// `in_use` while a passkey is being enrolled; `internal` when the kit does not open its keyring.
    pub fn prove(&mut self, typed: &str, now: Timestamp) -> Result<bool, CommandError> {
        if !self.kit.prove(typed) {
            return Ok(false);
        }
        if !self.proved {
            let identity = self.kit.identity();
            let slot = self.slot.clone();
            let keyring = self.keyring()?;
            keyring.rehearse().open(&identity)?;
            keyring.mark_tested(&slot, now)?;
            self.proved = true;
        }
        Ok(true)
    }

    /// Whether its keyring waits here.
    pub fn has_keyring(&self) -> bool {
        self.keyring.is_some()
    }

    /// The passkeys that were enrolled in a keyring that nobody has taken: without it they open nothing.
    pub fn enrolled(&self) -> Vec<Credential> {
        let unused = self
            .keyring
            .iter()
            .filter(|_| self.purpose == Purpose::NewHistory);
        unused
            .flat_map(|keyring| keyring.slots().filter_map(Slot::passkey))
            .collect()
    }

    /// What it is for.
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// The keyring to be.
    ///
    /// # Errors
    /// `in_use` while it is lent, `usage` once a restore or a history took it.
    pub fn keyring(&mut self) -> Result<&mut OpenKeyring, CommandError> {
        self.keyring.as_mut().ok_or(CommandError::in_use(
            "the keyring of this recovery kit is in use",
        ))
    }

    /// The keyring, to enrol a passkey in: [`Kit::put_back`] follows.
    ///
    /// # Errors
    /// As [`Kit::keyring`].
    pub fn lend_keyring(&mut self) -> Result<OpenKeyring, CommandError> {
        self.keyring()?;
        self.keyring
            .take()
            .ok_or(CommandError::internal("the keyring is gone"))
    }

    /// The keyring, for a restore or for the open history.
    ///
    /// # Errors
    /// `usage` before the kit was proved, for another purpose, and after the keyring was taken.
    pub fn take_keyring(&mut self, purpose: Purpose) -> Result<OpenKeyring, CommandError> {
        if !self.proved {
            return Err(CommandError::usage("the recovery kit was not proved"));
        }
        if self.purpose != purpose {
            return Err(CommandError::usage(
                "this recovery kit is for another history",
            ));
        }
        self.keyring.take().ok_or(CommandError::usage(
            "this recovery kit already has its history",
        ))
    }

    /// A restore failed, or a passkey was enrolled: the keyring waits for what is next. False, and it is dropped, when
    /// it is not this kit's.
    pub fn put_back(&mut self, keyring: OpenKeyring) -> bool {
        let ours = self.kit.keyring_id() == Some(keyring.id());
        if ours {
            self.keyring = Some(keyring);
        }
        ours
    }
}

fn page_words(words: &Words, made: Timestamp) -> KitWords {
    let word = |id: &str| words.get(id);
    let date = made.strftime("%Y-%m-%d").to_string();
    KitWords {
        lang: words.language.to_owned(),
        right_to_left: words.right_to_left(),
        title: word("kit-title"),
        opens: word("kit-opens"),
        made_on: words.with("kit-made-on", "date", &date),
        keep: word("kit-keep"),
        key_heading: word("kit-key-heading"),
        key_hint: word("kit-key-hint"),
        qr_caption: word("kit-qr-caption"),
        fingerprint_label: word("kit-fingerprint"),
        keyring_label: word("kit-keyring"),
        public_key_label: word("kit-public-key"),
        with_latchkey: word("kit-with-latchkey"),
        without_heading: word("kit-without-heading"),
        without_explained: word("kit-without-explained"),
        step_write: word("kit-step-write"),
        step_digits: word("kit-step-digits"),
        step_index: word("kit-step-index"),
    }
}
