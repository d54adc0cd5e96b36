//! What rules name is in no byte of any export.

use latchkey_export::{FormatName, LeftOut, formats};
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

#[test]
fn no_record_promises_a_small_picture_that_is_not_there() {
    let desk = Desk::with(900);
    let promised = |name: &str, files: &str| {
        let rules = format!(
            "version = 1\nfiles = \"{files}\"\n[[rule]]\nword = \"nowhere\"\naction = \"replace\"\n"
        );
        let mut request = everything(FormatName::Jsonl);
        request.redaction = Some(RedactionRules::read(&rules).unwrap());
        let report = desk.export(name, request);
        let messages = std::fs::read(report.path.join("messages.jsonl")).unwrap();
        let mut counts = (0, 0);
        for message in lines(&messages) {
            let of = |part: &str| message[part]["thumbnail"] == true;
            counts.0 += usize::from(of("media") || of("link"));
            counts.1 += usize::from(message["thumbnail"].is_string());
        }
        counts
    };
    let (promised_all, there_all) = promised("all", "all");
    assert!(there_all > 0 && promised_all == there_all);
    assert_eq!(promised("none", "none"), (0, 0));
}
