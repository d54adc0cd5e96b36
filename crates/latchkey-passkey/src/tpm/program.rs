//! The program `latchkey-tpm` as a child process: started for one ceremony, one question at a time, ended with it.
//!
//! No shell, an empty environment, and nothing in its arguments but the TCTI's name. Whatever it answers is judged;
//! it is killed when the person stops, when it takes too long, and when this is dropped.

use std::io::{self, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use crate::error::{Absence, CeremonyError};

use super::TpmAccess;
use super::auth_value::AuthValue;
use super::blobs::Blobs;
use super::posture::State;
use super::wire::{Answer, Ask, Base64Secret, Code, Evaluate, MAX_LINE, Reply, Request, VERSION};

/// How often the person's wish to stop is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// How long a program that closed its output may take to end, before it is killed.
const END_WITHIN: Duration = Duration::from_secs(2);

/// The kernel's TPM with its resource manager.
const DEVICE: &str = "/dev/tpmrm0";

type Line = Zeroizing<Vec<u8>>;

/// Whether the person wants to stop.
type Stopped<'a> = &'a dyn Fn() -> bool;

/// A new key as the program gives it.
pub(super) struct NewKey {
    pub(super) blobs: Blobs,
    pub(super) parent_name: Vec<u8>,
}

pub(super) struct Program {
    child: Child,
    requests: Option<ChildStdin>,
    answers: Receiver<io::Result<Line>>,
    answer_within: Duration,
}

impl Program {
    pub(super) fn start(
        access: &TpmAccess,
        answer_within: Duration,
    ) -> Result<Self, CeremonyError> {
        if access.tcti.is_none() && !std::path::Path::new(DEVICE).exists() {
            return Err(CeremonyError::NoAuthenticator(Absence::NoTpm));
        }
        let mut command = Command::new(&access.program);
        if let Some(tcti) = &access.tcti {
            command.arg("--tcti").arg(tcti);
        }
        command
            .env_clear()
            .env("TSS2_LOG", "all+none")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = command.spawn().map_err(not_started)?;
        let (Some(requests), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(broken("no pipe"));
        };
        // One line may wait: a program that babbles is not read further.
        let (sender, answers) = sync_channel(1);
        thread::spawn(move || read_lines(output, &sender));
        Ok(Self {
            child,
            requests: Some(requests),
            answers,
            answer_within,
        })
    }

    pub(super) fn posture(&mut self, stopped: Stopped) -> Result<State, CeremonyError> {
        match self.ask(&Ask::Posture, stopped)? {
            Answer::Posture(state) => Ok(State::new(state)),
            _ => Err(not_understood()),
        }
    }

    pub(super) fn parent(&mut self, stopped: Stopped) -> Result<Vec<u8>, CeremonyError> {
        match self.ask(&Ask::Parent, stopped)? {
            Answer::Parent { name } => Ok(name),
            _ => Err(not_understood()),
        }
    }

    pub(super) fn create(
        &mut self,
        auth_value: &AuthValue,
        stopped: Stopped,
    ) -> Result<NewKey, CeremonyError> {
        let auth_value = Base64Secret(auth_value.as_bytes());
        match self.ask(&Ask::Create { auth_value }, stopped)? {
            Answer::Created {
                private,
                public,
                parent_name,
            } => Ok(NewKey {
                blobs: Blobs { private, public },
                parent_name,
            }),
            _ => Err(not_understood()),
        }
    }

    pub(super) fn evaluate(
        &mut self,
        question: Evaluate,
        stopped: Stopped,
    ) -> Result<[Zeroizing<[u8; 32]>; 2], CeremonyError> {
        match self.ask(&Ask::Evaluate(question), stopped)? {
            Answer::Outputs([first, second]) => Ok([first.0, second.0]),
            _ => Err(not_understood()),
        }
    }

    fn ask(&mut self, ask: &Ask, stopped: Stopped) -> Result<Answer, CeremonyError> {
        if stopped() {
            return Err(CeremonyError::Cancelled);
        }
        let request = Request {
            version: VERSION,
            ask,
        };
        // With its full size from the start: growing would leave a copy behind.
        let mut line: Line = Zeroizing::new(Vec::with_capacity(MAX_LINE));
        serde_json::to_writer(&mut *line, &request).map_err(|e| CeremonyError::Io(e.into()))?;
        line.push(b'\n');
        let written = match &mut self.requests {
            Some(pipe) => pipe.write_all(&line),
            None => Err(io::ErrorKind::BrokenPipe.into()),
        };
        if written.is_err() {
            return Err(self.ended());
        }
        let answer = self.answer(stopped)?;
        let reply: Reply = serde_json::from_slice(&answer).map_err(|_| not_understood())?;
        if reply.version != VERSION {
            return Err(not_understood());
        }
        match reply.answer {
            Answer::Error { code, seconds } => Err(refusal(code, seconds)),
            answer => Ok(answer),
        }
    }

    /// Waits for the next line.
    fn answer(&mut self, stopped: Stopped) -> Result<Line, CeremonyError> {
        let deadline = Instant::now() + self.answer_within;
        loop {
            match self.answers.recv_timeout(LOOK_EVERY) {
                Ok(line) => return line.map_err(CeremonyError::Io),
                Err(RecvTimeoutError::Disconnected) => return Err(self.ended()),
                Err(RecvTimeoutError::Timeout) if stopped() => {
                    return Err(CeremonyError::Cancelled);
                }
                Err(RecvTimeoutError::Timeout) if Instant::now() >= deadline => {
                    return Err(CeremonyError::Io(io::ErrorKind::TimedOut.into()));
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    /// Why it ended before it answered.
    fn ended(&mut self) -> CeremonyError {
        self.requests = None;
        let deadline = Instant::now() + END_WITHIN;
        while Instant::now() < deadline {
            match self.child.try_wait() {
                Ok(Some(status)) if never_ran(status) => {
                    return CeremonyError::NoAuthenticator(Absence::NoTpmHelper);
                }
                Ok(Some(_)) | Err(_) => break,
                Ok(None) => thread::sleep(Duration::from_millis(10)),
            }
        }
        broken("the TPM program ended")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The status of the dynamic loader that does not find a library (ld.so), and of what is no program.
fn never_ran(status: ExitStatus) -> bool {
    matches!(status.code(), Some(126 | 127))
}

fn not_started(error: io::Error) -> CeremonyError {
    /// Made for another kind of computer (ENOEXEC).
    const EXEC_FORMAT: i32 = 8;
    let absent = matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied | io::ErrorKind::NotADirectory
    );
    if absent || error.raw_os_error() == Some(EXEC_FORMAT) {
        return CeremonyError::NoAuthenticator(Absence::NoTpmHelper);
    }
    CeremonyError::Io(error)
}

fn refusal(code: Code, seconds: Option<u32>) -> CeremonyError {
    match code {
        Code::AuthFail => CeremonyError::PinWrong { retries: None },
        Code::Lockout => CeremonyError::TpmLockout { seconds },
        Code::OtherTpm => CeremonyError::TpmOther,
        Code::Damaged => CeremonyError::Inconsistent {
            rule: "the TPM does not take its file: it is damaged or not of this key",
        },
        Code::NoTpm => CeremonyError::NoAuthenticator(Absence::NoTpm),
        Code::NoLibrary => CeremonyError::NoAuthenticator(Absence::NoTpmHelper),
        Code::Access => CeremonyError::NoAuthenticator(Absence::TpmAccess),
        Code::Io => broken("the TPM failed"),
        Code::BadRequest => broken("the TPM program is of another version"),
    }
}

fn not_understood() -> CeremonyError {
    let error = io::Error::new(
        io::ErrorKind::InvalidData,
        "the TPM program's answer is not understood",
    );
    CeremonyError::Io(error)
}

fn broken(why: &'static str) -> CeremonyError {
    CeremonyError::Io(io::Error::new(io::ErrorKind::BrokenPipe, why))
}

/// Sends each line on, until the program ends, a line is too long, or nobody listens.
fn read_lines(mut output: ChildStdout, sender: &SyncSender<io::Result<Line>>) {
    let mut line: Line = Zeroizing::new(Vec::with_capacity(MAX_LINE));
    let mut chunk = Zeroizing::new([0; 4096]);
    loop {
        let read = match output.read(chunk.as_mut_slice()) {
            Ok(0) => return,
            Ok(read) => read,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => {
                let _ = sender.send(Err(e));
                return;
            }
        };
        for &byte in &chunk[..read] {
            if byte == b'\n' {
                let next = Zeroizing::new(Vec::with_capacity(MAX_LINE));
                let whole = std::mem::replace(&mut line, next);
                if sender.send(Ok(whole)).is_err() {
                    return;
                }
            } else if line.len() == MAX_LINE {
                let _ = sender.send(Err(io::ErrorKind::InvalidData.into()));
                return;
            } else {
                line.push(byte);
            }
        }
    }
}
