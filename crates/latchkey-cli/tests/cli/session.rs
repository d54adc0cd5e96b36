//! The command on a terminal: typed at and read like a person does it. `script` (util-linux) makes the terminal.

use crate::desk::Desk;
use std::io::{Read, Write};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// How long the command may take to ask or to end.
const PATIENCE: Duration = Duration::from_secs(120);

pub struct Session {
    child: Child,
    keyboard: ChildStdin,
    screen: Receiver<Vec<u8>>,
    /// Everything that was shown.
    pub shown: String,
    /// How much of it was waited for already.
    read: usize,
}

impl Desk {
    /// Runs the command on a terminal of its own.
    pub fn session(&self, arguments: &[&str]) -> Session {
        let quoted = |argument: &&str| format!("'{}'", argument.replace('\'', "'\\''"));
        let line: Vec<_> = arguments.iter().map(quoted).collect();
        let program = env!("CARGO_BIN_EXE_latchkey");
        let line = format!("exec '{program}' {}", line.join(" "));
        let mut command = self.program("script", &["-qefc", line.as_str(), "/dev/null"]);
        command
            .env("TERM", "xterm")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut output = child.stdout.take().unwrap();
        let (send, screen) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                if send.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Session {
            keyboard: child.stdin.take().unwrap(),
            child,
            screen,
            shown: String::new(),
            read: 0,
        }
    }
}

impl Session {
    /// Waits until something is shown after what was waited for before; everything in between.
    pub fn see(&mut self, text: &str) -> String {
        let until = Instant::now() + PATIENCE;
        loop {
            let fresh = self.shown.get(self.read..).unwrap();
            if let Some((before, _)) = fresh.split_once(text) {
                let seen = format!("{before}{text}");
                self.read += seen.len();
                return seen;
            }
            let left = until.saturating_duration_since(Instant::now());
            match self.screen.recv_timeout(left) {
                Ok(bytes) => self.shown.push_str(&String::from_utf8_lossy(&bytes)),
                Err(_) => panic!("{text:?} is not shown: {}", self.shown),
            }
        }
    }

    /// Types a line and presses Enter.
    pub fn type_line(&mut self, line: &str) {
        // The question is on the screen a moment before the terminal hides what is typed.
        std::thread::sleep(Duration::from_millis(200));
        self.keyboard.write_all(line.as_bytes()).unwrap();
        self.keyboard.write_all(b"\r").unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Presses Ctrl-C.
    pub fn interrupt(&mut self) {
        std::thread::sleep(Duration::from_millis(200));
        self.keyboard.write_all(b"\x03").unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Waits for the end; the exit code and everything that was shown.
    pub fn end(mut self) -> (i32, String) {
        let until = Instant::now() + PATIENCE;
        while let Ok(bytes) = self
            .screen
            .recv_timeout(until.saturating_duration_since(Instant::now()))
        {
            self.shown.push_str(&String::from_utf8_lossy(&bytes));
        }
        let ended = self.child.wait().unwrap();
        (ended.code().unwrap_or(-1), self.shown)
    }
}
