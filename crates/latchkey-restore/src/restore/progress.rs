//! How far a restore is, and whether it may still be stopped.

use std::ops::ControlFlow;

use latchkey_index::{ImportProgress, ImportStage};
use serde::Serialize;

use super::RestoreError;

/// What a restore is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Decrypting and verifying the backup; counted in bytes.
    Decrypting,
    /// Opening the chat database, reading people and chats.
    Reading,
    /// Reading and writing messages and calls; counted in messages.
    Indexing,
    /// Writing the text index.
    Searching,
    /// Looking for media files; counted in files.
    Media,
    /// Putting everything in its place.
    Finishing,
}

/// How far a restore is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RestoreProgress {
    /// What it is doing.
    pub stage: Stage,
    /// Done of this stage, in the stage's unit.
    pub done: u64,
    /// Altogether in this stage; 0 when it cannot be told.
    pub total: u64,
    /// Messages read so far.
    pub messages: u64,
}

/// Tells the caller, and remembers the answer.
pub(super) struct Progress<'a> {
    tell: &'a mut dyn FnMut(RestoreProgress) -> ControlFlow<()>,
    messages: u64,
    /// The work is committed: a wish to stop only shortens what is left.
    pub keep_going: bool,
    /// The caller wished to stop after the commit.
    pub stop_early: bool,
}

impl<'a> Progress<'a> {
    pub fn new(tell: &'a mut dyn FnMut(RestoreProgress) -> ControlFlow<()>) -> Self {
        Self {
            tell,
            messages: 0,
            keep_going: false,
            stop_early: false,
        }
    }

    /// Tells a step of a stage.
    ///
    /// # Errors
    /// [`RestoreError::Cancelled`] when the caller wishes to stop and nothing is committed yet.
    pub fn at(&mut self, stage: Stage, done: u64, total: u64) -> Result<(), RestoreError> {
        match self.step(stage, done, total) {
            ControlFlow::Break(()) => Err(RestoreError::Cancelled),
            ControlFlow::Continue(()) => Ok(()),
        }
    }

    /// As [`Progress::at`], for callbacks.
    pub fn step(&mut self, stage: Stage, done: u64, total: u64) -> ControlFlow<()> {
        let told = (self.tell)(RestoreProgress {
            stage,
            done,
            total,
            messages: self.messages,
        });
        if told.is_break() && self.keep_going {
            self.stop_early = true;
            return ControlFlow::Continue(());
        }
        told
    }

    /// A step of the index's import.
    pub fn importing(&mut self, step: ImportProgress) -> ControlFlow<()> {
        self.messages = step.messages;
        let stage = match step.stage {
            ImportStage::People => Stage::Reading,
            ImportStage::Messages | ImportStage::Calls => Stage::Indexing,
            ImportStage::Searching => Stage::Searching,
            ImportStage::Finishing => Stage::Finishing,
        };
        self.step(stage, step.messages, step.total)
    }

    /// The last word; nothing can be stopped any more.
    pub fn done(&mut self) {
        self.keep_going = true;
        let _ = self.step(Stage::Finishing, 1, 1);
    }
}
