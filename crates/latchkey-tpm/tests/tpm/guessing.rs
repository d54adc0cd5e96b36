//! A person in whose absence something else happens before the PIN is typed.

use std::sync::Mutex;

use latchkey_passkey::{Interaction, Moment, Pin, PinRequest, Question};

pub struct Interrupted<F> {
    pin: &'static str,
    meanwhile: F,
    says: bool,
    questions: Mutex<Vec<Question>>,
}

impl<F: Fn() + Send + Sync> Interrupted<F> {
    pub fn new(pin: &'static str, meanwhile: F) -> Self {
        Self {
            pin,
            meanwhile,
            says: true,
            questions: Mutex::default(),
        }
    }

    pub fn saying_no(mut self) -> Self {
        self.says = false;
        self
    }

    pub fn questions(&self) -> Vec<Question> {
        self.questions.lock().unwrap().clone()
    }
}

impl<F: Fn() + Send + Sync> Interaction for Interrupted<F> {
    fn tell(&self, _: &Moment) {}

    fn pin(&self, _: &PinRequest) -> Option<Pin> {
        (self.meanwhile)();
        Pin::new(self.pin)
    }

    fn confirm(&self, question: &Question) -> bool {
        self.questions.lock().unwrap().push(question.clone());
        self.says
    }

    fn is_cancelled(&self) -> bool {
        false
    }
}
