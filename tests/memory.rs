//! Memory stays bounded whatever the size of the backup.

use std::process::Child;
use std::time::Duration;

use latchkey_demo::SchemaState;
use latchkey_tests::cli::{command, restore_arguments};
use latchkey_tests::home::Home;
use latchkey_tests::phones::{phone, plain};

const MEBIBYTE: u64 = 1024 * 1024;

/// The most private memory (RssAnon) the process was seen with, in bytes, until it ended.
fn most_memory(child: &mut Child) -> u64 {
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("RssAnon:"));
        let kibibytes = line
            .and_then(|rest| rest.split_whitespace().next())
            .and_then(|number| number.parse::<u64>().ok());
        most = most.max(kibibytes.unwrap_or(0) * 1024);
        std::thread::sleep(Duration::from_millis(5));
    }
    most
}

#[test]
fn two_hundred_thousand_messages_restore_within_200_mebibytes() {
    let home = Home::new();
    let phone = phone(
        &home.path("work/phone"),
        &plain(200_000, SchemaState::Modern),
    );
    let arguments = restore_arguments(
        &home,
        &phone.backup,
        &phone.key_file,
        &home.path("work/history"),
        &[],
    );
    let out = std::fs::File::create(home.path("work/report.json")).unwrap();
    let mut child = command(&home, &arguments)
        .stdout(out)
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let most = most_memory(&mut child);
    assert!(child.wait().unwrap().success());
    let report = std::fs::read_to_string(home.path("work/report.json")).unwrap();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(
        report["messages"].as_u64(),
        Some(phone.expectations.messages)
    );
    println!("200,000 messages: at most {} MiB", most / MEBIBYTE);
    assert!(
        most > 0 && most <= 200 * MEBIBYTE,
        "{} MiB",
        most / MEBIBYTE
    );
}
