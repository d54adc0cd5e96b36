//! What reaches the log and what never does.

use std::io;
use std::sync::{Arc, Mutex};

use super::*;

/// A log in memory.
#[derive(Clone, Default)]
struct Page(Arc<Mutex<Vec<u8>>>);

impl io::Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What the log holds after `events`.
fn logged(events: impl FnOnce()) -> String {
    let page = Page::default();
    let subscriber = tracing_subscriber::registry().with(OnlyNames::new(page.clone()));
    tracing::subscriber::with_default(subscriber, events);
    let bytes = page.0.lock().unwrap().clone();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn no_text_reaches_the_log_whatever_field_carries_it() {
    let canary = "See you at the harbour, Ana +34 600 000 000";
    let log = logged(|| {
        tracing::info!("{canary}");
        tracing::info!(name: "restored", text = canary, chat = ?canary, path = %canary, code = canary, place = canary);
        tracing::error!(target: "latchkey_index", error = canary, sender = 34_600_000_000_u64, "{canary}");
        window_problem(WindowProblem::from_word(canary), canary);
        panicked(canary);
    });
    assert_eq!(log.lines().count(), 5);
    for word in ["harbour", "Ana", "600", "See"] {
        assert!(!log.contains(word), "{log}");
    }
}

#[test]
fn names_codes_places_and_listed_numbers_reach_the_log() {
    let log = logged(|| {
        tracing::info!(name: "restored", messages = 20_000_u64, seconds = 7_u64);
        failed(ErrorCode::WrongKey);
        panicked("src-tauri/src/window.rs:12:5");
    });
    assert!(log.contains("restored messages=20000 seconds=7"), "{log}");
    assert!(log.contains("command-failed code=wrong_key"), "{log}");
    assert!(
        log.contains("panic place=src-tauri/src/window.rs:12:5"),
        "{log}"
    );
}

#[test]
fn other_peoples_events_and_chatty_levels_are_not_written() {
    let log = logged(|| {
        tracing::debug!(name: "noise", messages = 1_u64);
        tracing::warn!(target: "zbus", messages = 1_u64);
    });
    assert_eq!(log, "");
}

#[test]
fn what_libraries_say_of_an_authenticator_is_silenced_with_all_below_it() {
    for target in SILENCED_TARGETS {
        assert!(is_silenced(target) && is_silenced(&format!("{target}::below")));
    }
    assert!(!is_silenced("latchkey_passkey"));
    assert!(!is_silenced(&format!("{}_too", SILENCED_TARGETS[0])));
}

#[test]
fn a_place_is_a_source_file_and_a_line() {
    assert!(is_place("assets/index-B1x_2.js:1:20411"));
    assert!(is_place("src/App.svelte:7"));
    assert!(!is_place("hello there:1:2"));
    assert!(!is_place("call me at 5:30"));
    assert!(!is_place("http://x.org/?q=secret.js:1:2"));
    assert!(!is_place("a.js:1:"));
    assert!(!is_place(""));
}

#[test]
fn the_eighth_day_is_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    for day in 10..20 {
        std::fs::write(
            folder.path().join(format!("latchkey.2026-01-{day}.log")),
            "old",
        )
        .unwrap();
    }
    let log = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("latchkey")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder.path())
        .unwrap();
    drop(log);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), DAYS);
}
