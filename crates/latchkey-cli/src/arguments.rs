//! The arguments of every verb: the contract that scripts rely on.

use clap::{Args, Parser, Subcommand, ValueEnum};
use latchkey_passkey::AuthenticatorKind;
use std::path::PathBuf;

use crate::commands;

/// Unlocks, decrypts, indexes and searches end-to-end encrypted chat backups, on this computer alone.
#[derive(Debug, Parser)]
#[command(
    name = "latchkey",
    version,
    max_term_width = 100,
    after_help = "Examples:
  latchkey inspect ~/Backups                     what is there, before any key
  latchkey key check msgstore.db.crypt15         is this the key? (asks for the digits)
  latchkey restore msgstore.db.crypt15 --key-file key.txt --index chats --recipient age1…
  latchkey restore msgstore.db.crypt15 --key-file key.txt --index chats --passkey --kit /media/stick/kit.txt
  latchkey search --index chats --passkey \"picnic plates\"

Exit codes: 0 done, 1 done with something left out, 2 failed."
)]
pub(crate) struct Cli {
    /// Print one JSON value on stdout (JSON Lines for `messages`), errors too
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Say what files and folders hold; needs no key
    Inspect(commands::inspect::Inspect),
    /// Questions about a key
    Key(commands::key::Key),
    /// Write the verified plaintext of a backup
    Decrypt(commands::decrypt::Decrypt),
    /// Restore a backup into an encrypted history
    Restore(commands::restore::Restore),
    /// List the chats of a history
    Chats(commands::chats::Chats),
    /// Print a page of messages of a chat
    Messages(commands::messages::Messages),
    /// Search all chats of a history
    Search(commands::search::Search),
    /// Write chats out: JSON, JSON Lines and more, with a manifest that proves them
    Export(Box<commands::export::Export>),
    /// List the person's own bookmarks, tags and notes
    Marks(commands::marks::Marks),
    /// List the members of a group, now and former
    Members(commands::members::Members),
    /// List the people of a history, and where their names are from
    People(commands::people::People),
    /// The address book of a history: import, forget
    Contacts(commands::contacts::ContactsVerbs),
    /// The media of a history: look in another folder
    Media(commands::media::MediaVerbs),
    /// Histories on this computer: list, copy, delete
    Index(commands::index::IndexVerbs),
    /// Authenticators of this computer: list, posture, try one out
    Passkey(commands::passkey::PasskeyVerbs),
    /// Ways into a history: create, show, add, remove, rename, rekey, kit, test
    Keyring(commands::keyring::KeyringVerbs),
    /// Check a history or a keyring from the page up, or an export against its manifest
    Verify(commands::verify::Verify),
    /// Write a made-up phone to try everything on
    Demo(commands::demo::Demo),
    /// Print completions for a shell
    Completions(commands::completions::Completions),
}

const KEY_HEADING: &str = "Key (asked for on a terminal when none is given)";

/// Where the key to a backup comes from. Never from an argument: those are seen by every program.
#[derive(Debug, Args)]
pub(crate) struct KeyArguments {
    /// A key file: `key`, `encrypted_backup.key`, 32 raw bytes, or text with the 64 digits
    #[arg(long, value_name = "FILE", group = "key", help_heading = KEY_HEADING)]
    pub(crate) key_file: Option<PathBuf>,
    /// Read the 64 digits from standard input
    #[arg(long, group = "key", help_heading = KEY_HEADING)]
    pub(crate) key_stdin: bool,
    /// A keyring that holds the key; opened with a way in
    #[arg(long, value_name = "FILE", group = "key", help_heading = KEY_HEADING)]
    pub(crate) keyring: Option<PathBuf>,
}

const UNLOCK_HEADING: &str = "Way in (asked for on a terminal when none is given)";

/// What opens a keyring. Secrets are typed, piped, or read from a file: never arguments.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct UnlockArguments {
    /// An age identity file that opens the keyring, such as a recovery kit
    #[arg(long, value_name = "FILE", group = "way", help_heading = UNLOCK_HEADING)]
    pub(crate) identity: Option<PathBuf>,
    /// A passkey: security key, this computer, phone
    #[arg(long, group = "way", help_heading = UNLOCK_HEADING)]
    pub(crate) passkey: bool,
    /// A passphrase, typed
    #[arg(long, group = "way", help_heading = UNLOCK_HEADING)]
    pub(crate) passphrase: bool,
    /// A passphrase, the next line of standard input
    #[arg(long, group = "way", help_heading = UNLOCK_HEADING)]
    pub(crate) passphrase_stdin: bool,
    /// Which slot of the keyring (`latchkey keyring show` lists them)
    #[arg(long, value_name = "ID", conflicts_with = "identity", help_heading = UNLOCK_HEADING)]
    pub(crate) slot: Option<String>,
    #[command(flatten)]
    pub(crate) ceremony: CeremonyArguments,
    /// Open a keyring that is older than one this computer has seen
    #[arg(long)]
    pub(crate) accept_older_keyring: bool,
    /// Vouch for a keyring that is new to this computer: its fingerprint, as the computer that made it shows it
    #[arg(long, value_name = "FINGERPRINT")]
    pub(crate) trust_fingerprint: Option<String>,
}

impl UnlockArguments {
    /// Whether a way in was named on the command line.
    pub(crate) fn is_named(&self) -> bool {
        self.identity.is_some() || self.passkey || self.takes_passphrase()
    }

    /// Whether the way in is a passphrase.
    pub(crate) fn takes_passphrase(&self) -> bool {
        self.passphrase || self.passphrase_stdin
    }

    /// Whether a line of standard input opens the keyring.
    pub(crate) fn reads_stdin(&self) -> bool {
        self.passphrase_stdin || self.ceremony.pin_stdin
    }
}

/// How a ceremony with a passkey is held.
#[derive(Debug, Clone, Copy, Default, Args)]
pub(crate) struct CeremonyArguments {
    /// Read the PIN from the next line of standard input (after the key's, with --key-stdin)
    #[arg(long, help_heading = UNLOCK_HEADING)]
    pub(crate) pin_stdin: bool,
    /// Offer the software passkey, a file behind a PIN: for demonstrations, never to keep anything safe
    #[arg(long, help_heading = UNLOCK_HEADING)]
    pub(crate) insecure_demo: bool,
}

/// Which authenticator a new passkey is made with.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct NewPasskeyArguments {
    /// Where a new passkey lives; without it, the best that is here (never the phone)
    #[arg(long, value_name = "KIND", value_enum)]
    pub(crate) authenticator: Option<Kind>,
    /// Your name for it
    #[arg(long, value_name = "NAME")]
    pub(crate) label: Option<String>,
}

/// A kind of authenticator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// A security key over USB
    #[value(alias = "security-key")]
    SecurityKey,
    /// This computer: a key inside its TPM
    Tpm,
    /// A phone that scans a QR code
    Phone,
    /// A file, with --insecure-demo alone
    Software,
}

impl From<Kind> for AuthenticatorKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::SecurityKey => Self::SecurityKey,
            Kind::Tpm => Self::Tpm,
            Kind::Phone => Self::Phone,
            Kind::Software => Self::Software,
        }
    }
}

/// A history to read.
#[derive(Debug, Args)]
pub(crate) struct HistoryArguments {
    /// Folder of the history
    #[arg(long, value_name = "DIR")]
    pub(crate) index: PathBuf,
    #[command(flatten)]
    pub(crate) unlock: UnlockArguments,
}

/// Bytes with an optional unit: 500M, 2G.
pub(crate) fn byte_count(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let shift = match text.strip_prefix(digits).map(str::to_ascii_lowercase) {
        Some(unit) => match unit.as_str() {
            "" | "b" => 0,
            "k" | "kib" => 10,
            "m" | "mib" => 20,
            "g" | "gib" => 30,
            "t" | "tib" => 40,
            _ => return Err("a size is a number with an optional K, M, G or T".into()),
        },
        None => 0,
    };
    let count: u64 = digits.parse().map_err(|_| "that is no size".to_owned())?;
    count
        .checked_mul(1 << shift)
        .ok_or_else(|| "that is too large".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn sizes_take_units() {
        assert_eq!(byte_count("64G"), Ok(64 << 30));
        assert_eq!(byte_count("1500"), Ok(1500));
        assert!(byte_count("much").is_err());
        assert!(byte_count("99999999T").is_err());
    }
}
