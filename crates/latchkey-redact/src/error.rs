//! Why rules cannot be followed. Lines are told, content never.

/// Why rules cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RedactError {
    /// The file is no TOML, or has fields that no rule has.
    #[error("line {line}: {what}")]
    Unreadable {
        /// The line, from 1.
        line: usize,
        /// What is wrong there.
        what: &'static str,
    },
    /// A newer version of Latchkey wrote it.
    #[error("the rules have version {found}, newer than this program knows")]
    UnknownVersion {
        /// Its version.
        found: u64,
    },
    /// A rule names somebody whom the history does not know: it would take nothing out.
    #[error("line {line}: nobody of this history is meant")]
    UnknownPerson {
        /// The line, from 1.
        line: usize,
    },
    /// A rule names several people at once.
    #[error(
        "line {line}: several people of this history have this name; give the number or the id"
    )]
    SeveralPeople {
        /// The line, from 1.
        line: usize,
    },
}

impl RedactError {
    /// The line that is wrong, from 1.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::Unreadable { line, .. }
            | Self::UnknownPerson { line }
            | Self::SeveralPeople { line } => Some(*line),
            Self::UnknownVersion { .. } => None,
        }
    }
}
