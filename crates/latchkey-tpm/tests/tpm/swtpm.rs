//! A software TPM for one test, on ports of its own, that can be switched off and on.

use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use latchkey_passkey::{Tpm, TpmAccess};

use crate::owner;

/// The built program.
pub fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_latchkey-tpm"))
}

pub struct Swtpm {
    folder: tempfile::TempDir,
    port: u16,
    child: Child,
}

/// A new TPM; `None`, with a word to whoever runs the tests, where swtpm is not installed and that is allowed.
pub fn swtpm() -> Option<Swtpm> {
    if installed("swtpm") {
        return Some(Swtpm::start());
    }
    let may_skip = ["CI", "LATCHKEY_NO_SKIP"]
        .iter()
        .all(|name| std::env::var_os(name).is_none());
    assert!(
        may_skip,
        "swtpm is not installed, and no test may be skipped here"
    );
    // Past the test harness, which hides what passing tests print.
    let name = thread::current().name().unwrap_or("a test").to_owned();
    let words = format!("skipped: {name}: swtpm is not installed\n");
    std::io::stderr().write_all(words.as_bytes()).unwrap();
    None
}

fn installed(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

impl Swtpm {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("state")).unwrap();
        let (child, port) = switched_on(&folder.path().join("state"));
        Self {
            folder,
            port,
            child,
        }
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn tcti(&self) -> String {
        format!("swtpm:host=127.0.0.1,port={}", self.port)
    }

    pub fn access(&self) -> TpmAccess {
        TpmAccess {
            program: program(),
            tcti: Some(self.tcti()),
        }
    }

    /// Where the keys' files are: the computer's disk, whatever TPM is in it.
    pub fn blobs(&self) -> PathBuf {
        self.folder.path().join("blobs")
    }

    pub fn authenticator(&self) -> Tpm {
        Tpm::new(self.access(), self.blobs())
    }

    /// Switches the computer off in good order and on again.
    pub fn power_cycle(&mut self) {
        owner::shut_down(self.port);
        self.lose_power();
    }

    /// Switches it off without a word and on again.
    pub fn lose_power(&mut self) {
        self.switch_off();
        (self.child, self.port) = switched_on(&self.folder.path().join("state"));
    }

    fn switch_off(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Takes the TPM out and puts a new one in.
    pub fn replace(&mut self) {
        self.switch_off();
        let state = self.folder.path().join("state");
        std::fs::remove_dir_all(&state).unwrap();
        std::fs::create_dir(&state).unwrap();
        (self.child, self.port) = switched_on(&state);
    }

    /// Lets it take as many wrong tries as real TPMs do, and forgive one in ten minutes.
    pub fn allow_tries(&self, tries: u32) {
        let parameters = [tries, 600, 600].map(u32::to_be_bytes).concat();
        owner::command(self.port, owner::SET_LOCKOUT, owner::LOCKOUT, &parameters);
    }

    /// Sets the counter back.
    pub fn clear_lockout(&self) {
        owner::command(self.port, owner::RESET_LOCKOUT, owner::LOCKOUT, &[]);
    }

    /// Sets a lockout password, as a careful owner does.
    pub fn guard_lockout(&self) {
        owner::set_password(self.port, owner::LOCKOUT, b"lockout password");
    }

    /// Sets a password of the owner hierarchy.
    pub fn set_owner_password(&self) {
        owner::set_password(self.port, owner::OWNER, b"owner password");
    }

    /// Clears the TPM: all its keys are gone, it is another one from now on.
    pub fn clear(&self) {
        owner::command(self.port, owner::CLEAR, owner::LOCKOUT, &[]);
    }
}

impl Drop for Swtpm {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Starts it on two free ports, of which the second must follow the first. Somebody else may be faster: again, then.
fn switched_on(state: &std::path::Path) -> (Child, u16) {
    for _ in 0..50 {
        let port = free_pair();
        let mut child = Command::new("swtpm")
            .args(["socket", "--tpm2", "--flags", "not-need-init,startup-clear"])
            .args(["--tpmstate", &format!("dir={}", state.display())])
            .args(["--server", &listen(port), "--ctrl", &listen(port + 1)])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        if is_up(&mut child, port + 1) {
            return (child, port);
        }
        let _ = child.kill();
        let _ = child.wait();
    }
    panic!("swtpm does not start");
}

fn listen(port: u16) -> String {
    format!("type=tcp,port={port},bindaddr=127.0.0.1")
}

fn free_pair() -> u16 {
    loop {
        let first = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = first.local_addr().unwrap().port();
        let next = port.checked_add(1);
        if next.is_some_and(|next| TcpListener::bind(("127.0.0.1", next)).is_ok()) {
            return port;
        }
    }
}

fn is_up(child: &mut Child, control: u16) -> bool {
    let deadline = Instant::now() + Duration::from_secs(20);
    while Instant::now() < deadline && child.try_wait().unwrap().is_none() {
        if TcpStream::connect(("127.0.0.1", control)).is_ok() {
            // Ours, and not somebody who took the port before it.
            thread::sleep(Duration::from_millis(50));
            return child.try_wait().unwrap().is_none();
        }
        thread::sleep(Duration::from_millis(20));
    }
    false
}
