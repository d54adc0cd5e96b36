//! The real window: the whole wizard on a made-up phone, search, lock; and the backups that do not open.

use latchkey_demo::{Phone, PhoneOptions, SchemaState, SpecialBackup, write_special_backup};
use latchkey_tests::home::Home;
use latchkey_tests::phones::{phone, plain};
use latchkey_tests::skipped;
use latchkey_tests::window::{Window, no_window};
use latchkey_tests::wizard::{choose, write_kit_down};

/// An obviously made-up root key.
const ROOT: [u8; 32] = [0x5A; 32];
const OTHER_DIGITS: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

macro_rules! needs_a_window {
    ($test:literal) => {
        if let Some(reason) = no_window() {
            return skipped($test, reason);
        }
    };
}

/// The card says whole or damaged, then on to the key.
async fn unlock(window: &Window, digits: &str) {
    window.click("next").await;
    window.type_into("digits-input", digits).await;
}

/// Goes on without a passkey, writes the kit's groups down by hand, types the last ones, and hands all of them on.
async fn keep(window: &Window) -> String {
    window.click("next").await;
    window.click("passkey-skip").await;
    write_kit_down(window).await
}

/// The whole way to the report; hands on the recovery kit.
async fn restore(window: &Window, phone: &Phone) -> String {
    choose(window, &phone.backup).await;
    window
        .attribute("[data-testid=\"backup-card\"]", "data-whole", &["ok"])
        .await;
    window.screenshot("wizard-1-choose").await;
    unlock(window, &phone.key_digits).await;
    window.find("digits-verdict").await;
    window.screenshot("wizard-2-unlock").await;
    let kit = keep(window).await;
    window.screenshot("wizard-4-restore").await;
    window.click("restore-start").await;
    window.find("report").await;
    window.screenshot("wizard-5-done").await;
    kit
}

#[tokio::test]
async fn the_whole_wizard_restores_the_demo_and_search_finds_a_message_in_its_place() {
    needs_a_window!("window");
    let home = Home::new();
    let options = PhoneOptions {
        media: true,
        ..plain(3_000, SchemaState::Modern)
    };
    let phone = phone(&home.path("work/phone"), &options);
    let expected = &phone.expectations;
    let window = Window::open(&home, &[]).await;
    let kit = restore(&window, &phone).await;
    let report = window.find("report").await;
    let messages = report.attr("data-messages").await.unwrap().unwrap();
    assert_eq!(messages, expected.messages.to_string());
    let rows = report.attr("data-source-rows").await.unwrap().unwrap();
    assert_eq!(rows, expected.source_rows.to_string());

    window.click("open-chats").await;
    window.find("chat-row").await;
    window.screenshot("chats").await;
    let needle = &expected.needles[0];
    window
        .type_into("search-input", &format!("{needle}\u{E007}"))
        .await;
    window.find("search-hit").await;
    window.screenshot("search").await;
    assert_eq!(window.all("[data-testid=\"search-hit\"]").await.len(), 1);
    window.click("search-hit").await;
    let place = "[data-testid=\"message\"]:has([data-testid=\"jump-highlight\"])";
    let message = window.wait(place).await.text().await.unwrap();
    assert!(message.contains(needle.as_str()), "{message}");
    window.screenshot("search-in-place").await;

    // locking destroys the web view and what it may still hold; a new one shows the start screen
    assert!(window.click_away("lock").await);
    window.find("start-open").await;
    assert!(!window.text().await.contains(needle.as_str()));

    window.click("start-open").await;
    window.find("history-card").await;
    window.type_into("kit-input", &kit).await;
    window.click("kit-open").await;
    window.find("chat-row").await;
    window.close().await;
}

#[tokio::test]
async fn another_backups_digits_are_answered_at_once() {
    needs_a_window!("window");
    let home = Home::new();
    let backup = home.path("work/msgstore.db.crypt15");
    write_special_backup(&backup, SpecialBackup::Small, &ROOT).unwrap();
    let window = Window::open(&home, &[]).await;
    choose(&window, &backup).await;
    unlock(&window, OTHER_DIGITS).await;
    let verdict = "[data-testid=\"digits-verdict\"]";
    window
        .attribute(verdict, "data-verdict", &["does_not_fit"])
        .await;
    window
        .attribute(verdict, "data-cause", &["wrong_key"])
        .await;
    let next = window.find("next").await;
    assert!(!next.is_enabled().await.unwrap());
    window.screenshot("wrong-key").await;
    window.close().await;
}

#[tokio::test]
async fn one_slipped_digit_is_proposed_and_fits_once_confirmed() {
    needs_a_window!("window");
    let home = Home::new();
    let backup = home.path("work/msgstore.db.crypt15");
    let key = write_special_backup(&backup, SpecialBackup::Small, &ROOT).unwrap();
    let digits = std::fs::read_to_string(key)
        .unwrap()
        .replacen("5a5a", "5a7a", 1);
    let window = Window::open(&home, &[]).await;
    choose(&window, &backup).await;
    unlock(&window, digits.trim()).await;
    window
        .attribute(
            "[data-testid=\"digits-verdict\"]",
            "data-verdict",
            &["slip"],
        )
        .await;
    window.screenshot("slip").await;
    window.click("slip-accept").await;
    window.click("next").await;
    window.click("passkey-skip").await;
    window.find("kit-show").await;
    window.close().await;
}

#[tokio::test]
async fn a_damaged_copy_is_shown_as_damaged_before_any_key() {
    needs_a_window!("window");
    let home = Home::new();
    let backup = home.path("work/msgstore.db.crypt15");
    write_special_backup(&backup, SpecialBackup::Damaged, &ROOT).unwrap();
    let window = Window::open(&home, &[]).await;
    choose(&window, &backup).await;
    window
        .attribute("[data-testid=\"backup-card\"]", "data-whole", &["mismatch"])
        .await;
    window.screenshot("damaged").await;
    window.close().await;
}

#[tokio::test]
async fn a_backup_held_by_a_passkey_is_explained_with_the_way_through_the_digits() {
    needs_a_window!("window");
    let home = Home::new();
    let backup = home.path("work/msgstore.db.crypt15");
    write_special_backup(&backup, SpecialBackup::HeldByPasskey, &ROOT).unwrap();
    let window = Window::open(&home, &[]).await;
    choose(&window, &backup).await;
    window.click("next").await;
    let explained = window.find("locked-explained").await;
    assert!(explained.text().await.unwrap().contains("passkey"));
    window.screenshot("held-by-passkey").await;
    window.close().await;
}

#[tokio::test]
async fn a_backup_given_on_the_command_line_is_on_its_card_at_once() {
    needs_a_window!("window");
    let home = Home::new();
    let backup = home.path("work/msgstore.db.crypt15");
    write_special_backup(&backup, SpecialBackup::Small, &ROOT).unwrap();
    let window = Window::open(&home, &[&backup]).await;
    window.find("backup-card").await;
    window.close().await;
}

#[tokio::test]
async fn a_file_dropped_on_the_window_is_on_its_card() {
    needs_a_window!("window");
    let home = Home::new();
    let backup = home.path("work/msgstore.db.crypt15");
    write_special_backup(&backup, SpecialBackup::Small, &ROOT).unwrap();
    let window = Window::open(&home, &[]).await;
    window.click("start-restore").await;
    window.find("drop-zone").await;
    window.drop_file(&backup);
    window.find("backup-card").await;
    window.screenshot("dropped").await;
    window.close().await;
}
