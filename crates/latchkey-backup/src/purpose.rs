//! What a file was written for, guessed from its name: for sorting and for words, never for its format.

use serde::Serialize;

/// What a backup's name says it is (`docs/backup-format.md` 1). A hint only: names are changed by people,
/// browsers and cloud drives.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
#[non_exhaustive]
pub enum Purpose {
    /// The newest full chat database: `msgstore.db.…`.
    FullDatabase,
    /// An older full copy: `msgstore-YYYY-MM-DD.N.db.…`.
    DatedDatabase {
        /// `YYYY-MM-DD`, the day it was written, in the phone's time zone.
        date: String,
        /// The number after the date, usually 1.
        copy: u32,
    },
    /// Changes since a full copy: `msgstore-increment-N….db.…`. Not a database by itself.
    Increment {
        /// The number in the name.
        number: u32,
        /// `YYYY-MM-DD`, for older increments.
        date: Option<String>,
    },
    /// The contacts database: `wa.db.…`.
    Contacts,
    /// Anything else.
    Other,
}

impl Purpose {
    /// Reads the purpose from a file's name (without its folder).
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        let name = name.to_lowercase();
        if let Some(rest) = name.strip_prefix("msgstore-increment-") {
            return increment(rest);
        }
        if let Some(rest) = name.strip_prefix("msgstore-") {
            return dated(rest);
        }
        // "msgstore.db.crypt15", and what browsers make of it: "msgstore.db (1).crypt15".
        if name.starts_with("msgstore.db") || name.starts_with("msgstore (") {
            return Self::FullDatabase;
        }
        if name.starts_with("wa.db") {
            return Self::Contacts;
        }
        Self::Other
    }

    /// Whether this is a whole chat database, new or old.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        matches!(self, Self::FullDatabase | Self::DatedDatabase { .. })
    }
}

fn increment(rest: &str) -> Purpose {
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let Ok(number) = digits.parse() else {
        return Purpose::Other;
    };
    let date = rest
        .strip_prefix(digits.as_str())
        .and_then(|rest| rest.strip_prefix('-'))
        .and_then(leading_date)
        .map(|(date, _)| date);
    Purpose::Increment { number, date }
}

fn dated(rest: &str) -> Purpose {
    let Some((date, rest)) = leading_date(rest) else {
        return Purpose::Other;
    };
    let digits: String = rest
        .strip_prefix('.')
        .unwrap_or_default()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    Purpose::DatedDatabase {
        date,
        copy: digits.parse().unwrap_or(1),
    }
}

/// A date of the form `YYYY-MM-DD` at the start of a text, and what follows it.
fn leading_date(text: &str) -> Option<(String, &str)> {
    let (date, rest) = text.split_at_checked(10)?;
    let mut parts = date.split('-');
    let mut number = |width: usize| -> Option<u32> {
        let part = parts.next()?;
        let digits = part.len() == width && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    let plausible =
        (2009..=2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    plausible.then(|| (date.to_owned(), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dated(date: &str, copy: u32) -> Purpose {
        let date = date.to_owned();
        Purpose::DatedDatabase { date, copy }
    }

    #[test]
    fn names_of_the_backup_folder_are_understood() {
        let cases = [
            ("msgstore.db.crypt15", Purpose::FullDatabase),
            ("msgstore.db (1).crypt14", Purpose::FullDatabase),
            ("msgstore-2026-11-01.1.db.crypt15", dated("2026-11-01", 1)),
            ("msgstore-2024-02-29.12.db.crypt14", dated("2024-02-29", 12)),
            ("wa.db.crypt15", Purpose::Contacts),
            ("stickers.db.crypt15", Purpose::Other),
            ("msgstore-backup.db", Purpose::Other),
        ];
        for (name, expected) in cases {
            assert_eq!(Purpose::from_name(name), expected, "{name}");
        }
    }

    #[test]
    fn increments_are_never_taken_for_full_copies() {
        let newest = Purpose::Increment {
            number: 3,
            date: None,
        };
        assert_eq!(
            Purpose::from_name("msgstore-increment-3.db.crypt15"),
            newest
        );
        let older = Purpose::Increment {
            number: 2,
            date: Some("2026-10-30".into()),
        };
        let name = "msgstore-increment-2-2026-10-30.1.db.crypt15";
        assert_eq!(Purpose::from_name(name), older);
        assert!(!older.is_full());
    }
}
