//! Where messages are: the wrong table, lost chats, far and negative rows, one moment, deletions not yet done.

use std::path::Path;

use super::sketch::{Outcome, Sketch};
use crate::Expectations;
use crate::draft::{Body, ChatAddress, ChatDraft, QuoteDraft, ReactionDraft};
use crate::tables::SchemaState;

/// The new table is there with its one placeholder: whoever asks which tables exist reads that.
pub(super) fn one_row(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person("Ana")?;
    let chat = sketch.chat(ana)?;
    sketch.text(chat, Some(ana), "only in the old table: copperglen")?;
    sketch.plant(&["copperglen"]);
    sketch.finish()
}

/// The old table is still there, with its placeholder and a few rows that were moved long ago.
pub(super) fn left_behind(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person("Ana")?;
    let chat = sketch.chat(ana)?;
    for number in 0..40 {
        sketch.text(chat, Some(ana), &format!("line {number}"))?;
    }
    sketch.text(chat, Some(ana), "only in the new table: silverbracken")?;
    sketch.writer.connection().execute_batch(
        "CREATE TABLE messages (_id INTEGER PRIMARY KEY AUTOINCREMENT, key_remote_jid TEXT NOT NULL,
             key_from_me INTEGER, key_id TEXT NOT NULL, status INTEGER, data TEXT, timestamp INTEGER,
             media_wa_type TEXT);
         INSERT INTO messages VALUES (1, '-1', 0, '-1', -1, NULL, 0, '-1');
         INSERT INTO messages SELECT _id, '447700901000@s.whatsapp.net', from_me, key_id, status, text_data, timestamp,
             message_type FROM message WHERE _id BETWEEN 2 AND 9;
         INSERT INTO props (key, value) VALUES ('message_main', '1');",
    )?;
    sketch.plant(&["silverbracken"]);
    sketch.finish()
}

/// Messages of lost chats, a chat whose address is missing, and rows whose message is missing.
pub(super) fn orphans(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person("Ana")?;
    let chat = sketch.chat(ana)?;
    let gone = sketch.chat_of(ChatDraft::at(ChatAddress::Deleted))?;
    let lost = sketch.chat_of(ChatDraft::at(ChatAddress::Lost))?;
    sketch.text(chat, Some(ana), "here as ever: juniperdock")?;
    sketch.text(gone, Some(ana), "its chat is gone: thistlemere")?;
    sketch.text(lost, None, "its chat has no address: owlsheath")?;
    if sketch.modern() {
        sketch.writer.connection().execute_batch(
            "INSERT INTO receipt_user (message_row_id, receipt_user_jid_row_id, read_timestamp)
                 VALUES (999999, 1, 1709287200000), (999998, 1, 0);
             INSERT INTO message_media (message_row_id, chat_row_id, file_path) VALUES (888888, 1, 'Media/a.jpg');
             INSERT INTO message_add_on (_id, chat_row_id, from_me, key_id, sender_jid_row_id, parent_message_row_id,
                 timestamp, message_add_on_type) VALUES (5000, 1, 0, 'ADD', 1, 777777, 1709287200000, 56);
             INSERT INTO message_add_on_reaction VALUES (5000, 'x', 1709287200000), (6000, 'y', 1709287200000);
             INSERT INTO message_vcard (message_row_id, vcard) VALUES (666666, 'BEGIN:VCARD');
             INSERT INTO message_poll_option (message_row_id, option_name) VALUES (555555, 'nobody');",
        )?;
    }
    sketch.plant(&["juniperdock", "thistlemere", "owlsheath"]);
    sketch.finish()
}

/// Chats that the list does not show: their messages are found all the same; empty ones are no chats.
pub(super) fn hidden_and_empty(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let (ana, ben, cleo) = (
        sketch.person("Ana")?,
        sketch.person("Ben")?,
        sketch.person("Cleo")?,
    );
    let mut hidden = ChatDraft::at(ChatAddress::Phone(ana));
    hidden.hidden = true;
    let hidden = sketch.chat_of(hidden)?;
    let mut locked = ChatDraft::at(ChatAddress::Phone(ben));
    locked.locked = true;
    locked.archived = true;
    let locked = sketch.chat_of(locked)?;
    sketch.chat(cleo)?;
    let app = sketch.chat_of(ChatDraft::at(ChatAddress::Announcements))?;
    let status = sketch.chat_of(ChatDraft::at(ChatAddress::Status))?;
    sketch.text(hidden, Some(ana), "not in the list: duskpebble")?;
    sketch.text(locked, Some(ben), "behind the lock: ironwillow")?;
    sketch.text(app, None, "from the app itself: brightanvil")?;
    sketch.text(status, Some(ana), "a post of the day: paperheron")?;
    sketch.plant(&["duskpebble", "ironwillow", "brightanvil", "paperheron"]);
    sketch.finish()
}

/// Groups of both forms of id.
pub(super) fn old_groups(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person("Ana")?;
    for (id, word) in [
        ("447700901000-1400000000", "woodrushlake"),
        ("447700901000", "tallowmarsh"),
        ("120363041234567890", "amberstile"),
    ] {
        let mut draft = ChatDraft::at(ChatAddress::Group(id.to_owned()));
        draft.subject = Some(format!("Group {word}"));
        draft.members = vec![ana];
        let group = sketch.chat_of(draft)?;
        sketch.text(group, Some(ana), &format!("said {word} once"))?;
        sketch.plant(&[word]);
    }
    sketch.finish()
}

/// Row numbers that do not fit 32 bits, with everything that points at them.
pub(super) fn far_rows(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person("Ana")?;
    let chat = sketch.chat(ana)?;
    sketch.text(chat, Some(ana), "near: gorsebank")?;
    sketch.writer.skip_rows(5_000_000_000);
    let mut far = sketch.draft(chat, Some(ana), Body::Text("far: kestrelford".to_owned()));
    far.reactions = vec![ReactionDraft {
        from: None,
        emoji: "👍".to_owned(),
        at: far.at + 5_000,
    }];
    sketch.put(&far)?;
    sketch.writer.skip_rows(4_000_000_000_000_000);
    let mut answer = sketch.draft(chat, None, Body::Text("farther: plumhollow".to_owned()));
    answer.quote = Some(QuoteDraft {
        key: far.key.clone(),
        at: far.at,
        text: Some("far".to_owned()),
        ..QuoteDraft::default()
    });
    sketch.put(&answer)?;
    sketch.plant(&["gorsebank", "kestrelford", "plumhollow"]);
    sketch.finish()
}

/// Row numbers below zero, which SQLite allows: a row like any other.
pub(super) fn negative_rows(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person("Ana")?;
    let chat = sketch.chat(ana)?;
    let row = sketch.text(chat, Some(ana), "below zero: frostkettle")?;
    sketch.text(chat, Some(ana), "above zero: sunwarren")?;
    let (table, _) = sketch.table();
    sketch.sql(
        &format!("UPDATE {table} SET _id = -7 WHERE _id = ?1"),
        [row],
    )?;
    sketch.plant(&["frostkettle", "sunwarren"]);
    sketch.finish()
}

/// More messages of one chat at one moment than any page holds.
pub(super) fn one_moment(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person("Ana")?;
    let chat = sketch.chat(ana)?;
    let at = sketch.clock;
    for number in 0..700 {
        let words = match number {
            0 => "the first: clovergap".to_owned(),
            350 => "in the middle: ravenspool".to_owned(),
            699 => "the last: nettlecrown".to_owned(),
            _ => format!("number {number} of the flood"),
        };
        let mut draft = sketch.draft(chat, Some(ana), Body::Text(words));
        draft.at = at;
        sketch.put(&draft)?;
    }
    sketch.plant(&["clovergap", "ravenspool", "nettlecrown"]);
    sketch.finish()
}

/// Messages that the owner had deleted and the phone had not cleaned away: left out and said so, the others stay.
pub(super) fn deleted_later(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let (ana, ben) = (sketch.person("Ana")?, sketch.person("Ben")?);
    let (one, other) = (sketch.chat(ana)?, sketch.chat(ben)?);
    let single = sketch.text(one, Some(ana), "deleted alone: wispengine")?;
    sketch.text(one, Some(ana), "stays: harvestbell")?;
    sketch.text(other, Some(ben), "cleared away: driftcandle")?;
    let mut star = sketch.draft(
        other,
        Some(ben),
        Body::Text("has a star: moonsaddle".to_owned()),
    );
    star.starred = true;
    let star = sketch.put(&star)?;
    sketch.text(other, Some(ben), "came after: thornpatch")?;
    sketch.writer.delete_later(one, &[single], None)?;
    sketch.writer.delete_later(other, &[], Some(star))?;
    let expected = sketch.expected();
    for _ in 0..2 {
        expected.leave_out_counted("text", "deleted_by_owner");
    }
    expected.absent = vec!["wispengine".to_owned(), "driftcandle".to_owned()];
    sketch.plant(&["harvestbell", "moonsaddle", "thornpatch"]);
    sketch.finish()
}
