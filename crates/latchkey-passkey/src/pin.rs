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
