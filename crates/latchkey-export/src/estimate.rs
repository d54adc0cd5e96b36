//! How much an export will be, before anything is written: one pass over the messages without their texts.

use std::collections::BTreeMap;
use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::Path;

use latchkey_index::{Index, MessageId, Tallied, TallyScope};
use latchkey_messages::Kind;
use latchkey_restore::{History, free_space};
use serde::Serialize;

use crate::error::ExportError;
use crate::format::{FileUse, Format};
use crate::formats::hooks;
use crate::plan::{Chooser, Plan};
use crate::report::{ExportProgress, ExportStage};
use crate::request::MediaChoice;

/// Messages between two looks at whether to go on.
const LOOK_AFTER: u64 = 10_000;

/// What an export is expected to be. What rules will take out is still in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Estimate {
    /// Chats.
    pub chats: u64,
    /// Messages.
    pub messages: u64,
    /// Messages by kind.
    pub by_kind: BTreeMap<Kind, u64>,
    /// Files that would go along: one for each message that has one.
    pub media_files: u64,
    /// Their bytes, as the messages say; the same file twice is counted twice.
    pub media_bytes: u64,
    /// Files that are not there.
    pub media_missing: u64,
    /// Bytes without the files; right within a half.
    pub bytes: u64,
    /// Bytes that are free where it would be written; absent where the system does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free: Option<u64>,
    /// Files that would be written, those of messages included.
    pub files: u64,
}

/// How much the export of a plan into a new folder `out` will be. `on_progress` may stop it.
///
/// # Errors
/// [`ExportError::Cancelled`]; [`ExportError::NoSuchFormat`]; else what reading the history meets.
pub fn estimate(
    history: &History,
    plan: &Plan,
    out: &Path,
    on_progress: &mut dyn FnMut(ExportProgress) -> ControlFlow<()>,
) -> Result<Estimate, ExportError> {
    let format = hooks(&plan.request)?;
    estimate_with(history, plan, out, &*format, on_progress)
}

pub(crate) fn estimate_with(
    history: &History,
    plan: &Plan,
    out: &Path,
    format: &dyn Format,
    on_progress: &mut dyn FnMut(ExportProgress) -> ControlFlow<()>,
) -> Result<Estimate, ExportError> {
    let mut counting = Counting {
        estimate: Estimate::default(),
        text_bytes: 0,
        total: plan.messages,
        with_files: plan.request.media == MediaChoice::Files
            && format.needs().files != FileUse::Nothing,
        stopped: false,
    };
    for chat in &plan.chats {
        let only: Option<HashSet<MessageId>> =
            chat.ids.as_ref().map(|ids| ids.iter().copied().collect());
        counting.chat(
            history.index(),
            plan,
            chat.row.id,
            only.as_ref(),
            on_progress,
        )?;
    }
    let (costs, mut estimate) = (format.costs(), counting.estimate);
    estimate.chats = plan.chats.len() as u64;
    let text = counting.text_bytes as f64 * costs.per_text_byte;
    let beside = estimate.messages as f64 * costs.per_message;
    estimate.bytes = costs.fixed + whole(text + beside);
    let of_chats = whole(estimate.chats as f64 * costs.files_per_chat);
    estimate.files = of_chats + estimate.media_files + 3;
    estimate.free = free_space(parent_of(out));
    Ok(estimate)
}

struct Counting {
    estimate: Estimate,
    text_bytes: u64,
    total: u64,
    with_files: bool,
    stopped: bool,
}

impl Counting {
    fn chat(
        &mut self,
        index: &Index,
        plan: &Plan,
        chat: latchkey_index::ChatId,
        only: Option<&HashSet<MessageId>>,
        on_progress: &mut dyn FnMut(ExportProgress) -> ControlFlow<()>,
    ) -> Result<(), ExportError> {
        let chooser = Chooser::of(&plan.request.choice);
        index.tally(TallyScope::Chat(chat), &mut |message| {
            let named = only.is_none_or(|only| only.contains(&message.message));
            if named && chooser.takes_tallied(&message) {
                self.count(&message);
                if self.estimate.messages.is_multiple_of(LOOK_AFTER) {
                    self.stopped = on_progress(self.progress()).is_break();
                }
            }
            match self.stopped {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        })?;
        match self.stopped {
            true => Err(ExportError::Cancelled { kept: None }),
            false => Ok(()),
        }
    }

    fn count(&mut self, message: &Tallied) {
        let estimate = &mut self.estimate;
        estimate.messages += 1;
        *estimate.by_kind.entry(message.kind).or_default() += 1;
        self.text_bytes += message.text_bytes;
        match message.media.filter(|_| self.with_files) {
            Some(media) if media.found => {
                estimate.media_files += 1;
                estimate.media_bytes += media.bytes;
            }
            Some(_) => estimate.media_missing += 1,
            None => {}
        }
    }

    fn progress(&self) -> ExportProgress {
        ExportProgress {
            stage: ExportStage::Counting,
            done: self.estimate.messages,
            total: self.total,
            bytes: 0,
        }
    }
}

/// The folder that a new folder is made in.
fn parent_of(out: &Path) -> &Path {
    out.parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// A number of bytes that was reckoned.
fn whole(bytes: f64) -> u64 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an estimate; the cast saturates"
    )]
    let bytes = bytes as u64;
    bytes
}
