//! Recognises a Finder or iTunes backup by the files in its root (`docs/backup-format.md` 10). Recognised and
//! named only: this version does not read it.

use super::Inspection;
use crate::files::{open_regular, read_up_to};
use crate::format::{Format, Secret};
use std::path::Path;

/// The most bytes read of a property list; the real ones are far smaller or hold lists of apps.
const MAX_LIST: usize = 4 * 1024 * 1024;

/// The folder as an iPhone backup, if it is one: a property list named as the manifest, and an index.
pub(super) fn recognise(folder: &Path, created: Option<i64>) -> Option<Inspection> {
    let manifest = read_list(&folder.join("Manifest.plist"))?;
    let has = |name: &str| folder.join(name).is_file();
    if !has("Manifest.db") && !has("Manifest.mbdb") && !has("Info.plist") {
        return None;
    }
    let created = created.or_else(|| super::modified_ms(&std::fs::metadata(folder).ok()?));
    let mut phone = Inspection::new(folder, Format::IphoneBackup, 0, created);
    phone.secret = match flag(&manifest, b"IsEncrypted") {
        Some(false) => Secret::None,
        // An unreadable flag is more likely newer than absent: ask for the password.
        Some(true) | None => Secret::Password,
    };
    let status = read_list(&folder.join("Status.plist"));
    phone.whole = status.map(|status| contains(&status, b"finished"));
    Some(phone)
}

fn read_list(path: &Path) -> Option<Vec<u8>> {
    let bytes = read_up_to(&mut open_regular(path).ok()?, MAX_LIST).ok()?;
    (bytes.starts_with(b"bplist00") || bytes.trim_ascii_start().starts_with(b"<?xml"))
        .then_some(bytes)
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// A boolean of the top dictionary, in either form a property list is written in.
fn flag(list: &[u8], key: &[u8]) -> Option<bool> {
    if list.starts_with(b"bplist00") {
        return binary_flag(list, key);
    }
    let name = [b"<key>".as_slice(), key, b"</key>"].concat();
    let at = list.windows(name.len()).position(|window| window == name)?;
    let rest = list.get(at + name.len()..)?.trim_ascii_start();
    if rest.starts_with(b"<true/>") {
        Some(true)
    } else {
        rest.starts_with(b"<false/>").then_some(false)
    }
}

/// Looks a boolean up in the top dictionary of a binary property list: trailer, offset table, one
/// dictionary, ASCII keys; everything else is left alone.
fn binary_flag(list: &[u8], key: &[u8]) -> Option<bool> {
    let trailer = list.last_chunk::<32>()?;
    let (offset_size, reference_size) = (usize::from(trailer[6]), usize::from(trailer[7]));
    let number = |at: usize, size: usize| -> Option<usize> {
        if !(1..=8).contains(&size) {
            return None;
        }
        let bytes = list.get(at..at.checked_add(size)?)?;
        let value = bytes
            .iter()
            .fold(0u64, |value, byte| value << 8 | u64::from(*byte));
        usize::try_from(value).ok()
    };
    let trailer_at = list.len() - 32;
    let top = number(trailer_at + 16, 8)?;
    let table = number(trailer_at + 24, 8)?;
    let object = |index: usize| -> Option<usize> {
        number(
            table.checked_add(index.checked_mul(offset_size)?)?,
            offset_size,
        )
    };
    let dictionary = object(top)?;
    let marker = *list.get(dictionary)?;
    let (count, keys) = match marker {
        0xd0..=0xde => (usize::from(marker & 0x0f), dictionary + 1),
        0xdf => {
            let size = 1usize << (list.get(dictionary + 1)? & 0x0f).min(3);
            (number(dictionary + 2, size)?, dictionary + 2 + size)
        }
        _ => return None,
    };
    let reference = |index: usize| {
        number(
            keys.checked_add(index.checked_mul(reference_size)?)?,
            reference_size,
        )
    };
    let is_key = |at: usize| {
        let length = 0x50 | u8::try_from(key.len()).ok()?;
        let object = list.get(at..)?;
        let text = object.get(1..1 + key.len())?;
        (object.first() == Some(&length) && text == key).then_some(())
    };
    let found = (0..count.min(1024)).find(|&index| {
        let at = reference(index).and_then(object);
        at.and_then(is_key).is_some()
    })?;
    match *list.get(object(reference(count.checked_add(found)?)?)?)? {
        0x08 => Some(false),
        0x09 => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `{"IsEncrypted": true, "Version": "10.0"}` as a binary property list.
    const BINARY: &[u8] = b"bplist00\xd2\x01\x02\x03\x04\x5bIsEncrypted\x57Version\x09\x54\
        10.0\x08\x0d\x19\x21\x22\0\0\0\0\0\0\x01\x01\0\0\0\0\0\0\0\x05\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x27";

    #[test]
    fn the_flag_is_found_in_both_forms() {
        assert_eq!(flag(BINARY, b"IsEncrypted"), Some(true));
        assert_eq!(flag(BINARY, b"Version"), None);
        let xml = b"<?xml version=\"1.0\"?><plist><dict><key>IsEncrypted</key>\n <false/></dict>";
        assert_eq!(flag(xml, b"IsEncrypted"), Some(false));
    }

    #[test]
    fn numbers_beyond_everything_say_nothing_and_do_not_panic() {
        let list = |objects: &[u8], sizes: [u8; 2], numbers: [u64; 3]| {
            let mut list = [b"bplist00", objects, &[0; 6], &sizes].concat();
            list.extend(numbers.map(u64::to_be_bytes).concat());
            list
        };
        // The dictionary's only key lies at the end of all offsets.
        let mut far = vec![0xd1, 0, 0];
        far.extend([u64::MAX, 8].map(u64::to_be_bytes).concat());
        assert_eq!(flag(&list(&far, [8, 1], [2, 1, 11]), b"IsEncrypted"), None);
        // A dictionary of more entries than can be counted; its second key is the one wanted.
        let mut many = vec![0xdf, 0x13];
        many.extend([0xff; 8]);
        many.extend([2, 1]);
        many.extend(b"\x5bIsEncrypted");
        many.extend([8, 20, 8]);
        assert_eq!(flag(&list(&many, [1, 1], [3, 0, 32]), b"IsEncrypted"), None);
    }

    #[test]
    fn a_broken_list_says_nothing_and_does_not_panic() {
        for length in 0..BINARY.len() {
            let _ = flag(&BINARY[..length], b"IsEncrypted");
        }
        for at in 0..BINARY.len() {
            for value in [0x00, 0x7f, 0xff] {
                let mut list = BINARY.to_vec();
                list[at] = value;
                let _ = flag(&list, b"IsEncrypted");
            }
        }
    }
}
