//! A made-up phone restored with a software passkey and a recovery kit on a stick.

use crate::desk::*;
use latchkey_demo::Phone;
use serde_json::Value;
use std::path::PathBuf;

pub const PIN: &str = "2468-demo";

pub struct Enrolled {
    pub desk: Desk,
    pub phone: Phone,
    pub report: Value,
}

/// The 64 digits of a phone as one line.
pub fn digits(phone: &Phone) -> String {
    let text = std::fs::read_to_string(&phone.key_file).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How a software passkey is used from a script.
pub const BY_PASSKEY: [&str; 3] = ["--passkey", "--pin-stdin", "--insecure-demo"];

pub fn enrolled() -> Enrolled {
    let desk = Desk::new();
    let phone = desk.phone(600);
    std::fs::create_dir(desk.path("stick")).unwrap();
    let input = format!("{}\n{PIN}\n", digits(&phone));
    let mut arguments = vec!["restore", arg(&phone.backup), "--key-stdin"];
    arguments.extend([
        "--index",
        "chats",
        "--kit",
        "stick/kit.txt",
        "--label",
        "Demo",
    ]);
    arguments.extend(BY_PASSKEY);
    arguments.push("--json");
    let report = desk.run_with(&arguments, &input).expect(0).json();
    Enrolled {
        desk,
        phone,
        report,
    }
}

impl Enrolled {
    /// Runs with the passkey and this PIN.
    pub fn with_pin(&self, arguments: &[&str], pin: &str) -> Ran {
        let mut all = arguments.to_vec();
        all.extend(BY_PASSKEY);
        self.desk.run_with(&all, &format!("{pin}\n"))
    }

    /// Runs with the passkey and the right PIN.
    pub fn with_passkey(&self, arguments: &[&str]) -> Ran {
        self.with_pin(arguments, PIN)
    }

    /// Runs with the recovery kit.
    pub fn with_kit(&self, arguments: &[&str]) -> Ran {
        let mut all = arguments.to_vec();
        all.extend(["--identity", "stick/kit.txt"]);
        self.desk.run(&all)
    }

    pub fn keyring(&self) -> PathBuf {
        self.desk.path("chats/keyring.latchkey")
    }

    /// What `keyring show` says.
    pub fn show(&self) -> Value {
        let shown = self.desk.run(&["keyring", "show", "chats", "--json"]);
        shown.expect(0).json()
    }

    /// The id of the slot of a kind, the one with this label where several are of it.
    pub fn slot(&self, kind: &str, label: &str) -> String {
        let shown = self.show();
        let slots = shown["slots"].as_array().unwrap();
        let mut of_kind = slots
            .iter()
            .filter(|slot| slot["kind"] == kind && (label.is_empty() || slot["label"] == label));
        of_kind.next().unwrap()["id"].as_str().unwrap().to_owned()
    }

    /// The files of the software passkeys in the home.
    pub fn passkey_files(&self) -> Vec<PathBuf> {
        let folder = self.desk.path("home/data/latchkey/software-passkeys");
        let files = std::fs::read_dir(folder).unwrap();
        let files = files.map(|entry| entry.unwrap().path());
        let mut files: Vec<_> = files.filter(|path| !path.ends_with("lock")).collect();
        files.sort();
        files
    }
}
