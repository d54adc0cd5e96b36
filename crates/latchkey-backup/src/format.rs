//! The words for what a file is, which secret opens it and how it ends. They are the words of the
//! command line's JSON and change only with its contract.

use serde::Serialize;

/// What a file is, told by its bytes and never by its name (`docs/backup-format.md` 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Format {
    /// A backup under the device key with a fixed 67-byte header.
    Crypt12,
    /// A backup under the device key with a protobuf header.
    Crypt14,
    /// An end-to-end encrypted backup with a protobuf header.
    Crypt15,
    /// A database that is already decrypted.
    Sqlite,
    /// A decrypted backup that is still compressed.
    Zlib,
    /// A ZIP archive: a decrypted increment, a sticker backup, or anything else.
    Zip,
    /// A file that holds a key: `key`, `encrypted_backup.key`, 32 raw bytes or 64 digits as text.
    KeyFile,
    /// A Finder or iTunes backup of an iPhone (a folder).
    IphoneBackup,
    /// A chat that the app itself exported, as text or as a ZIP with the text in it.
    ExportedChat,
    /// None of these.
    Unknown,
}

impl Format {
    /// The word for this format in the command line's JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Crypt12 => "crypt12",
            Self::Crypt14 => "crypt14",
            Self::Crypt15 => "crypt15",
            Self::Sqlite => "sqlite",
            Self::Zlib => "zlib",
            Self::Zip => "zip",
            Self::KeyFile => "key_file",
            Self::IphoneBackup => "iphone_backup",
            Self::ExportedChat => "exported_chat",
            Self::Unknown => "unknown",
        }
    }

    /// Whether this is an encrypted backup that [`crate::decrypt`] can open with the right key.
    #[must_use]
    pub const fn is_encrypted_backup(self) -> bool {
        matches!(self, Self::Crypt12 | Self::Crypt14 | Self::Crypt15)
    }
}

/// Which secret opens a file, as far as its header says (`docs/backup-format.md` 3.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Secret {
    /// The key file of the phone that wrote it (crypt12, crypt14).
    DeviceKey,
    /// A password; the app's own servers hold the key behind it.
    Password,
    /// The 64 digits the app shows, or its `encrypted_backup.key`.
    Digits,
    /// A passkey; the app's own servers hold the key behind it.
    Passkey,
    /// End-to-end encrypted, but the header does not say how the key is kept.
    EndToEndUnstated,
    /// Nothing: the file is not encrypted.
    None,
}

impl Secret {
    /// The word for this secret in the command line's JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DeviceKey => "device_key",
            Self::Password => "password",
            Self::Digits => "digits",
            Self::Passkey => "passkey",
            Self::EndToEndUnstated => "end_to_end_unstated",
            Self::None => "none",
        }
    }

    /// Whether the secret named in the header works only inside the app: such a backup opens here
    /// with the 64-digit key alone.
    #[must_use]
    pub const fn is_kept_elsewhere(self) -> bool {
        matches!(self, Self::Password | Self::Passkey)
    }
}

/// What the file's own unkeyed checksum says (`docs/backup-format.md` 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Checksum {
    /// The checksum is there and matches: the file is the one that was written.
    Ok,
    /// A checksum is certain to belong there and does not match: the copy is not whole.
    Mismatch,
    /// No checksum matches and none is certain to belong there: nothing can be said.
    Absent,
}

impl Checksum {
    /// The word for this state in the command line's JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Mismatch => "mismatch",
            Self::Absent => "absent",
        }
    }
}

/// How an encrypted backup ends (`docs/backup-format.md` 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Container {
    /// The GCM tag, then an MD5 over everything before it.
    SingleFile,
    /// The GCM tag alone.
    MultiFile,
}
