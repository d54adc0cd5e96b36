//! A made-up phone for the shell's tests: a small backup, its key, and a shell that keeps everything in a folder of its own.

pub mod files;

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use latchkey_backup::write::{Recipe, digits, encrypt15};
use latchkey_demo::source::{ChatSource, SchemaState, chat, group, phone};

use crate::ceremony::Tell;
use crate::histories::{opening, restoring};
use crate::keys;
use crate::shell::Shell;
use crate::views::{AuthenticatorKind, MomentView};
use crate::wizard::{Kit, passkeys, try_digits};

/// An obviously fake root key.
pub const ROOT: [u8; 32] = [0x42; 32];

/// A folder with a phone, and a shell beside it.
pub struct MadeUp {
    /// Deleted with everything in it.
    pub place: tempfile::TempDir,
    /// The shell, with its settings and histories in the folder.
    pub shell: Shell,
    /// The backup.
    pub backup: PathBuf,
}

fn ana() -> ChatSource {
    chat("Ana")
        .sent("hi")
        .received("see you at the harbour")
        .sent("at seven")
}

/// Somebody whose chat is locked where that is wanted.
fn eve() -> ChatSource {
    chat("Eve").sent("nobody knows").received("but the harbour")
}

impl MadeUp {
    /// A phone with two chats whose words a search can find.
    pub fn new() -> Self {
        Self::with(|_| (ana(), Vec::new()))
    }

    /// The same, with a locked chat beside them.
    pub fn with_a_locked_chat() -> Self {
        Self::with(|_| (ana(), vec![eve().locked()]))
    }

    /// The same, with a chat whose first message answers one of the locked chat, and whose second one of a group.
    pub fn with_replies_in_private() -> Self {
        let ben = chat("Ben")
            .received("then I know, too")
            .quoting_from("Eve", 0)
            .sent("which boots")
            .quoting_from("Sunday walk", 1);
        Self::with(|_| (ana(), vec![eve().locked(), ben]))
    }

    /// The same, with a photo, a voice message, a card, a call and a link at the end of Ana's chat and of the locked one, which is Eve's.
    pub fn with_files() -> Self {
        Self::with(|phone| {
            let ana = files::with_files(ana(), "ana", phone);
            (ana, vec![files::with_files(eve().locked(), "eve", phone)])
        })
    }

    fn with(chats: impl FnOnce(&Path) -> (ChatSource, Vec<ChatSource>)) -> Self {
        let place = tempfile::tempdir().unwrap();
        let phone_folder = place.path().join("phone");
        std::fs::create_dir(&phone_folder).unwrap();
        let shell = Shell::in_folder(place.path());
        let backup = phone_folder.join("msgstore.db.crypt15");
        let (ana, more) = chats(&phone_folder);
        let walk = group("Sunday walk")
            .from("Ben", "rain again")
            .sent("boots then");
        let database = place.path().join("plain.db");
        let chats = [ana, walk].into_iter().chain(more);
        let source = chats.fold(phone(), |phone, chat| phone.with(chat));
        source.write(&database, SchemaState::Modern).unwrap();
        let plain = std::fs::File::open(&database).unwrap();
        encrypt15(
            &ROOT,
            &Recipe::new([7; 16]),
            plain,
            std::fs::File::create(&backup).unwrap(),
        )
        .unwrap();
        std::fs::remove_file(database).unwrap();
        Self {
            place,
            shell,
            backup,
        }
    }

    /// A kit of the wizard, not yet proved; its groups.
    pub fn make_kit(&self) -> Vec<String> {
        let kit = Kit::make(&self.shell.words()).unwrap();
        let groups = kit.view().groups;
        self.shell
            .keep_kit(kit, self.shell.session.since())
            .unwrap();
        groups
    }

    /// Types a kit's last groups.
    pub fn prove(&self, groups: &[String]) {
        let last = groups[groups.len() - 3..].join(" ");
        assert!(keys::prove_kit(&self.shell, &last).unwrap());
    }

    /// Types the digits of the backup.
    pub fn type_digits(&self) {
        let attempt = try_digits(&self.backup, &Self::digits()).unwrap();
        self.shell.wizard().keep(attempt.outcome);
    }

    /// A history that is open, with a kit and a passkey of this PIN; the kit and the passkey's slot.
    pub fn restored_with_passkey(&self, pin: &'static str) -> (String, String) {
        self.type_digits();
        let kit = self.make_kit();
        let software = AuthenticatorKind::Software;
        let slot = passkeys::enrol(&self.shell, software, "Demo", self.person(&[pin])).unwrap();
        passkeys::rehearse(&self.shell, &slot.id, self.person(&[pin])).unwrap();
        self.prove(&kit);
        let media = self.place.path().join("phone/Media");
        if media.is_dir() {
            restoring::use_media(&self.shell, media);
        }
        restoring::run(&self.shell, &self.backup, &mut |_| {}).unwrap();
        (kit.concat(), slot.id)
    }

    /// The one history there is.
    pub fn history(&self) -> String {
        let mut all = opening::histories(&self.shell).unwrap();
        assert_eq!(all.len(), 1);
        all.remove(0).id
    }

    /// Somebody who types these PINs one after the other, the last one again and again, and says yes.
    pub fn person(&self, pins: &[&'static str]) -> Tell {
        let shell = self.shell.clone();
        let pins = Mutex::new(pins.to_vec());
        Box::new(move |moment| match moment {
            MomentView::Pin { question, .. } => {
                let mut left = pins.lock().unwrap();
                let pin = if left.len() > 1 {
                    left.remove(0)
                } else {
                    left[0]
                };
                shell.ceremonies.pin(question, pin).unwrap();
            }
            MomentView::LastTries { question, .. } | MomentView::UseNetwork { question, .. } => {
                shell.ceremonies.confirm(question, true).unwrap();
            }
            _ => {}
        })
    }

    /// The 64 digits.
    pub fn digits() -> String {
        digits(&ROOT).to_string()
    }
}
