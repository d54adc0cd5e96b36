//! The second thread of a first import: it writes the text index while the first one writes the tables.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use rusqlite::Connection;

use crate::search::store::{SearchRow, Writer, begin_unlogged};

/// Messages handed over at once, and how many such batches may wait: memory stays bounded.
const BATCH: usize = 256;
const WAITING: usize = 8;

/// The text index, being written by its own thread.
pub(crate) struct WordsThread {
    batch: Vec<SearchRow>,
    sender: Option<SyncSender<Vec<SearchRow>>>,
    thread: Option<JoinHandle<rusqlite::Result<Connection>>>,
}

impl WordsThread {
    /// Takes the text index away; [`WordsThread::finish`] gives it back, its transaction committed.
    pub(crate) fn start(search: Connection) -> std::io::Result<Self> {
        let (sender, receiver) = sync_channel(WAITING);
        let thread = std::thread::Builder::new()
            .name("text index".to_owned())
            .spawn(move || write(search, &receiver))?;
        Ok(Self {
            batch: Vec::with_capacity(BATCH),
            sender: Some(sender),
            thread: Some(thread),
        })
    }

    /// Hands a message over. `false`: the thread has failed, [`WordsThread::finish`] says how.
    pub(crate) fn add(&mut self, row: SearchRow) -> bool {
        self.batch.push(row);
        self.batch.len() < BATCH || self.send()
    }

    fn send(&mut self) -> bool {
        let batch = std::mem::replace(&mut self.batch, Vec::with_capacity(BATCH));
        self.sender
            .as_ref()
            .is_some_and(|sender| sender.send(batch).is_ok())
    }

    pub(crate) fn finish(mut self) -> rusqlite::Result<Connection> {
        self.send();
        self.sender = None;
        match self.thread.take().map(JoinHandle::join) {
            Some(Ok(written)) => written,
            // The thread has no other way to end than a panic, which has been reported.
            _ => Err(rusqlite::Error::InvalidQuery),
        }
    }
}

impl Drop for WordsThread {
    fn drop(&mut self) {
        self.sender = None;
        if let Some(thread) = self.thread.take() {
            // A cancelled import throws the file away; only the end of the thread matters.
            let _ = thread.join();
        }
    }
}

fn write(search: Connection, receiver: &Receiver<Vec<SearchRow>>) -> rusqlite::Result<Connection> {
    begin_unlogged(&search)?;
    let mut writer = Writer::new(&search)?;
    for batch in receiver {
        for row in &batch {
            writer.add(row)?;
        }
    }
    writer.finish()?;
    search.execute_batch("COMMIT")?;
    Ok(search)
}
