//! How a ceremony talks with the person at a terminal, or with a script that pipes the PIN.
//!
//! A PIN from standard input is tried once: a wrong one ends the ceremony, because tries are few.

use super::{prompt, qr, stdin};
use crate::cancel;
use crate::failure::Failure;
use crate::output::{can_ask, clean};
use crate::words::Words;
use latchkey_passkey::{
    AuthenticatorKind, Interaction, Moment, Pin, PinPurpose, PinRequest, Question,
};
use latchkey_restore::ErrorCode;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use zeroize::Zeroizing;

/// The person, as a ceremony sees them.
pub(crate) struct Terminal<'a> {
    words: &'a Words,
    /// The PIN that was piped in.
    piped: Option<Zeroizing<String>>,
    /// The piped PIN was given to an authenticator.
    tried: AtomicBool,
    /// Why nobody answered, where there is more to say than "stopped".
    unanswered: Mutex<Option<Unanswered>>,
}

/// Why a question was not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unanswered {
    /// Nobody is there to type a PIN.
    Nobody,
    /// The piped PIN was wrong.
    Wrong { retries: Option<u8> },
    /// The piped PIN cannot be chosen.
    Policy { min_length: u8 },
    /// Too few tries are left to go on without the person's word.
    LastTries { retries: u8 },
    /// The network is used with the person's word only.
    Network,
    /// The prompt could not be shown or was left.
    Stopped,
}

impl<'a> Terminal<'a> {
    /// Asks on the terminal; with `pin_stdin`, the next line of standard input is the PIN.
    pub(crate) fn new(words: &'a Words, pin_stdin: bool) -> Result<Self, Failure> {
        let piped = match pin_stdin {
            true => Some(stdin::next_line()?.ok_or_else(|| Failure::usage("no_pin_line"))?),
            false => None,
        };
        // From here on Ctrl-C asks the ceremony to stop.
        cancel::listen();
        Ok(Self {
            words,
            piped,
            tried: AtomicBool::new(false),
            unanswered: Mutex::new(None),
        })
    }

    /// The failure of a ceremony, with what is known here of an answer that did not come.
    pub(crate) fn explain(&self, failure: Failure) -> Failure {
        let unanswered = self.lock().take();
        let was_open = [
            ErrorCode::Cancelled,
            ErrorCode::PinNeeded,
            ErrorCode::PinNotSet,
        ];
        let was_open = was_open.into_iter().any(|code| failure.is(code));
        let Some(unanswered) = unanswered.filter(|_| was_open) else {
            return failure;
        };
        match unanswered {
            Unanswered::Nobody => failure.instead(ErrorCode::PinNeeded),
            Unanswered::Wrong { retries } => {
                let failure = failure.instead(ErrorCode::PinWrong);
                match retries {
                    Some(retries) => failure.fact("retries", retries),
                    None => failure,
                }
            }
            Unanswered::Policy { min_length } => failure
                .instead(ErrorCode::PinPolicy)
                .fact("min_length", min_length),
            Unanswered::LastTries { retries } => failure
                .instead(ErrorCode::Cancelled)
                .about("last_tries")
                .fact("retries", retries),
            Unanswered::Network => failure.instead(ErrorCode::Cancelled).about("network"),
            Unanswered::Stopped => failure.instead(ErrorCode::Cancelled),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Unanswered>> {
        self.unanswered
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn leave<T>(&self, why: Unanswered) -> Option<T> {
        *self.lock() = Some(why);
        None
    }

    fn say(&self, id: &str, facts: &[(&str, String)]) {
        let _ = writeln!(io::stderr(), "{}", self.words.say(id, facts));
    }

    /// The PIN that was piped in, if it may be tried.
    fn piped_pin(&self, typed: &str, request: &PinRequest) -> Option<Pin> {
        if request.was_wrong {
            return self.leave(Unanswered::Wrong {
                retries: request.retries,
            });
        }
        let min_length = request.min_length;
        let pin = Pin::new(typed);
        match pin.filter(|pin| fault_of(pin, request).is_none()) {
            Some(pin) => {
                self.tried.store(true, Ordering::Relaxed);
                Some(pin)
            }
            None => self.leave(Unanswered::Policy { min_length }),
        }
    }

    fn typed(&self, prompt: &str, facts: &[(&str, String)]) -> Option<Zeroizing<String>> {
        let prompt = format!("{} ", self.words.say(prompt, facts));
        match prompt::hidden(&prompt) {
            Ok(line) if !line.is_empty() => Some(line),
            _ => self.leave(Unanswered::Stopped),
        }
    }

    /// Asks for the PIN that is set.
    fn ask(&self, request: &PinRequest) -> Option<Pin> {
        let mut facts = vec![self.authenticator(request.authenticator)];
        facts.push(("retries", number(request.retries)));
        if request.was_wrong {
            self.say("pin-was-wrong", &facts);
        }
        loop {
            let line = self.typed("pin-prompt", &facts)?;
            match Pin::new(&line) {
                Some(pin) => return Some(pin),
                None => self.say("pin-too-long", &[]),
            }
        }
    }

    /// Asks for a new PIN, twice.
    fn choose(&self, request: &PinRequest) -> Option<Pin> {
        let facts = [
            self.authenticator(request.authenticator),
            ("min", request.min_length.to_string()),
        ];
        self.say("pin-choose", &facts);
        if request.not_only_digits {
            self.say("pin-choose-not_only_digits", &facts);
        }
        loop {
            let line = self.typed("pin-new-prompt", &facts)?;
            let Some(pin) = Pin::new(&line) else {
                self.say("pin-too-long", &facts);
                continue;
            };
            if let Some(fault) = fault_of(&pin, request) {
                self.say(fault, &facts);
                continue;
            }
            let again = self.typed("pin-again-prompt", &facts)?;
            match Pin::new(&again).is_some_and(|again| again.as_str() == pin.as_str()) {
                true => return Some(pin),
                false => self.say("pin-differs", &facts),
            }
        }
    }

    fn authenticator(&self, kind: AuthenticatorKind) -> (&'static str, String) {
        ("authenticator", name_of(kind, self.words))
    }

    fn show_code(&self, link: &str, creates: bool) {
        self.say("moment-phone-notice", &[]);
        self.say("not-yet-tried-phone", &[]);
        let Some(code) = qr::draw(link) else {
            return;
        };
        let _ = write!(io::stderr(), "\n{code}\n");
        let id = match creates {
            true => "moment-scan-create",
            false => "moment-scan-use",
        };
        self.say(id, &[]);
    }
}

impl Interaction for Terminal<'_> {
    fn tell(&self, moment: &Moment) {
        match moment {
            Moment::PlugIn => self.say("moment-plug-in", &[]),
            Moment::TouchOne { of } => self.say("moment-touch-one", &[("of", of.to_string())]),
            Moment::Touch => self.say("moment-touch", &[]),
            Moment::Fingerprint { retries, again } => {
                let facts = [("retries", number(*retries))];
                if *again {
                    self.say("moment-fingerprint-again", &facts);
                }
                self.say("moment-fingerprint", &facts);
            }
            Moment::ScanQr { link, creates } => self.show_code(link, *creates),
            Moment::PhoneSeen => self.say("moment-phone-seen", &[]),
            Moment::PhoneConnected => self.say("moment-phone-connected", &[]),
            Moment::Working(kind) => self.say("moment-working", &[self.authenticator(*kind)]),
            // Each line stays true after its moment.
            _ => {}
        }
    }

    fn pin(&self, request: &PinRequest) -> Option<Pin> {
        if let Some(typed) = &self.piped {
            return self.piped_pin(typed, request);
        }
        if !can_ask() {
            return self.leave(Unanswered::Nobody);
        }
        match request.purpose {
            PinPurpose::Use => self.ask(request),
            PinPurpose::Choose => self.choose(request),
        }
    }

    fn confirm(&self, question: &Question) -> bool {
        let (why, id, fact) = match question {
            Question::LastTries {
                authenticator,
                retries,
            } => {
                let named = self.authenticator(*authenticator);
                self.say("authenticator-named", &[named]);
                // Asked about another try, after ours: so that one was wrong.
                let why = match self.tried.load(Ordering::Relaxed) {
                    true => Unanswered::Wrong {
                        retries: Some(*retries),
                    },
                    false => Unanswered::LastTries { retries: *retries },
                };
                (why, "confirm-last-tries", ("retries", retries.to_string()))
            }
            Question::UseNetwork { host } => (
                Unanswered::Network,
                "confirm-network",
                ("host", clean(host)),
            ),
            _ => return false,
        };
        // A piped PIN says that nobody watches.
        let yes =
            self.piped.is_none() && can_ask() && prompt::confirm(&self.words.say(id, &[fact]));
        if !yes {
            *self.lock() = Some(why);
        }
        yes
    }

    fn is_cancelled(&self) -> bool {
        cancel::asked().is_break()
    }
}

/// The words for what is wrong with a new PIN.
fn fault_of(pin: &Pin, request: &PinRequest) -> Option<&'static str> {
    if request.purpose == PinPurpose::Use {
        return None;
    }
    if pin.length() < usize::from(request.min_length) {
        return Some("pin-too-short");
    }
    (request.not_only_digits && pin.is_only_digits()).then_some("pin-only-digits")
}

/// What people call a kind of authenticator.
pub(crate) fn name_of(kind: AuthenticatorKind, words: &Words) -> String {
    words.say(&format!("authenticator-{}", word_of(kind)), &[])
}

/// The word of a kind in JSON and in arguments.
pub(crate) fn word_of(kind: AuthenticatorKind) -> &'static str {
    match kind {
        AuthenticatorKind::SecurityKey => "security_key",
        AuthenticatorKind::Tpm => "tpm",
        AuthenticatorKind::Phone => "phone",
        AuthenticatorKind::Software => "software",
    }
}

/// A count that may be unknown, as the words take it.
fn number(count: Option<u8>) -> String {
    count.map_or_else(|| "unknown".to_owned(), |count| count.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(purpose: PinPurpose) -> PinRequest {
        PinRequest {
            authenticator: AuthenticatorKind::Software,
            purpose,
            retries: Some(3),
            was_wrong: false,
            min_length: 6,
            not_only_digits: false,
        }
    }

    fn piped<'a>(words: &'a Words, pin: &str) -> Terminal<'a> {
        Terminal {
            words,
            piped: Some(Zeroizing::new(pin.to_owned())),
            tried: AtomicBool::new(false),
            unanswered: Mutex::new(None),
        }
    }

    fn told(terminal: &Terminal) -> serde_json::Value {
        let failure = terminal.explain(Failure::new(ErrorCode::Cancelled));
        failure.to_json(terminal.words)["error"].clone()
    }

    #[test]
    fn a_wrong_pin_from_a_pipe_is_not_tried_twice() {
        let words = Words::english();
        let terminal = piped(&words, "2468");
        let mut asked = request(PinPurpose::Use);
        assert_eq!(terminal.pin(&asked).unwrap().as_str(), "2468");
        asked.was_wrong = true;
        asked.retries = Some(2);
        assert!(terminal.pin(&asked).is_none());
        let told = told(&terminal);
        assert_eq!(
            (&told["code"], &told["retries"]),
            (&"pin_wrong".into(), &2.into())
        );
    }

    #[test]
    fn a_piped_pin_that_breaks_the_rules_is_not_chosen() {
        let words = Words::english();
        let mut asked = request(PinPurpose::Choose);
        let terminal = piped(&words, "2468");
        assert!(terminal.pin(&asked).is_none());
        let said = told(&terminal);
        assert_eq!(
            (&said["code"], &said["min_length"]),
            (&"pin_policy".into(), &6.into())
        );
        asked.not_only_digits = true;
        assert!(piped(&words, "1234567890").pin(&asked).is_none());
        assert!(piped(&words, "demo-1234567890").pin(&asked).is_some());
    }

    #[test]
    fn without_a_terminal_the_answer_is_the_safe_one_and_its_reason_is_said() {
        let words = Words::english();
        let terminal = piped(&words, "2468");
        let question = Question::LastTries {
            authenticator: AuthenticatorKind::SecurityKey,
            retries: 1,
        };
        assert!(!terminal.confirm(&question));
        let said = told(&terminal);
        assert_eq!(
            (&said["code"], &said["retries"]),
            (&"cancelled".into(), &1.into())
        );
        // After a try the question means that it was wrong.
        assert!(terminal.pin(&request(PinPurpose::Use)).is_some());
        assert!(!terminal.confirm(&question));
        assert_eq!(told(&terminal)["code"], "pin_wrong");
        let host = "cable.example".to_owned();
        assert!(!terminal.confirm(&Question::UseNetwork { host }));
        assert!(
            told(&terminal)["message"]
                .as_str()
                .unwrap()
                .contains("network")
        );
    }

    #[test]
    fn what_the_person_stopped_stays_stopped() {
        let words = Words::english();
        let terminal = piped(&words, "2468");
        assert_eq!(told(&terminal)["code"], "cancelled");
        let other = terminal.explain(Failure::new(ErrorCode::Io));
        assert!(other.is(ErrorCode::Io));
    }
}
