//! What hangs on a message: quotes, mentions, edits, reactions, receipts, timers, pins, figures.

use super::{Conversation, World};
use crate::cast::Shape;
use crate::draft::{
    Body, FiguresDraft, FileKind, MarkDraft, MentionDraft, MessageDraft, QuoteDraft, ReactionDraft,
    ReceiptDraft,
};
use crate::words::{self, Mood};

impl Conversation {
    /// Quote, mentions, edit, star, forward, reactions.
    pub(super) fn attach(&mut self, draft: &mut MessageDraft, world: &World) {
        let wordy = matches!(draft.body, Body::Text(_));
        let real = !matches!(
            draft.body,
            Body::Call(_)
                | Body::MissedCall { .. }
                | Body::Revoked { .. }
                | Body::Unknown { .. }
                | Body::NumberedNotice { .. }
                | Body::NeverDisplayed
        );
        if real {
            self.receipts(draft);
            self.timer(draft, world);
        }
        if world.modern && self.setup.shape == Shape::Channel {
            draft.figures = Some(self.figures());
        }
        if !real || matches!(self.setup.shape, Shape::Channel | Shape::Announcements) {
            return;
        }
        if wordy && self.dice.chance(110) {
            draft.quote = self.quote();
        }
        if wordy && self.group() && self.dice.chance(45) {
            self.mention(draft, world);
        }
        if world.modern && wordy && self.dice.chance(22) {
            let original = self.key();
            draft.edited = Some((
                original,
                draft.at.saturating_add(self.dice.between(20_000, 800_000)),
            ));
        }
        draft.starred = self.dice.chance(9);
        if self.dice.chance(22) {
            draft.forwarded = Some(*self.dice.pick(&[1, 1, 1, 2, 4, 5, 127]));
        }
        if world.modern && self.dice.chance(if self.group() { 130 } else { 70 }) {
            draft.reactions = self.reactions(draft.at);
        }
        if world.modern && self.dice.chance(4) {
            draft.pins = self.pins(draft.at);
        }
    }

    /// What the owner's phone heard of each member, or of each who saw a status post.
    fn receipts(&mut self, draft: &mut MessageDraft) {
        if !draft.from_me || !self.group() || !(1..=4_102_444_800_000).contains(&draft.at) {
            return;
        }
        let voice = matches!(
            draft.body,
            Body::File {
                kind: FileKind::Voice | FileKind::VideoNote,
                ..
            }
        );
        for person in self.setup.members.clone() {
            if self.dice.chance(60) {
                continue;
            }
            let delivered = draft.at + self.dice.between(700, 90_000);
            let read = if self.dice.chance(820) {
                delivered + self.dice.between(1_000, 9_000_000)
            } else {
                0
            };
            let played = if voice && read > 0 && self.dice.chance(700) {
                read + 4_000
            } else {
                0
            };
            draft.receipts.push(ReceiptDraft {
                person,
                delivered,
                read,
                played,
            });
        }
    }

    /// In a chat whose messages disappear: when this one does, and whether somebody keeps it.
    fn timer(&mut self, draft: &mut MessageDraft, world: &World) {
        if !world.modern || !self.flagged('t') {
            return;
        }
        draft.disappears = Some((604_800, draft.at.saturating_add(604_800_000)));
        if self.dice.chance(50) {
            let from = self.setup.members.first().copied();
            let at = draft
                .at
                .saturating_add(self.dice.between(60_000, 9_000_000));
            draft.keeps.push(MarkDraft { from, on: true, at });
            if self.dice.chance(250) {
                let at = at.saturating_add(700_000);
                draft.keeps.push(MarkDraft {
                    from,
                    on: false,
                    at,
                });
            }
        }
    }

    fn pins(&mut self, at: i64) -> Vec<MarkDraft> {
        let from = self.setup.members.first().copied();
        let at = at.saturating_add(self.dice.between(20_000, 900_000));
        let mut pins = vec![MarkDraft { from, on: true, at }];
        if self.dice.chance(300) {
            pins.push(MarkDraft {
                from: None,
                on: false,
                at: at.saturating_add(86_400_000),
            });
        }
        pins
    }

    fn figures(&mut self) -> FiguresDraft {
        let views = self.dice.between(40, 24_000);
        let emojis = ["❤️", "👍", "😮", "🙏"];
        let kinds = self.dice.index(emojis.len() + 1);
        FiguresDraft {
            views,
            reactions: emojis[..kinds]
                .iter()
                .map(|emoji| ((*emoji).to_owned(), self.dice.between(1, 1 + views / 20)))
                .collect(),
        }
    }

    /// Something said before: still there, edited since, or gone.
    fn quote(&mut self) -> Option<QuoteDraft> {
        if self.dice.chance(40) {
            let text = words::compose(self.language, &self.topic, Mood::Remark, &mut self.dice);
            return Some(QuoteDraft {
                key: self.key(),
                from_me: false,
                sender: self.setup.members.first().copied().filter(|_| self.group()),
                at: self.clock - 86_400_000,
                text: Some(text),
                ..QuoteDraft::default()
            });
        }
        let index = self.dice.index(self.recent.len().max(1));
        let original = self.recent.get(index)?.clone();
        let key = match original.before_edit {
            Some((before, edited)) if self.clock < edited => before,
            _ => original.key,
        };
        Some(QuoteDraft {
            key,
            from_me: original.from_me,
            sender: original.sender,
            at: original.at,
            number: original.number,
            text: original.text,
            chat: None,
        })
    }

    fn mention(&mut self, draft: &mut MessageDraft, world: &World) {
        if self.setup.members.is_empty() {
            return;
        }
        let person = *self.dice.pick(&self.setup.members);
        let (mention, digits) = match self.dice.below(20) {
            0 if world.modern => (MentionDraft::Everyone, "all".to_owned()),
            1..=5 => (
                MentionDraft::Phone(person),
                world.writer.phone_digits(person),
            ),
            _ => (
                MentionDraft::Person(person),
                world.writer.mention_digits(person),
            ),
        };
        if let Body::Text(text) = &mut draft.body {
            *text = if self.dice.chance(500) {
                format!("@{digits} {text}")
            } else {
                format!("{text} @{digits}")
            };
            draft.mentions.push(mention);
        }
    }

    /// Reactions of several people, now and then changed or withdrawn.
    fn reactions(&mut self, at: i64) -> Vec<ReactionDraft> {
        let mut out = Vec::new();
        let mut when = at;
        let most = if self.group() { 5 } else { 2 };
        for _ in 0..=self.dice.below(most) {
            when = when.saturating_add(self.dice.between(3_000, 400_000));
            let from = if self.setup.members.is_empty() || self.dice.chance(350) {
                None
            } else {
                Some(*self.dice.pick(&self.setup.members))
            };
            let emoji = if self.dice.chance(60) {
                String::new()
            } else {
                words::reaction(&mut self.dice).to_owned()
            };
            out.push(ReactionDraft {
                from,
                emoji,
                at: when,
            });
        }
        out
    }
}
