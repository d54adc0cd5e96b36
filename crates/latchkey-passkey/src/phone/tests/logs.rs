//! Everything that the libraries under a ceremony would log, read for secrets. Ours is not heard at all (`silence`).

use std::sync::Mutex;

use super::*;

/// Takes what libraries say by way of `log`.
struct Listener;

static SAID: Mutex<String> = Mutex::new(String::new());

impl log::Log for Listener {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        let line = format!("{}: {}\n", record.target(), record.args());
        SAID.lock().unwrap().push_str(&line);
    }

    fn flush(&self) {}
}

#[test]
fn no_secret_of_a_ceremony_is_logged_even_at_the_lowest_level() {
    log::set_logger(&Listener).unwrap();
    log::set_max_level(log::LevelFilter::Trace);
    let mut scene = Scene::new(Habits::default(), Fault::None);
    let credential = scene.create().unwrap();
    let output = scene.evaluate(&credential).unwrap().output;
    log::set_max_level(log::LevelFilter::Off);

    let said = SAID.lock().unwrap().clone();
    assert!(said.contains("tungstenite"), "the libraries were heard");
    let everything = said.to_lowercase();

    let secrets = [
        &output.as_bytes()[..32],
        &output.as_bytes()[32..],
        &credential.id,
    ];
    for secret in secrets {
        let part = &secret[4..12];
        let list = format!("{part:?}");
        for form in [hex::encode(part), list.trim_matches(['[', ']']).to_owned()] {
            assert!(!everything.contains(&form));
        }
    }
    for link in scene.person.links() {
        let digits = link.strip_prefix("FIDO:/").unwrap();
        assert!(!everything.contains(digits.get(10..40).unwrap()));
    }
    assert!(!everything.contains("opens my chat backup"));
}
