//! A home of its own for every test: no setting, history or temporary file of the machine is met or left.

use std::path::{Path, PathBuf};
use std::process::Command;

use age::secrecy::ExposeSecret as _;

/// A home folder with its places, and an age identity in it.
pub struct Home {
    folder: tempfile::TempDir,
    recipient: String,
}

impl Home {
    /// Makes one.
    #[must_use]
    pub fn new() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("latchkey-test-")
            .tempdir()
            .unwrap();
        for place in ["tmp", "run", "config", "data", "state", "cache", "work"] {
            std::fs::create_dir(folder.path().join(place)).unwrap();
        }
        // the specification of XDG_RUNTIME_DIR wants it private
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(
            folder.path().join("run"),
            std::fs::Permissions::from_mode(0o700),
        )
        .unwrap();
        let identity = age::x25519::Identity::generate();
        let recipient = identity.to_public().to_string();
        let text = format!(
            "# public key: {recipient}\n{}\n",
            identity.to_string().expose_secret()
        );
        std::fs::write(folder.path().join("identity.txt"), text).unwrap();
        Home { folder, recipient }
    }

    /// A path in the home.
    #[must_use]
    pub fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().join(inside)
    }

    /// The home itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The public half of its age identity.
    #[must_use]
    pub fn recipient(&self) -> &str {
        &self.recipient
    }

    /// The file of its age identity.
    #[must_use]
    pub fn identity(&self) -> PathBuf {
        self.path("identity.txt")
    }

    /// The places, as environment variables.
    #[must_use]
    pub fn variables(&self) -> Vec<(&'static str, PathBuf)> {
        vec![
            ("HOME", self.root().to_owned()),
            ("TMPDIR", self.path("tmp")),
            ("XDG_RUNTIME_DIR", self.path("run")),
            ("XDG_CONFIG_HOME", self.path("config")),
            ("XDG_DATA_HOME", self.path("data")),
            ("XDG_STATE_HOME", self.path("state")),
            ("XDG_CACHE_HOME", self.path("cache")),
        ]
    }

    /// Points a program at this home.
    pub fn furnish<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .envs(self.variables())
            .current_dir(self.path("work"))
    }
}

impl Default for Home {
    fn default() -> Self {
        Self::new()
    }
}
