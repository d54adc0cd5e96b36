//! Who a message is from: rows that are none, two addresses of one person, devices, names that are none.

use std::path::Path;

use super::sketch::{Outcome, Sketch};
use crate::Expectations;
use crate::draft::{
    Body, ChatAddress, ChatDraft, MentionDraft, NoticeDraft, PersonDraft, ReactionDraft, SenderForm,
};
use crate::tables::SchemaState;

/// Senders 0, -1 and NULL, in a group and with one person: no join may lose them.
pub(super) fn senders(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person("Ana")?;
    let chats = [sketch.chat(ana)?, sketch.group("Picnic", &[ana])?];
    for (chat, words) in chats.into_iter().zip([
        ["marblewort", "candlefen", "thimbrook"],
        ["ospreyline", "lanternmoss", "quillharbour"],
    ]) {
        for (word, sender) in words.into_iter().zip([Some(0), Some(-1), None]) {
            let row = sketch.text(chat, Some(ana), &format!("the word is {word}"))?;
            sketch.sql(
                "UPDATE message SET sender_jid_row_id = ?2 WHERE _id = ?1",
                (row, sender),
            )?;
        }
        sketch.plant(&words);
    }
    sketch.finish()
}

/// A chat by number and one by private address with the same person, who also writes in a group by both.
pub(super) fn two_chats(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let (phone, lid) = (sketch.phone(), sketch.lid());
    let robin = sketch.person_of(PersonDraft {
        phone: Some(phone),
        lid: Some(lid),
        more_lids: vec!["193007099999999".to_owned()],
        push_name: Some("Robin".to_owned()),
        ..PersonDraft::default()
    })?;
    let by_phone = sketch.chat(robin)?;
    let by_lid = sketch.chat_of(ChatDraft::at(ChatAddress::Lid(robin)))?;
    let group = sketch.group("Choir", &[robin])?;
    sketch.text(by_phone, None, "until then by number: saltmeadow")?;
    sketch.text(
        by_lid,
        Some(robin),
        "from here by another address: inkberry",
    )?;
    let mut draft = sketch.draft(
        group,
        Some(robin),
        Body::Text("one of two: foxglovepier".to_owned()),
    );
    // the newest of one person wins, whichever address it came from
    draft.reactions = vec![
        reaction(Some(robin), "👍", draft.at + 1_000),
        reaction(Some(robin), "🎉", draft.at + 2_000),
    ];
    sketch.put(&draft)?;
    let mut by_lid = sketch.draft(
        group,
        Some(robin),
        Body::Text("the other of two: emberquay".to_owned()),
    );
    by_lid.form = SenderForm::Lid;
    sketch.put(&by_lid)?;
    sketch.plant(&["saltmeadow", "inkberry", "foxglovepier", "emberquay"]);
    sketch.finish()
}

fn reaction(from: Option<crate::draft::PersonNo>, emoji: &str, at: i64) -> ReactionDraft {
    ReactionDraft {
        from,
        emoji: emoji.to_owned(),
        at,
    }
}

/// A chat whose own address is the private one and whose account is the number.
pub(super) fn account_address(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person_with_lid("Ana")?;
    let chat = sketch.chat_of(ChatDraft::at(ChatAddress::Lid(ana)))?;
    sketch.text(chat, Some(ana), "moved with its account: pewterlane")?;
    let account = sketch.writer.person_row(ana, SenderForm::Phone)?;
    let (row, _) = sketch.writer.chat_rows(chat);
    sketch.sql(
        "UPDATE chat SET account_jid_row_id = ?2 WHERE _id = ?1",
        (row, account),
    )?;
    sketch.plant(&["pewterlane"]);
    sketch.finish()
}

/// Every device of a person is that person.
pub(super) fn devices(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person("Ana")?;
    let group = sketch.group("Laptops", &[ana])?;
    for (device, word) in [(0, "cinderpath"), (12, "velvetreef"), (31, "hazelgate")] {
        let mut draft = sketch.draft(
            group,
            Some(ana),
            Body::Text(format!("from device {device}: {word}")),
        );
        draft.form = if device == 0 {
            SenderForm::Phone
        } else {
            SenderForm::Device(device)
        };
        draft.device = Some(device);
        sketch.put(&draft)?;
        sketch.plant(&[word]);
    }
    sketch.finish()
}

/// A private number that nobody can name, a masked one, and names full of marks that turn the direction.
pub(super) fn unnamed(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let mut people = Vec::new();
    for shown in [
        None,
        Some("+34\u{2219}\u{2219}\u{2219}\u{2219}\u{2219}\u{2219}\u{2219}21"),
        Some("\u{202E}Kit\u{202C}\u{200F}"),
        Some("\u{2066}\u{2069}\u{200E}"),
    ] {
        let lid = sketch.lid();
        people.push(sketch.person_of(PersonDraft {
            lid: Some(lid),
            lid_name: shown.map(str::to_owned),
            ..PersonDraft::default()
        })?);
    }
    let group = sketch.group("Strangers", &people)?;
    for (person, word) in people
        .iter()
        .zip(["oakmantle", "sablecove", "tinderhill", "mistlark"])
    {
        let mut draft = sketch.draft(
            group,
            Some(*person),
            Body::Text(format!("who says {word}?")),
        );
        draft.form = SenderForm::Lid;
        sketch.put(&draft)?;
        sketch.plant(&[word]);
    }
    let digits = sketch.writer.mention_digits(people[0]);
    let mut mention = sketch.draft(
        group,
        None,
        Body::Text(format!("@{digits} did you say larkspur?")),
    );
    mention.mentions = vec![MentionDraft::Person(people[0])];
    sketch.put(&mention)?;
    sketch.plant(&["larkspur"]);
    // a private number must not be found as if it were somebody's
    sketch.expected().absent.push(digits);
    sketch.finish()
}

/// Somebody changed their number: two addresses, one person.
pub(super) fn number_changed(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let phone = sketch.phone();
    let old = sketch.person_of(PersonDraft {
        phone: Some(phone),
        same: true,
        ..PersonDraft::default()
    })?;
    let new = sketch.person("Jo")?;
    let (before, after) = (sketch.chat(old)?, sketch.chat(new)?);
    sketch.text(before, Some(old), "this is my old number: rivetcove")?;
    sketch.clock += 400_000_000;
    for chat in [before, after] {
        let notice = NoticeDraft {
            people: vec![old, new],
            ..NoticeDraft::of(28)
        };
        sketch.body(chat, None, Body::Notice(notice)).map(drop)?;
    }
    sketch.text(after, Some(new), "and this the new one: mapleferry")?;
    sketch.plant(&["rivetcove", "mapleferry"]);
    sketch.finish()
}

/// A number that somebody else has now: its first owner went to another one and still writes from there.
pub(super) fn number_given_away(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let first = sketch.person("Jo")?;
    let second = sketch.person("Vic")?;
    let (old, new) = (sketch.chat(first)?, sketch.chat(second)?);
    sketch.text(new, Some(second), "long before: bramblewick")?;
    sketch.clock += 400_000_000;
    let notice = NoticeDraft {
        people: vec![first, second],
        ..NoticeDraft::of(10)
    };
    sketch.body(new, None, Body::Notice(notice))?;
    sketch.clock += 400_000_000;
    sketch.text(old, Some(first), "long after: chalkrunnel")?;
    sketch.plant(&["bramblewick", "chalkrunnel"]);
    sketch.finish()
}
