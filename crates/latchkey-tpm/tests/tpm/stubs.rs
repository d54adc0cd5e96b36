//! Programs in the place of `latchkey-tpm`: shell scripts that answer what a test wants.

use std::path::{Path, PathBuf};
use std::process::Command;

use latchkey_passkey::{Tpm, TpmAccess};

pub const POSTURE: &str = r#"{"version":1,"answer":{"posture":{"manufacturer":"STUB","firmware":"1.2.3.4","failures":0,"max_failures":32,"forgiven_after":600,"locked":false,"lockout_guarded":true}}}"#;
pub const PARENT: &str = r#"{"version":1,"answer":{"parent":{"name":"AAsB"}}}"#;
pub const CREATED: &str =
    r#"{"version":1,"answer":{"created":{"private":"AQID","public":"BAUG","parent_name":"AAsB"}}}"#;
pub const OUTPUTS: &str = r#"{"version":1,"answer":{"outputs":["AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=","AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI="]}}"#;

pub struct Stub {
    folder: tempfile::TempDir,
}

impl Stub {
    /// One that answers well.
    pub fn honest() -> Self {
        Self::doing("", &[])
    }

    /// One that answers well, but for some requests: (word in the request, line in its place).
    pub fn saying(lines: &[(&str, &str)]) -> Self {
        let commands: Vec<_> = lines
            .iter()
            .map(|(word, line)| (*word, format!("printf '%s\\n' '{line}'")))
            .collect();
        let commands: Vec<_> = commands.iter().map(|(w, c)| (*w, c.as_str())).collect();
        Self::doing("", &commands)
    }

    /// One that runs `first`, and for some requests does this instead: (word in the request, shell command).
    pub fn doing(first: &str, commands: &[(&str, &str)]) -> Self {
        let honest = [
            ("posture", POSTURE),
            ("parent\"", PARENT),
            ("create", CREATED),
            ("evaluate", OUTPUTS),
        ];
        let mut cases = String::new();
        for (word, command) in commands {
            cases += &format!("    *'{word}'*) {command} ;;\n");
        }
        for (word, line) in honest {
            cases += &format!("    *'{word}'*) printf '%s\\n' '{line}' ;;\n");
        }
        let script = format!(
            "#!/bin/sh\n{first}\nwhile read -r line; do\n  printf '%s\\n' \"$line\" >>\"$0.heard\"\n  case \"$line\" in\n{cases}  esac\ndone\n"
        );
        let folder = tempfile::tempdir().unwrap();
        install(script.as_bytes(), &folder.path().join("stub"));
        Self { folder }
    }

    pub fn access(&self) -> TpmAccess {
        TpmAccess {
            program: self.folder.path().join("stub"),
            tcti: Some("stub:of=this,test".to_owned()),
        }
    }

    pub fn authenticator(&self) -> Tpm {
        Tpm::new(self.access(), self.folder.path().join("blobs"))
    }

    /// A file that the script wrote beside itself.
    pub fn left(&self, name: &str) -> Option<String> {
        std::fs::read_to_string(self.folder.path().join(format!("stub.{name}"))).ok()
    }
}

/// Writes a program. By way of another process: a file that this one has open for writing cannot be run, and another
/// test's child may hold it open for a moment.
pub fn install(content: &[u8], to: &Path) {
    let draft: PathBuf = to.with_extension("draft");
    std::fs::write(&draft, content).unwrap();
    let status = Command::new("install")
        .args(["-m", "755"])
        .arg(&draft)
        .arg(to)
        .status()
        .unwrap();
    assert!(status.success());
}
