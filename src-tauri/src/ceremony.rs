//! Ceremonies with a passkey: one at a time. A ceremony tells the window what the person is to do, asks and waits; it ends
//! when the person stops it, when the app locks, and when nobody answers. No PIN and no moment is ever logged.

mod moment;
mod offers;
mod qr;

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use latchkey_passkey::{Interaction, Moment, Pin, PinPurpose, PinRequest, Question, TpmAccess};

use crate::shell::held;
use crate::views::{CommandError, ErrorCode, MomentView};

pub use moment::kind_of;
pub use offers::{offers, view_kind};

/// How long a question waits for its answer.
const PATIENCE: Duration = Duration::from_secs(5 * 60);

/// What ceremonies may reach on this computer.
#[derive(Debug, Clone, Default)]
pub struct Reach {
    /// Software passkeys, with `--insecure-demo` alone.
    pub software: bool,
    /// How the TPM is reached.
    pub tpm: Option<TpmAccess>,
}

/// Where moments go.
pub type Tell = Box<dyn Fn(MomentView) + Send + Sync>;

/// The ceremony that runs, if any.
pub struct Ceremonies {
    current: Mutex<Option<Arc<Turn>>>,
    /// The number of the last question: no two have the same, in whatever ceremony.
    questions: AtomicU32,
    patience: Duration,
}

impl Default for Ceremonies {
    fn default() -> Self {
        Self {
            current: Mutex::default(),
            questions: AtomicU32::new(0),
            patience: PATIENCE,
        }
    }
}

/// One ceremony's talk with the person.
struct Turn {
    tell: Tell,
    talk: Mutex<Talk>,
    answered: Condvar,
}

/// What is asked, what was answered, and whether it is over.
#[derive(Default)]
struct Talk {
    /// With its number.
    asked: Option<(u32, Asked)>,
    answer: Option<Answer>,
    stopped: bool,
}

/// What is asked.
enum Asked {
    Pin { least: usize, not_only_digits: bool },
    Word,
}

/// What was answered.
enum Answer {
    Pin(Pin),
    /// No PIN: the person stops.
    Nothing,
    Yes,
    No,
}

impl Ceremonies {
    /// Begins one, whose moments go to `tell`.
    ///
    /// # Errors
    /// `in_use` while another runs.
    pub fn begin(&self, tell: Tell) -> Result<Ceremony<'_>, CommandError> {
        let mut current = held(&self.current);
        if current.is_some() {
            return Err(CommandError::in_use("another ceremony is under way"));
        }
        let turn = Arc::new(Turn {
            tell,
            talk: Mutex::default(),
            answered: Condvar::new(),
        });
        *current = Some(turn.clone());
        Ok(Ceremony { turn, of: self })
    }

    /// The person typed a PIN for this question, or nothing to stop.
    ///
    /// # Errors
    /// `pin_policy` for one that cannot be chosen, `usage` when another question or none is asked; the ceremony goes on
    /// waiting.
    pub fn pin(&self, question: u32, typed: &str) -> Result<(), CommandError> {
        self.answer(question, |asked| match asked {
            Asked::Pin { .. } if typed.is_empty() => Ok(Answer::Nothing),
            Asked::Pin {
                least,
                not_only_digits,
            } => {
                let pin = Pin::new(typed).filter(|pin| {
                    pin.length() >= *least && !(*not_only_digits && pin.is_only_digits())
                });
                let refused = || CommandError::new(ErrorCode::PinPolicy, "this PIN cannot be set");
                pin.map(Answer::Pin).ok_or_else(refused)
            }
            Asked::Word => Err(CommandError::usage("a yes or no is asked for")),
        })
    }

    /// The person said yes or no to this question.
    ///
    /// # Errors
    /// `usage` when that was not asked.
    pub fn confirm(&self, question: u32, yes: bool) -> Result<(), CommandError> {
        self.answer(question, |asked| match asked {
            Asked::Word if yes => Ok(Answer::Yes),
            Asked::Word => Ok(Answer::No),
            Asked::Pin { .. } => Err(CommandError::usage("a PIN is asked for")),
        })
    }

    fn answer(
        &self,
        question: u32,
        judge: impl FnOnce(&Asked) -> Result<Answer, CommandError>,
    ) -> Result<(), CommandError> {
        let turn = held(&self.current).clone();
        let nothing = || CommandError::usage("nothing is asked");
        let turn = turn.ok_or_else(nothing)?;
        let mut talk = held(&turn.talk);
        let (number, asked) = talk.asked.as_ref().ok_or_else(nothing)?;
        if *number != question {
            return Err(CommandError::usage("another question is asked"));
        }
        let answer = judge(asked)?;
        talk.asked = None;
        talk.answer = Some(answer);
        turn.answered.notify_all();
        Ok(())
    }

    /// Whether one runs.
    pub fn is_running(&self) -> bool {
        held(&self.current).is_some()
    }

    /// Stops the ceremony that runs; it ends as soon as it looks.
    pub fn cancel(&self) {
        if let Some(turn) = held(&self.current).as_ref() {
            held(&turn.talk).stopped = true;
            turn.answered.notify_all();
        }
    }

    /// Waits until none runs, at most for `patience`.
    pub fn wait(&self, patience: Duration) {
        let begin = Instant::now();
        while held(&self.current).is_some() && begin.elapsed() < patience {
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

/// The ceremony that runs; it is over when this is dropped.
pub struct Ceremony<'a> {
    turn: Arc<Turn>,
    of: &'a Ceremonies,
}

impl Ceremony<'_> {
    /// Asks under a number of its own, and waits for the answer; nothing when it was stopped or nobody answers.
    fn ask(&self, asked: Asked, view: impl FnOnce(u32) -> Option<MomentView>) -> Option<Answer> {
        let number = self.of.questions.fetch_add(1, Ordering::SeqCst) + 1;
        let view = view(number)?;
        {
            let mut talk = held(&self.turn.talk);
            talk.asked = Some((number, asked));
            talk.answer = None;
        }
        (self.turn.tell)(view);
        let talk = held(&self.turn.talk);
        let waiting = |talk: &mut Talk| talk.answer.is_none() && !talk.stopped;
        let (mut talk, _) = self
            .turn
            .answered
            .wait_timeout_while(talk, self.of.patience, waiting)
            .unwrap_or_else(PoisonError::into_inner);
        talk.asked = None;
        let answer = talk.answer.take().filter(|_| !talk.stopped);
        // Who gives no answer has stopped it.
        talk.stopped |= matches!(answer, None | Some(Answer::Nothing));
        answer
    }

    /// What it failed with, as the person knows it: a PIN that was not given is a ceremony that was stopped.
    pub fn failed(&self, error: CommandError) -> CommandError {
        let no_pin = matches!(error.code, ErrorCode::PinNotSet | ErrorCode::PinNeeded);
        if no_pin && self.is_cancelled() {
            return CommandError::new(ErrorCode::Cancelled, error.detail);
        }
        error
    }
}

impl Interaction for Ceremony<'_> {
    fn tell(&self, moment: &Moment) {
        if let Some(view) = moment::view(moment) {
            (self.turn.tell)(view);
        }
    }

    fn pin(&self, request: &PinRequest) -> Option<Pin> {
        let chooses = request.purpose == PinPurpose::Choose;
        // The PIN that is set may be older than the rules.
        let asked = Asked::Pin {
            least: if chooses {
                usize::from(request.min_length)
            } else {
                1
            },
            not_only_digits: chooses && request.not_only_digits,
        };
        match self.ask(asked, |number| Some(moment::pin(request, number)))? {
            Answer::Pin(pin) => Some(pin),
            Answer::Nothing | Answer::Yes | Answer::No => None,
        }
    }

    fn confirm(&self, question: &Question) -> bool {
        let answer = self.ask(Asked::Word, |number| moment::question(question, number));
        matches!(answer, Some(Answer::Yes))
    }

    fn is_cancelled(&self) -> bool {
        held(&self.turn.talk).stopped
    }
}

impl Drop for Ceremony<'_> {
    fn drop(&mut self) {
        *held(&self.of.current) = None;
        (self.turn.tell)(MomentView::Over);
    }
}

#[cfg(test)]
mod tests;
