//! An export proves itself: any file that is changed, missing or added is found.

use std::ops::ControlFlow;

use latchkey_export::{ExportError, FormatName, KIND};
use latchkey_proof::{FolderVerdict, SignatureVerdict, verify_folder};

use crate::desk::*;

fn verify(folder: &std::path::Path) -> FolderVerdict {
    verify_folder(folder, KIND, None, &mut |_, _| ControlFlow::Continue(())).unwrap()
}

#[test]
fn what_was_changed_is_missing_or_was_added_is_found() {
    let desk = Desk::with(400);
    let report = desk.export("out", everything(FormatName::Jsonl));
    let verdict = verify(&report.path);
    assert!(verdict.is_good(), "{verdict:?}");
    assert_eq!(verdict.signature, SignatureVerdict::None);
    assert_eq!(verdict.good_files + 1, report.files);
    assert!(!report.path.join(".latchkey-export").exists());
    let counts = &verdict.manifest["counts"];
    assert_eq!(counts["written"], report.counts.written);
    assert_eq!(verdict.manifest["zone"]["name"], ZONE);

    let file = |name: &str| report.path.join(name);
    let mut messages = std::fs::read(file("messages.jsonl")).unwrap();
    messages[7] ^= 1;
    std::fs::write(file("messages.jsonl"), messages).unwrap();
    std::fs::remove_file(file("people.jsonl")).unwrap();
    std::fs::write(file("more.txt"), "x").unwrap();
    std::fs::remove_file(file("chats.jsonl")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", file("chats.jsonl")).unwrap();
    let verdict = verify(&report.path);
    assert_eq!(verdict.changed, ["chats.jsonl", "messages.jsonl"]);
    assert_eq!(
        (verdict.missing, verdict.added),
        (vec!["people.jsonl".to_owned()], vec!["more.txt".to_owned()])
    );
}

#[test]
fn nothing_is_overwritten() {
    let desk = Desk::with(300);
    let plan = desk.plan(everything(FormatName::Json));
    let out = desk.path("out");
    std::fs::create_dir(&out).unwrap();
    std::fs::write(out.join("mine"), "x").unwrap();
    let begin = latchkey_export::Begin::New(out.clone());
    let made = desk.run(&plan, begin, |_| ControlFlow::Continue(()));
    assert!(
        matches!(made, Err(ExportError::AlreadyExists { .. })),
        "{made:?}"
    );
    assert_eq!(files(&out).len(), 1);
    assert!(!desk.path("out.unfinished").exists());
}
