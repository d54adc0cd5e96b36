//! The one token stream: the same for what is stored, what is asked and what is marked in a snippet.
//!
//! Words are runs of letters and digits, folded. Scripts written without spaces (Han, Kana, Thai, Lao,
//! Khmer, Myanmar) and Hangul give overlapping pairs of letters and, at the end of a run, the last letter
//! alone: any two or more letters are then a phrase of pairs, and one letter is the beginning of a pair or
//! a last letter. A dictionary is not asked, so that a part of a word is always found. Each emoji is a token.
//! Tokens hold no ASCII but letters and digits, so that FTS5's `ascii` tokenizer splits only at our spaces.

mod fold;
mod stream;

use std::ops::Range;

use icu_properties::props::{ExtendedPictographic, GeneralCategory, Script};
use icu_properties::{CodePointMapData, CodePointSetData};

use self::fold::Folding;
pub use self::stream::TokenStream;

/// Letters of a word beyond this are dropped: nobody types them, and encoded blobs would fill the index.
const LONGEST_WORD: usize = 120;

/// Version of this stream: a text index written with another one is rebuilt.
pub(crate) const VERSION: i64 = 2;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// A word of a script with spaces.
    Word,
    /// Two neighbouring letters of a script without.
    Pair,
    /// The last letter of a run of such letters; `alone` when the run has no other.
    Last {
        /// The run is this one letter.
        alone: bool,
    },
    /// An emoji.
    Emoji,
}

/// One token and the bytes of the text that it came from.
#[derive(Debug)]
pub(crate) struct Token<'a> {
    pub(crate) kind: TokenKind,
    pub(crate) text: &'a str,
    pub(crate) range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Part of a word.
    Word,
    /// A letter of a script without spaces.
    Dense,
    Emoji,
    /// Half of a flag.
    Flag,
    /// Neither ends a word nor is part of it.
    Ignored,
    Separator,
}

/// Turns text into tokens. Keep one: it remembers what letters fold to.
pub(crate) struct Tokenizer {
    folding: Folding,
    categories: icu_properties::CodePointMapDataBorrowed<'static, GeneralCategory>,
    scripts: icu_properties::CodePointMapDataBorrowed<'static, Script>,
    pictures: icu_properties::CodePointSetDataBorrowed<'static>,
    folded: String,
}

impl Tokenizer {
    pub(crate) fn new() -> Self {
        Self {
            folding: Folding::new(),
            categories: CodePointMapData::<GeneralCategory>::new(),
            scripts: CodePointMapData::<Script>::new(),
            pictures: CodePointSetData::new::<ExtendedPictographic>(),
            folded: String::new(),
        }
    }

    /// Calls `each` with every token of `text`, in order.
    pub(crate) fn tokens(&mut self, text: &str, mut each: impl FnMut(Token<'_>)) {
        let mut run = Run::default();
        let mut rest = text.char_indices().peekable();
        while let Some((start, c)) = rest.next() {
            if c.is_ascii() {
                if c.is_ascii_alphanumeric() {
                    run.word(c.to_ascii_lowercase(), start..start + 1, &mut each);
                } else {
                    run.end(&mut each);
                }
                continue;
            }
            let mut end = start + c.len_utf8();
            let mut marked = false;
            while let Some(&(at, next)) = rest.peek() {
                if next.is_ascii() || !self.joins_the_letter_before(next) {
                    break;
                }
                marked = true;
                end = at + next.len_utf8();
                rest.next();
            }
            let mut folded = std::mem::take(&mut self.folded);
            folded.clear();
            if marked {
                self.folding
                    .cluster(text.get(start..end).unwrap_or_default(), &mut folded);
            } else {
                self.folding.letter(c, &mut folded);
            }
            for letter in folded.chars() {
                let class = if letter.is_ascii() {
                    ascii_class(letter)
                } else {
                    self.class(letter)
                };
                run.push(letter, class, start..end, &mut each);
            }
            self.folded = folded;
        }
        run.end(&mut each);
    }

    /// Appends the tokens of `text` to `out`, separated by spaces.
    pub(crate) fn write(&mut self, text: &str, out: &mut String) {
        self.tokens(text, |token| {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(token.text);
        });
    }

    /// The text folded as a whole, with what stands between its words: two that are the same but for case and accents.
    pub(crate) fn folded(&self, text: &str) -> String {
        let mut folded = String::with_capacity(text.len());
        self.folding.cluster(text, &mut folded);
        folded
    }

    /// The token is one of [`TokenKind::Word`].
    pub(crate) fn is_word(&self, token: &str) -> bool {
        let first = token.chars().next();
        first.is_some_and(|c| c.is_ascii_alphanumeric() || self.class(c) == Class::Word)
    }

    /// Marks, and the second and third part of a Hangul syllable or a half-width Kana.
    fn joins_the_letter_before(&self, c: char) -> bool {
        if matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{410}'..='\u{44F}') {
            return false;
        }
        matches!(c, '\u{1160}'..='\u{11FF}' | '\u{FF9E}' | '\u{FF9F}')
            || matches!(
                self.categories.get(c),
                GeneralCategory::NonspacingMark
                    | GeneralCategory::SpacingMark
                    | GeneralCategory::EnclosingMark
            ) && !matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
    }

    fn class(&self, c: char) -> Class {
        match c {
            '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{30FC}' | '\u{3005}' => {
                return Class::Dense;
            }
            '\u{200B}' => return Class::Separator,
            '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{1F3FB}'..='\u{1F3FF}' => {
                return Class::Ignored;
            }
            '\u{1F1E6}'..='\u{1F1FF}' => return Class::Flag,
            // Emoji of the years before Unicode had them (SoftBank, private use).
            '\u{E001}'..='\u{E5FF}' => return Class::Emoji,
            _ => {}
        }
        use GeneralCategory as G;
        match self.categories.get(c) {
            G::Format => Class::Ignored,
            G::UppercaseLetter
            | G::LowercaseLetter
            | G::TitlecaseLetter
            | G::ModifierLetter
            | G::OtherLetter
            | G::NonspacingMark
            | G::SpacingMark
            | G::EnclosingMark
            | G::DecimalNumber
            | G::LetterNumber
            | G::OtherNumber => match self.scripts.get(c) {
                Script::Han
                | Script::Hiragana
                | Script::Katakana
                | Script::Bopomofo
                | Script::Hangul
                | Script::Thai
                | Script::Lao
                | Script::Khmer
                | Script::Myanmar => Class::Dense,
                _ => Class::Word,
            },
            _ if self.pictures.contains(c) => Class::Emoji,
            _ => Class::Separator,
        }
    }
}

fn ascii_class(c: char) -> Class {
    if c.is_ascii_alphanumeric() {
        Class::Word
    } else {
        Class::Separator
    }
}

/// The word or the run of dense letters that is being read.
#[derive(Default)]
struct Run {
    word: String,
    word_range: Range<usize>,
    letters: usize,
    dense: Option<(char, Range<usize>, bool)>,
    flag: Option<(char, Range<usize>)>,
}

impl Run {
    fn push(
        &mut self,
        c: char,
        class: Class,
        range: Range<usize>,
        each: &mut impl FnMut(Token<'_>),
    ) {
        match class {
            Class::Word => self.word(c, range, each),
            Class::Dense => self.dense(c, range, each),
            Class::Ignored => {}
            Class::Separator => self.end(each),
            Class::Emoji => {
                self.end(each);
                each(Token {
                    kind: TokenKind::Emoji,
                    text: c.encode_utf8(&mut [0; 4]),
                    range,
                });
            }
            Class::Flag => match self.flag.take() {
                None => {
                    self.end(each);
                    self.flag = Some((c, range));
                }
                Some((first, start)) => {
                    let text: String = [first, c].iter().collect();
                    each(Token {
                        kind: TokenKind::Emoji,
                        text: &text,
                        range: start.start..range.end,
                    });
                }
            },
        }
    }

    fn word(&mut self, c: char, range: Range<usize>, each: &mut impl FnMut(Token<'_>)) {
        if self.dense.is_some() || self.flag.is_some() {
            self.end(each);
        }
        if self.letters == 0 {
            self.word_range.start = range.start;
        }
        self.letters += 1;
        if self.letters <= LONGEST_WORD {
            self.word.push(c);
        }
        self.word_range.end = range.end;
    }

    fn dense(&mut self, c: char, range: Range<usize>, each: &mut impl FnMut(Token<'_>)) {
        if self.letters > 0 || self.flag.is_some() {
            self.end(each);
        }
        let first = self.dense.is_none();
        if let Some((before, start, _)) = self.dense.take() {
            let mut bytes = [0; 8];
            let length = before.encode_utf8(&mut bytes).len();
            let length = length
                + c.encode_utf8(bytes.get_mut(length..).unwrap_or_default())
                    .len();
            let pair = bytes
                .get(..length)
                .and_then(|bytes| std::str::from_utf8(bytes).ok())
                .unwrap_or_default();
            each(Token {
                kind: TokenKind::Pair,
                text: pair,
                range: start.start..range.end,
            });
        }
        self.dense = Some((c, range, first));
    }

    fn end(&mut self, each: &mut impl FnMut(Token<'_>)) {
        if self.letters > 0 {
            each(Token {
                kind: TokenKind::Word,
                text: &self.word,
                range: self.word_range.clone(),
            });
            self.word.clear();
            self.letters = 0;
        }
        if let Some((c, range, alone)) = self.dense.take() {
            each(Token {
                kind: TokenKind::Last { alone },
                text: c.encode_utf8(&mut [0; 4]),
                range,
            });
        }
        if let Some((c, range)) = self.flag.take() {
            each(Token {
                kind: TokenKind::Emoji,
                text: c.encode_utf8(&mut [0; 4]),
                range,
            });
        }
    }
}

#[cfg(test)]
mod tests;
