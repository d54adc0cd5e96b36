//! Sendings of more than one row: albums, better copies, moving pictures, polls with pictures, comments, broadcasts.

use super::{Conversation, World};
use crate::cast::Shape;
use crate::draft::{Body, FileKind, MessageDraft, QuoteDraft};
use crate::phone::WritePhoneError;

impl Conversation {
    /// An album: its container, then its pictures and films.
    pub(super) fn album(&mut self, world: &mut World) -> Result<(), WritePhoneError> {
        let images = self.dice.between(3, 7);
        let videos = self.dice.between(0, 1);
        let container = self.draft(Body::Album { images, videos });
        let parent = self.put(&container, world)?;
        for index in 0..images + videos {
            self.clock += 150;
            let kind = if index < images {
                FileKind::Image
            } else {
                FileKind::Video
            };
            let body = self.file(kind, if index == 0 { 500 } else { 20 }, world)?;
            let mut draft = self.draft(body);
            draft.form = container.form;
            draft.parent = Some((parent, 2));
            self.put(&draft, world)?;
        }
        Ok(())
    }

    /// A picture or film sent in high quality: two rows, the better one hangs on the other.
    pub(super) fn twins(&mut self, world: &mut World) -> Result<(), WritePhoneError> {
        let film = self.dice.chance(250);
        let kind = if film {
            FileKind::Video
        } else {
            FileKind::Image
        };
        let body = self.file(kind, 300, world)?;
        let draft = self.draft(body);
        let parent = self.put(&draft, world)?;
        self.clock += 900;
        let better = self.file(kind, 0, world)?;
        let mut twin = self.draft(better);
        twin.form = draft.form;
        twin.parent = Some((parent, if film { 7 } else { 12 }));
        self.put(&twin, world)?;
        Ok(())
    }

    /// A moving picture: the picture, and its short film behind it.
    pub(super) fn motion(&mut self, world: &mut World) -> Result<(), WritePhoneError> {
        let body = self.file(FileKind::Image, 200, world)?;
        let draft = self.draft(body);
        let parent = self.put(&draft, world)?;
        let clip = self.file(FileKind::Video, 0, world)?;
        let mut clip = self.draft(clip);
        clip.form = draft.form;
        clip.parent = Some((parent, 11));
        self.put(&clip, world)?;
        Ok(())
    }

    /// A poll, and a picture for each of its options.
    pub(super) fn poll_with_pictures(&mut self, world: &mut World) -> Result<(), WritePhoneError> {
        let poll = self.poll();
        let options = poll.options.len();
        let draft = self.draft(Body::Poll(poll));
        let parent = self.put(&draft, world)?;
        for _ in 0..options {
            self.clock += 80;
            let body = self.file(FileKind::Image, 0, world)?;
            let mut picture = self.draft(body);
            picture.form = draft.form;
            picture.parent = Some((parent, 6));
            self.put(&picture, world)?;
        }
        Ok(())
    }

    /// A message that its sender deleted for everyone, and the answer to it that keeps a copy of its words.
    pub(super) fn revoked_and_answered(
        &mut self,
        world: &mut World,
    ) -> Result<(), WritePhoneError> {
        let original_key = self.key();
        let text = self.text();
        let draft = self.draft(Body::Revoked {
            original_key: original_key.clone(),
            admin: None,
        });
        self.put(&draft, world)?;
        self.clock += self.dice.between(4_000, 90_000);
        self.choose_speaker();
        let words = self.text();
        let mut answer = self.draft(Body::Text(words));
        answer.quote = Some(QuoteDraft {
            key: original_key,
            from_me: draft.from_me,
            sender: draft.sender,
            at: draft.at,
            text: Some(text),
            ..QuoteDraft::default()
        });
        self.put(&answer, world)?;
        Ok(())
    }

    /// An announcement and what people say under it.
    pub(super) fn commented(&mut self, world: &mut World) -> Result<(), WritePhoneError> {
        let words = self.text();
        let mut post = self.draft(Body::Text(words));
        self.attach(&mut post, world);
        let parent = self.put(&post, world)?;
        for _ in 0..self.dice.between(1, 4) {
            self.clock += self.dice.between(20_000, 400_000);
            self.choose_speaker();
            let words = self.text();
            let mut comment = self.draft(Body::Text(words));
            comment.comments = Some(parent);
            self.put(&comment, world)?;
        }
        Ok(())
    }

    /// A message of a broadcast list stands in the chat with each of its people, too, under the same id.
    pub(super) fn send_copies(
        &mut self,
        draft: &MessageDraft,
        world: &mut World,
    ) -> Result<(), WritePhoneError> {
        if self.setup.shape != Shape::Broadcast {
            return Ok(());
        }
        for person in self.setup.members.clone() {
            let Some(chat) = world.direct.get(&person).copied() else {
                continue;
            };
            let copy = MessageDraft {
                chat,
                broadcast: true,
                receipts: Vec::new(),
                quote: None,
                reactions: Vec::new(),
                pins: Vec::new(),
                ..draft.clone()
            };
            world.writer.message(&copy)?;
            self.written += 1;
        }
        Ok(())
    }
}
