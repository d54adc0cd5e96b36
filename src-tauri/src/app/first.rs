//! One window for one person: a second start hands its files over to the first and ends. A lock file and a Unix socket,
//! because the desktop's message bus is not always there and carries no path that is not UTF-8.

use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{self, Read, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Longer messages are not listened to, in bytes.
const LONGEST: u64 = 1024 * 1024;
/// A first window that does not answer within this is taken for stuck.
const PATIENCE: Duration = Duration::from_secs(5);
/// What the first window answers.
const TAKEN: &[u8] = b"taken";

/// Whether this is the first start.
pub enum Start {
    /// It is; others are heard through this.
    First(First),
    /// Another took the files over; this one has nothing left to do.
    HandedOver,
}

/// The first start's lock and ear.
pub struct First {
    lock: File,
    ear: UnixListener,
}

/// Finds out whether another start was first, and hands `paths` over to it.
///
/// # Errors
/// When neither a lock nor a socket can be made; the app then opens without them.
pub fn start(state: &Path, paths: &[PathBuf], wait_for_lock: bool) -> io::Result<Start> {
    private_folder(state)?;
    let lock = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .mode(0o600)
        .open(state.join("lock"))?;
    let socket = socket_path(state);
    let begin = Instant::now();
    loop {
        match lock.try_lock() {
            Ok(()) => return Ok(Start::First(First::listen(lock, &socket)?)),
            Err(std::fs::TryLockError::Error(error)) => return Err(error),
            Err(std::fs::TryLockError::WouldBlock) if wait_for_lock => {}
            Err(std::fs::TryLockError::WouldBlock) => {
                if hand_over(&socket, paths).is_ok() {
                    return Ok(Start::HandedOver);
                }
            }
        }
        if begin.elapsed() > PATIENCE {
            return Err(io::ErrorKind::TimedOut.into());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

impl First {
    fn listen(lock: File, socket: &Path) -> io::Result<Self> {
        let _ = std::fs::remove_file(socket);
        let ear = UnixListener::bind(socket)?;
        Ok(Self { lock, ear })
    }

    /// Calls `arrived` with the files of every later start, for as long as the program runs.
    pub fn hear(self, arrived: impl Fn(Vec<PathBuf>) + Send + 'static) {
        let Self { lock, ear } = self;
        std::thread::spawn(move || {
            let _held_as_long_as_the_program_runs = lock;
            for stream in ear.incoming().flatten() {
                if let Ok(paths) = receive(stream) {
                    arrived(paths);
                }
            }
        });
    }
}

/// Where the socket lies: the system's folder for such things, else our own.
fn socket_path(state: &Path) -> PathBuf {
    let mut hasher = DefaultHasher::new();
    state.hash(&mut hasher);
    match dirs::runtime_dir().filter(|folder| folder.is_dir()) {
        Some(folder) => folder.join(format!("latchkey-{:016x}.socket", hasher.finish())),
        None => state.join("socket"),
    }
}

fn private_folder(folder: &Path) -> io::Result<()> {
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

/// Sends the paths, each ended by a zero byte, and waits for the answer.
fn hand_over(socket: &Path, paths: &[PathBuf]) -> io::Result<()> {
    let mut stream = UnixStream::connect(socket)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    for path in paths {
        stream.write_all(path.as_os_str().as_bytes())?;
        stream.write_all(&[0])?;
    }
    stream.shutdown(std::net::Shutdown::Write)?;
    let mut answer = [0; TAKEN.len()];
    stream.read_exact(&mut answer)?;
    if answer == TAKEN {
        Ok(())
    } else {
        Err(io::ErrorKind::InvalidData.into())
    }
}

fn receive(mut stream: UnixStream) -> io::Result<Vec<PathBuf>> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut bytes = Vec::new();
    (&mut stream).take(LONGEST).read_to_end(&mut bytes)?;
    stream.write_all(TAKEN)?;
    let paths = bytes
        .split(|byte| *byte == 0)
        .filter(|path| !path.is_empty());
    Ok(paths
        .map(|path| PathBuf::from(OsStr::from_bytes(path)))
        .collect())
}

#[cfg(test)]
mod tests;
