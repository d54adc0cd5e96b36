//! Finds the one slip a person made in typing their own digits. It proposes, the person confirms; a key is
//! proposed only after the whole first block opened to something known.

use crate::decrypt::open::open_backup;
use crate::format::{Format, Secret};
use crate::key::{BackupKey, DIGITS, derive_file_key, look_alike, significant};
use crate::probe::{CheckKeyError, FirstBlock};
use std::path::Path;
use zeroize::Zeroizing;

/// The 64 digits as numbers from 0 to 15.
type Digits = Zeroizing<[u8; DIGITS]>;

/// Digits in one group, as the app shows them.
const GROUP: usize = 4;

/// The most places of 8 and b that are tried in every combination: a thousand keys, about a millisecond.
const MAX_CONFUSED: usize = 10;

/// A proposed key, and the slip that explains what was typed. Show the slip; the key only opens.
#[derive(Debug)]
pub struct Repair {
    /// The key that opens the backup.
    pub key: BackupKey,
    /// What went wrong in typing.
    pub slip: Slip,
}

/// What went wrong in typing 64 digits. Groups count from 0; there are 16 of 4 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Slip {
    /// One digit is wrong.
    WrongDigit {
        /// The group it is in.
        group: usize,
    },
    /// Two neighbours are swapped.
    Swapped {
        /// The group of the first of them.
        group: usize,
    },
    /// Letters were taken for digits, or digits for letters, that look like them.
    LookAlike {
        /// The group of the first of them.
        group: usize,
    },
    /// Rows were read as columns.
    Transposed,
}

/// Looks for one slip in typed digits that do not open a backup. `None`: no single slip explains it.
///
/// # Errors
/// As [`crate::check_key`]; [`CheckKeyError::WrongKindOfKey`] for a backup that digits do not open.
pub fn propose_repair(backup: &Path, digits: &str) -> Result<Option<Repair>, CheckKeyError> {
    let mut opened = open_backup(backup)?;
    if opened.envelope.format != Format::Crypt15 {
        return Err(CheckKeyError::WrongKindOfKey {
            needed: Secret::DeviceKey,
        });
    }
    let first = FirstBlock::read(&mut opened).map_err(|e| CheckKeyError::io(backup, e))?;
    Ok(find_slip(&first, digits))
}

/// Tries every single slip on the first block.
pub(crate) fn find_slip(first: &FirstBlock, typed: &str) -> Option<Repair> {
    let (digits, taken_for) = read_typed(typed)?;
    let attempt = |digits: &Digits, slip: Slip| try_digits(first, digits, slip);
    if let Some(at) = taken_for {
        // A character that is no digit was typed: one reading of it is certain to be meant.
        let group = at / GROUP;
        return attempt(&digits, Slip::LookAlike { group })
            .or_else(|| wrong_digit_at(first, &digits, at));
    }
    if attempt(&digits, Slip::WrongDigit { group: 0 }).is_some() {
        return None; // nothing is wrong
    }
    (0..DIGITS)
        .find_map(|at| wrong_digit_at(first, &digits, at))
        .or_else(|| swapped(first, &digits))
        .or_else(|| transposed(first, &digits))
        .or_else(|| confused_pairs(first, &digits))
}

/// The typed digits with look-alikes read as what they look like, and where the first of those stands.
/// A character that looks like nothing is read as 0, if it is the only one.
fn read_typed(typed: &str) -> Option<(Digits, Option<usize>)> {
    let mut digits = Zeroizing::new([0u8; DIGITS]);
    let (mut count, mut taken_for, mut foreign) = (0, None, 0);
    for character in significant(typed) {
        let value = character.to_digit(16).or_else(|| {
            taken_for = taken_for.or(Some(count));
            let meant = look_alike(character).and_then(|meant| meant.to_digit(16));
            foreign += usize::from(meant.is_none());
            meant.or(Some(0))
        });
        *digits.get_mut(count)? = u8::try_from(value?).ok()?;
        count += 1;
    }
    let readable = count == DIGITS && foreign <= 1;
    readable.then_some((digits, taken_for))
}

fn try_digits(first: &FirstBlock, digits: &Digits, slip: Slip) -> Option<Repair> {
    let mut root = Zeroizing::new([0u8; 32]);
    for (byte, pair) in root.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = pair[0] << 4 | pair[1];
    }
    first.judge_strictly(&derive_file_key(&root))?;
    Some(Repair {
        key: BackupKey::from_root(root),
        slip,
    })
}

/// 8 and b taken for each other, in any of their places: the two true digits that look alike.
fn confused_pairs(first: &FirstBlock, digits: &Digits) -> Option<Repair> {
    let places: Vec<usize> = (0..DIGITS)
        .filter(|&at| [8, 11].contains(&digits[at]))
        .collect();
    if places.len() > MAX_CONFUSED {
        return None;
    }
    (1..1usize << places.len()).find_map(|chosen| {
        let mut other = digits.clone();
        let mut group = None;
        for (bit, &at) in places.iter().enumerate() {
            if chosen >> bit & 1 == 1 {
                other[at] = 8 + 11 - other[at];
                group = group.or(Some(at / GROUP));
            }
        }
        let group = group?;
        try_digits(first, &other, Slip::LookAlike { group })
    })
}

fn wrong_digit_at(first: &FirstBlock, digits: &Digits, at: usize) -> Option<Repair> {
    let group = at / GROUP;
    let mut other = digits.clone();
    (1..16).find_map(|step| {
        other[at] = (digits[at] + step) % 16;
        try_digits(first, &other, Slip::WrongDigit { group })
    })
}

fn swapped(first: &FirstBlock, digits: &Digits) -> Option<Repair> {
    (0..DIGITS - 1).find_map(|at| {
        if digits[at] == digits[at + 1] {
            return None;
        }
        let mut other = digits.clone();
        other.swap(at, at + 1);
        let group = at / GROUP;
        try_digits(first, &other, Slip::Swapped { group })
    })
}

/// The grids a key is written in, read by columns instead of by rows: cells across, cells down, digits in
/// a cell. The app shows 4×4 groups of 4; notes are made in other shapes, too (`docs/backup-format.md` 8.3).
const GRIDS: [(usize, usize, usize); 9] = [
    (4, 4, 4),
    (2, 8, 4),
    (8, 2, 4),
    (8, 8, 1),
    (4, 16, 1),
    (16, 4, 1),
    (4, 8, 2),
    (8, 4, 2),
    (2, 4, 8),
];

fn transposed(first: &FirstBlock, digits: &Digits) -> Option<Repair> {
    GRIDS.into_iter().find_map(|(across, down, cell)| {
        let other = read_by_columns(digits, across, down, cell);
        try_digits(first, &other, Slip::Transposed)
    })
}

/// Undoes a reading by columns: the typed cell `column * down + row` belongs at `row * across + column`.
fn read_by_columns(digits: &Digits, across: usize, down: usize, cell: usize) -> Digits {
    let mut other = Zeroizing::new([0u8; DIGITS]);
    for column in 0..across {
        for row in 0..down {
            let typed = (column * down + row) * cell;
            let meant = (row * across + column) * cell;
            other[meant..meant + cell].copy_from_slice(&digits[typed..typed + cell]);
        }
    }
    other
}
