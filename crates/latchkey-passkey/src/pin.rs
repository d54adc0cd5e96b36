//! A PIN as a secret: normalised as CTAP2 wants it, wiped when dropped, never shown.

use std::fmt;

use icu_normalizer::ComposingNormalizerBorrowed;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// Longest PIN, bytes of UTF-8 (CTAP 2.1, 6.5.5.1).
const MAX_BYTES: usize = 63;

/// A PIN that a person typed, in Unicode normalisation form C.
pub struct Pin(Zeroizing<String>);

impl Pin {
    /// Normalises what was typed; `None` when it is empty, longer than 63 bytes, or holds a NUL.
    #[must_use]
    pub fn new(typed: &str) -> Option<Self> {
        let mut text = Zeroizing::new(String::with_capacity(typed.len() * 3 + MAX_BYTES));
        ComposingNormalizerBorrowed::new_nfc()
            .normalize_to(typed, &mut *text)
            .ok()?;
        let fits = (1..=MAX_BYTES).contains(&text.len()) && !text.contains('\0');
        fits.then_some(Self(text))
    }

    /// Its length in code points, as minimum lengths count it.
    #[must_use]
    pub fn length(&self) -> usize {
        self.0.chars().count()
    }

    /// Whether it is made of digits alone.
    #[must_use]
    pub fn is_only_digits(&self) -> bool {
        self.0.bytes().all(|b| b.is_ascii_digit())
    }

    /// The text, for a key derivation.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether two PINs are the same, compared in constant time.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }

    /// A second holder of the same PIN. Not `Clone`: copies are made by name only.
    pub(crate) fn duplicate(&self) -> Self {
        Self(self.0.clone())
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_it_was_typed_it_is_one_pin() {
        // e and a combining acute, then the letter that is both; a Hangul syllable from its parts.
        for (typed, normal) in [
            ("e\u{301}222", "\u{e9}222"),
            ("\u{1112}\u{1161}\u{11ab}", "\u{d55c}"),
        ] {
            let pin = Pin::new(typed).unwrap();
            assert_eq!(pin.as_str(), normal);
            assert!(pin.is_same(&Pin::new(normal).unwrap()));
        }
        assert!(
            !Pin::new("2468")
                .unwrap()
                .is_same(&Pin::new("24680").unwrap())
        );
    }

    #[test]
    fn length_counts_characters_and_the_limit_bytes() {
        assert_eq!(Pin::new("e\u{301}\u{1f511}ab").unwrap().length(), 4);
        assert!(Pin::new(&"1".repeat(63)).is_some());
        assert!(Pin::new(&"1".repeat(64)).is_none());
        // 21 times three bytes fit, one more does not.
        assert!(Pin::new(&"\u{d55c}".repeat(21)).is_some());
        assert!(Pin::new(&"\u{d55c}".repeat(22)).is_none());
        // 40 letters of three bytes each when typed, of two when normalised: the normal form counts.
        assert!(Pin::new(&"e\u{301}".repeat(31)).is_some());
    }

    #[test]
    fn nothing_and_a_nul_are_no_pin() {
        assert!(Pin::new("").is_none());
        assert!(Pin::new("24\u{0}68").is_none());
    }

    #[test]
    fn only_digits_are_only_digits() {
        assert!(Pin::new("0123456789").unwrap().is_only_digits());
        assert!(!Pin::new("12a4").unwrap().is_only_digits());
        // Arabic digits are none that a PIN pad has.
        assert!(
            !Pin::new("\u{661}\u{662}\u{663}\u{664}")
                .unwrap()
                .is_only_digits()
        );
    }

    #[test]
    fn it_prints_its_name_only() {
        assert_eq!(format!("{:?}", Pin::new("2468").unwrap()), "Pin");
    }
}
