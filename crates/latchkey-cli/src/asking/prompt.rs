//! Questions on a terminal. Ctrl-C ends each of them, and leaves the terminal as it was.

use crate::cancel;
use crate::failure::Failure;
use latchkey_restore::ErrorCode;
use std::io::{self, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;
use zeroize::Zeroizing;

/// How often a waiting question looks for Ctrl-C.
const LOOK: Duration = Duration::from_millis(50);

/// Asks for a line without showing what is typed.
pub(crate) fn hidden(prompt: &str) -> Result<Zeroizing<String>, Failure> {
    let prompt = prompt.to_owned();
    ask(move || rpassword::prompt_password(prompt))
}

/// Asks for a line that everybody may see.
pub(crate) fn shown(prompt: &str) -> Result<Zeroizing<String>, Failure> {
    let prompt = prompt.to_owned();
    ask(move || {
        let mut err = io::stderr().lock();
        write!(err, "{prompt}")?;
        err.flush()?;
        drop(err);
        let mut answer = String::new();
        match io::stdin().read_line(&mut answer)? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(answer),
        }
    })
}

/// Asks a question that only "y" answers with yes.
pub(crate) fn confirm(question: &str) -> bool {
    shown(&format!("{question} ")).is_ok_and(|answer| matches!(answer.trim(), "y" | "Y" | "yes"))
}

/// Asks on a thread of its own: reading a terminal cannot be interrupted, but it can be left behind.
fn ask(
    question: impl FnOnce() -> io::Result<String> + Send + 'static,
) -> Result<Zeroizing<String>, Failure> {
    cancel::listen();
    let terminal = terminal::Settings::now();
    let (answer, answered) = channel();
    std::thread::spawn(move || answer.send(question().map(Zeroizing::new)));
    loop {
        match answered.recv_timeout(LOOK) {
            Ok(Ok(line)) => return Ok(line),
            Ok(Err(error)) if error.kind() == io::ErrorKind::UnexpectedEof => break,
            Ok(Err(error)) => {
                let failure = Failure::of(&error).detail(&error.to_string());
                return Err(failure.fact("path", "terminal"));
            }
            Err(RecvTimeoutError::Timeout) if cancel::asked().is_continue() => {}
            Err(_) => break,
        }
    }
    terminal.restore();
    Err(Failure::new(ErrorCode::Cancelled))
}

#[cfg(unix)]
mod terminal {
    //! What a question that was left behind would have put right itself.

    use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
    use std::io::Write;

    pub(super) struct Settings(Option<Termios>);

    impl Settings {
        pub(super) fn now() -> Self {
            Self(tcgetattr(std::io::stdin()).ok())
        }

        pub(super) fn restore(&self) {
            if let Some(settings) = &self.0 {
                let _ = tcsetattr(std::io::stdin(), OptionalActions::Now, settings);
                // The line of the question ends here.
                let _ = writeln!(std::io::stderr());
            }
        }
    }
}

#[cfg(not(unix))]
mod terminal {
    //! Nothing to put right.

    pub(super) struct Settings;

    impl Settings {
        pub(super) fn now() -> Self {
            Self
        }

        pub(super) fn restore(&self) {}
    }
}
