//! What every export says of itself: what is in it, from which backups, by which choice, and what it does not prove.

use latchkey_index::ProvedImport;
use serde_json::{Map, Value, json};

use crate::clock::Clock;
use crate::driver::Counted;
use crate::plan::Plan;
use crate::request::Chats;

/// What is signed and sealed: an export.
pub const KIND: &str = "export";

const VERSION: u32 = 1;

/// What nobody should read into an export.
const NOT_PROVED: [&str; 3] = [
    "That the phone's database was complete or unchanged before it was backed up.",
    "That a message was written by the person whose name or number it has.",
    "That the clocks of the phones were right.",
];

/// The manifest, but for its contents, which sealing adds.
pub(crate) fn of(plan: &Plan, counted: &Counted, now: i64) -> Map<String, Value> {
    let request = &plan.request;
    let counts = &counted.counts;
    let mut manifest = Map::new();
    let mut say = |name: &str, value: Value| manifest.insert(name.to_owned(), value);
    say("latchkey_export", json!(VERSION));
    say(
        "id",
        json!(hex::encode(plan.digest.get(..16).unwrap_or_default())),
    );
    say("made_at", json!(Clock::utc(now)));
    say(
        "app",
        json!({ "name": "Latchkey", "version": plan.history.app_version }),
    );
    say(
        "format",
        json!({ "name": request.format, "version": 1, "options": request.options }),
    );
    say("zone", json!({ "name": plan.clock.name() }));
    say("language", json!(request.language));
    say("names", json!(request.names));
    let (id, generation) = (&plan.history.id, plan.history.generation);
    say("history", json!({ "id": id, "generation": generation }));
    let sources = plan.history.imports.iter();
    let sources: Vec<Value> = sources.map(|import| source(import, plan)).collect();
    say("sources", json!(sources));
    say("filters", filters(plan));
    let media = json!({
        "written": counted.files.written,
        "missing": counted.files.missing_by_reason,
        "left_out": counted.files.left_out,
    });
    say(
        "counts",
        json!({
            "chosen": counts.chosen, "written": counts.written, "left_out": counts.left_out,
            "by_kind": counts.by_kind, "chats": counts.chats, "people": counts.people,
            "calls": counts.calls, "reactions": counts.reactions, "media": media,
        }),
    );
    if let (Some(rules), Some(removed)) = (&request.redaction, &counted.redacted) {
        let digest = hex::encode(rules.digest());
        let files = rules.files();
        say(
            "redaction",
            json!({ "rules_sha256": digest, "files": files, "removed": removed }),
        );
    }
    say("not_proved", json!(NOT_PROVED));
    manifest
}

/// A backup. Its name may hold what rules name; the end of the owner's number goes with the first rule.
fn source(import: &ProvedImport, plan: &Plan) -> Value {
    let row = &import.row;
    let (name, suffix) = match &plan.redactor {
        Some(redactor) => (redactor.text(&row.file_name), None),
        None => (row.file_name.clone(), row.phone_suffix.as_deref()),
    };
    json!({
        "n": row.id,
        "file_name": name,
        "size": row.size,
        "sha256": import.sha256.map(hex::encode),
        "created": row.created.and_then(Clock::utc),
        "app_version": row.app_version,
        "phone_suffix": suffix,
        "messages": row.messages,
    })
}

/// The choice. People by their ids in this history, which name nobody.
fn filters(plan: &Plan) -> Value {
    let choice = &plan.request.choice;
    let chats = match &choice.chats {
        Chats::All => json!("all"),
        Chats::These(_) => json!(
            plan.chats
                .iter()
                .map(|chat| chat.row.id)
                .collect::<Vec<_>>()
        ),
        Chats::Messages { ids } => json!({ "messages": ids.len() }),
    };
    json!({
        "chats": chats,
        "people": choice.people,
        "after": choice.after.and_then(Clock::utc),
        "before": choice.before.and_then(Clock::utc),
        "kinds": choice.kinds,
        "media": plan.request.media,
        "own_marks": plan.request.own_marks,
        "hidden_chats": choice.hidden.len(),
    })
}
