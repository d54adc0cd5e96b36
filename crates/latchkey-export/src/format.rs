//! What a format is: hooks that the driver calls, and what it hands to them.
//!
//! A format sees messages in order, filtered and redacted; it never reads a history, a file of a message but through
//! [`FileHere`], the clock or the disk.

use latchkey_index::{
    ChatFacts, ChatRow, MemberRow, MessageId, MissingReason, OwnMarks, PersonId, PersonRow,
    WalkedCall, WalkedMessage,
};
use latchkey_messages::NameSource;
use latchkey_redact::Redactor;

use crate::clock::{Clock, Local};
use crate::error::FormatError;
use crate::media::{MediaSource, Placed};
use crate::output::Output;
use crate::people::PeopleList;
use crate::plan::Plan;
use crate::report::Counts;
use crate::request::Language;

/// Hooks of one format. One value writes one export, on one thread.
///
/// Order: `begin`, then for each chat `begin_chat`, its messages from the oldest position on, `end_chat`; then every call;
/// then `finish`. Between any two messages and after any chat there may be a `checkpoint`.
pub trait Format: Send {
    /// What to read. Asked once, before `begin`.
    fn needs(&self) -> Needs;

    /// What it costs, for the estimate.
    fn costs(&self) -> Costs {
        Costs::default()
    }

    /// The first call. People, chats and the zone are known: see [`Run`].
    ///
    /// # Errors
    /// [`FormatError`].
    fn begin(&mut self, run: &Run<'_>, out: &mut Output) -> Result<(), FormatError>;

    /// A chat begins. There is at least one message in it.
    ///
    /// # Errors
    /// [`FormatError`].
    fn begin_chat(
        &mut self,
        chat: &ChatHead<'_>,
        run: &Run<'_>,
        out: &mut Output,
    ) -> Result<(), FormatError>;

    /// One message of the chat that was begun last.
    ///
    /// # Errors
    /// [`FormatError`].
    fn message(
        &mut self,
        entry: &Entry<'_>,
        run: &Run<'_>,
        out: &mut Output,
    ) -> Result<Fate, FormatError>;

    /// The chat that was begun last has no more messages.
    ///
    /// # Errors
    /// [`FormatError`].
    fn end_chat(&mut self, run: &Run<'_>, out: &mut Output) -> Result<(), FormatError>;

    /// One call of the log, by row; only where [`Needs::calls`] says so. Calls belong to the chosen chats.
    ///
    /// # Errors
    /// [`FormatError`].
    fn call(
        &mut self,
        _call: &WalkedCall,
        _run: &Run<'_>,
        _out: &mut Output,
    ) -> Result<Fate, FormatError> {
        Ok(Fate::NotInThisFormat)
    }

    /// Everything handed over so far is given to `out`; what the format itself remembers is returned, and goes on from
    /// there in [`Format::resume`]. Open files may stay open: their lengths are kept beside the state.
    ///
    /// # Errors
    /// [`FormatError`].
    fn checkpoint(&mut self, out: &mut Output) -> Result<FormatState, FormatError>;

    /// Instead of `begin`: goes on from a state of [`Format::checkpoint`]. Files that were open then are opened again with
    /// [`Output::reopen`]. The chat that was open then is begun again by no `begin_chat`; it is `chat` where there was one.
    ///
    /// # Errors
    /// [`FormatError`].
    fn resume(
        &mut self,
        state: FormatState,
        chat: Option<&ChatHead<'_>>,
        run: &Run<'_>,
        out: &mut Output,
    ) -> Result<(), FormatError>;

    /// The last call: indexes, tables of people, what is said at the end.
    ///
    /// # Errors
    /// [`FormatError`].
    fn finish(
        &mut self,
        run: &Run<'_>,
        totals: &Counts,
        out: &mut Output,
    ) -> Result<(), FormatError>;
}

/// What a format remembers between two checkpoints: small, and of its own making.
pub type FormatState = serde_json::Value;

/// What a format wants to be read for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs {
    /// [`WalkedMessage::receipts`].
    pub receipts: bool,
    /// [`WalkedMessage::stored`].
    pub stored: bool,
    /// [`WalkedMessage::thumbnail`], where the export has small pictures at all.
    pub thumbnails: bool,
    /// [`ChatHead::members`].
    pub members: bool,
    /// [`Format::call`].
    pub calls: bool,
    /// [`Named`].
    pub names: bool,
    /// What becomes of files.
    pub files: FileUse,
}

impl Default for Needs {
    /// Messages alone, as a page shows them.
    fn default() -> Self {
        Self {
            receipts: false,
            stored: false,
            thumbnails: false,
            members: false,
            calls: false,
            names: false,
            files: FileUse::Nothing,
        }
    }
}

/// What a format does with the files of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileUse {
    /// Nothing: the export has no files, whatever was asked.
    Nothing,
    /// The driver puts each file once on the shelf `media/`; the format links to it: [`FileHere::At`].
    Shelf,
    /// The format takes the bytes itself, into its own archive or folder: [`FileHere::Waiting`].
    Own,
}

/// What a format costs: bytes beyond the texts and files themselves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Costs {
    /// Bytes beside the text, for each message.
    pub per_message: f64,
    /// Bytes for each byte of text.
    pub per_text_byte: f64,
    /// Bytes that every export of this format has.
    pub fixed: u64,
    /// Files for each chat.
    pub files_per_chat: f64,
}

impl Default for Costs {
    fn default() -> Self {
        Self {
            per_message: 200.0,
            per_text_byte: 1.0,
            fixed: 20_000,
            files_per_chat: 1.0,
        }
    }
}

/// Whether a message is in the export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is.
    Written,
    /// The format has no place for it: counted, and said in the report.
    NotInThisFormat,
}

/// What every hook may ask. Nothing here is unredacted.
#[derive(Debug, Clone, Copy)]
pub struct Run<'r> {
    /// What is exported: request, chats, where the history comes from.
    pub plan: &'r Plan,
    /// Local times.
    pub clock: &'r Clock,
    /// Everyone, called as was chosen.
    pub people: &'r PeopleList,
    /// For texts that the format makes itself of what it did not get from an entry: almost never needed.
    pub redactor: Option<&'r Redactor>,
    /// When the export was begun, milliseconds UTC: the only "now" there is.
    pub now: i64,
}

impl Run<'_> {
    /// The language of what the export itself says.
    #[must_use]
    pub fn language(&self) -> Language {
        self.plan.request.language
    }

    /// The numbers of the imports (1.. as in [`Plan::history`]) that had a message.
    pub fn sources(&self, message: MessageId) -> impl Iterator<Item = i64> + '_ {
        let imports = self.plan.history.imports.iter();
        imports
            .filter(move |import| import.has(message))
            .map(|import| import.row.id)
    }
}

/// A chat that begins.
#[derive(Debug, Clone, Copy)]
pub struct ChatHead<'m> {
    /// Its row in the list; names and texts in it are redacted, and called as was chosen.
    pub row: &'m ChatRow,
    /// What the list leaves out.
    pub facts: &'m ChatFacts,
    /// Who is in it, where that was wanted.
    pub members: &'m [MemberRow],
    /// What the person put on it, where that was asked for.
    pub own_marks: Option<&'m OwnMarks>,
    /// Its number in this export, from 1.
    pub number: u32,
    /// A name for a file or folder of it, unique and safe: `0007-ana-3f2a`.
    pub slug: &'m str,
    /// Messages of it that will come, redacted ones included.
    pub messages: u64,
}

/// One message, filtered and redacted; its file, if any, already where it belongs.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'m> {
    /// The message.
    pub message: &'m WalkedMessage,
    /// Its number in the chat, from 1: gaps of what was left out stay.
    pub number: u64,
    /// Its date, time and offset in the export's zone; absent where it has no date.
    pub local: Option<Local>,
    /// Its file.
    pub file: FileHere<'m>,
}

/// What became of a message's file.
#[derive(Debug, Clone, Copy)]
pub enum FileHere<'m> {
    /// The message has none.
    None,
    /// On the shelf.
    At(&'m Placed),
    /// For the format to take: see [`MediaSource::open`].
    Waiting(&'m MediaSource<'m>),
    /// It could not be had.
    Missing(MissingReason),
    /// It was left out by a rule.
    LeftOut,
    /// No files were asked for.
    NotChosen,
}

/// Somebody, with every name that is known of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub row: PersonRow,
    /// Every name, by source; only where [`Needs::names`] says so.
    pub names: Vec<(NameSource, String)>,
}

impl Named {
    /// Who.
    #[must_use]
    pub fn id(&self) -> PersonId {
        self.row.id
    }
}
