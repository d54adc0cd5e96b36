//! What rules name is in no byte of any export.

use latchkey_export::{LeftOut, formats};
use latchkey_redact::RedactionRules;

use crate::desk::*;

/// Whether a file has these bytes anywhere.
fn has(file: &[u8], word: &str) -> bool {
    file.windows(word.len())
        .any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

#[test]
fn somebody_who_is_left_out_is_in_no_byte() {
    let desk = Desk::with(900);
    let history = desk.history();
    let person = history
        .index()
        .people()
        .unwrap()
        .into_iter()
        .find(|person| person.phone.is_some() && person.name.as_ref().is_some_and(|n| n.is_ascii()))
        .unwrap();
    let (name, phone) = (person.name.unwrap(), person.phone.unwrap());
    let rules = format!(
        "version = 1\nfiles = \"none\"\n[[rule]]\nperson = \"+{phone}\"\naction = \"leave_out\"\n"
    );
    for format in formats() {
        let plain = desk.export(&format!("{}-plain", format.as_str()), everything(format));
        let control = files(&plain.path);
        let anywhere = |word: &str| control.values().any(|file| has(file, word));
        assert!(
            anywhere(&name) && anywhere(&phone),
            "the control has neither"
        );
        let mut request = everything(format);
        request.redaction = Some(RedactionRules::read(&rules).unwrap());
        let report = desk.export(format.as_str(), request);
        assert!(report.counts.add_up());
        assert!(report.counts.left_out[&LeftOut::RedactedPerson] > 0);
        assert_eq!(report.counts.chosen, plain.counts.chosen);
        for (path, bytes) in files(&report.path) {
            for word in [&name, &phone] {
                assert!(
                    !has(&bytes, word) && !has(path.as_bytes(), word),
                    "{word} in {path}"
                );
            }
        }
    }
}
