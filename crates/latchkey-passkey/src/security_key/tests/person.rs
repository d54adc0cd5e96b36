//! The person in front of the test computer.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::ask::{Interaction, Moment, PinRequest, Question};
use crate::pin::Pin;

type Reaction = Box<dyn Fn(&Moment) + Send + Sync>;

/// Types PINs one after another, says yes or no, and may do something at every moment.
#[derive(Default)]
pub(super) struct Person {
    pins: Mutex<Vec<String>>,
    says_no: bool,
    reaction: Option<Reaction>,
    stops_at: Option<fn(&Moment) -> bool>,
    stops_at_pin: bool,
    stopped: AtomicBool,
    pub(super) moments: Mutex<Vec<Moment>>,
    pub(super) requests: Mutex<Vec<PinRequest>>,
    pub(super) questions: Mutex<Vec<Question>>,
}

/// A person who knows these PINs.
pub(super) fn types(pins: &[&str]) -> Person {
    let pins = pins.iter().rev().map(|pin| (*pin).to_owned()).collect();
    Person {
        pins: Mutex::new(pins),
        ..Person::default()
    }
}

impl Person {
    pub(super) fn who_says_no(self) -> Self {
        Self {
            says_no: true,
            ..self
        }
    }

    pub(super) fn who_does(self, reaction: impl Fn(&Moment) + Send + Sync + 'static) -> Self {
        Self {
            reaction: Some(Box::new(reaction)),
            ..self
        }
    }

    pub(super) fn who_stops_at(self, moment: fn(&Moment) -> bool) -> Self {
        Self {
            stops_at: Some(moment),
            ..self
        }
    }

    pub(super) fn who_stops_at_the_pin(self) -> Self {
        Self {
            stops_at_pin: true,
            ..self
        }
    }

    pub(super) fn stop(&self) {
        self.stopped.store(true, Ordering::SeqCst);
    }

    /// The tries that each question for a PIN told.
    pub(super) fn tries_told(&self) -> Vec<Option<u8>> {
        let requests = self.requests.lock().unwrap();
        requests.iter().map(|request| request.retries).collect()
    }

    pub(super) fn was_told(&self, moment: &Moment) -> bool {
        self.moments.lock().unwrap().contains(moment)
    }
}

impl Interaction for Person {
    fn tell(&self, moment: &Moment) {
        self.moments.lock().unwrap().push(moment.clone());
        if let Some(reaction) = &self.reaction {
            reaction(moment);
        }
        if self.stops_at.is_some_and(|stops_at| stops_at(moment)) {
            self.stop();
        }
    }

    fn pin(&self, request: &PinRequest) -> Option<Pin> {
        self.requests.lock().unwrap().push(request.clone());
        if self.stops_at_pin {
            self.stop();
            return None;
        }
        Pin::new(&self.pins.lock().unwrap().pop()?)
    }

    fn confirm(&self, question: &Question) -> bool {
        self.questions.lock().unwrap().push(question.clone());
        !self.says_no
    }

    fn is_cancelled(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }
}
