//! The real window, the way of a passkey: enrolled after the digits, used to restore and to open, doubled, lost, recovered.
//!
//! The passkeys are software passkeys: no device is needed, and each can be lost by removing its file.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use latchkey_demo::{Phone, SchemaState};
use latchkey_tests::home::Home;
use latchkey_tests::memory::{Process, processes_of, words_in};
use latchkey_tests::phones::{phone, plain};
use latchkey_tests::skipped;
use latchkey_tests::window::{Window, no_window};
use latchkey_tests::wizard::{choose, restore_and_open_chats, write_kit_down};

const PIN: &str = "7391-canary";
const OTHER_PIN: &str = "8264-canary";

macro_rules! needs_a_window {
    ($test:literal) => {
        if let Some(reason) = no_window() {
            return skipped($test, reason);
        }
    };
}

async fn open(home: &Home) -> Window {
    Window::open(home, &[Path::new("--insecure-demo")]).await
}

/// Types a PIN when it is asked for; twice for one that is chosen.
async fn give_pin(window: &Window, pin: &str, chosen: bool) {
    window.type_into("pin-input", pin).await;
    if chosen {
        window.type_into("pin-again", pin).await;
    }
    window.click("pin-send").await;
}

/// Waits until no ceremony is on the screen.
async fn ceremony_over(window: &Window) {
    let begin = Instant::now();
    while window.has("ceremony").await {
        assert!(
            begin.elapsed() < Duration::from_secs(60),
            "the ceremony does not end:\n{}",
            window.text().await
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Clicks the software passkey among the authenticators and enrols it under a PIN.
async fn enrol(window: &Window, pin: &str) {
    let card = "[data-testid=\"authenticator\"][data-kind=\"software\"]";
    window.wait(card).await.click().await.unwrap();
    give_pin(window, pin, true).await;
    ceremony_over(window).await;
}

/// Up to the keyring that is ready: digits, passkey, kit, rehearsal. Hands on the kit.
async fn keep_with_a_passkey(window: &Window, phone: &Phone) -> String {
    choose(window, &phone.backup).await;
    window.click("next").await;
    window.type_into("digits-input", &phone.key_digits).await;
    window.find("digits-verdict").await;
    window.click("next").await;
    window.screenshot("passkey-1-offer").await;
    enrol(window, PIN).await;
    window.find("enrolled").await;
    window.screenshot("passkey-2-enrolled").await;
    window.click("next").await;

    let kit = write_kit_down(window).await;

    window.click("rehearse").await;
    give_pin(window, PIN, false).await;
    ceremony_over(window).await;
    window
        .attribute("[data-testid=\"rehearsal\"]", "data-safe", &["true"])
        .await;
    window.screenshot("passkey-3-rehearsed").await;
    window.click("next").await;
    kit
}

/// From the start screen into the only history with its first passkey.
async fn open_with_passkey(window: &Window, pin: &str) {
    window.click("start-open").await;
    window.click("passkey-way").await;
    give_pin(window, pin, false).await;
}

/// The files of the software passkeys, in the order they were made.
fn passkey_files(home: &Home) -> Vec<PathBuf> {
    let mut files =
        latchkey_tests::files::files_below(&home.path("data/latchkey/software-passkeys"));
    files.retain(|file| file.file_name().is_some_and(|name| name != "lock"));
    files.sort_by_key(|file| std::fs::metadata(file).unwrap().modified().unwrap());
    files
}

#[tokio::test]
async fn a_passkey_restores_opens_and_is_replaced_when_it_is_lost() {
    needs_a_window!("passkeys");
    let home = Home::new();
    let phone = phone(&home.path("work/phone"), &plain(400, SchemaState::Modern));
    let window = open(&home).await;
    let kit = keep_with_a_passkey(&window, &phone).await;
    restore_and_open_chats(&window).await;

    // locked and opened again: first a wrong PIN, which says how many tries are left
    assert!(window.click_away("lock").await);
    window.click("start-open").await;
    window.click("passkey-way").await;
    window.screenshot("passkey-4-pin").await;
    give_pin(&window, "not-the-pin", false).await;
    window
        .attribute("[data-testid=\"pin-tries\"]", "data-retries", &["7"])
        .await;
    give_pin(&window, PIN, false).await;
    ceremony_over(&window).await;
    window.find("chat-row").await;

    // a second passkey, and the loss of the first
    window.click("more").await;
    window.click("menu-keys").await;
    window.find("slot").await;
    window.screenshot("passkey-5-keys").await;
    window.click("add-passkey").await;
    enrol(&window, OTHER_PIN).await;
    window.click("try-added").await;
    give_pin(&window, OTHER_PIN, false).await;
    ceremony_over(&window).await;
    window.click("added-done").await;
    window.find("slot").await;
    assert_eq!(window.all("[data-testid=\"slot\"]").await.len(), 3);
    let files = passkey_files(&home);
    assert_eq!(files.len(), 2);
    std::fs::remove_file(&files[0]).unwrap();
    assert!(window.click_away("lock").await);

    // the lost one says so, the kit still opens, and the lost one is taken out
    window.click("start-open").await;
    window.find("passkey-way").await;
    let details = window
        .wait("details[data-testid=\"other-kit\"] summary")
        .await;
    details.click().await.unwrap();
    window.type_into("kit-input", &kit).await;
    window.click("kit-open").await;
    window.find("chat-row").await;
    window.click("more").await;
    window.click("menu-keys").await;
    window.find("slot").await;
    let slots = window
        .all("[data-testid=\"slot\"][data-kind=\"passkey\"]")
        .await;
    assert_eq!(slots.len(), 2);
    let of_the_lost = "[data-testid=\"slot\"][data-kind=\"passkey\"] [data-testid=\"slot-remove\"]";
    window.wait(of_the_lost).await.click().await.unwrap();
    window.screenshot("passkey-6-remove").await;
    window.click("remove-confirm").await;
    let begin = Instant::now();
    while window.all("[data-testid=\"slot\"]").await.len() > 2 {
        assert!(
            begin.elapsed() < Duration::from_secs(60),
            "{}",
            window.text().await
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    window.screenshot("passkey-7-left").await;
    window.close().await;
}

#[tokio::test]
async fn a_later_backup_needs_no_digits_only_the_passkey() {
    needs_a_window!("passkeys");
    let home = Home::new();
    let phone = phone(&home.path("work/phone"), &plain(300, SchemaState::Modern));
    let window = open(&home).await;
    keep_with_a_passkey(&window, &phone).await;
    restore_and_open_chats(&window).await;
    assert!(window.click_away("lock").await);

    choose(&window, &phone.backup).await;
    window.click("next").await;
    window.click("passkey-way").await;
    give_pin(&window, PIN, false).await;
    ceremony_over(&window).await;
    window.click("next").await;
    window.screenshot("passkey-8-merging").await;
    window.click("next").await;
    window.click("restore-start").await;
    let report = window.find("report").await;
    let messages = report.attr("data-messages").await.unwrap().unwrap();
    assert_eq!(messages, phone.expectations.messages.to_string());
    window.close().await;
}

#[tokio::test]
async fn a_lock_leaves_no_key_in_our_memory_and_no_message_in_any() {
    needs_a_window!("memory after lock");
    let home = Home::new();
    let phone = phone(&home.path("work/phone"), &plain(400, SchemaState::Modern));
    let window = open(&home).await;
    keep_with_a_passkey(&window, &phone).await;
    restore_and_open_chats(&window).await;
    let needle = &phone.expectations.needles[0];
    window
        .type_into("search-input", &format!("{needle}\u{E007}"))
        .await;
    window.find("search-hit").await;
    window.click("search-hit").await;
    window.find("jump-highlight").await;
    assert!(window.click_away("lock").await);
    window.find("start-open").await;
    open_with_passkey(&window, PIN).await;
    ceremony_over(&window).await;
    window.find("chat-row").await;

    let digits: String = phone.key_digits.split_whitespace().collect();
    let root: Vec<u8> = (0..32)
        .map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap())
        .collect();
    let keys = [("the root key", root)];
    let line = chat_line(&window).await;
    let chats = [("a chat", line.into_bytes())];
    let ours = |process: &Process| process.program.starts_with("latchkey");
    // The look itself works: while the chats are open both are there.
    let open: Vec<Process> = processes_of(&home);
    assert!(
        open.iter()
            .filter(|p| ours(p))
            .any(|p| !words_in(p, &keys).is_empty()),
        "the root key of an open keyring is found in {open:?}"
    );
    assert!(open.iter().any(|p| !words_in(p, &chats).is_empty()));

    assert!(window.click_away("lock").await);
    window.find("start-open").await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    for process in processes_of(&home) {
        if ours(&process) {
            let left = words_in(&process, &keys);
            assert!(left.is_empty(), "{process:?} still holds {left:?}");
        }
        // the driver itself has read what the window showed
        if !process.program.contains("Driver") {
            let left = words_in(&process, &chats);
            assert!(left.is_empty(), "{process:?} still holds {left:?}");
        }
    }
    window.close().await;
}

/// The last line of a chat in the list: words of a message that is on the screen. It comes through the driver backwards:
/// what the driver is told passes through our own process, and may stay there.
async fn chat_line(window: &Window) -> String {
    let script = "const rows = [...document.querySelectorAll('[data-testid=chat-row]')];
        const words = (node) => node.nodeType === 3 ? [node.data.trim()] : [...node.childNodes].flatMap(words);
        return rows.flatMap(words).sort((a, b) => b.length - a.length).map((text) => [...text].reverse().join(''));";
    let found = window.script(script).await;
    let catalogue = latchkey_tests::files::files_below(&catalogue_folder())
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect::<String>();
    let lines = found.as_array().unwrap().iter();
    lines
        .map(|line| line.as_str().unwrap().chars().rev().collect::<String>())
        // the window's own words are a part of the program
        .find(|line| !line.contains('\u{2068}') && !catalogue.contains(line.as_str()))
        .map(|line| line.trim_end_matches('…').to_owned())
        .unwrap()
}

fn catalogue_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/i18n/en")
}
