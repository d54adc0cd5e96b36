//! The one way this program asks a person during a ceremony: implemented by the command, the window and the tests.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use crate::authenticator::AuthenticatorKind;
use crate::pin::Pin;

/// How a ceremony talks with the person. Ceremonies run on a thread that may block.
pub trait Interaction: Send + Sync {
    /// Says what the person is to do now, or what happens. Returns at once.
    fn tell(&self, moment: &Moment);

    /// Asks for a PIN and waits for it; `None` when there is none to be had, or when the person stops
    /// ([`Interaction::is_cancelled`] is true then). A PIN given again after it was wrong is not tried again.
    fn pin(&self, request: &PinRequest) -> Option<Pin>;

    /// Asks a question and waits; `false` is the safe answer.
    fn confirm(&self, question: &Question) -> bool;

    /// Whether the person has stopped the ceremony. Asked several times a second while waiting for a device.
    fn is_cancelled(&self) -> bool;
}

/// What the person is to do, or what happens. `Debug` leaves a QR code's link out: whoever reads it can answer in the
/// phone's place.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Moment {
    /// No security key is plugged in yet: plug it in.
    PlugIn,
    /// Several keys are there: touch the one that is meant.
    TouchOne {
        /// How many blink.
        of: usize,
    },
    /// Touch the security key.
    Touch,
    /// Put the finger on the reader of the key.
    Fingerprint {
        /// Tries left, where the key says.
        retries: Option<u8>,
        /// The last one was not recognised.
        again: bool,
    },
    /// Scan this QR code with the phone.
    ScanQr {
        /// What the QR code holds: `FIDO:/` and digits. One use only, about five minutes.
        link: String,
        /// True to make a passkey, false to use one.
        creates: bool,
    },
    /// The phone was seen by Bluetooth; the connection through its maker's server begins.
    PhoneSeen,
    /// The phone is connected and asks its owner.
    PhoneConnected,
    /// The authenticator is at work; nothing to do.
    Working(AuthenticatorKind),
    /// The ceremony is over: take away what was shown.
    Over,
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PlugIn => f.write_str("PlugIn"),
            Self::TouchOne { of } => f.debug_struct("TouchOne").field("of", of).finish(),
            Self::Touch => f.write_str("Touch"),
            Self::Fingerprint { retries, again } => f
                .debug_struct("Fingerprint")
                .field("retries", retries)
                .field("again", again)
                .finish(),
            Self::ScanQr { link: _, creates } => f
                .debug_struct("ScanQr")
                .field("creates", creates)
                .finish_non_exhaustive(),
            Self::PhoneSeen => f.write_str("PhoneSeen"),
            Self::PhoneConnected => f.write_str("PhoneConnected"),
            Self::Working(kind) => f.debug_tuple("Working").field(kind).finish(),
            Self::Over => f.write_str("Over"),
        }
    }
}

/// Which PIN is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PinPurpose {
    /// The one that is set.
    Use,
    /// The first one of a key that has none, or of a new TPM key: to be typed twice.
    Choose,
}

/// A question for a PIN.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinRequest {
    /// Of what.
    pub authenticator: AuthenticatorKind,
    /// To use it or to choose it.
    pub purpose: PinPurpose,
    /// Tries left before it is blocked, where that is known.
    pub retries: Option<u8>,
    /// The one typed before was wrong.
    pub was_wrong: bool,
    /// Fewest characters.
    pub min_length: u8,
    /// Whether digits alone are not enough (a TPM that anybody may ask without limit).
    pub not_only_digits: bool,
}

/// A yes or no.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Question {
    /// So few tries are left that a wrong one could block it for good: try all the same?
    LastTries {
        /// Of what.
        authenticator: AuthenticatorKind,
        /// How many.
        retries: u8,
    },
    /// The ceremony would use the network: this server, of the phone's maker, carries sealed messages.
    UseNetwork {
        /// Its host name.
        host: String,
    },
}

/// Asks for a PIN once and remembers it for the rest of one enrolment, which needs the key three times.
pub struct OnePin<'a> {
    ask: &'a dyn Interaction,
    pin: Mutex<Option<Pin>>,
}

impl<'a> OnePin<'a> {
    /// Wraps a way of asking; the PIN is wiped when this is dropped.
    #[must_use]
    pub fn new(ask: &'a dyn Interaction) -> Self {
        Self {
            ask,
            pin: Mutex::new(None),
        }
    }
}

impl Interaction for OnePin<'_> {
    fn tell(&self, moment: &Moment) {
        self.ask.tell(moment);
    }

    fn pin(&self, request: &PinRequest) -> Option<Pin> {
        let mut kept = self.pin.lock().unwrap_or_else(PoisonError::into_inner);
        match &*kept {
            // A wrong PIN is never tried twice: tries are few.
            Some(pin) if !request.was_wrong => return Some(pin.duplicate()),
            _ => *kept = None,
        }
        let pin = self.ask.pin(request)?;
        *kept = Some(pin.duplicate());
        Some(pin)
    }

    fn confirm(&self, question: &Question) -> bool {
        self.ask.confirm(question)
    }

    fn is_cancelled(&self) -> bool {
        self.ask.is_cancelled()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Types another PIN each time.
    #[derive(Default)]
    struct Typist(AtomicUsize);

    impl Interaction for Typist {
        fn tell(&self, _: &Moment) {}

        fn pin(&self, _: &PinRequest) -> Option<Pin> {
            let before = self.0.fetch_add(1, Ordering::SeqCst);
            Pin::new(&format!("000{before}"))
        }

        fn confirm(&self, _: &Question) -> bool {
            true
        }

        fn is_cancelled(&self) -> bool {
            false
        }
    }

    fn request(was_wrong: bool) -> PinRequest {
        PinRequest {
            authenticator: AuthenticatorKind::SecurityKey,
            purpose: PinPurpose::Use,
            retries: None,
            was_wrong,
            min_length: 4,
            not_only_digits: false,
        }
    }

    fn typed(ask: &OnePin<'_>, was_wrong: bool) -> String {
        ask.pin(&request(was_wrong)).unwrap().as_str().to_owned()
    }

    #[test]
    fn a_moment_shows_everything_but_the_link_of_its_qr_code() {
        let moment = Moment::ScanQr {
            link: "FIDO:/0123456789".to_owned(),
            creates: true,
        };
        assert_eq!(format!("{moment:?}"), "ScanQr { creates: true, .. }");
        let moment = Moment::Fingerprint {
            retries: Some(3),
            again: true,
        };
        let shown = "Fingerprint { retries: Some(3), again: true }";
        assert_eq!(format!("{moment:?}"), shown);
    }

    #[test]
    fn one_pin_is_asked_for_once_and_again_only_after_it_was_wrong() {
        let typist = Typist::default();
        let ask = OnePin::new(&typist);
        assert_eq!([typed(&ask, false), typed(&ask, false)], ["0000", "0000"]);
        assert_eq!([typed(&ask, true), typed(&ask, false)], ["0001", "0001"]);
        assert_eq!(typist.0.load(Ordering::SeqCst), 2);
        assert!(ask.confirm(&Question::LastTries {
            authenticator: AuthenticatorKind::SecurityKey,
            retries: 1
        }));
    }
}
