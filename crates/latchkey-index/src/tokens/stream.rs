//! The token stream for others: what is searched, marked or left out elsewhere is the same words as here.

use std::ops::Range;

use super::{TokenKind, Tokenizer, VERSION};

/// Turns text into the tokens that a search sees. Keep one: it remembers what letters fold to.
pub struct TokenStream(Tokenizer);

impl std::fmt::Debug for TokenStream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TokenStream")
    }
}

impl Default for TokenStream {
    fn default() -> Self {
        Self(Tokenizer::new())
    }
}

impl TokenStream {
    /// Version of the stream: grows when the same text gives other tokens.
    pub const VERSION: i64 = VERSION;

    /// Calls `each` with every token of `text` in order: its kind, its folded letters, and the bytes of `text` that it came
    /// from.
    pub fn tokens(&mut self, text: &str, mut each: impl FnMut(TokenKind, &str, Range<usize>)) {
        self.0
            .tokens(text, |token| each(token.kind, token.text, token.range));
    }
}
