//! Takes what rules name out of each string that is visited.

use std::collections::BTreeMap;

use latchkey_index::{MentionRow, MessageRow, PersonId, WalkedMessage};

use super::{Person, Redactor};
use crate::counts::{Reason, RedactionCounts, Verdict};
use crate::finding::Found;
use crate::rules::FileRule;
use crate::spans::{Edit, apply, joined};
use crate::strings::Strings;

/// What is being taken out of one thing.
pub(super) struct Taking<'r> {
    redactor: &'r Redactor,
    places: BTreeMap<Reason, u64>,
    entries: u64,
    /// The whole message goes.
    leaves_out: Option<Reason>,
}

impl<'r> Taking<'r> {
    pub(super) fn new(redactor: &'r Redactor) -> Self {
        Self {
            redactor,
            places: BTreeMap::new(),
            entries: 0,
            leaves_out: None,
        }
    }

    /// Nothing is counted of a message that goes as a whole, but that it does.
    pub(super) fn finish(self, counts: &mut RedactionCounts) -> Verdict {
        if let Some(reason) = self.leaves_out {
            return Verdict::LeaveOut(reason);
        }
        for (reason, places) in self.places {
            *counts.places.entry(reason).or_default() += places;
        }
        counts.entries += self.entries;
        Verdict::Keep
    }

    fn fate(&self, who: Option<PersonId>) -> Option<&'r Person> {
        who.and_then(|who| self.redactor.people.get(&who))
    }

    /// Counts what was found, and gives the edits.
    fn edits(&mut self, found: Vec<Found>) -> Vec<Edit> {
        let edits = found.into_iter().map(|found| {
            if found.leaves_out {
                self.leaves_out.get_or_insert(found.reason);
            }
            *self.places.entry(found.reason).or_default() += 1;
            found.edit
        });
        joined(edits.collect())
    }

    /// A mention of somebody with a rule: their new name stands there.
    fn mention(&mut self, mention: &MentionRow) -> Option<Edit> {
        let with = match self.fate(mention.person)? {
            Person::LeftOut => self.redactor.placeholder.clone(),
            Person::Called(called) => format!("@{called}"),
        };
        *self.places.entry(Reason::Person).or_default() += 1;
        Some(Edit {
            range: mention.start..mention.end,
            with,
        })
    }
}

impl Strings for Taking<'_> {
    fn words(&mut self, words: &mut String) {
        let found = self.redactor.finder.find(words);
        if !found.is_empty() {
            let edits = self.edits(found);
            *words = apply(words, &edits, &mut Vec::new());
        }
    }

    fn text(&mut self, text: &mut String, mentions: &mut Vec<MentionRow>) {
        let mut edits: Vec<Edit> = mentions
            .iter()
            .filter_map(|mention| self.mention(mention))
            .collect();
        let found = self.redactor.finder.find(text);
        if edits.is_empty() && found.is_empty() {
            return;
        }
        edits.extend(self.edits(found));
        *text = apply(text, &joined(edits), mentions);
    }

    fn person(&mut self, who: &mut Option<PersonId>, name: &mut Option<String>) {
        match self.fate(*who) {
            Some(Person::LeftOut) => {
                *who = None;
                *name = Some(self.redactor.placeholder.clone());
                *self.places.entry(Reason::Person).or_default() += 1;
            }
            Some(Person::Called(called)) => *name = Some(called.clone()),
            None => {
                if let Some(name) = name {
                    self.words(name);
                }
            }
        }
    }

    fn keeps(&mut self, who: Option<PersonId>) -> bool {
        let stays = self.fate(who) != Some(&Person::LeftOut);
        self.entries += u64::from(!stays);
        stays
    }

    /// A card can hold anything in many spellings, pictures too: one with the name alone takes its place.
    fn card(&mut self, vcard: &mut String, name: Option<&str>) {
        let plain: String = name
            .unwrap_or_default()
            .chars()
            .filter(|c| !c.is_control())
            .flat_map(|c| match c {
                '\\' | ';' | ',' => vec!['\\', c],
                c => vec![c],
            })
            .collect();
        *vcard = format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{plain}\r\nEND:VCARD\r\n");
    }

    fn file(&mut self, sha256: &mut Option<[u8; 32]>, waveform: &mut Option<Vec<u8>>) {
        if self.redactor.files != FileRule::All {
            *sha256 = None;
            *waveform = None;
        }
    }

    fn picture(&mut self, picture: &mut Option<Vec<u8>>) {
        if self.redactor.files == FileRule::None {
            *picture = None;
        }
    }
}

/// Leaves of a message who sent it, when, and what kind it is; these words are its text.
pub(super) fn blank(walked: &mut WalkedMessage, with: &str) {
    let row = std::mem::take(&mut walked.row);
    walked.row = MessageRow {
        text: Some(with.to_owned()),
        id: row.id,
        chat: row.chat,
        position: row.position,
        sent_at: row.sent_at,
        received_at: row.received_at,
        from_me: row.from_me,
        sender: row.sender,
        sender_name: row.sender_name,
        kind: row.kind,
        raw_kind: row.raw_kind,
        delivery: row.delivery,
        reactions: row.reactions,
        reactions_more: row.reactions_more,
        ..MessageRow::default()
    };
    walked.thumbnail = None;
    walked.stored = None;
}
