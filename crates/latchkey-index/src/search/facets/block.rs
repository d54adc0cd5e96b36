//! How a block of facets lies in the database: times as differences, senders and kinds as places in short lists.
//!
//! About four and a half bytes a message instead of ten. Bytes that no writer wrote read as messages without date or
//! sender.

use super::Facet;

/// Variable-length numbers: seven bits a byte, the lowest first.
pub(in crate::search) fn put(mut number: u64, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(u8::try_from(number & 0x7f).unwrap_or(0) | 0x80);
        number >>= 7;
    }
    out.push(u8::try_from(number).unwrap_or(0));
}

/// Takes the next number off; `None` at the end.
pub(in crate::search) fn take(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..63).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

/// Senders, and kinds with flags, that occur in the block, in the order of their first use.
#[derive(Default)]
struct List(Vec<u32>);

impl List {
    /// Writes a place in the list, and the value itself behind the place after the last one.
    fn put(&mut self, value: u32, out: &mut Vec<u8>) {
        let place = self.0.iter().rposition(|&known| known == value);
        put(place.unwrap_or(self.0.len()) as u64, out);
        if place.is_none() {
            put(value.into(), out);
            self.0.push(value);
        }
    }

    fn take(&mut self, bytes: &mut &[u8]) -> Option<u32> {
        let place = usize::try_from(take(bytes)?).ok()?;
        if let Some(&value) = self.0.get(place) {
            return Some(value);
        }
        let value = u32::try_from(take(bytes)?).ok()?;
        self.0.push(value);
        Some(value)
    }
}

pub(super) fn encode(facets: &[Facet]) -> Vec<u8> {
    let mut out = Vec::with_capacity(facets.len() * 5);
    let (mut senders, mut kinds) = (List::default(), List::default());
    let mut before = 0;
    for facet in facets {
        let at = i64::from(facet.at);
        let difference = at - before;
        before = at;
        // The sign goes to the lowest bit.
        put(
            ((difference << 1) ^ (difference >> 63)).cast_unsigned(),
            &mut out,
        );
        senders.put(facet.sender, &mut out);
        kinds.put(
            u32::from(facet.kind) << 8 | u32::from(facet.flags),
            &mut out,
        );
    }
    out
}

pub(super) fn decode(mut bytes: &[u8], out: &mut Vec<Facet>) {
    let (mut senders, mut kinds) = (List::default(), List::default());
    let mut before = 0_i64;
    let mut next = || -> Option<Facet> {
        let folded = take(&mut bytes)?;
        let difference = (folded >> 1).cast_signed() ^ -(folded & 1).cast_signed();
        before = before.checked_add(difference)?;
        let sender = senders.take(&mut bytes)?;
        let kind = kinds.take(&mut bytes)?;
        Some(Facet {
            at: u32::try_from(before).ok()?,
            sender,
            kind: u8::try_from(kind >> 8).ok()?,
            flags: u8::try_from(kind & 0xff).ok()?,
        })
    };
    // A block has no more than this, whatever its bytes say.
    for _ in 0..super::BLOCK {
        match next() {
            Some(facet) => out.push(facet),
            None => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_block_survives(facets in proptest::collection::vec(
            proptest::prelude::any::<(u32, u32, u8, u8)>(), 0..64)) {
            let facets: Vec<Facet> = facets
                .into_iter()
                .map(|(at, sender, kind, flags)| Facet { at, sender, kind, flags })
                .collect();
            let mut read = Vec::new();
            decode(&encode(&facets), &mut read);
            proptest::prop_assert_eq!(read, facets);
        }

        #[test]
        fn any_bytes_can_be_read(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..99)) {
            let mut read = Vec::new();
            decode(&bytes, &mut read);
            proptest::prop_assert!(read.len() <= bytes.len());
        }
    }
}
