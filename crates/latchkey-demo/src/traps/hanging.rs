//! What hangs on messages: many rows each, one key in many chats, quotes of what is elsewhere, edited or gone.

use std::path::Path;

use super::sketch::{Outcome, Sketch};
use crate::Expectations;
use crate::draft::{
    Body, ChatAddress, ChatDraft, ContactDraft, MentionDraft, MessageDraft, PollDraft, QuoteDraft,
    ReactionDraft, ReceiptDraft, VoteDraft,
};
use crate::tables::SchemaState;

/// One message with dozens of rows in every table that may have many: joined, it would be thousands.
pub(super) fn many_rows(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let people = (0..12)
        .map(|number| sketch.person(&format!("Member {number}")))
        .collect::<Outcome<Vec<_>>>()?;
    let group = sketch.group("Everybody", &people)?;
    let mut words = "all of you: pigeonquarry".to_owned();
    for person in &people {
        words.push_str(&format!(" @{}", sketch.writer.mention_digits(*person)));
    }
    let mut text = sketch.draft(group, None, Body::Text(words));
    text.mentions = people
        .iter()
        .map(|person| MentionDraft::Person(*person))
        .collect();
    hang(&mut text, &people);
    sketch.put(&text)?;
    let cards = people
        .iter()
        .enumerate()
        .map(|(number, person)| ContactDraft {
            vcard: format!(
                "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Dr. Cardholder{number}x\r\nEND:VCARD\r\n"
            ),
            person: Some(*person),
        })
        .collect();
    let mut contacts = sketch.draft(group, None, Body::Contacts(cards));
    hang(&mut contacts, &people);
    sketch.put(&contacts)?;
    let votes = people.iter().enumerate().map(|(number, person)| VoteDraft {
        from: Some(*person),
        options: vec![number % 8, (number + 3) % 8],
        at: sketch.clock + number as i64,
    });
    let poll = PollDraft {
        question: "which of these: skylarkvent?".to_owned(),
        options: (0..8)
            .map(|number| format!("optionword{number}x"))
            .collect(),
        votes: votes.collect(),
        ..PollDraft::default()
    };
    let mut poll = sketch.draft(group, None, Body::Poll(poll));
    hang(&mut poll, &people);
    sketch.put(&poll)?;
    sketch.plant(&[
        "pigeonquarry",
        "skylarkvent",
        "optionword7x",
        "Cardholder11x",
    ]);
    sketch.finish()
}

/// A receipt and a reaction, changed once, from each of them.
fn hang(draft: &mut MessageDraft, people: &[crate::draft::PersonNo]) {
    for (number, person) in people.iter().enumerate() {
        let at = draft.at + 1_000 * (number as i64 + 1);
        draft.receipts.push(ReceiptDraft {
            person: *person,
            delivered: at,
            read: at + 10,
            played: 0,
        });
        for (later, emoji) in ["👍", "❤️"].into_iter().enumerate() {
            draft.reactions.push(ReactionDraft {
                from: Some(*person),
                emoji: emoji.to_owned(),
                at: at + later as i64,
            });
        }
    }
}

/// One message of a broadcast list stands in the list and in every chat under the same id.
pub(super) fn broadcasts(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let people = [
        sketch.person("Ana")?,
        sketch.person("Ben")?,
        sketch.person("Cleo")?,
    ];
    let mut list = ChatDraft::at(ChatAddress::Broadcast("1400000000".to_owned()));
    list.subject = Some("Everyone".to_owned());
    list.members = people.to_vec();
    let list = sketch.chat_of(list)?;
    let mut chats = vec![list];
    for person in people {
        chats.push(sketch.chat(person)?);
    }
    let original = sketch.draft(list, None, Body::Text("happy new year".to_owned()));
    for (number, chat) in chats.iter().enumerate() {
        sketch.put(&MessageDraft {
            chat: *chat,
            broadcast: number > 0,
            ..original.clone()
        })?;
    }
    // a reply in one chat means the copy of that chat
    let mut answer = sketch.draft(
        chats[2],
        Some(people[1]),
        Body::Text("and to you: bellweather".to_owned()),
    );
    answer.quote = Some(quote_of(&original, "happy new year"));
    sketch.put(&answer)?;
    sketch.plant(&["bellweather"]);
    sketch.finish()
}

fn quote_of(original: &MessageDraft, text: &str) -> QuoteDraft {
    QuoteDraft {
        key: original.key.clone(),
        from_me: original.from_me,
        sender: original.sender,
        at: original.at,
        number: original.body.number(),
        text: Some(text.to_owned()),
        chat: None,
    }
}

/// Quotes of a message of another chat, of one that is gone, of one under the id it had before an edit.
pub(super) fn quotes(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let (ana, ben) = (sketch.person("Ana")?, sketch.person("Ben")?);
    let group = sketch.group("Group", &[ana, ben])?;
    let private = sketch.chat(ana)?;
    let original = sketch.draft(
        group,
        Some(ana),
        Body::Text("said in the group: heathercoil".to_owned()),
    );
    sketch.put(&original)?;
    let mut reply = sketch.draft(
        private,
        None,
        Body::Text("between us: nutmegarch".to_owned()),
    );
    reply.quote = Some(QuoteDraft {
        chat: Some(group),
        ..quote_of(&original, "said in the group: heathercoil")
    });
    sketch.put(&reply)?;
    let mut absent = sketch.draft(
        group,
        None,
        Body::Text("to what is gone: cygnetweir".to_owned()),
    );
    absent.quote = Some(QuoteDraft {
        key: "GONE".to_owned(),
        sender: Some(ben),
        at: sketch.clock - 1_000,
        text: Some("nobody has this any more".to_owned()),
        ..QuoteDraft::default()
    });
    sketch.put(&absent)?;
    let mut edited = sketch.draft(group, Some(ben), Body::Text("edited: tansymill".to_owned()));
    edited.edited = Some(("BEFORE".to_owned(), edited.at + 90_000));
    sketch.put(&edited)?;
    let mut early = sketch.draft(
        group,
        None,
        Body::Text("to the first wording: sorrelgate".to_owned()),
    );
    early.quote = Some(QuoteDraft {
        key: "BEFORE".to_owned(),
        ..quote_of(&edited, "the first wording")
    });
    sketch.put(&early)?;
    // what is quoted is not what a message says
    sketch.plant(&[
        "heathercoil",
        "nutmegarch",
        "cygnetweir",
        "tansymill",
        "sorrelgate",
    ]);
    sketch.finish()
}

/// Deleted for everyone by its sender and by an admin, with reactions left, and an answer that keeps a copy.
pub(super) fn revoked(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let (ana, ben) = (sketch.person("Ana")?, sketch.person("Ben")?);
    let group = sketch.group("Group", &[ana, ben])?;
    let mut mine = sketch.draft(
        group,
        Some(ben),
        Body::Revoked {
            original_key: "WAS-MINE".to_owned(),
            admin: None,
        },
    );
    mine.reactions = vec![ReactionDraft {
        from: Some(ana),
        emoji: "😮".to_owned(),
        at: mine.at + 2_000,
    }];
    sketch.put(&mine)?;
    let mut answer = sketch.draft(
        group,
        Some(ana),
        Body::Text("I saw it: barleytoft".to_owned()),
    );
    answer.quote = Some(QuoteDraft {
        key: "WAS-MINE".to_owned(),
        sender: Some(ben),
        at: mine.at,
        text: Some("only this copy is left".to_owned()),
        ..QuoteDraft::default()
    });
    sketch.put(&answer)?;
    let admin = sketch.modern().then_some(ana);
    sketch.body(
        group,
        Some(ben),
        Body::Revoked {
            original_key: "WAS-RUDE".to_owned(),
            admin,
        },
    )?;
    sketch.plant(&["barleytoft"]);
    sketch.finish()
}
