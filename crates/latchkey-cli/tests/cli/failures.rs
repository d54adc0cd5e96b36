//! Each verdict and mistake: its code, its words, exit 2, and nothing left behind.

use crate::desk::*;
use latchkey_backup::write;
use latchkey_demo::SpecialBackup;
use serde_json::Value;

fn decrypt(desk: &Desk, backup: &str, key: &str) -> Value {
    let error = desk
        .run(&[
            "decrypt",
            backup,
            "--key-file",
            key,
            "--out",
            "out.db",
            "--json",
        ])
        .error();
    assert!(!desk.path("out.db").exists());
    let (message, hint) = (&error["message"], &error["hint"]);
    assert!(
        message.as_str().is_some_and(|m| !m.contains("{$")),
        "{error}"
    );
    assert!(hint.as_str().is_some_and(|h| h.ends_with('.')), "{error}");
    error
}

#[test]
fn a_wrong_key_is_a_wrong_key() {
    let desk = Desk::new();
    let backup = desk.backup();
    desk.put("other", &[0x99; 32]);
    let error = decrypt(&desk, arg(&backup), "other");
    assert_eq!(error["code"], "wrong_key");
    let ran = desk.run(&["key", "check", arg(&backup), "--key-file", "other"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.stderr.contains("error: this is not the key"),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("hint: "), "{}", ran.stderr);
    assert!(ran.stdout.is_empty());
}

#[test]
fn damage_says_what_is_known_of_the_key() {
    let desk = Desk::new();
    let backup = desk.special(SpecialBackup::CutShort);
    desk.put("key", &ROOT);
    desk.put("other", &[0x99; 32]);
    let error = decrypt(&desk, arg(&backup), "key");
    assert_eq!(
        (&error["code"], &error["key"]),
        (&"damaged".into(), &"fits".into())
    );
    let error = decrypt(&desk, arg(&backup), "other");
    assert_eq!(
        (&error["code"], &error["key"]),
        (&"damaged".into(), &"unknown".into())
    );
}

#[test]
fn a_file_without_a_checksum_is_either() {
    let desk = Desk::new();
    let recipe = write::Recipe {
        tail: write::Tail::TagOnly,
        ..write::Recipe::new([1; 16]).without_migrations()
    };
    let bytes = write::encrypt15(&ROOT, &recipe, &*desk.database(), Vec::new()).unwrap();
    desk.put("wallpaper.crypt15", &bytes);
    desk.put("other", &[0x99; 32]);
    let error = decrypt(&desk, "wallpaper.crypt15", "other");
    assert_eq!(error["code"], "wrong_key_or_damaged");
}

#[test]
fn the_other_kind_of_key_and_files_that_are_none_are_named() {
    let desk = Desk::new();
    let backup = desk.backup();
    let device = write::DeviceKeyFields {
        key_version: 1,
        server_salt: [1; 32],
        google_id_salt: [2; 16],
        key: [3; 32],
    };
    desk.put("device", &write::device_key_file(&device));
    let error = decrypt(&desk, arg(&backup), "device");
    assert_eq!(
        (&error["code"], &error["needs"]),
        (&"wrong_kind_of_key".into(), &"digits".into())
    );
    desk.put("letter", b"Dear Ana, the key is in the drawer.");
    assert_eq!(
        decrypt(&desk, arg(&backup), "letter")["code"],
        "not_a_backup"
    );
    desk.put("key", &ROOT);
    assert_eq!(decrypt(&desk, "letter", "key")["code"], "not_a_backup");
    desk.put("plain.db", &desk.database());
    let error = decrypt(&desk, "plain.db", "key");
    assert_eq!(
        (&error["code"], &error["found"]),
        (&"not_a_backup".into(), &"sqlite".into())
    );
    assert_eq!(decrypt(&desk, "nowhere", "key")["code"], "io");
    assert_eq!(decrypt(&desk, arg(&backup), "nowhere")["path"], "nowhere");
}

#[test]
fn a_key_that_only_the_app_can_reach_is_said_before_anything_is_asked() {
    let desk = Desk::new();
    for (kind, secret) in [
        (SpecialBackup::HeldByPasskey, "passkey"),
        (SpecialBackup::HeldByPassword, "password"),
    ] {
        let desk = Desk::new();
        let backup = desk.special(kind);
        let arguments = ["decrypt", arg(&backup), "--out", "out.db", "--json"];
        let error = desk.run(&arguments).error();
        assert_eq!(error["code"], "locked_elsewhere");
        assert_eq!(error["secret"], secret);
        assert!(
            error["message"].as_str().unwrap().contains(secret),
            "{error}"
        );
        // With the 64 digits it opens all the same.
        let key = desk.key_file();
        let ran = desk.run(&["key", "check", arg(&backup), "--key-file", arg(&key)]);
        ran.expect(0);
    }
    let backup = desk.backup();
    let error = desk
        .run(&["decrypt", arg(&backup), "--out", "out.db", "--json"])
        .error();
    assert_eq!(error["code"], "usage");
}

#[test]
fn a_newer_header_is_an_unknown_version() {
    let desk = Desk::new();
    let device = write::DeviceKeyFields {
        key_version: 1,
        server_salt: [1; 32],
        google_id_salt: [2; 16],
        key: [3; 32],
    };
    let recipe = write::Recipe::new([1; 16]);
    let mut bytes = write::encrypt14(&device, &recipe, &*desk.database(), Vec::new()).unwrap();
    let version = bytes.windows(4).position(|w| w == [0x0a, 2, 0, 1]).unwrap();
    bytes[version + 3] = 9;
    desk.put("newer.crypt14", &bytes);
    desk.put("device", &write::device_key_file(&device));
    let error = decrypt(&desk, "newer.crypt14", "device");
    assert_eq!(error["code"], "unknown_version");
}

#[test]
fn wrong_arguments_are_usage_in_json_too() {
    let desk = Desk::new();
    let ran = desk.run(&["inspect"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.starts_with("error: "), "{}", ran.stderr);
    let error = desk.run(&["inspect", "--json"]).error();
    assert_eq!(error["code"], "usage");
    let error = desk
        .run(&["search", "--index", "x", "q", "--kind", "smell", "--json"])
        .error();
    assert_eq!(error["code"], "usage");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_a_matter_of_permission() {
    use std::os::unix::fs::PermissionsExt;
    let allow = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let desk = Desk::new();
    let backup = desk.backup();
    allow(&backup, 0o000);
    let inspect = ["inspect", arg(&backup), "--json"];
    let ran = if std::fs::read(&backup).is_err() {
        desk.run(&inspect)
    } else {
        // This user may read everything: the command runs without that right. As another user it could not run
        // everywhere: a namespace may know only one.
        let without = ["--inh-caps=-all", "--bounding-set=-all", "--"];
        let command = [env!("CARGO_BIN_EXE_latchkey")];
        let all = [&without[..], &command, &inspect].concat();
        ran(desk.program("setpriv", &all).output().unwrap())
    };
    assert_eq!(ran.error()["code"], "permission");
}

/// The processor time a process has used, in ticks of 10 ms. What it has open is nobody else's to see.
#[cfg(unix)]
fn ticks(child: &std::process::Child) -> u64 {
    let line = std::fs::read_to_string(format!("/proc/{}/stat", child.id())).unwrap_or_default();
    let after_name = line.rsplit_once(") ").map_or("", |(_, rest)| rest);
    let user = after_name.split(' ').nth(11).and_then(|n| n.parse().ok());
    user.unwrap_or(0)
}

#[cfg(unix)]
#[test]
fn ctrl_c_stops_cleanly() {
    let desk = Desk::new();
    let mut large = desk.database();
    let mut state = 1u64;
    large.resize_with(60_000_000, || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        state.to_le_bytes()[7]
    });
    let recipe = write::Recipe {
        pack: write::Pack::Zlib(1),
        ..write::Recipe::new([1; 16])
    };
    let bytes = write::encrypt15(&ROOT, &recipe, &*large, Vec::new()).unwrap();
    desk.put("large.crypt15", &bytes);
    desk.put("key", &ROOT);
    let child = desk
        .command(&[
            "decrypt",
            "large.crypt15",
            "--key-file",
            "key",
            "--out",
            "out.db",
            "--json",
        ])
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    // Starting takes less than one tick, the whole file many: it is in the midst of it.
    let pid = rustix::process::Pid::from_child(&child);
    let began = std::time::Instant::now();
    while ticks(&child) < 4 {
        assert!(began.elapsed().as_secs() < 20, "nothing is decrypted");
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(2));
    let said: Value = serde_json::from_slice(&ended.stdout).unwrap();
    assert_eq!(said["error"]["code"], "cancelled");
    assert_eq!(desk.names(), ["key", "large.crypt15"]);
}
