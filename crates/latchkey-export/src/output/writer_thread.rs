//! The thread that hashes and writes: the driver makes the next megabyte while the last one goes to the disk.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::JoinHandle;

use latchkey_proof::FileSum;
use latchkey_restore::free_space;
use sha2::{Digest, Sha256};

use super::FileId;
use crate::error::OutputError;

/// Blocks that wait to be written, at most.
const WAITING: usize = 8;
/// After so many bytes the thread looks how much room is left.
const LOOK_AFTER: u64 = 64 << 20;
/// Less room than this is none: the disk is another program's, too.
const LEAST_ROOM: u64 = 32 << 20;
/// Read at a time.
const BLOCK: usize = 1 << 20;

/// What the thread is asked to do, in order.
enum Job {
    Open(FileId, String, File),
    Write(FileId, Vec<u8>),
    Close(FileId),
    Hash(String, File),
    Sync(Sender<()>),
}

/// A file that is being written.
struct Writing {
    path: String,
    file: File,
    hash: Sha256,
    bytes: u64,
}

/// The driver's end.
pub(super) struct WriterThread {
    jobs: Option<SyncSender<Job>>,
    empty: Receiver<Vec<u8>>,
    done: Receiver<FileSum>,
    thread: Option<JoinHandle<Result<(), OutputError>>>,
}

impl WriterThread {
    /// Begins, for files in this folder.
    pub(super) fn begin(folder: &Path) -> Self {
        let (jobs, asked) = sync_channel(WAITING);
        let (give_back, empty) = channel();
        let (finished, done) = channel();
        let work = Work {
            folder: folder.to_owned(),
            asked,
            give_back,
            finished,
            open: HashMap::new(),
            since_look: 0,
        };
        Self {
            jobs: Some(jobs),
            empty,
            done,
            thread: Some(std::thread::spawn(move || work.run())),
        }
    }

    pub(super) fn open(&mut self, id: FileId, path: &str, file: File) -> Result<(), OutputError> {
        self.ask(Job::Open(id, path.to_owned(), file))
    }

    /// Takes the bytes away; `into` is empty afterwards.
    pub(super) fn write(&mut self, id: FileId, into: &mut Vec<u8>) -> Result<(), OutputError> {
        let next = self.empty.try_recv().unwrap_or_default();
        let full = std::mem::replace(into, next);
        self.ask(Job::Write(id, full))
    }

    pub(super) fn close(&mut self, id: FileId) -> Result<(), OutputError> {
        self.ask(Job::Close(id))
    }

    /// Hashes a file that was written by somebody else.
    pub(super) fn hash(&mut self, path: &str, file: File) -> Result<(), OutputError> {
        self.ask(Job::Hash(path.to_owned(), file))
    }

    /// Waits until all that was asked is done; the files that were finished since the last time.
    pub(super) fn settle(&mut self) -> Result<Vec<FileSum>, OutputError> {
        let (reply, answered) = channel();
        self.ask(Job::Sync(reply))?;
        match answered.recv() {
            Ok(()) => Ok(self.done.try_iter().collect()),
            Err(_) => Err(self.why()),
        }
    }

    fn ask(&mut self, job: Job) -> Result<(), OutputError> {
        let sent = self.jobs.as_ref().map(|jobs| jobs.send(job));
        match sent {
            Some(Ok(())) => Ok(()),
            _ => Err(self.why()),
        }
    }

    /// The thread is gone: what for.
    fn why(&mut self) -> OutputError {
        self.jobs = None;
        let ended = self.thread.take().map(JoinHandle::join);
        match ended {
            Some(Ok(Err(error))) => error,
            _ => OutputError::NotOpen,
        }
    }
}

impl Drop for WriterThread {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The thread's own end.
struct Work {
    folder: PathBuf,
    asked: Receiver<Job>,
    give_back: Sender<Vec<u8>>,
    finished: Sender<FileSum>,
    open: HashMap<FileId, Writing>,
    since_look: u64,
}

impl Work {
    fn run(mut self) -> Result<(), OutputError> {
        while let Ok(job) = self.asked.recv() {
            match job {
                Job::Open(id, path, file) => self.open_file(id, path, file)?,
                Job::Write(id, bytes) => self.write(id, bytes)?,
                Job::Close(id) => self.close(id)?,
                Job::Hash(path, file) => {
                    let sum = hashed(path, file).map_err(|source| self.failed(source))?;
                    let _ = self.finished.send(sum);
                }
                Job::Sync(reply) => {
                    let _ = reply.send(());
                }
            }
        }
        Ok(())
    }

    /// What is in the file already was written by an earlier run.
    fn open_file(&mut self, id: FileId, path: String, mut file: File) -> Result<(), OutputError> {
        let mut hash = Sha256::new();
        let bytes = hash_rest(&mut file, &mut hash).map_err(|source| self.failed(source))?;
        let writing = Writing {
            path,
            file,
            hash,
            bytes,
        };
        self.open.insert(id, writing);
        Ok(())
    }

    fn write(&mut self, id: FileId, mut bytes: Vec<u8>) -> Result<(), OutputError> {
        let count = bytes.len() as u64;
        let writing = self.open.get_mut(&id).ok_or(OutputError::NotOpen)?;
        writing.hash.update(&bytes);
        writing.bytes += count;
        let written = writing.file.write_all(&bytes);
        written.map_err(|source| self.failed(source))?;
        bytes.clear();
        let _ = self.give_back.send(bytes);
        self.since_look += count;
        if self.since_look >= LOOK_AFTER {
            self.since_look = 0;
            if free_space(&self.folder).is_some_and(|free| free < LEAST_ROOM) {
                return Err(OutputError::NoSpace {
                    path: self.folder.clone(),
                });
            }
        }
        Ok(())
    }

    fn close(&mut self, id: FileId) -> Result<(), OutputError> {
        let writing = self.open.remove(&id).ok_or(OutputError::NotOpen)?;
        let _ = self.finished.send(FileSum {
            path: writing.path,
            sha256: writing.hash.finalize().into(),
            bytes: writing.bytes,
        });
        Ok(())
    }

    fn failed(&self, source: io::Error) -> OutputError {
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => OutputError::NoSpace {
                path: self.folder.clone(),
            },
            _ => OutputError::Io {
                path: self.folder.clone(),
                source,
            },
        }
    }
}

fn hashed(path: String, mut file: File) -> io::Result<FileSum> {
    file.rewind()?;
    let mut hash = Sha256::new();
    let bytes = hash_rest(&mut file, &mut hash)?;
    Ok(FileSum {
        path,
        sha256: hash.finalize().into(),
        bytes,
    })
}

/// Hashes from where the file stands to its end; how many bytes that were.
fn hash_rest(file: &mut File, hash: &mut Sha256) -> io::Result<u64> {
    if file.metadata()?.len() == 0 {
        return Ok(0);
    }
    let (mut block, mut bytes) = (vec![0; BLOCK], 0);
    loop {
        match file.read(&mut block)? {
            0 => return Ok(bytes),
            count => {
                hash.update(block.get(..count).unwrap_or_default());
                bytes += count as u64;
            }
        }
    }
}
