//! Exports of a made-up history: what is in them, what never is, and what stays when they are stopped.

use std::path::{Path, PathBuf};

use latchkey_index::ChatId;
use serde_json::{Value, json};

use super::{estimating, ground, left, people, place, use_rules, writing};
use crate::browsing;
use crate::histories::opening;
use crate::journey::made_up::MadeUp;
use crate::keys::show_locked_by_typing;
use crate::shell::Shell;
use crate::views::{ErrorCode, ExportAskView, ExportReportView};

/// Everything, as the window would ask for it, but for what `change` says.
fn ask(change: Value) -> ExportAskView {
    let mut all = json!({
        "format": "jsonl", "scope": { "of": "everything" }, "people": [], "me": false, "from": null, "to": null,
        "kinds": [], "media": "files", "zone": "Europe/Madrid", "names": "names", "language": "en",
        "ownMarks": false, "redact": false, "preset": "android-uk", "csv": "excel", "paper": "a4",
        "addToDataset": false,
    });
    for (name, value) in change.as_object().unwrap() {
        all[name] = value.clone();
    }
    serde_json::from_value(all).unwrap()
}

/// Exports into a folder of this name.
fn export(made_up: &MadeUp, name: &str, change: Value) -> ExportReportView {
    place::choose(&made_up.shell, out(made_up, name));
    writing::run(&made_up.shell, &ask(change), &mut |_| {}).unwrap()
}

fn out(made_up: &MadeUp, name: &str) -> PathBuf {
    made_up.place.path().join(name)
}

/// Every byte of an export.
fn bytes(folder: &Path) -> String {
    let mut all = String::new();
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => all += &bytes(&path),
            false => all += &String::from_utf8_lossy(&std::fs::read(path).unwrap()),
        }
    }
    all
}

/// The chat whose last message is this one.
fn chat_ending(shell: &Shell, text: &str) -> i64 {
    let chats = shell
        .session
        .read_visible(|history, visible| browsing::chats(history.index(), visible));
    let mut chats = chats.unwrap().into_iter();
    chats
        .find(|chat| chat.last_text.as_deref() == Some(text))
        .unwrap()
        .id
}

fn history() -> MadeUp {
    let made_up = MadeUp::new();
    made_up.restored_with_passkey("1234");
    made_up
}

#[test]
fn everything_is_written_where_the_person_said_and_its_counts_add_up() {
    let made_up = history();
    let report = export(&made_up, "all", json!({}));
    assert_eq!((report.chosen, report.written, report.chats), (5, 5, 2));
    assert_eq!(report.name, "all");
    assert_eq!(report.manifest_sha256.len(), 64);
    let by_kind: u64 = report.by_kind.iter().map(|row| row.count).sum();
    assert_eq!(by_kind, report.written);
    let written = bytes(&out(&made_up, "all"));
    for text in ["see you at the harbour", "boots then", "Europe/Madrid"] {
        assert!(written.contains(text), "{text}");
    }
    assert_eq!(
        made_up.shell.exporting.made().unwrap(),
        out(&made_up, "all")
    );
    // What is there stays.
    place::choose(&made_up.shell, out(&made_up, "all"));
    let again = writing::run(&made_up.shell, &ask(json!({})), &mut |_| {});
    assert_eq!(again.unwrap_err().code, ErrorCode::AlreadyExists);
    assert_eq!(bytes(&out(&made_up, "all")), written);
    assert!(!made_up.shell.running.is_running());
}

#[test]
fn a_chat_a_search_people_and_kinds_each_take_their_part() {
    let made_up = history();
    let shell = &made_up.shell;
    let walk = chat_ending(shell, "boots then");
    let who = people::list(shell).unwrap();
    let counts: Vec<_> = who.iter().map(|one| one.messages).collect();
    assert_eq!((who[0].id, counts), (None, vec![3, 1, 1]));
    for (name, change, written) in [
        (
            "a",
            json!({ "scope": { "of": "chats", "chats": [walk] } }),
            2,
        ),
        (
            "b",
            json!({ "scope": { "of": "search", "text": "harbour", "chat": null } }),
            1,
        ),
        ("c", json!({ "people": [who[1].id], "me": false }), 1),
        ("d", json!({ "me": true }), 3),
        ("e", json!({ "kinds": ["text"] }), 5),
        ("f", json!({ "to": "2024-03-01" }), 5),
    ] {
        let estimate = estimating::run(shell, &ask(change.clone())).unwrap();
        assert_eq!(estimate.messages, written, "{name}");
        assert_eq!(export(&made_up, name, change).written, written, "{name}");
    }
    let nothing = ask(json!({ "kinds": ["poll"] }));
    let refused = estimating::run(shell, &nothing).unwrap_err();
    assert_eq!(refused.code, ErrorCode::NothingChosen);
    for wrong in [
        json!({ "zone": "Nowhere/Else" }),
        json!({ "kinds": ["nothing"] }),
        json!({ "from": "2024-02-30" }),
        json!({ "redact": true }),
    ] {
        let refused = estimating::run(shell, &ask(wrong.clone())).unwrap_err();
        assert_eq!(refused.code, ErrorCode::Usage, "{wrong}");
    }
}

#[test]
fn a_gallery_takes_what_it_shows() {
    let made_up = MadeUp::with_files();
    made_up.restored_with_passkey("1234");
    let gallery = json!({ "scope": { "of": "gallery", "kind": "pictures", "chat": null } });
    let report = export(&made_up, "gallery", gallery);
    assert_eq!((report.written, report.chats), (1, 1), "not the locked one");
}

#[test]
fn nothing_of_a_hidden_chat_is_in_any_export_nor_what_quotes_it() {
    let made_up = MadeUp::with_replies_in_private();
    let (kit, _) = made_up.restored_with_passkey("1234");
    let shell = &made_up.shell;
    let eve = shell.session.read(|history| history.index().locked_chats());
    let eve: ChatId = eve.unwrap()[0];
    let named =
        json!({ "scope": { "of": "chats", "chats": [eve.0, chat_ending(shell, "which boots")] } });
    let found = json!({ "scope": { "of": "search", "text": "knows", "chat": null } });
    for format in ["json", "jsonl"] {
        for (what, scope) in [("all", json!({})), ("named", named.clone())] {
            let mut change = scope;
            change["format"] = json!(format);
            let name = format!("{format}-{what}");
            let report = export(&made_up, &name, change);
            assert!(report.written > 0);
            let written = bytes(&out(&made_up, &name));
            for secret in ["\"nobody knows\"", "but the harbour", "\"Eve\""] {
                assert!(!written.contains(secret), "{secret} in {name}");
            }
            assert!(written.contains("then I know"), "the reply itself");
        }
    }
    let nothing = estimating::run(shell, &ask(found.clone())).unwrap_err();
    assert_eq!(nothing.code, ErrorCode::NothingChosen);
    let seen = people::list(shell).unwrap();

    let slots = opening::slots(shell, &made_up.history()).unwrap();
    let kit_slot = slots
        .iter()
        .find(|slot| slot.kind == crate::views::SlotKind::Recovery);
    show_locked_by_typing(shell, &kit_slot.unwrap().id, &kit).unwrap();
    assert_eq!(people::list(shell).unwrap().len(), seen.len() + 1);
    export(&made_up, "shown", json!({}));
    assert!(bytes(&out(&made_up, "shown")).contains("\"nobody knows\""));
    assert_eq!(estimating::run(shell, &ask(found)).unwrap().messages, 1);
}

#[test]
fn a_stopped_export_stays_is_found_gone_on_with_and_deleted() {
    let made_up = history();
    let shell = made_up.shell.clone();
    for name in ["first", "second"] {
        place::choose(&shell, out(&made_up, name));
        let stopping = shell.clone();
        let stopped = writing::run(&shell, &ask(json!({})), &mut |_| stopping.running.cancel());
        assert_eq!(stopped.unwrap_err().code, ErrorCode::Cancelled);
    }
    // Found after a start, too, when nobody has chosen a place.
    shell.exporting.forget();
    let found = ground(&shell).unwrap().unfinished;
    let mine: Vec<_> = found
        .iter()
        .filter(|one| Path::new(&one.folder) == made_up.place.path())
        .collect();
    let [first, second] = mine.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!((first.name.as_str(), first.in_use), ("first", false));
    assert_eq!(first.total, 5);
    let report = writing::resume(&shell, &first.id, &mut |_| {}).unwrap();
    assert_eq!((report.written, report.name.as_str()), (5, "first"));
    left::delete(&shell, &second.id).unwrap();
    assert!(!out(&made_up, "second.unfinished").exists());
    assert_eq!(
        left::delete(&shell, "p99").unwrap_err().code,
        ErrorCode::Usage
    );
}

#[test]
fn a_lock_stops_an_export_and_keeps_what_is_written_but_no_rules() {
    let made_up = history();
    let shell = made_up.shell.clone();
    let rules = made_up.place.path().join("rules.toml");
    let text = "version = 1\n[[rule]]\nword = \"harbour\"\naction = \"replace\"\n";
    std::fs::write(&rules, text).unwrap();
    use_rules(&shell, &rules).unwrap();
    place::choose(&shell, out(&made_up, "locked"));
    let locking = shell.clone();
    let asked = ask(json!({ "redact": true }));
    let stopped = writing::run(&shell, &asked, &mut |_| {
        // Elsewhere, as from the window: the lock waits for the readers.
        let locking = locking.clone();
        std::thread::spawn(move || locking.close_everything());
        while locking_is_pending(&shell) {
            std::thread::yield_now();
        }
    });
    assert_eq!(stopped.unwrap_err().code, ErrorCode::Cancelled);
    assert!(!out(&made_up, "locked").exists());
    assert_eq!(shell.session.history(), None);
    assert_eq!(
        estimating::run(&shell, &asked).unwrap_err().code,
        ErrorCode::Usage,
        "the rules are forgotten"
    );
}

/// Until the lock has asked the export to stop.
fn locking_is_pending(shell: &Shell) -> bool {
    shell.running.answer().is_continue()
}

#[test]
fn rules_are_followed_and_a_wrong_line_is_named() {
    let made_up = history();
    let shell = &made_up.shell;
    let rules = made_up.place.path().join("rules.toml");
    std::fs::write(&rules, "version = 1\n[[rule]]\nwrod = \"x\"\n").unwrap();
    let refused = use_rules(shell, &rules).unwrap_err();
    assert_eq!(refused.code, ErrorCode::BadRedaction);
    assert!(refused.line.is_some());
    let nobody = "version = 1\n\n[[rule]]\nperson = \"Nobody Here\"\naction = \"leave_out\"\n";
    std::fs::write(&rules, nobody).unwrap();
    assert_eq!(use_rules(shell, &rules).unwrap(), "rules.toml");
    let refused = estimating::run(shell, &ask(json!({ "redact": true }))).unwrap_err();
    assert_eq!(refused.code, ErrorCode::BadRedaction);
    assert!(refused.line.is_some_and(|line| (3..=4).contains(&line)));

    let word = "version = 1\n[[rule]]\nword = \"harbour\"\naction = \"replace\"\n";
    std::fs::write(&rules, word).unwrap();
    use_rules(shell, &rules).unwrap();
    let report = export(&made_up, "redacted", json!({ "redact": true }));
    assert_eq!((report.written, report.replaced), (5, 1));
    assert!(!bytes(&out(&made_up, "redacted")).contains("harbour"));
    shell.exporting.drop_rules();
    assert!(estimating::run(shell, &ask(json!({ "redact": true }))).is_err());
}

#[test]
fn a_mark_made_meanwhile_does_not_end_an_export() {
    let made_up = history();
    let shell = made_up.shell.clone();
    let walk = chat_ending(&shell, "boots then");
    place::choose(&shell, out(&made_up, "marked"));
    let mut marked = false;
    let marking = shell.clone();
    let report = writing::run(&shell, &ask(json!({})), &mut |_| {
        if !std::mem::replace(&mut marked, true) {
            let marks = crate::views::OwnMarksView {
                bookmark: true,
                ..Default::default()
            };
            browsing::marks::set(&marking, walk, None, marks).unwrap();
        }
    });
    assert_eq!(report.unwrap().written, 5);
}
