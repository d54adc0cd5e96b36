//! An export while it is written: the format, its files, the counts, and the checkpoints.

use std::cell::RefCell;
use std::ops::{ControlFlow, Deref};
use std::path::Path;

use latchkey_index::{ChatId, MemberRow, WalkedMessage, Wants};
use latchkey_proof::{FileSum, Sealed};
use latchkey_redact::{RedactionCounts, Verdict};
use latchkey_restore::History;

use super::pipeline::{self, Pipeline, Start, Step};
use super::preparing::{file_rule, missing, prepare};
use super::{Begin, resuming};
use crate::error::ExportError;
use crate::format::{Entry, Fate, FileHere, FileUse, Format, Needs, Run};
use crate::media::{MediaShelf, MediaSource, NoFile};
use crate::output::Output;
use crate::plan::{Chooser, Plan};
use crate::report::{Counts, ExportProgress, ExportReport, ExportStage, FileCounts, LeftOut};
use crate::request::MediaChoice;
use crate::unfinished::Place;
use crate::unfinished::journal::{Checkpoint, Head, Journal};

/// A checkpoint is made after so many messages, or so many bytes.
const CHECKPOINT_MESSAGES: u64 = 50_000;
const CHECKPOINT_BYTES: u64 = 256 << 20;
/// Reactions, votes and answers of one message at most: more than any group has members.
const MOST_GIVEN: usize = 10_000;

/// An export while it is written.
pub(super) struct Writing<'p> {
    pub(super) plan: &'p Plan,
    pub(super) run: Run<'p>,
    pub(super) format: Box<dyn Format>,
    pub(super) needs: Needs,
    pub(super) out: Output,
    journal: Journal,
    shelf: MediaShelf,
    chooser: Chooser,
    pub(super) counts: Counts,
    files: RefCell<FileCounts>,
    redacted: RedactionCounts,
    /// Files that are whole.
    whole: Vec<FileSum>,
    from: Start,
    /// The format has begun the chat that reading begins in.
    begun: bool,
    since: (u64, u64),
}

/// What an export came to.
pub(crate) struct Counted {
    pub(crate) counts: Counts,
    pub(crate) files: FileCounts,
    pub(crate) redacted: Option<RedactionCounts>,
}

impl<'p> Writing<'p> {
    /// Begins a new export, or goes on with one.
    pub(super) fn begin(
        plan: &'p Plan,
        place: &Place,
        format: Box<dyn Format>,
        begin: &Begin,
        now: i64,
    ) -> Result<Self, ExportError> {
        let failed = |source| ExportError::io(&place.folder, source);
        let needs = format.needs();
        let (journal, last, whole, begun_at) = match begin {
            Begin::New(_) => {
                let journal = Journal::begin(&place.folder, &Head::new(plan, now));
                (journal.map_err(failed)?, None, Vec::new(), now)
            }
            Begin::Resume(_) => {
                let read = resuming::read(&place.folder, plan)?;
                let open = read.last.as_ref().map_or(&[][..], |last| &last.open);
                resuming::bring_back(&place.folder, &read.whole, open)?;
                let journal = Journal::go_on(&place.folder, &read).map_err(failed)?;
                (journal, read.last, read.whole, read.head.begun)
            }
        };
        let mut writing = Self {
            plan,
            run: plan.run(begun_at),
            needs,
            format,
            out: Output::into_folder(&place.folder),
            journal,
            shelf: MediaShelf::of(whole.iter()),
            chooser: Chooser::of(&plan.request.choice),
            counts: Counts::default(),
            files: RefCell::default(),
            redacted: RedactionCounts::default(),
            whole,
            from: Start {
                chat: 0,
                position: 0,
            },
            begun: false,
            since: (0, 0),
        };
        match last {
            None => writing.begin_format()?,
            Some(last) => writing.resume_format(last)?,
        }
        Ok(writing)
    }

    fn begin_format(&mut self) -> Result<(), ExportError> {
        for (reason, messages) in &self.plan.left_out {
            self.counts.chosen += messages;
            let left_out = &mut self.counts.left_out;
            *left_out.entry((*reason).into()).or_default() += messages;
            *self.redacted.messages.entry(*reason).or_default() += messages;
        }
        self.counts.people = self.plan.people.len() as u64;
        let begun = self.format.begin(&self.run, &mut self.out);
        begun.map_err(|error| error.at(self.out.folder()))
    }

    fn resume_format(&mut self, last: Checkpoint) -> Result<(), ExportError> {
        self.from = Start {
            chat: last.chat,
            position: last.position,
        };
        self.begun = last.begun;
        self.counts = last.counts;
        self.files = RefCell::new(last.files);
        self.redacted = last.redacted;
        let chat = self.plan.chats.get(last.chat).filter(|_| last.begun);
        let head = chat.map(|chat| chat.head(&[]));
        let resumed = self
            .format
            .resume(last.state, head.as_ref(), &self.run, &mut self.out);
        resumed.map_err(|error| error.at(self.out.folder()))
    }

    /// Reads, prepares and hands over every message.
    pub(super) fn messages<H>(
        &mut self,
        walk: H,
        beside: &History,
        on_progress: &mut dyn FnMut(ExportProgress) -> ControlFlow<()>,
    ) -> Result<(), ExportError>
    where
        H: Deref<Target = History> + Send,
    {
        let (plan, from, wants) = (self.plan, self.from, self.wants());
        let (pipeline, reading) = pipeline::pipeline();
        std::thread::scope(|scope| {
            scope.spawn(move || reading.run(walk.index(), plan, from, wants));
            // Dropped at its end, whatever it came to: then the reading thread ends, too.
            self.follow(pipeline, beside, on_progress)
        })
    }

    fn wants(&self) -> Wants {
        let small = self.needs.thumbnails && self.plan.request.media != MediaChoice::None;
        Wants {
            receipts: self.needs.receipts,
            stored: self.needs.stored,
            thumbnails: small,
            most_given: MOST_GIVEN,
        }
    }

    fn follow(
        &mut self,
        pipeline: Pipeline,
        beside: &History,
        on_progress: &mut dyn FnMut(ExportProgress) -> ControlFlow<()>,
    ) -> Result<(), ExportError> {
        let mut ended = self.from.chat;
        for step in &pipeline.steps {
            match step {
                Step::Failed(error) => return Err(error),
                Step::Messages(chat, mut batch) => {
                    for message in &mut batch {
                        self.message(chat, message, beside)?;
                    }
                    let next = batch.last().map_or(0, |last| last.row.position + 1);
                    self.since.0 += batch.len() as u64;
                    let _ = pipeline.empty.send(batch);
                    self.at(ExportStage::Messages, on_progress)?;
                    self.checkpoint_if_due(chat, next)?;
                }
                Step::End(chat) => {
                    self.end_chat()?;
                    ended = chat + 1;
                    self.checkpoint_if_due(ended, 0)?;
                }
            }
        }
        match ended == self.plan.chats.len() {
            true => self.checkpoint(ended, 0),
            // The reading thread is gone and has said nothing.
            false => Err(ExportError::Locked),
        }
    }

    fn message(
        &mut self,
        chat: usize,
        message: &mut WalkedMessage,
        beside: &History,
    ) -> Result<(), ExportError> {
        if !self.chooser.takes(&message.row) {
            return Ok(());
        }
        self.counts.chosen += 1;
        if let Err(reason) = prepare(self.plan, message, &mut self.redacted) {
            *self.counts.left_out.entry(reason.into()).or_default() += 1;
            return Ok(());
        }
        if !self.begun {
            self.begin_chat(chat, beside)?;
        }
        let fate = self.hand_over(message, beside)?;
        match fate {
            Fate::Written => {
                self.counts.written += 1;
                *self.counts.by_kind.entry(message.row.kind).or_default() += 1;
                let given = message.row.reactions.len() as u64 + message.row.reactions_more;
                self.counts.reactions += given;
            }
            Fate::NotInThisFormat => {
                let left_out = &mut self.counts.left_out;
                *left_out.entry(LeftOut::NotInThisFormat).or_default() += 1;
            }
        }
        Ok(())
    }

    fn hand_over(
        &mut self,
        message: &WalkedMessage,
        beside: &History,
    ) -> Result<Fate, ExportError> {
        let (wanted, rule) = (self.plan.request.media, file_rule(self.plan));
        let source;
        let placed;
        let file = if message.row.media.is_none() {
            FileHere::None
        } else if wanted != MediaChoice::Files || self.needs.files == FileUse::Nothing {
            FileHere::NotChosen
        } else if let Some(reason) = missing(message) {
            self.files.borrow_mut().miss(reason);
            FileHere::Missing(reason)
        } else if self.needs.files == FileUse::Own {
            source = MediaSource::new(beside, message, rule, &self.files);
            FileHere::Waiting(&source)
        } else {
            let (files, out) = (&self.files, &mut self.out);
            placed = self.shelf.place(beside, message, rule, files, out)?;
            match &placed {
                Ok(placed) => FileHere::At(placed),
                Err(NoFile::Missing(reason)) => FileHere::Missing(*reason),
                Err(NoFile::LeftOut) => FileHere::LeftOut,
            }
        };
        let entry = Entry {
            message,
            number: message.row.position + 1,
            local: message.row.sent_at.and_then(|at| self.run.clock.local(at)),
            file,
        };
        let written = self.format.message(&entry, &self.run, &mut self.out);
        written.map_err(|error| error.at(self.out.folder()))
    }

    fn begin_chat(&mut self, chat: usize, beside: &History) -> Result<(), ExportError> {
        self.begun = true;
        self.counts.chats += 1;
        let Some(chat) = self.plan.chats.get(chat) else {
            return Ok(());
        };
        let members = match self.needs.members {
            true => self.members(chat.row.id, beside)?,
            false => Vec::new(),
        };
        let head = chat.head(&members);
        let begun = self.format.begin_chat(&head, &self.run, &mut self.out);
        begun.map_err(|error| error.at(self.out.folder()))
    }

    fn members(&mut self, chat: ChatId, beside: &History) -> Result<Vec<MemberRow>, ExportError> {
        let mut members = beside.index().members(chat)?;
        if let Some(redactor) = &self.plan.redactor {
            members.retain_mut(|member| redactor.member(member) == Verdict::Keep);
        }
        for member in &mut members {
            member.name = self.plan.people.name(member.person).map(str::to_owned);
        }
        Ok(members)
    }

    fn end_chat(&mut self) -> Result<(), ExportError> {
        if !std::mem::take(&mut self.begun) {
            return Ok(());
        }
        let ended = self.format.end_chat(&self.run, &mut self.out);
        ended.map_err(|error| error.at(self.out.folder()))
    }

    pub(super) fn finish(&mut self) -> Result<(), ExportError> {
        let counts = self.counts.clone();
        let finished = self.format.finish(&self.run, &counts, &mut self.out);
        finished.map_err(|error| error.at(self.out.folder()))
    }

    fn checkpoint_if_due(&mut self, chat: usize, position: u64) -> Result<(), ExportError> {
        let bytes = self.out.bytes() - self.since.1;
        match self.since.0 >= CHECKPOINT_MESSAGES || bytes >= CHECKPOINT_BYTES {
            true => self.checkpoint(chat, position),
            false => Ok(()),
        }
    }

    fn checkpoint(&mut self, chat: usize, position: u64) -> Result<(), ExportError> {
        let state = self.format.checkpoint(&mut self.out);
        let state = state.map_err(|error| error.at(self.out.folder()))?;
        let (whole, open) = self.out.settle()?;
        let checkpoint = Checkpoint {
            chat,
            position,
            begun: self.begun,
            state,
            open,
            whole,
            counts: self.counts.clone(),
            files: self.files.borrow().clone(),
            redacted: self.redacted.clone(),
        };
        let added = self.journal.add(&checkpoint);
        added.map_err(|source| ExportError::io(self.out.folder(), source))?;
        self.whole.extend(checkpoint.whole);
        self.since = (0, self.out.bytes());
        Ok(())
    }

    /// Shows how far it is, and stops where that is wanted.
    pub(super) fn at(
        &self,
        stage: ExportStage,
        on_progress: &mut dyn FnMut(ExportProgress) -> ControlFlow<()>,
    ) -> Result<(), ExportError> {
        let progress = ExportProgress {
            stage,
            done: self.counts.chosen,
            total: self.plan.messages,
            bytes: self.out.bytes(),
        };
        match on_progress(progress) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(ExportError::Cancelled { kept: None }),
        }
    }

    /// Every file of the export, all of them whole and on the disk.
    pub(super) fn settled(&mut self) -> Result<Vec<FileSum>, ExportError> {
        let (whole, open) = self.out.settle()?;
        if !open.is_empty() {
            return Err(ExportError::Format("a file that was never closed"));
        }
        self.whole.extend(whole);
        Ok(std::mem::take(&mut self.whole))
    }

    pub(super) fn folder(&self) -> &Path {
        self.out.folder()
    }

    pub(super) fn counted(&self) -> Counted {
        let mut redacted = self.redacted.clone();
        redacted.files += self.files.borrow().left_out;
        Counted {
            counts: self.counts.clone(),
            files: self.files.borrow().clone(),
            redacted: self.plan.redactor.as_ref().map(|_| redacted),
        }
    }
}

impl Counted {
    pub(super) fn report(self, plan: &Plan, sealed: &Sealed) -> ExportReport {
        ExportReport {
            path: std::path::PathBuf::new(),
            format: plan.request.format,
            counts: self.counts,
            media: self.files,
            redacted: self.redacted,
            files: sealed.files,
            bytes: sealed.bytes,
            manifest_sha256: hex::encode(sealed.sha256),
            signed_by: None,
            glyphs_missing: 0,
            seconds: 0.0,
        }
    }
}
