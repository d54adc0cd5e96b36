//! Where an encrypted backup ends: which of its last bytes are tag, checksum and footer
//! (`docs/backup-format.md` 5). The header does not say, so the checks themselves decide.

use crate::files::TAIL_BYTES;
use crate::format::{Checksum, Format};
use crate::gcm::{GcmStream, TAG};
use crate::header::Envelope;
use md5::{Digest, Md5};
use subtle::ConstantTimeEq;

/// The end of a backup: the bytes that may be ciphertext, tag, checksum or footer.
pub(crate) struct Tail<'a> {
    bytes: &'a [u8],
    format: Format,
}

/// Distances from the end of the file at which a tag may start, most likely first.
fn tag_distances(format: Format) -> &'static [usize] {
    match format {
        // tag ‖ MD5 ‖ footer; without its footer; without both
        Format::Crypt12 => &[36, 32, 16],
        // tag ‖ MD5; tag alone
        _ => &[32, 16],
    }
}

/// Distances from the end of the file at which a checksum may start.
fn checksum_distances(format: Format) -> &'static [usize] {
    match format {
        Format::Crypt12 => &[20, 16],
        _ => &[16],
    }
}

/// How many bytes of the end must be held back until every reading of them was tried.
pub(crate) fn tail_length(envelope: &Envelope, size: u64) -> u64 {
    let longest = match envelope.format {
        Format::Crypt12 => TAIL_BYTES,
        _ => 32,
    };
    size.saturating_sub(envelope.data_start).min(longest as u64)
}

impl<'a> Tail<'a> {
    pub(crate) fn new(bytes: &'a [u8], format: Format) -> Self {
        Self { bytes, format }
    }

    /// The last bytes of the ciphertext, if one reading of the tail gives the right tag. `stream` has
    /// authenticated everything before the tail. The distance says how the file ends.
    pub(crate) fn verified_rest(&self, stream: &GcmStream) -> Option<(&'a [u8], usize)> {
        tag_distances(self.format).iter().find_map(|&distance| {
            let start = self.bytes.len().checked_sub(distance)?;
            let (rest, from_tag) = self.bytes.split_at_checked(start)?;
            let tag = from_tag.get(..TAG)?;
            stream.matches(rest, tag).then_some((rest, distance))
        })
    }

    /// Whether a checksum in the tail matches. `digest` has seen everything before the tail.
    pub(crate) fn checksum_matches(&self, digest: &Md5) -> bool {
        checksum_distances(self.format).iter().any(|&distance| {
            let Some(start) = self.bytes.len().checked_sub(distance) else {
                return false;
            };
            let (covered, from_checksum) = self.bytes.split_at(start);
            let computed = digest.clone().chain_update(covered).finalize();
            from_checksum
                .get(..16)
                .is_some_and(|stored| bool::from(computed.as_slice().ct_eq(stored)))
        })
    }
}

/// What the checksum says, before any key (`docs/backup-format.md` 5.2).
pub(crate) fn checksum_before_key(matches: bool, certain: bool) -> Checksum {
    match (matches, certain) {
        (true, _) => Checksum::Ok,
        (false, true) => Checksum::Mismatch,
        (false, false) => Checksum::Absent,
    }
}

/// What the checksum says once the tag was found: a tag that is not at the very end had a checksum after
/// it, so one that does not match is damaged, not absent.
pub(crate) fn checksum_after_tag(matches: bool, certain: bool, tag_distance: usize) -> Checksum {
    checksum_before_key(matches, certain || tag_distance > TAG)
}
