//! The words of a passphrase slot: generated, never chosen, and wrapped around an identity as an ordinary `age -p` file.
//!
//! Six words of the 2,048 of BIP-39's English list are 66 bits; with scrypt at 2¹⁸ each guess costs about a second and
//! 256 MiB.

use std::fmt;
use std::io::Read;

use zeroize::Zeroizing;

use crate::envelope::{seal_for, unseal_with};

/// Words in a generated passphrase.
const WORDS: usize = 6;
/// Work factor of what is written: N = 2¹⁸, as the `age` command's.
pub(crate) const WORK_FACTOR: u8 = 18;
/// Highest work factor that is read (docs/keyring-format.md 6): a gigabyte of memory.
const MAX_WORK_FACTOR: u8 = 20;

/// Where the scrypt stanza stands in an age file, bytes: it is the only one, but for grease.
const MAX_HEADER: u64 = 16 * 1024;

/// Six generated words: a secret.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Draws six words, each as likely as any other.
    pub(crate) fn generate() -> Result<Self, getrandom::Error> {
        let list = bip39::Language::English.word_list();
        let mut drawn = Zeroizing::new([0; 2 * WORDS]);
        getrandom::fill(drawn.as_mut_slice())?;
        let mut text = Zeroizing::new(String::with_capacity(WORDS * 16));
        for pair in drawn.chunks_exact(2) {
            if !text.is_empty() {
                text.push(' ');
            }
            // 2,048 divides 65,536: the remainder favours no word.
            let number = usize::from(u16::from_le_bytes([pair[0], pair[1]]));
            text.push_str(list[number % list.len()]);
        }
        Ok(Self(text))
    }

    /// The words, parted by single blanks: what the age file is encrypted with.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A second holder of the same words, for the proof after a save. Not `Clone`: copies are made by name only.
    pub(crate) fn duplicate(&self) -> Self {
        Self(self.0.clone())
    }

    /// The words one by one.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.split(' ')
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// Why an identity did not come out of its file.
pub(crate) enum UnwrapError {
    /// Other words.
    WrongWords,
    /// Opening it would take more work than this program does for anybody's file.
    TooMuchWork,
    /// The file is not what the format says.
    Damaged,
}

/// Encrypts an identity text with words.
pub(crate) fn wrap(text: &[u8], words: &str, work_factor: u8) -> Result<String, std::io::Error> {
    let mut recipient = age::scrypt::Recipient::new(words.to_owned().into());
    recipient.set_work_factor(work_factor);
    seal_for(text, std::iter::once(&recipient as &dyn age::Recipient))
}

/// Decrypts an identity text with what a person typed: as words in any case and with any gaps, then as it stands, for
/// passphrases that other tools were given.
pub(crate) fn unwrap(armored: &str, typed: &str) -> Result<Zeroizing<Vec<u8>>, UnwrapError> {
    let words = as_words(typed);
    match unwrap_exact(armored, &words) {
        Err(UnwrapError::WrongWords) if *words != typed => unwrap_exact(armored, typed),
        result => result,
    }
}

/// How much work [`unwrap`] is at most, in scrypt's N; nothing for a file that it refuses at once.
pub(crate) fn work(armored: &str, typed: &str) -> u64 {
    let tries = match *as_words(typed) == *typed {
        true => 1,
        false => 2,
    };
    let factor = work_factor(armored).filter(|factor| *factor <= MAX_WORK_FACTOR);
    factor.map_or(0, |factor| tries << factor)
}

/// What the stanza `-> scrypt <salt> <work factor>` says.
fn work_factor(armored: &str) -> Option<u8> {
    let mut header = Vec::new();
    let reader = age::armor::ArmoredReader::new(armored.as_bytes());
    // What is cut off or damaged later on is found when it is opened.
    let _ = reader.take(MAX_HEADER).read_to_end(&mut header);
    let mut lines = header.split(|byte| *byte == b'\n');
    let stanza = lines.find_map(|line| line.strip_prefix(b"-> scrypt "))?;
    let (_, factor) = std::str::from_utf8(stanza).ok()?.split_once(' ')?;
    factor.parse().ok()
}

fn unwrap_exact(armored: &str, words: &str) -> Result<Zeroizing<Vec<u8>>, UnwrapError> {
    let mut identity = age::scrypt::Identity::new(words.to_owned().into());
    identity.set_max_work_factor(MAX_WORK_FACTOR);
    let opened = unseal_with(armored, std::iter::once(&identity as &dyn age::Identity));
    opened.map_err(|error| match error {
        age::DecryptError::DecryptionFailed => UnwrapError::WrongWords,
        age::DecryptError::ExcessiveWork { .. } => UnwrapError::TooMuchWork,
        _ => UnwrapError::Damaged,
    })
}

/// Lower case, parted by single blanks.
fn as_words(typed: &str) -> Zeroizing<String> {
    // Lower case can be longer than what was typed (İ): room at once, so that no copy is left behind.
    let mut words = Zeroizing::new(String::with_capacity(typed.len() * 3));
    let gap = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '-' | ',' | '.' | ';');
    for word in typed.split(gap).filter(|word| !word.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.extend(word.chars().flat_map(char::to_lowercase));
    }
    words
}

#[cfg(test)]
mod tests;
