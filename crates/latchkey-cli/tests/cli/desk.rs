//! A desk for one test: a folder that is its home, small made-up backups, and the command.

use latchkey_backup::write::{self, Recipe, encrypt15};
use latchkey_demo::{Phone, PhoneOptions, SpecialBackup, write_phone, write_special_backup};
use serde_json::Value;
use std::ffi::OsStr;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

pub const ROOT: [u8; 32] = [0x42; 32];

/// Half past noon on a day in 2026, milliseconds UTC.
const NOW: i64 = 1_780_000_000_000;

pub struct Desk {
    folder: TempDir,
}

/// What a run of the command came to.
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|_| panic!("no JSON: {} / {}", self.stdout, self.stderr))
    }

    /// The error's code in JSON; also that the command failed and said nothing else.
    pub fn error(&self) -> Value {
        assert_eq!(self.code, 2, "{} / {}", self.stdout, self.stderr);
        self.json()["error"].clone()
    }

    pub fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{} / {}", self.stdout, self.stderr);
        self
    }
}

impl Desk {
    pub fn new() -> Self {
        let folder = TempDir::new_in("/dev/shm").or_else(|_| TempDir::new());
        Self {
            folder: folder.unwrap(),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub fn command<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Command {
        self.program(env!("CARGO_BIN_EXE_latchkey"), arguments)
    }

    /// Another program, with the same home.
    pub fn program<S: AsRef<OsStr>>(&self, program: &str, arguments: &[S]) -> Command {
        let mut command = Command::new(program);
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env("HOME", self.path("home"))
            .env("XDG_DATA_HOME", self.path("home/data"))
            .env("XDG_CONFIG_HOME", self.path("home/config"))
            .env("TZ", "UTC")
            // No test may ask the TPM of the computer it runs on.
            .env("LATCHKEY_TCTI", "swtpm:host=127.0.0.1,port=1")
            .stdin(Stdio::null());
        command
    }

    pub fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Ran {
        ran(self.command(arguments).output().unwrap())
    }

    /// Runs with something on standard input.
    pub fn run_with<S: AsRef<OsStr>>(&self, arguments: &[S], input: &str) -> Ran {
        run_command(self.command(arguments), input)
    }

    /// `plain.crypt15`, holding something that begins as a database, under [`ROOT`].
    pub fn backup(&self) -> PathBuf {
        let plain = self.database();
        let bytes = encrypt15(&ROOT, &Recipe::new([0x24; 16]), &*plain, Vec::new()).unwrap();
        self.put("plain.crypt15", &bytes)
    }

    pub fn database(&self) -> Vec<u8> {
        let mut bytes = b"SQLite format 3\0".to_vec();
        bytes.extend((0..9000u32).map(|n| n.to_le_bytes()[0] ^ 0x5a));
        bytes
    }

    /// `key.txt` with the 64 digits of [`ROOT`].
    pub fn key_file(&self) -> PathBuf {
        self.put("key.txt", write::digits(&ROOT).as_bytes())
    }

    pub fn special(&self, kind: SpecialBackup) -> PathBuf {
        let path = self.path("special.crypt15");
        write_special_backup(&path, kind, &ROOT).unwrap();
        path
    }

    pub fn phone(&self, messages: u64) -> Phone {
        let options = PhoneOptions {
            messages,
            ..PhoneOptions::demo(NOW)
        };
        let go_on = &mut |_| ControlFlow::Continue(());
        write_phone(&self.path("phone"), &options, go_on).unwrap()
    }

    /// A fresh age identity: its file and its public recipient.
    pub fn identity(&self, name: &str) -> (PathBuf, String) {
        use age::secrecy::ExposeSecret;
        let identity = age::x25519::Identity::generate();
        let text = identity.to_string();
        let path = self.put(name, text.expose_secret().as_bytes());
        (path, identity.to_public().to_string())
    }

    /// The names of everything in the desk's folder, sorted; its home left out.
    pub fn names(&self) -> Vec<String> {
        names(self.folder.path())
            .into_iter()
            .filter(|name| name != "home")
            .collect()
    }
}

pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Runs a command with something on standard input.
pub fn run_command(mut command: Command, input: &str) -> Ran {
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // The command may have ended without reading.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    ran(child.wait_with_output().unwrap())
}

pub fn ran(output: Output) -> Ran {
    Ran {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A path as an argument.
pub fn arg(path: &Path) -> &str {
    path.to_str().unwrap()
}
