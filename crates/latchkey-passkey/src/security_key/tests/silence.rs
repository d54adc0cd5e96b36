//! Nothing of a ceremony reaches a log, at any level.

use std::fmt::{self, Write};
use std::sync::Mutex;

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::firmware::plugged;
use super::person::types;
use super::trussed_key::TrussedKey;
use super::{inputs, request};
use crate::authenticator::Authenticator;

/// Everything that anybody in this process logged.
static HEARD: Mutex<String> = Mutex::new(String::new());

/// In no other test.
const PIN: &str = "nobody else's PIN";

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
    let credential = plugged(&key).create(&request(), &types(&[PIN])).unwrap();
    let evaluation = plugged(&key)
        .evaluate(&credential, &inputs(), &types(&[PIN]))
        .unwrap();
    tracing::trace!("the ear hears {}", "this");

    let heard = HEARD.lock().unwrap().clone();
    assert!(heard.contains("the ear hears this"));
    for half in evaluation.output.as_bytes().chunks(32) {
        assert!(!heard.contains(&hex::encode(half)));
    }
    assert!(!heard.contains(PIN));
    let requests = key.requests.lock().unwrap();
    // Short ones are found in anybody's log by chance: other tests run beside this one.
    let long: Vec<_> = requests
        .iter()
        .filter(|request| request.len() > 16)
        .collect();
    assert!(long.len() >= 6);
    for request in long {
        assert!(!heard.contains(&hex::encode(request)), "{request:02x?}");
    }
}
