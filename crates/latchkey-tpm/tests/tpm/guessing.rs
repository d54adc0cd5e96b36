//! A person in whose absence something else happens before the PIN is typed.

use latchkey_passkey::{Interaction, Moment, Pin, PinRequest, Question};

pub struct Interrupted<F> {
    pin: &'static str,
    meanwhile: F,
}

impl<F: Fn() + Send + Sync> Interrupted<F> {
    pub fn new(pin: &'static str, meanwhile: F) -> Self {
        Self { pin, meanwhile }
    }
}

impl<F: Fn() + Send + Sync> Interaction for Interrupted<F> {
    fn tell(&self, _: &Moment) {}

    fn pin(&self, _: &PinRequest) -> Option<Pin> {
        (self.meanwhile)();
        Pin::new(self.pin)
    }

    fn confirm(&self, _: &Question) -> bool {
        true
    }

    fn is_cancelled(&self) -> bool {
        false
    }
}
