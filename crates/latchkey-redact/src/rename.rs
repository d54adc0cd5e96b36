//! Calls people otherwise in a message: by number instead of by name.

use latchkey_index::{MentionRow, PersonId, WalkedMessage};

use crate::spans::{Edit, apply, joined};
use crate::strings::{self, Strings};

/// Calls everyone in a message as `called` says; `None`: by nothing.
pub fn rename(message: &mut WalkedMessage, called: &dyn Fn(PersonId) -> Option<String>) {
    strings::message(message, &mut Renaming { called });
}

struct Renaming<'c> {
    called: &'c dyn Fn(PersonId) -> Option<String>,
}

impl Strings for Renaming<'_> {
    fn words(&mut self, _words: &mut String) {}

    fn text(&mut self, text: &mut String, mentions: &mut Vec<MentionRow>) {
        let mut renamed = Vec::new();
        let edits = mentions.iter().filter_map(|mention| {
            let name = (self.called)(mention.person?);
            let with = format!("@{}", name.as_deref().unwrap_or("…"));
            renamed.push((mention.person, name));
            Some(Edit {
                range: mention.start..mention.end,
                with,
            })
        });
        let edits = joined(edits.collect());
        let anew = apply(text, &edits, mentions);
        // Those that were rewritten stand where their edits put them.
        let mut moved = 0_isize;
        for (edit, (person, name)) in edits.iter().zip(renamed) {
            let start = edit.range.start.saturating_add_signed(moved);
            mentions.push(MentionRow {
                start,
                end: start + edit.with.len(),
                person,
                name,
            });
            moved += edit.with.len().cast_signed() - edit.range.len().cast_signed();
        }
        mentions.sort_by_key(|mention| mention.start);
        *text = anew;
    }

    fn person(&mut self, who: &mut Option<PersonId>, name: &mut Option<String>) {
        if let Some(who) = who {
            *name = (self.called)(*who);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_called_by_number_wherever_they_are_named() {
        let mut message = WalkedMessage::default();
        let mention = |start, end, person, name: &str| MentionRow {
            start,
            end,
            person: Some(PersonId(person)),
            name: Some(name.to_owned()),
        };
        message.row.sender = Some(PersonId(1));
        message.row.sender_name = Some("Ana".to_owned());
        message.row.text = Some("hi @Ana and @Ben!".to_owned());
        message.row.mentions = vec![mention(3, 7, 1, "Ana"), mention(12, 16, 2, "Ben")];
        rename(&mut message, &|person| {
            (person.0 == 1).then(|| "+34600".to_owned())
        });
        assert_eq!(message.row.sender_name.as_deref(), Some("+34600"));
        assert_eq!(message.row.text.as_deref(), Some("hi @+34600 and @…!"));
        let places: Vec<_> = message
            .row
            .mentions
            .iter()
            .map(|m| (m.start, m.end))
            .collect();
        assert_eq!(places, [(3, 10), (15, 19)]);
    }
}
