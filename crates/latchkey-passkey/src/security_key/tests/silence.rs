//! Nothing of a ceremony reaches a log, at any level.

use std::fmt::{self, Write};
use std::sync::Mutex;

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::firmware::{enrol, plugged};
use super::inputs;
use super::person::types;
use super::trussed_key::TrussedKey;
use crate::authenticator::Authenticator;

/// Everything that anybody in this process logged.
static HEARD: Mutex<String> = Mutex::new(String::new());

/// Listens at TRACE to every target.
struct Ear;

struct Words<'a>(&'a mut String);

impl Visit for Words<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let _ = write!(self.0, "{field}={value:?} ");
    }
}

impl Subscriber for Ear {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut Words(&mut HEARD.lock().unwrap()));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Words(&mut HEARD.lock().unwrap()));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut heard = HEARD.lock().unwrap();
        let _ = write!(heard, "{}: ", event.metadata().target());
        event.record(&mut Words(&mut heard));
        heard.push('\n');
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[test]
fn a_whole_ceremony_logs_no_request_no_answer_no_pin_and_no_secret() {
    tracing::subscriber::set_global_default(Ear).unwrap();
    // The test key's transport writes every message at TRACE, as the real one does.
    let key = TrussedKey::new(91);
    let credential = enrol(&key);
    let evaluation = plugged(&key)
        .evaluate(&credential, &inputs(), &types(&["2468"]))
        .unwrap();
    tracing::trace!("the ear hears {}", "this");

    let heard = HEARD.lock().unwrap().clone();
    assert!(heard.contains("the ear hears this"));
    for half in evaluation.output.as_bytes().chunks(32) {
        assert!(!heard.contains(&hex::encode(half)));
    }
    assert!(!heard.contains("2468"));
    for request in key.requests.lock().unwrap().iter() {
        assert!(!heard.contains(&hex::encode(request)), "{request:02x?}");
    }
}
