//! This computer's TPM through the command, against a made-up one (`swtpm`).

#![cfg(target_os = "linux")]

use crate::desk::*;
use serde_json::{Value, json};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Long and not only digits: the made-up TPM guards no lockout.
const PIN: &str = "demo-1234567890";

struct Swtpm {
    child: Child,
    port: u16,
    _state: TempDir,
}

impl Drop for Swtpm {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Swtpm {
    fn start() -> Option<Self> {
        let state = TempDir::new().unwrap();
        // The control port must be the next one; another test may take it first.
        (0..20)
            .find_map(|_| {
                let port = free_pair()?;
                let server = format!("type=tcp,port={port},bindaddr=127.0.0.1");
                let control = format!("type=tcp,port={},bindaddr=127.0.0.1", port + 1);
                let dir = format!("dir={}", state.path().display());
                let mut command = Command::new("swtpm");
                command.args(["socket", "--tpm2", "--tpmstate", &dir, "--server", &server]);
                command.args(["--ctrl", &control, "--flags", "not-need-init,startup-clear"]);
                let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
                Self::ready(child.ok()?, port).map(|child| (child, port))
            })
            .map(|(child, port)| Self {
                child,
                port,
                _state: state,
            })
    }

    /// Waits until it listens; `None` when it ended instead.
    fn ready(mut child: Child, port: u16) -> Option<Child> {
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(20) {
            if child.try_wait().ok()?.is_some() {
                return None;
            }
            // The control port: the other one takes a single client.
            if TcpStream::connect(("127.0.0.1", port + 1)).is_ok() {
                return Some(child);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = child.kill();
        let _ = child.wait();
        None
    }

    fn tcti(&self) -> String {
        format!("swtpm:host=127.0.0.1,port={}", self.port)
    }
}

fn free_pair() -> Option<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).ok()?;
    let port = listener.local_addr().ok()?.port();
    TcpListener::bind(("127.0.0.1", port.checked_add(1)?)).ok()?;
    Some(port)
}

/// The helper beside the command, as the workspace builds it.
fn helper() -> PathBuf {
    Path::new(env!("CARGO_BIN_EXE_latchkey")).with_file_name("latchkey-tpm")
}

/// A TPM and its helper, or why there are none: said, and a failure where nothing may be skipped.
fn tpm() -> Option<Swtpm> {
    let missing = match Swtpm::start() {
        Some(swtpm) if helper().is_file() => return Some(swtpm),
        Some(_) => "latchkey-tpm is not built",
        None => "swtpm is not installed",
    };
    let strict = ["CI", "LATCHKEY_NO_SKIP"].map(|name| std::env::var_os(name).is_some());
    assert!(!strict.contains(&true), "{missing}");
    println!("skipped: {missing}");
    None
}

fn run(desk: &Desk, swtpm: &Swtpm, arguments: &[&str], input: &str) -> Ran {
    let mut command = desk.command(arguments);
    command.env("LATCHKEY_TCTI", swtpm.tcti());
    run_command(command, input)
}

#[test]
fn this_computers_tpm_opens_the_chats_and_counts_wrong_pins() {
    let Some(swtpm) = tpm() else { return };
    let desk = Desk::new();
    let phone = desk.phone(300);
    std::fs::create_dir(desk.path("stick")).unwrap();
    let listed = run(&desk, &swtpm, &["passkey", "list", "--json"], "")
        .expect(0)
        .json();
    let offer = listed
        .as_array()
        .unwrap()
        .iter()
        .find(|offer| offer["kind"] == "tpm");
    assert_eq!(offer.unwrap()["ready"], true, "{listed}");
    let mut restore = vec![
        "restore",
        arg(&phone.backup),
        "--key-file",
        arg(&phone.key_file),
    ];
    restore.extend(["--index", "chats", "--passkey", "--authenticator", "tpm"]);
    restore.extend(["--kit", "stick/kit.txt", "--pin-stdin", "--json"]);
    let weak = run(&desk, &swtpm, &restore, "2468\n").error();
    assert_eq!(weak["code"], "pin_policy");
    run(&desk, &swtpm, &restore, &format!("{PIN}\n")).expect(0);
    let open = [
        "chats",
        "--index",
        "chats",
        "--passkey",
        "--pin-stdin",
        "--json",
    ];
    run(&desk, &swtpm, &open, &format!("{PIN}\n")).expect(0);
    let wrong = run(&desk, &swtpm, &open, "demo-0987654321\n").error();
    assert_eq!(
        (&wrong["code"], &wrong["authenticator"]),
        (&json!("pin_wrong"), &json!("tpm"))
    );
    assert!(wrong["retries"].is_u64(), "{wrong}");
    // The TPM allows few tries, and the next one is among its last: none is made without the person's word.
    let careful = run(&desk, &swtpm, &open, &format!("{PIN}\n")).error();
    assert_eq!(
        (&careful["code"], &careful["retries"]),
        (&json!("cancelled"), &wrong["retries"])
    );
    let shown: Value = run(&desk, &swtpm, &["keyring", "show", "chats", "--json"], "")
        .expect(0)
        .json();
    let slots = shown["slots"].as_array().unwrap();
    assert!(
        slots
            .iter()
            .any(|slot| slot["authenticator"] == "tpm" && slot["counts_as_passkey"] == true)
    );
    // Another TPM gets no PIN at all.
    let other = Swtpm::start().unwrap();
    let error = run(&desk, &other, &open, &format!("{PIN}\n")).error();
    assert_eq!(error["code"], "tpm_other");
    // Without one the keyring names what still opens it.
    let mut command = desk.command(&open);
    command.env("LATCHKEY_TCTI", "swtpm:host=127.0.0.1,port=1");
    let error = run_command(command, &format!("{PIN}\n")).error();
    assert!(
        ["no_authenticator", "io"].contains(&error["code"].as_str().unwrap()),
        "{error}"
    );
    assert!(
        error["ways"][0].as_str().unwrap().contains("recovery kit"),
        "{error}"
    );
}
