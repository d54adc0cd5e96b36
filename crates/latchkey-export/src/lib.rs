//! Writes chats out: one driver that walks them once in bounded memory, one file of hooks for each format.
//!
//! Nothing is overwritten, nothing unredacted reaches a format, and every export says what is in it (`manifest.json`) and
//! proves it (`SHA256SUMS`). Larger than other crates on purpose: its formats are many and each is on its own.

mod clock;
mod driver;
mod error;
mod estimate;
mod format;
mod formats;
mod manifest;
mod media;
mod output;
mod people;
mod plan;
mod report;
mod request;
mod unfinished;

pub use clock::{Clock, Local};
pub use driver::{Begin, Readers, export};
pub use error::{ExportError, FormatError, OutputError};
pub use estimate::{Estimate, estimate};
pub use format::{
    ChatHead, Costs, Entry, Fate, FileHere, FileUse, Format, FormatState, Named, Needs, Run,
};
pub use formats::formats;
pub use manifest::KIND;
pub use media::{MediaSource, NoFile, OpenedMedia, Placed};
pub use output::{FileId, Names, Output, SafePath, SeekableFile, safe_name};
pub use people::PeopleList;
pub use plan::{HistoryFacts, Plan, PlannedChat, plan};
pub use report::{Counts, ExportProgress, ExportReport, ExportStage, FileCounts, LeftOut};
pub use request::*;
pub use unfinished::{Unfinished, unfinished};
