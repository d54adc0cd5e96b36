//! The program spoken to directly, with the exact lines of its exchange.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

use crate::swtpm::program;

pub struct Raw {
    pub child: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Raw {
    pub fn start(tcti: &str) -> Self {
        let mut child = Command::new(program())
            .args(["--tcti", tcti])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let requests = child.stdin.take().unwrap();
        let answers = BufReader::new(child.stdout.take().unwrap());
        Self {
            child,
            requests,
            answers,
        }
    }

    /// Asks one thing; gives what is inside `answer`.
    pub fn ask(&mut self, ask: &Value) -> Value {
        let request = json!({"version": 1, "ask": ask});
        writeln!(self.requests, "{request}").unwrap();
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        let reply: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(reply["version"], 1);
        reply["answer"].clone()
    }

    /// Closes its input; gives its status and what it said on standard error.
    pub fn close(self) -> (std::process::ExitStatus, Vec<u8>) {
        drop(self.requests);
        let output = self.child.wait_with_output().unwrap();
        (output.status, output.stderr)
    }
}

pub fn create(auth_value: &[u8; 32]) -> Value {
    json!({"create": {"auth_value": base64(auth_value)}})
}

/// The request to use what [`create`] was answered with.
pub fn evaluate(created: &Value, auth_value: &[u8; 32]) -> Value {
    let key = &created["created"];
    json!({"evaluate": {
        "private": key["private"], "public": key["public"], "parent_name": key["parent_name"],
        "auth_value": base64(auth_value), "salts": [base64(&[1; 32]), base64(&[2; 32])],
    }})
}

pub fn base64(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(bytes)
}

pub fn bytes(text: &Value) -> Vec<u8> {
    BASE64_STANDARD.decode(text.as_str().unwrap()).unwrap()
}
