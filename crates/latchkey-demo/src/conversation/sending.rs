//! What a speaker sends: the choice of kind, the words, and what hangs on a message.

use super::kinds::Sent;
use super::{Conversation, Recent, World};
use crate::cast::{Manner, Shape};
use crate::draft::{Body, MessageDraft, SenderForm};
use crate::phone::WritePhoneError;
use crate::words::{self, Mood};

impl Conversation {
    /// Writes one sending of the current speaker.
    pub(super) fn send(&mut self, world: &mut World) -> Result<(), WritePhoneError> {
        let sent = self.choose_kind(world.modern);
        match sent {
            Sent::Album => return self.album(world),
            Sent::HdPicture => return self.twins(world),
            Sent::MotionPicture => return self.motion(world),
            Sent::PollWithPictures => return self.poll_with_pictures(world),
            Sent::RevokedAndAnswered => return self.revoked_and_answered(world),
            Sent::Commented => return self.commented(world),
            _ => {}
        }
        let body = self.body(sent, world)?;
        let mut draft = self.draft(body);
        if sent == Sent::Undated {
            draft.at = *self.dice.pick(&[0, -1, i64::MAX]);
        }
        self.attach(&mut draft, world);
        self.put(&draft, world)?;
        self.send_copies(&draft, world)
    }

    /// Says the one thing that is said only once.
    pub(super) fn say_needle(&mut self, world: &mut World) -> Result<(), WritePhoneError> {
        let text = self.setup.needle.take().unwrap_or_default();
        self.choose_speaker();
        let draft = self.draft(Body::Text(text.to_owned()));
        self.put(&draft, world)?;
        Ok(())
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
        if !draft.from_me && self.dice.chance(650) {
            draft.device = Some(match draft.form {
                SenderForm::Device(device) => device,
                _ if self.dice.chance(120) => 1,
                _ => 0,
            });
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
            0..=25 => Mood::Short,
            26..=53 => Mood::Remark,
            54..=70 => Mood::Question,
            71..=75 => Mood::Opener,
            76..=81 => Mood::Answer,
            82..=96 => Mood::Long,
            _ => Mood::Letter,
        }
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
