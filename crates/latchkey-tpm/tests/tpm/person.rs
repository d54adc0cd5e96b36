//! A person in front of the computer: gives the PINs it was told, and remembers what it was asked.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use latchkey_passkey::{
    CreateRequest, Interaction, Moment, Pin, PinRequest, PrfInputs, Question, RP_ID,
};

/// Long enough for a TPM whose lockout is not guarded.
pub const PIN: &str = "correct horse";

pub struct Person {
    pins: Mutex<VecDeque<String>>,
    says: bool,
    stops_at: Option<Instant>,
    stops_once: Option<PathBuf>,
    stops_when_asked: bool,
    stopped: AtomicBool,
    asked: Mutex<Vec<PinRequest>>,
    questions: Mutex<Vec<Question>>,
    moments: Mutex<Vec<Moment>>,
}

impl Person {
    /// Types these, one for each question, and then stops. Says yes.
    pub fn typing(pins: &[&str]) -> Self {
        Self {
            pins: Mutex::new(pins.iter().map(|&pin| pin.to_owned()).collect()),
            says: true,
            stops_at: None,
            stops_once: None,
            stops_when_asked: false,
            stopped: AtomicBool::new(false),
            asked: Mutex::default(),
            questions: Mutex::default(),
            moments: Mutex::default(),
        }
    }

    pub fn saying_no(mut self) -> Self {
        self.says = false;
        self
    }

    /// Stops after a while.
    pub fn stopping_after(mut self, time: Duration) -> Self {
        self.stops_at = Some(Instant::now() + time);
        self
    }

    /// Stops once this file is there.
    pub fn stopping_once(mut self, file: PathBuf) -> Self {
        self.stops_once = Some(file);
        self
    }

    /// Stops while the PIN is asked for.
    pub fn stopping_when_asked(mut self) -> Self {
        self.stops_when_asked = true;
        self
    }

    pub fn asked(&self) -> Vec<PinRequest> {
        self.asked.lock().unwrap().clone()
    }

    pub fn questions(&self) -> Vec<Question> {
        self.questions.lock().unwrap().clone()
    }

    pub fn moments(&self) -> Vec<Moment> {
        self.moments.lock().unwrap().clone()
    }
}

impl Interaction for Person {
    fn tell(&self, moment: &Moment) {
        self.moments.lock().unwrap().push(moment.clone());
    }

    fn pin(&self, request: &PinRequest) -> Option<Pin> {
        self.asked.lock().unwrap().push(request.clone());
        if self.stops_when_asked {
            self.stopped.store(true, Ordering::SeqCst);
        }
        let typed = self.pins.lock().unwrap().pop_front()?;
        Pin::new(&typed)
    }

    fn confirm(&self, question: &Question) -> bool {
        self.questions.lock().unwrap().push(question.clone());
        self.says
    }

    fn is_cancelled(&self) -> bool {
        let late = self.stops_at.is_some_and(|at| Instant::now() >= at);
        let seen = self.stops_once.as_ref().is_some_and(|file| file.exists());
        late || seen || self.stopped.load(Ordering::SeqCst)
    }
}

pub fn request() -> CreateRequest {
    CreateRequest {
        rp_id: RP_ID.to_owned(),
        display_name: "Opens my chat backup: deleting it locks me out".to_owned(),
        exclude: Vec::new(),
    }
}

pub fn inputs(text: &str) -> PrfInputs {
    PrfInputs {
        first: [text, " first"].concat().into_bytes(),
        second: [text, " second"].concat().into_bytes(),
    }
}
