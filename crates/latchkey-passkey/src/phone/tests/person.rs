//! The person in front of the screen: notes what they are told, scans, answers, and stops when the test says so.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use crate::ask::{Interaction, Moment, PinRequest, Question};
use crate::pin::Pin;

/// What the person does.
pub(super) struct Person {
    pub(super) told: Mutex<Vec<Moment>>,
    pub(super) asked: Mutex<Vec<Question>>,
    pub(super) agrees: bool,
    pub(super) cancelled: AtomicBool,
    /// Stops as soon as something of this kind is told.
    pub(super) stops_at: Option<fn(&Moment) -> bool>,
    scans: Option<Mutex<Sender<String>>>,
}

impl Default for Person {
    fn default() -> Self {
        Self {
            told: Mutex::default(),
            asked: Mutex::default(),
            agrees: true,
            cancelled: AtomicBool::new(false),
            stops_at: None,
            scans: None,
        }
    }
}

impl Person {
    /// Links go to this phone.
    pub(super) fn scans_with(&mut self, phone: Sender<String>) {
        self.scans = Some(Mutex::new(phone));
    }

    pub(super) fn never_scans(&mut self) {
        self.scans = None;
    }

    /// The kinds of moments so far, in their order.
    pub(super) fn story(&self) -> Vec<&'static str> {
        let word = |moment: &Moment| match moment {
            Moment::ScanQr { creates: true, .. } => "scan to create",
            Moment::ScanQr { creates: false, .. } => "scan to use",
            Moment::PhoneSeen => "seen",
            Moment::PhoneConnected => "connected",
            Moment::Working(_) => "working",
            Moment::Over => "over",
            _ => "something else",
        };
        self.told.lock().unwrap().iter().map(word).collect()
    }

    pub(super) fn links(&self) -> Vec<String> {
        let link = |moment: &Moment| match moment {
            Moment::ScanQr { link, .. } => Some(link.clone()),
            _ => None,
        };
        self.told.lock().unwrap().iter().filter_map(link).collect()
    }
}

impl Interaction for Person {
    fn tell(&self, moment: &Moment) {
        self.told.lock().unwrap().push(moment.clone());
        if self.stops_at.is_some_and(|stops| stops(moment)) {
            self.cancelled.store(true, Ordering::SeqCst);
        }
        if let (Moment::ScanQr { link, .. }, Some(phone)) = (moment, &self.scans) {
            phone.lock().unwrap().send(link.clone()).unwrap();
        }
    }

    fn pin(&self, _request: &PinRequest) -> Option<Pin> {
        panic!("a phone asks for its own PIN");
    }

    fn confirm(&self, question: &Question) -> bool {
        self.asked.lock().unwrap().push(question.clone());
        self.agrees
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::SeqCst)
    }
}
