//! What a speaker sends: the choice of kind, the words, and what hangs on a message.

use super::{Conversation, Recent, World};
use crate::cast::{Manner, Shape};
use crate::draft::{Body, MessageDraft, QuoteDraft, ReactionDraft, SenderForm};
use crate::phone::WritePhoneError;
use crate::words::{self, Mood};

/// Kinds that a speaker chooses from; the weights are out of the sum.
pub(super) const KINDS: &[(Sent, u32)] = &[
    (Sent::Text, 7900),
    (Sent::Emoji, 260),
    (Sent::Image, 470),
    (Sent::Sticker, 210),
    (Sent::Voice, 270),
    (Sent::Video, 80),
    (Sent::Gif, 70),
    (Sent::VideoNote, 25),
    (Sent::Audio, 20),
    (Sent::Document, 60),
    (Sent::Link, 120),
    (Sent::Location, 40),
    (Sent::LiveLocation, 18),
    (Sent::Contact, 28),
    (Sent::Poll, 45),
    (Sent::Event, 20),
    (Sent::Invite, 12),
    (Sent::Revoked, 85),
    (Sent::Album, 28),
    (Sent::HdPicture, 30),
    (Sent::ViewOnce, 30),
    (Sent::Call, 110),
    (Sent::Unknown, 14),
    (Sent::NeverDisplayed, 6),
    (Sent::Undated, 4),
];

/// A kind of sending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sent {
    Text,
    Emoji,
    Image,
    Sticker,
    Voice,
    Video,
    Gif,
    VideoNote,
    Audio,
    Document,
    Link,
    Location,
    LiveLocation,
    Contact,
    Poll,
    Event,
    Invite,
    Revoked,
    Album,
    HdPicture,
    ViewOnce,
    Call,
    Unknown,
    NeverDisplayed,
    Undated,
}

impl Conversation {
    /// Writes one sending of the current speaker.
    pub(super) fn send(&mut self, world: &mut World) -> Result<(), WritePhoneError> {
        let sent = self.choose_kind(world.modern);
        match sent {
            Sent::Album => return self.album(world),
            Sent::HdPicture => return self.twins(world),
            _ => {}
        }
        let body = self.body(sent, world)?;
        let mut draft = self.draft(body);
        if sent == Sent::Undated {
            draft.at = *self.dice.pick(&[0, -1, i64::MAX]);
        }
        self.attach(&mut draft, world);
        self.put(&draft, world)?;
        Ok(())
    }

    /// Says the one thing that is said only once.
    pub(super) fn say_needle(&mut self, world: &mut World) -> Result<(), WritePhoneError> {
        let text = self.setup.needle.take().unwrap_or_default();
        self.choose_speaker();
        let draft = self.draft(Body::Text(text.to_owned()));
        self.put(&draft, world)?;
        Ok(())
    }

    fn choose_kind(&mut self, modern: bool) -> Sent {
        let weights: Vec<u32> = KINDS
            .iter()
            .map(|(sent, weight)| if self.fits(*sent, modern) { *weight } else { 0 })
            .collect();
        KINDS[self.dice.weighted(&weights)].0
    }

    /// Whether this chat knows the kind.
    fn fits(&self, sent: Sent, modern: bool) -> bool {
        let posts = matches!(
            self.setup.shape,
            Shape::Channel | Shape::Announcements | Shape::Status
        );
        let plain = matches!(sent, Sent::Text | Sent::Image | Sent::Link | Sent::Video);
        if posts {
            return plain;
        }
        match sent {
            Sent::Poll | Sent::Event => modern && self.group(),
            Sent::Album | Sent::HdPicture | Sent::ViewOnce | Sent::VideoNote | Sent::Invite => {
                modern
            }
            Sent::Unknown | Sent::NeverDisplayed => modern,
            Sent::Sticker | Sent::Gif | Sent::Emoji => self.setup.manner != Manner::Formal,
            Sent::Call => {
                matches!(self.setup.shape, Shape::Person | Shape::Private)
                    || (modern && matches!(self.setup.shape, Shape::Group))
            }
            _ => true,
        }
    }

    /// A draft of the current speaker's at the current time.
    pub(super) fn draft(&mut self, body: Body) -> MessageDraft {
        let key = self.key();
        let mut draft = MessageDraft::new(self.setup.chat, self.mine(), self.clock, key, body);
        draft.sender = self.speaker.filter(|_| self.group());
        draft.form = match self.dice.below(20) {
            0..=3 => SenderForm::Lid,
            4 => SenderForm::Device(u8::try_from(self.dice.between(1, 31)).unwrap_or(1)),
            _ => SenderForm::Phone,
        };
        if self.mine() {
            draft.status = *self.dice.pick(&[13, 13, 13, 13, 5, 5, 4, 8]);
        } else if self.dice.chance(40) {
            draft.status = 17;
        }
        draft
    }

    /// The words of a message.
    pub(super) fn text(&mut self) -> String {
        let mood = self.mood();
        self.asked = mood == Mood::Question || mood == Mood::Opener;
        let mut text = words::compose(self.language, &self.topic, mood, &mut self.dice);
        if self.dice.chance(7) {
            // right-to-left text with a Latin name in isolates, or the reverse
            text = format!(
                "{text} \u{2068}{}\u{2069}",
                self.dice
                    .pick(&["Café Jasmín", "مقهى الياسمين", "ギャラリー42", "קפה נמל"])
            );
        }
        text
    }

    fn mood(&mut self) -> Mood {
        if self.setup.manner == Manner::Formal && self.dice.chance(380) {
            return Mood::Letter;
        }
        if self.asked && self.dice.chance(650) {
            return Mood::Answer;
        }
        if self.setup.shape == Shape::Channel {
            return Mood::Long;
        }
        match self.dice.below(100) {
            0..=30 => Mood::Short,
            31..=62 => Mood::Remark,
            63..=80 => Mood::Question,
            81..=86 => Mood::Opener,
            87..=93 => Mood::Answer,
            94..=98 => Mood::Long,
            _ => Mood::Letter,
        }
    }

    /// Quote, mentions, edit, star, forward, reactions.
    fn attach(&mut self, draft: &mut MessageDraft, world: &World) {
        let wordy = matches!(draft.body, Body::Text(_));
        let real = !matches!(
            draft.body,
            Body::Call(_) | Body::Revoked { .. } | Body::Unknown { .. } | Body::NeverDisplayed
        );
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
            draft.forwarded = Some(*self.dice.pick(&[1, 1, 1, 2, 4, 127]));
        }
        if world.modern && self.dice.chance(if self.group() { 130 } else { 70 }) {
            draft.reactions = self.reactions(draft.at);
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
                number: 0,
                text: Some(text),
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
        })
    }

    fn mention(&mut self, draft: &mut MessageDraft, world: &World) {
        if self.setup.members.is_empty() {
            return;
        }
        let person = *self.dice.pick(&self.setup.members);
        let digits = world.writer.mention_digits(person);
        if let Body::Text(text) = &mut draft.body {
            *text = if self.dice.chance(500) {
                format!("@{digits} {text}")
            } else {
                format!("{text} @{digits}")
            };
            draft.mentions.push(person);
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

    /// Writes a draft and remembers it for quotes.
    pub(super) fn put(
        &mut self,
        draft: &MessageDraft,
        world: &mut World,
    ) -> Result<i64, WritePhoneError> {
        if self.dice.chance(25) {
            world.writer.skip_rows(self.dice.between(1, 4));
        }
        let row = world.writer.message(draft)?;
        self.written += 1;
        if (1..=4_102_444_800_000).contains(&draft.at) {
            self.remember(Recent {
                key: draft.key.clone(),
                before_edit: draft.edited.clone(),
                from_me: draft.from_me,
                sender: draft.sender,
                at: draft.at,
                number: draft.body.number(),
                text: draft.body.text().map(str::to_owned),
            });
        }
        Ok(row)
    }
}
