//! How the crates' errors become the window's codes: the codes are theirs, the words are the window's.

use std::fmt::Display;

use latchkey_restore::HasCode;

use super::{Absence, CommandError, ErrorCode};

impl<E: HasCode + Display> From<E> for CommandError {
    fn from(error: E) -> Self {
        Self {
            key_fits: error.key_fits(),
            retries: error.retries(),
            line: error.line().and_then(|line| line.try_into().ok()),
            absence: error.absence().map(Absence::of_word),
            ..Self::new(code(error.code().as_str()), error.to_string())
        }
    }
}

/// The same code on the wire; a test holds the two lists together.
fn code(word: &str) -> ErrorCode {
    let mut all = ErrorCode::ALL.iter().copied();
    all.find(|code| code.as_str() == word)
        .unwrap_or(ErrorCode::Internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_the_crates_keeps_its_word() {
        for kept in latchkey_restore::ErrorCode::ALL {
            assert_eq!(code(kept.as_str()).as_str(), kept.as_str());
        }
    }
}
