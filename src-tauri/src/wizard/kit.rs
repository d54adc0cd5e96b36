//! The recovery kit of the wizard and the keyring it opens: made before the restore, so that the paper already knows its keyring.

use latchkey_keyring::{IndexFormat, KitWords, NewKeyring, OpenKeyring, RecoveryKit, Timestamp};
use zeroize::Zeroizing;

use crate::shell::words::Words;
use crate::views::{CommandError, ErrorCode, KitView};

/// How many of the last groups are typed as a proof.
const PROOF: u32 = 3;

/// A kit, its keyring until a restore takes it, and whether the person has proved that the paper is there.
pub struct Kit {
    kit: RecoveryKit,
    keyring: Option<OpenKeyring>,
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
        let mut kit = RecoveryKit::generate();
        let keyring = OpenKeyring::create(NewKeyring {
            recipients: vec![kit.recipient()],
            account: None,
            index_format: index_format()?,
            now: made,
        });
        let keyring =
            keyring.map_err(|error| CommandError::new(ErrorCode::Internal, error.to_string()))?;
        if !kit.remember(&keyring) {
            return Err(CommandError::internal("the kit has no slot in its keyring"));
        }
        let page = kit.html(&page_words(words, made), made);
        Ok(Self {
            kit,
            keyring: Some(keyring),
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

    /// Whether the typed groups are the last ones; once they were, the kit counts as kept.
    pub fn prove(&mut self, typed: &str) -> bool {
        let right = self.kit.prove(typed);
        self.proved |= right;
        right
    }

    /// The keyring, for a restore.
    ///
    /// # Errors
    /// `usage` before the kit was proved, and after the keyring was taken.
    pub fn take_keyring(&mut self) -> Result<OpenKeyring, CommandError> {
        if !self.proved {
            return Err(CommandError::usage("the recovery kit was not proved"));
        }
        self.keyring.take().ok_or(CommandError::usage(
            "this recovery kit already has its history",
        ))
    }

    /// A restore failed: the keyring waits for the next.
    pub fn put_back(&mut self, keyring: OpenKeyring) {
        self.keyring = Some(keyring);
    }
}

/// How the index is encrypted, for the keyring.
fn index_format() -> Result<IndexFormat, CommandError> {
    let json = serde_json::to_string(&latchkey_index::FORMAT).ok();
    json.and_then(|json| IndexFormat::from_json(&json))
        .ok_or(CommandError::internal("the index format is no object"))
}

fn page_words(words: &Words, made: Timestamp) -> KitWords {
    let word = |id: &str| words.get(id);
    let date = made.strftime("%Y-%m-%d").to_string();
    KitWords {
        lang: words.language.to_owned(),
        right_to_left: false,
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
