//! No secret reaches a log: the whole way with a passkey, every event of every crate written down at TRACE, and searched.

use std::io::Write;
use std::ops::ControlFlow::Continue;
use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_STANDARD_NO_PAD};
use latchkey_backup::BackupKey;
use latchkey_demo::SchemaState;
use latchkey_keyring::{FILE_NAME, LockedKeyring, NewKeyring, OpenKeyring, RecoveryKit, Timestamp};
use latchkey_passkey::{
    Authenticator, CreateRequest, Interaction, Moment, Pin, PinRequest, PrfInputs, Question,
    SoftwarePasskeys,
};
use latchkey_restore::{History, RestoreRequest, Seen, Target, index_format, restore_in};
use latchkey_tests::home::Home;
use latchkey_tests::phones::{phone, plain};
use tracing_subscriber::fmt::MakeWriter;

/// Unlike anything a log could hold by chance.
const PIN: &str = "canary-pin-7391";

/// Answers every question with yes and every wish for a PIN with the one above.
struct Obliging;

impl Interaction for Obliging {
    fn tell(&self, _: &Moment) {}

    fn pin(&self, _: &PinRequest) -> Option<Pin> {
        Pin::new(PIN)
    }

    fn confirm(&self, _: &Question) -> bool {
        true
    }

    fn is_cancelled(&self) -> bool {
        false
    }
}

/// Everything that is logged, in memory.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Written {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

/// The ways in which bytes come to stand in a log.
fn spellings(secret: &[u8]) -> Vec<String> {
    let hex: String = secret.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut spellings = vec![
        hex.to_uppercase(),
        hex,
        BASE64_STANDARD_NO_PAD.encode(secret),
        format!("{secret:?}").trim_matches(['[', ']']).to_owned(),
        format!("{secret:x?}").trim_matches(['[', ']']).to_owned(),
    ];
    spellings.extend(String::from_utf8(secret.to_vec()));
    spellings
}

#[test]
fn the_search_finds_a_secret_however_it_was_written() {
    let secret = [0x5a, 0x00, 0xff, 0x10];
    for (line, at) in [
        ("got 5a00ff10", 1),
        ("got 5A00FF10", 0),
        ("got [90, 0, 255, 16]", 3),
        ("got [5a, 0, ff, 10]", 4),
    ] {
        assert!(line.contains(&spellings(&secret)[at]), "{line}");
    }
    assert!(
        BASE64_STANDARD
            .encode(secret)
            .contains(&spellings(&secret)[2])
    );
}

#[test]
fn no_secret_is_logged_on_the_whole_way_with_a_passkey() {
    let written = Written::default();
    let everything = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(written.clone())
        .finish();
    tracing::subscriber::set_global_default(everything).unwrap();
    tracing::trace!("the log is on");

    let secrets = the_whole_way();

    let log = String::from_utf8_lossy(&written.0.lock().unwrap()).into_owned();
    assert!(log.contains("the log is on"));
    for (name, secret) in secrets {
        for spelling in spellings(&secret) {
            assert!(!log.contains(&spelling), "the log holds {name}");
        }
    }
}

/// Makes a keyring with a kit and a passkey, restores with it, opens the history by passkey, by words and by kit.
/// Hands on every secret that was in use.
fn the_whole_way() -> Vec<(&'static str, Vec<u8>)> {
    let home = Home::new();
    let now = Timestamp::from_second(1_795_000_000).unwrap();
    let phone = phone(&home.path("work/phone"), &plain(300, SchemaState::Modern));
    let mut passkeys = SoftwarePasskeys::in_folder(&home.path("data/passkeys"));
    let mut kit = RecoveryKit::generate();
    let mut keyring = OpenKeyring::create(NewKeyring {
        recipients: vec![kit.recipient()],
        account: None,
        index_format: index_format(),
        now,
    })
    .unwrap();
    assert!(kit.remember(&keyring));
    let slot = keyring
        .add_passkey("demo", &mut passkeys, &Obliging, now)
        .unwrap();
    let (_, words) = keyring.add_passphrase("words", now).unwrap();

    let key = BackupKey::from_digits(&phone.key_digits).unwrap();
    let root = key.root().unwrap().to_vec();
    let dir = home.path("data/history");
    let target = Target::Prepared {
        dir: dir.clone(),
        keyring,
    };
    let seen = Seen::at(&home.path("data/seen.json"));
    let mut request = RestoreRequest::new(phone.backup.clone(), key, target, now);
    request.seen = Some(seen.clone());
    restore_in(&mut request, &mut |_| Continue(())).unwrap();
    drop(request);

    let locked = || LockedKeyring::read(&dir.join(FILE_NAME)).unwrap();
    let by_passkey = locked()
        .identity_from_passkey(&slot, &mut passkeys, &Obliging)
        .unwrap();
    let history = History::open(&dir, &by_passkey, &seen, now).unwrap();
    let index_key = history.keyring().index_key().as_bytes().to_vec();
    let chats = history.index().chats().unwrap();
    assert!(!chats.is_empty());
    drop(history);
    let by_words = locked()
        .identity_from_passphrase(None, words.as_str())
        .unwrap();
    History::open(&dir, &by_words, &seen, now).unwrap().close();
    History::open(&dir, &kit.identity(), &seen, now)
        .unwrap()
        .close();

    // What the passkey itself answers must not be logged either.
    let credential = locked()
        .slots()
        .find(|found| found.id == slot)
        .and_then(latchkey_keyring::Slot::passkey)
        .unwrap();
    let inputs = PrfInputs {
        first: b"one".to_vec(),
        second: b"two".to_vec(),
    };
    let answer = passkeys.evaluate(&credential, &inputs, &Obliging).unwrap();
    let request = CreateRequest {
        rp_id: latchkey_passkey::RP_ID.to_owned(),
        display_name: "another".to_owned(),
        exclude: Vec::new(),
    };
    passkeys.create(&request, &Obliging).unwrap();

    let kit_groups: String = kit.groups().iter().map(|group| group.as_str()).collect();
    let needle = phone.expectations.needles[0].clone();
    vec![
        ("the PIN", PIN.as_bytes().to_vec()),
        ("the words", words.as_str().as_bytes().to_vec()),
        ("the kit", kit_groups.into_bytes()),
        ("the root key", root),
        ("the index key", index_key),
        (
            "the first PRF output",
            answer.output.as_bytes()[..32].to_vec(),
        ),
        (
            "the second PRF output",
            answer.output.as_bytes()[32..].to_vec(),
        ),
        ("a message", needle.into_bytes()),
    ]
}
