//! The words that make a filter of what a person types: `from:`, `has:photo`, `is:starred` …
//!
//! English is the default; a caller adds those of the interface's language, so that both are understood.

/// What stands before the colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FilterName {
    /// Who sent it: a name, the beginning of a number, or [`FilterValue::Me`].
    From,
    /// The chat: its name, or the beginning of a number.
    In,
    /// What it carries: a [`Has`].
    Has,
    /// What it is: [`FilterValue::Starred`].
    Is,
    /// Before the first moment of a day, month or year.
    Before,
    /// At or after the first moment of a day, month or year.
    After,
    /// Within a day, month or year.
    On,
    /// A tag that the person put on it.
    Tag,
}

/// What can stand after the colon, where it is not a name or a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FilterValue {
    /// The phone's owner.
    Me,
    /// Starred by the owner.
    Starred,
    /// What a message carries.
    Has(Has),
}

/// What a message carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Has {
    /// A picture, view-once ones too.
    Photo,
    /// A film or a round video note, view-once ones too.
    Video,
    /// A voice note, view-once ones too.
    Voice,
    /// Sound: a voice note or an audio file.
    Audio,
    /// A moving picture without sound.
    Gif,
    /// A document.
    Document,
    /// A sticker.
    Sticker,
    /// Any of the above, or an album of them.
    Media,
    /// A link in its text, or the preview of one.
    Link,
    /// A poll.
    Poll,
    /// A place, also a live one.
    Location,
    /// Contact cards.
    Contact,
    /// A bookmark that the person put on it.
    Bookmark,
    /// A note that the person put on it.
    Note,
}

/// The words of the filters in one or more languages. Case and accents do not matter; words may be of any script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterWords {
    pub(super) names: Vec<(String, FilterName)>,
    pub(super) values: Vec<(String, FilterValue)>,
}

impl FilterWords {
    /// No words at all: every colon is only a colon.
    #[must_use]
    pub fn none() -> Self {
        Self {
            names: Vec::new(),
            values: Vec::new(),
        }
    }

    /// Adds a word for what stands before the colon.
    #[must_use]
    pub fn with_name(mut self, word: &str, name: FilterName) -> Self {
        self.names.push((word.to_owned(), name));
        self
    }

    /// Adds a word for what stands after the colon.
    #[must_use]
    pub fn with_value(mut self, word: &str, value: FilterValue) -> Self {
        self.values.push((word.to_owned(), value));
        self
    }
}

impl Default for FilterWords {
    fn default() -> Self {
        use FilterName as N;
        use FilterValue as V;
        let names = [
            ("from", N::From),
            ("in", N::In),
            ("has", N::Has),
            ("is", N::Is),
            ("before", N::Before),
            ("after", N::After),
            ("on", N::On),
            ("tag", N::Tag),
        ];
        let values = [
            ("me", V::Me),
            ("starred", V::Starred),
            ("photo", V::Has(Has::Photo)),
            ("video", V::Has(Has::Video)),
            ("voice", V::Has(Has::Voice)),
            ("audio", V::Has(Has::Audio)),
            ("gif", V::Has(Has::Gif)),
            ("document", V::Has(Has::Document)),
            ("sticker", V::Has(Has::Sticker)),
            ("media", V::Has(Has::Media)),
            ("link", V::Has(Has::Link)),
            ("poll", V::Has(Has::Poll)),
            ("location", V::Has(Has::Location)),
            ("contact", V::Has(Has::Contact)),
            ("bookmark", V::Has(Has::Bookmark)),
            ("note", V::Has(Has::Note)),
        ];
        Self {
            names: names.map(|(word, name)| (word.to_owned(), name)).into(),
            values: values.map(|(word, value)| (word.to_owned(), value)).into(),
        }
    }
}
