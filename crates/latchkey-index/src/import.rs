//! Brings a source into the history: the first import, and every later one merged by message identity.
//!
//! A message is the same in every backup when chat, key id, direction and (in groups) sender are the same;
//! row numbers of a source mean nothing there. Nothing that an earlier import brought is taken away by a later one.

mod chat;
pub(crate) mod identity;
pub(crate) mod names;
mod order;
pub(crate) mod owed;
mod people;
pub(crate) mod prints;
pub(crate) mod row_blocks;
mod session;
mod words;
mod write;
mod writer_thread;

/// What `mark.what` says.
pub(crate) mod marks {
    pub(crate) use super::write::{KEPT, PINNED};
}

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use latchkey_messages::{Kind, ReadCounts, ReadError, Source, TableCounts};
use serde::{Deserialize, Serialize};

pub use self::session::ImportSession;
use self::writer_thread::{Beginning, WriterThread};
use crate::cipher::Access;
use crate::error::ImportError;
use crate::index::Index;
use crate::packing;

/// Messages between two calls of the progress callback.
const STEP: u64 = 512;

/// Where the messages of an import come from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// Name of the backup file, without its folder.
    pub file_name: String,
    /// Bytes of the backup file.
    pub size: u64,
    /// SHA-256 of the backup file, when it was computed.
    pub sha256: Option<[u8; 32]>,
    /// When the backup was made, milliseconds UTC: later edits and names win by it.
    pub created: Option<i64>,
    /// The app that made it.
    pub app_version: Option<String>,
    /// Last digits of the phone number, as the backup's header says.
    pub phone_suffix: Option<String>,
    /// Now, milliseconds UTC.
    pub imported_at: i64,
    /// Whether the caller knows that this is the history's own account.
    pub account: AccountProof,
}

/// How sure it is that a source belongs to the account of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AccountProof {
    /// The caller knows, for example by the root key.
    #[default]
    Known,
    /// Unknown: unless the history is empty, at least one message must be in it already, else the import
    /// ends with [`crate::ImportError::OtherAccount`] and changes nothing.
    BySharedMessage,
}

/// What an import is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportStage {
    /// Reading people and chats.
    People,
    /// Reading and writing messages.
    Messages,
    /// Reading calls and members of groups.
    Calls,
    /// Writing what is left of the text index.
    Searching,
    /// Putting everything on the disk.
    Finishing,
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportProgress {
    /// What it is doing.
    pub stage: ImportStage,
    /// Messages read so far.
    pub messages: u64,
    /// Messages there are, as far as the source knows.
    pub total: u64,
}

/// What an import did, with the names of `restore --json` (docs/cli.md).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportReport {
    /// Rows of the source's message table, sentinel and all.
    pub source_rows: u64,
    /// Rows of this source that are represented in the history now.
    pub messages: u64,
    /// Of these, brought by this import.
    pub new: u64,
    /// Of these, already there before.
    pub already_present: u64,
    /// Rows that are no messages, by reason.
    pub left_out: BTreeMap<String, u64>,
    /// Of `messages`, those shown as a part of another, by reason.
    pub folded: BTreeMap<String, u64>,
    /// `messages` by kind.
    pub by_kind: BTreeMap<String, u64>,
    /// Chats of this source that have messages.
    pub chats: u64,
    /// Reactions in this source.
    pub reactions: u64,
    /// Calls in this source.
    pub calls: u64,
    /// People in this source.
    pub people: u64,
    /// Memberships in groups that this source lists, former ones too.
    pub members: u64,
    /// Messages of this source that refer to a file.
    pub media_referenced: u64,
    /// Stretches of side tables that could not be read: some messages may lack a file reference, a quotation
    /// or a reaction. A person would miss it: the command ends with 1.
    #[serde(skip_serializing_if = "is_zero")]
    pub damaged_stretches: u64,
    /// What became of the rows of every other table, by its name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub tables: BTreeMap<String, TableCounts>,
    /// Tables whose rows are not all accounted for, `message` for the messages' own: a fault of ours. What was read is
    /// kept.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unaccounted: Vec<String>,
}

impl ImportReport {
    /// `source_rows = messages + Σ left_out`, `messages = new + already_present`, and no table has rows that are
    /// unaccounted for.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.unaccounted.is_empty()
            && self.rows_add_up()
            && self.messages == self.new + self.already_present
            && self.messages == self.by_kind.values().sum::<u64>()
    }

    fn count_kind(&mut self, kinds: &[u64; Kind::ALL.len()]) {
        for (kind, &count) in Kind::ALL.iter().zip(kinds) {
            if count > 0 {
                self.by_kind.insert(kind.as_str().to_owned(), count);
            }
        }
    }

    fn rows_add_up(&self) -> bool {
        self.source_rows == self.messages + self.left_out.values().sum::<u64>()
    }

    /// Takes over the account of the source's rows; call when the messages have been counted.
    fn count_rows(&mut self, counts: &ReadCounts) {
        self.source_rows = counts.source_rows;
        self.damaged_stretches = counts.damaged_stretches;
        for (reason, &count) in &counts.left_out {
            let word = serde_word(reason);
            *self.left_out.entry(word).or_default() += count;
        }
        self.tables.clone_from(&counts.tables);
        self.unaccounted = counts.differing().into_iter().map(str::to_owned).collect();
        if !self.rows_add_up() {
            self.unaccounted.push("message".to_owned());
        }
    }
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde's skip_serializing_if wants a reference"
)]
fn is_zero(count: &u64) -> bool {
    *count == 0
}

/// The word that serde writes for a plain variant.
fn serde_word(reason: &latchkey_messages::LeftOut) -> String {
    use latchkey_messages::LeftOut;
    match reason {
        LeftOut::Sentinel => "sentinel",
        LeftOut::NeverDisplayed => "never_displayed",
        LeftOut::DeletedByOwner => "deleted_by_owner",
        LeftOut::Unreadable => "unreadable",
    }
    .to_owned()
}

impl Index {
    /// Imports a source: the first import of a new index, or what is new of another backup.
    ///
    /// A failed or cancelled import leaves the history as it was; the *first* import of a new index leaves
    /// an unfinished index instead ([`crate::OpenIndexError::Unfinished`]), whose folder is to be deleted.
    ///
    /// # Errors
    /// [`ImportError`], each variant for its situation.
    pub fn import(
        &mut self,
        source: &Source,
        origin: &Origin,
        on_progress: &mut dyn FnMut(ImportProgress) -> ControlFlow<()>,
    ) -> Result<ImportReport, ImportError> {
        let total = source.totals().message_rows;
        let mut tell = |stage, messages| match on_progress(ImportProgress {
            stage,
            messages,
            total,
        }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(ImportError::Cancelled),
        };
        tell(ImportStage::People, 0)?;
        let beginning = Beginning {
            samples: match self.access {
                Access::Create => source.sample_texts(packing::SAMPLES),
                _ => Vec::new(),
            },
            people: source.people()?,
            chats: source.chats()?,
        };
        let mut messages = 0;
        let report = WriterThread::run(self, origin, &beginning, |writer| {
            let mut failed = None;
            let mut go_on = |step: Result<(), ImportError>| {
                step.map_or_else(
                    |error| {
                        failed = Some(error);
                        ControlFlow::Break(())
                    },
                    ControlFlow::Continue,
                )
            };
            let mut read = || {
                tell(ImportStage::Messages, 0)?;
                let mut counts = source.messages(&mut |message| {
                    messages += 1;
                    let mut step = writer.message(message);
                    if step.is_ok() && messages % STEP == 0 {
                        step = tell(ImportStage::Messages, messages);
                    }
                    go_on(step)
                })?;
                tell(ImportStage::Calls, messages)?;
                source.calls(&mut |call| go_on(writer.call(call)))?;
                source.members(&mut |member| go_on(writer.member(member)))?;
                counts.tables = source.tables();
                tell(ImportStage::Searching, messages)?;
                Ok(counts)
            };
            let counts = read();
            // Where a step failed, reading only says that it was stopped.
            failed.map_or(counts, Err)
        })?;
        // Everything is committed: a cancel is too late now.
        let _ = tell(ImportStage::Finishing, messages);
        Ok(report)
    }
}

impl From<ReadError> for ImportError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Cancelled => Self::Cancelled,
            source => Self::Source {
                source: Box::new(source),
            },
        }
    }
}
