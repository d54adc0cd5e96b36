//! The sums of files, as `sha256sum` writes and checks them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Whether this is a path inside a folder that a list of sums can hold: relative, of plain parts, without signs that
/// `sha256sum` would write otherwise.
pub(crate) fn is_listable(path: &str) -> bool {
    let plain = |part: &str| !matches!(part, "" | "." | "..");
    path.split('/').all(plain) && !path.contains(['\\', '\n', '\r', '\0'])
}

/// The sum of one file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FileSum {
    /// Its path in the folder, `/` between its parts.
    pub path: String,
    /// SHA-256 of its bytes.
    #[serde(with = "hexadecimal")]
    pub sha256: [u8; 32],
    /// Its bytes.
    pub bytes: u64,
}

impl FileSum {
    /// The sum of these bytes.
    #[must_use]
    pub fn of(path: &str, bytes: &[u8]) -> Self {
        Self {
            path: path.to_owned(),
            sha256: Sha256::digest(bytes).into(),
            bytes: bytes.len() as u64,
        }
    }
}

/// The list as `sha256sum` writes it, sorted by path.
pub(crate) fn list<'f>(sums: impl Iterator<Item = (&'f str, [u8; 32])>) -> String {
    let sorted: BTreeMap<&str, [u8; 32]> = sums.collect();
    sorted.iter().fold(String::new(), |mut text, (path, sum)| {
        let _ = writeln!(text, "{}  {path}", hex::encode(sum));
        text
    })
}

/// Reads such a list; `None` where a line is none, leads out of the folder, or comes twice.
pub(crate) fn read(text: &str) -> Option<BTreeMap<String, [u8; 32]>> {
    let mut sums = BTreeMap::new();
    for line in text.lines() {
        let (digits, path) = line.split_once(' ')?;
        // Two spaces: text; a space and an asterisk: binary. Both mean the bytes.
        let path = path.strip_prefix([' ', '*'])?;
        let sum = hex::decode(digits).ok()?.try_into().ok()?;
        if !is_listable(path) || sums.insert(path.to_owned(), sum).is_some() {
            return None;
        }
    }
    Some(sums)
}

mod hexadecimal {
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(sum: &[u8; 32], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&hex::encode(sum))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<[u8; 32], D::Error> {
        let digits = String::deserialize(from)?;
        let bytes = hex::decode(digits)
            .ok()
            .and_then(|bytes| bytes.try_into().ok());
        bytes.ok_or_else(|| D::Error::custom("64 hexadecimal digits"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let sums = [("b/c", [1; 32]), ("a", [2; 32])];
        let text = list(sums.into_iter());
        assert!(
            text.ends_with(&format!("{}  b/c\n", "01".repeat(32))),
            "{text}"
        );
        let read = read(&text).unwrap();
        assert_eq!(
            read.into_iter().collect::<Vec<_>>(),
            [("a".to_owned(), [2; 32]), ("b/c".to_owned(), [1; 32])]
        );
    }

    #[test]
    fn a_list_that_leads_out_of_its_folder_is_not_read() {
        let sum = "00".repeat(32);
        for path in ["/etc/passwd", "../a", "a/../../b", "", "a//b", "a\\b"] {
            assert_eq!(read(&format!("{sum}  {path}\n")), None, "{path}");
        }
        assert_eq!(read(&format!("{sum}  a\n{sum}  a\n")), None);
        assert_eq!(read("abc  a\n"), None);
        assert!(read(&format!("{sum} *a\n")).is_some());
    }
}
