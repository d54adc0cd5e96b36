//! The reading thread: chats one after the other, batches of messages, empty ones back.

use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};

use latchkey_index::{Index, WalkedMessage, Wants};

use crate::error::ExportError;
use crate::plan::Plan;

/// Batches that wait, at most.
const WAITING: usize = 4;
/// Messages of a batch, at most.
const BATCH: usize = 512;

/// What the reading thread says.
pub(super) enum Step {
    /// Messages of a chat, by its place in the plan, in order.
    Messages(usize, Vec<WalkedMessage>),
    /// That chat has no more.
    End(usize),
    /// Reading failed.
    Failed(ExportError),
}

/// Both ends of the way between the threads.
pub(super) struct Pipeline {
    pub(super) steps: Receiver<Step>,
    pub(super) empty: Sender<Vec<WalkedMessage>>,
}

/// The reading thread's ends.
pub(super) struct Reading {
    steps: SyncSender<Step>,
    empty: Receiver<Vec<WalkedMessage>>,
}

pub(super) fn pipeline() -> (Pipeline, Reading) {
    let (send, steps) = sync_channel(WAITING);
    let (empty, back) = channel();
    let reading = Reading {
        steps: send,
        empty: back,
    };
    (Pipeline { steps, empty }, reading)
}

/// Where reading begins: a chat's place in the plan, and a position in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    pub(super) chat: usize,
    pub(super) position: u64,
}

impl Reading {
    /// Reads until the end, a failure, or nobody listens any more.
    pub(super) fn run(self, index: &Index, plan: &Plan, from: Start, wants: Wants) {
        if let Err(error) = self.read(index, plan, from, wants) {
            let _ = self.steps.send(Step::Failed(error));
        }
    }

    fn read(
        &self,
        index: &Index,
        plan: &Plan,
        from: Start,
        wants: Wants,
    ) -> Result<(), ExportError> {
        for (place, chat) in plan.chats.iter().enumerate().skip(from.chat) {
            let position = if place == from.chat { from.position } else { 0 };
            let mut walk = match &chat.ids {
                None => index.walk(chat.row.id, position, wants)?,
                Some(ids) => index.walk_these(ids, wants)?,
            };
            loop {
                let mut batch = self.empty.try_recv().unwrap_or_default();
                if !walk.next(&mut batch, BATCH)? {
                    break;
                }
                if chat.ids.is_some() {
                    batch.retain(|message| message.row.position >= position);
                }
                if self.steps.send(Step::Messages(place, batch)).is_err() {
                    return Ok(());
                }
            }
            if self.steps.send(Step::End(place)).is_err() {
                return Ok(());
            }
        }
        Ok(())
    }
}
