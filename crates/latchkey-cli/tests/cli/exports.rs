//! Exports: everything by its flags, what is cut off, and the check of what was written.

use crate::desk::*;
use crate::histories::restored;
use serde_json::json;

#[test]
fn an_export_says_what_became_of_every_message_and_is_verified() {
    let restored = restored();
    let export = |more: &[&str]| {
        let mut all = vec!["export", "--index", "chats", "--json"];
        all.extend(more);
        restored.run(&all)
    };
    let estimated = export(&["--format", "jsonl", "--out", "out", "--estimate"]);
    let estimated = estimated.expect(0).json();
    let report = export(&[
        "--format",
        "jsonl",
        "--out",
        "out",
        "--zone",
        "Europe/Madrid",
    ]);
    let report = report.expect(0).json();
    assert_eq!(report["chosen"], report["written"]);
    assert_eq!(estimated["messages"], report["written"]);
    assert_eq!(report["left_out"], json!({}));
    let verified = restored
        .desk
        .run(&["verify", "out", "--json"])
        .expect(0)
        .json();
    assert_eq!(verified["kind"], "export");
    assert_eq!(
        (&verified["good"], &verified["signature"]),
        (&json!(true), &json!("none"))
    );
    let again = export(&["--format", "json", "--out", "out"])
        .expect(2)
        .json();
    assert_eq!(again["error"]["code"], "already_exists");

    std::fs::remove_file(restored.desk.path("out/calls.jsonl")).unwrap();
    let verified = restored
        .desk
        .run(&["verify", "out", "--json"])
        .expect(1)
        .json();
    assert_eq!(verified["missing"], json!(["calls.jsonl"]));
}

#[test]
fn a_choice_is_made_by_flags_and_one_of_nothing_is_refused() {
    let restored = restored();
    let export = |out: &str, more: &[&str]| {
        let mut all = vec!["export", "--index", "chats", "--format", "json", "--json"];
        all.extend(["--out", out, "--media", "none"]);
        all.extend(more);
        restored.run(&all)
    };
    let texts = export("texts", &["--kinds", "text", "--people", "me"])
        .expect(0)
        .json();
    assert_eq!(texts["by_kind"].as_object().unwrap().len(), 1);
    let nothing = export("x", &["--before", "1990-01-01"]).expect(2).json();
    assert_eq!(nothing["error"]["code"], "nothing_chosen");
    for more in [["--zone", "Nowhere/At"], ["--people", "+999999999"]] {
        assert_eq!(
            export("x", &more).expect(2).json()["error"]["code"],
            "usage"
        );
    }
    let found = export("found", &["--query", "is:starred"]).expect(0).json();
    assert!(found["written"].as_u64().unwrap() < texts["written"].as_u64().unwrap());
    assert!(!restored.desk.path("x").exists() && !restored.desk.path("x.unfinished").exists());
}

#[test]
fn rules_that_cannot_be_followed_are_named_by_their_line() {
    let restored = restored();
    let rules = restored.desk.path("rules.toml");
    std::fs::write(
        &rules,
        "version = 1\n[[rule]]\nperson = \"Nobody At All\"\naction = \"leave_out\"\n",
    )
    .unwrap();
    let export = [
        "export", "--index", "chats", "--format", "json", "--out", "x", "--json",
    ];
    let mut all = export.to_vec();
    all.extend(["--redact", arg(&rules)]);
    let failed = restored.run(&all).expect(2).json();
    assert_eq!(failed["error"]["code"], "bad_redaction");
    assert_eq!(failed["error"]["line"], 2);
    std::fs::write(
        &rules,
        "version = 1\n[[rule]]\nkind = \"text\"\naction = \"leave_out\"\n",
    )
    .unwrap();
    let report = restored.run(&all).expect(0).json();
    assert_eq!(report["by_kind"].get("text"), None);
    assert!(report["left_out"]["redacted_kind"].as_u64().unwrap() > 0);
}

#[test]
fn only_an_unfinished_export_is_deleted() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("mine.unfinished")).unwrap();
    let failed = desk.run(&["export", "--delete", "mine.unfinished", "--json"]);
    assert_eq!(failed.expect(2).json()["error"]["code"], "usage");
    assert!(desk.path("mine.unfinished").exists());
}
