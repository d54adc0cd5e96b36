//! The thread that writes the tables while the caller's reads the source: either takes about as long as the other.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use latchkey_messages::{Call, Chat, Member, Message, Person, ReadCounts};

use super::{ImportReport, Origin};
use crate::error::ImportError;
use crate::index::Index;

/// Messages handed over at once, and how many such batches may wait: memory stays bounded.
const BATCH: usize = 32;
const WAITING: usize = 8;

/// What comes before the messages.
pub(super) struct Beginning {
    pub(super) samples: Vec<String>,
    pub(super) people: Vec<Person>,
    pub(super) chats: Vec<Chat>,
}

/// What is handed over.
enum Step {
    Messages(Vec<Message>),
    Call(Box<Call>),
    Member(Box<Member>),
    /// Everything was read; without it nothing is kept.
    End(Box<ReadCounts>),
}

/// The reading side. A step that cannot be handed over fails with [`ImportError::Cancelled`]: the writing side has
/// failed, and [`WriterThread::run`] says how.
pub(super) struct WriterThread {
    batch: Vec<Message>,
    sender: SyncSender<Step>,
}

impl WriterThread {
    /// Imports what `read` hands over; it ends with the source's counts, or with an error, which undoes everything.
    pub(super) fn run(
        index: &mut Index,
        origin: &Origin,
        beginning: &Beginning,
        read: impl FnOnce(&mut Self) -> Result<ReadCounts, ImportError>,
    ) -> Result<ImportReport, ImportError> {
        let (sender, receiver) = sync_channel(WAITING);
        std::thread::scope(|scope| {
            let thread = std::thread::Builder::new()
                .name("tables".to_owned())
                .spawn_scoped(scope, move || write(index, origin, beginning, &receiver))?;
            let mut writer = Self {
                batch: Vec::with_capacity(BATCH),
                sender,
            };
            let ended = read(&mut writer).and_then(|counts| {
                writer.send_batch()?;
                writer.send(Step::End(Box::new(counts)))
            });
            drop(writer);
            match thread.join() {
                // The reading side's own error comes first, unless it is only that nobody listens any more.
                Ok(Err(error)) => Err(match ended {
                    Err(reading) if !matches!(reading, ImportError::Cancelled) => reading,
                    _ => error,
                }),
                Ok(written) => ended.and(written),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        })
    }

    pub(super) fn message(&mut self, message: Message) -> Result<(), ImportError> {
        self.batch.push(message);
        if self.batch.len() < BATCH {
            return Ok(());
        }
        self.send_batch()
    }

    pub(super) fn call(&mut self, call: Call) -> Result<(), ImportError> {
        self.send_batch()?;
        self.send(Step::Call(Box::new(call)))
    }

    pub(super) fn member(&mut self, member: Member) -> Result<(), ImportError> {
        self.send_batch()?;
        self.send(Step::Member(Box::new(member)))
    }

    fn send_batch(&mut self) -> Result<(), ImportError> {
        if self.batch.is_empty() {
            return Ok(());
        }
        let batch = std::mem::replace(&mut self.batch, Vec::with_capacity(BATCH));
        self.send(Step::Messages(batch))
    }

    fn send(&self, step: Step) -> Result<(), ImportError> {
        self.sender.send(step).map_err(|_| ImportError::Cancelled)
    }
}

fn write(
    index: &mut Index,
    origin: &Origin,
    beginning: &Beginning,
    receiver: &Receiver<Step>,
) -> Result<ImportReport, ImportError> {
    let mut session = index.begin_import(origin)?;
    session.samples(&beginning.samples)?;
    session.people(&beginning.people)?;
    session.chats(&beginning.chats)?;
    for step in receiver {
        match step {
            Step::Messages(batch) => {
                for message in batch {
                    session.message(message)?;
                }
            }
            Step::Call(call) => session.call(&call)?,
            Step::Member(member) => session.member(&member)?,
            Step::End(counts) => return session.finish(&counts),
        }
    }
    Err(ImportError::Cancelled)
}
